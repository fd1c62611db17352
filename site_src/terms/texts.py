"""The text of a paper that names are looked for in."""

from dataclasses import dataclass

from site_src.models import CompletePaper, Field, Reading


@dataclass(frozen=True, slots=True)
class PaperText:
    """The repaired title of a paper and the reading of its text; `field` is what the text is."""

    slug: str
    title: str
    reading: Reading
    field: Field = "abstract"

    @property
    def text(self) -> str:
        return self.reading.text


def read_text(paper: CompletePaper) -> PaperText:
    """The paper's abstract, or its summary where no abstract is known."""
    return PaperText(paper.slug, paper.title, paper.reading, "abstract" if paper.abstract else "summary")
