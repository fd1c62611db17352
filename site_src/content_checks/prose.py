"""Whether what people wrote has a place on the site, and its links lead to pages of it."""

from collections.abc import Collection, Container, Iterator
from pathlib import PurePosixPath

from site_src.content import Content
from site_src.content_checks.sources import Sources, path_of
from site_src.errors import Problem
from site_src.render import own_links


def check_prose(
    content: Content, sources: Sources, digests: Collection[str], addresses: Container[str]
) -> Iterator[Problem]:
    """Introductions of digests there are none of, and links that lead to none of the site's addresses."""
    yield from _check_introductions(content, digests, sources)
    yield from _check_links(content, addresses, sources)


def _check_introductions(content: Content, known: Collection[str], sources: Sources) -> Iterator[Problem]:
    for name in content.digest_pages:
        if name not in known:
            cure = f"name it as one of {', '.join(sorted(known))}" if known else "import the digest's dump"
            yield Problem(sources.place(f"digests/{name}.md"), "the introduction of a digest without papers", cure)


def _check_links(content: Content, addresses: Container[str], sources: Sources) -> Iterator[Problem]:
    for path, text in _texts(content):
        for written, address in dict.fromkeys(own_links(text)):
            if not PurePosixPath(address).suffix and f"{address}index.html" not in addresses:
                unended = f"{address}/index.html" in addresses
                cure = "end it with a slash" if unended else "correct it, or add what it leads to"
                yield Problem(sources.place(path, written), f"dead link '{written}'", cure)


def _texts(content: Content) -> Iterator[tuple[str, str]]:
    """(path, Markdown) of everything written."""
    yield from ((f"techniques/{technique.slug}.md", technique.body) for technique in content.taxonomy)
    yield from ((f"digests/{name}.md", page.body) for name, page in content.digest_pages.items())
    yield from ((f"pages/{page.slug}.md", page.body) for page in content.text_pages)
    yield from ((path_of(paper), paper.notes) for paper in content.papers)
