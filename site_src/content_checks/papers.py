"""Whether papers' pages agree with the taxonomy, with themselves and with each other."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from site_src.content import Content
from site_src.content_checks.sources import Sources, path_of
from site_src.errors import Problem
from site_src.models import Paper, SeenIn, StatedResult
from site_src.papers.evidence import Appearance, tell_apart
from site_src.papers.twins import explain_twins, find_twins

Stated = TypeVar("Stated", bound=Hashable)


def check_papers(content: Content, sources: Sources) -> Iterator[Problem]:
    """What papers' pages say that cannot be so."""
    known = [technique.slug for technique in content.taxonomy]
    addresses = {slug for paper in (*content.papers, *content.removed) for slug in (paper.slug, *paper.redirect_from)}
    for paper in content.papers:
        yield from _check_labels(paper, known, sources)
        yield from _check_results(paper, sources)
        yield from _check_links(paper, sources)
        yield from _check_distinct(paper, addresses, sources)
    yield from _check_same_entry((*content.papers, *content.removed), sources)
    yield from _check_twins((*content.papers, *content.removed), sources)


def _check_labels(paper: Paper, known: list[str], sources: Sources) -> Iterator[Problem]:
    for slug in paper.techniques or ():
        if slug not in known:
            cure = f"write one of {', '.join(known)}, or add a page for it to content/techniques"
            yield Problem(sources.place(path_of(paper), "techniques:", slug), f"unknown technique '{slug}'", cure)
    for slug in _repeated(paper.techniques or ()):
        place = sources.place(path_of(paper), "techniques:", slug)
        yield Problem(place, f"the technique '{slug}' twice", "state it once")


def _check_results(paper: Paper, sources: Sources) -> Iterator[Problem]:
    """Two results are one to a reader when they read the same."""
    for value, metric, _ in _repeated(map(_as_read, paper.results or ())):
        place = sources.place(path_of(paper), "results:", f"{value}")
        yield Problem(place, f"the result '{value} {metric}' twice", "state it once, or say what tells the two apart")


def _as_read(result: StatedResult) -> tuple[str, str, str]:
    return result.value, result.metric.casefold(), (result.baseline or "").casefold()


def _check_links(paper: Paper, sources: Sources) -> Iterator[Problem]:
    for url in _repeated(link.url for link in paper.links):
        yield Problem(sources.place(path_of(paper), "links:", url), f"the link '{url}' twice", "state it once")


def _check_distinct(paper: Paper, known: Collection[str], sources: Sources) -> Iterator[Problem]:
    own = {paper.slug, *paper.redirect_from}
    for slug in paper.distinct_from:
        if slug not in known or slug in own:
            seen = f"distinct from '{slug}', which is {'this page' if slug in own else 'no page'}"
            place = sources.place(path_of(paper), "distinct_from:", slug)
            yield Problem(place, seen, "correct it: it is a page's file name without .md")


def _check_twins(papers: Iterable[Paper], sources: Sources) -> Iterator[Problem]:
    for twins in find_twins(papers):
        yield replace(explain_twins(twins), place=sources.place(path_of(twins.one), "title:"))


def _check_same_entry(papers: Iterable[Paper], sources: Sources) -> Iterator[Problem]:
    """Papers that nothing tells apart; others may stand in one line, as in JSON without line breaks."""
    owners: dict[SeenIn, Appearance] = {}
    for paper in papers:
        own = Appearance(paper)
        for seen_in in paper.seen_in:
            owner = owners.setdefault(seen_in, own)
            if owner is not own and not tell_apart(owner, own):
                place = sources.place(path_of(paper), "seen_in:", seen_in.dump)
                seen = f"line {seen_in.line} of {seen_in.dump}, where {owner.paper.slug}.md was seen too"
                yield Problem(place, seen, "correct one of the two, or merge the pages")


def _repeated(stated: Iterable[Stated]) -> list[Stated]:
    """What is there more than once, in order."""
    return [one for one, count in Counter(stated).items() if count > 1]
