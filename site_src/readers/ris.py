"""RIS files: what Zotero, Mendeley, EndNote, publishers' pages and our own site write → entries.

rispy joins a value's lines one by one, which is slow for long ones, does not tell the line of a record, and takes no
record that lacks its end; so the tags are read here.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from site_src.errors import InputError, Place, Problem
from site_src.models import Dump, Entry
from site_src.readers.records import Record, one_line, read_record
from site_src.readers.records.references import (
    find_addresses,
    find_arxiv_ids,
    find_whole_lines,
    is_own_record,
    read_author,
    read_day,
    read_venue,
    unify_lines,
)

NAME = "ris"
FORM = "RIS"

_FIRST = re.compile(
    r"^[ \t]{0,3}(?P<type>TY|ty|Ty)(?P<gap>[ \t]{1,3})-"
    r"(?=[ \t]*(?:[A-Za-z]{3,6}[ \t]*$|[A-Za-z][A-Za-z ]{1,24}\n[ \t]{0,3}[A-Za-z][A-Za-z0-9][ \t]{1,3}-))",
    re.MULTILINE,
)
_MOST_LINES_BEFORE = 10  # what a provider says of itself

_TITLES = ("TI", "T1", "CT", "BT")
_BEGIN, _END = "TY", "ER"
_AUTHOR = "AU"
_SAME = {"A1": _AUTHOR}
_CONTAINERS = ("T2", "JF", "JO", "BT", "C3", "JA", "J2")
_ABSTRACTS = ("AB", "N2")
_DATES = ("DA", "PY", "Y1")
_NUMBERS = ("AN", "DO", "DI", "M3", "M1", "L3", "IS", "VL", "C1", "C7", "PB")
_ADDRESSES = ("UR", "LK", "L1", "L2", "L3")
_OWN_PAGE = "DP"

_YEAR = re.compile(r"[0-9]{4}")
_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


@dataclass(slots=True)
class Item:
    """A record's values by tag, each as its lines; `ended` is whether it said so."""

    line: int
    values: dict[str, list[list[str]]] = field(default_factory=dict)
    ended: bool = False
    _last: list[str] = field(default_factory=list)

    def take(self, tag: str, value: str) -> None:
        """A value of the tag; without a tag more of the value before."""
        if tag:
            self.values.setdefault(tag, []).append([])
            self._last = self.values[tag][-1]
        self._last.append(value)

    def all(self, *tags: str) -> list[str]:
        return [one_line(" ".join(lines)) for tag in tags for lines in self.values.get(tag, [])]

    def first(self, *tags: str) -> str:
        return next(filter(None, self.all(*tags)), "")


def detect(text: str) -> bool:
    """Whether a record begins the text, but for a few lines."""
    text = unify_lines(text)
    return begins_with(_FIRST.search(text), text)


def begins_with(first: re.Match[str] | None, text: str) -> bool:
    """Whether this beginning of a record was found, with few lines before it."""
    if not first:
        return False
    return sum(bool(line.strip()) for line in text[: first.start()].splitlines()) <= _MOST_LINES_BEFORE


def read(text: str, name: str) -> Dump:
    """The dump. Raises InputError for a text without any record's beginning."""
    text = unify_lines(text)
    first = _FIRST.search(text)
    if not first:
        raise InputError(Problem(Place(name, 1), "no record of RIS, as 'TY  - JOUR'", "name its form"))
    outside: set[int] = set()
    items = tuple(_split(text, _tag_pattern(first), outside))
    return read_items(items, name, FORM, _tell_outside(outside, name))


def read_items(items: Iterable[Item], name: str, form: str, warnings: Iterable[Problem] = ()) -> Dump:
    """The dump of records that were read from a file of the form, with the warnings of the reading."""
    read = [_read_item(item, name) for item in items]
    entries = tuple(entry for entry, _ in read if entry)
    return Dump(
        name=name,
        form=form,
        entries=entries,
        counts={"paper": len(entries), "without a title": len(read) - len(entries)},
        counted="record",
        problems=tuple(sorted([*warnings, *(problem for _, problems in read for problem in problems)])),
    )


def _read_item(item: Item, name: str) -> tuple[Entry | None, tuple[Problem, ...]]:
    """The paper, None for a record without a title, and what is wrong with the record."""
    place = Place(name, item.line)
    cure = "what can be read of it is kept; end it by 'ER  -'"
    problems = () if item.ended else (Problem(place, "a record without its end", cure),)
    record = _make_record(item)
    if not record.title:
        return None, (*problems, Problem(place, "no title in the record", "left out"))
    entry, unread = read_record(record, name)
    return entry, (*problems, *unread)


def _tell_outside(outside: Collection[int], name: str) -> Iterator[Problem]:
    """A warning for each run of lines."""
    for number in outside:
        if number - 1 not in outside:
            cure = "left out; a record begins as 'TY  - JOUR'"
            yield Problem(Place(name, number), "lines that belong to no record", cure)


def _tag_pattern(first: re.Match[str]) -> re.Pattern[str]:
    """How tags are written in a file whose first is this: with one blank or two, in capitals or not."""
    gap = "[ \t]{1,3}" if len(first["gap"]) == 1 else "[ \t]{2,3}"
    letters = "[A-Z][A-Z0-9]" if first["type"] == "TY" else "[A-Za-z][A-Za-z0-9]"
    return re.compile(rf"[ \t]{{0,3}}(?P<tag>{letters}){gap}-(?P<value>.*)")


def _split(text: str, tagged: re.Pattern[str], outside: set[int]) -> Iterator[Item]:
    """The records in order. A line without a tag goes on with the value before it.

    `outside` gets the numbers of lines that have a tag and belong to no record.
    """
    item: Item | None = None
    for number, line in enumerate(text.split("\n"), 1):
        match = tagged.match(line)
        tag = match["tag"].upper() if match else ""
        if tag in {_BEGIN, _END}:
            if item:
                item.ended = tag == _END
                yield item
            item = Item(number) if tag == _BEGIN else None
        elif item:
            item.take(_SAME.get(tag, tag), match["value"] if match else line)
        elif match:
            outside.add(number)
    if item:
        yield item


def _make_record(item: Item) -> Record:
    addresses = [*find_addresses(*item.all(*_ADDRESSES)), *find_addresses(*item.all(_OWN_PAGE))]
    own = is_own_record(addresses)
    numbers = item.all(*_NUMBERS)
    noted = find_whole_lines(*item.all("N1"))
    published = _published(item)
    return Record(
        line=item.line,
        title=item.first(*_TITLES),
        abstract=item.first(*_ABSTRACTS),
        authors=tuple(_authors(item, own=own)),
        identifiers=(*numbers, *addresses, *find_arxiv_ids(*item.all(*_CONTAINERS), *numbers), *noted),
        published=published,
        venue=_venue(item, published[:4], own=own),
    )


def _authors(item: Item, *, own: bool) -> Iterator[str]:
    for written in item.all(_AUTHOR):
        for name in [written] if own else written.split(";"):
            if name.strip():
                yield read_author(name, own=own)


def _venue(item: Item, year: str, *, own: bool) -> str:
    """Where it was published; a note says it in records of our own alone."""
    for written in item.all(*_CONTAINERS):
        if written != item.first(*_TITLES) and (venue := read_venue(written, year)):
            return venue
    return read_venue(item.first("N1")) if own else ""


def _published(item: Item) -> str:
    """The most exact of the record's dates."""
    year = next((date[:4] for date in item.all("PY", "Y1", "DA") if _YEAR.match(date)), "")
    return max((read_day(date, year) for date in item.all(*_DATES) if date.strip("/ ")), key=_exactness, default="")


def _exactness(date: str) -> int:
    return len(date) if _ISO.fullmatch(date) else 0
