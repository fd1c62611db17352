"""Days, weeks and months, and the digests' names, which are such; no function here knows today's date.

What dumps print of them is read by `printed_dates` and `printed_spans`.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass, replace

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?|(?P<only>[0-9]{4})")
_DAY_OF_SOME_YEAR = re.compile(r"--(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")

# What begins the name of a digest of an unknown year.
_UNDATED = "undated"
DIGEST_NAME = rf"(?:[0-9]{{4}}|{_UNDATED})-(?:W[0-9]{{2}}|[0-9]{{2}}(?:-[0-9]{{2}})?)"  # a pattern
_DIGEST_NAME = re.compile(
    rf"(?:(?P<year>[0-9]{{4}})|{_UNDATED})-(?:W(?P<week>[0-9]{{2}})|(?P<month>[0-9]{{2}})(?:-(?P<day>[0-9]{{2}}))?)"
)
_EXPECTED_DIGEST = "a day, week or month as 2025-05-08, 2025-W19 or 2025-05"

_LEAP_YEAR = 4  # the first of the calendar
_LONG_YEAR = 2020  # one with a week 53
_PLAIN_YEAR = 2018  # one that begins with a Monday and has no leap day: where a week of an unknown year is put
_DAYS_OF_WEEK = 7


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of which the year, or the month and day, may be unknown (0). At least one part is known."""

    year: int = 0
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """ISO 8601 as far as known: `2024-02-29`, `2024-02`, `2024`; without a year `--02-29`."""
        year = f"{self.year:04d}" if self.year else "-"
        return "-".join([year, *(f"{part:02d}" for part in (self.month, self.day) if part)])


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """A week from Monday to Sunday as ISO 8601 counts them; `year` is the one it is counted in, 0 where unknown."""

    year: int
    number: int

    def __str__(self) -> str:
        """`2025-W48`; without a year `W48`."""
        return f"{self.year:04d}-W{self.number:02d}" if self.year else f"W{self.number:02d}"


# What a digest is of: a day, a week or (without a day) a month.
DigestDate = PartialDate | Week


class DateError(ValueError):
    """Words in the form of a date that are none: the message says what is wrong, `cure` what to do about it."""

    def __init__(self, seen: str, cure: str = "expected e.g. 'May 8'") -> None:
        super().__init__(seen)
        self.cure = cure


# ---- the calendar


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the day exists; with an unknown year (0), whether it exists in some year."""
    return year <= dt.MAXYEAR and 1 <= month <= len(MONTHS) and 1 <= day <= days_of_month(year, month)


def is_digest_date(date: DigestDate) -> bool:
    """Whether there is such a day, week or month, in some year where it is unknown."""
    if isinstance(date, Week):
        if date.year == dt.MAXYEAR:  # the last week goes on for ever
            return False
        return 1 <= date.number <= dt.date(date.year or _LONG_YEAR, 12, 28).isocalendar().week
    return is_day(date.year, date.month, date.day or 1)


def days_of_month(year: int, month: int) -> int:
    """How many it has; of an unknown year (0), the most."""
    return calendar.monthrange(year or _LEAP_YEAR, month)[1]


def first_day(date: DigestDate) -> PartialDate:
    """The day, or the first of the week or month; for a week of an unknown year, about which."""
    if isinstance(date, Week):
        return _day_of_week(date, 1)
    return replace(date, day=date.day or 1)


def last_day(date: DigestDate) -> PartialDate:
    """The day, or the last of the week or month; for a week of an unknown year, about which."""
    if isinstance(date, Week):
        return _day_of_week(date, _DAYS_OF_WEEK)
    return replace(date, day=date.day or days_of_month(date.year, date.month))


def _day_of_week(week: Week, number: int) -> PartialDate:
    monday = dt.date.fromisocalendar(week.year or _PLAIN_YEAR, 1, 1)
    day = monday + dt.timedelta(days=_DAYS_OF_WEEK * (week.number - 1) + number - 1)
    if not week.year:  # week 53 is not to begin the year again
        day = min(day, dt.date(_PLAIN_YEAR, 12, 31))
    return PartialDate(day.year if week.year else 0, day.month, day.day)


# ---- as people read them


def format_date(date: PartialDate) -> str:
    """The date as people read it, as far as it is known: `8 May 2025`, `May 2025`, `2025`, `8 May`."""
    day, month, year = str(date.day), calendar.month_name[date.month], str(date.year)
    return " ".join(part for part in (day, month, year) if part not in {"", "0"})


def digest_title(date: DigestDate) -> str:
    """`8 May 2025`, `May 2025`, `Week 48 of 2025 (24–30 November)`; an unknown year is said."""
    unknown = "" if date.year else ", year unknown"
    if isinstance(date, PartialDate):
        return format_date(date) + unknown
    return f"Week {date.number}" + (f" of {date.year} ({_format_span(date)})" if date.year else unknown)


def _format_span(week: Week) -> str:
    """`24–30 November`, `29 September – 5 October`; years where the two differ."""
    first, last = first_day(week), last_day(week)
    if first.year != last.year:
        return f"{format_date(first)} – {format_date(last)}"
    if first.month != last.month:
        return f"{format_date(replace(first, year=0))} – {format_date(replace(last, year=0))}"
    return f"{first.day}–{format_date(replace(last, year=0))}"


# ---- as pages state them


def parse_iso_date(printed: str) -> PartialDate | None:
    """`2024-02-29`, `2024-02` or `2024`; None for another form. Raises DateError when there is no such day."""
    match = _ISO.fullmatch(printed)
    if not match:
        return None
    year, month, day = (int(part or 0) for part in (match["only"] or match["year"], match["month"], match["day"]))
    if not year or (match["month"] and not is_day(year, month, day if match["day"] else 1)):
        raise DateError(f"impossible date '{printed}'")
    return PartialDate(year, month, day)


def read_published(written: object) -> PartialDate:
    """The date front matter has: `2024` is a number to YAML and the rest is text. Raises ValueError for no date.

    `--02-29` is a day of which the year was not printed.
    """
    words = str(written) if isinstance(written, int | str) and not isinstance(written, bool) else ""
    if date := parse_iso_date(words):
        return date
    if match := _DAY_OF_SOME_YEAR.fullmatch(words):
        date = PartialDate(0, int(match["month"]), int(match["day"]))
        if is_day(0, date.month, date.day):
            return date
        raise DateError(f"impossible date '{words}'")
    raise ValueError("expected a date as 2024-02-29, 2024-02 or 2024, or --02-29 where the year is not known")


def read_digest_date(written: object) -> DigestDate:
    """What front matter says a dump lists, its year with it. Raises ValueError for anything else."""
    date = parse_digest_name(written) if isinstance(written, str) else None
    if not date or not date.year:
        raise ValueError(f"expected {_EXPECTED_DIGEST}")
    return date


# ---- digests


def digest_name(date: DigestDate) -> str:
    """`2025-05-08`, `2025-W19` or `2025-05`, or `undated-05-08` where the year is unknown, and so on."""
    name = str(date).lstrip("-")
    return name if date.year else f"{_UNDATED}-{name}"


def parse_digest_name(name: str) -> DigestDate | None:
    """The day, week or month a digest's name states; None where it names none."""
    match = _DIGEST_NAME.fullmatch(name)
    if not match or match["year"] == "0000":
        return None
    year, week, month, day = (int(part or 0) for part in match.group("year", "week", "month", "day"))
    date = Week(year, week) if match["week"] else PartialDate(year, month, day)
    return date if is_digest_date(date) and match["day"] != "00" else None


def read_digest_name(written: object) -> str:
    """The name of a digest. Raises ValueError for anything else."""
    if not isinstance(written, str) or parse_digest_name(written) is None:
        raise ValueError(f"expected a digest of {_EXPECTED_DIGEST}, or with {_UNDATED} for the year")
    return written


def is_dated(name: str) -> bool:
    """Whether the year of the digest of that name is known; not for "", which is none."""
    return bool(name) and not name.startswith(_UNDATED)


def digest_order(name: str) -> tuple[bool, PartialDate, str]:
    """A sort key: dated digests first, oldest first, a week or month as of its last day; then those without a year."""
    date = parse_digest_name(name)
    return not is_dated(name), last_day(date) if date else PartialDate(), name


def complete_year(day: PartialDate, seen: DigestDate) -> PartialDate:
    """A day without its year as seen in a digest: what comes after the digest's (last) day is of the year before.

    Stays without where the digest has none, or the year has no such day.
    """
    last = last_day(seen)
    year = last.year - ((day.month, day.day) > (last.month, last.day)) if last.year else 0
    return replace(day, year=year) if is_day(year, day.month, day.day) else day
