"""Files of papers at their old addresses, for reading lists and comparisons that browsers keep by them."""

from collections.abc import Iterable, Mapping

from site_src.citations.formats import FORMATS, paper_path
from site_src.contract import PAPER_JSON
from site_src.models import CompletePaper


def moved_files(files: Mapping[str, bytes], papers: Iterable[CompletePaper]) -> dict[str, bytes]:
    """{old path: content} of each paper's own files, which name its new address."""
    moved = {}
    for paper in papers:
        for old in paper.paper.redirect_from:
            moved[PAPER_JSON.format(old)] = files[PAPER_JSON.format(paper.slug)]
            for form in FORMATS:
                moved[paper_path(old, form)] = files[paper_path(paper.slug, form)]
    return moved
