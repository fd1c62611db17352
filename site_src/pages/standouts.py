"""What stands out of a list: the strongest results that name what they are compared with, and what it is about."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from site_src.contract import TECHNIQUE
from site_src.models import CompletePaper, Result
from site_src.pages.catalogue import Catalogue
from site_src.pages.views import Card, Tally, percent
from site_src.results.kinds import find_strongest, strength

# `A* search` and `cone 10` name something; `the baselines` and `existing kilns` do not.
_NAME = re.compile(r"[A-Z0-9]")
_NAMELESS = re.compile(
    r"\b(?:existing|prior|previous|earlier|recent|other|various|third-party|state-of-the-art|SOTA|methods|approaches"
    r"|solutions|techniques|works?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Standout:
    """A paper and the result it stands out by."""

    card: Card
    result: Result


def strongest(papers: Iterable[CompletePaper], catalogue: Catalogue) -> tuple[Standout, ...]:
    """Each paper's strongest result of the leading kind, strongest first, of papers with one against something named.

    Of a range the lower end counts. Equal ones keep the order of the papers.
    """
    found = [Standout(catalogue.cards[paper.slug], result) for paper in papers if (result := _strongest_named(paper))]
    return tuple(sorted(found, key=lambda standout: -strength(standout.result)))


def strongest_apart(papers: Iterable[CompletePaper], catalogue: Catalogue) -> tuple[Standout, ...]:
    """The same, of papers about a technique, and without those about one that a paper before them is about."""
    taken: set[str] = set()
    apart = []
    for standout in strongest(papers, catalogue):
        techniques = {technique.slug for technique in standout.card.techniques}
        if techniques and not techniques & taken:
            apart.append(standout)
            taken |= techniques
    return tuple(apart)


def _strongest_named(paper: CompletePaper) -> Result | None:
    return find_strongest(result for result in paper.results if names_something(result.baseline or ""))


def names_something(baseline: str) -> bool:
    """Whether a reader could look up what is compared with."""
    return bool(_NAME.search(baseline)) and not _NAMELESS.search(baseline)


def tally_techniques(papers: Iterable[CompletePaper], catalogue: Catalogue) -> tuple[Tally, ...]:
    """The techniques that the papers are about, most papers first and then in taxonomy order."""
    counts = Counter(slug for paper in papers for slug in paper.techniques)
    most = max(counts.values(), default=1)
    tallies = (
        Tally(technique=technique, path=TECHNIQUE.format(slug), count=counts[slug], share=percent(counts[slug], most))
        for slug, technique in catalogue.techniques.items()
        if counts[slug]
    )
    return tuple(sorted(tallies, key=lambda tally: -tally.count))
