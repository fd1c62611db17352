"""Whether what people wrote has a place on the site, and its links lead to pages of it."""

from collections.abc import Iterator
from dataclasses import replace

from site_src.complete import complete_paper
from site_src.content import Content
from site_src.content_checks.sources import Sources, path_of
from site_src.digests import collect_digests
from site_src.errors import Problem
from site_src.models import CompletePaper, Paper, Site
from site_src.pages import plan_pages
from site_src.render import own_links


def check_prose(content: Content, sources: Sources) -> Iterator[Problem]:
    """Introductions of digests there are none of, and dead links."""
    site = _plan_site(content)
    yield from _check_introductions(content, site, sources)
    yield from _check_links(content, {page.path for page in plan_pages(site)}, sources)


def _plan_site(content: Content) -> Site:
    """The site of the content alone."""
    papers = tuple(_complete(paper, content) for paper in content.papers)
    return Site(
        config=content.config,
        taxonomy=content.taxonomy,
        papers=papers,
        digests=collect_digests(papers),
        digest_pages=content.digest_pages,
        text_pages=content.text_pages,
        kinds=content.vocabulary.kinds,
    )


def _complete(paper: Paper, content: Content) -> CompletePaper:
    """The paper with its labels, but for techniques there are none of."""
    known = {technique.slug for technique in content.taxonomy}
    stated = None if paper.techniques is None else tuple(slug for slug in paper.techniques if slug in known)
    return complete_paper(replace(paper, techniques=stated), content.taxonomy, content.vocabulary)


def _check_introductions(content: Content, site: Site, sources: Sources) -> Iterator[Problem]:
    known = {digest.name for digest in site.digests}
    for name in content.digest_pages:
        if name not in known:
            cure = f"name it as one of {', '.join(sorted(known))}" if known else "import the digest's dump"
            yield Problem(sources.place(f"digests/{name}.md"), "the introduction of a digest without papers", cure)


def _check_links(content: Content, addresses: set[str], sources: Sources) -> Iterator[Problem]:
    for path, text in _texts(content):
        for written, address in dict.fromkeys(own_links(text)):
            is_page = address.endswith("/") or not address
            if is_page and f"{address}index.html" not in addresses:
                place = sources.place(path, written)
                yield Problem(place, f"dead link '{written}'", "correct it, or add what it leads to")


def _texts(content: Content) -> Iterator[tuple[str, str]]:
    """(path, Markdown) of everything written."""
    yield from ((f"techniques/{technique.slug}.md", technique.body) for technique in content.taxonomy)
    yield from ((f"digests/{name}.md", page.body) for name, page in content.digest_pages.items())
    yield from ((f"pages/{page.slug}.md", page.body) for page in content.text_pages)
    yield from ((path_of(paper), paper.notes) for paper in content.papers)
