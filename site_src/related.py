"""Related papers: near in the search index's own vectors, each with the reason a reader can check."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from site_src.models import CompletePaper, Related

Vector = Mapping[str, float]

MOST = 5  # related papers of one paper
MOST_TERMS = 4  # shared terms named as the reason
NEAREST = 0.08  # the cosine below which two papers are not related, shared technique or not
SHARED_TECHNIQUE = 0.25  # how much of the similarity a shared technique adds, divided by how common it is
COMMON = 0.2  # a term in more than this share of all papers distinguishes none of them


def find_related(
    papers: Sequence[CompletePaper], vectors: Mapping[str, Vector], spelt: Mapping[str, str]
) -> dict[str, tuple[Related, ...]]:
    """For each paper's slug, up to five others, nearest first; a paper that is near to none has ().

    `vectors` give the weight of each term of a paper, by slug; `spelt` gives a term as readers write it.
    """
    distinctive = _normalise(vectors)
    terms = _postings(distinctive)
    techniques = {paper.slug: paper.techniques for paper in papers}
    rarity = _technique_rarity(papers)
    related = {}
    for slug, own in techniques.items():
        scores = _scores(distinctive[slug], terms)
        for other in scores:
            shared = sum(rarity[t] for t in own if t in techniques[other])
            scores[other] *= 1 + SHARED_TECHNIQUE * shared
        nearest = sorted((other for other in scores if other != slug), key=lambda other: (-scores[other], other))
        related[slug] = tuple(
            Related(
                slug=other,
                techniques=tuple(t for t in own if t in techniques[other]),
                terms=_shared_terms(distinctive[slug], distinctive[other], spelt),
            )
            for other in nearest[:MOST]
            if scores[other] >= NEAREST
        )
    return related


def _normalise(vectors: Mapping[str, Vector]) -> dict[str, dict[str, float]]:
    """The vectors without common terms, each of length 1."""
    count: dict[str, int] = defaultdict(int)
    for vector in vectors.values():
        for term in vector:
            count[term] += 1
    most = max(2, COMMON * len(vectors))
    normal = {}
    for slug, vector in vectors.items():
        kept = {term: weight for term, weight in vector.items() if 1 < count[term] <= most}
        length = math.sqrt(sum(weight * weight for weight in kept.values())) or 1.0
        normal[slug] = {term: weight / length for term, weight in kept.items()}
    return normal


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


def _shared_terms(one: Vector, other: Vector, spelt: Mapping[str, str]) -> tuple[str, ...]:
    """The terms that bring the two nearest, as readers write them, the strongest first."""
    shared = sorted((term for term in one if term in other), key=lambda term: (-one[term] * other[term], term))
    return tuple(dict.fromkeys(spelt.get(term, term) for term in shared))[:MOST_TERMS]
