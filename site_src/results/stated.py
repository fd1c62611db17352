"""Results a page states, completed from the abstract."""

import re
from collections.abc import Sequence

from site_src.models import Reading, Result, StatedResult, Vocabulary
from site_src.results.kinds import find_kind
from site_src.results.quantities import Quantity, find_quantities, suffix_of

_NUMBER = re.compile(r"(?P<sign>[−-])?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>.*)", re.DOTALL)
_FRACTION = re.compile(r"\d\s*/\s*\d")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[a-z0-9]+")
_FAMILIES = {"x": "x", "%": "%", "pp": "%"}


def complete_results(stated: Sequence[StatedResult], abstract: Reading, vocabulary: Vocabulary) -> tuple[Result, ...]:
    """The stated results with their numbers, each with its sentence in the repaired abstract ("" = unknown)."""
    return tuple(_complete(result, abstract, vocabulary) for result in stated)


def _complete(stated: StatedResult, abstract: Reading, vocabulary: Vocabulary) -> Result:
    quantity = _parse_value(stated.value, vocabulary)
    span = _find_quote(quantity, stated.metric, abstract, vocabulary) if quantity else None
    start, end = span or (-1, -1)
    unit = (quantity.unit if quantity else "") or stated.metric
    return Result(
        value=stated.value,
        number=quantity.low if quantity else None,
        number_hi=quantity.high if quantity else None,
        unit=unit,
        metric=stated.metric,
        baseline=stated.baseline,
        quote=abstract.text[start:end] if span else "",
        quote_start=start,
        source="page",
        kind=find_kind(unit, stated.metric, vocabulary.kinds),
    )


def _parse_value(value: str, vocabulary: Vocabulary) -> Quantity | None:
    """The value's first number; a unit that is not known is as printed. None without a number, or with a fraction."""
    found = find_quantities(value, vocabulary)
    match = _NUMBER.search(value)
    if not match or _FRACTION.search(value) or (found and found[0].unit):
        return found[0] if found and found[0].unit else None
    number = float(match["number"].replace(",", ""))
    low = found[0].low if found else -number if match["sign"] else number
    high = found[0].high if found else None
    rest = value[found[0].end :] if found else match["unit"]
    printed = "" if _DIGIT.search(rest) else rest.strip()
    return Quantity(
        start=match.start(),
        at=match.start(),
        end=match.end(),
        low=low,
        high=high,
        shown=match["number"],
        unit=printed,
        suffix=suffix_of(printed),
    )


def _find_quote(quantity: Quantity, metric: str, abstract: Reading, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """The sentence with the same number and unit; of several, the first that shares most words with the metric.

    Where a unit was lost or is none (`4 codebooks`), the sentence that prints the number beside a word of the metric.
    """
    wanted = _words(metric)
    said = {(sentence.start, sentence.end): abstract.said(sentence) for sentence in abstract.sentences}
    shared = {span: len(wanted & _words(words)) for span, words in said.items()}
    spans = [span for span, words in said.items() if _carries(words, quantity, vocabulary)]
    spans = spans or [span for span, words in said.items() if shared[span] and _prints(words, quantity.shown)]
    return max(spans, key=lambda span: shared[span], default=None)


def _prints(sentence: str, number: str) -> bool:
    return bool(re.search(rf"(?<![\d.,]){re.escape(number)}(?!\d|[.,]\d)", sentence))


def _carries(sentence: str, wanted: Quantity, vocabulary: Vocabulary) -> bool:
    return any(
        abs(quantity.low) == abs(wanted.low) and quantity.high == wanted.high and _are_alike(quantity, wanted)
        for quantity in find_quantities(sentence, vocabulary)
    )


def _are_alike(one: Quantity, other: Quantity) -> bool:
    """Whether their units may be the same. Units that measure nothing known are printed in too many ways."""
    if one.measure and other.measure:
        return one.measure.name == other.measure.name
    return _FAMILIES.get(one.unit) == _FAMILIES.get(other.unit)


def _words(text: str) -> set[str]:
    """Its words in lower case, `over-fired` as one."""
    return set(_WORD.findall(text.lower().replace("-", "")))
