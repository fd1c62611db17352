"""What the words before a quantity say: `reduces cost by 40%`, `an accuracy of 77%`, `saves 90%`."""

import re
from dataclasses import replace

from site_src.language import Quantity
from site_src.models import Change
from site_src.results.marks import Mark, Marked
from site_src.results.meaning import (
    FEW_WORDS,
    PHRASE,
    REACH,
    Meaning,
    meaning_of_change,
    meaning_of_metric,
    meaning_of_phrase,
)
from site_src.results.patterns import any_word

# `improves X over A, B and C by` may be long.
_FAR = 220

# Words between a number and the words that say what it is.
_FILLER_WORDS = any_word(
    "a an the only just merely mean average averages factor margin large maximum another additional significant notable"
    " impressive remarkable commendable competitive overall even also state-of-the-art new substantial respectively"
    " geomean up much as"
)
_FILLER = re.compile(
    rf"(?:\s*(?:{_FILLER_WORDS}|(?:(?<=average )|(?<=factor )|(?<=margin ))of\b|in the range of\b),?)*\s*\Z",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s*\Z", re.IGNORECASE)
_OF = re.compile(r"\b(?:of|between|rang\w+ from)\s*\Z|[=:(]\s*\Z", re.IGNORECASE)
_IS = re.compile(any_word("is are was were to at be reach* achiev* attain* obtain* hit hits") + r"\s*\Z", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\b[^;]{0,30}\Z", re.IGNORECASE)
_INSIDE = re.compile(r"\b(?:in|of)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:]\s|\.\s|[()]|" + any_word("while whereas where thus thereby which but"), re.IGNORECASE)


def meaning_before(sentence: Marked, quantity: Quantity, limit: int) -> Meaning:
    """What the words between `limit` and the quantity say of it."""
    own = sentence.changes(quantity.at, quantity.end)
    if own:
        return meaning_of_change(own[-1][1])
    if quantity.origin:
        origin = _FROM.search(sentence.text, limit, quantity.start)
        return _said_by(sentence, limit, origin.start() if origin else quantity.start)
    nearby = max(limit, quantity.start - REACH)
    filler = _FILLER.search(sentence.text, nearby, quantity.start)
    end = filler.start() if filler else quantity.start
    for pattern, said in ((_BY, _said_by), (_OF, _said_of), (_IS, _said_is)):
        match = pattern.search(sentence.text, nearby, end)
        if match:
            return said(sentence, limit, match.start())
    return _said_plainly(sentence, limit, end)


def meaning_far_before(sentence: Marked, quantity: Quantity) -> Meaning:
    """What was said longer ago: `outperforms X, Y and Z, up to 3×`, `the lowest error of all, with 3%`."""
    start = max(0, quantity.start - REACH)
    if quantity.unit == "x":
        changes = [row for _, row in sentence.changes(start, quantity.start) if row.of in ("speed", "performance")]
        return meaning_of_change(changes[-1], "by") if changes else Meaning()
    metrics = sentence.metrics(start, quantity.start)
    if quantity.unit == "%" and metrics and sentence.text[start : quantity.start].rstrip().endswith(", with"):
        return meaning_of_metric(metrics[-1][1], "of")
    return Meaning()


def _said_by(sentence: Marked, start: int, end: int) -> Meaning:
    """`reduces X by`, `outperforms X by`, `X drops from`; in a second row the verb stands before the first."""
    own = _changes(sentence, max(start, end - _FAR), end)
    changes = own or _changes(sentence, max(0, end - REACH), end)
    if not changes:
        return Meaning()
    mark, change = changes[-1]
    meaning = meaning_of_phrase(sentence, change, mark.end if own else start, end, "by")
    metrics = sentence.metrics(max(start, mark.start - PHRASE), mark.start)
    if meaning.noun or meaning.implied == "performance" or not metrics:
        return meaning
    return meaning.with_metric(metrics[-1][1])


def _said_of(sentence: Marked, start: int, end: int) -> Meaning:
    """`an accuracy of`, `savings of`, `an improvement in accuracy of`, `an accuracy improvement of`."""
    start = _clause_start(sentence, start, end)
    changes, metrics = _changes(sentence, start, end), sentence.metrics(start, end)
    if metrics and (not changes or _is_value(sentence, changes[-1][0].end, metrics[-1][0].start)):
        return meaning_of_metric(metrics[-1][1], "of")
    if not changes:
        return Meaning()
    mark, change = changes[-1]
    meaning = meaning_of_phrase(sentence, change, mark.end, end, "of")
    if metrics and not meaning.noun and sentence.count_words(metrics[-1][0].end, mark.start) <= 1:
        return meaning.with_metric(metrics[-1][1])
    return meaning


def _is_value(sentence: Marked, start: int, end: int) -> bool:
    """Whether a noun after a change stands for itself: `improves on X with an accuracy`, not `gain in accuracy`."""
    return start <= end and not _INSIDE.search(sentence.text, start, end)


def _said_is(sentence: Marked, start: int, end: int) -> Meaning:
    """`the accuracy is`, `the slow-down for X is`, `reduces the cost to`."""
    start = _clause_start(sentence, start, end)
    marks = sentence.within(start, end)
    if not marks or "," in sentence.text[marks[-1].end : end] or sentence.count_words(marks[-1].end, end) > FEW_WORDS:
        return Meaning()
    row = marks[-1].row
    if isinstance(row, Change) and row.of == "speed":
        return meaning_of_change(row, "is")
    metrics = sentence.metrics(start, end)
    near = metrics and sentence.count_words(metrics[-1][0].end, end) <= FEW_WORDS + 1
    return meaning_of_metric(metrics[-1][1], "is") if near else Meaning()


def _said_plainly(sentence: Marked, start: int, end: int) -> Meaning:
    """`saves`, `accuracy`, `saves energy`."""
    marks = sentence.within(_clause_start(sentence, start, end), end)
    if not marks or sentence.text[marks[-1].end : end].strip():
        return Meaning()
    row = marks[-1].row
    if isinstance(row, Change):
        return meaning_of_change(row)
    changes = [(mark, mark.row) for mark in marks if isinstance(mark.row, Change)]
    near = changes and sentence.count_words(changes[-1][0].end, marks[-1].start) < FEW_WORDS
    return replace(meaning_of_metric(row, "of"), direction=changes[-1][1].way if near else "")


def _changes(sentence: Marked, start: int, end: int) -> tuple[tuple[Mark, Change], ...]:
    return tuple((mark, change) for mark, change in sentence.changes(start, end) if not change.follows)


def _clause_start(sentence: Marked, start: int, end: int) -> int:
    """The start of the clause, at most some words before its end."""
    start = max(start, end - PHRASE)
    for cut in _CLAUSE.finditer(sentence.text, start, end):
        start = cut.end()
    return start
