"""Results derived from an abstract."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_src.language import Quantity, find_quantities, suffix_of
from site_src.models import Metric, Reading, Result, Vocabulary
from site_src.results.baselines import find_baseline
from site_src.results.claims import claim_sentences, is_claim, is_setting
from site_src.results.kinds import find_kind
from site_src.results.marks import mark_sentence
from site_src.results.meaning import Meaning
from site_src.results.naming import bare_unit, metric_name
from site_src.results.rows import find_meanings

# Units a bare number is shown with, as those of metrics that say so.
_SHOWN_UNITS = ("x", "%", "pp")


def find_results(abstract: Reading, vocabulary: Vocabulary) -> tuple[Result, ...]:
    """The paper's own quantitative claims in a repaired abstract, in order of appearance, without repetitions."""
    results: list[Result] = []
    said: set[tuple[object, ...]] = set()
    for sentence in claim_sentences(abstract):
        found = _sentence_results(abstract.said(sentence), sentence.start, vocabulary)
        new = [result for result in found if _claim(result) not in said]
        said.update(map(_claim, new))
        results += new
    return tuple(results)


def _claim(result: Result) -> tuple[object, ...]:
    return result.number, result.number_hi, result.unit, result.metric


def _sentence_results(sentence: str, start: int, vocabulary: Vocabulary) -> Iterator[Result]:
    found = find_quantities(sentence, vocabulary.units)
    quantities = [quantity for quantity in found if not is_setting(sentence, quantity)]
    if not quantities:
        return
    marked = mark_sentence(sentence, vocabulary)
    for quantity, meaning in find_meanings(marked, quantities):
        if is_claim(marked, quantity, meaning, vocabulary):
            baseline = quantity.origin or _baseline(sentence, quantity, meaning, quantities)
            metric = metric_name(sentence, quantity, meaning, vocabulary)
            united = quantity if quantity.unit else _with_unit(quantity, meaning, metric, vocabulary)
            yield Result(
                value=united.value,
                number=united.low,
                number_hi=united.high,
                unit=united.unit,
                metric=metric,
                baseline=baseline,
                quote=sentence,
                quote_start=start,
                source="derived",
                kind=find_kind(united.unit, metric, vocabulary.kinds),
            )


def _baseline(sentence: str, quantity: Quantity, meaning: Meaning, quantities: Sequence[Quantity]) -> str | None:
    """What it is compared with. Behind the next number, a comparison is one of that number unless this one changed."""
    following = (other.start for other in quantities if other.at > quantity.at)
    limit = len(sentence) if meaning.direction else next(following, len(sentence))
    return find_baseline(sentence, quantity.start, quantity.end, limit)


def _with_unit(quantity: Quantity, meaning: Meaning, metric: str, vocabulary: Vocabulary) -> Quantity:
    """A bare number with its unit, which only some metrics show."""
    unit = bare_unit(quantity, meaning, metric, vocabulary)
    rows = (row for row in vocabulary.rows if isinstance(row, Metric))
    shown = unit in _SHOWN_UNITS or any(row.shows_unit and row.unit == unit for row in rows)
    return replace(quantity, unit=unit, suffix=suffix_of(unit) if shown else "")
