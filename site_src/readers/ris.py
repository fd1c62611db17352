"""RIS files: what Zotero, Mendeley, EndNote, publishers' pages and our own site write → entries.

rispy joins a value's lines one by one, which is slow for long ones, does not tell the line of a record, and takes no
record that lacks its end; so the tags are read here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from site_src.errors import InputError, Place, Problem
from site_src.models import Dump, Entry
from site_src.readers.records import Record, one_line, read_record
from site_src.readers.references import (
    find_addresses,
    find_arxiv_ids,
    is_own_record,
    read_author,
    read_day,
    read_venue,
)

NAME = "ris"
FORM = "RIS"

_FIRST = re.compile(r"^[ \t]{0,3}(?P<type>TY|ty|Ty)(?P<gap>[ \t]{1,3})-(?=[ \t]*[A-Za-z]{3,6}[ \t\r]*$)", re.MULTILINE)
_LINE_END = re.compile(r"\r\n|\r|\n")
_MOST_LINES_BEFORE = 10  # what a provider says of itself

_TITLES = ("TI", "T1", "CT", "BT")
_AUTHOR = "AU"
_SAME = {"A1": _AUTHOR}
_CONTAINERS = ("T2", "JF", "JO", "BT", "C3", "JA", "J2")
_ABSTRACTS = ("AB", "N2")
_DATES = ("DA", "PY", "Y1")
_NUMBERS = ("AN", "DO", "DI", "M3", "M1", "L3", "IS", "VL", "C1", "C7", "PB", "N1")
_ADDRESSES = ("UR", "LK", "L1", "L2", "L3", "N1")
_OWN_PAGE = "DP"

_YEAR = re.compile(r"[0-9]{4}")
_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


@dataclass(slots=True)
class _Item:
    """A record's values by tag, each as its lines; `ended` is whether it said so."""

    line: int
    values: dict[str, list[list[str]]] = field(default_factory=dict)
    ended: bool = False

    def add(self, tag: str, value: str) -> list[str]:
        lines = [value]
        self.values.setdefault(tag, []).append(lines)
        return lines

    def all(self, *tags: str) -> list[str]:
        return [one_line(" ".join(lines)) for tag in tags for lines in self.values.get(tag, [])]

    def first(self, *tags: str) -> str:
        return next(filter(None, self.all(*tags)), "")


def detect(text: str) -> bool:
    """Whether a record begins the text, but for a few lines."""
    first = _FIRST.search(text)
    return bool(first) and sum(1 for line in text[: first.start()].splitlines() if line.strip()) <= _MOST_LINES_BEFORE


def read(text: str, name: str) -> Dump:
    """The dump. Raises InputError for a text without any record's beginning."""
    first = _FIRST.search(text)
    if not first:
        raise InputError(Problem(Place(name, 1), "no record of RIS, as 'TY  - JOUR'", "name its form"))
    problems: list[Problem] = []
    entries: list[Entry] = []
    counts = {"paper": 0, "without a title": 0}
    for item in _split(text, _tag_pattern(first)):
        record = _make_record(item)
        place = Place(name, item.line)
        if not item.ended:
            problems.append(Problem(place, "a record without its end", "what can be read of it is kept; end it by 'ER  -'"))
        counts["paper" if record.title else "without a title"] += 1
        if not record.title:
            problems.append(Problem(place, "no title in the record", "left out"))
            continue
        entry, unread = read_record(record, name)
        entries.append(entry)
        problems += unread
    return Dump(
        name=name, form=FORM, entries=tuple(entries), counts=counts, counted="record", problems=tuple(problems)
    )


def _tag_pattern(first: re.Match[str]) -> re.Pattern[str]:
    """How tags are written in a file whose first is this: with one blank or two, in capitals or not."""
    gap = "[ \t]{1,3}" if len(first["gap"]) == 1 else "[ \t]{2,3}"
    letters = "[A-Z][A-Z0-9]" if first["type"] == "TY" else "[A-Za-z][A-Za-z0-9]"
    return re.compile(rf"[ \t]{{0,3}}(?P<tag>{letters}){gap}-(?P<value>.*)")


def _split(text: str, tagged: re.Pattern[str]) -> Iterator[_Item]:
    """The records in order. A line without a tag goes on with the value before it."""
    item: _Item | None = None
    value: list[str] = []
    for number, line in enumerate(_LINE_END.split(text), 1):
        match = tagged.match(line)
        tag = match["tag"].upper() if match else ""
        if match and tag == "TY":
            if item:
                yield item
            item = _Item(number)
        elif item and tag == "ER":
            item.ended = True
            yield item
            item = None
        elif item and match:
            value = item.add(_SAME.get(tag, tag), match["value"])
        elif item and item.values:
            value.append(line)
    if item:
        yield item


def _make_record(item: _Item) -> Record:
    addresses = [*find_addresses(*item.all(*_ADDRESSES)), *find_addresses(*item.all(_OWN_PAGE))]
    own = is_own_record(addresses)
    numbers = item.all(*_NUMBERS)
    published = _published(item)
    return Record(
        line=item.line,
        title=item.first(*_TITLES),
        abstract=item.first(*_ABSTRACTS),
        authors=tuple(_authors(item, own=own)),
        identifiers=(*numbers, *addresses, *find_arxiv_ids(*item.all(*_CONTAINERS), *numbers)),
        published=published,
        venue=_venue(item, published[:4], own=own),
    )


def _authors(item: _Item, *, own: bool) -> Iterator[str]:
    for written in item.all(_AUTHOR):
        for name in written.split(";"):
            if name.strip():
                yield read_author(name, own=own)


def _venue(item: _Item, year: str, *, own: bool) -> str:
    """Where it was published; a note says it in records of our own alone."""
    for written in item.all(*_CONTAINERS):
        if written != item.first(*_TITLES) and (venue := read_venue(written, year)):
            return venue
    return read_venue(item.first("N1")) if own else ""


def _published(item: _Item) -> str:
    """The most exact of the record's dates."""
    year = next((date[:4] for date in item.all("PY", "Y1", "DA") if _YEAR.match(date)), "")
    return max((read_day(date, year) for date in item.all(*_DATES) if date.strip("/ ")), key=_exactness, default="")


def _exactness(date: str) -> int:
    return len(date) if _ISO.fullmatch(date) else 0
