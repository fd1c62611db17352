"""What a record says in fields that leave no doubt of what they mean, and that cannot be read: said, never dropped."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from site_src.identifiers import read_any_doi, read_arxiv_id
from site_src.readers.records import Record, aliases, one_line
from site_src.readers.records.numbers import CUT_NUMBER, read_count
from site_src.readers.records.values import Values, find_named

_ARXIV = ("arxiv", "arxivid", "arxivnumber", "arxividentifier", "paperarxivid", "externalidsarxiv")
_DOIS = ("doi", "externalidsdoi", "idsdoi", "articledoi", "paperdoi")
_LIKE_COUNTS = re.compile(r"\s*[+-]?(?:[0-9]\S*|nan|inf(?:inity)?)\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"\s*(?:https?:|www\.)\S", re.IGNORECASE)
_HALF = re.compile("[\ud800-\udfff]")
_TITLES = ("title", "papertitle")
_SHOWN = 40  # characters of a value
_LEFT_OUT = "it is left out"


def find_doubts(values: Values, record: Record) -> Iterator[tuple[str, str]]:
    """(what is seen, what is done) for each value of a sure field that cannot be read, or not as it stands."""
    title = one_line(record.title)[:80]
    found = chain(_titles(values), _counts(values), _arxiv_ids(values), _dois(values), _halves(values))
    return ((f"{seen} of '{title}'", done) for seen, done in found)


def _titles(values: Values) -> Iterator[tuple[str, str]]:
    if any(_is_number(values.get(name)) for name in _TITLES):
        yield "a number as the title", "it is taken as text"


def _counts(values: Values) -> Iterator[tuple[str, str]]:
    for kind, names in (("votes", aliases.VOTES), ("comments", aliases.COMMENTS)):
        for name, text in _scalars(values, names):
            if _LIKE_COUNTS.fullmatch(text) and read_count(text) is None:
                yield f"{name} '{text[:_SHOWN]}', no number of {kind},", _LEFT_OUT


def _arxiv_ids(values: Values) -> Iterator[tuple[str, str]]:
    for name, text in _scalars(values, (*_ARXIV, "id", "paperid")):
        if CUT_NUMBER.fullmatch(text.strip()):
            yield f"{name} '{text}', a number that lost its last zero,", "zeros are added; write ids as text"
        elif name in _ARXIV and not read_arxiv_id(text):
            yield f"{name} '{text[:_SHOWN]}', no arXiv id,", _LEFT_OUT


def _dois(values: Values) -> Iterator[tuple[str, str]]:
    for name, text in _scalars(values, _DOIS):
        if not (read_any_doi(text) or read_arxiv_id(text) or _ADDRESS.match(text)):
            yield f"{name} '{text[:_SHOWN]}', no DOI,", _LEFT_OUT


def _halves(values: Values) -> Iterator[tuple[str, str]]:
    """Halves of characters, which JSON can write and no file can hold."""
    for name, text in _scalars(values, values):
        if _HALF.search(text):
            yield f"half a character (a lone surrogate) in the {name}", _LEFT_OUT


def _scalars(values: Values, names: Mapping[str, object] | tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """(name, text) of those that are a text or a number."""
    for found in find_named(values, names):
        if isinstance(found.value, str) or _is_number(found.value):
            yield found.name, str(found.value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
