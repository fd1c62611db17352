"""The two pages of a reader's own choice: the reading list and the comparison. Scripts fill them in the browser."""

from collections.abc import Iterator
from dataclasses import replace

from site_src.models import Page
from site_src.pages.catalogue import Catalogue
from site_src.pages.heads import make_head
from site_src.results.kinds import KINDS


def plan_kept(catalogue: Catalogue) -> Iterator[Page]:
    """Both pages. What they show is the reader's, so they are not for indexes; their templates are named so too."""
    techniques = catalogue.site.taxonomy
    yield _plan("reading-list", "Reading list", "The papers you kept and those you have read.", catalogue)
    yield _plan("compare", "Compare papers", "Papers side by side.", catalogue, techniques=techniques, kinds=KINDS)


def _plan(name: str, title: str, description: str, catalogue: Catalogue, **context: object) -> Page:
    head = make_head(catalogue, f"{name}/", title, description=description)
    head = replace(head, indexable=False)
    return Page(path=f"{name}/index.html", template=f"{name}.html", context={"head": head, **context})
