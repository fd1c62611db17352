"""Where a sentence names a metric or a change."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from site_src.models import Change, Metric, Vocabulary


@dataclass(frozen=True, slots=True)
class Mark:
    """Words at `[start, end)` and the row of the vocabulary they belong to."""

    start: int
    end: int
    row: Metric | Change


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with its marks, in order and apart from each other."""

    text: str
    marks: tuple[Mark, ...]

    def within(self, start: int, end: int) -> tuple[Mark, ...]:
        """The marks within `[start, end)`."""
        first = bisect_left(self.marks, start, key=lambda mark: mark.start)
        last = bisect_left(self.marks, end + 1, key=lambda mark: mark.end)
        return self.marks[first:last]

    def metrics(self, start: int, end: int) -> tuple[tuple[Mark, Metric], ...]:
        """The metrics named within `[start, end)`."""
        return tuple((mark, mark.row) for mark in self.within(start, end) if isinstance(mark.row, Metric))

    def changes(self, start: int, end: int) -> tuple[tuple[Mark, Change], ...]:
        """The changes named within `[start, end)`."""
        return tuple((mark, mark.row) for mark in self.within(start, end) if isinstance(mark.row, Change))

    def count_words(self, start: int, end: int) -> int:
        """How many words stand in `[start, end)`."""
        return len(self.text[start:end].split())


def compile_marks(rows: Iterable[Metric | Change]) -> re.Pattern[str]:
    """What finds the words of the rows; its group tells the row's number: `r0`."""
    any_row = "|".join(f"(?P<r{i}>{row.words})" for i, row in enumerate(rows))
    return re.compile(
        rf"(?<![\w-])(?=[^\W\d_])(?:{any_row})(?:[- ](?:scores?|values?))?(?![\w@]|-[a-z])", re.IGNORECASE
    )


def mark_sentence(sentence: str, vocabulary: Vocabulary) -> Marked:
    """The sentence with every metric and change it names."""
    found = (
        Mark(match.start(), match.end(), _row(match, vocabulary.rows)) for match in vocabulary.mark.finditer(sentence)
    )
    return Marked(sentence, tuple(mark for mark in found if not _is_name(sentence, mark)))


def _is_name(sentence: str, mark: Mark) -> bool:
    """Whether a word for a change is a name: `the Accelerate library`."""
    return isinstance(mark.row, Change) and mark.start > 0 and sentence[mark.start].isupper()


def _row(match: re.Match[str], rows: tuple[Metric | Change, ...]) -> Metric | Change:
    group = match.lastgroup or "r"
    row = rows[int(group[1:])]
    return replace(row, name=match[group].lower()) if isinstance(row, Metric) and row.as_printed else row
