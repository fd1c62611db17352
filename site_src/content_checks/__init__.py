"""Content → problems: whether a digest's pages agree with each other and with the site they make.

What a page must be to be read at all, such as a possible date or the form of an arXiv id, is refused when it is read.
Links to files, and fragments, are judged when the site is built.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from site_src.complete import complete_paper
from site_src.content import Content, read_content
from site_src.content_checks.papers import check_papers
from site_src.content_checks.prose import check_prose
from site_src.content_checks.results import check_results
from site_src.content_checks.scores import check_scores
from site_src.content_checks.sources import Sources, read_sources
from site_src.content_checks.taxonomy import check_taxonomy
from site_src.digests import collect_digests
from site_src.errors import InputError, Problem
from site_src.models import CompletePaper, Paper, Site
from site_src.pages import plan_pages

__all__ = ["Sources", "check_content", "find_problems", "read_sources"]


def find_problems(folder: Path, sources: Sources) -> tuple[Problem, ...]:
    """Everything wrong with the folder's content, in order of place; of one that cannot be read, why not."""
    try:
        content = read_content(folder)
    except InputError as error:
        return tuple(sorted({*error.problems, *sources.unread}))
    return tuple(sorted({*check_content(content, sources), *sources.unread}))


def check_content(content: Content, sources: Sources) -> Iterator[Problem]:
    """Everything wrong with content that could be read; `sources` are the same content's files."""
    site = _plan_site(content)
    yield from content.problems
    yield from check_taxonomy(content, sources)
    yield from check_results(content, sources)
    yield from check_papers(content, sources)
    yield from check_prose(content, sources, [digest.name for digest in site.digests], _addresses(site))
    yield from check_scores(content, sources)


def _plan_site(content: Content) -> Site:
    """The site of the content alone."""
    papers = tuple(_complete(paper, content) for paper in content.papers)
    return Site(
        config=content.config,
        taxonomy=content.taxonomy,
        papers=papers,
        removed=content.removed,
        digests=collect_digests(papers),
        digest_pages=content.digest_pages,
        text_pages=content.text_pages,
        kinds=content.vocabulary.kinds,
    )


def _complete(paper: Paper, content: Content) -> CompletePaper:
    """The paper with its labels, but for techniques there are none of."""
    known = {technique.slug for technique in content.taxonomy}
    stated = None if paper.techniques is None else tuple(slug for slug in paper.techniques if slug in known)
    return complete_paper(replace(paper, techniques=stated), content.taxonomy, content.vocabulary)


def _addresses(site: Site) -> frozenset[str]:
    """The paths of the pages that the site has."""
    return frozenset(page.path for page in plan_pages(site))
