"""What a command says at its end."""

import json

import pytest

from site_src.errors import Place, Problem
from site_src.models import Dump, Paper
from site_src.outcomes import Import, Outcome, Recognised, Twins
from site_src.reports import import_json, import_summary, warnings_text


@pytest.mark.parametrize(("warnings", "told"), [(40, []), (41, ["warning: … and 1 more"])])
def test_forty_warnings_are_told_and_how_many_more_there_are(warnings: int, told: list[str]) -> None:
    problems = [Problem(Place("may.txt", line), "odd", "mend it") for line in range(1, warnings + 1)]
    lines = warnings_text(problems).splitlines()

    assert lines[0] == "warning: may.txt:1: odd; mend it"
    assert lines[39] == "warning: may.txt:40: odd; mend it"
    assert lines[40:] == told


# ---- what an import comes to


def outcome(slug: str, *lines: int, before: Paper | None = None, retitled: bool = False, abstract: str = "") -> Outcome:
    """A paper that a dump names in these lines."""
    paper = Paper(slug=slug, title=slug.title(), abstract=abstract or None)
    entries = [Recognised(place=Place("may.txt", n), title="Old Pot", by=None, retitled=retitled) for n in lines]
    return Outcome(paper=paper, before=before, entries=tuple(entries))


JUG = Paper(slug="jug", title="Jug", removed="not about pots")
POT = outcome("pot", 3, 9, abstract="It is fired.")
CUP = outcome("cup", 5)
URN = outcome("urn", 7, before=Paper(slug="urn", title="Urn"), retitled=True, abstract="It is old.")
GONE = Outcome(
    paper=JUG, before=JUG, entries=(Recognised(place=Place("may.txt", 8), title="Jug", by="title", retitled=False),)
)
IMPORTED = Import(
    pages={"pot.md": "", "cup.md": "", "urn.md": ""},
    dumps=(Dump(name="may.txt", form="RSS feed", entries=(), counts={"paper": 5, "untitled": 1}, counted="record"),),
    outcomes=(POT, CUP, URN, GONE),
    twins=(Twins(POT.paper, CUP.paper, "equal abstracts"),),
    problems=(Problem(Place("may.txt", 4), "no title", "left out"),),
)


def test_an_import_accounts_for_every_record_and_names_what_became_of_each_paper() -> None:
    assert import_summary(IMPORTED, "content/papers", 0.52).splitlines() == [
        "may.txt: RSS feed, 6 records (5 paper, 1 untitled), 0 entries",
        "new (2)",
        "  pot: Pot",
        "  cup: Cup",
        "extended: their pages gain what these dumps know (1)",
        "  urn: Urn",
        "merged: named more than once (1)",
        "  pot: may.txt:3, may.txt:9",
        "recognised under another title (1)",
        "  urn, 'Urn': 'Old Pot'",
        "listed only: without an abstract they are found and linked, not labelled (1)",
        "  cup: Cup",
        "removed: they stay so (1)",
        "  jug: not about pots",
        "likely twins (1)",
        "  pot and cup: equal abstracts",
        "0 entries of 4 papers (-4 merged): 2 new, 1 extended, 0 unchanged, 1 removed",
        "1 warning; pages are in content/papers; 0.5 s",
    ]


def test_a_dry_run_says_that_nothing_was_written() -> None:
    assert "a dry run: nothing was written" in import_summary(IMPORTED, "content/papers", 0, dry=True)
    assert json.loads(import_json(IMPORTED, dry=True))["written"] is False


@pytest.mark.parametrize(("count", "more"), [(20, []), (21, ["  … and 1 more; --json names all"])])
def test_twenty_papers_of_a_kind_are_named(count: int, more: list[str]) -> None:
    many = Import(
        pages={f"pot-{n}.md": "" for n in range(count)},
        dumps=(),
        outcomes=tuple(outcome(f"pot-{n}", n, abstract="It is fired.") for n in range(1, count + 1)),
        problems=(),
    )
    lines = import_summary(many, "papers", 0).splitlines()

    assert lines[:2] == [f"new ({count})", "  pot-1: Pot-1"]
    assert lines[21:-2] == more
    assert len(json.loads(import_json(many, dry=False))["new"]) == count


def test_programs_are_told_every_paper_place_and_warning() -> None:
    told = json.loads(import_json(IMPORTED, dry=False))

    assert told["written"] is True
    assert told["dumps"] == [
        {
            "file": "may.txt",
            "form": "RSS feed",
            "counted": "records",
            "counts": {"paper": 5, "untitled": 1},
            "entries": 0,
        }
    ]
    assert told["merged"] == [
        {
            "slug": "pot",
            "title": "Pot",
            "entries": [
                {"file": "may.txt", "line": 3, "title": "Old Pot", "recognised_by": None},
                {"file": "may.txt", "line": 9, "title": "Old Pot", "recognised_by": None},
            ],
        }
    ]
    assert [len(told[kind]) for kind in ("new", "extended", "unchanged", "removed", "listed_only")] == [2, 1, 0, 1, 1]
    assert told["twins"] == [{"slugs": ["pot", "cup"], "reason": "equal abstracts"}]
    assert told["warnings"] == [{"file": "may.txt", "line": 4, "seen": "no title", "cure": "left out"}]
