"""Bylines: who, how many, when and comments, on one line or on several, with and without blank lines between."""

from collections.abc import Sequence

import pytest

from site_src.errors import InputError
from site_src.models import Dump, PartialDate
from site_src.readers import read_dump

TITLES = ("Kiln Plan: Scheduling a Firing", "Half a Coat Is Enough", "Mamba", "A Wheel That Forgets Its Clay")
ABSTRACTS = (
    "Small ovens leave most of their heat unused between two firings. We group bowls by the age of their glaze.",
    "Glazes that are rarely seen can be far thinner. We measure which, and coat them half.",
    "We show that snakes climb. They climb fast.",
    "Wheels that turn all day send new clay to where it was good a month ago. We add a brake.",
)
ORGANISATIONS = ("Kiln Labs", "The Guild of Clay and of Cold Glazes", "OCC", "窑炉研究院")
WHEN = PartialDate(2024, 10, 7)

WITH_ORGANISATION = (
    "{who}\n\n·\n{n} authors",
    "{who}\n·\n{n} authors",
    "{who}\n\n·\n\n{n} authors",
    "{who} · {n} authors",
    "{who}\n\n· {n} authors",
    "{who}\n· {n} authors",
    "{who} ·\n{n} authors",
    "{who} ·\n\n{n} authors",
    "{who}\n{n} authors",
    "{who}\n\n{n} authors",
    "{who}\n·\n  • {n} authors",
)
ALONE = (
    "{n} authors",
    "· {n} authors",
    "• {n} authors",
    "·\n{n} authors",
    "·\n\n{n} authors",
    "* {n} authors",
    "·\n{n} autores",
)
DATES = (
    "",
    "\n· Oct 7, 2024",
    "\n·\nOct 7, 2024",
    "\n\n·\n\nOct 7, 2024",
    " · Oct 7, 2024",
    "\n· Published on Oct 7, 2024",
)
COMMENTS = ("", "\n3", "\n\n3", "\n\n3 comments")


def page(bylines: Sequence[str], layout: str) -> str:
    """A page of entries, or of `titles` without abstracts, with what stands above a title."""
    blocks = ["Daily Papers", "Nov 28, 2025"]
    for i, byline in enumerate(bylines):
        above = {"plain": (), "votes": (str(i + 12),)}.get(layout, (f"Submitted by\n\nuser-{i}", str(i + 12)))
        blocks += [*above, TITLES[i], *(() if layout == "titles" else ABSTRACTS[i : i + 1]), byline]
    return "\n\n".join(blocks)


def read(text: str) -> Dump:
    return read_dump(text.encode(), "copy.txt", "text")


@pytest.mark.parametrize("layout", ["plain", "votes", "cards", "titles"])
@pytest.mark.parametrize("who", [*WITH_ORGANISATION, *ALONE])
def test_a_byline_is_read_in_every_layout(who: str, layout: str) -> None:
    for date in DATES:
        for said in COMMENTS:
            bylines = [who.format(who=name, n=n) + date + said for n, name in enumerate(ORGANISATIONS, 2)]
            dump = read(page(bylines, layout))

            assert [entry.title for entry in dump.entries] == list(TITLES)
            assert [entry.abstract for entry in dump.entries] == [*([""] * 4 if layout == "titles" else ABSTRACTS)]
            named = ORGANISATIONS if "who" in who else [None] * 4
            assert [entry.facts.organisation for entry in dump.entries] == [*named]
            assert [entry.facts.author_count for entry in dump.entries] == [2, 3, 4, 5]
            assert {entry.facts.published for entry in dump.entries} == {WHEN if date else None}
            assert {entry.facts.comments for entry in dump.entries} == {3 if said else None}
            assert [entry.facts.votes for entry in dump.entries] == [
                *([None] * 4 if layout == "plain" else [12, 13, 14, 15])
            ]
            assert dump.problems == ()


def test_a_page_may_name_organisations_now_and_then() -> None:
    bylines = ["Kiln Labs\n\n·\n2 authors", "· 3 authors", "OCC · 4 authors", "5 authors"]
    entries = read(page(bylines, "cards")).entries

    assert [(one.facts.organisation, one.facts.author_count) for one in entries] == [
        ("Kiln Labs", 2),
        (None, 3),
        ("OCC", 4),
        (None, 5),
    ]


def test_a_byline_without_a_date_is_a_warning_where_others_have_one() -> None:
    problems = read(page(["2 authors · Oct 7, 2024", "3 authors"], "plain")).problems

    assert [str(problem).split(";")[0] for problem in problems] == ["copy.txt:15: a byline without a date"]


@pytest.mark.parametrize(("words", "named"), [(8, True), (9, False)])
def test_an_organisation_below_a_title_has_eight_words(words: int, named: bool) -> None:  # noqa: FBT001
    name = "Guild " + " ".join(["of"] * (words - 1))
    entry = read(page([f"{name}\n\n· 2 authors"], "titles")).entries[0]

    assert (entry.facts.organisation, entry.abstract) == ((name, "") if named else (None, name))


@pytest.mark.parametrize(("name", "named"), [("Guild of Clay", True), ("Guild of Old Clay", False)])
def test_a_bullet_stands_for_an_organisation_unless_one_of_three_words_is_there(name: str, named: bool) -> None:  # noqa: FBT001
    text = page([f"{name}\n\n• 2 authors", "• 3 authors", "• 4 authors"], "plain")

    if named:
        assert read(text).entries[0].facts.organisation == name
    else:
        with pytest.raises(InputError, match=f"'{name}'"):
            read(text)


def test_an_abstract_of_one_sentence_right_above_a_separator_is_no_organisation() -> None:
    first = read(f"May 8\n\nKilns\n\nThey are hot.\n·\nOct 7, 2024\n\nMamba\n\n{ABSTRACTS[2]}\n·\nOct 8").entries[0]

    assert (first.abstract, first.facts.organisation) == ("They are hot.", None)


def test_what_follows_a_separator_and_counts_no_authors_is_none() -> None:
    first, _ = read(page(["OCC · 2 authors · Oct 7, 2024 · 3 comments", "3 authors · Oct 7"], "plain")).entries

    assert (first.facts.organisation, first.facts.author_count, first.facts.comments) == ("OCC", 2, 3)
    assert "·" in read(page(["2 authors", "3 authors"], "plain").replace("Kiln Plan", "Kiln·4 Plan")).entries[0].title
