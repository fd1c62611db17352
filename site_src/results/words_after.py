"""What the words after a quantity say: `3× higher throughput`, `40% reduction in cost`, `77% accuracy`."""

import re
from dataclasses import replace

from site_src.language import Quantity
from site_src.models import Change
from site_src.results.marks import Marked
from site_src.results.meaning import (
    PHRASE,
    Meaning,
    find_noun,
    meaning_of_change,
    meaning_of_metric,
    meaning_of_phrase,
)
from site_src.results.patterns import any_word

_REACH = 5
# A number without a unit says little, so its words stand right beside it.
_REACH_OF_BARE = 2

_STOP_WORDS = any_word(
    "than compared over versus vs while whereas when with without using across under at and or by to which"
    " that respectively from is are was were can could may through via per after before where during due but"
    " improves reduces enhances accelerates outperforms surpasses exceeds lowers saves"
)
_STOP = re.compile(
    rf"[,;:()—]|\.\s|\s--?\s|\s[~∼]?\d|{_STOP_WORDS}|\brelative to\b|(?<![\w-])as(?! fast)(?![\w-])", re.IGNORECASE
)
_APART = re.compile(any_word("on for in"), re.IGNORECASE)
_AND = re.compile(r"\s*(?:and|or|/)\s*", re.IGNORECASE)
# `90% of the improvement` is a share of it, and no improvement.
_SHARE = re.compile(r"\s*of (?:the|its|their)\b")
_PASSIVE = re.compile(
    r"\s*of (?:(?:the|its|all) )?(?P<noun>[\w\s/-]{1,40}?) (?:(?:can|could|may) be|is|are|was|were) (?:\w+ly )?(?=\w)",
    re.IGNORECASE,
)


def meaning_after(sentence: Marked, quantity: Quantity, limit: int) -> Meaning:
    """What the words between the quantity and `limit` say of it."""
    passive = _passive(sentence, quantity.end, limit)
    if passive.form:
        return passive
    stop = _STOP.search(sentence.text, quantity.end, limit)
    end = min(stop.start() if stop else limit, quantity.end + PHRASE)
    apart = _APART.search(sentence.text, quantity.end, end)
    meaning = _adjacent(sentence, quantity, apart.start() if apart else end)
    if not apart or meaning.noun:
        return meaning
    if meaning.form and not meaning.implied and apart[0] == "in":
        return _with_inner_noun(sentence, meaning, apart.end(), end)
    metrics = sentence.metrics(apart.end(), end)
    near = metrics and sentence.count_words(apart.end(), metrics[0][0].start) <= _REACH
    if near and (meaning.form or quantity.unit):
        return replace(meaning.with_metric(metrics[0][1]), form=meaning.form or "weak")
    return meaning


def _passive(sentence: Marked, start: int, end: int) -> Meaning:
    """`50% of the clay can be saved`."""
    passive = _PASSIVE.match(sentence.text, start, end)
    changes = sentence.changes(passive.end(), end) if passive else ()
    if not passive or not changes or changes[0][0].start > passive.end():
        return Meaning()
    return meaning_of_phrase(sentence, changes[0][1], *passive.span("noun"), "change")


def _with_inner_noun(sentence: Marked, meaning: Meaning, start: int, end: int) -> Meaning:
    """`reduction in wall thickness`; but gains in `various tasks` are gains there, and not of them."""
    inner = find_noun(sentence, start, end)
    places = meaning.direction == "better" and inner.noun.endswith("s") and not inner.better
    return meaning if places else meaning.with_noun_of(inner)


def _adjacent(sentence: Marked, quantity: Quantity, end: int) -> Meaning:
    """`higher throughput`, `power reduction`, `reduction of power`, `accuracy`."""
    start, reach = quantity.end, _REACH if quantity.unit else _REACH_OF_BARE
    changes, metrics = sentence.changes(start, end), sentence.metrics(start, end)
    if changes and sentence.count_words(start, changes[0][0].start) <= reach:
        mark, change = changes[0]
        meaning = meaning_of_phrase(sentence, change, start, mark.start, "change")
        if _SHARE.match(sentence.text, start):
            noun = f"{meaning.noun} {sentence.text[mark.start : mark.end]}".strip()
            return Meaning(form="noun", noun=noun, better=meaning.better or "higher")
        return meaning if meaning.noun else meaning_of_phrase(sentence, change, mark.end, end, "change")
    if metrics and sentence.count_words(start, metrics[0][0].start) < reach:
        mark, metric = metrics[0]
        shared = _shared_change(sentence, mark.end)
        return replace(shared.with_metric(metric), form="noun") if shared.form else meaning_of_metric(metric, "noun")
    return Meaning()


def _shared_change(sentence: Marked, start: int) -> Meaning:
    """`power and cost reductions` are power reductions, too."""
    also = _AND.match(sentence.text, start)
    marks = sentence.within(also.end(), also.end() + PHRASE)[:2] if also else ()
    changes = [mark.row for mark in marks[1:] if isinstance(mark.row, Change)]
    adjacent = also and changes and sentence.count_words(also.end(), marks[1].start) <= _REACH_OF_BARE
    return meaning_of_change(changes[0]) if adjacent else Meaning()
