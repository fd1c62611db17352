"""Atom: what arXiv's API answers, feeds of journals and of other sites, and our own."""

import re
from collections.abc import Iterator
from dataclasses import replace

from site_src.errors import InputError, Place, Problem
from site_src.models import Dump
from site_src.readers.records import Record, one_line, read_slug
from site_src.readers.records.feeds import as_announced, is_announced, make_dump, others_of, text_of
from site_src.readers.records.fields import leads_elsewhere, read_fields
from site_src.readers.records.xml_elements import Element, find_root, parse_xml

NAME = "atom"
FORM = "Atom feed"

_NAMESPACES = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
_ROOTS = frozenset({"feed", "entry"})
_KNOWN = frozenset(
    {"title", "summary", "content", "author", "link", "category", "primary_category", "id", "published", "updated"}
)
_ERROR = re.compile(r"https?://arxiv\.org/api/errors")
_OURS = "Distillate"
_OWN_PAGE = re.compile(r"https?://\S+/papers/([^/\s]+)/")


def detect(text: str) -> bool:
    """Whether its first element is a feed or an entry of Atom."""
    root, rest = find_root(text)
    return root.rpartition(":")[2] in _ROOTS and any(namespace in rest for namespace in _NAMESPACES)


def read(text: str, name: str) -> Dump:
    """The papers of the feed. Raises InputError for malformed XML, and where it has no entry."""
    feed = parse_xml(text, name)
    entries = [feed] if feed.name == "entry" else list(feed.all("entry"))
    for entry in entries:
        if _ERROR.match(_first(entry, "id")):
            seen = f"arXiv's answer is an error: {' '.join(_first(entry, 'summary').split())[:100]}"
            raise InputError(Problem(Place(name, entry.line), seen, "ask arXiv anew"))
    ours = any(_OURS in generator.all_text() for generator in feed.all("generator"))
    return make_dump(_records(entries, ours=ours), name, FORM, ours=ours)


def _first(element: Element, *names: str) -> str:
    return next((text for child in element.all(*names) if (text := text_of(child).strip())), "")


def _records(entries: list[Element], *, ours: bool) -> Iterator[Record]:
    for entry in entries:
        record = _read(entry)
        own = _OWN_PAGE.fullmatch(_first(entry, "id")) if ours else None
        yield _as_ours(record, entry, read_slug(own[1])) if own else record


def _as_ours(record: Record, entry: Element, slug: str) -> Record:
    """Our own feed has a summary and no abstract, the days of digests and not of papers, and our own addresses."""
    title, summary = (next((child.all_text() for child in entry.all(name)), "") for name in ("title", "summary"))
    own = replace(record, title=title, slug=slug, summary=one_line(summary) or None, abstract="")
    return replace(own, published="", listed=_first(entry, "updated"), identifiers=())


def _read(entry: Element) -> Record:
    summary = _first(entry, "summary") or _first(entry, "content")
    values = others_of(entry, _KNOWN) | {
        "title": _first(entry, "title"),
        "summary": summary,
        "authors": [name for author in entry.all("author") for name in _names(author)],
        "id": _first(entry, "id"),
        "links": [address for link in entry.all("link") if (address := _address(link))],
        "categories": [child.attributes.get("term", "") for child in entry.all("primary_category", "category")],
        "published": _first(entry, "published", "issued") or _first(entry, "updated"),
    }
    record = read_fields({name: value for name, value in values.items() if value}, entry.line)
    return as_announced(record) if is_announced(entry, summary) else record


def _names(author: Element) -> Iterator[dict[str, str]]:
    return ({"name": child.all_text()} for child in author.all("name"))


def _address(link: Element) -> str:
    """Where the paper is, and not the feed's own machinery."""
    rel = link.attributes.get("rel", "")
    is_other = rel in {"self", "edit", "replies", "enclosure", "license", "next", "hub"}
    return "" if is_other or leads_elsewhere(rel, link.attributes.get("title", "")) else link.attributes.get("href", "")
