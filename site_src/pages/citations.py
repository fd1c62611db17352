"""What pages show of citations: the records of a paper, and where files of them are."""

from dataclasses import dataclass

from site_src.citations import FORMATS, Citation, format_reference, paper_path, papers_path
from site_src.models import CompletePaper
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
    return tuple(Alternate(form.media_type, form.name, paper_path(paper, form)) for form in FORMATS)


def papers_files(folder: str) -> tuple[Alternate, ...]:
    """The files of the papers that the page in the folder lists."""
    return tuple(Alternate(form.media_type, form.name, papers_path(folder, form)) for form in FORMATS)
