"""The search index, built by Lunr from words of our own, and apart from it what a hit shows.

`search/index.json` is what `templates/static/js/search.js` reads: the rules of the words (`tokens.RULES`), every word,
the synonyms, and Lunr's index packed: for each field and paper the numbers of its terms, each as the distance from the
one before, and their weights in tenths. Which papers hold a term follows from that, so it is not written.
`search/papers.json` is keyed by Lunr's refs, which are the papers' slugs.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from lunr.builder import Builder

from site_src.models import CompletePaper, GlossaryTerm, Technique
from site_src.search.synonyms import find_synonyms
from site_src.tokens import RULES, findable_words, stem

# Lunr weighs all fields alike: a short field, such as a title, weighs more per word already, and any further boost
# ranked known papers no better and topics worse.
FIELDS = ("title", "summary", "abstract", "techniques", "authors", "results", "facts")
# Fields whose every word counts: a title may be remembered by its small words, and "An" may be a name.
_WHOLE = frozenset({"title", "authors"})
_STOP = frozenset(RULES["stop"])


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The papers' slugs in site order (Lunr's refs), every word they can be found by, and Lunr's index serialised."""

    refs: tuple[str, ...]
    words: tuple[str, ...]
    lunr: Mapping[str, Any]


def index_papers(papers: Sequence[CompletePaper], taxonomy: Sequence[Technique]) -> SearchIndex:
    """The index of all papers."""
    names = {technique.slug: technique.name for technique in taxonomy}
    found = {paper.slug: _find_words(_texts(paper, names)) for paper in papers}
    words = {word for fields in found.values() for words in fields.values() for word in words}
    return SearchIndex(refs=tuple(found), words=tuple(sorted(words)), lunr=_index(found))


def term_vectors(index: SearchIndex, fields: Collection[str]) -> dict[str, dict[str, float]]:
    """By slug, the weight of each of a paper's terms (stems), over the given fields together."""
    terms = {posting["_index"]: term for term, posting in index.lunr["invertedIndex"]}
    vectors: dict[str, dict[str, float]] = {slug: {} for slug in index.refs}
    for ref, elements in index.lunr["fieldVectors"]:
        field, slug = ref.split("/")
        if field in fields:
            for number, weight in zip(elements[::2], elements[1::2], strict=True):
                vectors[slug][terms[number]] = vectors[slug].get(terms[number], 0.0) + weight
    return vectors


def build_search(
    index: SearchIndex,
    papers: Sequence[CompletePaper],
    taxonomy: Sequence[Technique],
    glossary: Iterable[GlossaryTerm],
) -> dict[str, bytes]:
    """The files of the search by path: the index, and what a hit shows."""
    names = [(technique.name, *technique.aliases) for technique in taxonomy]
    packed = {
        "rules": RULES,
        "words": index.words,
        "synonyms": find_synonyms(stated=names, glossary=glossary),
        "refs": index.refs,
        **_pack(index.lunr),
    }
    shown = {
        "techniques": {technique.slug: technique.name for technique in taxonomy},
        "papers": {paper.slug: _shown(paper) for paper in papers},
    }
    return {"search/index.json": _json(packed), "search/papers.json": _json(shown)}


def _texts(complete: CompletePaper, names: Mapping[str, str]) -> dict[str, str]:
    """What is indexed of a paper, by field."""
    paper = complete.paper
    facts = (f"arXiv {paper.arxiv}" if paper.arxiv else "", paper.venue, paper.organisation, _year(complete))
    return {
        "title": complete.title,
        "summary": complete.summary,
        "abstract": complete.abstract,
        "techniques": _lines(names[slug] for slug in complete.techniques),
        "authors": _lines(paper.authors),
        "results": _lines(f"{result.value} {result.metric} {result.baseline or ''}" for result in complete.results),
        "facts": _lines(str(fact) for fact in (*facts, *paper.aliases) if fact),
    }


def _find_words(texts: Mapping[str, str]) -> dict[str, list[str]]:
    """The words a paper can be found by, by field."""
    return {
        field: [word for word in findable_words(texts[field]) if field in _WHOLE or word not in _STOP]
        for field in FIELDS
    }


def _index(found: Mapping[str, Mapping[str, Sequence[str]]]) -> Mapping[str, Any]:
    """Lunr's index of the stems of the words found, in its own form for JSON."""
    if not found:
        return {"invertedIndex": [], "fieldVectors": []}  # Lunr cannot index nothing
    builder = Builder()
    builder.ref("slug")
    for field in FIELDS:
        builder.field(field)
    stemmed = cache(stem)
    for slug, fields in found.items():
        builder.add({"slug": slug, **{field: [*map(stemmed, words)] for field, words in fields.items()}})
    serialised: Mapping[str, Any] = builder.build().serialize()
    return serialised


def _pack(index: Mapping[str, Any]) -> dict[str, Any]:
    """Lunr's index as `terms` and `vectors`: per field a [distances, tenths] for every paper, in order."""
    terms = [term for term, _ in index["invertedIndex"]]
    number = {posting["_index"]: place for place, (_, posting) in enumerate(index["invertedIndex"])}
    vectors: dict[str, list[list[list[int]]]] = {field: [] for field in FIELDS}
    for ref, elements in index["fieldVectors"]:
        vector = sorted((number[term], weight) for term, weight in zip(elements[::2], elements[1::2], strict=True))
        vectors[ref.split("/")[0]].append(_pack_vector(vector))
    return {"terms": terms, "vectors": vectors}


def _pack_vector(vector: Sequence[tuple[int, float]]) -> list[list[int]]:
    places = [place for place, _ in vector]
    return [
        [place - before for before, place in zip([0, *places], places, strict=False)],
        [round(weight * 10) for _, weight in vector],
    ]


def _shown(paper: CompletePaper) -> dict[str, object]:
    return {
        "url": paper.url,
        "title": paper.title,
        "summary": paper.summary,
        "techniques": list(paper.techniques),
        "year": _year(paper),
    }


def _year(complete: CompletePaper) -> int | None:
    """The year of publication, None when unknown."""
    published = complete.paper.published
    return (published.year or None) if published else None


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(texts)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
