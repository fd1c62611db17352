"""Addresses of papers' pages ↔ slugs."""

import pytest

from site_src.addresses import is_paper_address, own_slug, paper_address

HERE = "https://example.org/digest/"


@pytest.mark.parametrize("slug", ["pot", "a-pot-of-2025", "7"])
def test_a_slug_comes_back_from_the_address_of_its_page(slug: str) -> None:
    address = paper_address(HERE, slug)

    assert address == f"https://example.org/digest/papers/{slug}/"
    assert is_paper_address(address)
    assert own_slug(address, HERE) == slug


@pytest.mark.parametrize(
    "address",
    [
        "",
        "pot",
        "https://example.org/digest/",
        "https://example.org/digest/papers/",
        "https://example.org/digest/papers/pot",
        "https://example.org/digest/papers/pot/cite.bib",
        "https://example.org/digest/papers/../pot/",
        "https://example.org/digest/papers/%2e%2e/",
        "https://example.org/digest/papers/Pot/",
        "https://example.org/papers/pot/",
        "http://example.org/digest/papers/pot/",
        "https://arxiv.org/abs/2501.00001",
    ],
)
def test_any_other_address_is_of_no_paper_here(address: str) -> None:
    assert own_slug(address, HERE) == ""


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("https://elsewhere.example/papers/a-pot/", True),
        ("https://dblp.org/rec/journals/corr/abs-2501-00001.bib", False),
        ("https://elsewhere.example/papers/a-pot", False),
        ("https://elsewhere.example/?q=/papers/a-pot/", False),
    ],
)
def test_a_page_of_another_site_of_ours_is_known_by_its_form(address: str, is_one: bool) -> None:  # noqa: FBT001  expected
    assert is_paper_address(address) is is_one
