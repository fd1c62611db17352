"""What Atom and RSS have in common: an entry's elements as named values, and the dump made of them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from site_src.errors import InputError, Place, Problem
from site_src.models import Dump
from site_src.readers.records import Record, read_record
from site_src.readers.records.aliases import fold_name
from site_src.readers.records.markup import plain_text
from site_src.readers.records.signs import check_signs
from site_src.readers.records.taken import PAPERS, Taken
from site_src.readers.records.xml_elements import Element

# Of arXiv's feeds: the date of an entry is the day it was announced, and not the paper's own.
ANNOUNCEMENT = re.compile(r"\s*arXiv:\S{9,24}\s+Announce Type:", re.IGNORECASE)


def is_announced(entry: Element, summary: str) -> bool:
    """Whether it is of a list of arXiv's, which says how each paper came into it."""
    return bool(ANNOUNCEMENT.match(summary)) or any(entry.all("announce_type"))


def as_announced(record: Record) -> Record:
    """The record with its date as the day of the list."""
    return replace(record, published="", listed=record.published)


def make_dump(records: Iterator[Record], name: str, form: str, *, ours: bool = False) -> Dump:
    """The dump of a feed's entries. Raises InputError where it has none, and where they are not of papers."""
    taken = Taken()
    for record in records:
        if record.title.strip():
            taken.take(*read_record(record, name))
        else:
            taken.leave_out(Place(name, record.line), "an entry without a title")
    if not taken.counts[PAPERS]:
        raise InputError(Problem(Place(name, 1), f"{form} without entries", "name a feed that lists papers"))
    if not ours:
        taken.problems.extend(check_signs(taken.entries, Place(name, 1), form))
    return taken.as_dump(name, form)


def text_of(element: Element) -> str:
    """The element's text: of Atom as its type says, of RSS what it is escaped as."""
    kind = element.attributes.get("type", "text")
    if kind == "xhtml" or element.children:
        return plain_text(element.all_text())
    return plain_text(element.text, is_html=kind in {"html", "text/html"})


def others_of(element: Element, known: frozenset[str]) -> dict[str, object]:
    """What else an entry says, by folded names, the first of each name."""
    found: dict[str, object] = {}
    for child in element.children:
        if child.name not in known:
            found.setdefault(fold_name(child.name), child.all_text().strip())
    return found
