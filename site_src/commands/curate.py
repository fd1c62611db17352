"""What the commands that change single pages have in common."""

from pathlib import Path

from site_src.content import read_papers
from site_src.curation import Change, Pages
from site_src.files import replace_pages, tidy_pages


def read_pages(content: Path) -> Pages:
    """The pages as they are, even where two are of one paper. Raises InputError."""
    tidy_pages(content / "papers")
    return Pages(*read_papers(content))


def carry_out(change: Change) -> None:
    """Writes first and deletes last."""
    replace_pages(change.texts, change.deleted)
