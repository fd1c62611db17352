"""Records in JSON, whatever lists and objects stand around them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from site_src.readers.records import aliases
from site_src.readers.records.aliases import fold_names
from site_src.readers.records.json_rows import read_row
from site_src.readers.records.json_tables import is_header, name_cells, read_rows
from site_src.readers.records.json_values import Broken, Lines, Part, is_container, read_parts, read_values
from site_src.readers.records.unwrap import has_papers, is_paperlike, read_values_of
from site_src.readers.records.values import read_text
from site_src.readers.records.written_dates import is_day

_DEEPEST = 8  # lists and objects around a record


@dataclass(frozen=True, slots=True)
class Found:
    """A record of a file: what it has, as it is and by folded names, and its line.

    It stands under the key, in a list of the day; "" where it does not. `fault` says what is wrong with a line that is
    no JSON.
    """

    value: Mapping[str, object]
    values: dict[str, object]
    line: int
    key: str = ""
    day: str = ""
    fault: str = ""


def find_records(text: str, name: str) -> Iterator[Found]:
    """The records in the text's lists and objects, in order; last, without values, lines that are none among such.

    Raises InputError.
    """
    file = _File(text, name, Lines(text))
    silent: list[Found] = []
    are_records = False
    for part in _name_cells(read_values(text, name)):
        if isinstance(part.value, Broken):
            silent.append(Found({}, {}, file.line_at(part), fault=part.value.seen))
            continue
        found = _walk(file, part, "", _DEEPEST)
        first = next(found, None)
        if first is None:
            silent.append(Found({}, {}, file.line_at(part)))
            continue
        are_records = are_records or is_paperlike(part.value)
        yield first
        yield from found
    yield from (one for one in silent if one.fault or are_records)


def _name_cells(parts: Iterator[Part]) -> Iterator[Part]:
    """The values of a text; where the first of several names columns, the others are rows below it."""
    first, second = next(parts, None), next(parts, None)
    leading = [part for part in (first, second) if part]
    if first and second and is_header(first.value):
        return name_cells(first.value, chain([second], parts))
    return chain(leading, parts)


@dataclass(frozen=True, slots=True)
class _File:
    text: str
    name: str
    lines: Lines

    def line_at(self, part: Part) -> int:
        return self.lines.line_at(part.start)


def _walk(file: _File, part: Part, day: str, depth: int) -> Iterator[Found]:
    if isinstance(part.value, str):
        if row := read_row(part.key, part.value):
            yield Found({}, row, file.line_at(part), part.key, day)
        return
    values = read_values_of(part.value) if isinstance(part.value, Mapping) else None
    if rows := tuple(read_rows(file.text, part, file.name)) if depth else ():
        yield from (_find_row(file, row, day) for row in rows)
    elif values and isinstance(part.value, Mapping) and not has_papers(values):
        yield Found(part.value, values, file.line_at(part), part.key, day)
    elif is_container(part.value) and depth:
        day = _day_of(part) or day
        inner = tuple(read_parts(file.text, part, file.name))
        among_records = isinstance(part.value, list) and any(map(is_paperlike, (one.value for one in inner)))
        for one in inner:
            found = _walk(file, one, day, depth - 1)
            first = next(found, None)
            if first or among_records:
                yield first or Found({}, {}, file.line_at(one))
            yield from found


def _find_row(file: _File, row: Part, day: str) -> Found:
    cells = row.value if isinstance(row.value, Mapping) else {}
    return Found(cells, read_values_of(cells) or {}, file.line_at(row), day=day)


def _day_of(part: Part) -> str:
    """The day that a list of papers is of: its key, or what the object around it says."""
    fields = fold_names(part.value) if isinstance(part.value, Mapping) else {}
    written = (part.key, *(read_text(fields.get(name)) for name in aliases.DAYS))
    return next(filter(is_day, written), "")
