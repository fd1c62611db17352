"""The search: Lunr's index in few bytes, and apart from it what a hit shows.

The files, all but the texts gzipped, in a folder of their version (`templates/static/js/search/` reads them):

- `search/start.bin`: the rules of the words, other names, facts of all papers, and what the other files cover;
- `search/titles-N.bin`: titles and addresses;
- `search/said-N.bin` and `search/named-N.bin`: pieces of the two indexes (`pack`);
- `search/said-lengths.bin` and `search/named-lengths.bin`: how long their fields are in every paper;
- `search/texts/N.json`: a paper's summary and abstract, by its number.

`N` counts from 0. Papers are numbered in site order.
"""

import hashlib
import json
from collections.abc import Mapping

from site_src.models import GlossaryTerm, Site
from site_src.pages.views import digest_title
from site_src.search.index import Index, SearchIndex, index_papers, term_vectors
from site_src.search.pack import MOST_NAMED_IN_ONE, MOST_SAID_IN_ONE, compress_files, pack_index, pack_lengths
from site_src.search.shown import facts_of, split_titles, texts_of
from site_src.search.synonyms import find_synonyms
from site_src.search.thesaurus import reduce_thesaurus
from site_src.tokens import RULES, stem, words

__all__ = ["SearchIndex", "address_search", "build_search", "index_papers", "term_vectors"]

FORMAT = 2  # raised when a browser's old scripts could not read the files
# What a first query waits for.
_FIRST = frozenset(f"search/{name}.bin" for name in ("start", "titles-0", "said-lengths", "said-0", "said-1"))
_HASH_LENGTH = 10


def build_search(index: SearchIndex, site: Site) -> dict[str, bytes]:
    """The files of the search by path."""
    said, named = pack_index(index.said, MOST_SAID_IN_ONE), pack_index(index.named, MOST_NAMED_IN_ONE)
    covers, titles = split_titles(site.papers)
    start = {
        "format": FORMAT,
        "papers": len(site.papers),
        "rules": RULES,
        "synonyms": find_synonyms(
            stated=[(technique.name, *technique.aliases) for technique in site.taxonomy],
            glossary=[term for term in site.glossary if _is_shared(term, index.said)],
        ),
        "thesaurus": reduce_thesaurus(site.thesaurus, index.said.words),
        "techniques": [[technique.slug, technique.name, *technique.aliases] for technique in site.taxonomy],
        "digests": [[digest.name, digest_title(digest)] for digest in site.digests],
        "facts": facts_of(site.papers, site.taxonomy, site.digests),
        "titles": covers,
        "said": _describe(index.said, [first for first, _ in said]),
        "named": _describe(index.named, [first for first, _ in named]),
    }
    contents = {
        "search/start.bin": _json(start),
        **{f"search/titles-{n}.bin": _json(each) for n, each in enumerate(titles)},
        "search/said-lengths.bin": pack_lengths(index.said),
        **{f"search/said-{n}.bin": piece for n, (_, piece) in enumerate(said)},
        "search/named-lengths.bin": pack_lengths(index.named),
        **{f"search/named-{n}.bin": piece for n, (_, piece) in enumerate(named)},
    }
    texts = {f"search/texts/{n}.json": _json(texts_of(paper)) for n, paper in enumerate(site.papers)}
    return {**compress_files(contents, first=_FIRST), **texts}


def address_search(files: Mapping[str, bytes]) -> tuple[str, dict[str, bytes]]:
    """The version of the files, and the files in a folder of that name.

    A browser may keep them for ever, and a page that is older than the files finds none rather than those of another
    build, whose papers have other numbers.
    """
    version = _hash(files)
    return version, {path.replace("search/", f"search/{version}/", 1): content for path, content in files.items()}


def _hash(files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.encode() + b"\0" + hashlib.sha256(files[path]).digest())
    return digest.hexdigest()[:_HASH_LENGTH]


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
