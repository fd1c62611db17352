"""Results derived from an abstract."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_src.models import Reading, Result
from site_src.results.baselines import find_baseline
from site_src.results.claims import claim_sentences, is_claim, is_format
from site_src.results.marks import mark_sentence
from site_src.results.meaning import Meaning
from site_src.results.naming import bare_unit, metric_name
from site_src.results.quantities import Quantity, find_quantities
from site_src.results.rows import find_meanings

# Units a bare number may be shown with.
_SHOWN_UNITS = ("x", "%", "pp", "PPL")


def find_results(abstract: Reading) -> tuple[Result, ...]:
    """The paper's own quantitative claims in a repaired abstract, in order of appearance, without repetitions."""
    results: list[Result] = []
    said: set[tuple[object, ...]] = set()
    for sentence in claim_sentences(abstract):
        found = _sentence_results(abstract.said(sentence), sentence.start)
        new = [result for result in found if _claim(result) not in said]
        said.update(map(_claim, new))
        results += new
    return tuple(results)


def _claim(result: Result) -> tuple[object, ...]:
    return result.number, result.number_hi, result.unit, result.metric


def _sentence_results(sentence: str, start: int) -> Iterator[Result]:
    quantities = [quantity for quantity in find_quantities(sentence) if not is_format(sentence, quantity)]
    if not quantities:
        return
    marked = mark_sentence(sentence)
    for quantity, meaning in find_meanings(marked, quantities):
        if is_claim(marked, quantity, meaning):
            baseline = quantity.origin or _baseline(sentence, quantity, meaning, quantities)
            yield _result(sentence, start, quantity, meaning, baseline)


def _baseline(sentence: str, quantity: Quantity, meaning: Meaning, quantities: Sequence[Quantity]) -> str | None:
    """What it is compared with. Behind the next number, a comparison is one of that number unless this one changed."""
    following = (other.start for other in quantities if other.at > quantity.at)
    limit = len(sentence) if meaning.direction else next(following, len(sentence))
    return find_baseline(sentence, quantity.start, quantity.end, limit)


def _result(sentence: str, start: int, quantity: Quantity, meaning: Meaning, baseline: str | None) -> Result:
    metric = metric_name(sentence, quantity, meaning)
    unit = quantity.unit or bare_unit(quantity, meaning, metric)
    shown = replace(quantity, unit=unit) if unit in _SHOWN_UNITS else quantity
    return Result(
        value=shown.value,
        number=quantity.low,
        number_hi=quantity.high,
        unit=unit,
        metric=metric,
        baseline=baseline,
        quote=sentence,
        quote_start=start,
        source="derived",
    )
