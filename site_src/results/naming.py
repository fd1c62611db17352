"""The name a metric is shown under, and its unit: `cost reduction`, `accuracy gain`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from site_src.language import Quantity
from site_src.models import Metric, Vocabulary
from site_src.results.meaning import Meaning

# Of what general changes imply and a vocabulary need not have.
_IMPLIED_BETTER = {"performance": "higher", "speed": "higher", "size": "lower", "cost": "lower", "time": "lower"}
# By the direction of a change and which way is better (`""` = unknown).
_CHANGES = {
    ("up", "lower"): "increase",
    ("up", "higher"): "gain",
    ("up", ""): "increase",
    ("down", "lower"): "reduction",
    ("down", "higher"): "loss",
    ("down", ""): "reduction",
    ("better", "lower"): "reduction",
    ("better", "higher"): "gain",
    ("better", ""): "gain",
    ("worse", "lower"): "increase",
    ("worse", "higher"): "loss",
    ("worse", ""): "loss",
}
_CHANGES_OF_NOTHING = {"up": "increase", "down": "reduction", "better": "improvement", "worse": "loss"}
_PLURAL = re.compile(r"(?<=[a-rt-z])s$")


def metric_name(sentence: str, quantity: Quantity, meaning: Meaning, vocabulary: Vocabulary) -> str:
    """The name of what the quantity measures, hyphenated as the field does."""
    if quantity.origin and meaning.noun:
        meaning = replace(meaning, direction="", implied="")
    named, measure = _named(meaning, quantity, vocabulary), quantity.measure
    if not measure or (named and measure.keeps and measure.keeps.search(named)):
        return named
    return next((name for name, said in measure.where.items() if said.search(sentence)), measure.of)


def bare_unit(quantity: Quantity, meaning: Meaning, metric: str, vocabulary: Vocabulary) -> str:
    """The unit of a number that stands alone: the metric's own, else the metric."""
    if any(isinstance(row, Metric) and row.gain and metric.endswith(row.gain) for row in vocabulary.rows):
        return "x"
    if meaning.unit == "%" and meaning.direction and not quantity.origin:
        return "pp"
    return meaning.unit or meaning.noun or metric


def _named(meaning: Meaning, quantity: Quantity, vocabulary: Vocabulary) -> str:
    noun, times = _whole_noun(meaning), quantity.unit == "x"
    if named := _named_change(meaning, vocabulary, times=times):
        return named
    better = meaning.better or ("" if meaning.noun else _implied_better(noun, vocabulary))
    if not meaning.direction:
        # `5× in energy` is told as a gain: five times less of it.
        return f"{_singular(noun)} reduction" if times and better == "lower" and quantity.low > 1 else noun
    if not noun:
        return _CHANGES_OF_NOTHING[meaning.direction]
    change = _CHANGES[meaning.direction, better]
    return noun if change == "gain" and times and better else f"{_singular(noun)} {change}"


def _implied_better(implied: str, vocabulary: Vocabulary) -> str:
    """Which way is better of what a change implies; "" = unknown."""
    metric = vocabulary.metric(implied)
    return metric.better if metric else _IMPLIED_BETTER.get(implied, "")


def _named_change(meaning: Meaning, vocabulary: Vocabulary, *, times: bool) -> str:
    """What the change is called where the metric has a name for it; "" where it has none."""
    metric = next((metric for metric in _changed(meaning, vocabulary, times=times) if metric and metric.gain), None)
    if not metric or meaning.direction in ("worse", "down"):
        return metric.loss if metric else ""
    part = meaning.noun.split()[0].removesuffix("s") if meaning.noun else ""
    return f"{part} {metric.gain}" if part in metric.parts else metric.gain


def _changed(meaning: Meaning, vocabulary: Vocabulary, *, times: bool) -> Iterator[Metric | None]:
    """The metrics that may be the ones that change."""
    implied = vocabulary.metric(meaning.implied)
    yield implied
    if meaning.direction:
        yield vocabulary.metric(meaning.noun)
    if times and implied and not meaning.noun:
        yield vocabulary.metric(implied.in_times)


def _whole_noun(meaning: Meaning) -> str:
    """`cheaper glaze` is about its cost, a `smaller index` about its size."""
    if meaning.implied in ("size", "cost") and meaning.noun and not meaning.better:
        return meaning.noun if meaning.implied in meaning.noun else f"{_singular(meaning.noun)} {meaning.implied}"
    return meaning.noun or meaning.implied


def _singular(noun: str) -> str:
    return _PLURAL.sub("", noun)
