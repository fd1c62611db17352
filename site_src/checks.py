"""The finished files → problems. Nothing here raises or fixes; the same checks run before writing and on `check`."""

import json
import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit
from xml.etree import ElementTree as ET

from selectolax.lexbor import LexborHTMLParser

from site_src.errors import Place, Problem

_LINK_ATTRIBUTES = ("href", "src")
_NOT_FETCHED = {"mailto", "data"}


@dataclass(frozen=True, slots=True)
class _Html:
    """What the checks need of one page."""

    ids: frozenset[str]
    links: tuple[str, ...]
    problems: tuple[Problem, ...]


def check_site(files: Mapping[str, bytes], base_url: str) -> Iterator[Problem]:
    """Everything wrong with a built site: `files` by path below the site's root."""
    pages = {path: _read_html(path, content) for path, content in files.items() if path.endswith(".html")}
    for path, page in pages.items():
        yield from page.problems
        yield from _check_links(path, page, pages, files, base_url)
    for path, content in files.items():
        yield from _check_machine_readable(path, content)
    yield from _check_letter_case(files)


def _read_html(path: str, content: bytes) -> _Html:
    tree = LexborHTMLParser(content)
    ids = [str(node.attributes["id"]) for node in tree.css("[id]")]
    # A paper may link to another site of our own host: an address in full is checked only where templates write it.
    links = [
        str(node.attributes[name] or "")
        for name in _LINK_ATTRIBUTES
        for node in tree.css(f"[{name}]")
        if node.tag != "a" or "://" not in str(node.attributes[name])
    ]
    return _Html(frozenset(ids), tuple(dict.fromkeys(links)), tuple(_check_page(path, tree, ids)))


def _check_page(path: str, tree: LexborHTMLParser, ids: list[str]) -> Iterator[Problem]:
    place = Place(path)
    for name, count in Counter(ids).items():
        if count > 1:
            yield Problem(place, f"the id '{name}' {count} times", "give each element its own id")
    if len(tree.css("h1")) != 1:
        yield Problem(place, f"{len(tree.css('h1'))} h1 headings", "give the page exactly one")
    title = tree.css_first("title")
    if title is None or not title.text(strip=True):
        yield Problem(place, "no title", "fill the template's title block")
    if tree.css("[style], script:not([src]):not([type='application/ld+json'])"):
        yield Problem(place, "inline style or script", "move it into a file; the content security policy blocks it")
    if tree.css("img:not([alt])"):
        yield Problem(place, "an image without alt", "describe it, or mark it as decoration with alt=''")


def _check_links(
    path: str, page: _Html, pages: Mapping[str, _Html], files: Mapping[str, bytes], base_url: str
) -> Iterator[Problem]:
    for link in page.links:
        try:
            parts = urlsplit(link)
        except ValueError:
            yield Problem(Place(path), f"malformed address '{link}'", "correct it where it comes from")
            continue
        if _is_elsewhere(link, parts, base_url):
            continue
        file = _file_at(parts.path, path, urlsplit(base_url).path) if parts.path else path
        if file is None:
            yield Problem(Place(path), f"the link '{link}' leaves the site", "write it with url() in the template")
        elif file not in files:
            yield Problem(Place(path), f"dead link '{link}'", "correct it, or make the page it points to")
        elif parts.fragment and file in pages and unquote(parts.fragment) not in pages[file].ids:
            yield Problem(Place(path), f"no element for the fragment of '{link}'", "correct the fragment")


def _is_elsewhere(link: str, parts: SplitResult, base_url: str) -> bool:
    """Another host is named in full; a path alone is meant to be ours."""
    return parts.scheme in _NOT_FETCHED or (bool(parts.netloc) and not link.startswith(base_url))


def _file_at(target: str, page: str, root: str) -> str | None:
    """The file served where the page's link leads; None outside the site."""
    target = unquote(target)
    if not target.startswith("/"):
        joined = posixpath.normpath(posixpath.join(root, posixpath.dirname(page), target))
        target = f"{joined}/" if target.endswith("/") else joined
    if not target.startswith(root):
        return None
    below = target[len(root) :]
    return f"{below}index.html" if not below or below.endswith("/") else below


def _check_machine_readable(path: str, content: bytes) -> Iterator[Problem]:
    try:
        if path.endswith((".json", ".webmanifest")):
            json.loads(content)
        elif path.endswith((".xml", ".svg")):
            ET.fromstring(content)  # noqa: S314  our own output, without entities
        elif path.endswith(".bib"):
            _parse_braces(content)
        elif path.endswith(".ris"):
            _parse_tags(content)
    except (ValueError, ET.ParseError) as error:
        yield Problem(Place(path), f"not well-formed: {error}", "correct the template or the exporter")


def _parse_braces(bibtex: bytes) -> None:
    """Raises ValueError where braces do not balance, which would spoil every entry after it."""
    depth = 0
    for brace in re.finditer(rb"[{}]", bibtex):
        depth += 1 if brace[0] == b"{" else -1
        if depth < 0:
            line = bibtex.count(b"\n", 0, brace.start()) + 1
            raise ValueError(f"a closing brace too many in line {line}")
    if depth:
        raise ValueError(f"{depth} braces not closed")


def _parse_tags(ris: bytes) -> None:
    """Raises ValueError for a line without a tag, and for records that are not ended."""
    for number, line in enumerate(ris.split(b"\n"), 1):
        if line and not re.match(rb"[A-Z][A-Z0-9]  - ", line):
            raise ValueError(f"no tag in line {number}")
    if (begun := len(re.findall(rb"(?m)^TY  - ", ris))) != (ended := len(re.findall(rb"(?m)^ER  - ", ris))):
        raise ValueError(f"{begun} records begun, {ended} ended")


def _check_letter_case(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Two paths that are one on a file system that ignores case."""
    folded: dict[str, str] = {}
    for path in files:
        if (other := folded.setdefault(path.casefold(), path)) != path:
            yield Problem(Place(path), f"differs from '{other}' in letter case alone", "rename one of the two")


def publishing_advice(build: Mapping[str, object]) -> Iterator[str]:
    """What is left out or unfit for publishing, though nothing is broken; `build` is the site's build.json."""
    if not build.get("repository"):
        yield "no 'repository' in content/site.yml: pages carry no correction links"
    if urlsplit(str(build.get("base_url"))).hostname in {"localhost", "127.0.0.1"}:
        yield "base_url is this computer: set it in content/site.yml or pass --base-url before publishing"
