"""How titles are folded, and the addresses that are made of them."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.errors import Place
from site_src.models import Paper
from site_src.papers.slugs import assign_slugs
from site_src.papers.titles import bare_words, fold_text, fold_title, make_slug


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("D^{2}Kiln: Fire", "D²Kiln: Fire"),
        ("D²Kiln", "d2kiln"),
        ("Kiln  Fire", "KILN FIRE."),
        ("Ｋｉｌｎ", "kiln"),
        ("Kiln Fire…", "Kiln Fire"),
        ("Kiln\u200b Fire", "Kiln Fire"),
        ("STRASSE", "straße"),
        ("Don't Fire the Kiln", "Don’t Fire the Kiln"),
        ("“Hot” Kilns", '"Hot" Kilns'),
        ("Hot‑Kiln Glaze", "Hot-Kiln Glaze"),
        ("Hot-Kiln Glaze", "Hot Kiln Glaze"),
        ("Kilns – A Study", "Kilns - A Study"),
        ("Kilns — A Study", "Kilns-A Study"),
        ("Firing in $\\ell_1$", "Firing in ℓ1"),
        ("$O(n^2)$ Kilns", "O(n²) Kilns"),
    ],
)
def test_spelling_does_not_make_two_titles(one: str, other: str) -> None:
    assert fold_title(one) == fold_title(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C++ Kilns", "C# Kilns"),
        ("窑炉", "窑炉二"),
        ("🔥", "🧱"),
        ("Kiln: Fire", "Kiln Fire"),
        ("???", "!!!"),
        ("---", "'''"),
        ("A*", "A"),
        ("Kiln 2", "Kiln 3"),
        ("Naïve Kilns", "Naive Kilns"),
    ],
)
def test_other_words_and_symbols_make_two_titles(one: str, other: str) -> None:
    assert fold_title(one) != fold_title(other)


@given(st.text(max_size=80))
def test_every_title_can_be_folded(title: str) -> None:
    assert bool(fold_title(title)) or not title.strip("\u200b") or not fold_text(title)
    assert all(bare_words(title))


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("The Naïve Kiln: a High-Heat Study", ("naive", "kiln", "high", "heat", "study")),
        ("Potters' C++ & “Clay”", ("potters", "c++", "&", "clay")),
        ("窑炉 🔥", ("窑炉", "🔥")),
    ],
)
def test_the_words_of_a_title_are_without_accents_articles_and_quotation_marks(
    title: str, words: tuple[str, ...]
) -> None:
    assert bare_words(title) == words


# ---- addresses


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Firing Plan: A Kiln's Tale", "firing-plan-a-kiln-s-tale"),
        ("D^{2}Kiln", "d2kiln"),
        ("Poincaré Kilns", "poincare-kilns"),
        ("1-bit Kilns (with bricks)", "1-bit-kilns-with-bricks"),
    ],
)
def test_a_slug_is_the_titles_words(title: str, expected: str) -> None:
    assert expected == make_slug(title)


@pytest.mark.parametrize(
    "title", ["C++ Kilns", "C# Kilns", "窑炉", "Κάμινος", "🔥", "F* Kilns", "x" * 200, "kiln " * 40]
)
def test_a_slug_that_loses_something_ends_in_a_hash(title: str) -> None:
    slug = make_slug(title)

    assert len(slug) <= 80
    assert len(slug.rsplit("-", 1)[-1]) == 6
    assert slug == make_slug(f"{title} .")


def test_hashes_in_published_addresses_stay() -> None:
    assert make_slug("C++ Kilns") == "c-kilns-6fd585"
    assert make_slug("High-Heat Kilns, Don't Touch! " * 4).endswith("-60a2d6")


def test_slugs_of_different_papers_differ() -> None:
    titles = ["C++ Kilns", "C# Kilns", "C Kilns", "窑炉", "窑", "🔥", "🧱", "kiln " * 40, "kiln " * 39 + "oven"]

    assert len(titles) == len({make_slug(title) for title in titles})


def test_a_long_title_is_cut_at_a_word() -> None:
    slug = make_slug("Controllers that learn the kiln " * 5)

    assert all(word in {"controllers", "that", "learn", "the", "kiln"} for word in slug.split("-")[:-1])


def test_a_title_of_80_letters_has_no_hash_in_its_address() -> None:
    longest = "controllers that learn a kiln " * 2 + "and plan its firing"

    assert make_slug(longest + "s") == f"{longest}s".replace(" ", "-")
    assert re.fullmatch("[a-z-]{1,73}-[0-9a-f]{6}", make_slug(longest + "es"))


def paper(title: str, slug: str = "", **facts: object) -> Paper:
    return replace(Paper(slug=slug, title=title, place=Place("a.txt", 9)), **facts)  # type: ignore[arg-type]


def test_papers_whose_titles_make_one_slug_share_none() -> None:
    papers = (
        paper("Kiln: Fire"),
        paper("Kiln Fire", arxiv="2501.00001"),
        paper("Kiln Fire", arxiv="2501.00002"),
        paper("Kiln Fire", abstract="One."),
        paper("Kiln Fire", abstract="Other."),
        paper("窑炉", arxiv="2501.00003"),
        paper("窑炉", arxiv="2501.00004"),
    )

    def assign(order: tuple[Paper, ...]) -> dict[tuple[str, str | None, str | None], str]:
        return {(one.title, one.arxiv, one.abstract): one.slug for one in assign_slugs(order, {"kiln-fire"})}

    assigned = assign(papers)
    assert len(set(assigned.values()) | {"kiln-fire"}) == len(papers) + 1
    assert assigned == assign(papers[::-1])


def test_a_slug_that_is_stated_is_kept_where_it_is_one_and_free() -> None:
    papers = (paper("Kiln Fire", "hot"), paper("An Oven", "taken"), paper("A Pot", "No Slug"), paper("Hot"))

    assert [one.slug for one in assign_slugs(papers, {"taken"})][:3] == ["hot", "an-oven", "a-pot"]
    assert len({one.slug for one in assign_slugs(papers, {"taken"})}) == 4


@given(st.text(min_size=1, max_size=200))
def test_every_title_has_an_address(title: str) -> None:
    slug = make_slug(title)

    assert 1 <= len(slug) <= 80
    assert slug.isascii()
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug.strip("-") == slug
