"""Results a page states, completed from the abstract."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_src.language import Quantity, find_quantities, suffix_of
from site_src.models import Reading, Result, StatedResult, Vocabulary
from site_src.results.kinds import find_kind

_NUMBER = re.compile(r"(?P<sign>[−-])?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>.*)", re.DOTALL)
_FRACTION = re.compile(r"\d\s*/\s*\d")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[a-z0-9]+")
_FAMILIES = {"x": "x", "%": "%", "pp": "%"}


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence: its place in the abstract, its words and quantities."""

    text: str
    start: int
    words: frozenset[str]
    quantities: tuple[Quantity, ...]


def complete_results(stated: Sequence[StatedResult], abstract: Reading, vocabulary: Vocabulary) -> tuple[Result, ...]:
    """The stated results with their numbers, each with its sentence in the repaired abstract ("" = unknown)."""
    sentences = tuple(_read(abstract, vocabulary)) if stated else ()
    return tuple(_complete(result, sentences, vocabulary) for result in stated)


def _read(abstract: Reading, vocabulary: Vocabulary) -> Iterator[_Said]:
    for sentence in abstract.sentences:
        text = abstract.said(sentence)
        yield _Said(text, sentence.start, _words(text), find_quantities(text, vocabulary.units))


def _complete(stated: StatedResult, sentences: Sequence[_Said], vocabulary: Vocabulary) -> Result:
    quantity = _parse_value(stated.value, vocabulary)
    quote = _find_quote(quantity, stated.metric, sentences) if quantity else None
    unit = (quantity.unit if quantity else "") or stated.metric
    return Result(
        value=stated.value,
        number=quantity.low if quantity else None,
        number_hi=quantity.high if quantity else None,
        unit=unit,
        metric=stated.metric,
        baseline=stated.baseline,
        quote=quote.text if quote else "",
        quote_start=quote.start if quote else -1,
        source="page",
        kind=find_kind(unit, stated.metric, vocabulary.kinds),
    )


def _parse_value(value: str, vocabulary: Vocabulary) -> Quantity | None:
    """The value's first number; a unit that is not known is as printed. None without a number, or with a fraction."""
    found = find_quantities(value, vocabulary.units)
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


def _find_quote(quantity: Quantity, metric: str, sentences: Sequence[_Said]) -> _Said | None:
    """The sentence with the same number and unit; of several, the first that shares most words with the metric.

    Where a unit was lost or is none (`4 codebooks`), the sentence that prints the number beside a word of the metric.
    """
    wanted = _words(metric)
    carrying = [said for said in sentences if _carries(said, quantity)]
    carrying = carrying or [said for said in sentences if wanted & said.words and _prints(said.text, quantity.shown)]
    return max(carrying, key=lambda said: len(wanted & said.words), default=None)


def _prints(sentence: str, number: str) -> bool:
    return bool(re.search(rf"(?<![\d.,]){re.escape(number)}(?!\d|[.,]\d)", sentence))


def _carries(said: _Said, wanted: Quantity) -> bool:
    return any(
        abs(quantity.low) == abs(wanted.low) and quantity.high == wanted.high and _are_alike(quantity, wanted)
        for quantity in said.quantities
    )


def _are_alike(one: Quantity, other: Quantity) -> bool:
    """Whether their units may be the same. Units that measure nothing known are printed in too many ways."""
    if one.measure and other.measure:
        return one.measure.of == other.measure.of
    return _FAMILIES.get(one.unit) == _FAMILIES.get(other.unit)


def _words(text: str) -> frozenset[str]:
    """Its words in lower case, `over-fired` as one."""
    return frozenset(_WORD.findall(text.lower().replace("-", "")))
