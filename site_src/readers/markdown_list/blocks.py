"""Markdown → its blocks in order, each of lines with their links, and where in the file they stand."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

Kind = Literal["heading", "item", "paragraph", "row", "code", "rule"]

_HTML = re.compile(
    r"(?P<comment><!--.*?(?:-->|\Z)|<(?P<raw>style|script)\b.*?(?:</(?P=raw)>|\Z))"
    r"|<a\s[^<>]*?href\s*=\s*[\"']?(?P<href>[^\"'\s<>]*)[^<>]*>|(?P<end></a\s*>)"
    r"|(?P<bold></?(?:b|strong|h[1-6])\b[^<>]*>)|(?P<break></?(?:br|p|div|li|summary|details|tr)\b[^<>]*>)|<[!/]?[A-Za-z][^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
# Lines that only wrap what stands in the others; without them the rest is Markdown.
_WRAPPERS = re.compile(
    r"^[ \t]*(?:</?(?:details|div|p|center|ol|ul|li|br|hr|span|font)\b[^<>\n]{0,200}>[ \t]*)+(?=\r?$)",
    re.MULTILINE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one style; `href` is where it leads, "" for text that leads nowhere."""

    text: str
    href: str = ""
    bold: bool = False
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """One line of a block, which may be empty but for links."""

    pieces: tuple[Piece, ...]
    line: int

    @property
    def text(self) -> str:
        """As a reader sees it."""
        return " ".join("".join(piece.text for piece in self.pieces).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading, list item, paragraph, table row, code or rule. `level` is a heading's, or how deep a list is.

    An item is its first paragraph; what follows in it are blocks of its depth or deeper. `cells` of a row go by the
    names of their columns, in small letters.
    """

    kind: Kind
    level: int
    line: int
    segments: tuple[Segment, ...] = ()
    cells: tuple[tuple[str, Segment], ...] = ()

    @property
    def text(self) -> str:
        """All lines as one."""
        return " ".join(filter(None, (segment.text for segment in self.segments)))


@dataclass(slots=True)
class _State:
    """Where in the document the walk is."""

    depth: int = 0
    item_line: int = -1  # of an item whose first paragraph is still to come
    columns: list[str] = field(default_factory=list)
    cells: list[Segment] = field(default_factory=list)
    in_head: bool = False
    heading: int = 0  # the level of the last one


def read_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of the text, which may begin with front matter."""
    plain = _WRAPPERS.sub("", _without_front_matter(text))
    tokens = MarkdownIt("commonmark").enable("table").parse(plain)
    state = _State()
    return tuple(block for i, token in enumerate(tokens) for block in _read_token(token, tokens[i - 1 : i], state))


def _without_front_matter(text: str) -> str:
    """The text with blank lines for the front matter, so that lines keep their numbers."""
    match = re.match(r"\ufeff?---[ \t]*\r?\n(?:[^\n]*\n){0,60}?---[ \t]*\r?\n", text)
    return "\n" * match[0].count("\n") + text[match.end() :] if match else text


def _read_token(token: Token, before: Sequence[Token], state: _State) -> Iterator[Block]:
    line = token.map[0] + 1 if token.map else 0
    match token.type:
        case "list_item_open":
            state.depth, state.item_line = state.depth + 1, line
        case "list_item_close":
            state.depth, state.item_line = state.depth - 1, -1
        case "thead_open" | "thead_close":
            state.in_head = token.type == "thead_open"
            state.columns = [] if state.in_head else [cell.text.lower().strip(" *_:") for cell in state.cells]
        case "heading_open":
            state.heading = int(token.tag[1])
        case "tr_open":
            state.cells = []
        case "tr_close" if not state.in_head:
            yield _row(state)
        case "inline":
            yield from _read_inline(token, before[0].type if before else "", line, state)
        case "html_block":
            yield from _block("paragraph", state, tuple(_html_segments(token.content, line)), line)
        case "code_block" | "fence":
            first = line + (token.type == "fence")
            lines = token.content.split("\n")
            segments = tuple(Segment((Piece(text),), first + i) for i, text in enumerate(lines) if text.strip())
            yield from _block("code", state, segments, first)
        case "hr":
            yield Block(kind="rule", level=state.depth, line=line)


def _row(state: _State) -> Block:
    columns = [*state.columns, *[""] * len(state.cells)]
    cells = tuple(zip(columns, state.cells, strict=False))
    return Block(kind="row", level=state.depth, line=state.cells[0].line if state.cells else 0, cells=cells)


def _read_inline(token: Token, opened: str, line: int, state: _State) -> Iterator[Block]:
    segments = tuple(_segments(token.children or (), line))
    if opened in {"td_open", "th_open"}:
        pieces = tuple(piece for segment in segments for piece in segment.pieces)
        state.cells.append(Segment(pieces, line))
    elif opened == "heading_open":
        yield Block(kind="heading", level=state.heading, line=line, segments=segments)
    else:
        yield from _block("paragraph", state, segments, line)


def _block(kind: Kind, state: _State, segments: tuple[Segment, ...], line: int) -> Iterator[Block]:
    """The block, which is an item if it is the first in one."""
    segments = tuple(s for s in segments if any(piece.text.strip() or piece.href for piece in s.pieces))
    if not segments:
        return
    is_item = state.item_line >= 0
    state.item_line = -1
    yield Block(kind="item" if is_item else kind, level=state.depth, line=line, segments=segments)


# ---- lines


def _segments(tokens: Sequence[Token], line: int) -> Iterator[Segment]:
    pieces: list[Piece] = []
    href, bold, emphasis = "", 0, 0
    for token in tokens:
        match token.type:
            case "softbreak" | "hardbreak":
                yield Segment(tuple(pieces), line)
                pieces, line = [], line + 1
            case "link_open":
                href = str(token.attrs.get("href", ""))
                pieces.append(Piece("", href, bool(bold), bool(emphasis)))  # a badge has no text
            case "link_close":
                href = ""
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "html_inline":
                if match_ := _HTML.match(token.content):
                    href = match_["href"] if match_["href"] is not None else "" if match_["end"] else href
                    bold += (-1 if token.content.startswith("</") else 1) if match_["bold"] else 0
                    if match_["href"]:
                        pieces.append(Piece("", href, bool(bold)))
                    elif match_["break"]:
                        yield Segment(tuple(pieces), line)
                        pieces = []
            case "text" | "code_inline":
                pieces.append(Piece(token.content, href, bool(bold), bool(emphasis)))
    yield Segment(tuple(pieces), line)


def _html_segments(content: str, line: int) -> Iterator[Segment]:
    """The lines that a browser would show of HTML."""
    pieces: list[Piece] = []
    href, bold, end = "", False, 0
    for match in (*_HTML.finditer(content), None):
        text = content[end : match.start() if match else len(content)]
        for i, shown in enumerate(text.split("\n")):
            if i:
                yield Segment(tuple(pieces), line)
                pieces, line = [], line + 1
            pieces.append(Piece(html.unescape(shown), href, bold))
        if not match:
            break
        end = match.end()
        if match["break"]:
            yield Segment(tuple(pieces), line)
            pieces = []
        href = match["href"] if match["href"] is not None else "" if match["end"] else href
        bold = not match["bold"].startswith("</") if match["bold"] else bold
        line += match[0].count("\n")
    yield Segment(tuple(pieces), line)
