"""Tests of `site_src.results`: results derived from abstracts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.language import read_sentences
from site_src.results.derived import find_results
from site_src.results.parse import parse_results
from tests.conftest import CORPUS

VOCABULARY, _ = parse_results((CORPUS / "content" / "results.yml").read_text(encoding="utf-8"), "results.yml")
OPENING = "We present Quickish, a kernel."
PHRASES = st.sampled_from(
    (
        "We reduce latency by 3× and power by up to 40%.",
        "It reaches an accuracy of 77.5%, 2% higher than Slowish.",
        "However, others lose 9%.",
        "(see 3.5× [4])",
        "from 21% to 34%",
        "4-bit weights ~ 2-3x",
        "of 5 GB,",
        "by",
        "25-33X",
    )
)


def told(abstract: str) -> list[tuple[str, str]]:
    """The values and metrics found after an opening in which the paper speaks of itself."""
    found = find_results(read_sentences(f"{OPENING} {abstract}"), VOCABULARY)
    return [(result.value, result.metric) for result in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Quickish is 2.4× faster than Slowish.", [("2.4×", "speed-up")]),
        ("It yields a 2.4x speedup.", [("2.4×", "speed-up")]),
        ("It gives 2.4 times faster training.", [("2.4×", "training speed-up")]),
        ("It cuts memory use by up to 40%.", [("up to 40%", "memory reduction")]),
        ("It brings a 40% reduction in peak memory.", [("40%", "memory reduction")]),
        ("It saves 90% memory.", [("90%", "memory reduction")]),
        ("Half of the weights go: 50% of weights can be pruned.", [("50%", "weight reduction")]),
        ("It attains an accuracy of 77.5%.", [("77.5%", "accuracy")]),
        ("It keeps 77.5% top-1 accuracy.", [("77.5%", "top-1 accuracy")]),
        ("It loses less than 1% accuracy.", [("<1%", "accuracy loss")]),
        ("Perplexity rises: it costs a perplexity loss of only 0.3 points.", [("0.3 points", "perplexity increase")]),
        ("It improves latency by 1.5-2.7×.", [("1.5–2.7×", "latency reduction")]),
        ("It achieves 28% higher acceptance rate.", [("28%", "acceptance rate gain")]),
        ("It achieves a 19% higher frame stability.", [("19%", "frame stability increase")]),
        ("It quantizes every weight to 2.5-bit.", [("2.5-bit", "bit-width")]),
        ("It outperforms Slowish by 3× and 5x on two chips.", [("3×", "speed-up"), ("5×", "speed-up")]),
        ("It outperforms Slowish by 3% on MadeUp.", [("3%", "performance gain")]),
        ("It decodes at 41 tokens/s.", [("41 tokens/s", "throughput")]),
        ("It renders 8.9 frames per second.", [("8.9 frames/s", "throughput")]),
        ("It fine-tunes in just 16 hours.", [("16 hours", "training time")]),
        ("It is more than two orders of magnitude faster.", [(">100×", "speed-up")]),
        ("It is twice as fast as Slowish.", [("2×", "speed-up")]),
        ("It cuts the cost by half.", [("50%", "cost reduction")]),
        ("On MadeUp (+3.5%) and others, all is well.", [("+3.5%", "performance gain")]),
        ("It runs with only 15% of the parameters.", [("15%", "parameters")]),
        ("A smaller index: the index is 83× smaller.", [("83×", "size reduction")]),
        ("It offers 9x cheaper inference.", [("9×", "inference cost reduction")]),
        ("It keeps 92% of the improvement.", [("92%", "improvement")]),
    ],
)
def test_a_result_is_found_and_named(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "It reduces power and latency by 49% and 89%, respectively.",
            [("49%", "power reduction"), ("89%", "latency reduction")],
        ),
        (
            "It has 2.9x, 19x and 3x better throughput, energy efficiency and area efficiency.",
            [("2.9×", "throughput"), ("19×", "energy efficiency"), ("3×", "area efficiency")],
        ),
        (
            "It shows 3×, 2.4× and 1.6× throughput improvement over A, B and C.",
            [("3×", "throughput"), ("2.4×", "throughput"), ("1.6×", "throughput")],
        ),
        (
            "Speedups of 45x on Foo (256 tokens) and 61x on Bar are seen.",
            [("45×", "speed-up"), ("61×", "speed-up")],
        ),
        (
            "It saves 72% of parameters and 39% inference time.",
            [("72%", "parameter reduction"), ("39%", "inference time reduction")],
        ),
        (
            "It reduces the size by 40%, while keeping 97% of its skill and being 60% faster.",
            [("40%", "size reduction"), ("60%", "speed-up")],
        ),
        (
            "It reaches an accuracy of 77.5%, which is 2.6% higher than before.",
            [("77.5%", "accuracy"), ("2.6%", "accuracy gain")],
        ),
    ],
)
def test_numbers_in_a_row_each_get_their_own_metric(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "However, prior kernels reach only 25% accuracy.",
        "It holds while existing tools lose up to 6% in accuracy.",
        "We train on 8 GPUs with 60% data and 2048 tokens for 7B models.",
        "We test 4-bit and 8-bit models with 5 layers on Table 3.",
        "It suits a 24GB card and 1024×1024 images on 4x A100.",
        "It serves all requests within 30 ms.",
        "Padding accounts for 60% of run time.",
        "The score (69.48 vs. 72.41) is close.",
        "(1) It is fast. (2) It is small.",
        "Latency targets hold under 15 ms constraints.",
        "We use models with 1.6 trillion parameters.",
        "In 2024 we saw version 3.5.",
        "This 157-fold growth is hard.",
    ],
)
def test_settings_background_and_the_results_of_others_are_left_out(sentence: str) -> None:
    assert told(sentence) == []


def test_nothing_is_taken_from_before_the_paper_speaks_of_itself() -> None:
    abstract = "Slowish is 4× faster than Sluggish. In this paper, we make it 5× faster."
    assert [result.value for result in find_results(read_sentences(abstract), VOCABULARY)] == ["5×"]


@pytest.mark.parametrize(
    ("sentence", "baseline"),
    [
        ("It is 3× faster than the vanilla Slowish kernel on GPUs.", "vanilla Slowish kernel"),
        ("It cuts cost by 40% compared to Slowish and Sluggish.", "Slowish and Sluggish"),
        ("It outperforms Slowish by 3×.", "Slowish"),
        ("Compared with Slowish, it saves 40% power.", "Slowish"),
        ("Accuracy improves from 84% to 91%.", "84%"),
        ("It saves memory by more than 3× over time.", None),
        ("It is 3× faster.", None),
    ],
)
def test_the_thing_compared_with_is_told(sentence: str, baseline: str | None) -> None:
    (result,) = find_results(read_sentences(f"{OPENING} {sentence}"), VOCABULARY)
    assert result.baseline == baseline


@pytest.mark.parametrize(
    ("sentence", "number", "number_hi", "unit"),
    [
        ("It is 1.4-11.2x faster.", 1.4, 11.2, "x"),
        ("It is 1.4∼11.2× faster.", 1.4, 11.2, "x"),
        ("Speedups range from 2x to 13x.", 2, 13, "x"),
        ("It uses 40%–60% less memory.", 40, 60, "%"),
        ("It improves accuracy by 1.3 percentage points.", 1.3, None, "pp"),
        ("It brings weights down to 2-3 bits.", 2, 3, "bits"),
        ("It reaches 225 TFLOPs/s.", 225, None, "TFLOPs/s"),
        ("It reaches a FID of 2.27.", 2.27, None, "FID"),
        ("It reaches a perplexity of 5.3.", 5.3, None, "PPL"),
        ("It brings a 1.7 accuracy gain.", 1.7, None, "pp"),
        ("It is 5,000x faster.", 5000, None, "x"),
    ],
)
def test_numbers_and_units_are_read(sentence: str, number: float, number_hi: float | None, unit: str) -> None:
    (result,) = find_results(read_sentences(f"{OPENING} {sentence}"), VOCABULARY)
    assert (result.number, result.number_hi, result.unit) == (number, number_hi, unit)


def test_a_result_said_twice_is_one_result() -> None:
    assert told("It is 3× faster. Indeed, it is 3× faster.") == [("3×", "speed-up")]


@pytest.mark.parametrize(("more", "count"), [(215, 1), (225, 0)])
def test_what_is_longer_than_two_thousand_characters_is_no_sentence(more: int, count: int) -> None:
    assert len(told(f"It is 3× faster{', and hot' * more}.")) == count


@pytest.mark.parametrize(("letters", "count"), [(140, 0), (190, 1)])
def test_a_clause_of_others_tells_of_a_number_two_hundred_characters_on(letters: int, count: int) -> None:
    assert len(told(f"It holds while existing tools of {'x' * letters} reach 77% accuracy.")) == count


def test_an_abstract_without_numbers_has_no_results() -> None:
    assert find_results(read_sentences(""), VOCABULARY) == ()
    assert told("It is fast.") == []


@given(st.lists(PHRASES | st.text(max_size=12), max_size=8).map(" ".join))
def test_every_quote_stands_in_the_abstract_in_order_of_appearance(abstract: str) -> None:
    results = find_results(read_sentences(abstract), VOCABULARY)
    for result in results:
        assert abstract[result.quote_start : result.quote_start + len(result.quote)] == result.quote != ""
        assert result.metric
        assert result.unit
        assert result.source == "derived"
    assert [result.quote_start for result in results] == sorted(result.quote_start for result in results)


@pytest.mark.parametrize(
    "piece", ["5% ", "(5% ", "3x faster ", "by by ", "accounts for 5% ", "1,", "25-", "from 1 to 2 "]
)
def test_hostile_repetition_is_searched_promptly(piece: str) -> None:
    unbroken = "We say " + piece * (100_000 // len(piece))
    broken = ("We say " + piece * 60 + "end. ") * (20_000 // (60 * len(piece)))
    assert find_results(read_sentences(unbroken), VOCABULARY) == ()
    assert all(result.metric for result in find_results(read_sentences(broken), VOCABULARY))
