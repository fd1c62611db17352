"""Tests of the general words: every row takes and leaves what it says."""

import pytest

from site_src.results import make_vocabulary
from site_src.results.examples import AnyRow, wrong_examples
from site_src.results.general import CHANGES, EXCLUSIONS, KINDS, MEASURES, METRICS, UNITS
from site_src.results.quantities import find_quantities

VOCABULARY = make_vocabulary()


@pytest.mark.parametrize("rows", [METRICS, CHANGES, MEASURES, EXCLUSIONS, KINDS], ids=len)
def test_every_row_has_examples_and_they_hold(rows: tuple[AnyRow, ...]) -> None:
    wrong = [getattr(rows[place], said)[i] for place, said, i in wrong_examples(rows, VOCABULARY)]
    assert wrong == []
    assert all(row.takes and row.leaves for row in rows)
    assert {unit.measure for unit in UNITS} == {*MEASURES}


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
        ("ever 3×", "3×"),
        ("a tenfold gain", "10×"),
        ("three times", "3×"),
        ("two orders of magnitude", "100×"),
        ("twice as long", "2×"),
        ("reduced by half", "50%"),
    ],
)
def test_numbers_are_read_with_the_words_that_bound_or_spell_them(text: str, expected: str) -> None:
    assert [quantity.value for quantity in find_quantities(text, VOCABULARY)] == [expected]


@pytest.mark.parametrize("text", ["twice", "half a day", "somewhat 3rd", "threefolder"])
def test_words_that_are_no_numbers_are_left(text: str) -> None:
    assert find_quantities(text, VOCABULARY) == ()
