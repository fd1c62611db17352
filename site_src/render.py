"""Page → bytes: the Jinja environment, and Markdown."""

import re
from collections.abc import Callable, Container, Iterator, Sequence
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from site_src import contract
from site_src.contract import CONTENT_LINKS, STATIC
from site_src.dates import digest_title, format_date
from site_src.errors import InputError, Place, Problem
from site_src.models import Page, SiteConfig
from site_src.pages.metadata import absolute
from site_src.pages.views import capitalise, format_count, format_value

# The ids templates give. No heading of Markdown gets one of them.
TEMPLATE_IDS = frozenset(
    {"main", "summary", "results", "abstract", "abstract-text", "filed", "links", "notes", "related"}
    | {"papers", "cite", "mentions", "mentioned-by", "ruled-out", "header-q"}
    | {"what", "glance", "meets", "standouts", "techniques", "matrix", "matrix-name", "growth", "growth-name"}
)

# What neither HTML nor XML may hold: dumps are hostile, and one such character would spoil a whole feed.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_OWN_PATH = re.compile(r"(?![A-Za-z][A-Za-z0-9+.-]*:|//)(?P<path>[^?#]+)(?P<rest>.*)", re.DOTALL)
_LINK_ATTRIBUTES = ("href", "src")
_BETWEEN_WORDS = re.compile(r"\W+")


def make_environment(templates: Path, config: SiteConfig, static: Container[str], search_version: str) -> Environment:
    """What renders the templates in the folder; `static` are the paths on the site of the files copied as they are.

    Templates know `contract`, `config`, `url(address, …)` for an address from the site's root and what it is filled in
    with, `absolute(address)` for the same with the host,
    `static(name)` for a copied file, `search_version`, which every address of a search file carries, and the filters
    `markdown`, `date`, `digest`, `counted`, `value` and `capital`.
    """
    root = urlsplit(config.base_url).path

    def url(address: str, *parts: object) -> str:
        return root + quote(address.format(*parts) if parts else address)

    def static_url(name: str) -> str:
        if f"{STATIC}{name}" not in static:
            place = Place(str(templates / "static" / name))
            raise InputError(Problem(place, "no such file, but a template asks for it", "restore it"))
        return url(f"{STATIC}{name}")

    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    environment.globals |= {
        "contract": contract,
        "config": config,
        "url": url,
        "absolute": lambda path: absolute(config, path),
        "static": static_url,
        "search_version": search_version,
    }
    environment.filters |= {
        "markdown": make_markdown(url),
        "date": format_date,
        "digest": lambda digest: digest_title(digest.date),
        "counted": format_count,
        "value": format_value,
        "capital": capitalise,
    }
    return environment


def render_page(page: Page, environment: Environment) -> bytes:
    """The file: UTF-8, without characters that HTML and XML forbid."""
    text = environment.get_template(page.template).render(page.context)
    return _FORBIDDEN.sub("", text).encode()


def make_markdown(url: Callable[[str], str]) -> Callable[..., Markup]:
    """A function from Markdown to HTML in which nothing is inline code or style; raw HTML stays text.

    Links to pages of the site, written as content names them (`papers/slug/` or `/papers/slug/`), lead to their
    addresses and go through `url`.
    Headings get ids; the highest is an h2, below the page's own h1, or what `top` says, and so on down.
    """
    parser = _make_parser()

    def render_markdown(text: str, top: int = 2) -> Markup:
        tokens = parser.parse(text)
        for token in _with_children(tokens):
            _prepare(token, url)
        _name_headings(tokens, top)
        return Markup(parser.renderer.render(tokens, parser.options, {}))  # noqa: S704  raw HTML is off

    return render_markdown


def _make_parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def own_links(text: str) -> Iterator[tuple[str, str]]:
    """(path as written, address) of the site's own that Markdown links to, without query and fragment."""
    for token in _with_children(_make_parser().parse(text)):
        for attribute in _LINK_ATTRIBUTES:
            if own := _OWN_PATH.fullmatch(str(token.attrs.get(attribute, ""))):
                yield own["path"], _find_address(unquote(own["path"]).lstrip("/"))


def _with_children(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or ()


def _prepare(token: Token, url: Callable[[str], str]) -> None:
    for attribute in _LINK_ATTRIBUTES:
        if attribute in token.attrs:
            token.attrs[attribute] = resolve_link(str(token.attrs[attribute]), url)
    if token.type == "link_open" and str(token.attrs["href"]).startswith(("http:", "https:", "//")):
        token.attrs["rel"] = "external"
    token.attrs.pop("style", None)  # a table's alignment, which the content security policy would block


def resolve_link(link: str, url: Callable[[str], str]) -> str:
    """The site's address that a link of content names; a link with a scheme or host, or a fragment, as it is."""
    own = _OWN_PATH.fullmatch(link)
    return url(_find_address(unquote(own["path"]).lstrip("/"))) + own["rest"] if own else link


def _find_address(path: str) -> str:
    """Where that which content names so is on the site."""
    section, slash, rest = path.partition("/")
    return CONTENT_LINKS.get(section + slash, section + slash) + rest


def _name_headings(tokens: Sequence[Token], top: int) -> None:
    taken = set(TEMPLATE_IDS)
    lower = top - min((int(token.tag[1]) for token in tokens if token.type == "heading_open"), default=top)
    for opening, inline, closing in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if opening.type != "heading_open":
            continue
        opening.attrs["id"] = name = _free_id(inline.children or (), taken)
        taken.add(name)
        opening.tag = closing.tag = f"h{min(int(opening.tag[1]) + lower, 6)}"


def _free_id(heading: Sequence[Token], taken: Container[str]) -> str:
    text = "".join(token.content for token in heading)
    name = _BETWEEN_WORDS.sub("-", text.lower()).strip("-") or "section"
    number = 1
    free = name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free
