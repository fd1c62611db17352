"""Bylines: `• 5 authors` or an organisation's handle and name, `·`, a date and perhaps comments."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from site_src.dates import DateError, PartialDate
from site_src.errors import Place, Problem
from site_src.printed_dates import month_number, parse_printed_date
from site_src.readers.text_copy.lines import BULLET, LONG_LINE, SEPARATOR, BylineBlock, Line, ends_sentence

_COUNT = r"\d{1,3}(?:,\d{3})+|\d{1,9}"
_AUTHORS = re.compile(rf"{BULLET} ?(?P<count>{_COUNT})(?: \D{{2,20}}|[^\W\d_]{{2,8}})")
# Any list's mark before them, or none: what a bullet becomes where a program makes the copy.
_AUTHORS_ALONE = re.compile(rf"(?:[{SEPARATOR}*+-] ?)?(?P<authors>(?:{_COUNT}) authors?)")
_MAY_BE_BYLINE = re.compile(rf"[{BULLET}{SEPARATOR}]|author")
_MALFORMED = re.compile(rf"{BULLET} ?\w+ authors?")
_PICTURE = re.compile(r"\[[^\[\]]*\] *")  # what a copy prints for one
_ORGANISATION = re.compile(r"(?P<handle>\w\S*)(?: (?P<name>\S.*))?")
_DATE = (
    r"\S+ \d{1,2}(?:, ?\d{4})?|\d{1,2}\.? [^\W\d_]+\.?(?:,? \d{4})?|\d{4}-\d{2}-\d{2}"
    r"|(?:\d{4} ?年 ?)?\d{1,2} ?月 ?\d{1,2} ?日"
)
_WHEN = re.compile(rf"(?P<date>{_DATE})(?: +(?P<comments>\S+))?")
_SAID = re.compile(rf"(?:[^\W\d_]+ ){{0,3}}?(?=(?:{_DATE})(?: |$))")  # "Published on"
_YEAR = re.compile(r"(?:19|20)\d\d")

_LONGEST_ORGANISATION = 100
_LONGEST_BYLINE = 160  # characters of one that is a single line
_ALIKE = 3  # letters that a handle and a name begin with
_EXPECTED = "expected e.g. '• 5 authors', '·', 'Feb 3 2' on three lines; the field is left out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """The block under an abstract. `lines` are as printed; a field is None where it is absent or malformed."""

    lines: tuple[str, ...] = ()
    author_count: int | None = None
    organisation: str | None = None
    published: PartialDate | None = None
    comments: int | None = None


# ---- where they are


def find_bylines(lines: Sequence[Line]) -> Iterator[BylineBlock]:
    """The bylines among the lines, in order, apart from each other: a separator or a count of authors shows them."""
    taken = 0
    for i in range(len(lines)):
        if i >= taken and (block := _byline_at(lines, i, taken)):
            yield block
            taken = block.end


def _byline_at(lines: Sequence[Line], i: int, taken: int) -> BylineBlock | None:
    text = lines[i].text
    if text == SEPARATOR:
        start = i - 1 if i > taken and _is_organisation_line(lines, i - 1) else i
        return BylineBlock(start, _end_of_date(lines, i + 1))
    if len(text) > _LONGEST_BYLINE or not _MAY_BE_BYLINE.search(text):
        return None
    who, separator, when = (part.strip() for part in text.partition(SEPARATOR))
    if separator and _is_dated(when):
        before = not who and i > taken and _is_badge(lines, i - 1)
        return BylineBlock(i - 1 if before else i, i + 1)
    if _names_authors(who) or _AUTHORS_ALONE.fullmatch(text):
        separated = i + 1 < len(lines) and lines[i + 1].text == SEPARATOR
        return BylineBlock(i, _end_of_date(lines, i + 2 if separated else i + 1))
    return None


def _names_authors(text: str) -> bool:
    return bool(_AUTHORS.fullmatch(text) or _MALFORMED.fullmatch(text))


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


def _is_badge(lines: Sequence[Line], i: int) -> bool:
    """Whether line i names who, above a line of separator and date: a short line of its own below an abstract."""
    text, before = lines[i].text, lines[i - 1].text if i else ""
    short = len(text) <= _LONGEST_ORGANISATION and not ends_sentence(text)
    return short and bool(before) and (ends_sentence(before) or len(before) >= LONG_LINE)


def _end_of_date(lines: Sequence[Line], i: int) -> int:
    """The line after the separator is the date, malformed or not; apart from it, only what looks like a date is."""
    if i >= len(lines):
        return len(lines)
    after_separator = lines[i - 1].text == SEPARATOR
    return i + 1 if (after_separator and not lines[i].gap) or _is_dated(lines[i].text.lstrip(f"{SEPARATOR} ")) else i


def _is_dated(text: str) -> bool:
    """Whether the text is a date, and perhaps comments, with a word or two before it; the day need not exist."""
    if len(text) > _LONGEST_BYLINE:
        return False
    bare = _without_said(text)
    words = re.findall(r"[^\W\d_]+", bare)
    return bool(_WHEN.fullmatch(bare)) and (not words or "月" in words or any(map(month_number, words)))


def _without_said(text: str) -> str:
    said = _SAID.match(text)
    return text[said.end() :] if said else text


# ---- what they say


def parse_byline(lines: Sequence[Line], file: str, *, dateless: bool = False) -> tuple[Byline, tuple[Problem, ...]]:
    """A byline, with a warning for each malformed field; the field is None, the rest and all lines are kept.

    `dateless`: on this page a byline may have no date.
    """
    problems: list[Problem] = []
    below = [line for line in lines[1:] if _AUTHORS_ALONE.fullmatch(line.text)]  # under an organisation's name
    who, when = _who_and_when([line for line in lines if line not in below])
    count = organisation = date = comments = None
    for one in (who, *map(_with_bullet, below)):
        if one:
            number, named, seen = _parse_who(one.text)
            count, organisation = count or number, organisation or named
            problems += _warnings(one, seen, file)
    if when:
        date, comments, seen = _parse_when(_without_said(when.text))
        problems += _warnings(when, seen, file)
    elif not dateless:
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
        for line in map(_with_bullet, lines)
        for piece in re.split(rf"({SEPARATOR})", line.text)
        if piece.strip()
    ]
    at = next((i for i, piece in enumerate(pieces) if piece.text == SEPARATOR), None)
    if at is None:
        return pieces[0], pieces[1] if len(pieces) > 1 else None
    return next(iter(pieces[:at]), None), next(iter(pieces[at + 1 :]), None)


def _with_bullet(line: Line) -> Line:
    alone = _AUTHORS_ALONE.fullmatch(line.text)
    return replace(line, text=f"{BULLET} {alone['authors']}") if alone else line


def _parse_who(text: str) -> tuple[int | None, str | None, str]:
    """(author count, organisation, what is wrong)."""
    if (match := _AUTHORS.fullmatch(text)) and (count := int(match["count"].replace(",", ""))):
        return count, None, ""
    if text.startswith(BULLET):
        return None, None, f"no number of authors in '{text}'"
    if match := _ORGANISATION.fullmatch(_PICTURE.sub("", text)):
        return None, _without_handle(match["handle"], match["name"] or ""), ""
    return None, None, f"neither authors nor an organisation in '{text}'"


def _without_handle(first: str, rest: str) -> str:
    """`kilnlab The Kiln Lab` is a handle and a name, `Kiln Lab` is a name."""
    first_folded, folded = (re.sub(r"[\W_]", "", part.casefold()) for part in (first, rest))
    alike = first_folded[:_ALIKE] == folded.removeprefix("the")[:_ALIKE]
    return rest if rest and (first.islower() or alike) else f"{first} {rest}".strip()


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
    return int(printed.replace(",", "")) if printed and re.fullmatch(_COUNT, printed) else None
