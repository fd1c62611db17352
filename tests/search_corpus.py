"""The invented corpus of the search tests, indexed by the real builder for the tests in JavaScript.

`python -m tests.search_corpus` writes that index anew.
"""

import base64
import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from site_src.digests import collect_digests
from site_src.language import read_sentences
from site_src.models import CompletePaper, Label, Link, Paper, PartialDate, Result, SeenIn, Technique
from site_src.search import build_search, index_papers
from site_src.terms import find_acronyms, read_text
from tests.invented_site import make_site

FILES = Path(__file__).resolve().parent / "js" / "search-files.json"
CORPUS = FILES.with_name("corpus.json")


@cache
def corpus_files() -> Mapping[str, bytes]:
    """The search files of the corpus, by their path on the site; packing them well takes a while."""
    return search_files(*read_corpus())


def indexed_corpus() -> bytes:
    """The search files of the corpus in one: {path: base64}."""
    files = corpus_files()
    return (json.dumps({path: base64.b64encode(files[path]).decode() for path in files}, indent=1) + "\n").encode()


def search_files(
    papers: Sequence[CompletePaper],
    taxonomy: Sequence[Technique] = (),
    thesaurus: Mapping[str, tuple[str, ...]] | None = None,
) -> dict[str, bytes]:
    """The search files of the papers, by their path on the site."""
    site = make_site(
        papers=tuple(papers),
        taxonomy=tuple(taxonomy),
        digests=collect_digests(papers),
        glossary=find_acronyms([read_text(paper) for paper in papers]),
        thesaurus=thesaurus or {},
    )
    return build_search(index_papers(papers, taxonomy), site)


def read_corpus() -> tuple[tuple[CompletePaper, ...], tuple[Technique, ...], dict[str, tuple[str, ...]]]:
    corpus = json.loads(CORPUS.read_text(encoding="utf-8"))
    digests = {
        slug: [name for name, slugs in corpus["digests"].items() if slug in slugs]
        for slug in (stated["slug"] for stated in corpus["papers"])
    }
    papers = tuple(paper(stated | {"digests": digests[stated["slug"]]}) for stated in corpus["papers"])
    thesaurus = {typed: tuple(said) for typed, said in corpus["thesaurus"].items()}
    return papers, tuple(map(technique, corpus["techniques"])), thesaurus


def paper(stated: dict[str, Any]) -> CompletePaper:
    """A paper of the keys it states; `title` is the only one it needs."""
    published = PartialDate(year=stated["year"]) if "year" in stated else None
    return CompletePaper(
        paper=Paper(
            slug=stated.get("slug", "paper"),
            title=stated["title"],
            arxiv=stated.get("arxiv"),
            authors=tuple(stated.get("authors", ())),
            venue=stated.get("venue"),
            published=published,
            comments=stated.get("comments"),
            doi=stated.get("doi"),
            categories=tuple(stated.get("categories", ())),
            seen_in=tuple(SeenIn(digest=name, dump="a.txt", line=1) for name in stated.get("digests", ())),
        ),
        title=stated["title"],
        abstract=stated.get("abstract", ""),
        incomplete=False,
        summary=stated.get("summary", ""),
        summary_source="page",
        reading=read_sentences(stated.get("abstract") or stated.get("summary", "")),
        labels=tuple(Label(slug=slug, source="page") for slug in stated.get("techniques", ())),
        mentions=(),
        results=tuple(map(result, stated.get("results", ()))),
        links=(Link(kind="code", url=stated["code"]),) if "code" in stated else (),
    )


def result(stated: dict[str, Any]) -> Result:
    return Result(**stated, number=None, unit="x", quote="", source="page")


def technique(stated: dict[str, Any]) -> Technique:
    return Technique(
        slug=stated["slug"],
        name=stated["name"],
        aliases=tuple(stated["aliases"]),
        definition="",
        hue=0,
        order=0,
        cues=(),
        rules_out=(),
        body="",
    )


if __name__ == "__main__":
    FILES.write_bytes(indexed_corpus())
