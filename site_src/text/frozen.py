r"""The parts of a text that no rule may touch: URLs, code, and formulas that lost something for good.

The scrape drops `\sqrt`, `\frac` and their first braces: `\frac{nk}{\sqrt{m}}` is printed `nk{m}`. A brace that
closes nothing a command opened is how such a loss is seen. What was lost cannot be told, so the formula around it is
left as printed, for half a repair would make it look whole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from site_src.text.latex import FONT_COMMANDS
from site_src.text.urls import find_urls

# Stands for a frozen part while rules work; no text that is repaired holds a control character.
HOLE = "\x00"

_CODE = re.compile(r"(?<![`\w])`(?!`)[^`'\n]{1,80}`(?!`)")
# What shows that `\frac` was lost: two numbers, 1{2}, or a product of powers over a letter, N^2{M}.
FRACTION = (
    r"(?:(?<![\w^.{}/\\])(\d{1,2})\{(\d{1,2})\}(?![\w{^])"
    r"|(?<![^\s(])(?=[A-Za-z0-9]{1,9}\^)((?:[A-Za-z0-9](?:\^[2-9])?){1,9})\{([A-Za-z0-9])\}(?=[\s),.;]|$))"
)
_GROUP = r"\{[^{}]{0,80}\}"
_BRACES = re.compile(
    # what has its braces by right: \command[…]{…}{…}, sqrt[3]{…}, textbf{…}, an accent (\'{e}), a script
    rf"\\[A-Za-z]+(?:\[\w{{1,4}}\])?(?:{_GROUP})*|\\['\"`^~=.]{_GROUP}"
    rf"|(?<![A-Za-z])(?:sqrt|wide(?:tilde|hat)|url|{FONT_COMMANDS})(?:\[\w\])?{_GROUP}"
    rf"|{FRACTION}"
    # and what has not
    r"|(?P<lost>[A-Za-z0-9)}]\{(?=[A-Za-z0-9(])[^{},]{1,40}\}(?!(?!big|right)[a-z]{2}))"
)
_BLANK, _BLANK_OR_MARK = re.compile(r"\s"), re.compile(r"[\s.,;:]")
_WINDOW = 150


@dataclass(frozen=True, slots=True)
class Frozen:
    """A text with a HOLE for each of `parts`, in order; `lossy` when one of them is a formula that lost something."""

    text: str
    parts: tuple[str, ...]
    lossy: bool

    def thaw(self, repaired: str) -> str:
        pieces = repaired.split(HOLE)
        return pieces[0] + "".join(part + piece for part, piece in zip(self.parts, pieces[1:], strict=True))


def freeze(text: str) -> Frozen:
    """The text without the parts that must stay as they are. It may not hold a HOLE."""
    formulas = tuple(_lossy_formulas(text))
    spans = [(start, end) for start, end, _ in find_urls(text)] + [*formulas]
    if "`" in text:
        spans += [match.span() for match in _CODE.finditer(text)]
    merged = _merge(sorted(spans))
    edges = (0, *(edge for span in merged for edge in span), len(text))
    kept = [text[start:end] for start, end in pairwise(edges)]
    return Frozen(text=HOLE.join(kept[::2]), parts=tuple(kept[1::2]), lossy=bool(formulas))


def _merge(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _lossy_formulas(text: str) -> Iterator[tuple[int, int]]:
    if "{" not in text:
        return
    seen = 0
    for match in _BRACES.finditer(text):
        if match["lost"] and match.start() >= seen:
            start, seen = _formula_around(text, match.start(), match.end())
            yield start, seen


def _formula_around(text: str, start: int, end: int) -> tuple[int, int]:
    """From the blank before `O(` to the end of the word after its `)`; without such a bracket the word alone."""
    opening = _unmatched(text[max(0, start - _WINDOW) : start][::-1], "(", ")")
    if opening is not None:
        closing = _unmatched(text[start - opening + 1 : start + _WINDOW], ")", "(")
        start -= opening
        end = max(end, start + 1 + (closing or 0))
    before = _BLANK.split(text[max(0, start - _WINDOW) : start])[-1]
    after = _BLANK_OR_MARK.split(text[end : end + _WINDOW], maxsplit=1)[0]
    return start - len(before), end + len(after)


def _unmatched(text: str, sought: str, partner: str) -> int | None:
    """How far it is to behind the first `sought` that no `partner` before it belongs to."""
    depth = 0
    for i, character in enumerate(text, 1):
        depth += (character == partner) - (character == sought)
        if depth < 0:
            return i
    return None
