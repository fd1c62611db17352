"""Results a page states, completed from the abstract."""

import re
from collections.abc import Sequence

from site_src.models import Reading, Result, StatedResult
from site_src.results.quantities import Quantity, find_quantities

_NUMBER = re.compile(r"(?P<sign>[−-])?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>.*)", re.DOTALL)
_FRACTION = re.compile(r"\d\s*/\s*\d")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[a-z0-9]+")
# Units told apart when a quote is sought; all others are printed in too many ways.
_FAMILIES = {"x": "x", "%": "%", "pp": "%", "bits": "bits"}


def complete_results(stated: Sequence[StatedResult], abstract: Reading) -> tuple[Result, ...]:
    """The stated results with their numbers, each with its sentence in the repaired abstract ("" = unknown)."""
    return tuple(_complete(result, abstract) for result in stated)


def _complete(stated: StatedResult, abstract: Reading) -> Result:
    quantity = _parse_value(stated.value)
    span = _find_quote(quantity, stated.metric, abstract) if quantity else None
    start, end = span or (-1, -1)
    return Result(
        value=stated.value,
        number=quantity.low if quantity else None,
        number_hi=quantity.high if quantity else None,
        unit=(quantity.unit if quantity else "") or stated.metric,
        metric=stated.metric,
        baseline=stated.baseline,
        quote=abstract.text[start:end] if span else "",
        quote_start=start,
        source="page",
    )


def _parse_value(value: str) -> Quantity | None:
    """The value's first number; a unit that is not known is as printed. None without a number, or with a fraction."""
    found = find_quantities(value)
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
    )


def _find_quote(quantity: Quantity, metric: str, abstract: Reading) -> tuple[int, int] | None:
    """The sentence with the same number and unit; of several, the first that shares most words with the metric.

    Where a unit was lost or is none (`4 codebooks`), the sentence that prints the number beside a word of the metric.
    """
    wanted = _words(metric)
    said = {(sentence.start, sentence.end): abstract.said(sentence) for sentence in abstract.sentences}
    shared = {span: len(wanted & _words(words)) for span, words in said.items()}
    spans = [span for span, words in said.items() if _carries(words, quantity)]
    spans = spans or [span for span, words in said.items() if shared[span] and _prints(words, quantity.shown)]
    return max(spans, key=lambda span: shared[span], default=None)


def _prints(sentence: str, number: str) -> bool:
    return bool(re.search(rf"(?<![\d.,]){re.escape(number)}(?!\d|[.,]\d)", sentence))


def _carries(sentence: str, wanted: Quantity) -> bool:
    return any(
        abs(quantity.low) == abs(wanted.low)
        and quantity.high == wanted.high
        and _FAMILIES.get(quantity.unit) == _FAMILIES.get(wanted.unit)
        for quantity in find_quantities(sentence)
    )


def _words(text: str) -> set[str]:
    """Its words in lower case, `speed-up` as one."""
    return set(_WORD.findall(text.lower().replace("-", "")))
