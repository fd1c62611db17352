"""A paper completed with what another says of it: what the first says wins."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from site_src.identifiers import is_arxiv_doi
from site_src.links import unite_links
from site_src.models import Paper, SeenIn
from site_src.papers.evidence import same_listing

# Lists that are united, where other facts are one's or the other's as a whole: of what a paper is about, and of a page.
_OF_PAPERS = ("categories",)
_OF_PAGES = ("aliases", "redirect_from", "distinct_from")


def merge_papers(first: Paper, second: Paper) -> Paper:
    """The first paper, completed with what only the second states."""
    completed = complete_facts(first, second)
    return replace(completed, **_unite(first, second, _OF_PAGES), seen_in=unite_seen(first.seen_in, second.seen_in))


def _unite(first: Paper, second: Paper, names: Sequence[str]) -> dict[str, Any]:
    return {name: tuple(dict.fromkeys((*getattr(first, name), *getattr(second, name)))) for name in names}


def complete_facts(first: Paper, second: Paper) -> Paper:
    """The same, but for the lists that only pages have."""
    lacking = [fact.name for fact in fields(first) if getattr(first, fact.name) == fact.default]
    completed = replace(first, **{name: getattr(second, name) for name in lacking})
    if first.authors or first.author_count not in {None, len(second.authors)}:
        # One of the two says who they are, and the other would contradict it.
        completed = replace(completed, authors=first.authors, author_count=first.author_count)
    elif second.authors:
        completed = replace(completed, author_count=None)  # the names say it
    if first.doi and second.doi and is_arxiv_doi(first.doi):
        completed = replace(completed, doi=second.doi)  # the publisher's says more
    links = unite_links(first.links, second.links)
    return replace(completed, **_unite(first, second, _OF_PAPERS), links=links, place=first.place)


def unite_seen(page: Sequence[SeenIn], dumps: Sequence[SeenIn]) -> tuple[SeenIn, ...]:
    """The page's appearances and those in dumps it does not know yet, sorted.

    A dump that was edited and is imported again has other line numbers; the page's stand. A dump of the same file name
    but another digest is another dump.
    """
    known: dict[str, dict[str, SeenIn]] = {}
    for seen in page:
        known.setdefault(seen.dump, {})[seen.digest] = seen
    fresh = (seen for seen in dumps if not any(same_listing(seen, one) for one in known.get(seen.dump, {}).values()))
    return tuple(sorted({*page, *fresh}))
