"""Where a copy's header ends, and the date it prints."""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from site_src.dates import MONTHS, DateError, DigestDate, parse_printed_date, parse_written_date
from site_src.errors import InputError, Place, Problem
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
            if date := _find_date(line.text):
                return Header(i + 1, i, date)
        except DateError as error:
            wrong = wrong or _wrong_date(Place(name, line.number), line.text, str(error))
    if not wrong and (are_cards(marks) or any(line.heading for line in lines)):
        start = _start_of_cards(lines, marks)
        if start is not None:
            return Header(start)
    place = Place(name, lines[0].number if lines else 1)
    raise InputError(wrong or Problem(place, "no date in the header" if lines else "no text", _DATE_CURE))


def _find_date(printed: str) -> DigestDate | None:
    """The day that a line prints, with or without its weekday. Raises DateError."""
    if date := parse_printed_date(printed):
        return date
    date = parse_written_date(printed)
    return date if date and date.day else None


def _first_of_entries(lines: Sequence[Line], marks: Sequence[Mark]) -> int:
    """The first line that only an entry can hold."""
    long = next((i for i, line in enumerate(lines) if len(line.text) >= LONG_LINE), len(lines))
    marked = next((mark.start for mark in marks if mark.kind in {"byline", "submitted", "upvotes"}), len(lines))
    return min(long, marked)


def _wrong_date(place: Place, printed: str, seen: str) -> Problem | None:
    """A header line such as `Top 10` has a date's form too: only a word near a month's name was meant as one."""
    word = re.sub(r"[^A-Za-z]", "", printed).title()[:3]
    near = difflib.get_close_matches(word, MONTHS, 1, 0.6) if len(word) == len("May") else []
    return Problem(place, seen, "expected e.g. 'May 8'") if near else None


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
