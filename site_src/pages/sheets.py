"""A list of papers on as many pages as it takes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from site_src.facets import list_controls
from site_src.models import CompletePaper, Page, SiteConfig
from site_src.pages.catalogue import Catalogue
from site_src.pages.metadata import breadcrumb_list, collection_page, item_list, json_ld
from site_src.pages.sections import Anchor
from site_src.pages.views import Head, Sheet, plan_sheets


def plan_list(  # noqa: PLR0913  what differs from list to list
    catalogue: Catalogue,
    head: Head,
    template: str,
    papers: Sequence[CompletePaper],
    context: Mapping[str, object],
    *,
    about: Mapping[str, object] | None = None,
    size: int = 0,
) -> Iterator[Page]:
    """The list's pages; `head` is the first one's, `context` is what the template needs besides.

    `about` is a JSON-LD node of what the papers have in common; `size` is the number of papers on a page where that
    must be more than the site's own.
    """
    config = catalogue.site.config
    for plain in plan_sheets(head.path, catalogue.cards_of(papers), max(size, config.page_size)):
        controls = list_controls(catalogue.facets, (card.facets for card in plain.cards))
        sheet = replace(plain, controls=controls, leading=catalogue.site.leading)
        yield Page(
            path=f"{sheet.path}index.html",
            template=template,
            context={"head": _sheet_head(head, sheet, about, config), "sheet": sheet, **context},
        )


def _sheet_head(head: Head, sheet: Sheet, about: Mapping[str, object] | None, config: SiteConfig) -> Head:
    """Each page tells which papers it lists; a further one has an address, a title and a place of its own."""
    name = head.crumbs[-1].name
    if sheet.number > 1:
        crumbs = (*head.crumbs, Anchor(f"Page {sheet.number}", sheet.path))
        name = f"{name}, page {sheet.number}"
        head = replace(head, path=sheet.path, title=f"{name} · {config.title}", crumbs=crumbs)
    papers = item_list(config, sheet) if sheet.cards else None
    page = collection_page(config, Anchor(name, sheet.path), head.description, papers=papers, about=about)
    return replace(head, json_ld=json_ld(page, breadcrumb_list(config, head.crumbs)))
