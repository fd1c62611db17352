"""The page of a single paper: a title, who and when, votes, an abstract under its heading, and a discussion."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from site_src.dates import DateError, PartialDate
from site_src.errors import Place, Problem
from site_src.identifiers import parse_arxiv_id, read_arxiv_id
from site_src.models import Entry, Facts
from site_src.printed_dates import parse_printed_date
from site_src.readers.text_copy.account import Part
from site_src.readers.text_copy.furniture import parse_count
from site_src.readers.text_copy.lines import Line, join_lines

_PUBLISHED = re.compile(r"Published(?: on)? (?P<date>\S+ \d{1,2}(?:, \d{4})?|\d{1,2} \S+(?: \d{4})?)(?: ·.*)?")
_ABSTRACT = re.compile(r"Abstract[:.]?", re.IGNORECASE)
_SUMMARY = re.compile(r"AI-generated summary", re.IGNORECASE)
_VIEW = re.compile(r"View (?:arXiv|paper) page|View PDF|Add to collection", re.IGNORECASE)
_UPVOTE = re.compile(r"Upvotes?(?: (?P<count>\S+))?", re.IGNORECASE)
_AUTHORS = re.compile(r"Authors?:", re.IGNORECASE)
_ID = re.compile(r"arxiv: ?(?P<id>\S+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PaperPage:
    """The paper of a page, its `header`, and what the lines below that are."""

    entry: Entry
    header: int
    parts: tuple[Part, ...]
    problems: tuple[Problem, ...]


def read_paper_page(lines: Sequence[Line], name: str) -> PaperPage | None:
    """The page's paper; None for lines that are no such page. It prints *Published on*, *Abstract*, *View* in order."""
    published = _first(lines, _PUBLISHED, 1)
    heading = _first(lines, _ABSTRACT, published + 1) if published else 0
    end = next((i for i in range(heading + 1, len(lines)) if _VIEW.match(lines[i].text)), 0) if heading else 0
    summary = _first(lines[:end], _SUMMARY, heading)
    start = max(heading, summary) + 1
    if not end or start >= end:
        return None
    title = next((i for i in range(published - 1, 0, -1) if lines[i].gap), 0)
    date, problems = _date(lines[published], name)
    facts = Facts(
        title=join_lines(lines[title:published]),
        arxiv=_arxiv(lines),
        authors=_authors(lines[published:heading]),
        published=date,
        votes=_votes(lines[published:heading]),
    )
    entry = Entry(
        facts=facts,
        abstract=join_lines(lines[start:end]),
        line=lines[title].number,
        abstract_line=lines[start].number,
    )
    parts = ((title, len(lines), "furniture"), (title, published, "title"), (start, end, "abstract"))
    return PaperPage(entry, title, parts, problems)


def _first(lines: Sequence[Line], pattern: re.Pattern[str], start: int) -> int:
    """The first line from `start` on that is all of the pattern; 0 for none."""
    return next((i for i in range(start, len(lines)) if pattern.fullmatch(lines[i].text)), 0)


def _date(line: Line, name: str) -> tuple[PartialDate | None, tuple[Problem, ...]]:
    found = _PUBLISHED.fullmatch(line.text)
    try:
        return (parse_printed_date(found["date"]) if found else None), ()
    except DateError as error:
        return None, (Problem(Place(name, line.number), str(error), "the date is left out"),)


def _authors(lines: Sequence[Line]) -> tuple[str, ...]:
    """The names below *Authors:*; a comma may stand on a line of its own."""
    start = next((i + 1 for i, line in enumerate(lines) if _AUTHORS.fullmatch(line.text)), len(lines))
    names = " ".join(line.text for line in lines[start:]).split(",")
    return tuple(" ".join(name.split()) for name in names if name.strip())


def _votes(lines: Sequence[Line]) -> int | None:
    """The number that stands beside or below the question for a vote."""
    for line, following in pairwise(lines):
        if found := _UPVOTE.fullmatch(line.text):
            return parse_count(found["count"] or following.text)
    return None


def _arxiv(lines: Sequence[Line]) -> str | None:
    """What the page says in so many words, else what it is said to lead to."""
    said = (parse_arxiv_id(found["id"]) for line in lines if (found := _ID.fullmatch(line.text)))
    linked = (read_arxiv_id(one.url) for line in lines if _VIEW.match(line.text) for one in line.addresses)
    return next(filter(None, (*said, *linked)), None)
