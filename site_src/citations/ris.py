"""Citation → a record in RIS, as Zotero, Mendeley and EndNote read it."""

from collections.abc import Iterator

from site_src.citations.facts import Citation
from site_src.citations.names import split_name
from site_src.dates import PartialDate

_TYPES = {"paper": "GEN", "conference": "CPAPER", "journal": "JOUR"}


def format_ris(citation: Citation) -> str:
    """The record from its type to its end, one fact a line."""
    return "".join(f"{tag}  - {value}\n" for tag, value in _lines(citation))


def _lines(citation: Citation) -> Iterator[tuple[str, str]]:
    """(tag, value)."""
    yield "TY", _TYPES[citation.kind]
    yield "ID", citation.key
    yield "TI", citation.title
    for author in citation.authors:
        yield "AU", _format_name(author)
    if citation.container:
        yield "T2", citation.container
    if citation.date:
        yield "PY", f"{citation.date.year:04d}"
        if citation.date.month:
            yield "DA", _format_date(citation.date)
    for identifier in citation.identifiers:
        yield from identifier.ris.items()
    if citation.seen_at:
        yield "N1", citation.seen_at
    yield "UR", citation.url
    if citation.source:
        yield "DP", citation.source  # the database it is from: kept apart from the paper's own address
    yield "ER", ""


def _format_name(printed: str) -> str:
    """`de Witt, Christian`, `van der Berg, Rob, Jr.`; a name in one piece as it is."""
    name = split_name(printed)
    return ", ".join(part for part in (name.whole_family, name.given, name.suffix) if part)


def _format_date(date: PartialDate) -> str:
    """`2024/02/29/`; a day that is not known is empty."""
    return f"{date.year:04d}/{date.month:02d}/{f'{date.day:02d}' if date.day else ''}/"
