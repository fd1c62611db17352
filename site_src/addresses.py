"""Addresses of papers' pages on the site ↔ slugs."""

import re
from urllib.parse import quote, unquote

from site_src.contract import PAPER, SLUG

_OF_A_PAPER = re.compile(r"https?://[^\s?#]+/" + PAPER.format(SLUG))


def paper_address(base_url: str, slug: str) -> str:
    """Where the page of the slug is; `base_url` ends in a slash."""
    return base_url + quote(PAPER.format(slug))


def is_paper_address(address: str) -> bool:
    """Whether a site of ours, wherever it is, could have a page of a paper there."""
    return bool(_OF_A_PAPER.fullmatch(address))


def own_slug(address: str, base_url: str) -> str:
    """The slug of the paper whose page on this site has the address; "" for any other address."""
    before, after = (base_url + PAPER).split("{}")
    slug = unquote(address.removeprefix(before).removesuffix(after))
    is_page = re.fullmatch(SLUG, slug) and address == paper_address(base_url, slug)
    return slug if is_page else ""
