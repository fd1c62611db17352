"""Feeds, as Atom and as JSON Feed: which papers one has, and their times. No clock: a time is a digest's last day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from site_src.contract import ATOM, JSON_FEED, STATIC
from site_src.dates import digest_order, is_dated
from site_src.models import CompletePaper, SiteConfig, Technique

# Readers poll a feed whole, so it holds the latest papers only; the pages have them all.
LIMIT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A paper in a feed: first published with its oldest dated digest, updated with its newest (RFC 3339)."""

    paper: CompletePaper
    published: str
    updated: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """`path` is the feed's own address and `page` the one it belongs to, both from the site's root."""

    title: str
    path: str
    page: str
    updated: str
    posts: tuple[Post, ...]

    @property
    def json_path(self) -> str:
        """Where the same is as a JSON Feed."""
        return JSON_FEED.format(self.page)


def make_feed(title: str, page: str, papers: Iterable[CompletePaper]) -> Feed | None:
    """The latest papers of dated digests, newest first and otherwise in the given order; None where there are none."""
    posts = [post for paper in papers if (post := _post(paper))]
    posts.sort(key=lambda post: post.updated, reverse=True)
    if not posts:
        return None
    return Feed(title=title, path=ATOM.format(page), page=page, updated=posts[0].updated, posts=tuple(posts[:LIMIT]))


def _post(paper: CompletePaper) -> Post | None:
    digests = {seen.digest for seen in paper.paper.seen_in if is_dated(seen.digest)}
    days = sorted(str(day) for _, day, _ in map(digest_order, digests))
    if not days:
        return None
    return Post(paper=paper, published=f"{days[0]}T00:00:00Z", updated=f"{days[-1]}T00:00:00Z")


def json_feed(feed: Feed, techniques: Mapping[str, Technique], config: SiteConfig) -> dict[str, Any]:
    """The feed as JSON Feed 1.1 has it."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": config.base_url + feed.page,
        "feed_url": config.base_url + feed.json_path,
        "icon": f"{config.base_url}{STATIC}icon-512.png",
        "favicon": f"{config.base_url}{STATIC}favicon.ico",
        "authors": [{"name": config.author, "url": config.base_url}],
        "language": config.language,
        "items": [_item(post, techniques, config) for post in feed.posts],
    }


def _item(post: Post, techniques: Mapping[str, Technique], config: SiteConfig) -> dict[str, Any]:
    paper = post.paper
    url = config.base_url + quote(paper.url)
    facts = {
        "authors": [{"name": author} for author in paper.paper.authors],
        "tags": [techniques[slug].name for slug in paper.techniques],
    }
    return {
        "id": url,
        "url": url,
        "title": paper.title,
        "content_text": paper.summary or paper.title,  # an item must have some
        "date_published": post.published,
        "date_modified": post.updated,
        **{name: fact for name, fact in facts.items() if fact},
    }
