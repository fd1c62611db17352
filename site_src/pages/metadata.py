"""What a page says of itself to machines, as JSON-LD. Unknown facts are left out."""

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from site_src.contract import QUERY, SEARCH, TECHNIQUE
from site_src.models import CompletePaper, SiteConfig, Technique
from site_src.pages.sections import Anchor
from site_src.pages.views import Sheet

# The rest of a page's list is in its HTML; a crawler gains little from having it twice.
MOST_LISTED = 30


def absolute(config: SiteConfig, path: str) -> str:
    """The whole address of a path from the site's root."""
    return config.base_url + quote(path)


def json_ld(*nodes: Mapping[str, object] | None) -> dict[str, object]:
    """One JSON-LD document of schema.org nodes."""
    return {"@context": "https://schema.org", "@graph": [node for node in nodes if node]}


def breadcrumb_list(config: SiteConfig, crumbs: Iterable[Anchor]) -> dict[str, object]:
    """The way from the home page to this one."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": crumb.name,
                "item": absolute(config, crumb.path),
            }
            for position, crumb in enumerate(crumbs, 1)
        ],
    }


def web_site(config: SiteConfig) -> dict[str, object]:
    """The site, and how to search it."""
    search = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{absolute(config, SEARCH)}?{QUERY}={{search_term_string}}"},
        "query-input": "required name=search_term_string",
    }
    return {
        "@type": "WebSite",
        "@id": config.base_url,
        "url": config.base_url,
        "name": config.title,
        "description": config.description,
        "inLanguage": config.language,
        "potentialAction": search,
    }


def collection_page(
    config: SiteConfig,
    page: Anchor,
    description: str,
    *,
    papers: Mapping[str, object] | None = None,
    about: Mapping[str, object] | None = None,
) -> dict[str, object]:
    """A page that lists things; `papers` are an item list, `about` is what they have in common."""
    url = absolute(config, page.path)
    facts: dict[str, object] = {"description": description, "about": about, "mainEntity": papers}
    names = {"@type": "CollectionPage", "@id": url, "url": url, "name": page.name, "inLanguage": config.language}
    return names | {name: fact for name, fact in facts.items() if fact} | {"isPartOf": {"@id": config.base_url}}


def item_list(config: SiteConfig, sheet: Sheet) -> dict[str, object]:
    """How many papers the whole list has, and the first of those on this page of it, by address."""
    listed = sheet.cards[:MOST_LISTED]
    return {
        "@type": "ItemList",
        "numberOfItems": sheet.total,
        "itemListElement": [
            {"@type": "ListItem", "position": position, "url": absolute(config, card.path)}
            for position, card in enumerate(listed, sheet.first)
        ],
    }


def defined_term(technique: Technique, config: SiteConfig) -> dict[str, object]:
    url = absolute(config, TECHNIQUE.format(technique.slug))
    return {"@type": "DefinedTerm", "name": technique.name, "url": url}


def scholarly_article(paper: CompletePaper, techniques: Iterable[Technique], config: SiteConfig) -> dict[str, object]:
    """The paper, about its techniques."""
    url = absolute(config, paper.url)
    published = paper.paper.published
    facts: dict[str, object] = {
        "description": paper.summary,
        "abstract": paper.abstract,
        "datePublished": str(published) if published and published.year else "",
        "author": [{"@type": "Person", "name": name} for name in paper.paper.authors],
        "about": [defined_term(technique, config) for technique in techniques],
        **_arxiv_facts(paper.paper.arxiv),
    }
    names = {"@type": "ScholarlyArticle", "@id": url, "url": url, "headline": paper.title, "name": paper.title}
    return names | {name: fact for name, fact in facts.items() if fact}


def _arxiv_facts(arxiv: str | None) -> dict[str, object]:
    if not arxiv:
        return {}
    identifier = {"@type": "PropertyValue", "propertyID": "arXiv", "value": arxiv}
    return {"identifier": identifier, "sameAs": f"https://arxiv.org/abs/{arxiv}"}
