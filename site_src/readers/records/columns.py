"""Whether a text is a table, by its separators alone."""

import csv
import io

_SEPARATORS = (",", ";", "\t", "|")
_FEWEST = 3  # cells: what has two may be a title and its id
_ENOUGH = 20_000  # characters that show it


def is_table(text: str) -> bool:
    """Whether every line has as many cells as the first; a blank behind each separator makes it a sentence."""
    head = text.strip()[:_ENOUGH]
    return any(_is_table(head, separator, cut=len(text) > _ENOUGH) for separator in _SEPARATORS)


def _is_table(head: str, separator: str, *, cut: bool) -> bool:
    try:
        rows = list(csv.reader(io.StringIO(head), delimiter=separator))
    except csv.Error:
        return False
    rows = rows[:-1] if cut else rows
    return (
        len(rows) > 1
        and len(rows[0]) >= _FEWEST
        and all(len(row) == len(rows[0]) and not any(cell[:1].isspace() for cell in row) for row in rows)
    )
