"""The formats that citations are written in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from site_src.citations.bibtex import format_bibtex
from site_src.citations.csl import format_csl
from site_src.citations.facts import Citation
from site_src.citations.ris import format_ris
from site_src.contract import CITATION_FORMATS, LIST_CITATIONS, PAPER_CITATION


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """`format` gives a paper's record and `join` the text of a file of records; `suffix` is that file's ending."""

    suffix: str
    media_type: str
    format: Callable[[Citation], str]
    join: Callable[[Iterable[str]], str]

    @property
    def name(self) -> str:
        return CITATION_FORMATS[self.suffix]


def _join_items(items: Iterable[str]) -> str:
    """A list in JSON."""
    return "[\n" + ",\n".join(items) + "\n]\n"


FORMATS = (
    Format(
        suffix="bib",
        media_type="application/x-bibtex",
        format=format_bibtex,
        join="\n".join,
    ),
    Format(
        suffix="ris",
        media_type="application/x-research-info-systems",
        format=format_ris,
        join="\n".join,
    ),
    Format(
        suffix="csl.json",
        media_type="application/vnd.citationstyles.csl+json",
        format=format_csl,
        join=_join_items,
    ),
)

# ---- where their files are


def paper_path(slug: str, form: Format) -> str:
    """Where the record of the paper of the slug is, from the site's root."""
    return PAPER_CITATION.format(slug, form.suffix)


def papers_path(folder: str, form: Format) -> str:
    """Where the records of the papers are that the page in the folder lists; API has those of all."""
    return LIST_CITATIONS.format(folder, form.suffix)
