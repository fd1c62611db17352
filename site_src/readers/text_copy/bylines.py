"""Bylines: an organisation's handle and name, `12 authors`, a date and perhaps comments, a `·` between any of them.

Each of them may stand on a line of its own, with blank lines between, or several in one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from site_src.dates import DateError, PartialDate
from site_src.errors import Place, Problem
from site_src.printed_dates import month_number, parse_printed_date
from site_src.readers.text_copy.lines import BULLET, LONG_LINE, SEPARATOR, Line, ends_sentence

_COUNT = r"\d{1,3}(?:,\d{3})+|\d{1,9}"
_COUNTED = rf"(?P<count>{_COUNT})(?: \D{{2,20}}|[^\W\d_]{{2,8}})"  # in any language
_AUTHORS = re.compile(rf"{BULLET} ?{_COUNTED}")
_AUTHORS_BELOW = re.compile(rf"(?!\S+ (?:comment|like|min|star|upvote|view|vote)){_COUNTED}")  # a separator
_COMMENTS = re.compile(rf"(?P<count>{_COUNT}) comments?", re.IGNORECASE)
# Any list's mark before them, or none: what a bullet becomes where a program makes the copy.
_AUTHORS_ALONE = re.compile(rf"(?:[*+-] ?)?(?P<count>{_COUNT}) authors?")
_MAY_BE_BYLINE = re.compile(rf"[{BULLET}{SEPARATOR}]|author")
_MALFORMED = re.compile(rf"{BULLET} ?\w+ authors?")
_SEPARATED = re.compile(rf"((?<!\S){SEPARATOR}|{SEPARATOR}(?!\S))")
_LIST_MARKS = frozenset("*+-")  # before a piece of a byline in Markdown
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
_NAME_WORDS = 8  # of an organisation below a title
_FEW_WORDS = 3
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


_Kind = Literal["separator", "authors", "when", "comments", "name"]


class _Piece(NamedTuple):
    """What stands between two separators, or one of them; `name` is whatever is nothing else."""

    kind: _Kind
    text: str
    line: Line


def _pieces(line: Line, *, separated: bool = False) -> Iterator[_Piece]:
    """The pieces of a line; `separated`: a separator stands above it."""
    for text in map(str.strip, _SEPARATED.split(line.text)):
        if text == SEPARATOR:
            yield _Piece("separator", text, line)
            separated = True
        elif text and text not in _LIST_MARKS:
            yield _Piece(_kind(text, separated=separated), text, line)


def _kind(text: str, *, separated: bool) -> _Kind:
    if _COMMENTS.fullmatch(text):
        return "comments"
    if _AUTHORS.fullmatch(text) or _AUTHORS_ALONE.fullmatch(text) or _MALFORMED.fullmatch(text):
        return "authors"
    if _is_dated(text):
        return "when"
    return "authors" if separated and _AUTHORS_BELOW.fullmatch(text) else "name"


def end_of_byline(lines: Sequence[Line], start: int, *, named: bool) -> int:
    """The end of the byline that begins with line `start`; 0 for none.

    `named`: its first line may be an organisation's alone, as something stands above it that is in no mark.
    """
    if kinds := _first_kinds(lines, start):
        return _end_of_kinds(lines, start + 1, kinds)
    kinds = _first_kinds(lines, start + 1) if named else []
    if kinds and kinds[0] != "name" and _is_organisation(lines, start):
        return _end_of_kinds(lines, start + 2, kinds)
    return 0


def _first_kinds(lines: Sequence[Line], i: int) -> list[str]:
    """The pieces of line i where they show a byline: a separator, a count of authors, a date behind a separator."""
    if i >= len(lines) or len(lines[i].text) > _LONGEST_BYLINE or not _MAY_BE_BYLINE.search(lines[i].text):
        return []
    kinds = _kinds(lines[i])
    if kinds == ["name", "separator"]:
        return kinds if _goes_on(lines, i + 1, kinds) else []
    shown = kinds == ["separator"] or "authors" in kinds or {"separator", "when"} <= {*kinds}
    return kinds if shown and "name" not in kinds[1:] else []


def _kinds(line: Line, *, separated: bool = False) -> list[str]:
    return [piece.kind for piece in _pieces(line, separated=separated)]


def _end_of_kinds(lines: Sequence[Line], i: int, kinds: list[str]) -> int:
    """The first line from i on that is none of the byline; `kinds` are its pieces above, those below are added."""
    while _goes_on(lines, i, kinds):
        kinds += _kinds(lines[i], separated=kinds[-1] == "separator")
        i += 1
    return i


def _goes_on(lines: Sequence[Line], i: int, kinds: Sequence[str]) -> bool:
    """Whether line i says what the byline does not say yet; what stands right below a separator was meant to."""
    if i >= len(lines) or len(lines[i].text) > _LONGEST_BYLINE:
        return False
    separated = kinds[-1] == "separator"
    more = _kinds(lines[i], separated=separated)
    if "when" in kinds:
        return more == ["comments"] and "comments" not in kinds
    if "name" not in more:
        return {*more}.isdisjoint({*kinds} - {"separator"}) and not (separated and more[0] == "separator")
    return separated and not lines[i].gap and kinds != ["name", "separator"]


def _is_organisation(lines: Sequence[Line], i: int) -> bool:
    """Whether line i names who, above the rest of a byline.

    An abstract may stand there as well. Below a finished sentence, which ends an abstract, it is a name unless it is a
    sentence; below a title that has no abstract it is of a few words. Right above a separator it may be anything.
    """
    text, before, after = lines[i].text, lines[i - 1].text, lines[i + 1]
    finished = ends_sentence(before) or len(before) >= LONG_LINE
    sentence = ends_sentence(text) or not any(map(str.isalpha, text))
    if len(text) > _LONGEST_ORGANISATION or (sentence and not finished):
        return False
    if lines[i].gap and not after.gap and after.text == SEPARATOR:
        return True
    if after.text.startswith(BULLET):  # which stands for an organisation
        return not sentence and finished and lines[i].gap and len(text.split()) <= _FEW_WORDS
    return not sentence and (finished or (lines[i].gap and len(text.split()) <= _NAME_WORDS))


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


def has_date(lines: Sequence[Line]) -> bool:
    """Whether the byline says when, or means to."""
    return _when(_all_pieces(lines)) is not None


def parse_byline(lines: Sequence[Line], file: str, *, dateless: bool = False) -> tuple[Byline, tuple[Problem, ...]]:
    """A byline, with a warning for each malformed field; the field is None, the rest and all lines are kept.

    `dateless`: on this page a byline may have no date.
    """
    problems: list[Problem] = []
    pieces = _all_pieces(lines)
    count = organisation = date = comments = None
    if who := next((piece for piece in pieces[:1] if piece.kind == "name"), None):
        organisation, seen = _parse_organisation(who.text)
        problems += _warnings(who.line, seen, file)
    if authors := next((piece for piece in pieces if piece.kind == "authors"), None):
        count, seen = _parse_authors(authors.text)
        problems += _warnings(authors.line, seen, file)
    if when := _when(pieces):
        date, comments, seen = _parse_when(_without_said(when.text))
        problems += _warnings(when.line, seen, file)
    elif not dateless:
        problems += _warnings(lines[-1], "a byline without a date", file)
    if said := next((found for piece in pieces if (found := _COMMENTS.fullmatch(piece.text))), None):
        comments = _count(said["count"])
    byline = Byline(
        lines=tuple(line.text for line in lines),
        author_count=count,
        organisation=organisation,
        published=date,
        comments=comments,
    )
    return byline, tuple(problems)


def _all_pieces(lines: Sequence[Line]) -> Sequence[_Piece]:
    pieces: list[_Piece] = []
    for line in lines:
        pieces += _pieces(line, separated=bool(pieces) and pieces[-1].kind == "separator")
    return pieces


def _when(pieces: Sequence[_Piece]) -> _Piece | None:
    """The date, else what stands in its place below a separator."""
    meant = (piece for piece in pieces[1:] if piece.kind == "name")
    return next((piece for piece in pieces if piece.kind == "when"), next(meant, None))


def _warnings(line: Line, seen: str, file: str) -> list[Problem]:
    return [Problem(Place(file, line.number), seen, _EXPECTED)] if seen else []


def _parse_authors(text: str) -> tuple[int | None, str]:
    """(author count, what is wrong)."""
    found = _AUTHORS.fullmatch(text) or _AUTHORS_ALONE.fullmatch(text) or _AUTHORS_BELOW.fullmatch(text)
    count = int(found["count"].replace(",", "")) if found else 0
    return (count, "") if count else (None, f"no number of authors in '{text}'")


def _parse_organisation(text: str) -> tuple[str | None, str]:
    """(organisation, what is wrong)."""
    if text.startswith(BULLET):
        return None, f"no number of authors in '{text}'"
    if match := _ORGANISATION.fullmatch(_PICTURE.sub("", text)):
        return _without_handle(match["handle"], match["name"] or ""), ""
    return None, f"neither authors nor an organisation in '{text}'"


def _without_handle(first: str, rest: str) -> str:
    """`kilnlab The Kiln Lab` is a handle and a name, `Kiln Lab` is a name."""
    first_folded, folded = (re.sub(r"[\W_]", "", part.casefold()) for part in (first, rest))
    alike = first_folded[:_ALIKE] == folded.removeprefix("the")[:_ALIKE]
    return rest if rest and (first.islower() or alike) else f"{first} {rest}".strip()


def _parse_when(text: str) -> tuple[PartialDate | None, int | None, str]:
    """(date, comments, what is wrong)."""
    match = _WHEN.fullmatch(text)
    printed = match["comments"] if match else None
    if match and printed and _YEAR.fullmatch(printed) and "," not in match["date"]:
        return None, None, f"'{printed}' in '{text}' may be a year or comments"
    head, _, last = text.rpartition(" ")
    usual = [(match["date"], printed)] if match else []
    date = None
    for date_text, comments in (*usual, (text, None), (head, last)):
        try:
            read = parse_printed_date(date_text)
        except DateError as error:
            return None, _count(comments), str(error)
        if read and (not comments or _count(comments) is not None):
            return read, _count(comments), ""
        date = date or read
    wrong = f"'{printed}' in '{text}' is no number of comments" if date else f"no date in '{text}'"
    return date, None, wrong


def _count(printed: str | None) -> int | None:
    return int(printed.replace(",", "")) if printed and re.fullmatch(_COUNT, printed) else None
