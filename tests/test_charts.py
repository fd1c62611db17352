"""Places on an axis, and what is drawn of counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.charts import has_place, linear_axis, log_axis, shade, spark_path

POSITIVE = st.floats(1e-9, 1e12) | st.floats(0.5, 100)
FACTORS = st.lists(POSITIVE, min_size=1, max_size=8)
SHARES = st.lists(POSITIVE | POSITIVE.map(lambda number: -number) | st.just(0.0), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([1.5, 4.2], ["1", "2", "5"]),
        ([16.2], ["1", "2", "5", "10", "20"]),
        ([0.6, 3], ["0.5", "1", "2", "5"]),
        ([6150], ["1", "10", "100", "1,000", "10,000"]),
        ([12500000], ["1", "100", "10,000", "1e+06"]),
        ([], ["1", "2"]),
    ],
)
def test_factors_stand_on_a_logarithmic_axis_with_round_ticks(numbers: list[float], expected: list[str]) -> None:
    assert [tick.label for tick in log_axis(numbers).ticks] == expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([99.1, 40], ["0", "20", "40", "60", "80", "100"]),
        ([4, 2], ["0", "1", "2", "3", "4"]),
        ([0.85], ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
        ([-3, 5], ["−4", "−2", "0", "2", "4", "6"]),
        ([], ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
    ],
)
def test_shares_stand_on_a_linear_axis_from_0_with_round_ticks(numbers: list[float], expected: list[str]) -> None:
    assert [tick.label for tick in linear_axis(numbers).ticks] == expected


def test_on_a_logarithmic_axis_equal_factors_are_equally_far_apart() -> None:
    axis = log_axis([1, 100])

    assert [axis.place(number) for number in (1, 10, 100)] == [0, 50, 100]
    assert [tick.at for tick in axis.ticks] == [0, 50, 100]


@given(FACTORS)
def test_every_factor_has_its_place_in_order(numbers: list[float]) -> None:
    axis = log_axis(numbers)
    places = [axis.place(number) for number in sorted(numbers)]

    assert places == sorted(places)
    assert places[0] >= 0
    assert places[-1] <= 100
    assert axis.low <= min(numbers)
    assert axis.high >= max(numbers)
    assert 2 <= len(axis.ticks) <= 6


@given(SHARES)
def test_every_share_has_its_place_in_order(numbers: list[float]) -> None:
    axis = linear_axis(numbers)
    places = [axis.place(number) for number in sorted(numbers)]

    assert places == sorted(places)
    assert 0 <= places[0] <= places[-1] <= 100
    assert 2 <= len(axis.ticks) <= 8


@pytest.mark.parametrize("number", [float("inf"), float("nan"), 1e13, 1e-10])
def test_what_no_axis_can_show_has_no_place(number: float) -> None:
    assert not has_place(number, log=True)
    assert not has_place(number, log=False)


@pytest.mark.parametrize("number", [0, -3])
def test_only_a_linear_axis_has_a_place_for_nothing_and_for_less(number: float) -> None:
    assert not has_place(number, log=True)
    assert has_place(number, log=False)


def test_shade_grows_in_five_steps() -> None:
    assert [shade(count, 12) for count in (0, 1, 2, 3, 5, 8, 12)] == [0, 1, 1, 2, 3, 4, 5]


def test_a_spark_draws_a_bar_for_each_count_and_none_for_nothing() -> None:
    assert spark_path([0, 1, 4], 4) == "M10 20v-5.0h8V20zM20 20v-20.0h8V20z"
    assert spark_path([1], 1000) == "M0 20v-1h8V20z"
    assert spark_path([], 1) == ""


@pytest.mark.parametrize(("number", "shown"), [(1e-9, True), (9e-10, False), (1e12, True), (1.1e12, False)])
def test_an_axis_shows_a_billionth_to_a_million_million(number: float, shown: bool) -> None:  # noqa: FBT001
    assert has_place(number, log=True) is shown
    assert has_place(-number, log=False) is shown
