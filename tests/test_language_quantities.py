"""Tests of `site_src.language`: the numbers that a text holds, and their units."""

import pytest

from site_src.forms import right_before
from site_src.language import find_quantities, make_units
from site_src.models import Context, Measure

UNITS = make_units()
HEAT = Measure(of="heat", written={"°C": "°C|degrees"}, sign="°C", as_printed="(?-i:K)")
REST = Measure(of="rest", written={"days": "days?"}, only=(Context(before=right_before("rests?")),))


def values(text: str, *measures: Measure) -> list[str]:
    return [quantity.value for quantity in find_quantities(text, make_units(measures))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("up to 3×", "up to 3×"),
        ("as few as 3%", "up to 3%"),
        ("at least 3×", "≥3×"),
        ("more than 3 W", ">3 W"),
        ("less than 3%", "<3%"),
        ("roughly 3×", "~3×"),
        ("up to about 3×", "up to 3×"),
        ("approximately a 3× gain", "~3×"),
        ("ever 3×", "3×"),
        ("twofold", "2×"),
        ("three times", "3×"),
        ("four times", "4×"),
        ("five-fold", "5×"),
        ("six times", "6×"),
        ("eightfold", "8×"),
        ("a tenfold gain", "10×"),
        ("a hundred times", "100×"),
        ("two orders of magnitude", "100×"),
        ("twice as long", "2×"),
        ("reduced by half", "50%"),
    ],
)
def test_numbers_are_read_with_the_words_that_bound_or_spell_them(text: str, expected: str) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(("blanks", "expected"), [(19, "up to 3×"), (20, "3×")])
def test_words_bound_a_number_that_is_not_far(blanks: int, expected: str) -> None:
    assert values(f"up to{' ' * blanks}3×") == [expected]


@pytest.mark.parametrize("text", ["twice", "half a day", "somewhat 3rd", "threefolder"])
def test_words_that_are_no_numbers_are_left(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 to 5×", ["2–5×"]),
        ("between 2% and 5%", ["2–5%"]),
        ("5 to 2×", ["2×"]),
        ("1.5 and 3×", ["1.5×", "3×"]),
        ("8 bowls", []),
        ("a 3×3 grid", []),
    ],
)
def test_numbers_that_are_one_quantity_are_joined(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_a_number_that_changed_keeps_what_it_was() -> None:
    (quantity,) = find_quantities("from 3 to 5 hours", UNITS)

    assert (quantity.value, quantity.origin) == ("5 hours", "3 hours")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fired at 1220 degrees", ["1220°C"]),
        ("fired at 1500 K", ["1500 K"]),
        ("dried for 3 days", ["3 days"]),
        ("a kiln of 3 W", ["3 W"]),
    ],
)
def test_units_of_a_field_stand_beside_those_of_the_language(text: str, expected: list[str]) -> None:
    assert values(text, HEAT) == expected


def test_of_two_units_shown_alike_the_field_has_its_own() -> None:
    (own,) = find_quantities("3 days", make_units([REST]))
    (general,) = find_quantities("3 days", UNITS)

    assert own.measure == REST
    assert general.measure
    assert general.measure.of == "time"
    assert [unit.shown for unit in make_units([REST]).rows].count("days") == 1
