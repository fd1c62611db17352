"""JSON, and JSON Lines: what APIs answer, archives keep and programs write."""

import re
from collections.abc import Sequence
from dataclasses import replace

from site_src.errors import InputError, Place, Problem
from site_src.models import Dump
from site_src.readers.records import Record, read_record
from site_src.readers.records.doubts import find_doubts
from site_src.readers.records.fields import read_fields
from site_src.readers.records.json_found import Found, find_records
from site_src.readers.records.json_shapes import explain_shapes, find_fault, word_title
from site_src.readers.records.json_values import Doubled, looks_like_json
from site_src.readers.records.own_export import is_own, read_own
from site_src.readers.records.signs import has_sign, name_others
from site_src.readers.records.taken import PAPERS, Taken
from site_src.readers.records.unwrap import identify_by_key, is_attachment
from site_src.readers.records.values import Values

NAME = "json"
FORM = "JSON"

_NOTEBOOK = re.compile(r'"nbformat"\s*:')
_NO_PAPERS = "JSON without papers"
_SHOWN = 8  # names
_CURE = "each paper is an object with a title; name a file of such objects"


def detect(text: str) -> bool:
    """Whether it is JSON, and no notebook."""
    return looks_like_json(text) and not _NOTEBOOK.search(text)


def read(text: str, name: str) -> Dump:
    """The papers of the file. Raises InputError for malformed JSON, and where it holds none."""
    taken, signless = Taken(), list[Found]()
    for found in find_records(text, name):
        _take(found, name, taken, signless)
    if not taken.counts[PAPERS]:
        cure = _CURE if not taken.problems else "give the records their titles"
        raise InputError(Problem(Place(name, 1), _NO_PAPERS, cure))
    if taken.counts[PAPERS] == len(signless):
        _refuse_things(signless, name)
    return taken.as_dump(name, FORM)


def _refuse_things(signless: Sequence[Found], name: str) -> None:
    """Raises InputError for things of any kind that have titles. Titles alone are a list of papers."""
    others = dict.fromkeys(other for found in signless for other in name_others(found.values))
    if others:
        seen = f"{_NO_PAPERS}: its records have a title and {', '.join(list(others)[:_SHOWN])}"
        cure = "name a file of papers, with their authors, abstracts, ids or dates"
        raise InputError(Problem(Place(name, signless[0].line), seen, cure))


def _take(found: Found, name: str, taken: Taken, signless: list[Found]) -> None:
    place = Place(name, found.line)
    if isinstance(found.value, Doubled):
        taken.problems.append(Problem(place, "a record with one name twice", "the last of the two counts"))
    if is_own(found.value):
        taken.take(*read_own(found.value, place))
        return
    if not found.values:
        taken.leave_out(place, found.fault or "a value that is no paper's record")
        return
    values = identify_by_key(found.values, found.key)
    if is_attachment(values):
        taken.leave_aside()
        return
    record = _read(found, values)
    if seen := find_fault(values) or ("" if record.title.strip() else "a record without a title"):
        taken.leave_out(place, seen)
        return
    said = (*explain_shapes(values, record), *find_doubts(values, record))
    taken.problems.extend(Problem(place, *one) for one in said)
    entry, problems = read_record(record, name)
    if not has_sign(entry, values):
        signless.append(found)
    taken.take(entry, problems)


def _read(found: Found, values: Values) -> Record:
    """The record, as listed on the day of the list around it, where it does not say its own."""
    record = read_fields(values, found.line)
    if not record.title.strip() and record.abstract:
        record = replace(record, title=word_title(found.value))
    return replace(record, listed=record.listed or found.day)
