"""Atom feeds: which papers a feed has, and the times RFC 4287 asks for. No clock: a time is its digest's day."""

from collections.abc import Iterable
from dataclasses import dataclass

from site_src.digests import parse_digest_name
from site_src.models import CompletePaper

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


def make_feed(title: str, page: str, papers: Iterable[CompletePaper]) -> Feed | None:
    """The latest papers of dated digests, newest first and otherwise in the given order; None where there are none."""
    posts = [post for paper in papers if (post := _post(paper))]
    posts.sort(key=lambda post: post.updated, reverse=True)
    if not posts:
        return None
    return Feed(title=title, path=f"{page}feed.xml", page=page, updated=posts[0].updated, posts=tuple(posts[:LIMIT]))


def _post(paper: CompletePaper) -> Post | None:
    days = sorted(
        str(date) for date in {parse_digest_name(seen.digest) for seen in paper.paper.seen_in} if date and date.year
    )
    if not days:
        return None
    return Post(paper=paper, published=f"{days[0]}T00:00:00Z", updated=f"{days[-1]}T00:00:00Z")
