"""Tests of `site_src.results`: results a page states."""

import pytest

from site_src.language import read_sentences
from site_src.models import Result, StatedResult
from site_src.results.parse import parse_results
from site_src.results.stated import complete_results
from tests.conftest import CORPUS

VOCABULARY, _ = parse_results((CORPUS / "content" / "results.yml").read_text(encoding="utf-8"), "results.yml")

ABSTRACT = (
    "We present Quickish. It is 2.4× faster than Slowish. It cuts memory by up to 40% at a 40% lower cost."
    " Perplexity drops by 0.4 on MadeUp."
)


def completed(value: str, metric: str, abstract: str = ABSTRACT) -> Result:
    stated = StatedResult(value=value, metric=metric, baseline="Slowish")
    (result,) = complete_results([stated], read_sentences(abstract), VOCABULARY)
    return result


@pytest.mark.parametrize(
    ("value", "number", "number_hi", "unit"),
    [
        ("2.4×", 2.4, None, "x"),
        ("2.4x", 2.4, None, "x"),
        (">10×", 10, None, "x"),
        ("up to 40%", 40, None, "%"),
        ("50–73%", 50, 73, "%"),
        ("+1.5 pp", 1.5, None, "pp"),
        ("4-bit", 4, None, "bits"),
        ("−0.4 PPL", -0.4, None, "PPL"),
        ("225 TFLOPs/s", 225, None, "TFLOPs/s"),
        ("16 hours", 16, None, "hours"),
        ("1.2 samples", 1.2, None, "samples"),
        ("12 wombats", 12, None, "wombats"),
        ("0.98", 0.98, None, "some metric"),
        ("1/3", None, None, "some metric"),
        ("a lot", None, None, "some metric"),
    ],
)
def test_a_stated_value_is_parsed(value: str, number: float | None, number_hi: float | None, unit: str) -> None:
    result = completed(value, "some metric", abstract="")
    assert (result.number, result.number_hi, result.unit) == (number, number_hi, unit)
    assert (result.value, result.metric, result.baseline, result.source) == (value, "some metric", "Slowish", "page")


@pytest.mark.parametrize(
    ("value", "metric", "quote"),
    [
        ("2.4×", "speed-up", "It is 2.4× faster than Slowish."),
        ("40%", "memory reduction", "It cuts memory by up to 40% at a 40% lower cost."),
        ("−0.4 PPL", "perplexity", "Perplexity drops by 0.4 on MadeUp."),
        ("2.4%", "speed-up", ""),
        ("3×", "speed-up", ""),
        ("a lot", "speed-up", ""),
    ],
)
def test_a_quote_is_found_by_its_number_and_unit(value: str, metric: str, quote: str) -> None:
    result = completed(value, metric)
    assert result.quote == quote
    assert result.quote_start == (ABSTRACT.index(quote) if quote else -1)


def test_of_several_sentences_the_one_that_names_the_metric_is_quoted() -> None:
    abstract = "We cut the cost by 30%. We cut the power by 30%."
    assert completed("30%", "power reduction", abstract).quote == "We cut the power by 30%."
    assert completed("30%", "reduction", abstract).quote == "We cut the cost by 30%."


def test_without_an_abstract_there_is_no_quote() -> None:
    assert (completed("3×", "speed-up", "").quote, completed("3×", "speed-up", "").quote_start) == ("", -1)


def test_a_number_without_its_unit_is_found_beside_a_word_of_the_metric() -> None:
    abstract = "The kiln has 4 shelves. Firing needs 4 bowls, 5.18 speedup included. It took 1.4 hours."
    found = complete_results(
        (
            StatedResult(value="4", metric="bowls fired"),
            StatedResult(value="5.18×", metric="speed-up"),
            StatedResult(value="4", metric="chimneys"),
        ),
        read_sentences(abstract),
        VOCABULARY,
    )

    assert [result.quote[:12] for result in found] == ["Firing needs", "Firing needs", ""]
