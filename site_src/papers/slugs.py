"""Addresses of papers: made of the title, and the same whatever other papers there are."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import count

from site_src.filenames import is_slug
from site_src.models import Paper
from site_src.papers.titles import hashed_slug, make_slug, spell_title


def assign_slugs(papers: Sequence[Paper], taken: Collection[str]) -> tuple[Paper, ...]:
    """The papers with slugs that no two of them share, nor any page (`taken`: the pages' addresses, old and new).

    A slug that a paper has already is kept where it is free. Of titles that make one slug the first by spelling keeps
    it, the others get a hash.
    """
    used = set(taken)
    slugs: dict[int, str] = {}
    for i in sorted(range(len(papers)), key=lambda i: _order(papers[i])):
        slugs[i] = next(slug for slug in _possible_slugs(papers[i]) if slug not in used)
        used.add(slugs[i])
    return tuple(replace(paper, slug=slugs[i]) for i, paper in enumerate(papers))


def _order(paper: Paper) -> tuple[bool, str, str, str, str, str]:
    spelt = spell_title(paper.title)
    return not paper.slug, spelt, paper.title, paper.arxiv or "", paper.doi or "", paper.abstract or ""


def _possible_slugs(paper: Paper) -> Iterator[str]:
    if is_slug(paper.slug):
        yield paper.slug
    yield make_slug(paper.title)
    yield hashed_slug(paper.title)
    apart = paper.arxiv or paper.doi or paper.abstract or ""
    yield hashed_slug(paper.title, apart)
    yield from (hashed_slug(paper.title, apart, str(number)) for number in count(2))
