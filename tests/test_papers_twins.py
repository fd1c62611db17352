"""Papers that are likely one: named with the reason, and without false alarms."""

from typing import Any

import pytest

from site_src.models import Paper
from site_src.papers.twins import explain_twins, find_twins
from tests.test_papers_merging import POTS, TAXES


def twins(*titles: str, **facts: Any) -> list[str]:  # noqa: ANN401  any fact
    return [
        found.reason for found in find_twins(Paper(slug=f"p{n}", title=one, **facts) for n, one in enumerate(titles))
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Naïve Kilns of Old Towns", "Naive Kilns of Old Towns"),
        ("Cold-Start Kilns", "Cold Start Kilns"),
        ("Kilns: A Study", "Kilns, Study"),
        ("The Hot Kiln", "Hot Kiln"),
        ("Higher-Heat Glazes of Old Towns", "High-Heat Glazes of Old Towns"),
        ("A Glaze for Old Towns and Kilns", "A Glaze for Old Towns and Kiln"),
        ("Bayes for Kilns and Pots", "Byaes for Kilns and Pots"),
        ("Colouring Pots in Kilns", "Coloring Pots in Kilns"),
        ("Generative Clay for Kilns", "Generating Clay for Kilns"),
    ],
)
def test_titles_that_are_nearly_the_same_are_twins(one: str, other: str) -> None:
    assert len(twins(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kiln 2 for Old Towns", "Kiln 3 for Old Towns"),
        ("Kilns for Old Towns v1", "Kilns for Old Towns v2"),
        ("Old Kilns, Part II", "Old Kilns, Part III"),
        ("Online Firing of Old Kilns", "Offline Firing of Old Kilns"),
        ("Maximal Firing of Old Kilns", "Minimal Firing of Old Kilns"),
        ("Inter Firing of Old Kilns", "Intra Firing of Old Kilns"),
        ("Text and Glaze of Kilns", "Test and Glaze of Kilns"),
        ("Containing the Heat of Kilns", "Conveying the Heat of Kilns"),
        ("A C++ Kiln for Potters", "A C# Kiln for Potters"),
        ("Kiln Fires Anew", "Kiln Fired Anew"),
        ("Hot Kilns of Old Towns", "Hotter Kilns of Older Towns"),
    ],
)
def test_other_numbers_contraries_and_short_titles_are_no_twins(one: str, other: str) -> None:
    assert twins(one, other) == []


def test_equal_abstracts_are_twins_whatever_the_titles_and_identifiers() -> None:
    one = Paper(slug="a", title="Kilns", arxiv="2501.00001", abstract=POTS)
    other = Paper(slug="b", title="Pots", arxiv="2501.00002", abstract=POTS.upper().replace(",", ""))
    (found,) = find_twins([other, one])

    assert (found.one.slug, found.other.slug, found.reason) == ("a", "b", "the abstracts are the same")
    assert str(explain_twins(found)) == (
        "a.md: likely the same paper as b.md: the abstracts are the same; merge them (distillate merge a b), or state "
        "in one that it is distinct_from the other"
    )


@pytest.mark.parametrize(
    ("abstract", "count"),
    [
        ("This paper has been withdrawn by the authors for an error", 0),
        ("Forty pots are thrown on one wheel, and we measure how evenly clay spreads.", 1),
        ("Forty pots are thrown on one wheel, and we measure how evenly clay spreads over it all at noon.", 1),
    ],
)
def test_what_many_papers_say_instead_of_an_abstract_is_none(abstract: str, count: int) -> None:
    assert len(twins("Kilns", "Pots", abstract=abstract)) == count


@pytest.mark.parametrize(("papers", "count"), [(2, 1), (4, 6), (5, 1), (6, 1)])
def test_a_few_of_one_abstract_are_each_named_and_many_in_one_sum(papers: int, count: int) -> None:
    assert len(twins(*(f"Kiln {n}" for n in range(papers)), abstract=POTS)) == count


def test_of_many_with_one_abstract_the_first_two_are_named_and_the_rest_counted() -> None:
    assert twins(*(f"Kiln {n}" for n in range(3000)), abstract=POTS) == [
        "the abstracts are the same, and those of 2998 more papers"
    ]


def test_of_many_with_one_title_the_first_two_are_named_and_the_rest_counted() -> None:
    assert len(twins(*["Kiln Fire"] * 4)) == 6
    assert twins(*["Kiln Fire"] * 7) == ["the titles are the same, and those of 5 more papers"]


def test_a_series_is_no_set_of_twins() -> None:
    assert len(twins(*(f"Colouring{'abcd'[n]} Pots in Kilns" for n in range(4)))) == 6
    assert twins(*(f"Colouring{'abcde'[n]} Pots in Kilns" for n in range(5))) == []


def test_what_tells_two_papers_apart_makes_titles_no_evidence() -> None:
    def find(one: dict[str, Any], other: dict[str, Any]) -> int:
        first = Paper(slug="a", title="High-Heat Glazes of Old Towns", **one)
        return len(find_twins([first, Paper(slug="b", title="Higher-Heat Glazes of Old Towns", **other)]))

    assert find({}, {}) == 1
    assert find({"arxiv": "2501.00001"}, {"arxiv": "2501.00002"}) == 0
    assert find({"abstract": POTS}, {"abstract": TAXES}) == 0
    assert find({"authors": ("Ada Ofen",)}, {"authors": ("Bo Turner",)}) == 0
    assert find({"distinct_from": ("b",)}, {}) == find({}, {"distinct_from": ("a",)}) == 0
    assert find({"distinct_from": ("was-b",)}, {"redirect_from": ("was-b",)}) == 0


def test_one_title_of_two_abstracts_is_told_until_a_page_says_that_they_are_distinct() -> None:
    one, other = Paper(slug="a", title="Kilns", abstract=POTS), Paper(slug="b", title="Kilns", abstract=TAXES)

    assert [found.reason for found in find_twins([one, other])] == [
        "the titles are the same, though plainly other abstracts"
    ]


def test_many_papers_of_one_pattern_take_no_time() -> None:
    assert twins(*(f"On the Kiln of {n:x}ville and Its Fire" for n in range(5000))) == []
