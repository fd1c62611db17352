"""Where a copy's header ends, and the date it prints."""

from collections.abc import Sequence
from dataclasses import dataclass

from site_src.dates import DateError, DigestDate
from site_src.errors import InputError, Place, Problem
from site_src.printed_spans import parse_digest_date
from site_src.readers.text_copy.furniture import Mark, are_cards, entry_level
from site_src.readers.text_copy.lines import LONG_LINE, Line

_DATE_CURE = "write the digest's date on a line of its own above the first title, e.g. 'May 8'"


@dataclass(frozen=True, slots=True)
class Header:
    """The lines before `end`. `date_at` is the line of the date, None where the page has none."""

    end: int
    date_at: int | None = None
    date: DigestDate | None = None


def find_header(lines: Sequence[Line], marks: Sequence[Mark], name: str) -> Header:
    """The header, which a date ends; of a page of cards, which may have no date, what stands above the first card.

    Raises InputError where neither is found, or the date is impossible.
    """
    wrong: Problem | None = None
    for i, line in enumerate(lines[: _first_of_entries(lines, marks)]):
        try:
            if date := parse_digest_date(line.text):
                return Header(i + 1, i, date)
        except DateError as error:
            wrong = wrong or Problem(Place(name, line.number), str(error), error.cure)
    if not wrong and (are_cards(marks) or any(line.heading for line in lines)):
        start = _start_of_cards(lines, marks)
        if start is not None:
            return Header(start)
    place = Place(name, lines[0].number if lines else 1)
    raise InputError(wrong or Problem(place, "no date in the header", _DATE_CURE))


def _first_of_entries(lines: Sequence[Line], marks: Sequence[Mark]) -> int:
    """The first line that only an entry can hold."""
    long = next((i for i, line in enumerate(lines) if len(line.text) >= LONG_LINE), len(lines))
    marked = next((mark.start for mark in marks if mark.kind in {"byline", "submitted", "upvotes"}), len(lines))
    return min(long, marked)


def _start_of_cards(lines: Sequence[Line], marks: Sequence[Mark]) -> int | None:
    """The first title that is a heading, with the marks right above it; else the first mark if it stands above a
    title, else two blocks above it; None where there are not so many.
    """  # noqa: D205  the cases are one list
    level = entry_level(lines)
    start = next((i for i, line in enumerate(lines) if level and line.heading == level), None)
    if start is not None:
        ends = {mark.end: mark.start for mark in marks if mark.kind in {"submitted", "count", "upvotes"}}
        while start in ends:
            start = ends[start]
        return start
    first = next(iter(sorted(marks, key=lambda mark: (mark.kind != "submitted", mark.start))), None)
    if not first or first.kind in {"submitted", "count"}:
        return first.start if first else None
    gaps = [i for i in range(first.start) if lines[i].gap]
    return next(iter(gaps[-2:-1]), None)
