"""Dates in every shape that programs write → text that `dates.parse_written_date` takes."""

import re
from collections.abc import Iterable, Mapping, Sequence

from site_src.dates import DateError, PartialDate
from site_src.printed_dates import parse_written_date
from site_src.readers.records.aliases import fold_names
from site_src.readers.records.values import Values, find, read_text

_ZERO_PARTS = re.compile(r"-00(?=-|$)")
_SECONDS = re.compile(r"[0-9]{9,10}(?:\.[0-9]+)?")
_YEAR = re.compile(r"([0-9]{4})\.0+")
_DATE_PARTS = ("dateparts", "created", "value", "raw", "literal", "datetime", "date", "start")
_DEEPEST = 4  # lists and objects around a date


def read_date_text(values: Values, names: Iterable[str]) -> str:
    """The first date that can be read, else the first that cannot, which is then complained of."""
    written = list(filter(None, map(_written_date, find(values, names))))
    return next(filter(parse_date, written), written[0] if written else "")


def read_day_text(values: Values, names: Iterable[str]) -> str:
    """The same of a day; "" where there is only a month or a year, which are no day that something was listed on."""
    written = read_date_text(values, names)
    date = parse_date(written)
    return "" if date and not date.day else written


def parse_date(written: str) -> PartialDate | None:
    """The date; None for other text, and for a day that does not exist."""
    try:
        return parse_written_date(written)
    except DateError:
        return None


def is_day(written: str) -> bool:
    """Whether it is a day of a year."""
    date = parse_date(written)
    return bool(date and date.year and date.day)


def _written_date(value: object) -> str:
    """The date of an object as CSL, OpenReview or a database has it, of a list of parts, a number or a text."""
    for _ in range(_DEEPEST):
        match value:
            case Mapping():
                folded = fold_names(value)
                value = _inside(folded)
            case [Mapping() | [*_] as first, *_]:
                value = first
            case [int() | str() as first, *_] if str(first).isdecimal():
                return _join_parts(value) if isinstance(value, list) else ""
            case _:
                return _plain_date(" ".join(read_text(value).split()))
    return ""


def _inside(folded: Values) -> object:
    """What an object has for its date, in one piece or in parts."""
    whole = next((folded[name] for name in _DATE_PARTS if name in folded), None)
    return whole or [folded[name] for name in ("year", "month", "day") if name in folded]


def _join_parts(parts: Sequence[object]) -> str:
    """`2024-05-01` of 2024, 5, 1."""
    texts = [read_text(part).strip() for part in parts[:3]]
    return "-".join(text.zfill(2) for text in texts if text.isdecimal())


def _plain_date(text: str) -> str:
    if _SECONDS.fullmatch(text):
        return f"{text.partition('.')[0]}000"
    if year := _YEAR.fullmatch(text):
        return year[1]
    return _ZERO_PARTS.sub("", text)
