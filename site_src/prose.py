"""Prose of `content/` that links to papers: a build need not have them all.

A build of other dumps, or without `content/papers`, still shows the introductions; what they name stays, unlinked.
"""

import re
from collections.abc import Container
from dataclasses import replace

from site_src.contract import SLUG
from site_src.errors import Place, Problem
from site_src.models import Site

_PAPER_LINK = re.compile(rf"\[([^\]]*)\]\(/?papers/({SLUG})/\)")  # as content/ writes it (CONTENT_LINKS)
_SHOWN = 3


def unlink_missing(site: Site) -> tuple[Site, tuple[Problem, ...]]:
    """The site with links in its prose only to papers it has, and a warning for each page that lost some."""
    slugs = {*(paper.slug for paper in site.papers), *(paper.slug for paper in site.removed), *site.redirects}
    shown_digests = {digest.name for digest in site.digests}
    problems: list[Problem] = []

    def unlink(body: str, file: str) -> str:
        body, missing = unlink_papers(body, slugs)
        if missing:
            shown = ", ".join(missing[:_SHOWN]) + (", …" if len(missing) > _SHOWN else "")
            papers = "a paper" if len(missing) == 1 else f"{len(missing)} papers"
            seen = f"links to {papers} this build does not have ({shown})"
            problems.append(Problem(Place(file), seen, "shown without the link; correct the address if it is wrong"))
        return body

    unlinked = replace(
        site,
        taxonomy=tuple(replace(t, body=unlink(t.body, f"techniques/{t.slug}.md")) for t in site.taxonomy),
        digest_pages={
            name: replace(page, body=unlink(page.body, f"digests/{name}.md"))
            for name, page in site.digest_pages.items()
            if name in shown_digests
        },
        text_pages=tuple(replace(page, body=unlink(page.body, f"pages/{page.slug}.md")) for page in site.text_pages),
    )
    return unlinked, tuple(problems)


def unlink_papers(body: str, slugs: Container[str]) -> tuple[str, list[str]]:
    """The Markdown with the text alone where a link leads to a paper that is not among the slugs; those papers."""
    missing = [match[2] for match in _PAPER_LINK.finditer(body) if match[2] not in slugs]
    return _PAPER_LINK.sub(lambda link: link[0] if link[2] in slugs else link[1], body), missing
