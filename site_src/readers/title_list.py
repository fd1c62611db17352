"""Plain lists of titles: one to a line, each with an arXiv address or id, or another address of a paper, in its line
or the next. Every title has one; or none has, and all are written as titles are, with capitals.
"""  # noqa: D205  two lines that say one thing

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile

from site_src.dates import PartialDate
from site_src.errors import InputError, Place, Problem
from site_src.identifiers import ANY_ARXIV_ID, read_arxiv_id
from site_src.models import Dump
from site_src.readers.markdown_list.labels import is_generic
from site_src.readers.records import Record, read_record
from site_src.readers.records.columns import is_table
from site_src.readers.records.paper_addresses import find_addresses, names_paper
from site_src.readers.records.written_lines import Written, number_lines, read_day

CURE = "give every title an arXiv address or id, in its line or the next"
NAME = "titles"
FORM = "list of titles"

_ID = re.compile(rf"(?<![\w./-])(?:arXiv:\s*)?(?P<id>{ANY_ARXIV_ID})(?:v\d+)?(?![\w/-]|\.\d)", re.IGNORECASE)
_NO_SCHEME = re.compile(r"(?<![\w/.])(?=(?:www\.)?(?:arxiv|doi)\.org/)", re.IGNORECASE)
_BULLET = re.compile(r"\A\s*(?:[-*+•–]|\(?\d{1,4}[.):]|\[\d{1,4}\])\s+")
_AROUND = ' \t-–—:|,;()[]<>"“”'
_PAIRS = (("(", ")"), ("[", "]"), ("<", ">"), ("“", "”"))
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]|<\s*>")
_CATEGORY = re.compile(r"\[[a-z-]+(?:\.[A-Z]{2})?\]\s*$")
_SENTENCE = re.compile(r"[a-z]|.*\.\Z")  # or a part of one, as the lines of a wrapped text are
_SENTENCES = 0.1  # the share of such lines in a list of titles
_FEWEST_TITLES = 2  # of a list
_LONG_WORD = 4  # letters of words that a title begins with a capital
_CAPITALS = 0.75  # the share of those that have one
_LONGEST_TITLE = 300  # characters
_LONGEST_LINE = 1_000  # with its address
_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class _Pair:
    """A title and the id or address beside it."""

    title: str
    identifier: str
    line: int


def detect(text: str) -> bool:
    """Whether every line is a title, an id, or both, and each title has its id; a date may stand above them."""
    lines = _visible(text)
    return bool(lines) and not is_table(text) and bool(_pairs(_below_date(lines)[1]))


def read(text: str, name: str) -> Dump:
    """The titles, which are papers without abstracts. Raises InputError where a title lacks its id."""
    lines = _visible(text)
    date, below = _below_date(lines)
    pairs = _pairs(below)
    if not pairs:
        raise InputError(Problem(Place(name, find_title_alone(text) or 1), "a list of titles without ids", CURE))
    entries, problems = [], list[Problem]()
    if not any(pair.identifier for pair in pairs):
        problems.append(Problem(Place(name, pairs[0].line), "titles without ids", f"known by these alone; {CURE}"))
    for pair in pairs:
        record = Record(line=pair.line, title=pair.title, identifiers=(pair.identifier,) if pair.identifier else ())
        entry, wrong = read_record(record, name)
        entries.append(entry)
        problems += wrong
    return Dump(
        name=name,
        form=FORM,
        date=date,
        printed_date=lines[0].text if date else "",
        date_line=lines[0].number if date else 0,
        entries=tuple(entries),
        counts={"header": len(lines) - len(below), "title": len(pairs), "id": len(below) - len(pairs)},
        problems=tuple(problems),
    )


def find_title_alone(text: str) -> int:
    """The line of the first title without an id, or id without a title; 0 for a text that is no list of these."""
    lines = _below_date(_visible(text))[1]
    split = [parts for parts in takewhile(bool, (_split(line.text) for line in lines)) if parts]
    sentences = sum(not identifier and bool(_SENTENCE.match(title)) for title, identifier in split)
    if len(lines) < _FEWEST_TITLES or len(split) < len(lines) or sentences > len(lines) * _SENTENCES:
        return 0
    return next((pair.line for pair in _match(lines, split) if not pair.title), 0)


def _visible(text: str) -> tuple[Written, ...]:
    return tuple(line for line in number_lines(text) if line.text.strip())


def _below_date(lines: Sequence[Written]) -> tuple[PartialDate | None, Sequence[Written]]:
    day = read_day(lines[0].text) if lines and not _ID.search(lines[0].text) else None
    return (day, lines[1:]) if day else (None, lines)


def _pairs(lines: Sequence[Written]) -> tuple[_Pair, ...]:
    """Every title with its id; none where a line is neither, or one of the two is missing."""
    split = [*takewhile(bool, (_split(line.text) for line in lines))]
    if not split or len(split) < len(lines):
        return ()
    parts = [one for one in split if one]
    if _are_titles(parts):
        return tuple(_Pair(title, "", line.number) for line, (title, _) in zip(lines, parts, strict=True))
    found = tuple(_match(lines, parts))
    return found if all(pair.title and pair.identifier for pair in found) else ()


def _are_titles(split: Sequence[tuple[str, str]]) -> bool:
    """Whether the lines are titles alone: several, all without ids, and most of their words with capitals."""
    titles = [title for title, identifier in split if not identifier and not _SENTENCE.match(title)]
    return _FEWEST_TITLES <= len(titles) == len(split) and all(map(_has_capitals, titles))


def _has_capitals(title: str) -> bool:
    words = [word for word in re.split(r"[^\w-]+", title) if len(word) >= _LONG_WORD and word[0].isalpha()]
    return len(words) >= _FEWEST_WORDS and sum(not word[0].islower() for word in words) >= _CAPITALS * len(words)


def _match(lines: Sequence[Written], split: Sequence[tuple[str, str]]) -> Iterator[_Pair]:
    """Lines with both stand alone; of the others each two are one, in whichever order the first two come.

    An id that the line before or after has beside a title says nothing new.
    """
    waiting: tuple[str, str, int] | None = None
    last = ""
    for line, (title, identifier) in zip(lines, split, strict=True):
        if title and identifier and (not waiting or (not waiting[0] and _is_same(waiting[1], identifier))):
            yield _Pair(title, waiting[1] if waiting else identifier, line.number)
            waiting, last = None, identifier
        elif not waiting and not title and _is_same(identifier, last):
            last = ""
        elif not waiting:
            waiting = title, identifier, line.number
        else:
            both = (waiting[0] or title, waiting[1] or identifier)
            complete = bool(waiting[0]) != bool(title) and bool(waiting[1]) != bool(identifier)
            yield _Pair(*(both if complete else ("", "")), waiting[2] if waiting[0] else line.number)
            waiting = None
    if waiting:
        yield _Pair("", "", waiting[2])


def _is_same(one: str, other: str) -> bool:
    """Whether both are the same paper's arXiv id."""
    return bool(other) and read_arxiv_id(one) is not None and read_arxiv_id(one) == read_arxiv_id(other)


def _split(text: str) -> tuple[str, str] | None:
    """(title, id) of a line, each "" where it has none; None for a line that is too long to be a title."""
    if len(text) > _LONGEST_LINE:
        return None
    bare = _NO_SCHEME.sub("https://", _BULLET.sub("", text, count=1))
    identifier = next(filter(names_paper, find_addresses(bare)), "")
    title = bare
    if identifier:
        title = _without_id(bare.replace(identifier, " "), identifier)
    elif own := _own_id(title):
        identifier, title = own[0], f"{title[: own.start()]} {title[own.end() :]}"
    title = " ".join(_trim(_CATEGORY.sub("", _EMPTY.sub(" ", title))).split())
    if len(title) > _LONGEST_TITLE or find_addresses(title):
        return None
    if identifier:
        return ("" if is_generic(title) else title), identifier
    return (title, "") if len(title.split()) >= _FEWEST_WORDS or not title.isascii() else None


def _without_id(title: str, address: str) -> str:
    """The title without the id that the address beside it has too."""
    return _ID.sub(lambda match: " " if match["id"] in address else match[0], title)


def _own_id(text: str) -> re.Match[str] | None:
    """The first id outside brackets, in which a title may name another paper; else the last."""
    found = list(_ID.finditer(text))
    outside = (match for match in found if text.count("(", 0, match.start()) <= text.count(")", 0, match.start()))
    return next(outside, found[-1] if found else None)


def _trim(text: str) -> str:
    """The text without marks around it, but for brackets that have their other half in it."""
    bare = text.strip(_AROUND)
    if not bare:
        return ""
    before, _, after = text.partition(bare)
    for opening, closing in _PAIRS:
        steps = list(accumulate((one == opening) - (one == closing) for one in bare))
        unopened = -min(0, *steps, 0)
        unclosed = steps[-1] + unopened if steps else 0
        bare += closing * min(unclosed, after.count(closing))
        bare = opening * min(unopened, before.count(opening)) + bare
    return bare
