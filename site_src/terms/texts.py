"""The text of a paper that names are looked for in."""

from dataclasses import dataclass

from site_src.models import CompletePaper, Field


@dataclass(frozen=True, slots=True)
class PaperText:
    """The repaired title and text of a paper; `field` is what the text is."""

    slug: str
    title: str
    text: str
    field: Field = "abstract"


def read_text(paper: CompletePaper) -> PaperText:
    """The paper's abstract, or its summary where no abstract is known."""
    if paper.abstract:
        return PaperText(paper.slug, paper.title, paper.abstract)
    return PaperText(paper.slug, paper.title, paper.summary, "summary")
