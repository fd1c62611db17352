"""Who is who, addresses, and what merging keeps."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.digests import DatedDump
from site_src.errors import Place
from site_src.models import Dump, Entry, Facts, Paper, PartialDate, SeenIn
from site_src.papers import assign_slugs, identity, lay_over, make_slug, merge_entries, merge_papers


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
    ],
)
def test_spelling_does_not_make_two_papers(one: str, other: str) -> None:
    assert identity(one) == identity(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C++ Kilns", "C# Kilns"),
        ("窑炉", "窑炉二"),
        ("🔥", "🧱"),
        ("Kiln: Fire", "Kiln Fire"),
        ("???", "!!!"),
        ("A*", "A"),
    ],
)
def test_other_words_and_symbols_make_two_papers(one: str, other: str) -> None:
    assert identity(one) != identity(other)


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


def test_titles_that_differ_in_punctuation_share_no_slug() -> None:
    papers = (paper("Kiln: Fire"), paper("Kiln Fire"), paper("Kiln, Fire"))

    for order in (papers, papers[::-1]):
        assigned = {one.title: one.slug for one in assign_slugs(order, {"kiln-fire"})}
        assert len(set(assigned.values()) | {"kiln-fire"}) == 4
        assert assigned == {one.title: one.slug for one in assign_slugs(papers, {"kiln-fire"})}


@given(st.text(min_size=1, max_size=200))
def test_every_title_has_an_address(title: str) -> None:
    slug = make_slug(title)

    assert 1 <= len(slug) <= 80
    assert slug.isascii()
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug.strip("-") == slug


# ---- merging


def paper(title: str = "Kiln Fire", **facts: object) -> Paper:
    return replace(Paper(slug="kiln-fire", title=title, place=Place("content/papers/kiln-fire.md", 9)), **facts)  # type: ignore[arg-type]


def dated(name: str, digest: str, *entries: Entry) -> DatedDump:
    return DatedDump(Dump(header=("May 8",), date=PartialDate(0, 5, 8), entries=entries, name=name), digest)


def entry(title: str, abstract: str = "It fires.", line: int = 3, **facts: Any) -> Entry:  # noqa: ANN401  any fact
    return Entry(facts=Facts(title=title, **facts), abstract=abstract, line=line, abstract_line=line + 2)


def test_entries_of_one_paper_merge_and_keep_every_place() -> None:
    facts: dict[str, Any] = {"author_count": 4, "published": PartialDate(2024, 2, 3), "comments": 7}
    papers, problems = merge_entries(
        [
            dated("x/a.txt", "2024-05-08", entry("Kiln Fire"), entry("KILN fire.", line=7)),
            dated("x/b.txt", "2024-06-08", entry("Kiln Fire", **facts)),
        ]
    )

    assert problems == ()
    assert len(papers) == 1
    assert papers[0].title == "Kiln Fire"
    assert (papers[0].author_count, papers[0].published, papers[0].comments) == (4, PartialDate(2024, 2, 3), 7)
    assert papers[0].seen_in == (
        SeenIn(digest="2024-05-08", dump="a.txt", line=3),
        SeenIn(digest="2024-05-08", dump="a.txt", line=7),
        SeenIn(digest="2024-06-08", dump="b.txt", line=3),
    )


def test_conflicting_abstracts_keep_the_first_and_name_both_places() -> None:
    papers, problems = merge_entries(
        [
            dated("x/a.txt", "2024-05-08", entry("Kiln Fire", "One.")),
            dated("x/b.txt", "2024-06-08", entry("Kiln Fire", "Other.")),
        ]
    )

    assert papers[0].abstract == "One."
    assert [str(problem) for problem in problems] == [
        "x/b.txt:3: another abstract of 'Kiln Fire' than x/a.txt:3; the first is kept"
    ]


def test_a_byline_date_without_a_year_is_stated_as_it_is_printed() -> None:
    listed = entry("Kiln Fire", published=PartialDate(0, 2, 3))
    papers, _ = merge_entries([dated("a.txt", "undated-05-08", listed)])

    assert papers[0].published == PartialDate(0, 2, 3)


def test_what_a_page_says_wins_and_what_it_leaves_out_is_added() -> None:
    page = paper(votes=0, authors=("Ada Ofen",), abstract=None, summary="Ours.")
    dump = paper(votes=9, author_count=4, organisation="The Kiln Lab", abstract="Theirs.")
    merged = merge_papers(page, dump)

    assert (merged.votes, merged.authors, merged.author_count) == (0, ("Ada Ofen",), None)
    assert (merged.organisation, merged.abstract, merged.summary) == ("The Kiln Lab", "Theirs.", "Ours.")


def test_a_dump_the_page_knows_adds_no_second_place() -> None:
    page = paper(seen_in=(SeenIn(digest="2024-05-08", dump="a.txt", line=3),))
    again = paper(seen_in=(SeenIn(digest="2024-05-08", dump="a.txt", line=5),))

    assert page.seen_in == merge_papers(page, again).seen_in


def test_laying_over_finds_pages_by_title_and_alias() -> None:
    page = paper("Kiln Fire", aliases=("Firing a Kiln",))
    completed, fresh, problems = lay_over([page], [paper("firing a kiln", votes=3), paper("An Oven", slug="")])

    assert [(one.slug, one.votes) for one in completed] == [("kiln-fire", 3)]
    assert [(one.slug, one.title) for one in fresh] == [("an-oven", "An Oven")]
    assert problems == ()


def test_a_page_with_another_abstract_than_the_dump_is_reported() -> None:
    dump = replace(paper(abstract="Theirs."), place=Place("a.txt", 3))
    completed, _, problems = lay_over([paper(abstract="The page's.")], [dump])

    assert completed[0].abstract == "The page's."
    assert "content/papers/kiln-fire.md:9" in str(problems[0])
    assert str(problems[0]).startswith("a.txt:3")
