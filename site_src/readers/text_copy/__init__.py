"""Text copies of a page: every word is header, title, abstract, byline, furniture or (reported) unknown.

A canonical copy prints one blank line between blocks: the header's lines, the date last among them; then per entry
its title, its abstract and perhaps a byline of three lines. `read` also takes what people's copies look like. In order:
`lines` (and `markup`, where links were kept), `furniture` with `bylines` (what a page prints around entries), `header`,
`reading` by layout or by `prices` (which lines are titles and which abstracts), `entries`. `paper_page` is the page of
one paper, `account` counts every line.
"""

from site_src.readers.text_copy.furniture import find_marks, set_aside
from site_src.readers.text_copy.lines import split_lines
from site_src.readers.text_copy.paper_page import read_paper_page
from site_src.readers.text_copy.parse import parse_dump

__all__ = ["FORM", "NAME", "detect", "parse_dump", "read"]

NAME = "text"
FORM = "text copy of a page"
read = parse_dump
_ENOUGH = 200_000  # characters: a page has marks among them
_MARKS = frozenset({"byline", "submitted", "upvotes"})


def detect(text: str) -> bool:
    """Whether it has marks of a page of papers: bylines, or what stands around cards. A bare copy has none."""
    lines, _ = set_aside(split_lines(text[:_ENOUGH]))
    return read_paper_page(lines, "") is not None or not _MARKS.isdisjoint(mark.kind for mark in find_marks(lines))
