"""The two pages of a reader's own choice: the reading list and the comparison. Scripts fill them in the browser."""

from collections.abc import Iterator
from dataclasses import replace

from site_src.models import Page
from site_src.pages.catalogue import Catalogue
from site_src.pages.heads import make_head
from site_src.pages.sections import COMPARE, READING_LIST, Anchor


def plan_kept(catalogue: Catalogue) -> Iterator[Page]:
    """Both pages. What they show is the reader's, so they are not for indexes."""
    context = {"techniques": catalogue.site.taxonomy, "kinds": catalogue.site.kinds}
    described = "The papers you kept and those you have read."
    yield _plan(READING_LIST, "reading-list.html", described, catalogue)
    yield _plan(COMPARE, "compare.html", "Papers side by side.", catalogue, **context)


def _plan(anchor: Anchor, template: str, description: str, catalogue: Catalogue, **context: object) -> Page:
    head = make_head(catalogue, anchor.path, anchor.name, description=description)
    head = replace(head, indexable=False)
    return Page(path=f"{anchor.path}index.html", template=template, context={"head": head, **context})
