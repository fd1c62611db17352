"""What a record in JSON holds in a shape that it should not have: said, never passed over."""

from collections.abc import Iterator, Mapping

from site_src.readers.records import Record, aliases, one_line
from site_src.readers.records.values import Values

# Words that programs write for nothing, and that may be a paper's title as well.
_WORDS = frozenset({"null", "none", "nan", "nil", "undefined"})
# Inside an abstract: what forms have there that are known to write an object.
_KNOWN = frozenset({"value", "p", "jats:p", "en"})
_TITLES = ("title", "papertitle")
_ABSTRACTS = ("abstract", "paperabstract", "abstracttext", "summary")


def word_title(record: Mapping[str, object]) -> str:
    """The title, where it is a word that else says that there is none; "" for any other."""
    title = next((one for name, one in record.items() if aliases.fold_name(name) in _TITLES), "")
    return title.strip() if isinstance(title, str) and title.strip().casefold() in _WORDS else ""


def find_fault(values: Values) -> str:
    """Why nothing can be called the record's title; "" where something can."""
    title = next((values[name] for name in _TITLES if name in values), None)
    texts = [one for one in title if isinstance(one, str) and one.strip()] if isinstance(title, list) else []
    return f"a title that is a list of {len(texts)} texts" if len(texts) > 1 else ""


def explain_shapes(values: Values, record: Record) -> Iterator[tuple[str, str]]:
    """(what is seen, what is done) for an abstract that is an object, and for authors that are no names."""
    name = next((name for name in _ABSTRACTS if name in values), "")
    abstract = values.get(name)
    title = one_line(record.title)[:80]
    if isinstance(abstract, Mapping) and _is_odd(abstract):
        cure = "the first text in it is taken" if record.abstract else "the abstract is left out"
        yield f"an abstract of '{title}' that is an object", cure
    elif abstract is not None and not record.abstract and not isinstance(abstract, str):
        yield f"an abstract of '{title}' that holds no text", "the abstract is left out"
    authors = next((values[name] for name in ("authors", "author") if name in values), None)
    if authors is not None and not record.authors and not isinstance(authors, str):
        yield f"authors of '{title}' that are no names", "they are left out"


def _is_odd(abstract: Mapping[str, object]) -> bool:
    """Whether the object is none that a known form has: one with a language or a value, or an index of words."""
    is_index = all(isinstance(places, list) for places in abstract.values())
    return not is_index and _KNOWN.isdisjoint(map(str.casefold, abstract))
