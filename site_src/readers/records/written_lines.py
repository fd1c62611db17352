"""The lines of a text with their numbers, and how forms of text write authors, days and labelled values."""

import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from site_src.dates import DateError, PartialDate
from site_src.printed_dates import parse_written_date

_BREAK = re.compile(r"\r\n|\n|\r")
_BLANKS = str.maketrans(dict.fromkeys("\t\v\f\u00a0\u2007\u202f", " ") | dict.fromkeys("\u200b\u2060\ufeff", ""))
_AT_HYPHEN = re.compile(r"(?<=\w-)\n(?=\w)(?!(?:and|or|to|nor|but|und)\b)")  # not "pre- and post-training"
_BETWEEN_AUTHORS = re.compile(r"\s*[,;，、；]\s*(?:and\s+|&\s+)?|\s+and\s+|\s+&\s+")
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV")
_NO_AUTHOR = re.compile(
    r"\d+|et[ .]*al\b\.?|and others|others|\.{3}|…|(?:et al\.? )?\(?(?:and )?\d+ (?:more|others|authors?)\b.*"
)
_SHORT_YEAR = re.compile(r"(?P<day>\b\d{1,2} [A-Z][a-z]{2}) (?P<year>\d{2})(?![\d:])")
_DAY = re.compile(
    r"(?<![\d./-])(?:\d{4}[-./年]\d{1,2}(?:[-./月]\d{1,2}日?)?|\d{4}\d{2}\d{2}"
    r"|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? \d{4}"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})(?![\d./-]*\d)"
)
_NAME = re.compile(r"(?:[^\W\d_][\w.'’`-]*\.?)(?: [^\W\d_][\w.'’`-]*\.?)*")
_NOTES = re.compile(r"[\d*†‡§¶¹²³⁴⁵,]+(?=,|$)")  # of affiliations
_NAMES = 0.85  # the share of a list of names that look like some
_PARTICLES = {
    *("van", "von", "der", "den", "de", "da", "di", "del", "della", "la", "le", "dos", "das", "du", "bin", "ibn", "al"),
    *("el", "ten", "ter", "y", "zu"),
}
_MOST_WORDS_OF_NAME = 5
LONGEST_NAME = 45  # characters
_LONGEST_DAY = 45  # characters, with weekday, time and the marks around it
_SHOWN = 60  # characters of a line in a message
_OF_THIS_CENTURY = 91  # arXiv began in 1991


@dataclass(frozen=True, slots=True)
class Written:
    """One line of a file, without its break; `number` is from 1."""

    text: str
    number: int


def number_lines(text: str) -> tuple[Written, ...]:
    """Every line, blank ones too; blanks of all kinds are blanks, and none stand at a line's end."""
    lines = _BREAK.split(text.removeprefix("\ufeff"))
    return tuple(Written(line.translate(_BLANKS).rstrip(), number) for number, line in enumerate(lines, 1))


def join_written(lines: Iterable[str]) -> str:
    """Wrapped lines as one: a blank between them, none after a hyphen that the wrap fell on (`multi-` `head`)."""
    text = "\n".join(line.strip() for line in lines)
    return " ".join(_AT_HYPHEN.sub("", text).split())


def shown_line(text: str) -> str:
    """The line's beginning as messages show it, cut at a word where it has any."""
    shown = textwrap.shorten(text, _SHOWN, placeholder="…")
    return shown if shown != "…" else f"{text[:_SHOWN]}…"


def read_authors(written: str) -> tuple[str, ...]:
    """The names of a list with commas, semicolons and "and", without affiliations in brackets and "et al."."""
    names: list[str] = []
    for piece in _BETWEEN_AUTHORS.split(_without_brackets(written)):
        name = re.sub(r"^and\s+|\s*\bet[ .]*al\b\.?$", "", piece.strip(" *_[]"))
        if names and _SUFFIX.fullmatch(name):
            names[-1] += f" {name}"
        elif name.strip(" .") and not _NO_AUTHOR.fullmatch(name):
            names.append(name)
    return tuple(names)


def _without_brackets(text: str) -> str:
    """The text outside of round brackets; one that is never closed takes nothing away."""
    opened: list[int] = []
    kept: list[str] = []
    for character in text:
        kept.append(character)
        if character == "(":
            opened.append(len(kept) - 1)
        elif character == ")" and opened:
            del kept[opened.pop() :]
    return "".join(kept)


def looks_like_names(text: str) -> bool:
    """Whether the text is a list of people's names, or one followed by "et al."."""
    several = re.search(r"[,;，、；]|\band\b|&|\bet\.? ?al\b", text)
    names = read_authors(_NOTES.sub("", text)) if several else ()
    return bool(names) and sum(map(is_name, names)) >= len(names) * _NAMES


def is_name(name: str) -> bool:
    """Whether the text is shaped as a name of a person: two to five words with capitals, but for particles."""
    words = name.split()
    shaped = len(name) <= LONGEST_NAME and 1 < len(words) <= _MOST_WORDS_OF_NAME and _NAME.fullmatch(name)
    return bool(shaped) and all(word[0].isupper() or not word.isascii() or word in _PARTICLES for word in words)


def expand_year(written: str) -> str:
    """The date with four digits for the two that arXiv's mails give a year: `27 Nov 97` is of 1997."""

    def expanded(match: re.Match[str]) -> str:
        year = int(match["year"])
        return f"{match['day']} {year + (1900 if year >= _OF_THIS_CENTURY else 2000)}"

    return _SHORT_YEAR.sub(expanded, written)


def read_day(written: str) -> PartialDate | None:
    """The date of a text that is a date alone; None for all else."""
    if len(written) > _LONGEST_DAY or not any(map(str.isdecimal, written)):
        return None
    try:
        return parse_written_date(expand_year(written.strip(" :.,*_#()[]")))
    except (DateError, ValueError):
        return None


def find_day(text: str) -> PartialDate | None:
    """The first day or month that the text names in full."""
    for match in _DAY.finditer(text):
        written = re.sub(r"[年月.]", "-", match[0].rstrip("日")) if match[0][0].isdigit() else match[0]
        written = re.sub(r"^(\d{4})(\d{2})(\d{2})$", r"\1-\2-\3", written)
        if (day := read_day(written)) and day.month:
            return day
    return None


def only_day(days: Sequence[PartialDate]) -> PartialDate | None:
    """The day that all of them are."""
    return days[0] if days and all(day == days[0] for day in days) else None
