"""Dates as dumps and pages print them, and digests' names, which are dates; no function here knows today's date."""

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NAMES = {name.lower(): n for n in range(1, 13) for name in (MONTHS[n - 1], calendar.month_name[n])}
_NAMES["sept"] = 9

_MONTH_FIRST = re.compile(r"(?P<month>[^\W\d_]+)\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?(?:, ?(?P<year>\d{4}))?")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.? (?P<month>[^\W\d_]+)\.?(?:,? (?P<year>\d{4}))?")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})(?:-(?P<day>\d{2}))?|(?P<only>\d{4})")
_DIGEST_NAME = re.compile(r"(?:(?P<year>\d{4})|undated)-(?P<month>\d\d)-(?P<day>\d\d)")

_NUMBERS = re.compile(
    r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})(?:[-/.](?P<day>[0-9]{1,2}))?/?(?:[T ][0-9:.,]+ ?(?:Z|[+-][0-9:]+)?)?"
)
_SINCE_1970 = re.compile(r"[0-9]{12,13}")  # milliseconds
_WEEKDAY = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,? +")
_TIME_OF_DAY = re.compile(
    r",? [0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?: ?(?:[AP]M|[A-Z]{1,4}|[+-][0-9:]{4,6}))*$"
)

_LEAP_YEAR = 4  # the first of the calendar


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


# What a digest is of: a day, a week or a month.
DigestDate = PartialDate


class DateError(ValueError):
    """Words in the form of a date that name no day of any calendar; the message says which part is wrong."""


def month_number(name: str) -> int:
    """1–12 for an English month, abbreviated or not; 0 for any other word."""
    return _NAMES.get(name.lower(), 0)


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the day exists; with an unknown year (0), whether it exists in some year."""
    return 1 <= month <= len(MONTHS) and 1 <= day <= calendar.monthrange(year or _LEAP_YEAR, month)[1]


def parse_printed_date(printed: str) -> PartialDate | None:
    """The date a line prints, e.g. `May 8`, `Mar 11, 2021`, `8 May`, `2025-05-08`; None when it is no date's form.

    Raises DateError for a date's form without a day behind it: `Feb 30`, `Mya 8`.
    """
    if (iso := parse_iso_date(printed)) and iso.day:
        return iso
    match = _MONTH_FIRST.fullmatch(printed) or _DAY_FIRST.fullmatch(printed)
    if not match:
        return None
    month, day, year = month_number(match["month"]), int(match["day"]), int(match["year"] or 0)
    if not month:
        raise DateError(f"unknown month in '{printed}'")
    if not is_day(year, month, day):
        raise DateError(f"impossible date '{printed}'")
    return PartialDate(year, month, day)


def parse_iso_date(printed: str) -> PartialDate | None:
    """`2024-02-29`, `2024-02` or `2024`; None for another form. Raises DateError when there is no such day."""
    match = _ISO.fullmatch(printed)
    if not match:
        return None
    year, month, day = (int(part or 0) for part in (match["only"] or match["year"], match["month"], match["day"]))
    if not year or (match["month"] and not is_day(year, month, day if match["day"] else 1)):
        raise DateError(f"impossible date '{printed}'")
    return PartialDate(year, month, day)


def parse_written_date(written: str) -> PartialDate | None:
    """The day of a date as programs write it: `2024-02-29T09:10:22Z`, `2024/2/29`, `Thu, 29 Feb 2024 09:10:22 GMT`,
    milliseconds since 1970, and what `parse_printed_date` and `parse_iso_date` take.

    None for another form. Raises DateError when there is no such day.
    """  # noqa: D205  the forms are one list
    written = written.strip()
    if _SINCE_1970.fullmatch(written):
        day = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(written))
        return PartialDate(day.year, day.month, day.day)
    if match := _NUMBERS.fullmatch(written):
        year, month, day_of_month = (int(part) if part else 0 for part in match.group("year", "month", "day"))
        if not is_day(year, month, day_of_month or 1):
            raise DateError(f"impossible date '{written}'")
        return PartialDate(year, month, day_of_month)
    bare = _WEEKDAY.sub("", _TIME_OF_DAY.sub("", written))
    return parse_iso_date(bare) or parse_printed_date(bare)


def format_date(date: PartialDate) -> str:
    """The date as people read it, as far as it is known: `8 May 2025`, `May 2025`, `2025`, `8 May`."""
    day, month, year = str(date.day), calendar.month_name[date.month], str(date.year)
    return " ".join(part for part in (day, month, year) if part not in {"", "0"})


def read_date(written: object) -> PartialDate:
    """The date front matter has: `2024` is a number to YAML and the rest is text. Raises ValueError for no date."""
    words = isinstance(written, int | str) and not isinstance(written, bool)
    if date := parse_iso_date(str(written)) if words else None:
        return date
    raise ValueError("expected a date as 2024-02-29, 2024-02 or 2024")


# ---- digests


def digest_name(date: PartialDate) -> str:
    """`2025-05-08`, or `undated-05-08` where the year is unknown."""
    year = f"{date.year:04d}" if date.year else "undated"
    return f"{year}-{date.month:02d}-{date.day:02d}"


def digest_title(date: PartialDate) -> str:
    """`8 May 2025`; an unknown year is said."""
    return format_date(date) + ("" if date.year else ", year unknown")


def parse_digest_name(name: str) -> PartialDate | None:
    """The date a digest's name states; None where it names no day."""
    match = _DIGEST_NAME.fullmatch(name)
    if not match:
        return None
    date = PartialDate(int(match["year"] or 0), int(match["month"]), int(match["day"]))
    return date if is_day(date.year, date.month, date.day) else None


def read_digest_name(written: object) -> str:
    """The name of a digest. Raises ValueError for anything else."""
    if not isinstance(written, str) or parse_digest_name(written) is None:
        raise ValueError("expected a digest as 2025-05-08 or undated-05-08")
    return written
