"""The head every page has: its name and place, its feeds, the source it can be corrected in."""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from site_src.feeds import Feed
from site_src.models import Page, SiteConfig
from site_src.pages.catalogue import Catalogue
from site_src.pages.metadata import breadcrumb_list, collection_page, json_ld
from site_src.pages.sections import HOME, Anchor
from site_src.pages.views import Alternate, Head


def make_head(  # noqa: PLR0913  what differs from page to page, by name
    catalogue: Catalogue,
    path: str,
    name: str,
    *,
    description: str,
    trail: tuple[Anchor, ...] = (),
    feed: Feed | None = None,
    files: tuple[Alternate, ...] = (),
    source: str | None = None,
    about: Mapping[str, object] | None = None,
) -> Head:
    """The head of the page `name` at `path`, reached from the home page by `trail`.

    `feed` and `files` are the page's own; `source` its file in the repository; `about` a JSON-LD node describing it.
    """
    config = catalogue.site.config
    feeds = tuple(one for one in (feed, catalogue.feed) if one)
    crumbs = (HOME, *trail, Anchor(name, path))
    return Head(
        path=path,
        title=f"{name} · {config.title}",
        description=description,
        crumbs=crumbs,
        nav=catalogue.nav,
        feeds=tuple(Anchor(one.title, one.path) for one in feeds),
        alternates=(*files, *_feed_files(feeds)),
        edit=edit_link(config, source),
        json_ld=json_ld(about, breadcrumb_list(config, crumbs)),
    )


def _feed_files(feeds: Iterable[Feed]) -> Iterator[Alternate]:
    for feed in feeds:
        yield Alternate("application/atom+xml", feed.title, feed.path)
        yield Alternate("application/feed+json", feed.title, feed.json_path)


def edit_link(config: SiteConfig, source: str | None) -> str | None:
    """Where the file can be edited on GitHub, or a forge with its addresses; None without a repository."""
    return f"{config.repository}/edit/main/{quote(source)}" if config.repository and source else None


def plan_index(
    catalogue: Catalogue, anchor: Anchor, template: str, description: str, context: Mapping[str, object]
) -> Page:
    """The page that leads to all techniques, digests, years or names."""
    about = collection_page(catalogue.site.config, anchor, description)
    head = make_head(catalogue, anchor.path, anchor.name, description=description, about=about)
    return Page(path=f"{anchor.path}index.html", template=template, context={"head": head, **context})
