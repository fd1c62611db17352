"""Which objects are records of papers, and what around and inside them is said of the same paper."""

from collections.abc import Mapping

from site_src.identifiers import read_any_doi, read_arxiv_id
from site_src.readers.records import aliases
from site_src.readers.records.aliases import add_parts, fold_name, fold_names
from site_src.readers.records.values import Values, find, first_text, read_text

# Names of abstracts that nothing but a paper has.
_ABSTRACTS = frozenset({"abstract", "summary", "abstractnote", "abstractinvertedindex"})


def has_fields(values: Values) -> bool:
    """Whether they are a paper's: a title, or what nothing but a paper has."""
    if first_text(values, aliases.TITLE):
        return True
    ids = map(read_text, find(values, aliases.IDENTIFIERS))
    return not _ABSTRACTS.isdisjoint(values) or ("authors" in values and any(map(read_arxiv_id, ids)))


def unwrap(record: Mapping[str, object]) -> dict[str, object]:
    """The record's values by folded names, with those of the object inside it that is the paper's own, which win."""
    values = fold_names(record)
    for name in aliases.WRAPPERS:
        inner = values.get(name)
        if isinstance(inner, Mapping) and _is_inside(within := fold_names(inner)):
            return add_parts(values | unwrap_once(within))
    return add_parts(_with_details(values))


def _with_details(values: dict[str, object]) -> dict[str, object]:
    """The values, and where they have no abstract, what an object of the same title or of none adds."""
    title = first_text(values, aliases.TITLE).split()
    if not title or any(name in values for name in _ABSTRACTS):
        return values
    for name, inner in values.items():
        within = fold_names(inner) if isinstance(inner, Mapping) else {}
        titled = first_text(within, aliases.TITLE).split()
        if (titled or name in aliases.DETAILS) and titled in ([], title) and not _ABSTRACTS.isdisjoint(within):
            return within | values
    return values


def _is_inside(values: Values) -> bool:
    return has_fields(values) or "itemtype" in values


def unwrap_once(values: dict[str, object]) -> dict[str, object]:
    """The same for an object that is inside another already."""
    for name in aliases.WRAPPERS:
        inner = values.get(name)
        if isinstance(inner, Mapping) and first_text(fold_names(inner), aliases.TITLE):
            return values | fold_names(inner)
    return values


def identify_by_key(values: dict[str, object], key: str) -> dict[str, object]:
    """The values with the key that the record stands under, where that is its id or its title."""
    if read_arxiv_id(key) or read_any_doi(key) or key.startswith(("http://", "https://")):
        return {"id": key} | values if "id" not in values else values | {"pid": key}
    if " " in key.strip() and not any(fold_name(name) in values for name in ("title", "papertitle")):
        return values | {"title": key}
    return values


def is_attachment(values: Values) -> bool:
    """Whether the record is what hangs on a paper."""
    return read_text(values.get("itemtype")).casefold() in aliases.NOT_PAPERS


def is_paperlike(value: object) -> bool:
    """Whether it is an object with what papers have."""
    return isinstance(value, Mapping) and bool(read_values_of(value))


def read_values_of(value: Mapping[str, object]) -> dict[str, object] | None:
    """The values of a paper's record or of what hangs on one; None of any other object."""
    values = unwrap(value)
    return values if has_fields(values) or is_attachment(values) else None


def has_papers(values: Values) -> bool:
    """Whether they are of an object that only has a title for its list of papers."""
    return _ABSTRACTS.isdisjoint(values) and any(map(_is_list_of_papers, find(values, aliases.LISTS)))


def _is_list_of_papers(value: object) -> bool:
    return isinstance(value, list) and any(map(is_paperlike, value))
