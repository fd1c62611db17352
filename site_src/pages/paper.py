"""The page of each paper: what is known, what was derived and from which words, and where to read on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from site_src.citations import cite_paper
from site_src.contract import LINK_KINDS, LINK_RANKS
from site_src.models import CompletePaper, Digest, Link, Page, Result, SiteConfig
from site_src.pages.catalogue import Catalogue, first_sentence, gather
from site_src.pages.citations import CitationView, citation_fields, paper_files, view_citation
from site_src.pages.evidence import (
    Found,
    Mentioning,
    Piece,
    found_labels,
    found_mention,
    mark_evidence,
    mentioning_papers,
    methods_mentioned,
)
from site_src.pages.heads import make_head
from site_src.pages.metadata import absolute, scholarly_article
from site_src.pages.sections import PAPERS
from site_src.pages.views import Card

FEW_AUTHORS = 8
FOLDED_FROM = FEW_AUTHORS + 3  # a list hardly longer is not worth folding
_SEARCHED = {"arxiv.org": "arXiv", "huggingface.co": "Hugging Face"}


@dataclass(frozen=True, slots=True)
class Reference:
    """A link out: what it leads to, what that is called ("" where the text says it), and how it reads."""

    kind: str
    label: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """An appearance of the paper: the digest, if the dump is of any, and its line in the dump."""

    digest: Digest | None
    dump: str
    line: int


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A related paper and why it is one: names of techniques, and terms."""

    card: Card
    techniques: tuple[str, ...]
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """The papers before and after it in the newest digest it is in."""

    digest: Digest
    previous: Card | None
    next: Card | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """What a paper's page shows besides the paper's own fields.

    `abstract` is the repaired text in pieces; `results` stand by the sentence that carries them, "" where none does;
    `read_at` is where the paper itself can be read, or else looked for. `methods_mentioned` are of other papers;
    `mentioned_by` are those that mention one of this paper's.
    """

    authors: tuple[str, ...]
    more_authors: tuple[str, ...]
    labels: tuple[Found, ...]
    mentions: tuple[Found, ...]
    ruled_out: tuple[Found, ...]
    abstract: tuple[Piece, ...]
    results: Mapping[str, tuple[Result, ...]]
    references: tuple[Reference, ...]
    read_at: Reference | None
    sightings: tuple[Sighting, ...]
    methods_mentioned: tuple[Mentioning, ...]
    mentioned_by: tuple[Mentioning, ...]
    related: tuple[Neighbour, ...]
    citation: CitationView
    around: Around | None


def plan_paper(paper: CompletePaper, catalogue: Catalogue) -> Page:
    """The paper's page; "edit this page" only where a page, not a dump, states the paper."""
    config = catalogue.site.config
    card = catalogue.cards[paper.slug]
    head = make_head(
        catalogue,
        paper.url,
        paper.title,
        description=_describe(paper, config),
        trail=(PAPERS,),
        files=paper_files(paper),
        source=_source_file(paper),
        about=scholarly_article(paper, card.techniques, config),
    )
    citation = cite_paper(paper, config)
    fields = citation_fields(citation, absolute(config, paper.url))
    head = replace(head, kind="article", citation=tuple(fields))
    return Page(
        path=f"{paper.url}index.html",
        template="paper.html",
        context={"head": head, "paper": paper, "view": _view(paper, view_citation(citation, paper), catalogue)},
    )


def _describe(paper: CompletePaper, config: SiteConfig) -> str:
    return first_sentence(paper.summary) or f"“{paper.title}” in {config.title}: {config.tagline}"


def _source_file(paper: CompletePaper) -> str | None:
    from_page = PurePosixPath(paper.paper.place.file).suffix == ".md"
    return f"content/papers/{paper.slug}.md" if from_page else None


def _view(paper: CompletePaper, citation: CitationView, catalogue: Catalogue) -> PaperView:
    links = sorted(paper.links, key=lambda link: LINK_RANKS.get(link.kind, 1))
    references = tuple(_reference(link, paper) for link in links)
    mentions = tuple(found_mention(mention, paper, catalogue) for mention in paper.mentions)
    authors = paper.paper.authors
    shown = FEW_AUTHORS if len(authors) >= FOLDED_FROM else len(authors)
    return PaperView(
        authors=authors[:shown],
        more_authors=authors[shown:],
        labels=tuple(found_labels(paper, catalogue)),
        mentions=tuple(found for found in mentions if not found.ruled_out),
        ruled_out=tuple(found for found in mentions if found.ruled_out),
        abstract=mark_evidence(paper),
        results=gather((result.quote, result) for result in paper.results),
        references=references,
        read_at=next((found for found in references if found.kind in LINK_RANKS), None),
        sightings=tuple(
            Sighting(catalogue.digests.get(seen.digest), seen.dump, seen.line) for seen in paper.paper.seen_in
        ),
        methods_mentioned=tuple(methods_mentioned(paper.slug, catalogue)),
        mentioned_by=tuple(mentioning_papers(paper.slug, catalogue)),
        related=tuple(_neighbours(paper, catalogue)),
        citation=citation,
        around=_around(paper, catalogue),
    )


def _reference(link: Link, paper: CompletePaper) -> Reference:
    address = urlsplit(link.url)
    host = address.netloc.removeprefix("www.")
    label, text = LINK_KINDS[link.kind], f"{host}{address.path}".rstrip("/")
    if link.kind in {"arxiv", "doi"}:
        text = getattr(paper.paper, link.kind) or text
    if link.kind == "search":
        label, text = "", f"{label} on {_SEARCHED.get(host, host)}"
    return Reference(link.kind, label, text, link.url)


def _around(paper: CompletePaper, catalogue: Catalogue) -> Around | None:
    digest = catalogue.cards[paper.slug].digest
    if not digest:
        return None
    listed = (None, *catalogue.cards_of(catalogue.seen_in[digest.name]), None)
    at = next(place for place, card in enumerate(listed) if card and card.path == paper.url)
    return Around(digest, listed[at - 1], listed[at + 1])


def _neighbours(paper: CompletePaper, catalogue: Catalogue) -> Iterator[Neighbour]:
    for related in paper.related:
        names = tuple(catalogue.techniques[slug].name for slug in related.techniques)
        yield Neighbour(catalogue.cards[related.slug], names, related.terms)
