"""Bylines: `• 5 authors` or an organisation's handle and name, `·`, a date and perhaps comments."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_src.dates import DateError
from site_src.errors import Place, Problem
from site_src.models import PartialDate
from site_src.printed_dates import parse_printed_date
from site_src.readers.text_copy.lines import BULLET, SEPARATOR, BylineBlock, Line

_AUTHORS = re.compile(rf"{BULLET} ?(?P<count>[1-9]\d{{0,2}}(?:,\d{{3}})+|[1-9]\d*) authors?")
_ORGANISATION = re.compile(r"(?P<handle>[A-Za-z0-9][\w.-]*)(?: (?P<name>\S.*))?")
_WHEN = re.compile(r"(?P<date>\S+ \d{1,2}(?:, ?\d{4})?|\d{4}-\d{2}-\d{2})(?: (?P<comments>\S+))?")
_COUNT = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")

_LONGEST_ORGANISATION = 100
_EXPECTED = "expected e.g. '• 5 authors', '·', 'Feb 3 2' on three lines; the field is left out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """The block under an abstract. `lines` are as printed; a field is None where it is absent or malformed."""

    lines: tuple[str, ...] = ()
    author_count: int | None = None
    organisation: str | None = None
    published: PartialDate | None = None
    comments: int | None = None


def find_bylines(lines: Sequence[Line]) -> Iterator[BylineBlock]:
    """The bylines among the lines, in order, apart from each other. A separator or a bullet gives one away."""
    taken = 0
    for i, line in enumerate(lines):
        if i < taken or not (line.text == SEPARATOR or line.text.startswith(BULLET)):
            continue
        if line.text == SEPARATOR:
            start = i - 1 if i > taken and _is_organisation_line(lines, i - 1) else i
            end = _end_of_date(lines, i + 1)
        else:
            separated = i + 1 < len(lines) and lines[i + 1].text == SEPARATOR
            start, end = i, _end_of_date(lines, i + 2 if separated else i + 1)
        yield BylineBlock(start, end)
        taken = end


def _is_organisation_line(lines: Sequence[Line], i: int) -> bool:
    """Whether line i names who, above the separator in line i + 1.

    An abstract stands before a byline: the line must be set apart from it, or follow its full stop. And it must stand
    together with the separator, unless blank lines stand between all lines of the byline.
    """
    text = lines[i].text
    apart = lines[i].gap or (lines[i - 1].text.endswith(".") and not text.endswith("."))
    spaced = i + 2 < len(lines) and lines[i + 2].gap and _WHEN.fullmatch(lines[i + 2].text)
    together = not lines[i + 1].gap or spaced
    return bool(apart and together and len(text) <= _LONGEST_ORGANISATION)


def _end_of_date(lines: Sequence[Line], i: int) -> int:
    """The line after the separator is the date, malformed or not; apart from it, only what looks like a date is."""
    if i >= len(lines):
        return len(lines)
    after_separator = lines[i - 1].text == SEPARATOR
    return i + 1 if (after_separator and not lines[i].gap) or _WHEN.fullmatch(lines[i].text) else i


def parse_byline(lines: Sequence[Line], file: str) -> tuple[Byline, tuple[Problem, ...]]:
    """A byline, with a warning for each malformed field; the field is None, the rest and all lines are kept."""
    problems: list[Problem] = []
    who, when = _who_and_when(lines)
    count = organisation = date = comments = None
    if who:
        count, organisation, seen = _parse_who(who.text)
        problems += _warnings(who, seen, file)
    if when:
        date, comments, seen = _parse_when(when.text)
        problems += _warnings(when, seen, file)
    else:
        problems += _warnings(lines[-1], "a byline without a date", file)
    byline = Byline(
        lines=tuple(line.text for line in lines),
        author_count=count,
        organisation=organisation,
        published=date,
        comments=comments,
    )
    return byline, tuple(problems)


def _warnings(line: Line, seen: str, file: str) -> list[Problem]:
    return [Problem(Place(file, line.number), seen, _EXPECTED)] if seen else []


def _who_and_when(lines: Sequence[Line]) -> tuple[Line | None, Line | None]:
    """The line (or part of a single line) that names who, and the one that says when."""
    pieces = [
        Line(piece.strip(), line.number, line.gap)
        for line in lines
        for piece in re.split(rf"({SEPARATOR})", line.text)
        if piece.strip()
    ]
    at = next((i for i, piece in enumerate(pieces) if piece.text == SEPARATOR), None)
    if at is None:
        return pieces[0], pieces[1] if len(pieces) > 1 else None
    return next(iter(pieces[:at]), None), next(iter(pieces[at + 1 :]), None)


def _parse_who(text: str) -> tuple[int | None, str | None, str]:
    """(author count, organisation, what is wrong)."""
    if match := _AUTHORS.fullmatch(text):
        return int(match["count"].replace(",", "")), None, ""
    if text.startswith(BULLET):
        return None, None, f"no number of authors in '{text}'"
    if match := _ORGANISATION.fullmatch(text):
        return None, match["name"] or match["handle"], ""
    return None, None, f"neither authors nor an organisation in '{text}'"


def _parse_when(text: str) -> tuple[PartialDate | None, int | None, str]:
    """(date, comments, what is wrong)."""
    match = _WHEN.fullmatch(text)
    if not match:
        return None, None, f"no date in '{text}'"
    printed = match["comments"]
    if printed and _YEAR.fullmatch(printed) and "," not in match["date"]:
        return None, None, f"'{printed}' in '{text}' may be a year or comments"
    try:
        date = parse_printed_date(match["date"])
    except DateError as error:
        return None, _count(printed), str(error)
    wrong = f"'{printed}' in '{text}' is no number of comments" if printed and _count(printed) is None else ""
    return date, _count(printed), wrong if date else f"no date in '{text}'"


def _count(printed: str | None) -> int | None:
    return int(printed.replace(",", "")) if printed and _COUNT.fullmatch(printed) else None
