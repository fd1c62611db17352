"""Tables with a header: CSV, and the same with semicolons or tabs, as Zotero, Scopus, Notion and spreadsheets write it.

What stands between cells is told by the header, in which that makes the most names known. A table whose tabs stand
between cells may have quotation marks that are only text.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from site_src.errors import InputError, Place, Problem
from site_src.models import Dump
from site_src.readers.records import read_record
from site_src.readers.records.aliases import fold_name, is_empty
from site_src.readers.records.doubts import find_doubts
from site_src.readers.records.fields import read_fields
from site_src.readers.records.headers import KNOWN, count_known
from site_src.readers.records.taken import PAPERS, Taken
from site_src.readers.records.unwrap import is_attachment
from site_src.readers.records.written_lines import shown_line

NAME = "csv"
FORM = "CSV"

_SEPARATORS = (",", ";", "\t", "|")
_STATED = re.compile(r"\s*\"?sep=(.)\"?[^\S\n]*\r?\n", re.IGNORECASE)
_LONGEST_HEADER = 10_000  # characters
_RULE = frozenset("|:- \t\r")  # below the header of a table in Markdown
_QUOTES = 'double each quotation mark inside a cell, as "", and close each cell that begins with one'


@dataclass(frozen=True, slots=True)
class _Row:
    cells: Sequence[str]
    line: int


def detect(text: str) -> bool:
    """Whether its first line is a header that names a title and something else."""
    start = _start(text)
    return count_known(_header(text[start:], _separator(text))) > 0 and not _is_markdown(text)


def _is_markdown(text: str) -> bool:
    """Whether the second line is the rule of a table in Markdown."""
    lines = text.lstrip()[:_LONGEST_HEADER].split("\n", 2)
    return len(lines) > 1 and "|" in lines[0] and "-" in lines[1] and _RULE.issuperset(lines[1])


def read(text: str, name: str) -> Dump:
    """The papers of the table. Raises InputError where its quotation marks are wrong, and where it holds none."""
    taken = Taken()
    names: Sequence[str] = ()
    for row in _rows(text, name):
        if not names:
            names = tuple(map(fold_name, row.cells))
            taken.problems.extend(_doubles(row, names, name))
        else:
            _take(row, names, name, taken)
    if not taken.counts[PAPERS]:
        cure = "begin it with a line of names (title, abstract, authors), and give each paper a line with its title"
        raise InputError(Problem(Place(name, 1), "a table without papers", cure))
    return taken.as_dump(name, FORM)


def _take(row: _Row, names: Sequence[str], name: str, taken: Taken) -> None:
    values: dict[str, object] = {}
    for key, cell in zip(names, row.cells, strict=False):
        if not is_empty(cell):
            values.setdefault(key, cell)
    record = read_fields(values, row.line)
    if is_attachment(values):
        taken.leave_aside()
    elif record.title.strip():
        taken.problems.extend(_misfits(row, names, name))
        taken.problems.extend(Problem(Place(name, row.line), *said) for said in find_doubts(values, record))
        taken.take(*read_record(record, name))
    else:
        taken.leave_out(Place(name, row.line), "a row without a title")


def _doubles(header: _Row, names: Sequence[str], name: str) -> Iterator[Problem]:
    """A warning for each name of several columns, where it matters: of names that no paper has nothing is read."""
    for one in dict.fromkeys(names):
        if one and names.count(one) > 1 and one in KNOWN:
            seen = f"{names.count(one)} columns '{header.cells[names.index(one)].strip()}'"
            yield Problem(Place(name, header.line), seen, "in each row the first that says something is taken")


def _misfits(row: _Row, names: Sequence[str], name: str) -> Iterator[Problem]:
    """A warning where the row has not a cell for each name: some cell was cut in two, or the row itself."""
    count = f"{len(row.cells)} cell{'s' * (len(row.cells) > 1)} under {len(names)} names"
    if len(row.cells) < len(names):
        yield Problem(Place(name, row.line), count, "read as far as it goes; complete the row")
    elif more := [cell.strip() for cell in row.cells[len(names) :] if cell.strip()]:
        shown = shown_line(", ".join(more))
        cure = "left out, the rest is read; a cell that has a separator stands in quotation marks"
        yield Problem(Place(name, row.line), f"{count}; too many are '{shown}'", cure)


# ---- the layout


def _start(text: str) -> int:
    """Where the table begins, after the line that tells spreadsheets what separates cells."""
    stated = _STATED.match(text)
    return stated.end() if stated else 0


def _separator(text: str) -> str:
    if stated := _STATED.match(text):
        return stated[1]
    return max(_SEPARATORS, key=lambda separator: count_known(_header(text, separator)))


def _header(text: str, separator: str) -> Sequence[str]:
    """The names in the first line that is not blank."""
    line = text.lstrip()[:_LONGEST_HEADER].partition("\n")[0].rstrip("\r")
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return ()


def _rows(text: str, name: str) -> Iterator[_Row]:
    """The rows, each with its first line. Raises InputError."""
    separator, start = _separator(text), _start(text)
    first = text.count("\n", 0, start) + 1
    table = text[start:].replace("\r\n", "\n").replace("\r", "\n")
    try:
        return iter(tuple(_read_rows(table, first, separator, csv.QUOTE_MINIMAL)))
    except _QuoteError as error:
        if separator != "\t":
            raise InputError(Problem(Place(name, error.line), f"malformed CSV: {error}", _QUOTES)) from None
    return _read_rows(table, first, separator, csv.QUOTE_NONE)


class _QuoteError(ValueError):
    """Quotation marks that do not go together, in the row that begins in `line`."""

    def __init__(self, said: str, line: int) -> None:
        self.line = line
        super().__init__(said)


def _read_rows(table: str, first: int, separator: str, quoting: Literal[0, 3]) -> Iterator[_Row]:
    longest = csv.field_size_limit(max(len(table), 1))
    reader = csv.reader(io.StringIO(table, newline=""), delimiter=separator, quoting=quoting, strict=True)
    line = first
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                yield _Row(cells, line)
            line = first + reader.line_num
    except csv.Error as error:
        raise _QuoteError(str(error), line) from None
    finally:
        csv.field_size_limit(longest)
