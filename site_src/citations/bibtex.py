"""Citation → a BibTeX entry. Values stand in quotation marks, so braces in them are only those that mean something."""

from collections.abc import Iterator
from urllib.parse import quote

from site_src.citations.facts import Citation
from site_src.citations.latex import format_latex, format_title
from site_src.citations.names import join_name, split_name
from site_src.dates import MONTHS

_TYPES = {"paper": "misc", "conference": "inproceedings", "journal": "article"}
_OF_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"
_CONTAINERS = {"paper": "howpublished", "conference": "booktitle", "journal": "journal"}


def format_bibtex(citation: Citation) -> str:
    """The entry, ended by a line break. `@misc` unless the venue is known to be a conference or a journal."""
    fields = ",\n".join(f"  {name} = {value}" for name, value in _fields(citation))
    return f"@{_TYPES[citation.kind]}{{{citation.key},\n{fields}\n}}\n"


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    """(name, value as written)."""
    yield "title", _quote(format_title(citation.title))
    if citation.authors:
        yield "author", _quote(" and ".join(map(_format_name, citation.authors)))
    if container := citation.container or citation.seen_at:
        yield _CONTAINERS[citation.kind], _quote(format_latex(container))
    if citation.date:
        yield "year", _quote(f"{citation.date.year:04d}")
        if citation.date.month:
            yield "month", MONTHS[citation.date.month - 1].lower()  # a name every BibTeX style defines
        if citation.date.day:
            yield (
                "day",
                _quote(f"{citation.date.day}"),
            )  # no field of BibTeX's own styles, but reference managers read it
    for identifier in citation.identifiers:
        yield from ((name, _quote(value)) for name, value in identifier.bibtex.items())
    # An address is read as it stands, so nothing in it is written as LaTeX.
    yield "url", _quote(quote(citation.url, safe=_OF_ADDRESSES))
    if citation.source:
        yield "biburl", _quote(quote(citation.source, safe=_OF_ADDRESSES))  # as DBLP has it; no style prints it


def _quote(value: str) -> str:
    """`value` has balanced braces, and quotation marks in braces only."""
    return f'"{value}"'


def _format_name(printed: str) -> str:
    """The name as printed, for BibTeX splits it itself; in braces where it is one piece.

    With commas where a program that knows no more than first and last names would split it elsewhere.
    """
    name = split_name(printed)
    if not name.given:
        return f"{{{format_latex(printed)}}}"
    if join_name(name) == printed and not name.particle and not name.suffix:
        return format_latex(printed)
    return ", ".join(format_latex(part) for part in (name.whole_family, name.suffix, name.given) if part)
