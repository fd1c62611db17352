"""What stands at addresses where a paper was: a page that leads to where it is, or says why it is no more."""

from collections.abc import Iterator
from dataclasses import replace

from site_src.contract import PAPER
from site_src.models import Page, Paper
from site_src.pages.catalogue import Catalogue
from site_src.pages.heads import make_head
from site_src.pages.sections import PAPERS
from site_src.text import repair_text


def plan_moved(catalogue: Catalogue) -> Iterator[Page]:
    """A page for each old address, which leads to the new one without a script."""
    titles = {paper.slug: paper.title for paper in catalogue.site.papers}
    titles |= {paper.slug: repair_text(paper.title).text for paper in catalogue.site.removed}
    for old, slug in catalogue.site.redirects.items():
        context = {"path": PAPER.format(slug), "title": titles[slug]}
        yield Page(path=f"{PAPER.format(old)}index.html", template="redirect.html", context=context)


def plan_removed(catalogue: Catalogue) -> Iterator[Page]:
    """A page for each tombstone, which says why the paper was removed. Neither is for indexes, and no feed has it."""
    for paper in catalogue.site.removed:
        yield _plan_tombstone(paper, catalogue)


def _plan_tombstone(paper: Paper, catalogue: Catalogue) -> Page:
    title = repair_text(paper.title).text
    path = PAPER.format(paper.slug)
    source = f"content/papers/{paper.slug}.md"
    head = make_head(
        catalogue, path, title, description="This paper was removed from here.", trail=(PAPERS,), source=source
    )
    head = replace(head, indexable=False, feeds=(), alternates=(), json_ld={})
    context = {"head": head, "title": title, "reason": paper.removed}
    return Page(path=f"{path}index.html", template="removed.html", context=context)
