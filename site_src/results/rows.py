"""Numbers in a row share their words: `reduces power and cost by 49% and 89%`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from site_src.language import Quantity
from site_src.models import Metric
from site_src.results.marks import Marked
from site_src.results.meaning import REACH, Meaning
from site_src.results.patterns import any_word
from site_src.results.words_after import meaning_after
from site_src.results.words_before import meaning_before, meaning_far_before

_LONGEST_GAP = 80
# More bare numbers in a row than this are a table, not a headline.
_LONGEST_ROW = 5

# A number after these continues no row.
_NO_ROW = re.compile(
    r";|\.\s|"
    + any_word(
        "while whereas but than vs versus from deviation using provid* offer* deliver* achiev* reach* obtain* attain*"
        " maintain* preserv* retain* requir*"
    ),
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()]*\)")
# `0.98 for power prediction and 0.78 for …`
_SETTING = re.compile(r"\s*(?:on|for)\s[^,;]{1,40}\band\s*")
_LIST_END = re.compile(r"[;.]\s|" + any_word("respectively than over compared while with at"), re.IGNORECASE)
_COMMA = re.compile(r"\s*(?:,|/|&|and|or|, and|, or)?\s*(?:an?|another)?\s*")
_LIST = re.compile(r"[\w\s-]{0,30}(?:,|\band\b|/)[\w\s-]{0,30}")


@dataclass(frozen=True, slots=True)
class _Row:
    """Quantities that share their words, and the span `[start, end)` of those words."""

    quantities: tuple[Quantity, ...]
    start: int
    end: int


def find_meanings(sentence: Marked, quantities: Sequence[Quantity]) -> tuple[tuple[Quantity, Meaning], ...]:
    """Each quantity with its meaning, in order; an empty meaning where the words around it say nothing."""
    told: list[tuple[Quantity, Meaning]] = []
    for row in _rows(sentence, quantities):
        meanings = _row_meanings(sentence, row, told[-1][1] if told else Meaning())
        for quantity, meaning in zip(row.quantities, meanings, strict=True):
            told.append((quantity, _with_subject(sentence, quantity, meaning, told)))
    return tuple(sorted(told, key=lambda pair: pair[0].at))


def _rows(sentence: Marked, quantities: Sequence[Quantity]) -> Iterator[_Row]:
    rows: list[list[Quantity]] = []
    for quantity in quantities:
        aside = _is_aside(sentence, quantity)
        last = next((row for row in reversed(rows) if aside == _is_aside(sentence, row[-1])), None)
        if last and _continues(sentence, last[-1], quantity):
            last.append(quantity)
        else:
            rows.append([quantity])
    for row in rows:
        start = max((quantity.end for quantity in quantities if quantity.end <= row[0].start), default=0)
        end = min((q.start for q in quantities if q.start >= row[-1].end), default=len(sentence.text))
        yield _Row(tuple(row), start, end)


def _is_aside(sentence: Marked, quantity: Quantity) -> bool:
    """Whether it stands in parentheses with words of its own."""
    inside = sentence.text.count("(", 0, quantity.at) > sentence.text.count(")", 0, quantity.at)
    alone = sentence.text.startswith(")", quantity.end) and sentence.text[: quantity.start].endswith("(")
    return inside and not alone


def _continues(sentence: Marked, last: Quantity, quantity: Quantity) -> bool:
    """Whether two quantities stand in one row: alike, and apart from asides nothing is named between them."""
    if last.unit != quantity.unit or last.origin or quantity.origin:
        return False
    gap = sentence.text[last.end : quantity.start]
    said = _ASIDE.sub("", gap)
    if len(said) > (_LONGEST_GAP if quantity.unit else _LONGEST_GAP // 2) or _NO_ROW.search(said):
        return False
    asides = [aside.span() for aside in _ASIDE.finditer(gap)]
    starts = [mark.start - last.end for mark in sentence.within(last.end, quantity.start)]
    silent = all(any(start <= at < end for start, end in asides) for at in starts)
    return silent or bool(_SETTING.fullmatch(said))


def _row_meanings(sentence: Marked, row: _Row, told: Meaning) -> Iterator[Meaning]:
    """`told` is the meaning of the number before the row: `saves 90% energy and 30% time` says its verb once."""
    first, last = row.quantities[0], row.quantities[-1]
    if len(row.quantities) > _LONGEST_ROW and not first.unit:
        yield from (Meaning() for _ in row.quantities)
        return
    before, after = meaning_before(sentence, first, row.start), meaning_after(sentence, last, row.end)
    if not before.form and not after.form:
        before = meaning_far_before(sentence, first)
    if not before.form and after.form == "noun" and not after.direction and told.form == "verb":
        after = replace(after, direction=told.direction, form="verb")
    gaps = (sentence.text[left.end : right.start] for left, right in pairwise(row.quantities))
    is_list = all(map(_COMMA.fullmatch, gaps))
    nouns = _listed_metrics(sentence, row, is_list=is_list)
    shared = after if is_list else Meaning()
    for i, quantity in enumerate(row.quantities):
        meaning = merge_meanings(before, after if quantity is last else shared, is_last=quantity is last)
        if not meaning.form and quantity.sign == "+":
            meaning = Meaning(form="change", direction="better", implied="performance")
        yield meaning.with_metric(nouns[i % len(nouns)]) if nouns else meaning


def merge_meanings(before: Meaning, after: Meaning, *, is_last: bool) -> Meaning:
    """What the words on both sides say together. Words after a row belong to its last number first."""
    if before.form in ("by", "of") and not (is_last and after.form == "change"):
        return before.with_noun_of(after) if before.implied in ("", "performance") else before
    if after.form == "change":
        return after.with_noun_of(before) if after.implied in ("", "size") else after
    if after.noun and before.form == "verb":
        return replace(after, direction=before.direction, implied=before.implied, form="verb")
    return after if after.noun else before


def _with_subject(
    sentence: Marked, quantity: Quantity, meaning: Meaning, told: Sequence[tuple[Quantity, Meaning]]
) -> Meaning:
    """A change without a noun is one of what was spoken of last: `an accuracy of 77%, 2% higher than X`."""
    lacks = not meaning.implied or (meaning.implied == "performance" and not quantity.unit)
    vague = quantity.unit == "points" or (not quantity.unit and meaning.form == "by" and not meaning.implied)
    if meaning.noun or not meaning.direction or not lacks or vague:
        return meaning
    for other, its in reversed(told):
        if other.unit == quantity.unit and its.better:
            return meaning.with_noun_of(its)
    metrics = sentence.metrics(max(0, quantity.start - REACH), quantity.start)
    return meaning.with_metric(metrics[-1][1]) if metrics else meaning


def _listed_metrics(sentence: Marked, row: _Row, *, is_list: bool) -> list[Metric]:
    """As many metrics as numbers, in the same order, before them or right after them."""
    first, last = row.quantities[0], row.quantities[-1]
    changes = sentence.changes(row.start, first.start)
    before = sentence.metrics(changes[-1][0].end if changes else row.start, first.start)
    stop = _LIST_END.search(sentence.text, last.end, row.end)
    after = sentence.metrics(last.end, stop.start() if stop else row.end)
    if not is_list and not (stop and stop[0] == "respectively"):
        after = ()
    for metrics in (before, after):
        if len(metrics) > 1 and len(row.quantities) % len(metrics) == 0:
            between = sentence.text[metrics[-2][0].end : metrics[-1][0].start]
            if _LIST.fullmatch(between):
                return [metric for _, metric in metrics]
    return []
