"""Which lines are titles and which abstracts: the cheapest reading of a dump's lines.

A dump says nothing about its lines but their order, their length and the blank lines between them, and each of the
three may be wrong. So every way to read the lines as title, abstract, perhaps byline, title … has a cost, and the
cheapest is found by dynamic programming (Viterbi). A text that fits nowhere is left *unknown*, at a price: where that
is cheaper than calling a title an abstract, something is missing from the dump, and the parser says so.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from site_src.readers.text_copy.lines import BylineBlock, Line

Kind = Literal["title", "abstract", "byline", "unknown"]

# The prices. Only their proportions matter; one is about one typographical oddity. Two texts left unknown are ten, so
# what costs more is never a title and its abstract.
MISSING_BLANK = 1.0  # two blocks without a blank line between them
UNFORCED_BREAK = 2.0  # a line ends early although the next word would have fitted
BLANK_IN_SENTENCE = 3.0  # a blank line inside an abstract, in the middle of a sentence
BLANK_AFTER_WORD = 10.0  # … where a new block might begin; after a finished sentence one does
LONG_LINE_CONTINUED = 8.0  # a line too long to be wrapped goes on in the next
UNKNOWN = 5.0  # a title without abstract, or any text that fits nowhere
PROSE_AS_TITLE = 4.0  # several sentences
STOP_AFTER_TITLE = 3.0  # a title that ends in a full stop
NO_STOP = 10.0  # a short abstract that ends in no full stop
FULL_STOP = -3.0  # a short abstract that ends in one
HALVING = 4.0  # for each halving of the usual length below the half
TOO_LONG = 6.0  # an abstract beyond LONGEST_ABSTRACT: two of them with a title in between?
UNFINISHED = 1.5  # an abstract that ends in the middle of a sentence
LOWER_CASE = 3.0  # a title or abstract that begins like the middle of a sentence
LONG_TITLE = 160  # characters; beyond, each 12 more cost one

LONG_LINE = 250  # characters: longer lines are not wrapped
LONGEST_ABSTRACT = 2200  # characters: arXiv takes 1,920, and a page may spell formulas out
MOST_TITLE_LINES = 4
MOST_BLANKS_INSIDE = 2
DEAREST_BREAKS = 40.0

_TITLE_NEXT, _ABSTRACT_NEXT, _BYLINE_NEXT = range(3)
_SENTENCE_END = re.compile(r"https?://\S+$|[.!?…。！？][\"'”’)\]}]*$")
_FULL_STOP = re.compile(r"https?://\S+$|[.。…][\"'”’)\]}]*$")
_MID_SENTENCE = re.compile(r"[a-z][a-z-]*[,;.)]*(?:\s|$)")  # "models,", but not "mHubert" or "bpe-tool:"
_TWO_SENTENCES = re.compile(r"[a-z)]\. [A-Z]")


@dataclass(frozen=True, slots=True)
class Segment:
    """The lines `[start, end)` and what they are."""

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Step:
    """How a state was reached: from line `start` in state `state`, reading the lines in between as `kind`."""

    cost: float
    start: int = 0
    state: int = _TITLE_NEXT
    kind: Kind | None = None


def read_lines(lines: Sequence[Line], bylines: Sequence[BylineBlock]) -> tuple[Segment, ...]:
    """The cheapest reading of the lines after a dump's header: every line is in exactly one segment, in order."""
    usual = usual_length(lines)
    byline_ends = {block.start: block.end for block in bylines}
    best = [[_Step(math.inf)] * 3 for _ in range(len(lines) + 1)]
    best[0][_TITLE_NEXT] = _Step(0.0)

    def offer(end: int, to: int, step: _Step) -> None:
        total = best[step.start][step.state].cost + step.cost
        if total < best[end][to].cost:
            best[end][to] = replace(step, cost=total)

    for i in range(len(lines) + 1):
        offer(i, _TITLE_NEXT, _Step(0.0, i, _BYLINE_NEXT))
        offer(i, _TITLE_NEXT, _Step(UNKNOWN, i, _ABSTRACT_NEXT))
        if i in byline_ends:
            offer(byline_ends[i], _TITLE_NEXT, _Step(0.0, i, _BYLINE_NEXT, "byline"))
            offer(byline_ends[i], _TITLE_NEXT, _Step(UNKNOWN, i, _TITLE_NEXT, "unknown"))
            continue
        for end, length, breaks in _growing(lines, i, byline_ends):
            price = breaks + (0.0 if lines[i].gap else MISSING_BLANK)
            if end - i <= MOST_TITLE_LINES:
                offer(end, _ABSTRACT_NEXT, _Step(price + _title_cost(lines[i:end]), i, _TITLE_NEXT, "title"))
            cost = price + _abstract_cost(lines[i].text, lines[end - 1].text, length, usual)
            offer(end, _BYLINE_NEXT, _Step(cost, i, _ABSTRACT_NEXT, "abstract"))
            offer(end, _TITLE_NEXT, _Step(price + UNKNOWN, i, _TITLE_NEXT, "unknown"))
    return _trace(best)


def _trace(best: Sequence[Sequence[_Step]]) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    end, state, unknown = len(best) - 1, _TITLE_NEXT, False
    while end or state != _TITLE_NEXT:
        step = best[end][state]
        if step.kind:
            segments.append(Segment("unknown" if unknown else step.kind, step.start, end))
        unknown = step.kind is None and step.state == _ABSTRACT_NEXT  # a title that was given up
        end, state = step.start, step.state
    return tuple(reversed(segments))


def usual_length(lines: Sequence[Line]) -> float:
    """The length an abstract of this dump has: the median of its long blocks, those that are no title or footer."""
    blocks = sorted(_block_lengths(lines)) or [1]
    long = blocks[len(blocks) * 19 // 20]
    long_blocks = [length for length in blocks if length >= long / 2]
    return min(long_blocks[len(long_blocks) // 2], LONGEST_ABSTRACT)


def _block_lengths(lines: Sequence[Line]) -> Iterator[int]:
    """Characters of each run of lines without a blank line; long lines count one by one."""
    starts = 0
    runs = []
    for line in lines:
        starts += line.gap or len(line.text) >= LONG_LINE
        runs.append((starts, len(line.text)))
    for _, run in groupby(runs, key=lambda pair: pair[0]):
        yield sum(length for _, length in run)


def _growing(lines: Sequence[Line], start: int, stops: Mapping[int, int]) -> Iterator[tuple[int, int, float]]:
    """(end, characters, price of the breaks inside) for each block that could begin at `start`."""
    if start == len(lines):
        return
    width, blanks, price = len(lines[start].text), 0, 0.0
    length = width
    for end in range(start + 1, len(lines) + 1):
        yield end, length, price
        if end == len(lines) or end in stops or price > DEAREST_BREAKS or length > 2 * LONGEST_ABSTRACT:
            return
        blanks += lines[end].gap
        if blanks > MOST_BLANKS_INSIDE:
            return
        width = max(width, len(lines[end].text))
        length += 1 + len(lines[end].text)
        price += _break_price(lines[end - 1].text, lines[end], width)


def _break_price(before: str, after: Line, width: int) -> float:
    goes_on = _MID_SENTENCE.match(after.text)
    if after.gap:
        if goes_on:
            return BLANK_IN_SENTENCE
        return math.inf if _SENTENCE_END.search(before) else BLANK_AFTER_WORD
    if after.soft:
        return 0.0
    if width >= LONG_LINE:
        return UNFORCED_BREAK if goes_on else LONG_LINE_CONTINUED
    first_word = after.text.split(" ", 1)[0]
    return 0.0 if len(before) + 1 + len(first_word) > width else UNFORCED_BREAK


def _title_cost(lines: Sequence[Line]) -> float:
    """That of lines without a blank line between them."""
    if any(line.gap for line in lines[1:]):
        return math.inf
    text = " ".join(line.text for line in lines)
    cost = max(0, len(text) - LONG_TITLE) / 12
    cost += PROSE_AS_TITLE if _TWO_SENTENCES.search(text) else 0.0
    cost += STOP_AFTER_TITLE if _FULL_STOP.search(text) else 0.0
    return cost + (LOWER_CASE if _MID_SENTENCE.match(text) else 0.0)


def _abstract_cost(first_line: str, last_line: str, length: int, usual: float) -> float:
    cost = LOWER_CASE if _MID_SENTENCE.match(first_line) else 0.0
    cost += 0.0 if _SENTENCE_END.search(last_line) else UNFINISHED
    cost += TOO_LONG if length > LONGEST_ABSTRACT else 0.0
    if length > 0.75 * usual:
        return cost
    stop = FULL_STOP if _FULL_STOP.search(last_line) else NO_STOP
    return cost + max(0.0, HALVING * (math.log2(usual / length) - 1) + stop)
