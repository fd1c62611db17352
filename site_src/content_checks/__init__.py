"""Content → problems: whether a digest's pages agree with each other and with the site they make.

What a page must be to be read at all, such as a possible date or the form of an arXiv id, is refused when it is read.
Links to files, and fragments, are judged when the site is built.
"""

from collections.abc import Iterator
from pathlib import Path

from site_src.content import Content, read_content
from site_src.content_checks.papers import check_papers
from site_src.content_checks.prose import check_prose
from site_src.content_checks.scores import check_scores
from site_src.content_checks.sources import Sources, read_sources
from site_src.content_checks.taxonomy import check_taxonomy
from site_src.errors import InputError, Problem

__all__ = ["Sources", "check_content", "find_problems", "read_sources"]


def find_problems(folder: Path, sources: Sources) -> tuple[Problem, ...]:
    """Everything wrong with the folder's content, in order of place; of one that cannot be read, why not."""
    try:
        content = read_content(folder)
    except InputError as error:
        return error.problems
    return tuple(sorted(set(check_content(content, sources))))


def check_content(content: Content, sources: Sources) -> Iterator[Problem]:
    """Everything wrong with content that could be read; `sources` are the same content's files."""
    yield from content.problems
    yield from check_taxonomy(content, sources)
    yield from check_papers(content, sources)
    yield from check_prose(content, sources)
    yield from check_scores(content, sources)
