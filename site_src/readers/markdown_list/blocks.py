"""Markdown → its blocks in order, each of lines with their links, and where in the file they stand."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
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
FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<yaml>(?:[^\n]*\n){0,60}?)---[ \t]*(?:\r?\n|\Z)")
_CALLOUT = re.compile(r"^(?P<quote>[ \t]*(?:>[ \t]*)+)\[!(?P<kind>[\w-]{1,30})\][+-]?", re.MULTILINE)
_TABLE = re.compile(r"<table\b.*?(?:</table\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_ROW = re.compile(r"<tr\b[^<>]*>(.*?)(?=<tr\b|</?(?:table|thead|tbody)\b|\Z)", re.IGNORECASE | re.DOTALL)
_CELL = re.compile(r"<(t[dh])\b[^<>]*>(.*?)(?=<t[dhr]\b|</t[dhr]\b|\Z)", re.IGNORECASE | re.DOTALL)
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
    plain = _CALLOUT.sub(_without_callout, _WRAPPERS.sub("", _without_front_matter(text)))
    tokens = MarkdownIt("commonmark").enable("table").parse(plain)
    state = _State()
    return tuple(block for i, token in enumerate(tokens) for block in _read_token(token, tokens[i - 1 : i], state))


def _without_front_matter(text: str) -> str:
    """The text with blank lines for the front matter, so that lines keep their numbers."""
    match = FRONT_MATTER.match(text)
    return "\n" * match[0].count("\n") + text[match.end() :] if match else text


def _without_callout(match: re.Match[str]) -> str:
    """The line without the mark of a callout, such as `> [!NOTE]`, or with the label that it stands for."""
    return match["quote"] + ("**Abstract:**" if match["kind"].lower() == "abstract" else "")


def _read_token(token: Token, before: Sequence[Token], state: _State) -> Iterator[Block]:
    line = token.map[0] + 1 if token.map else 0
    if token.type == "tr_close" and not state.in_head:
        yield _row(state)
    elif token.type == "inline":
        yield from _read_inline(token, before[0].type if before else "", line, state)
    elif token.type == "html_block" and (rows := tuple(_html_rows(token.content, line, state.depth))):
        yield from rows
    elif token.type == "html_block":
        yield from _block("paragraph", state, tuple(_html_segments(token.content, line)), line)
    elif token.type in {"code_block", "fence"}:
        yield from _read_code(token, line + (token.type == "fence"), state)
    elif token.type == "hr":
        yield Block(kind="rule", level=state.depth, line=line)
    else:
        _move(token, line, state)


def _move(token: Token, line: int, state: _State) -> None:
    """Notes what the token opens or closes."""
    match token.type:
        case "list_item_open":
            state.depth, state.item_line = state.depth + 1, line
        case "list_item_close":
            state.depth, state.item_line = state.depth - 1, -1
        case "thead_open":
            state.in_head = True
        case "thead_close":
            state.in_head = False
            state.columns = [cell.text.lower().strip(" *_:") for cell in state.cells]
        case "heading_open":
            state.heading = int(token.tag[1])
        case "tr_open":
            state.cells = []


def _read_code(token: Token, line: int, state: _State) -> Iterator[Block]:
    lines = token.content.split("\n")
    segments = tuple(Segment((Piece(text),), line + i) for i, text in enumerate(lines) if text.strip())
    yield from _block("code", state, segments, line)


def _row(state: _State) -> Block:
    columns = [*state.columns, *[""] * len(state.cells)]
    cells = tuple(zip(columns, state.cells, strict=False))
    return Block(kind="row", level=state.depth, line=state.cells[0].line if state.cells else 0, cells=cells)


def _read_inline(token: Token, opened: str, line: int, state: _State) -> Iterator[Block]:
    segments = tuple(_segments(token.children or (), line))
    if opened in {"td_open", "th_open"}:
        state.cells.append(_as_one(segments, line))
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


@dataclass(slots=True)
class _Style:
    """What opened and has not closed, and the pieces of the line so far."""

    href: str = ""
    bold: int = 0
    emphasis: int = 0
    pieces: list[Piece] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.pieces.append(Piece(text, self.href, bool(self.bold), bool(self.emphasis)))

    def break_line(self, line: int) -> Segment:
        segment = Segment(tuple(self.pieces), line)
        self.pieces = []
        return segment


def _segments(tokens: Sequence[Token], line: int) -> Iterator[Segment]:
    style = _Style()
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            yield style.break_line(line)
            line += 1
        elif token.type == "html_inline":
            if (tag := _HTML.match(token.content)) and _restyle(style, tag):
                yield style.break_line(line)
        elif token.type in {"text", "code_inline"}:
            style.add(token.content)
        else:
            _open_or_close(style, token)
    yield style.break_line(line)


def _open_or_close(style: _Style, token: Token) -> None:
    if token.type == "link_open":
        style.href = str(token.attrs.get("href", ""))
        style.add("")  # a badge has no text
    elif token.type == "link_close":
        style.href = ""
    elif token.type in {"strong_open", "strong_close"}:
        style.bold += token.nesting
    elif token.type in {"em_open", "em_close"}:
        style.emphasis += token.nesting


def _restyle(style: _Style, tag: re.Match[str]) -> bool:
    """Notes what an HTML tag opens or closes; whether it ends the line."""
    if tag["href"] is not None:
        style.href = html.unescape(tag["href"])
        style.add("")
    elif tag["end"]:
        style.href = ""
    elif tag["bold"]:
        style.bold = int(not tag["bold"].startswith("</"))
    return bool(tag["break"])


def _html_segments(content: str, line: int) -> Iterator[Segment]:
    """The lines that a browser would show of HTML."""
    style, end = _Style(), 0
    for tag in (*_HTML.finditer(content), None):
        text = content[end : tag.start() if tag else len(content)]
        for i, shown in enumerate(text.split("\n")):
            if i:
                yield style.break_line(line)
                line += 1
            style.add(html.unescape(shown))
        if tag and _restyle(style, tag):
            yield style.break_line(line)
        if tag:
            end = tag.end()
            line += tag[0].count("\n")
    yield style.break_line(line)


def _html_rows(content: str, line: int, depth: int) -> Iterator[Block]:
    """The rows of the content's tables, if their columns have names."""
    end = 0
    for table in _TABLE.finditer(content):
        columns: list[str] = []
        for row in _ROW.finditer(content, table.start(), table.end()):
            line, end = line + content.count("\n", end, row.start()), row.start()
            cells = [(cell[1].lower(), _as_one(_html_segments(cell[2], line), line)) for cell in _CELL.finditer(row[1])]
            if cells and all(tag == "th" for tag, _ in cells):
                columns = [cell.text.lower().strip(" *_:") for _, cell in cells]
            elif columns and cells:
                named = zip([*columns, *[""] * len(cells)], [cell for _, cell in cells], strict=False)
                yield Block(kind="row", level=depth, line=line, cells=tuple(named))


def _as_one(segments: Iterable[Segment], line: int) -> Segment:
    """The lines of a cell as one, with a blank between them."""
    return Segment(tuple(piece for segment in segments for piece in (*segment.pieces, Piece(" "))), line)
