"""Days and months as pages print them, in any language, and as programs write them.

What only looks like a date ("Top 10") is none; what was meant as one and cannot be is an error that says why.
"""

import datetime as dt
import difflib
import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from site_src.calendar_words import MONTHS as OTHER_MONTHS
from site_src.calendar_words import WEEKDAYS
from site_src.dates import (
    MONTHS,
    DateError,
    PartialDate,
    is_day,
    is_digest_date,
    parse_iso_date,
)

# Patterns are for text whose digits are ASCII, however wide or of whatever script they were, and whose letters are
# small.

_LONGEST = 120  # characters: two dates with their weekdays in the longest of words

# ---- in words

_FULL_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_ENGLISH = {
    name: n for n, names in enumerate(zip(_FULL_NAMES, map(str.lower, MONTHS), strict=True), 1) for name in names
}
_ENGLISH["sept"] = 9
# What stands between the parts of a date, in the languages of `calendar_words`.
_BETWEEN = frozenset(
    (
        *(
            "of",
            "the",
            "on",
            "de",
            "del",
            "d",
            "l",
            "le",
            "el",
            "den",
            "der",
            "am",
            "vom",
            "em",
            "dia",
            "día",
            "m",
            "g",
        ),
        *("gada", "г", "год", "года", "р", "року", "ב", "ngày", "năm", "año", "ano", "พศ", "คศ", "ที่", "วันที่"),
    )
)
_DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|er|re|e|o|a|ste|de|го|е)?")
_YEAR = re.compile(r"([0-9]{4})(?:г|р)?")
_ORDERS = frozenset({"dm", "md", "dmy", "mdy", "ymd", "ydm"})
_DAY_WITH_STOP = re.compile(r"\b[0-9]{1,2}\.")
_DOT_AT_NUMBER = re.compile(r"(?<=[0-9])\.|\.(?=[0-9])")
_APART = re.compile(r"[-,،、()/'’׳״]")
_VIETNAMESE_MONTH = re.compile(r"\b(?:tháng|thg) ?(0?[1-9]|1[0-2])\b")
_MONTH_OF_TWO_WORDS = re.compile("(كانون|تشرين) ")
_NAMES_ALONE = 4  # letters: of other languages' names, `set`, `out` and `gen` are English words too
_NEAR = 0.6  # of difflib: `Mya` is near `May`
_THAI = re.compile("[\u0e00-\u0e7f]")
_BUDDHIST = 543  # years before ours
_OLDEST = 1900

# ---- in numbers

_YEAR_FIRST = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})|/(?P<month2>[0-9]{1,2})/(?P<day2>[0-9]{1,2})"
    r"|\. ?(?P<month3>[0-9]{1,2})\. ?(?P<day3>[0-9]{1,2})\.?)"
)
_EAST_ASIAN = re.compile(
    r"(?:(?P<year>[0-9]{4}) ?[年년] ?)?(?P<month>[0-9]{1,2}) ?[月월] ?(?P<day>[0-9]{1,2}) ?[日號号일]"
)
_YEAR_LAST = re.compile(r"(?P<first>[0-9]{1,2})(?P<by>[-/.]) ?(?P<second>[0-9]{1,2})(?P=by) ?(?P<year>[0-9]{4})\.?")
_DOTTED = re.compile(r"(?P<day>[0-9]{1,2})\. ?(?P<month>[0-9]{1,2})\.")
_EAST_ASIAN_WEEKDAY = re.compile(
    r"^(?:(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일)[ ,]*"
    r"|[ ,]*(?:(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일"
    r"|\((?:[月火水木金土日월화수목금토일]|(?:周|週|星期)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일)\))$"
)
_MONTH_OF_YEAR = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})(?:[-/]| ?[年년] ?)(?P<month>[0-9]{1,2}) ?[月월]?"
    r"|(?P<month2>[0-9]{1,2})/(?P<year2>(?:19|20)[0-9]{2})"
)
_COMPACT = re.compile(r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_WITH_TIME = re.compile(
    r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})(?:[-/.](?P<day>[0-9]{1,2}))?/?(?:[T ][0-9:.,]+ ?(?:Z|[+-][0-9:]+)?)?"
)
_SINCE_1970 = re.compile(r"[0-9]{12,13}")  # milliseconds
_TIME_OF_DAY = re.compile(
    r",? [0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?: ?(?:[AP]M|[A-Z]{1,4}|[+-][0-9:]{4,6}))*$"
)


def parse_printed_date(printed: str) -> PartialDate | None:
    """The day a line prints, e.g. `May 8`, `Thu, 8 May 2025`, `2025/05/08`, `8 de mayo`, `5月8日`; None for no date.

    Raises DateError for a date's form without a day behind it: `Feb 30`, `Mya 8`; and for one of two meanings.
    """
    text = fold_digits(printed)
    parts = _read_numbers(text, printed) or _read_words(text, printed)
    return _make_day(parts, printed) if parts else None


def parse_written_date(written: str) -> PartialDate | None:
    """The day of a date as programs write it: `2024-02-29T09:10:22Z`, `2024/2/29`, `20240229`, milliseconds since 1970,
    `Thu, 29 Feb 2024 09:10:22 GMT`; and what `parse_printed_date` and `parse_iso_date` take, and `Feb 2024`.

    None for another form. Raises DateError when there is no such day.
    """  # noqa: D205  the forms are one list
    written = written.strip() if len(written) <= _LONGEST else ""
    if _SINCE_1970.fullmatch(written):
        day = dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(milliseconds=int(written))
        return PartialDate(day.year, day.month, day.day)
    if match := _WITH_TIME.fullmatch(written) or _COMPACT.fullmatch(written):
        year, month, day_of_month = (int(part) if part else 0 for part in match.group("year", "month", "day"))
        if not year or not is_day(year, month, day_of_month or 1):
            raise DateError(f"impossible date '{written}'")
        return PartialDate(year, month, day_of_month)
    bare = _TIME_OF_DAY.sub("", written)
    return parse_iso_date(bare) or parse_printed_date(bare) or parse_printed_month(bare)


def fold_digits(printed: str) -> str:
    """In small letters, digits in ASCII, without what is invisible; single blanks for all white space.

    "" for what is too long to be a date.
    """
    if len(printed) > _LONGEST:
        return ""
    if printed.isascii():
        return " ".join(printed.casefold().split())
    folded = unicodedata.normalize("NFKC", printed).casefold()
    visible = (c for c in folded if unicodedata.category(c) != "Cf")
    return " ".join("".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in visible).split())


def _make_day(parts: tuple[int, int, int], printed: str) -> PartialDate:
    """Of (year, month, day), where 0 is an unknown year and -1 an impossible one."""
    if parts[0] < 0 or not is_day(*parts):
        raise DateError(f"impossible date '{printed}'")
    return PartialDate(*parts)


# ---- in numbers


def _read_numbers(text: str, printed: str) -> tuple[int, int, int] | None:
    """(year, month, day) of a date without words, but perhaps with its weekday."""
    bare = _EAST_ASIAN_WEEKDAY.sub("", text)
    weekday, _, rest = bare.partition(" ")
    if rest[:1].isdecimal() and weekday.strip(".,") in _weekdays():
        bare = rest
    if match := _YEAR_FIRST.fullmatch(bare) or _EAST_ASIAN.fullmatch(bare):
        found = [int(part) for part in match.groups() if part]
        year, month, day = found if match["year"] else (0, *found)
        return (year or (-1 if match["year"] else 0)), month, day
    if match := _YEAR_LAST.fullmatch(bare):
        return _read_year_last(match, printed)
    match = _DOTTED.fullmatch(bare)
    return (0, int(match["month"]), int(match["day"])) if match else None


def _read_year_last(match: re.Match[str], printed: str) -> tuple[int, int, int]:
    """With full stops the day comes first; else where one of the two is no month."""
    year, first, second = (int(match[part]) for part in ("year", "first", "second"))
    months = len(MONTHS)
    if match["by"] == "." or first > months or first == second:
        return year or -1, second, first
    if second > months:
        return year or -1, first, second
    cure = f"write the month as a word, or the date as {year:04d}-MM-DD"
    raise DateError(f"'{printed}' may be of month {first} or {second}", cure)


# ---- in words


def _read_words(text: str, printed: str) -> tuple[int, int, int] | None:
    """(year, month, day) of a date whose month is a word."""
    found = _read_tokens(text)
    order = "".join(kind for kind, _ in found)
    if "?" in order:
        _check_month_meant(found, printed)
        return None
    said = dict(found)
    if order not in _ORDERS or (order == "md" and not _stands_alone(str(said["m"]))):
        return None
    month, day = _month_of(str(said["m"]), printed), int(said["d"])
    return _year_of(said.get("y"), text), month, day


def _read_tokens(text: str) -> list[tuple[str, str]]:
    """The kind of each word and the word: day, month, year or "?"; without those that only stand between."""
    text = _VIETNAMESE_MONTH.sub(lambda match: _FULL_NAMES[int(match[1]) - 1], text)
    text = _MONTH_OF_TWO_WORDS.sub(r"\1_", _DOT_AT_NUMBER.sub(" ", text)).replace(".", "").replace("॰", "")
    found = [kind for word in _APART.sub(" ", text).split() if (kind := _kind(word))]
    months = [word for kind, word in found if kind == "m"]
    weekdays = [word for word in months if word in _weekdays()] if len(months) > 1 else []  # mar. 25 nov.
    return [one for one in found if one[1] not in weekdays]


def _kind(word: str) -> tuple[str, str] | None:
    """None for what only stands between the parts of a date."""
    if match := _DAY.fullmatch(word):
        return "d", match[1]
    if match := _YEAR.fullmatch(word):
        return "y", match[1]
    if word in _ENGLISH:
        return "m", word
    if word in _BETWEEN:
        return None
    if word in _other_months() or word.removeprefix("ב") in _other_months():
        return "m", word
    return None if word in _weekdays() else ("?", word)


@cache
def _other_months() -> dict[str, tuple[int, ...]]:
    """The months of each name that is not English; few names are of two."""
    months: dict[str, tuple[int, ...]] = {}
    for number, names in enumerate(OTHER_MONTHS, 1):
        for name in names.split():
            months[name] = (*months.get(name, ()), number)
    return months


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(WEEKDAYS.split())


def month_number(name: str) -> int:
    """1–12 for a month's name in any language, abbreviated or not; 0 for any other word."""
    low = name.lower()
    return _ENGLISH.get(low) or _other_months().get(low, (0,))[-1]


def _stands_alone(month: str) -> bool:
    """Whether the name before a number makes a date by itself."""
    return month in _ENGLISH or len(month) >= _NAMES_ALONE or not month.isascii()


def _month_of(name: str, printed: str) -> int:
    others = _other_months()
    found = (_ENGLISH[name],) if name in _ENGLISH else others.get(name) or others[name.removeprefix("ב")]
    # Croats, to whom `listopad` is October, write a full stop after the day; Poles, to whom it is November, do not.
    return found[0 if _DAY_WITH_STOP.search(printed) else -1]


def _year_of(printed: str | None, text: str) -> int:
    """0 where none is printed, -1 for an impossible one; in Thai it may count from the Buddha's death."""
    year = int(printed or 0)
    if _THAI.search(text) and year - _BUDDHIST > _OLDEST:
        return year - _BUDDHIST
    return year or (-1 if printed else 0)


def _check_month_meant(found: Sequence[tuple[str, str]], printed: str) -> None:
    """Raises DateError where in place of a month stands a word like one's name."""
    order = "".join(kind for kind, _ in found).replace("?", "m")
    words = [word for kind, word in found if kind == "?"]
    if order in _ORDERS and any(_is_near_month(word) for word in words):
        raise DateError(f"unknown month in '{printed}'")


def _is_near_month(word: str) -> bool:
    alike = [name for name in _ENGLISH if name[0] == word[0] and abs(len(name) - len(word)) <= 1]
    return bool(difflib.get_close_matches(word, alike, 1, _NEAR))


def parse_printed_month(printed: str) -> PartialDate | None:
    """`2025-05` of `May 2025`, `2025-05`, `mayo de 2025`, `2025年5月`; None for other text. Raises DateError."""
    text = fold_digits(printed)
    if match := _MONTH_OF_YEAR.fullmatch(text):
        date = PartialDate(int(match["year"] or match["year2"]), int(match["month"] or match["month2"]))
        if not is_digest_date(date):
            raise DateError(f"impossible month '{printed}'", "expected e.g. 'November 2025'")
        return date
    found = _read_tokens(text)
    if "".join(kind for kind, _ in found) not in {"my", "ym"}:
        return None
    said = dict(found)
    return _make_month(_year_of(said["y"], text), _month_of(said["m"], printed), printed)


def _make_month(year: int, month: int, printed: str) -> PartialDate:
    if year < 0:
        raise DateError(f"impossible month '{printed}'", "expected e.g. 'November 2025'")
    return PartialDate(year, month)
