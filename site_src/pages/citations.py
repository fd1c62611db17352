"""What pages have of citations: the records of a paper, where files of them are, and tags for those who cite it."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_src.citations.facts import Citation
from site_src.citations.formats import FORMATS, paper_path, papers_path
from site_src.citations.reference import format_reference
from site_src.models import CompletePaper, PartialDate
from site_src.pages.views import Alternate


@dataclass(frozen=True, slots=True)
class Record:
    """A paper's file of citation, as a whole."""

    file: Alternate
    text: str


@dataclass(frozen=True, slots=True)
class CitationView:
    """A paper's reference in one line of text, and its records."""

    reference: str
    records: tuple[Record, ...]


def view_citation(citation: Citation, paper: CompletePaper) -> CitationView:
    """The paper's citation in every format."""
    files = zip(FORMATS, paper_files(paper), strict=True)
    return CitationView(
        reference=format_reference(citation),
        records=tuple(Record(file, form.join([form.format(citation)])) for form, file in files),
    )


def paper_files(paper: CompletePaper) -> tuple[Alternate, ...]:
    """The paper's own files."""
    return tuple(Alternate(form.media_type, form.name, paper_path(paper.slug, form)) for form in FORMATS)


def papers_files(folder: str) -> tuple[Alternate, ...]:
    """The files of the papers that the page in the folder lists."""
    return tuple(Alternate(form.media_type, form.name, papers_path(folder, form)) for form in FORMATS)


def citation_fields(citation: Citation, page: str) -> Iterator[tuple[str, str]]:
    """Highwire Press tags, which Google Scholar and Zotero read; `page` is the whole address of the paper's page."""
    yield "citation_title", citation.title
    for author in citation.authors:
        yield "citation_author", author
    if citation.date:
        yield "citation_publication_date", _citation_date(citation.date)
    if citation.container:
        yield f"citation_{citation.kind}_title", citation.container
    for identifier in citation.identifiers:
        yield from identifier.highwire.items()
    yield "citation_abstract_html_url", page


def _citation_date(date: PartialDate) -> str:
    """`2024/02/29` or `2024`, the two forms Scholar reads."""
    return str(date).replace("-", "/") if date.day else f"{date.year:04d}"
