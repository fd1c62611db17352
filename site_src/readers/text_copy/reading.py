"""Which lines are titles and which abstracts: by the layout where it says so, else by price (`prices`).

Marks stand between entries: bylines, votes, what a page prints. Where blank lines set blocks apart and these alternate,
that is the reading, however long or short they are; and where marks set every entry apart, what stands between two of
them is a title and its abstract. A lost title or abstract shows: it leaves a block over or puts an abstract where a
title should be, and then prices decide.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from site_src.readers.text_copy.furniture import Mark, are_cards, entry_level
from site_src.readers.text_copy.lines import LONG_LINE, Line, begins_amid, ends_early, ends_sentence, ends_with_stop
from site_src.readers.text_copy.prices import MOST_TITLE_LINES, Kind, Segment, read_by_price, usual_length

LABEL_WORDS = 3  # the most words of a stray heading, and of most of what a page says below its last entry
_LONGEST_LABEL = 40  # characters
_ENOUGH_RUNS = 3  # bylines alone tell a list of titles where there are so many


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines `[start, end)` of a dump, without a blank line between them."""

    lines: Sequence[Line]
    start: int
    end: int
    length: int

    @property
    def last(self) -> str:
        return self.lines[self.end - 1].text

    def is_label(self) -> bool:
        return is_label(self.lines[self.start : self.end])

    def is_footer(self) -> bool:
        return self.is_label() or self.lines[self.start].text.startswith("©")


@dataclass(frozen=True, slots=True)
class _Run:
    """What stands between two marks, or before the first or after the last."""

    blocks: Sequence[_Block]
    first: bool
    last: bool

    def is_entry(self, usual: float) -> bool:
        """Whether the run looks like a title and one or more paragraphs, or like both without a blank line between."""
        first, *others = self.blocks
        if len(others) < 2:  # noqa: PLR2004
            return bool(others) or first.end - first.start > 1
        return not _is_like_abstract(first, usual) and all(_is_like_abstract(block, usual) for block in others)

    def is_title(self) -> bool:
        """Whether the run may be a title alone."""
        first = self.blocks[0]
        return len(self.blocks) == 1 and first.length < LONG_LINE and first.end - first.start <= MOST_TITLE_LINES


Reading = tuple[Segment, ...]


def read_lines(lines: Sequence[Line], marks: Sequence[Mark]) -> Reading:
    """The reading of the lines after a dump's header: every line that is in no mark is in one segment, in order."""
    usual = usual_length(unmarked(lines, marks))
    runs = tuple(_runs(lines, marks))
    level = entry_level(lines)
    apart = bool(marks) and 2 * sum(run.is_entry(usual) for run in runs) >= len(runs)
    listed = _is_list(runs, marks)
    found: list[Segment] = []
    for run in runs:
        reading = _by_headings(run, level, listed=listed) if level else None
        reading = reading or (_as_titles(run) if listed else _by_layout(run, usual, apart=apart))
        found += reading or _by_price(run, lines, usual)
    return tuple(found)


def unmarked(lines: Sequence[Line], marks: Sequence[Mark]) -> Sequence[Line]:
    """The lines that are in no mark."""
    starts, ends = [0, *(mark.end for mark in marks)], [*(mark.start for mark in marks), len(lines)]
    return [line for start, end in zip(starts, ends, strict=True) for line in lines[start:end]]


def _runs(lines: Sequence[Line], marks: Sequence[Mark]) -> Iterator[_Run]:
    starts, ends = [0, *(mark.end for mark in marks)], [*(mark.start for mark in marks), len(lines)]
    for start, end in zip(starts, ends, strict=True):
        if start < end:
            yield _Run(tuple(_blocks(lines, start, end)), start == starts[0], end == ends[-1])


def _blocks(lines: Sequence[Line], start: int, end: int) -> Iterator[_Block]:
    begins = [start, *(i for i in range(start + 1, end) if lines[i].gap), end]
    for one, other in pairwise(begins):
        yield _Block(lines, one, other, sum(len(line.text) + 1 for line in lines[one:other]) - 1)


def _by_price(run: _Run, lines: Sequence[Line], usual: float) -> Reading:
    start, end = run.blocks[0].start, run.blocks[-1].end
    found = read_by_price(lines[start:end], usual)
    return tuple(replace(one, start=one.start + start, end=one.end + start) for one in found)


# ---- by headings, and titles alone


def _by_headings(run: _Run, level: int, *, listed: bool) -> Reading | None:
    """Each heading and what stands below it; None where the run has no heading that is a title."""
    titles = [i for i, block in enumerate(run.blocks) if block.lines[block.start].heading == level]
    if not titles:
        return None
    found = [Segment("unknown", block.start, block.end) for block in run.blocks[: titles[0]]]
    for at, following in zip(titles, [*titles[1:], len(run.blocks)], strict=True):
        title, rest = run.blocks[at], run.blocks[at + 1 : following]
        end = title.end if rest or listed else title.start + 1
        below = Segment("abstract", end, rest[-1].end if rest else title.end)
        alone: Kind = "title" if listed or below.start < below.end else "unknown"
        found += [Segment(alone, title.start, end), *([below] if below.start < below.end else [])]
    return tuple(found)


def _is_list(runs: Sequence[_Run], marks: Sequence[Mark]) -> bool:
    """Whether the page prints titles alone, each set apart by marks; below the last mark it may say more."""
    told = are_cards(marks) or any(mark.kind == "count" for mark in marks) or len(runs) >= _ENOUGH_RUNS
    titles = [run.is_title() for run in runs]
    more = bool(runs) and all(block.is_footer() for block in runs[-1].blocks)
    return bool(marks and told and any(titles)) and all(titles[:-1]) and (titles[-1] or more)


def _as_titles(run: _Run) -> Reading:
    """A title; but below the last mark a page says more, which is no title."""
    ends = run.last and not run.first and (len(run.blocks) > 1 or run.blocks[0].is_footer())
    return tuple(Segment("unknown" if ends else "title", block.start, block.end) for block in run.blocks)


# ---- by blank lines


def _by_layout(run: _Run, usual: float, *, apart: bool) -> Reading | None:
    """The run's entries, where its blocks alternate or it is one entry set `apart` by marks; None elsewhere."""
    blocks, footer = _without_footer(run, usual)
    heads = _leading_labels(run)
    found = next(filter(None, (_alternating(blocks[n:], usual) for n in range(heads + 1))), None)
    if found is None and apart:
        found = _one_entry(blocks, usual)
    if found is None:
        return None
    begun = next(i for i, block in enumerate(blocks) if block.start == found[0].start)
    stray = [Segment("unknown", block.start, block.end) for block in (*blocks[:begun], *footer)]
    return tuple(sorted((*found, *stray), key=lambda one: one.start))


def _without_footer(run: _Run, usual: float) -> tuple[Sequence[_Block], Sequence[_Block]]:
    """(the blocks up to the last that ends an abstract, those below it). A pair that is no footer's is an entry."""
    if not run.last:
        return run.blocks, ()
    ending = [i for i, block in enumerate(run.blocks) if not block.is_footer() and _is_like_abstract(block, usual)]
    end = ending[-1] + 1 if ending else 0
    below = run.blocks[end:]
    if not any(block.is_footer() for block in below) and len(below) % 2 == 0:
        return run.blocks, ()
    return run.blocks[:end], below


def _leading_labels(run: _Run) -> int:
    """How many blocks may be headings that stand below the header."""
    if not run.first:
        return 0
    return next((i for i, block in enumerate(run.blocks) if not block.is_label()), 0)


def _alternating(blocks: Sequence[_Block], usual: float) -> Reading | None:
    pairs = list(zip(blocks[::2], blocks[1::2], strict=False))
    if not blocks or len(blocks) % 2 or any(_is_out_of_step(title, abstract, usual) for title, abstract in pairs):
        return None
    kinds: tuple[Kind, Kind] = ("title", "abstract")
    return tuple(Segment(kinds[i % 2], block.start, block.end) for i, block in enumerate(blocks))


def _one_entry(blocks: Sequence[_Block], usual: float) -> Reading | None:
    """A title and an abstract of one or more paragraphs; or two lines without a blank line between them."""
    if len(blocks) == 1 and blocks[0].end - blocks[0].start == 2:  # noqa: PLR2004
        start, end = blocks[0].start, blocks[0].end
        blocks = [_Block(blocks[0].lines, i, i + 1, len(blocks[0].lines[i].text)) for i in range(start, end)]
    if len(blocks) < 2 or not _may_be_title(blocks[0]) or any(map(_hides_title, blocks[1:])):  # noqa: PLR2004
        return None
    if len(blocks) > 2 and not all(_is_like_abstract(block, usual) for block in blocks[1:]):  # noqa: PLR2004
        return None
    return Segment("title", blocks[0].start, blocks[0].end), Segment("abstract", blocks[1].start, blocks[-1].end)


def _is_out_of_step(title: _Block, abstract: _Block, usual: float) -> bool:
    """Whether the first looks like an abstract, or like the rest of one, as it does where a title was lost."""
    long, full = title.length >= usual / 2, ends_with_stop(title.last)
    like_title = not ends_sentence(abstract.last) and abstract.length < max(usual, title.length if long else 0) / 2
    if (long and full) or like_title:
        return True
    labels = title.is_label() and abstract.is_footer()
    return labels or not _may_be_title(title) or _hides_title(abstract)


def _may_be_title(block: _Block) -> bool:
    if begins_amid(block.lines[block.start].text):
        return False
    count = block.end - block.start
    return count == 1 or (count <= MOST_TITLE_LINES and not ends_with_stop(block.last))


def _is_like_abstract(block: _Block, usual: float) -> bool:
    return ends_sentence(block.last) or block.length >= usual / 2


def _hides_title(block: _Block) -> bool:
    """Whether a line looks like a title that no blank line sets apart: below a finished sentence, and unfinished."""
    return any(_is_hidden_title(block.lines, i, block.end) for i in range(block.start + 1, block.end))


def _is_hidden_title(lines: Sequence[Line], i: int, end: int) -> bool:
    before, text = lines[i - 1].text, lines[i].text
    paragraph = len(before) >= LONG_LINE
    if lines[i].soft or not (paragraph or " " in text) or len(text) >= LONG_LINE:
        return False
    if not ends_sentence(before) or ends_sentence(text) or begins_amid(text):
        return False
    above = ends_early(lines, i - 1, end)
    return paragraph or (above and i + 1 < end and (len(lines[i + 1].text) >= LONG_LINE or ends_early(lines, i, end)))


def is_label(lines: Sequence[Line]) -> bool:
    """Whether each of the lines is a few words, such as a heading or a button has."""
    return all(
        len(line.text) <= _LONGEST_LABEL
        and len(line.text.split(None, LABEL_WORDS)) <= LABEL_WORDS
        and ":" not in line.text
        and not ends_sentence(line.text)
        for line in lines
    )
