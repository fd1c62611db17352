"""What a page says it lists → a day, a week or a month."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from site_src.dates import DateError, DigestDate, PartialDate, Week, days_of_month, is_day, is_digest_date
from site_src.printed_dates import fold_digits, parse_printed_date, parse_printed_month

_WEEK_WORD = (
    "(?:week|wk|w|kw|kalenderwoche|woche|semaine|semana|setmana|settimana|săptămâna|uge|uke|vecka|viikko|týden"
    "|týždeň|tydzień|hét|неделя|тиждень|εβδομάδα|hafta|minggu|tuần)"
)
_WEEK = re.compile(
    rf"{_WEEK_WORD}[ .#]*(?P<week>[0-9]{{1,2}})(?:(?:,| of| in| de| /|/)? ?(?P<year>[0-9]{{4}}))?"
    rf"|(?P<year2>[0-9]{{4}})[-, /]*{_WEEK_WORD}[ .#-]*(?P<week2>[0-9]{{1,2}})"
    r"|(?:(?P<year3>[0-9]{4}) ?[年년] ?第? ?|第 ?)(?P<week3>[0-9]{1,2}) ?(?:[周週]|주차?)|(?P<week4>[0-9]{1,2}) ?주차"
)
_WEEK_FROM = re.compile(r"(?:week (?:of|from|beginning|starting)|semaine du|woche (?:ab|vom)|semana del?) (?P<day>.+)")
_FROM = re.compile(r"^(?:from|du|vom|von|del|dal|de|od|с) ")
# Of these the first that cuts the text in two.
_TO = (
    re.compile(r" ?[–—―‒−~〜] ?| (?:-|to|until|through|bis|au|al|a|até|tot|t/m|do|по|til|till|至|から) "),
    re.compile(r"(?<=[0-9日일])[-至](?=[0-9a-z])"),
    re.compile(r"/(?=[0-9]{4}-)"),
)
_DAY_ALONE = re.compile(r"(?P<day>[0-9]{1,2})(?:[.日號号일]|st|nd|rd|th)?(?:,? (?P<year>[0-9]{4}))?")
_EVERY_CALENDAR = range(2001, 2029)  # the years after which days and weekdays come together again
_SPAN_CURE = "name the week or the month it lists, e.g. 'Week 48, 2025' or 'November 2025'"
_YEARS, _WEEKS = ("year", "year2", "year3"), ("week", "week2", "week3", "week4")
_TO_SUNDAY = 6  # days


def parse_digest_date(line: str) -> DigestDate | None:
    """The day, week or month that a line of its own says a page lists: `May 8`, `Week 19, 2025`, `2025-W19`,
    `May 5 – 11, 2025`, `May 2025`; None for another line.

    Raises DateError where it names no such day, or a span that is neither a week from Monday to Sunday nor a month.
    """  # noqa: D205  the forms are one list
    readers: tuple[Callable[[str], DigestDate | None], ...]
    readers = (_parse_week, parse_printed_month, parse_printed_date, _parse_span)
    return next((date for read in readers if (date := read(line))), None)


def _parse_week(line: str) -> Week | None:
    text = fold_digits(line)
    if match := _WEEK_FROM.fullmatch(text):
        day = parse_printed_date(match["day"])
        return _week_from(day, line) if day else None
    match = _WEEK.fullmatch(text)
    if not match:
        return None
    year, number = (next((part for part in match.group(*names) if part), "") for names in (_YEARS, _WEEKS))
    week = Week(int(year or 0), int(number))
    if year == "0000" or not is_digest_date(week):
        raise DateError(f"impossible week '{line}'", "expected e.g. 'Week 48, 2025'")
    return week


def _parse_span(line: str) -> DigestDate | None:
    """What the days from the one to the other are together."""
    days = _read_span(_FROM.sub("", fold_digits(line)))
    if not days:
        return None
    first, last = _share_year(*days)
    if not all(is_day(day.year, day.month, day.day) for day in (first, last)):
        raise DateError(f"impossible date in '{line}'")
    if first == last:
        return first
    if _is_month(first, last):
        return replace(first, day=0)
    if week := _week_from(first, line, last):
        return week
    raise DateError(f"'{line}' is neither one week from Monday to Sunday nor one month", _SPAN_CURE)


def _read_span(text: str) -> tuple[PartialDate, PartialDate] | None:
    """The first and the last day, each as it is printed, but that one may leave its month to the other."""
    sides = next((sides for to in _TO if len(sides := to.split(text)) == len(("from", "to"))), None)
    if not sides:
        return None
    alone = [_DAY_ALONE.fullmatch(side) for side in sides]
    first, last = (None if bare else parse_printed_date(side) for side, bare in zip(sides, alone, strict=True))
    if last and alone[0] and not alone[0]["year"]:
        first = PartialDate(last.year, last.month, int(alone[0]["day"]))
    if first and alone[1]:
        year = int(alone[1]["year"] or first.year)
        last = PartialDate(year, first.month, int(alone[1]["day"]))
    return (first, last) if first and last else None


def _share_year(first: PartialDate, last: PartialDate) -> tuple[PartialDate, PartialDate]:
    """Both with the year that one of them prints; over the turn of the year, the one before or after."""
    turn = (first.month, first.day) > (last.month, last.day)
    if last.year and not first.year:
        return replace(first, year=last.year - turn), last
    if first.year and not last.year:
        return first, replace(last, year=first.year + turn)
    return first, last


def _is_month(first: PartialDate, last: PartialDate) -> bool:
    ends = {days_of_month(first.year, first.month)} | (set() if first.year else {days_of_month(1, first.month)})
    return (first.year, first.month) == (last.year, last.month) and first.day == 1 and last.day in ends


def _week_from(first: PartialDate, line: str, last: PartialDate | None = None) -> Week | None:
    """The week from Monday, the first day, to the last; None where they are none in any year.

    Raises DateError where it depends on the year which week it is, or where a week is said to begin on another day.
    """
    weeks = sorted(set(_weeks_from(first, last)))
    if len(weeks) > 1:
        raise DateError(f"which week '{line}' is depends on the year", "add the year")
    if not weeks and not last:
        raise DateError(f"'{line}' does not begin on a Monday", _SPAN_CURE)
    return weeks[0] if weeks else None


def _weeks_from(first: PartialDate, last: PartialDate | None) -> Iterator[Week]:
    for year in [first.year] if first.year else _EVERY_CALENDAR:
        if not is_day(year, first.month, first.day):
            continue
        monday = dt.date(year, first.month, first.day)
        if monday.weekday() == 0 and (not last or _is_sunday_after(monday, last)):
            week = monday.isocalendar()
            found = Week(week.year if first.year else 0, week.week)
            yield from [found] if is_digest_date(found) else []


def _is_sunday_after(monday: dt.date, last: PartialDate) -> bool:
    if last.year:
        return (dt.date(last.year, last.month, last.day) - monday).days == _TO_SUNDAY
    sunday = monday + dt.timedelta(days=_TO_SUNDAY)
    return (sunday.month, sunday.day) == (last.month, last.day)
