"""The pages there is one of: home, search, 404, the written pages, and the files for machines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from site_src.contract import COUNTS, MANIFEST, NOT_FOUND, OPENSEARCH, PAPERS_SCHEMA, SITEMAP, TEXT
from site_src.dates import DIGEST_NAME
from site_src.exports import fact_schemas
from site_src.facets import show_examples
from site_src.feeds import Feed, json_feed
from site_src.models import Page, TextPage
from site_src.pages.catalogue import Catalogue, digest_shelves, subjects
from site_src.pages.growth import sparks, year_columns
from site_src.pages.heads import make_head
from site_src.pages.hues import colour_techniques
from site_src.pages.metadata import json_ld, web_site
from site_src.pages.sections import HOME, SEARCH
from site_src.pages.standouts import Standout, strongest, strongest_apart
from site_src.pages.views import Head, Shelf

LATEST_DIGESTS = 5
LATEST_PAPERS = 4
STANDOUTS = 6  # of the whole site
DIGEST_STANDOUTS = 3

HUES = "techniques.css"  # becomes a part of the site's style sheet


@dataclass(frozen=True, slots=True)
class LatestDigest:
    """A digest on the home page: its introduction, if it has one, and what stands out of it."""

    shelf: Shelf
    introduction: TextPage | None
    standouts: tuple[Standout, ...]


def plan_home(catalogue: Catalogue) -> Page:
    """What this is, the search box, the techniques, and what came last."""
    config = catalogue.site.config
    head = make_head(catalogue, HOME.path, HOME.name, description=config.description)
    head = replace(
        head,
        title=f"{config.title}: {config.tagline}",
        crumbs=(),
        search_in_header=False,
        json_ld=json_ld(web_site(config)),
    )
    context = {
        "head": head,
        "papers": len(catalogue.site.papers),
        "digests": len(catalogue.site.digests),
        "leading": catalogue.site.leading,
        "subjects": subjects(catalogue),
        "sparks": sparks(catalogue),
        "years": tuple(column.name for column in year_columns(catalogue) if column.last),
        "undated": len(catalogue.years.get(0, ())),
        "standouts": strongest_apart(catalogue.site.papers, catalogue)[:STANDOUTS],
        "latest_digests": tuple(_latest_digests(catalogue)),
        "latest_papers": catalogue.cards_of(catalogue.site.papers[:LATEST_PAPERS]),
    }
    return Page(path="index.html", template="home.html", context=context)


def _latest_digests(catalogue: Catalogue) -> Iterator[LatestDigest]:
    shelves = digest_shelves(catalogue)[:LATEST_DIGESTS]
    for shelf, (name, papers) in zip(shelves, catalogue.seen_in.items(), strict=False):
        standouts = strongest(papers, catalogue)[:DIGEST_STANDOUTS]
        yield LatestDigest(shelf, catalogue.site.digest_pages.get(name), standouts)


def plan_search(catalogue: Catalogue) -> Page:
    """The search page; its own box takes the place of the header's."""
    head = make_head(catalogue, SEARCH.path, SEARCH.name, description=f"Search {catalogue.site.config.title}.")
    head = replace(head, search_in_header=False)
    facets = tuple((facet, show_examples(facet, values)) for facet, values in catalogue.facets.items())
    counts = tuple(name for name in COUNTS if any(name in card.counts for card in catalogue.cards.values()))
    context = {"head": head, "facets": facets, "counts": counts, "techniques": catalogue.site.taxonomy}
    return Page(path=f"{SEARCH.path}index.html", template="search.html", context=context)


def plan_not_found(catalogue: Catalogue) -> Page:
    """Served in place of what does not exist, at any depth."""
    head = make_head(catalogue, NOT_FOUND, "Page not found", description="There is no page at this address.")
    head = replace(head, indexable=False, crumbs=(), json_ld={})
    return Page(path=NOT_FOUND, template="404.html", context={"head": head})


def plan_texts(catalogue: Catalogue) -> Iterator[Page]:
    """The pages written by hand in content/pages."""
    for page in catalogue.site.text_pages:
        yield Page(
            path=f"{TEXT.format(page.slug)}index.html",
            template="page.html",
            context={"head": _text_head(page, catalogue), "page": page},
        )


def _text_head(page: TextPage, catalogue: Catalogue) -> Head:
    source = f"content/pages/{page.slug}.md"
    return make_head(catalogue, TEXT.format(page.slug), page.title, description=page.description, source=source)


# ---- for machines


def plan_feeds(catalogue: Catalogue) -> Iterator[Page]:
    """The site's feed and one of each technique, where they would have entries."""
    for feed in (catalogue.feed, *catalogue.technique_feeds.values()):
        if feed:
            yield from _plan_feed(feed, catalogue)


def _plan_feed(feed: Feed, catalogue: Catalogue) -> Iterator[Page]:
    """As Atom and as JSON Feed."""
    context = {"feed": feed, "techniques": catalogue.techniques}
    yield Page(path=feed.path, template="feed.xml", context=context)
    document = json_feed(feed, catalogue.techniques, catalogue.site.config)
    yield Page(path=feed.json_path, template="feed.json", context={"document": document})


def plan_machine_files(catalogue: Catalogue, pages: Iterable[Page]) -> Iterator[Page]:
    """The files browsers and crawlers look for; the sitemap lists the indexable ones of `pages`."""
    heads = (page.context.get("head") for page in pages)
    addresses = sorted(head.path for head in heads if isinstance(head, Head) and head.indexable)
    yield Page(path=SITEMAP, template="sitemap.xml", context={"addresses": addresses})
    yield Page(path=OPENSEARCH, template="opensearch.xml", context={})
    yield Page(path=MANIFEST, template="site.webmanifest", context={})
    yield Page(path="robots.txt", template="robots.txt", context={})
    yield Page(
        path=PAPERS_SCHEMA, template="api/papers.schema.json", context={"facts": fact_schemas(), "digest": DIGEST_NAME}
    )
    colours = {"colours": tuple(colour_techniques(catalogue.site.taxonomy))}
    yield Page(path=HUES, template="techniques.css", context=colours)
