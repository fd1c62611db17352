"""What is indexed of a paper: its words, field by field."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache

from site_src.models import CompletePaper, Technique
from site_src.tokens import RULES, findable_words, joined_words, stem, words

# What papers say, and by whom, when and where it was said: two indexes, since few queries need the second.
# Lunr weighs all fields alike: a short field, such as a title, weighs more per word already. Abstract, summary and
# results are one field, because three rank no better and cost a fifth more bytes.
# With each field stands how often a word counts there at most: what fits the one byte the index has, and more says no
# more.
SAID = {"title": 3, "text": 7, "techniques": 1}
NAMED = {"authors": 1, "facts": 1}
_ADDRESS = re.compile(r"https?://\S+")  # in an abstract: it says where, not what
# Fields whose every word counts: a title may be remembered by its small words, and "An" may be a name.
_WHOLE = frozenset({"title", "authors"})
_STOP = frozenset(RULES["stop"])

Document = Mapping[str, Sequence[str]]


def read_documents(papers: Iterable[CompletePaper], taxonomy: Iterable[Technique]) -> dict[str, Document]:
    """By slug, the words of each field a paper is found by, in small letters and without accents."""
    names = {technique.slug: technique.name for technique in taxonomy}
    texts = {paper.slug: _texts(paper, names) for paper in papers}
    found = {
        slug: {field: [*_words(field, findable_words(text))] for field, text in fields.items()}
        for slug, fields in texts.items()
    }
    # Written as one, a compound is a term of its own only in titles, where it may be a name, and where some paper
    # writes it so. A query that runs other words together is taken apart, and the index is a sixth smaller.
    known = {_stem(word) for fields in found.values() for words in fields.values() for word in words}
    return {
        slug: {
            field: _cap(field, (*words, *_joined(field, texts[slug][field], known))) for field, words in fields.items()
        }
        for slug, fields in found.items()
    }


_stem = cache(stem)


def _texts(complete: CompletePaper, names: Mapping[str, str]) -> dict[str, str]:
    paper = complete.paper
    results = (f"{result.value} {result.metric} {result.baseline or ''}" for result in complete.results)
    facts = (paper.arxiv, paper.doi, paper.venue, paper.organisation, *map(_as_one_word, paper.categories))
    others = (*paper.aliases, *_ADDRESS.findall(complete.abstract))
    return {
        "title": complete.title,
        "text": "\n".join((_ADDRESS.sub(" ", complete.abstract), complete.summary, *results)),
        "techniques": "\n".join(names[slug] for slug in complete.techniques),
        "authors": "\n".join(paper.authors),
        "facts": "\n".join(fact for fact in (*facts, *others) if fact),
    }


def _as_one_word(category: str) -> str:
    """`csAI` of `cs.AI`, which is what a query for it looks for too: a paper about AI is another matter."""
    return category if " " in category else "".join(words(category))


def _words(field: str, words: Iterable[str]) -> Iterator[str]:
    return (word for word in words if field in _WHOLE or word not in _STOP)


def _joined(field: str, text: str, known: Container[str]) -> Iterator[str]:
    return (word for word in joined_words(text) if field == "title" or _stem(word) in known)


def _cap(field: str, words: Iterable[str]) -> list[str]:
    """The words, none of them and no word of the same stem more often than counts in the field."""
    most = (SAID | NAMED)[field]
    times: Counter[str] = Counter()
    kept = []
    for word in words:
        times[_stem(word)] += 1
        if times[_stem(word)] <= most:
            kept.append(word)
    return kept
