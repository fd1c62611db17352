"""The invented corpus of the search tests, indexed by the real builder for the tests in JavaScript.

`python -m tests.search_corpus` writes that index anew.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from site_src.models import CompletePaper, Label, Paper, PartialDate, Result, Technique
from site_src.search import build_search, index_papers
from site_src.terms import find_acronyms, read_text

FOLDER = Path(__file__).resolve().parent / "js"


def indexed_corpus() -> dict[str, bytes]:
    """The search files of the corpus, by the name they have in the tests' folder."""
    return {path.replace("/", "-"): content for path, content in search_files(*read_corpus()).items()}


def search_files(papers: Sequence[CompletePaper], taxonomy: Sequence[Technique]) -> dict[str, bytes]:
    """The search files of the papers, by their path on the site."""
    glossary = find_acronyms([read_text(paper) for paper in papers])
    return build_search(index_papers(papers, taxonomy), papers, taxonomy, glossary)


def read_corpus() -> tuple[tuple[CompletePaper, ...], tuple[Technique, ...]]:
    corpus = json.loads((FOLDER / "corpus.json").read_text(encoding="utf-8"))
    return tuple(map(paper, corpus["papers"])), tuple(map(technique, corpus["techniques"]))


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
        ),
        title=stated["title"],
        abstract=stated.get("abstract", ""),
        incomplete=False,
        summary=stated.get("summary", ""),
        summary_source="page",
        labels=tuple(Label(slug=slug, source="page") for slug in stated.get("techniques", ())),
        mentions=(),
        results=tuple(map(result, stated.get("results", ()))),
        links=(),
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
    for name, content in indexed_corpus().items():
        (FOLDER / name).write_bytes(content)
