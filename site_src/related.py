"""Related papers: near in the search index's own vectors, each with the reason a reader can check."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from site_src.models import CompletePaper, Related
from site_src.tokens import RULES, stem, words

Vector = Mapping[str, float]

MOST = 5  # related papers of one paper
MOST_TERMS = 4  # shared terms named as the reason
NEAREST = 0.17  # papers less similar than this are not related, shared technique or not
SHARED_TECHNIQUE = 0.25  # how much of the similarity a shared technique adds, less for a common technique
COMMON = 0.2  # a term in more than this share of all papers distinguishes none of them
PASSING = 0.05  # the least topicality: of a word that is said once and not again
NAMED = 0.25  # a term of less topicality is no reason to show

_COMPOUND = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_NUMBER = re.compile(r"[\d.,:]+|.")
# What no paper is about, however often it says so.
_SAID_OF_ALL = frozenset(
    map(stem, (*RULES["stop"], *RULES["question"], "few", "fewer", "less", "like", "many", "once", "per"))
)


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms (stems) as texts use them.

    `spelling` is the one that texts use most. `topicality`, 0–1, tells what texts are about from what they say in
    passing: a topic is named again and again where it is named at all. `said` are the terms of each paper's text, by
    slug: those that a reader finds there, and so not the parts of a CamelCase, which search finds too.
    """

    spelling: Mapping[str, str]
    topicality: Mapping[str, float]
    said: Mapping[str, frozenset[str]]


def read_terms(papers: Sequence[CompletePaper]) -> Terms:
    """The terms of titles and abstracts (summaries where there is none), two words tied by a hyphen as one besides."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    holders: Counter[str] = Counter()
    said = {}
    for paper in papers:
        found = Counter(_COMPOUND.findall(f"{paper.title} {paper.abstract or paper.summary}"))
        by_term = {spelling: stem("".join(words(spelling))) for spelling in found}
        holders.update(set(by_term.values()))
        said[paper.slug] = frozenset((*by_term.values(), *(stem(word) for one in found for word in words(one))))
        for spelling, times in found.items():
            spellings[by_term[spelling]][spelling] += times
    return Terms(
        spelling={term: min(counted, key=lambda one: (-counted[one], one)) for term, counted in spellings.items()},
        topicality={
            term: min(1.0, max(PASSING, counted.total() / holders[term] - 1)) for term, counted in spellings.items()
        },
        said=said,
    )


def find_related(
    papers: Sequence[CompletePaper], vectors: Mapping[str, Vector], terms: Terms
) -> dict[str, tuple[Related, ...]]:
    """For each paper's slug, up to five others with reasons, nearest first; a paper that is near to none has ().

    `vectors` give the weight of each term of a paper, by slug.
    """
    topical = _topical(vectors, terms)
    postings = _postings(topical)
    techniques = {paper.slug: paper.techniques for paper in papers}
    rarity = _technique_rarity(papers)
    related = {}
    for slug, own in techniques.items():
        scores = _scores(topical[slug], postings)
        for other in scores:
            shared = sum(rarity[t] for t in own if t in techniques[other])
            scores[other] *= 1 + SHARED_TECHNIQUE * shared
        nearest = sorted((other for other in scores if other != slug), key=lambda other: (-scores[other], other))
        found = (
            Related(
                slug=other,
                techniques=tuple(t for t in own if t in techniques[other]),
                terms=_shared_terms(topical[slug], topical[other], terms, terms.said[slug] & terms.said[other]),
            )
            for other in nearest[:MOST]
            if scores[other] >= NEAREST
        )
        related[slug] = tuple(one for one in found if one.techniques or one.terms)
    return related


def _topical(vectors: Mapping[str, Vector], terms: Terms) -> dict[str, dict[str, float]]:
    """The vectors of topical terms, weighed by topicality and of length 1: no common terms, stop words or numbers."""
    holders = Counter(term for vector in vectors.values() for term in vector)
    most = max(2, COMMON * len(vectors))
    kept = {
        term: terms.topicality.get(term, PASSING)
        for term, count in holders.items()
        if 1 < count <= most and term not in _SAID_OF_ALL and not _NUMBER.fullmatch(term)
    }
    topical = {}
    for slug, vector in vectors.items():
        weighed = {term: weight * kept[term] for term, weight in vector.items() if term in kept}
        length = math.sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
        topical[slug] = {term: weight / length for term, weight in weighed.items()}
    return topical


def _postings(vectors: Mapping[str, Vector]) -> dict[str, list[tuple[str, float]]]:
    """The papers of each term."""
    postings: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for slug, vector in vectors.items():
        for term, weight in vector.items():
            postings[term].append((slug, weight))
    return postings


def _scores(vector: Vector, postings: Mapping[str, Sequence[tuple[str, float]]]) -> dict[str, float]:
    """Cosine with every paper that shares a term."""
    scores: dict[str, float] = defaultdict(float)
    for term, weight in vector.items():
        for slug, other in postings[term]:
            scores[slug] += weight * other
    return scores


def _technique_rarity(papers: Sequence[CompletePaper]) -> dict[str, float]:
    """Close to 1 for a technique of few papers, towards 0 for one of nearly all."""
    count: dict[str, int] = defaultdict(int)
    for paper in papers:
        for slug in paper.techniques:
            count[slug] += 1
    return {slug: 1 - papers_of / len(papers) for slug, papers_of in count.items()}


def _shared_terms(one: Vector, other: Vector, terms: Terms, said: Collection[str]) -> tuple[str, ...]:
    """Of the terms that both have `said` those that bring them nearest, as texts spell them, the strongest first."""
    both = (term for term in one if term in other and term in said)
    shared = sorted(both, key=lambda term: (-one[term] * other[term], term))
    named = [terms.spelling[term] for term in shared if terms.topicality.get(term, 0) >= NAMED]
    return tuple(named[:MOST_TERMS])
