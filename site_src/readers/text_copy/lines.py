"""The non-blank lines of a dump, freed of what carries no meaning."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from site_src.readers.text_copy.markup import Address, Plain, is_marked_up, strip_markup

BULLET, SEPARATOR = "•", "·"  # a line of who wrote a paper begins with the one, the other stands alone
_AROUND = 4  # lines before and after one that show how wide the text is wrapped
LONG_LINE = 250  # characters: longer lines are not wrapped

_COUNTED_BREAK = re.compile(r"\r\n|\n|\r")
# What editors do not count as lines, but copying out of a browser leaves in place of a line's end.
_UNCOUNTED_BREAK = re.compile("[\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_BLANKS = str.maketrans(dict.fromkeys("\t\u00a0\u2007\u202f", " "))
_JOINERS = frozenset("\u200c\u200d\ufe0e\ufe0f")
_STOPS, _MARKS, _CLOSING = ".。…", "!?！？", "\"'”’)]}"
_MID_SENTENCE = re.compile(r"[a-z][a-z-]*[,;.)]*(?:\s|$)")  # "models,", but not "mHubert" or "bpe-tool:"


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line: its trimmed text and its number in the file from 1.

    `gap`: a blank line stands before it. `soft`: it goes on after a break that editors do not count as a line's end.
    `heading` is its level as a heading, 0 for none. `addresses` are what it links to.
    """

    text: str
    number: int
    gap: bool
    soft: bool = False
    heading: int = 0
    addresses: tuple[Address, ...] = ()


def split_lines(text: str) -> tuple[Line, ...]:
    """Every line with something to see on it. CRLF, CR, a byte order mark and no-break blanks make no difference."""
    text = _COUNTED_BREAK.sub("\n", text.removeprefix("\ufeff")).translate(_BLANKS)
    uncounted = bool(_UNCOUNTED_BREAK.search(text))
    plain = strip_markup(text) if is_marked_up(text) else Plain(text=text, addresses={}, headings={})
    lines = []
    gap = True
    for number, counted in enumerate(plain.text.split("\n"), 1):
        heading, addresses = plain.headings.get(number, 0), tuple(plain.addresses.get(number, ()))
        for i, piece in enumerate(_UNCOUNTED_BREAK.split(counted) if uncounted else (counted,)):
            trimmed = piece.strip()
            if is_visible(trimmed):
                lines.append(Line(trimmed, number, gap, i > 0 and not gap, heading, addresses))
                gap = False
            else:
                gap = True
    return tuple(lines)


def is_visible(text: str) -> bool:
    """Whether a reader would see anything: a line of zero-width characters is blank."""
    return text[:1].isalnum() or any(unicodedata.category(c) not in {"Cf", "Cc", "Zs"} for c in text)


def hidden_characters(text: str) -> tuple[str, ...]:
    """The invisible or bidirectional control characters of a line, as `U+200B`, each once, sorted.

    The joiners that emoji and some scripts need are not reported.
    """
    if text.isascii():
        return ()
    found = {c for c in set(text) if unicodedata.category(c) in {"Cf", "Cc"} and c not in _JOINERS and not c.isascii()}
    return tuple(sorted(f"U+{ord(c):04X}" for c in found))


def ends_with_stop(text: str) -> bool:
    """Whether the text ends in a full stop or in an address, before which people put none."""
    return text.rstrip(_CLOSING)[-1:] in set(_STOPS) or "://" in "".join(text.rsplit(None, 1)[-1:])


def ends_sentence(text: str) -> bool:
    """Whether the text ends in any mark that ends a sentence."""
    return ends_with_stop(text) or text.rstrip(_CLOSING)[-1:] in set(_MARKS)


def begins_amid(text: str) -> bool:
    """Whether the text begins like the middle of a sentence."""
    return bool(_MID_SENTENCE.match(text))


def ends_early(lines: Sequence[Line], i: int, end: int) -> bool:
    """Whether the next line's first word would have fitted on line i, as wide as the text is wrapped around it.

    The text ends before line `end`.
    """
    first_word = lines[i + 1].text.split(" ", 1)[0]
    return len(lines[i].text) + 1 + len(first_word) <= _width(lines, i, end)


def _width(lines: Sequence[Line], i: int, end: int) -> int:
    """The longest line but one around line i, so that a title which is not wrapped does not count."""
    first, last = i, i
    while first > max(0, i - _AROUND) and not lines[first].gap:
        first -= 1
    while last + 1 < min(end, i + _AROUND + 2) and not lines[last + 1].gap:
        last += 1
    lengths = sorted(len(line.text) for line in lines[first : last + 1])
    return lengths[-2] if len(lengths) > 2 else lengths[-1]  # noqa: PLR2004  two lines may be a title and its abstract


def join_lines(lines: Sequence[Line]) -> str:
    """Wrapped lines as one: a blank between them, none after a hyphen that the wrap fell on (`multi-` `head`)."""
    pieces = [lines[0].text] if lines else []
    for before, line in pairwise(lines):
        pieces += ["" if _wrapped_at_hyphen(before.text, line.text) else " ", line.text]
    return "".join(pieces).strip()


def _wrapped_at_hyphen(before: str, after: str) -> bool:
    if not before.endswith("-") or not (before[-2:-1].isalnum() or before[-2:-1] == "_") or not after[:1].isalnum():
        return False
    return not re.match(r"(?:and|or|to|nor|but|und|\w+-,?)(?:\s|$)", after)  # "pre- and post-training"
