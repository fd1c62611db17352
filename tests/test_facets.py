"""What lists and searches are narrowed by."""

import re

import pytest

from site_src.facets import FACETS, Facet, facets_of, list_controls, read_facets, show_examples
from site_src.models import PartialDate
from tests.invented_site import MAY, full_paper, make_paper, make_site

SITE = make_site(
    full_paper(),
    make_paper("pot", MAY, published=PartialDate(2023, 4)),
    make_paper("cup", published=PartialDate(0, 4, 1)),
)


def facet(field: str) -> Facet:
    [found] = [each for each in FACETS if each.field == field]
    return found


def keys(field: str) -> list[str]:
    """Of the facet's values on the site."""
    return [value.key for value in read_facets(SITE)[facet(field)]]


def test_a_facet_s_word_is_one_that_a_query_can_have() -> None:
    fields = [facet.field for facet in FACETS]

    assert len(set(fields)) == len(fields)
    assert all(re.fullmatch("[a-z]+", field) for field in fields)


@pytest.mark.parametrize("field", [facet.field for facet in FACETS])
def test_a_value_is_a_word_and_every_paper_s_is_one_of_the_site_s(field: str) -> None:
    held = {key for paper in SITE.papers for key in facet(field).of(paper)}

    assert held
    assert held <= set(keys(field))
    assert len(set(keys(field))) == len(keys(field))
    assert not [key for key in keys(field) if re.search(r'[\s"]', key)]


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("technique", ["glaze", "clay", "fire"]),
        ("year", ["2025", "2023", "unknown"]),
        ("digest", ["2025-05-08", "undated-02-29"]),
        ("has", ["code", "results"]),
    ],
)
def test_values_stand_in_the_order_they_are_offered_in(field: str, expected: list[str]) -> None:
    assert keys(field) == expected


def test_a_card_carries_what_lists_offer() -> None:
    known = {"technique": "glaze fire", "year": "2025", "has": "code results"}
    unknown = {"technique": "", "year": "unknown", "has": ""}

    assert facets_of(full_paper()) | known == facets_of(full_paper())
    assert facets_of(make_paper("cup")) | unknown == facets_of(make_paper("cup"))


def test_a_list_offers_the_values_that_its_papers_have() -> None:
    controls = list_controls(read_facets(SITE), [{"technique": "clay glaze", "year": "2023"}, {"has": "code"}])

    offered = {control["field"]: (control["boxes"], control["values"]) for control in controls}
    assert offered["technique"] == (False, [("glaze", "Glaze"), ("clay", "Clay")])
    assert offered["year"] == (False, [("2023", "2023")])
    assert offered["has"] == (True, [("code", "code")])


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("technique", ("technique:glaze",)),
        ("year", ("year:2025", "year:2023-2025")),
        ("has", ("has:code", "has:results")),
    ],
)
def test_the_help_asks_for_values_of_the_site(field: str, expected: tuple[str, ...]) -> None:
    assert show_examples(facet(field), read_facets(SITE)[facet(field)]) == expected


def test_what_a_site_lacks_is_not_in_its_help() -> None:
    assert show_examples(facet("digest"), ()) == ()
    assert show_examples(facet("year"), read_facets(make_site(make_paper("cup")))[facet("year")]) == ()
