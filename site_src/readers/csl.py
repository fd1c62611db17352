"""CSL-JSON, which citation processors read and Zotero, Mendeley, Crossref's doi.org and we ourselves write."""

import re
from collections.abc import Mapping
from dataclasses import replace

from site_src.errors import InputError, Place, Problem
from site_src.models import Dump, Entry
from site_src.readers.fields import read_fields
from site_src.readers.json_found import find_records
from site_src.readers.json_values import looks_like_json, read_values
from site_src.readers.records import read_record, read_slug
from site_src.readers.taken import Taken
from site_src.readers.values import read_text

NAME = "csl"
FORM = "CSL-JSON"

_TYPES = re.compile(
    r"article(?:-journal|-magazine|-newspaper)?|paper-conference|manuscript|report|thesis|chapter|book|webpage|document"
    r"|dataset|software|post|post-weblog|speech|review|preprint|entry|entry-encyclopedia|patent|standard|event"
)
# Names that CSL writes so and no other form does.
_MARKS = frozenset({"URL", "DOI", "issued", "container-title", "citation-key", "citation-label", "accessed"})
# The names that our own export has, in its order.
_OURS = (
    *("id", "type", "title", "author", "container-title", "issued", "archive", "archive_location", "publisher"),
    *("number", "DOI", "note", "URL"),
)
_KEY = re.compile(r"[0-9a-f]{6}|[^-]+(?:-[^-]+){2,}")
_LISTED_IN = "Listed in "
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
        if record.title.strip():
            entry, problems = read_record(record, name)
            taken.take(_keep_ours(entry, found.value) if is_ours(found.value) else entry, problems)
        else:
            taken.leave_out(place, "a record without a title")
    if not taken.entries:
        list(read_values(text, name))
        cure = "each paper is an item with a title; name a file of such items"
        raise InputError(Problem(Place(name, 1), "CSL-JSON without papers", cure))
    return taken.as_dump(name, FORM)


# ---- our own


def is_ours(record: Mapping[str, object]) -> bool:
    """Whether the item has our names in our order and no others, and for its key a slug of several words."""
    key = read_text(record.get("id"))
    is_ordered = list(record) == [name for name in _OURS if name in record]
    return is_ordered and "URL" in record and bool(read_slug(key) and _KEY.fullmatch(key))


def _keep_ours(entry: Entry, record: Mapping[str, object]) -> Entry:
    """The entry under its slug, with the venue as its page states it, and its title as it is."""
    slug = read_text(record["id"])
    note = read_text(record.get("note"))
    container = read_text(record.get("container-title"))
    year = entry.facts.published.year if entry.facts.published else 0
    if container and record["type"] == "article-journal" and year:
        container = f"{container} {year}"
    venue = container or ("" if note.startswith(_LISTED_IN) else note)
    own_page = entry.address.endswith(f"/papers/{slug}/")
    return replace(
        entry,
        facts=replace(entry.facts, title=read_text(record["title"]), venue=venue or None),
        address="" if own_page else entry.address,
        slug=slug,
    )
