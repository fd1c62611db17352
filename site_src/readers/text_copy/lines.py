"""The non-blank lines of a dump, freed of what carries no meaning."""

import re
import unicodedata
from dataclasses import dataclass

BULLET, SEPARATOR = "•", "·"  # a line of who wrote a paper begins with the one, the other stands alone

_COUNTED_BREAK = re.compile(r"\r\n|\n|\r")
# What editors do not count as lines, but copying out of a browser leaves in place of a line's end.
_UNCOUNTED_BREAK = re.compile("[\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_BLANKS = str.maketrans(dict.fromkeys("\t\u00a0\u2007\u202f", " "))
_JOINERS = frozenset("\u200c\u200d\ufe0e\ufe0f")


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line: its trimmed text and its number in the file from 1.

    `gap`: a blank line stands before it. `soft`: it goes on after a break that editors do not count as a line's end.
    """

    text: str
    number: int
    gap: bool
    soft: bool = False


@dataclass(frozen=True, slots=True)
class BylineBlock:
    """The lines `[start, end)` of a dump's lines that form one byline."""

    start: int
    end: int


def split_lines(text: str) -> tuple[Line, ...]:
    """Every line with something to see on it. CRLF, CR, a byte order mark and no-break blanks make no difference."""
    lines = []
    gap = True
    for number, counted in enumerate(_COUNTED_BREAK.split(text.removeprefix("\ufeff")), 1):
        for i, piece in enumerate(_UNCOUNTED_BREAK.split(counted)):
            trimmed = piece.translate(_BLANKS).strip()
            if is_visible(trimmed):
                lines.append(Line(trimmed, number, gap, soft=i > 0 and not gap))
                gap = False
            else:
                gap = True
    return tuple(lines)


def is_visible(text: str) -> bool:
    """Whether a reader would see anything: a line of zero-width characters is blank."""
    return not text.isspace() and any(unicodedata.category(c) not in {"Cf", "Cc", "Zs"} for c in text)


def hidden_characters(text: str) -> tuple[str, ...]:
    """The invisible or bidirectional control characters of a line, as `U+200B`, each once, sorted.

    The joiners that emoji and some scripts need are not reported.
    """
    found = {c for c in text if not c.isascii() and unicodedata.category(c) in {"Cf", "Cc"} and c not in _JOINERS}
    return tuple(sorted(f"U+{ord(c):04X}" for c in found))


def join_lines(lines: tuple[Line, ...]) -> str:
    """Wrapped lines as one: a blank between them, none after a hyphen that the wrap fell on (`multi-` `head`)."""
    text = ""
    for line in lines:
        text += line.text if _wrapped_at_hyphen(text, line.text) else f" {line.text}"
    return text.strip()


def _wrapped_at_hyphen(before: str, after: str) -> bool:
    if not before:
        return True
    suspended = re.match(r"(?:and|or|to|nor|but|und|\w+-,?)(?:\s|$)", after)  # "pre- and post-training"
    return bool(re.search(r"\w-$", before)) and after[:1].isalnum() and not suspended
