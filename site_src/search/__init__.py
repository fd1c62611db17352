"""The search: Lunr's index in few bytes, and apart from it what a hit shows.

The files, all but the texts gzipped, in a folder of their version (`templates/static/js/search/` reads them), by the
names that `contract` has for them:

- the start: the rules of the words, other names, facts and facets of all papers, and what the other files cover;
- titles and addresses;
- pieces of the two indexes (`pack`), and how long their fields are in every paper;
- a paper's summary and abstract, by its number.

Papers are numbered in site order.
"""

import hashlib
import json
from collections.abc import Mapping

from site_src.contract import (
    NAMED,
    NUMBERS_PIECE,
    SAID,
    SEARCH_FILE,
    SEARCH_FIRST,
    SEARCH_FORMAT,
    SEARCH_LENGTHS,
    SEARCH_PIECE,
    SEARCH_START,
    SEARCH_TEXTS,
    SEARCH_TITLES,
    VERSION_LENGTH,
)
from site_src.models import GlossaryTerm, Site
from site_src.search.index import Index, SearchIndex, index_papers, term_vectors
from site_src.search.pack import MOST_NAMED_IN_ONE, MOST_SAID_IN_ONE, compress_files, pack_index, pack_lengths
from site_src.search.shown import describe_facets, facts_of, split_titles, texts_of
from site_src.search.synonyms import find_synonyms
from site_src.search.thesaurus import reduce_thesaurus
from site_src.tokens import RULES, stem, words

__all__ = ["SearchIndex", "address_search", "build_search", "index_papers", "term_vectors"]

# What a first query waits for.
_FIRST = frozenset((SEARCH_START, *SEARCH_FIRST, SEARCH_PIECE.format(SAID, NUMBERS_PIECE)))


def build_search(index: SearchIndex, site: Site) -> dict[str, bytes]:
    """The files of the search by name."""
    said, named = pack_index(index.said, MOST_SAID_IN_ONE), pack_index(index.named, MOST_NAMED_IN_ONE)
    covers, titles = split_titles(site.papers)
    start = {
        "format": SEARCH_FORMAT,
        "papers": len(site.papers),
        "rules": RULES,
        "synonyms": find_synonyms(
            stated=[(technique.name, *technique.aliases) for technique in site.taxonomy],
            glossary=[term for term in site.glossary if _is_shared(term, index.said)],
        ),
        "thesaurus": reduce_thesaurus(site.thesaurus, index.said.words),
        "facts": facts_of(site.papers),
        "facets": describe_facets(site),
        "titles": covers,
        SAID: _describe(index.said, [first for first, _ in said]),
        NAMED: _describe(index.named, [first for first, _ in named]),
    }
    contents = {
        SEARCH_START: _json(start),
        **{SEARCH_TITLES.format(n): _json(each) for n, each in enumerate(titles)},
        SEARCH_LENGTHS.format(SAID): pack_lengths(index.said),
        **{SEARCH_PIECE.format(SAID, n): piece for n, (_, piece) in enumerate(said)},
        SEARCH_LENGTHS.format(NAMED): pack_lengths(index.named),
        **{SEARCH_PIECE.format(NAMED, n): piece for n, (_, piece) in enumerate(named)},
    }
    texts = {SEARCH_TEXTS.format(n): _json(texts_of(paper)) for n, paper in enumerate(site.papers)}
    return {**compress_files(contents, first=_FIRST), **texts}


def address_search(files: Mapping[str, bytes]) -> tuple[str, dict[str, bytes]]:
    """The version of the files, and the files by their addresses, which are in a folder of that name.

    A browser may keep them for ever, and a page that is older than the files finds none rather than those of another
    build, whose papers have other numbers.
    """
    version = _hash(files)
    return version, {SEARCH_FILE.format(version, name): content for name, content in files.items()}


def _hash(files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + hashlib.sha256(files[name]).digest())
    return digest.hexdigest()[:VERSION_LENGTH]


def _is_shared(term: GlossaryTerm, index: Index) -> bool:
    """Whether several papers use the acronym; one that only its own paper uses finds that paper by itself."""
    stems = [stem(word) for word in words(term.acronym)]
    holding = [set(index.postings.get(each, ())) for each in stems]
    return len(set.intersection(*holding)) > 1 if holding else False


def _describe(index: Index, starts: list[str]) -> dict[str, object]:
    """The index's fields, with how often a word counts there at most, and the first term of each piece."""
    return {"fields": [*index.fields.items()], "pieces": starts}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
