"""CSL-JSON, which citation processors read and Zotero, Mendeley, Crossref's doi.org and we ourselves write."""

import re
from collections.abc import Mapping
from dataclasses import replace

from site_src.addresses import is_paper_address
from site_src.errors import InputError, Place, Problem
from site_src.models import Dump, Entry
from site_src.readers.records import one_line, read_record
from site_src.readers.records.doubts import find_doubts
from site_src.readers.records.fields import read_fields
from site_src.readers.records.json_found import find_records
from site_src.readers.records.json_values import looks_like_json, read_values
from site_src.readers.records.references import is_own_record, read_author, read_venue
from site_src.readers.records.taken import Taken
from site_src.readers.records.values import read_text

NAME = "csl"
FORM = "CSL-JSON"

_TYPES = re.compile(
    r"article(?:-journal|-magazine|-newspaper)?|paper-conference|manuscript|report|thesis|chapter|book|webpage|document"
    r"|dataset|software|post|post-weblog|speech|review|preprint|entry|entry-encyclopedia|patent|standard|event"
)
# Names that CSL writes so and no other form does.
_MARKS = frozenset({"URL", "DOI", "issued", "container-title", "citation-key", "citation-label", "accessed"})
_JOURNAL = "article-journal"
_OF_PAGES = ("URL", "source")
_HINT = re.compile(rf'"type"\s*+:\s*+"(?:{_TYPES.pattern})"')


def detect(text: str) -> bool:
    """Whether its first record has a type of CSL and names as CSL has them."""
    if not looks_like_json(text) or not _HINT.search(text):
        return False
    try:
        first = next(find_records(text, ""), None)
    except InputError:
        return False
    return first is not None and is_csl(first.value)


def is_csl(record: Mapping[str, object]) -> bool:
    """Whether the record is an item of CSL."""
    kind = record.get("type")
    marks = _MARKS & record.keys() or _has_family(record.get("author"))
    return isinstance(kind, str) and bool(_TYPES.fullmatch(kind) and marks) and isinstance(record.get("title"), str)


def _has_family(authors: object) -> bool:
    first = authors[0] if isinstance(authors, list) and authors else None
    return isinstance(first, Mapping) and bool({"family", "literal"} & first.keys())


def read(text: str, name: str) -> Dump:
    """The papers of the file. Raises InputError for malformed JSON, and where it holds none."""
    taken = Taken()
    for found in find_records(text, name):
        place = Place(name, found.line)
        record = read_fields(found.values, found.line)
        record = replace(record, venue=read_venue(record.venue, record.published[:4]))
        if record.title.strip():
            entry, problems = read_record(record, name)
            taken.problems.extend(Problem(place, *said) for said in find_doubts(found.values, record))
            taken.take(_keep_ours(entry, found.value) if _is_ours(found.value) else entry, problems)
        else:
            taken.leave_out(place, found.fault or "a record without a title")
    if not taken.entries:
        list(read_values(text, name))
        cure = "each paper is an item with a title; name a file of such items"
        raise InputError(Problem(Place(name, 1), "CSL-JSON without papers", cure))
    return taken.as_dump(name, FORM)


# ---- our own


def _is_ours(record: Mapping[str, object]) -> bool:
    """Whether the item is from a site of ours: then it says its page there."""
    return is_own_record(_pages(record))


def _pages(record: Mapping[str, object]) -> list[str]:
    return [read_text(record.get(name)) for name in _OF_PAGES]


def _keep_ours(entry: Entry, record: Mapping[str, object]) -> Entry:
    """The entry so that it is written as it was: title, names, and the venue as its page states it."""
    year = str(entry.facts.published.year) if entry.facts.published else ""
    container, note = read_text(record.get("container-title")), read_text(record.get("note"))
    venue = read_venue(container, year if record["type"] == _JOURNAL else "") or read_venue(note)
    authors = record.get("author")
    people = tuple(map(_written_name, authors)) if isinstance(authors, list) else ()
    return replace(
        entry,
        facts=replace(
            entry.facts,
            title=one_line(read_text(record["title"])),
            venue=venue or None,
            authors=tuple(read_author(name, own=True) for name in people if name.strip()),
        ),
        address=next(filter(is_paper_address, _pages(record))),
    )


def _written_name(person: object) -> str:
    """`Potter, Ann, Jr.` of a name in parts."""
    parts = person if isinstance(person, Mapping) else {}
    names = (read_text(parts.get(name)) for name in ("family", "given", "suffix"))
    return read_text(parts.get("literal")) or ", ".join(filter(None, names))
