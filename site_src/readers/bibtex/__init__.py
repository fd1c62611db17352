"""BibTeX and BibLaTeX files: what Zotero, JabRef, Mendeley, DBLP, arXiv and our own site write → entries."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from site_src.errors import InputError, Place, Problem
from site_src.models import Dump, Entry
from site_src.readers.bibtex.blocks import SURE_START, Block, Source, open_source, split_blocks
from site_src.readers.bibtex.papers import make_record
from site_src.readers.bibtex.values import Macros, make_macros, read_fields, skip_key
from site_src.readers.records import read_record
from site_src.readers.records.references import unify_lines

NAME = "bibtex"
FORM = "BibTeX"

_FIELD = r"(?P<name>[A-Za-z][\w:+-]{0,40})[ \t]*=[ \t]*[{\"]"
_OUTSIDE = re.compile(rf"[\s,}}]*{_FIELD}")
_OUTSIDE_LINE = re.compile(rf"^[ \t,]*{_FIELD}", re.MULTILINE)
_OTHER_FORMS = {
    "JSON": re.compile(r"^[ \t]*(?P<at>\{\s*+\"|\[\s*+\{\s*+\")", re.MULTILINE),
    "RIS": re.compile(r"^(?P<at>TY  - )", re.MULTILINE),
}
_NO_PAPERS = frozenset({"proceedings", "mvproceedings"})
_MOST_LINES_BEFORE = 10  # a program's greeting; a page that shows an entry has more
_KEPT_TWICE = "the first is kept"
_READ_ON = "what can be read of it is kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reference:
    """An entry's fields; `line` is where it begins."""

    kind: str
    key: str
    line: int
    values: Mapping[str, str]


@dataclass(slots=True)
class _Library:
    """What a file holds; the blocks are counted by kind."""

    name: str
    source: Source
    macros: Macros
    references: list[_Reference] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def warn(self, line: int, seen: str, cure: str) -> None:
        self.problems.append(Problem(Place(self.name, line), seen, cure))


def detect(text: str) -> bool:
    """Whether an entry begins the text, but for comments and a few lines."""
    text = unify_lines(text)
    first = SURE_START.search(text)
    if not first:
        return False
    before = (line.strip() for line in text[: first.start()].splitlines())
    return sum(1 for line in before if line and not line.startswith("%")) <= _MOST_LINES_BEFORE


def read(text: str, name: str) -> Dump:
    """The dump. Raises InputError for a text without any entry."""
    text = unify_lines(text)
    library = _Library(name, open_source(text), make_macros(text))
    read_to = 0
    for block in split_blocks(library.source):
        _warn_of_fields_between(library, block.before, block.at)
        _read_block(library, block)
        read_to = block.end
    _warn_of_fields_between(library, read_to, len(text))
    if not library.references:
        cure = "name a file with entries, as '@misc{key, title = {…}}'"
        raise InputError(Problem(Place(name, 1), "BibTeX without papers", cure))
    entries = tuple(_read_entries(library))
    if not entries:
        raise InputError(library.problems)
    return Dump(
        name=name,
        form=FORM,
        entries=entries,
        counts=dict(library.counts),
        counted="record",
        problems=tuple(library.problems),
    )


def _read_block(library: _Library, block: Block) -> None:
    if block.kind in {"comment", "preamble"}:
        library.counts[block.kind] += 1
        return
    line = library.source.line_at(block.at)
    if not block.whole:
        library.warn(line, f"the braces of this @{block.kind} do not balance", _READ_ON)
    start, key = block.start, ""
    if block.kind != "string":
        key, start = skip_key(library.source, block.start, block.end)
    fields = read_fields(library.source, start, block.end, library.macros)
    for at, seen in fields.faults:
        cure = _KEPT_TWICE if seen.startswith("a second") else _READ_ON
        library.warn(library.source.line_at(at), seen, cure)
    if block.kind == "string":
        library.counts["string"] += 1
        library.macros.values.update(fields.values)
    else:
        reference = _Reference(kind=block.kind, key=key, line=line, values=fields.values)
        library.references.append(reference)


def _warn_of_fields_between(library: _Library, start: int, end: int) -> None:
    """Where an entry lost its beginning or was closed too early, and where another form follows."""
    text = library.source.text
    if outside := _OUTSIDE.match(text, start, end) or _OUTSIDE_LINE.search(text, start, end):
        line = library.source.line_at(outside.start("name"))
        library.warn(line, "fields that belong to no entry", "left out; an entry begins as '@misc{key,'")
    for form, beginning in _OTHER_FORMS.items():
        if found := beginning.search(text, start, end):
            line = library.source.line_at(found.start("at"))
            library.warn(line, f"{form} between the entries", "left out; save it as a file of its own")


def _read_entries(library: _Library) -> Iterator[Entry]:
    """The papers; a volume that others are in is no paper of its own."""
    by_key = {reference.key.lower(): reference for reference in reversed(library.references) if reference.key}
    volumes = {_parent_key(reference) for reference in library.references} - {""}
    for reference in library.references:
        parent = by_key.get(_parent_key(reference))
        if reference.key.lower() in volumes and not _parent_key(reference):
            library.counts["volume"] += 1
            continue
        if reference.kind in _NO_PAPERS:
            library.counts["volume"] += 1
            library.warn(
                reference.line, f"a volume, @{reference.kind} '{reference.key[:40]}'", "left out: it is no paper"
            )
            continue
        values = _inherit(reference, parent) if parent else reference.values
        record = make_record(reference.kind, values, reference.line)
        if not record.title.strip():
            library.counts["without a title"] += 1
            library.warn(reference.line, f"no title in the entry '{reference.key[:40]}'", "left out")
            continue
        library.counts["paper"] += 1
        entry, problems = read_record(record, library.name)
        library.problems += problems
        yield entry


def _parent_key(reference: _Reference) -> str:
    """Of the volume that the entry is in, or of what it shares with others; "" without one."""
    return (reference.values.get("crossref") or reference.values.get("xdata") or "").strip().lower()


def _inherit(reference: _Reference, parent: _Reference) -> dict[str, str]:
    """The entry's fields, and those of its volume that it lacks; the volume's title is its book's."""
    inherited = dict(parent.values)
    if parent.kind != "xdata":
        title = inherited.pop("title", "")
        inherited = {"booktitle": title} | {name: inherited[name] for name in inherited if name not in _OWN}
    return inherited | dict(reference.values)


_OWN = frozenset({"author", "editor", "doi", "url", "eprint", "abstract", "subtitle", "biburl", "pages", "crossref"})
