"""Markdown → plain lines of the same numbers, and the addresses it links to.

Copies that keep links are Markdown of many makes: a whole abstract may be one link's text, over several lines, and
pictures, headings, emphasis and escapes stand around. Only what carries meaning is kept: words, headings, addresses.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

_HEADING = re.compile(r"^[ \t]*(?P<marks>#{1,6})[ \t]+(?=\S)", re.MULTILINE)
_MARKED = " \t#*_>-"  # what may stand before a link that is all of a line
_LONGEST_MARKED = 12  # characters of that
_TOKEN = re.compile(
    r"\\[\\\[\]]"  # an escaped bracket is none
    r"|(?P<opens>!?\[)"
    r"|\]\(\s*<?(?P<address>[^()\s<>]*(?:\([^()\s<>]*\)[^()\s<>]*)?)>?(?:\s+\"[^\"\n]*\")?\s*\)"
    r"|\]\[(?P<reference>\d+)\]"
    r"|(?P<closes>\])"
)
_REFERENCE = re.compile(r"^[ \t]*\[(?P<name>\d+)\]:[ \t]+<?(?P<address>[^\s<>]+)>?[ \t]*$", re.MULTILINE)
_LINKED_BY_NUMBER = re.compile(r"^[ \t]*(?:#{1,6} \[[^\n]*)?\]\[\d+\][ \t]*$", re.MULTILINE)
_ESCAPED = re.compile(r"\\([\\`*_\[\]#>+~.!-])")
_EMPHASIS = re.compile(
    r"(?<![\w*\\])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])|(?<![\w\\])_(?=[^\s_])([^_\n]*[^\s_])_(?!\w)"
)
_LINE_BREAK = re.compile(r"(?<!\\)\\+(?=[ \t]|$)")
_SITE = "https://huggingface.co"  # whose pages link to themselves without their host
_LOGIN = re.compile(r"https?://[^/]+/login\?next=(?P<next>[^&#]+)")


@dataclass(frozen=True, slots=True)
class Address:
    """An address that a line links to or is. `whole`: nothing else stands on the line."""

    url: str
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A text without its markup; the rest by the lines' numbers from 1. A heading's level is from 1 to 6."""

    text: str
    addresses: Mapping[int, Sequence[Address]]
    headings: Mapping[int, int]


def is_marked_up(text: str) -> bool:
    """Whether the text is Markdown: it has a heading, or a line that is a link."""
    return bool(_HEADING.search(text)) or ("](" in text and any(map(_is_link, text.split("\n"))))


def _is_link(line: str) -> bool:
    bare = line.strip().rstrip("*_")
    return bare.endswith(")") and "](" in bare and bare.lstrip(_MARKED)[:1] in {"[", "!"}


def strip_markup(text: str) -> Plain:
    """The text as one reads it."""
    scan = _Scan(text)
    numbered = {found["name"]: found["address"] for found in _REFERENCE.finditer(text)}
    by_number = bool(_LINKED_BY_NUMBER.search(text))
    for token in _TOKEN.finditer(text):
        if token["opens"]:
            scan.open(token)
        elif token["address"] is not None:
            scan.link(token, token["address"])
        elif token["reference"] and by_number:
            scan.link(token, numbered.get(token["reference"], ""))
        elif token["closes"] or token["reference"]:
            scan.close(token)
        else:
            scan.keep(token, token[0])
    lines, headings = [], {}
    for number, line in enumerate(scan.rest().split("\n"), 1):
        if heading := _HEADING.match(line):
            headings[number] = len(heading["marks"])
            line = line[heading.end() :].rstrip(" #")  # noqa: PLW2901  the heading's words
        lines.append(_plain_line(line))
    return Plain(text="\n".join(lines), addresses=scan.addresses, headings=headings)


def _plain_line(line: str) -> str:
    bare = line.replace("**", "")
    shown = _EMPHASIS.sub(lambda found: found[1] or found[2], bare) if "*" in bare or "_" in bare else bare
    return re.sub("  +", " ", _ESCAPED.sub(r"\1", _LINE_BREAK.sub(" ", shown)))


@dataclass(slots=True)
class _Opened:
    """A bracket that is not closed yet: its piece, its place in the text, and its line."""

    piece: int
    start: int
    line: int
    picture: bool


@dataclass(slots=True)
class _Scan:
    """What is read of a text so far: pieces of it without markup."""

    text: str
    pieces: list[str] = field(default_factory=list)
    opened: list[_Opened] = field(default_factory=list)
    addresses: dict[int, list[Address]] = field(default_factory=dict)
    done: int = 0
    line: int = 1

    def keep(self, token: re.Match[str], shown: str) -> None:
        """Takes what stands before the token, and `shown` for it."""
        before = self.text[self.done : token.start()]
        self.line += before.count("\n")
        self.pieces += [before, shown]
        self.done = token.end()

    def open(self, token: re.Match[str]) -> None:
        self.keep(token, token[0])
        self.opened.append(_Opened(len(self.pieces) - 1, token.start(), self.line, token[0] == "!["))

    def close(self, token: re.Match[str]) -> None:
        """A bracket that ends no link stays as it is, and so does its partner."""
        self.keep(token, token[0])
        if self.opened:
            self.opened.pop()

    def link(self, token: re.Match[str], address: str) -> None:
        if not self.opened:
            self.keep(token, token[0])
            return
        self.keep(token, "")
        opened = self.opened.pop()
        if opened.picture:
            lost = "".join(self.pieces[opened.piece :])
            self.pieces[opened.piece :] = ["\n" * lost.count("\n")]
            return
        self.pieces[opened.piece] = " " if _touches(self.text, opened.start) else ""
        whole = _is_whole(self.text, opened.start, token.end())
        if url := absolute_address(address):
            self.addresses.setdefault(opened.line, []).append(Address(url, whole))

    def rest(self) -> str:
        """The text without its markup."""
        self.pieces.append(self.text[self.done :])
        self.done = len(self.text)
        return "".join(self.pieces)


def _touches(text: str, start: int) -> bool:
    """Whether a link stands against a word: `May 29[6](…)` is no `May 296`."""
    return start > 0 and text[start - 1].isalnum()


def _is_whole(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _LONGEST_MARKED) : start]
    first = "\n" in before or start <= _LONGEST_MARKED
    return (
        first
        and not before.rpartition("\n")[2].strip(_MARKED)
        and not text[end : end + 4].partition("\n")[0].strip(" *_")
    )


def absolute_address(address: str) -> str:
    """The address with its host, and of a page that asks to log in first the page behind it; "" for none."""
    if address.startswith("/"):
        address = _SITE + address
    if login := _LOGIN.match(address):
        address = _SITE + unquote(login["next"])
    return address if address.startswith(("http://", "https://")) else ""
