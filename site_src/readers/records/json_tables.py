"""Tables in JSON: lists of cells below a list of names, or a list of cells for each name."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeGuard

from site_src.readers.records.aliases import fold_names
from site_src.readers.records.headers import count_known
from site_src.readers.records.json_values import Part, read_parts
from site_src.readers.records.values import read_text

# What an object has for the names of its columns, and for the rows below them.
_NAMES = ("columns", "header", "headers", "columnnames", "fields")
_ROWS = ("data", "rows", "values", "records")


def read_rows(text: str, part: Part, name: str) -> Iterator[Part]:
    """The rows of a table, each an object with its cells by name; none of any other value. Raises InputError."""
    if isinstance(part.value, list):
        if part.value and is_header(part.value[0]):
            _, *rows = read_parts(text, part, name)
            yield from name_cells(part.value[0], rows)
    elif isinstance(part.value, Mapping):
        if _is_of_columns(part.value):
            yield from _turn(text, part, name)
        elif header := _header(part.value):
            found = next((one for one in read_parts(text, part, name) if one.key.casefold() in _ROWS), None)
            yield from name_cells(header, read_parts(text, found, name) if found else ())


def is_header(row: object) -> TypeGuard[list[str]]:
    """Whether it is a list of texts that names the columns of a table of papers."""
    return isinstance(row, list) and all(isinstance(one, str) for one in row) and count_known(row) > 1


def name_cells(header: Sequence[str], rows: Iterator[Part] | Sequence[Part]) -> Iterator[Part]:
    """The rows as objects; what is no list of cells stays as it is."""
    for row in rows:
        cells = dict(zip(header, row.value, strict=False)) if isinstance(row.value, list) else row.value
        yield Part(cells, row.start, row.key)


def _header(table: Mapping[str, object]) -> list[str]:
    """The names of an object's columns, of which it has the rows; [] of any other object."""
    folded = fold_names(table)
    names = next((folded[name] for name in _NAMES if name in folded), None)
    rows = next((folded[name] for name in _ROWS if name in folded), None)
    if not (isinstance(names, list) and isinstance(rows, list) and all(isinstance(row, list) for row in rows)):
        return []
    header = [read_text(one, ("name", "id", "label")) for one in names]
    return header if is_header(header) else []


def _is_of_columns(table: Mapping[str, object]) -> bool:
    """Whether every value is a column, as long as each other: a list, or an object with the numbers of rows."""
    columns = [_cells(column) for column in table.values()]
    lengths = {len(column) for column in columns}
    return len(lengths) == 1 and lengths != {0} and count_known(table) > 1 and _are_columns(table)


def _are_columns(table: Mapping[str, object]) -> bool:
    """Whether they are of several rows, or said to be of rows by their numbers."""
    first = next(iter(table.values()))
    return isinstance(first, Mapping) or len(_cells(first)) > 1


def _cells(column: object) -> Sequence[object]:
    if isinstance(column, Mapping):
        return list(column.values()) if all(key.isdecimal() for key in column) else ()
    return column if isinstance(column, list) else ()


def _turn(text: str, part: Part, name: str) -> Iterator[Part]:
    """The rows of columns, each in the line of its first cell."""
    columns = {one.key: tuple(read_parts(text, one, name)) for one in read_parts(text, part, name)}
    for cells in zip(*columns.values(), strict=False):
        yield Part(dict(zip(columns, (cell.value for cell in cells), strict=True)), cells[0].start)
