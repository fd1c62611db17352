"""The name a metric is shown under, and its unit: `speed-up`, `memory reduction`, `accuracy gain`."""

import re
from dataclasses import replace

from site_src.results.meaning import Meaning
from site_src.results.quantities import Quantity

# Parts of the work that may be sped up on their own.
_STAGES = frozenset({"training", "inference", "decoding", "annotation", "checkpointing", "prefill", "simulation"})
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
# What a unit tells is less than what words tell.
_VAGUE_MEASURES = ("time", "score", "quality")
_TRAINING = re.compile(r"\b(?:train|fine-?tun|learn)", re.IGNORECASE)
_PLURAL = re.compile(r"(?<=[a-rt-z])s$")


def metric_name(sentence: str, quantity: Quantity, meaning: Meaning) -> str:
    """The name of what the quantity measures, hyphenated as the field does."""
    if quantity.unit == "bits":
        return "bit-width"
    if quantity.origin and meaning.noun:
        meaning = replace(meaning, direction="", implied="")
    named = _named(meaning, quantity)
    if quantity.measures == "latency":
        return named if "time" in named or "latency" in named else "latency"
    if quantity.measures == "time" and not named:
        return "training time" if _TRAINING.search(sentence) else "time"
    if quantity.measures in _VAGUE_MEASURES:
        return named or quantity.measures
    return quantity.measures or named


def bare_unit(quantity: Quantity, meaning: Meaning, metric: str) -> str:
    """The unit of a number that stands alone: the metric's own, else the metric."""
    if metric.endswith("speed-up"):
        return "x"
    if meaning.unit == "%" and meaning.direction and not quantity.origin:
        return "pp"
    return meaning.unit or meaning.noun or metric


def _named(meaning: Meaning, quantity: Quantity) -> str:
    noun, times = _whole_noun(meaning), quantity.unit == "x"
    if _is_speed(meaning, times=times):
        return _speed(meaning)
    better = meaning.better or ("" if meaning.noun else _IMPLIED_BETTER.get(noun, ""))
    if not meaning.direction:
        # `5× in memory` is told as a gain: five times less of it.
        return f"{_singular(noun)} reduction" if times and better == "lower" and quantity.low > 1 else noun
    if not noun:
        return _CHANGES_OF_NOTHING[meaning.direction]
    change = _CHANGES[meaning.direction, better]
    return noun if change == "gain" and times and better else f"{_singular(noun)} {change}"


def _is_speed(meaning: Meaning, *, times: bool) -> bool:
    """Who outperforms another by some `×` is faster by it."""
    changed = meaning.implied == "speed" or (meaning.noun == "speed" and meaning.direction != "")
    return changed or (times and meaning.implied == "performance" and not meaning.noun)


def _speed(meaning: Meaning) -> str:
    if meaning.direction in ("worse", "down"):
        return "slow-down"
    stage = meaning.noun.split()[0].removesuffix("s") if meaning.noun else ""
    return f"{stage} speed-up" if stage in _STAGES else "speed-up"


def _whole_noun(meaning: Meaning) -> str:
    """`cheaper inference` is about its cost, a `smaller index` about its size."""
    if meaning.implied in ("size", "cost") and meaning.noun and not meaning.better:
        return meaning.noun if meaning.implied in meaning.noun else f"{_singular(meaning.noun)} {meaning.implied}"
    return meaning.noun or meaning.implied


def _singular(noun: str) -> str:
    return _PLURAL.sub("", noun)
