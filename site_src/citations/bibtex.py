"""Citation → a BibTeX entry."""

from collections.abc import Iterator

from site_src.citations.facts import Citation
from site_src.citations.latex import format_latex, format_title
from site_src.citations.names import split_name
from site_src.models import MONTHS

_TYPES = {"paper": "misc", "conference": "inproceedings", "journal": "article"}
_CONTAINERS = {"paper": "howpublished", "conference": "booktitle", "journal": "journal"}


def format_bibtex(citation: Citation) -> str:
    """The entry, ended by a line break. `@misc` unless the venue is known to be a conference or a journal."""
    fields = ",\n".join(f"  {name} = {value}" for name, value in _fields(citation))
    return f"@{_TYPES[citation.kind]}{{{citation.key},\n{fields}\n}}\n"


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    """(name, value as written)."""
    yield "title", f"{{{format_title(citation.title)}}}"
    if citation.authors:
        yield "author", f"{{{' and '.join(map(_format_name, citation.authors))}}}"
    if container := citation.container or citation.seen_at:
        yield _CONTAINERS[citation.kind], f"{{{format_latex(container)}}}"
    if citation.date:
        yield "year", f"{{{citation.date.year:04d}}}"
        if citation.date.month:
            yield "month", MONTHS[citation.date.month - 1].lower()  # a name every BibTeX style defines
    if citation.arxiv:
        yield "eprint", f"{{{citation.arxiv}}}"
        yield "archivePrefix", "{arXiv}"
    # An address is read as it stands: nothing in it is escaped but what would unbalance the entry.
    yield "url", f"{{{citation.url.replace('{', '%7B').replace('}', '%7D')}}}"


def _format_name(printed: str) -> str:
    """The name as printed, for BibTeX splits it itself; in braces where it is one piece."""
    latex = format_latex(printed)
    return latex if split_name(printed).given else f"{{{latex}}}"
