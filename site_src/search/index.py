"""Lunr's indexes of the papers, with the counts they were made from."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lunr.builder import Builder

from site_src.contract import K1, B
from site_src.models import CompletePaper, Technique
from site_src.search.documents import NAMED, SAID, Document, read_documents
from site_src.tokens import stem

# How often a term stands in each field of an index.
Counts = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """An index of some fields. `fields` have with them how often a word counts there at most.

    `words` are those of each term (a stem), sorted; `postings` count each term by the paper's number; `lengths` count
    the words of each paper's fields; `lunr` is Lunr's index of it all, serialised.
    """

    fields: Mapping[str, int]
    words: Mapping[str, tuple[str, ...]]
    postings: Mapping[str, Mapping[int, Counts]]
    lengths: tuple[Counts, ...]
    lunr: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchIndex:
    """What papers can be found by: what they say, and who, when and where.

    `refs` are their slugs in site order, which number them.
    """

    refs: tuple[str, ...]
    said: Index
    named: Index


def index_papers(papers: Sequence[CompletePaper], taxonomy: Sequence[Technique]) -> SearchIndex:
    """The index of all papers."""
    documents = read_documents(papers, taxonomy)
    return SearchIndex(refs=tuple(documents), said=_index(documents, SAID), named=_index(documents, NAMED))


def term_vectors(index: SearchIndex, fields: Collection[str]) -> dict[str, dict[str, float]]:
    """By slug, the weight of each of a paper's terms (stems), over the given fields of what it says together."""
    terms = {posting["_index"]: term for term, posting in index.said.lunr["invertedIndex"]}
    vectors: dict[str, dict[str, float]] = {slug: {} for slug in index.refs}
    for ref, elements in index.said.lunr["fieldVectors"]:
        field, slug = ref.split("/")
        if field in fields:
            for number, weight in zip(elements[::2], elements[1::2], strict=True):
                vectors[slug][terms[number]] = vectors[slug].get(terms[number], 0.0) + weight
    return vectors


def _index(documents: Mapping[str, Document], fields: Mapping[str, int]) -> Index:
    words = sorted({word for document in documents.values() for field in fields for word in document[field]})
    stems = {word: stem(word) for word in words}
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for word, term in stems.items():
        forms[term].append(word)
    stemmed = {
        slug: {field: [stems[word] for word in document[field]] for field in fields}
        for slug, document in documents.items()
    }
    return Index(
        fields=fields,
        words={term: tuple(forms[term]) for term in sorted(forms)},
        postings=_count(sorted(forms), stemmed, fields),
        lengths=tuple(tuple(len(document[field]) for field in fields) for document in stemmed.values()),
        lunr=_build(stemmed, fields),
    )


def _count(
    terms: Sequence[str], stemmed: Mapping[str, Document], fields: Collection[str]
) -> dict[str, dict[int, Counts]]:
    postings: dict[str, dict[int, Counts]] = {term: {} for term in terms}
    for number, document in enumerate(stemmed.values()):
        counts = [Counter(document[field]) for field in fields]
        for term in set().union(*counts):
            postings[term][number] = tuple(count[term] for count in counts)
    return postings


def _build(stemmed: Mapping[str, Document], fields: Collection[str]) -> Mapping[str, Any]:
    if not stemmed:
        return {"invertedIndex": [], "fieldVectors": []}  # Lunr cannot index nothing
    builder = Builder()
    builder.k1(K1)
    builder.b(B)
    builder.ref("slug")
    for field in fields:
        builder.field(field)
    for slug, document in stemmed.items():
        builder.add({"slug": slug, **document})
    serialised: Mapping[str, Any] = builder.build().serialize()
    return serialised
