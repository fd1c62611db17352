"""Text of a BibTeX file → its blocks: where each begins, what it is, and how far it reaches.

Of the libraries there are, pybtex loses every entry behind an unclosed brace and is slow on long values, and
bibtexparser takes an `@misc{` inside an abstract for an entry; neither is linear on every input. So braces are matched
here, all at once.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

# A block may begin anywhere, but where braces do not balance only one that begins a line is sure to be one.
_START = re.compile(
    r"^[ \t]*%(?P<comment>)[^\n]*|(?<!\w)(?P<at>@)[ \t]*(?P<kind>[A-Za-z]+)\s*(?P<open>[{(])", re.MULTILINE
)
SURE_START = re.compile(
    r"^[ \t]*(?P<at>@)[ \t]*(?:(?:string|preamble|comment)\s*[{(]|[A-Za-z]+\s*[{(][ \t]*[^\s,{}()=\"]*\s*,)",
    re.MULTILINE | re.IGNORECASE,
)
_FIELD = re.compile(r"(?:^|,)[ \t,]*([A-Za-z][\w:+-]{0,40})[ \t]*=[ \t]*[{\"]", re.MULTILINE)
# Fields of free text, which may well hold an entry of BibTeX.
FREE = frozenset({"abstract", "annote", "annotation", "note", "comment", "comments", "review", "keywords"})
_PARENTHESIS = re.compile(r"[{)]")


@dataclass(frozen=True, slots=True)
class Source:
    """The text; `ends` has for each opening brace where it is closed, 0 where it is not.

    `lines` are where lines end, `starts` where blocks begin that begin a line.
    """

    text: str
    ends: "array[int]"
    lines: "array[int]"
    starts: tuple[int, ...]

    def line_at(self, position: int) -> int:
        """Counted from 1."""
        return bisect_left(self.lines, position) + 1

    def next_start(self, position: int) -> int:
        """Where the next block begins that begins a line, or the text ends."""
        after = bisect_right(self.starts, position)
        return self.starts[after] if after < len(self.starts) else len(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """`kind` is in small letters. What it holds is `[start, end)`; `whole` is whether its braces balance.

    `before` is where the text that belongs to no block began.
    """

    kind: str
    at: int
    start: int
    end: int
    whole: bool
    before: int


def open_source(text: str) -> Source:
    """The text with its braces matched."""
    ends = array("i", bytes(4 * len(text)))
    opened: list[int] = []
    for brace in re.finditer(r"[{}]", text):
        if brace[0] == "{":
            opened.append(brace.start())
        elif opened:
            ends[opened.pop()] = brace.start()
    lines = array("i", (end.start() for end in re.finditer(r"\n", text)))
    return Source(text, ends, lines, tuple(start.start("at") for start in SURE_START.finditer(text)))


def split_blocks(source: Source) -> Iterator[Block]:
    """The blocks in order. One whose braces do not balance ends where the next begins a line."""
    text, position, before = source.text, 0, 0
    while start := _START.search(text, position):
        if start["comment"] is not None:
            position = start.end()
            continue
        end = _find_end(source, start)
        limit = max(source.next_start(start.start("at")), start.end())
        if limit < end and start["kind"].lower() != "comment" and _has_run_on(text, start.end(), limit):
            end = 0
        yield Block(
            kind=start["kind"].lower(),
            at=start.start("at"),
            start=start.end(),
            end=end or limit,
            whole=bool(end),
            before=before,
        )
        position = before = end + 1 if end else limit


def _has_run_on(text: str, start: int, limit: int) -> bool:
    """Whether a block that has another inside has lost a brace, rather than told of that other in a field."""
    names = _FIELD.findall(text, start, limit)
    return text[start:limit].rstrip().endswith("}") or not names or names[-1].lower() not in FREE


def _find_end(source: Source, start: re.Match[str]) -> int:
    """Where the block is closed; 0 where it is not."""
    if start["open"] == "{":
        return source.ends[start.start("open")]
    limit, position = source.next_start(start.start("at")), start.end()
    while found := _PARENTHESIS.search(source.text, position, limit):
        if found[0] == ")":
            return found.start()
        if not source.ends[found.start()]:
            return 0
        position = source.ends[found.start()] + 1
    return 0
