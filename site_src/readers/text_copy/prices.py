"""Which lines are titles and which abstracts, where blank lines do not say: the cheapest reading of the lines.

Then lines say nothing but their order, their length and the blank lines between them, and each of the three may be
wrong. So every way to read the lines as title, abstract, title … has a cost, and the cheapest is found by dynamic
programming (Viterbi). A text that fits nowhere is left *unknown*, at a price: where that is cheaper than calling a
title an abstract, something is missing from the dump, and the parser says so.
"""

import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import Literal, NamedTuple

from site_src.readers.text_copy.lines import LONG_LINE, Line, begins_amid, ends_early, ends_sentence, ends_with_stop

Kind = Literal["title", "abstract", "unknown"]

# The prices. Only their proportions matter; one is about one typographical oddity. Two texts left unknown are ten, so
# what costs more is never a title and its abstract.
MISSING_BLANK = 1.0  # two blocks without a blank line between them
UNFORCED_BREAK = 2.0  # a line ends early although the next word would have fitted
TITLE_INSIDE = 2.0  # … and what ends so early looks like a title
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

LONGEST_ABSTRACT = 2200  # characters: arXiv takes 1,920, and a page may spell formulas out
MOST_TITLE_LINES = 4
MOST_BLANKS_INSIDE = 2
MOST_ENDS_INSIDE = 32  # lines of an abstract after which another block might begin
DEAREST_BREAKS = 40.0

_TITLE_NEXT, _ABSTRACT_NEXT = range(2)
_TWO_SENTENCES = re.compile(r"[a-z)]\. [A-Z]")


@dataclass(frozen=True, slots=True)
class Segment:
    """The lines `[start, end)` and what they are."""

    kind: Kind
    start: int
    end: int


class _Step(NamedTuple):
    """How a state was reached: from line `start` in state `state`, reading the lines in between as `kind`."""

    cost: float
    start: int = 0
    state: int = _TITLE_NEXT
    kind: Kind | None = None


class _Text:
    """What of the lines has a price, each line looked at once.

    `breaks` is what all line ends before a line cost, `lengths` the characters before it, `blanks` the blank lines;
    `missing` is what it costs that none stands above it.
    No block crosses a *wall*; a block begins or ends mid-paragraph only at one of `ends`.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        prices = [0.0, *(_break_price(lines, i) for i in range(1, len(lines)))]
        walls = [math.isinf(price) for price in prices]
        self.lines = lines
        self.breaks = [*accumulate(0.0 if wall else price for price, wall in zip(prices, walls, strict=True))]
        self.lengths = [0, *accumulate(len(line.text) + 1 for line in lines)]
        self.blanks = [*accumulate(int(line.gap) for line in lines)]
        self.missing = [0.0 if line.gap else MISSING_BLANK for line in lines]
        self.stops = [ends_with_stop(line.text) for line in lines]
        self.sentences = [ends_sentence(line.text) for line in lines]
        self.amid = [begins_amid(line.text) for line in lines]
        self.opens = [
            line.gap or price > 0 or i == 0 or self.sentences[i - 1]
            for i, (line, price) in enumerate(zip(lines, prices, strict=True))
        ]
        self.ends = [*(i for i in range(1, len(lines)) if self.opens[i]), len(lines)]
        self.walls = [*(i for i in range(1, len(lines)) if walls[i]), len(lines)]

    def wall_after(self, start: int) -> int:
        return self.walls[bisect_right(self.walls, start)]


def read_by_price(lines: Sequence[Line], usual: float) -> tuple[Segment, ...]:
    """The cheapest reading of lines that have no marks among them: every line is in exactly one segment, in order."""
    text = _Text(lines)
    best = [[_Step(math.inf)] * 2 for _ in range(len(lines) + 1)]
    best[0][_TITLE_NEXT] = _Step(0.0)
    for i in range(len(lines) + 1):
        _take(best, i, _ABSTRACT_NEXT, [(i, _TITLE_NEXT, UNKNOWN, None)])
        if i < len(lines) and text.opens[i]:
            _take(best, i, _TITLE_NEXT, _titles(text, i))
        # Else what stands here is cheaper left unknown.
        if i < len(lines) and best[i][_ABSTRACT_NEXT].cost < best[i][_TITLE_NEXT].cost + UNKNOWN:
            _take(best, i, _ABSTRACT_NEXT, _abstracts(text, i, usual))
    return _trace(best)


_Offer = tuple[int, int, float, Kind | None]  # the line and the state it leads to, what it costs, what it reads


def _take(best: list[list[_Step]], start: int, state: int, offers: Iterable[_Offer]) -> None:
    """Keeps what is cheaper than the best so far."""
    paid = best[start][state].cost
    if paid == math.inf:
        return
    for end, to, cost, kind in offers:
        if paid + cost < best[end][to].cost:
            best[end][to] = _Step(paid + cost, start, state, kind)


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


def _growing(text: _Text, start: int) -> Iterator[tuple[int, float]]:
    """(end, price of the breaks inside) for each block that could begin at `start`."""
    wall, breaks, blanks = text.wall_after(start), text.breaks[start], text.blanks[start]
    longest = text.lengths[start] + 2 * LONGEST_ABSTRACT
    first = bisect_right(text.ends, start)
    for end in text.ends[first : first + MOST_ENDS_INSIDE]:
        price = text.breaks[end - 1] - breaks
        if end > wall or text.blanks[end - 1] - blanks > MOST_BLANKS_INSIDE:
            return
        yield end, price
        if text.lengths[end] > longest or price > DEAREST_BREAKS:
            return


def _titles(text: _Text, start: int) -> Iterator[_Offer]:
    """Each title that could begin at `start`, lines without a blank line between them; and what fits nowhere."""
    missing = text.missing[start]
    for end in range(start + 1, min(start + MOST_TITLE_LINES, len(text.lines)) + 1):
        if text.blanks[end - 1] > text.blanks[start] or text.lengths[end - 1] - text.lengths[start] > LONGEST_ABSTRACT:
            break
        title = " ".join(line.text for line in text.lines[start:end])
        cost = max(0, len(title) - LONG_TITLE) / 12 + (text.breaks[end - 1] - text.breaks[start])
        cost += PROSE_AS_TITLE if _TWO_SENTENCES.search(title) else 0.0
        cost += STOP_AFTER_TITLE if text.stops[end - 1] else 0.0
        yield end, _ABSTRACT_NEXT, missing + cost + (LOWER_CASE if text.amid[start] else 0.0), "title"
    for end, breaks in _growing(text, start):
        yield end, _TITLE_NEXT, missing + breaks + UNKNOWN, "unknown"


def _abstracts(text: _Text, start: int, usual: float) -> Iterator[_Offer]:
    for end, breaks in _growing(text, start):
        yield end, _TITLE_NEXT, text.missing[start] + breaks + _abstract_cost(text, start, end, usual), "abstract"


def _abstract_cost(text: _Text, start: int, end: int, usual: float) -> float:
    length = text.lengths[end] - text.lengths[start] - 1
    cost = LOWER_CASE if text.amid[start] else 0.0
    cost += 0.0 if text.sentences[end - 1] else UNFINISHED
    cost += TOO_LONG if length > LONGEST_ABSTRACT else 0.0
    if length > 0.75 * usual:
        return cost
    stop = FULL_STOP if text.stops[end - 1] else NO_STOP
    return cost + max(0.0, HALVING * (math.log2(usual / length) - 1) + stop)


def _break_price(lines: Sequence[Line], i: int) -> float:
    """What it costs that line i goes on with what line i - 1 begins; infinite where a new block must begin."""
    before, after = lines[i - 1], lines[i]
    goes_on = begins_amid(after.text)
    if after.gap:
        if goes_on:
            return BLANK_IN_SENTENCE
        return math.inf if ends_sentence(before.text) else BLANK_AFTER_WORD
    if after.soft:
        return 0.0
    if max(len(before.text), len(after.text)) >= LONG_LINE:
        return UNFORCED_BREAK if goes_on else LONG_LINE_CONTINUED
    if not ends_early(lines, i - 1, len(lines)):
        return 0.0
    return UNFORCED_BREAK + (TITLE_INSIDE if _is_like_title(lines, i - 1) else 0.0)


def _is_like_title(lines: Sequence[Line], i: int) -> bool:
    """Whether line i, which ends early, stands right below a finished sentence and is none."""
    if i == 0 or lines[i].gap or begins_amid(lines[i].text):
        return False
    return ends_sentence(lines[i - 1].text) and not ends_sentence(lines[i].text)
