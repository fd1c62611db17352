"""The site → its planned pages. Nothing here renders: a page is a path, a template and what the template needs."""

from collections import Counter
from collections.abc import Iterable

from site_src.errors import InputError, Place, Problem
from site_src.models import Page, Site
from site_src.pages.catalogue import make_catalogue
from site_src.pages.kept import plan_kept
from site_src.pages.lists import plan_all_papers, plan_digests, plan_years
from site_src.pages.maps import plan_map
from site_src.pages.moved import plan_moved, plan_removed
from site_src.pages.names import plan_glossary, plan_methods
from site_src.pages.paper import plan_paper
from site_src.pages.quality import plan_quality
from site_src.pages.single import (
    HUES,
    plan_feeds,
    plan_home,
    plan_machine_files,
    plan_not_found,
    plan_search,
    plan_texts,
)
from site_src.pages.technique import plan_techniques

__all__ = ["HUES", "plan_pages"]


def plan_pages(site: Site) -> tuple[Page, ...]:
    """Every file that is rendered. Raises InputError where a written page takes another page's address."""
    catalogue = make_catalogue(site)
    pages = (
        plan_home(catalogue),
        *plan_techniques(catalogue),
        *plan_map(catalogue),
        *plan_digests(catalogue),
        *plan_years(catalogue),
        *plan_all_papers(catalogue),
        plan_methods(catalogue),
        plan_glossary(catalogue),
        plan_quality(catalogue),
        *(plan_paper(paper, catalogue) for paper in site.papers),
        *plan_removed(catalogue),
        *plan_moved(catalogue),
        *plan_texts(catalogue),
        plan_search(catalogue),
        *plan_kept(catalogue),
        plan_not_found(catalogue),
    )
    _check_addresses(pages)
    return (*pages, *plan_feeds(catalogue), *plan_machine_files(catalogue, pages))


def _check_addresses(pages: Iterable[Page]) -> None:
    counts = Counter(page.path for page in pages)
    taken = [path for path, count in counts.items() if count > 1]
    cure = "give the page in content/pages another file name"
    if taken:
        raise InputError(Problem(Place(path), "two pages at one address", cure) for path in taken)
