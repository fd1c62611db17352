"""What a page says of itself to machines: citation tags and JSON-LD. Unknown facts are left out."""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from site_src.models import CompletePaper, PartialDate, SiteConfig, Technique
from site_src.pages.views import Anchor, technique_path


def absolute(config: SiteConfig, path: str) -> str:
    """The whole address of a path from the site's root."""
    return config.base_url + quote(path)


def citation_fields(paper: CompletePaper, config: SiteConfig) -> Iterator[tuple[str, str]]:
    """Highwire Press tags, which Google Scholar and Zotero read. The venue's kind is not known, so it has no tag."""
    yield "citation_title", paper.title
    for author in paper.paper.authors:
        yield "citation_author", author
    if date := _citation_date(paper.paper.published):
        yield "citation_publication_date", date
    if paper.paper.arxiv:
        yield "citation_arxiv_id", paper.paper.arxiv
        yield "citation_pdf_url", f"https://arxiv.org/pdf/{paper.paper.arxiv}"
    yield "citation_abstract_html_url", absolute(config, paper.url)


def _citation_date(date: PartialDate | None) -> str:
    """`2024/02/29` or `2024`, the two forms Scholar reads; "" without a year."""
    if not date or not date.year:
        return ""
    return str(date).replace("-", "/") if date.day else f"{date.year:04d}"


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
    return {
        "@type": "WebSite",
        "@id": config.base_url,
        "url": config.base_url,
        "name": config.title,
        "description": config.description,
        "inLanguage": config.language,
    }


def collection_page(technique: Technique, config: SiteConfig) -> dict[str, object]:
    """The technique's page, about the technique as a defined term."""
    term = defined_term(technique, config) | {"description": technique.definition}
    return {
        "@type": "CollectionPage",
        "url": term["url"],
        "name": technique.name,
        "inLanguage": config.language,
        "about": term,
    }


def defined_term(technique: Technique, config: SiteConfig) -> dict[str, object]:
    url = absolute(config, technique_path(technique.slug))
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
