"""The site's papers as its pages look them up: by slug, technique, digest and year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from site_src.contract import COUNTS, DIGEST, TECHNIQUE, TEXT
from site_src.dates import digest_title
from site_src.facets import Choice, Facet, facets_of, read_facets
from site_src.feeds import Feed, make_feed
from site_src.language import split_sentences
from site_src.models import Appearance, CompletePaper, Digest, Mention, NamedMethod, Site, Technique
from site_src.pages.sections import NAVIGATION, Anchor
from site_src.pages.views import (
    Card,
    Shelf,
    Subject,
    percent,
    year_path,
)
from site_src.results.kinds import find_strongest, strength

Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Lookups over a site. Lists keep the site's order; `years` runs from the newest to 0, the unknown.

    `mentions` are the papers in which a technique was found that are not about it, ruled out or not.
    `methods_of` are the methods a paper names, `methods_in` those of others that it mentions, and where.
    """

    site: Site
    nav: tuple[Anchor, ...]
    techniques: Mapping[str, Technique]
    digests: Mapping[str, Digest]
    papers: Mapping[str, CompletePaper]
    cards: Mapping[str, Card]
    about: Mapping[str, tuple[CompletePaper, ...]]
    mentions: Mapping[str, tuple[tuple[CompletePaper, Mention], ...]]
    methods_of: Mapping[str, tuple[NamedMethod, ...]]
    methods_in: Mapping[str, tuple[tuple[NamedMethod, Appearance], ...]]
    seen_in: Mapping[str, tuple[CompletePaper, ...]]
    years: Mapping[int, tuple[CompletePaper, ...]]
    facets: Mapping[Facet, tuple[Choice, ...]]
    feed: Feed | None
    technique_feeds: Mapping[str, Feed]

    def cards_of(self, papers: Iterable[CompletePaper]) -> tuple[Card, ...]:
        return tuple(self.cards[paper.slug] for paper in papers)

    def anchors_of(self, slugs: Iterable[str]) -> tuple[Anchor, ...]:
        """Links to the papers, without those that the site does not have."""
        cards = (self.cards[slug] for slug in slugs if slug in self.cards)
        return tuple(Anchor(card.title, card.path) for card in cards)


def make_catalogue(site: Site) -> Catalogue:
    """Every lookup, made once."""
    techniques = {technique.slug: technique for technique in site.taxonomy}
    digests = {digest.name: digest for digest in site.digests}
    about = {slug: tuple(paper for paper in site.papers if slug in paper.techniques) for slug in techniques}
    feeds = {
        slug: make_feed(f"{site.config.title}: {techniques[slug].name}", TECHNIQUE.format(slug), papers)
        for slug, papers in about.items()
    }
    return Catalogue(
        site=site,
        nav=_navigation(site),
        techniques=techniques,
        digests=digests,
        papers={paper.slug: paper for paper in site.papers},
        cards={paper.slug: _card(paper, techniques, digests) for paper in site.papers},
        about=about,
        mentions={slug: _mentions_of(slug, site.papers) for slug in techniques},
        methods_of=gather((naming.slug, method) for method in site.methods for naming in method.named_by),
        methods_in=gather((said.slug, (method, said)) for method in site.methods for said in method.mentioned_by),
        seen_in={name: _as_listed(name, site.papers) for name in digests},
        years=dict(sorted(gather((year_of(paper), paper) for paper in site.papers).items(), reverse=True)),
        facets=read_facets(site),
        feed=make_feed(site.config.title, "", site.papers),
        technique_feeds={slug: feed for slug, feed in feeds.items() if feed},
    )


def _navigation(site: Site) -> tuple[Anchor, ...]:
    return (*NAVIGATION, *(Anchor(page.title, TEXT.format(page.slug)) for page in site.text_pages))


def _card(paper: CompletePaper, techniques: Mapping[str, Technique], digests: Mapping[str, Digest]) -> Card:
    code = (link.url for link in paper.links if link.kind == "code")
    strongest = find_strongest(paper.results)
    return Card(
        path=paper.url,
        title=paper.title,
        # Ours is short and often begins with the problem; of the authors' the first sentence says what was done.
        summary=paper.summary if paper.summary_source == "page" else first_sentence(paper.summary),
        techniques=tuple(techniques[slug] for slug in paper.techniques),
        result=strongest or next(iter(paper.results), None),
        year=year_of(paper),
        digest=_newest_digest(paper, digests),
        code=next(code, None),
        date=str(paper.paper.published) if year_of(paper) else "",
        counts={name: count for name in COUNTS if (count := getattr(paper.paper, name))},
        strength=strength(strongest) if strongest else None,
        facets=facets_of(paper),
    )


def first_sentence(text: str) -> str:
    """The text's first sentence; "" for a text without any."""
    spans = split_sentences(text)
    return text[slice(*spans[0])] if spans else ""


def year_of(paper: CompletePaper) -> int:
    """The year of publication; 0 where it is not known."""
    return paper.paper.published.year if paper.paper.published else 0


def _newest_digest(paper: CompletePaper, digests: Mapping[str, Digest]) -> Digest | None:
    """`digests` are in site order, newest first and those without a year last."""
    names = {seen.digest for seen in paper.paper.seen_in}
    return next((digest for name, digest in digests.items() if name in names), None)


def _mentions_of(slug: str, papers: Iterable[CompletePaper]) -> tuple[tuple[CompletePaper, Mention], ...]:
    return tuple((paper, mention) for paper in papers for mention in paper.mentions if mention.slug == slug)


def _as_listed(name: str, papers: Iterable[CompletePaper]) -> tuple[CompletePaper, ...]:
    """The digest's papers in the order of its dumps' lines."""
    places = [
        (min((seen.dump, seen.line) for seen in paper.paper.seen_in if seen.digest == name), paper)
        for paper in papers
        if any(seen.digest == name for seen in paper.paper.seen_in)
    ]
    return tuple(paper for _, paper in sorted(places, key=lambda place: (place[0], place[1].slug)))


def gather(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    """The values of each key, in their order."""
    gathered: dict[Key, list[Value]] = {}
    for key, value in pairs:
        gathered.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in gathered.items()}


def digest_shelves(catalogue: Catalogue) -> tuple[Shelf, ...]:
    """The digests, newest first and those without a year last."""
    counts = {name: len(papers) for name, papers in catalogue.seen_in.items()}
    most = max(counts.values(), default=1)
    return tuple(
        Shelf(
            name=digest_title(catalogue.digests[name].date),
            path=DIGEST.format(name),
            count=count,
            share=percent(count, most),
        )
        for name, count in counts.items()
    )


def year_shelves(catalogue: Catalogue) -> tuple[Shelf, ...]:
    """The years with papers, newest first; the papers without a year last."""
    counts = {year: len(papers) for year, papers in catalogue.years.items()}
    most = max(counts.values(), default=1)
    return tuple(
        Shelf(name=str(year or "Year unknown"), path=year_path(year), count=count, share=percent(count, most))
        for year, count in counts.items()
    )


def subjects(catalogue: Catalogue) -> tuple[Subject, ...]:
    """The techniques in taxonomy order, with their figures."""
    most = max(map(len, catalogue.about.values()), default=1)
    return tuple(
        Subject(
            technique=technique,
            count=len(papers := catalogue.about[slug]),
            mentions=sum(not mention.ruled_out for _, mention in catalogue.mentions[slug]),
            results=sum(bool(paper.results) for paper in papers),
            share=percent(len(papers), most),
        )
        for slug, technique in catalogue.techniques.items()
    )
