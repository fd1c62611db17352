"""The head every page has: its name and place, its feeds, the source it can be corrected in."""

from collections.abc import Mapping
from urllib.parse import quote

from site_src.feeds import Feed
from site_src.models import SiteConfig
from site_src.pages.catalogue import Catalogue
from site_src.pages.metadata import breadcrumb_list, json_ld
from site_src.pages.views import Anchor, Head

HOME = Anchor("Home", "")


def make_head(  # noqa: PLR0913  what differs from page to page, by name
    catalogue: Catalogue,
    path: str,
    name: str,
    *,
    description: str,
    trail: tuple[Anchor, ...] = (),
    feed: Feed | None = None,
    source: str | None = None,
    about: Mapping[str, object] | None = None,
) -> Head:
    """The head of the page `name` at `path`, reached from the home page by `trail`.

    `feed` is the page's own; `source` its file in the repository; `about` a JSON-LD node describing it.
    """
    config = catalogue.site.config
    crumbs = (HOME, *trail, Anchor(name, path))
    return Head(
        path=path,
        title=f"{name} · {config.title}",
        description=description,
        crumbs=crumbs,
        nav=catalogue.nav,
        feeds=_anchors(feed, catalogue.feed),
        edit=edit_link(config, source),
        json_ld=json_ld(about, breadcrumb_list(config, crumbs)),
    )


def _anchors(*feeds: Feed | None) -> tuple[Anchor, ...]:
    return tuple(Anchor(feed.title, feed.path) for feed in feeds if feed)


def edit_link(config: SiteConfig, source: str | None) -> str | None:
    """Where the file can be edited on GitHub, or a forge with its addresses; None without a repository."""
    return f"{config.repository}/edit/main/{quote(source)}" if config.repository and source else None
