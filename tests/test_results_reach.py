"""How far words of a sentence reach, in characters or in words: at the limit and one beyond."""

import pytest

from site_src.language import read_sentences
from site_src.results.derived import find_results
from site_src.results.parse import parse_results
from site_src.results.vocabulary import make_vocabulary

CONTEXTS = r"""
exclusions:
- {because: a kiln's, before: 'kiln\b.*', takes: [the kiln of 3%], leaves: [3%]}
- {because: a glaze's, after: '.*\bglaze', takes: [3% of glaze], leaves: [3%]}
"""


def between(length: int, start: str = " ", end: str = " ") -> str:
    """So many characters of text, from its start to its end."""
    filler = ("clay " * length)[: length - len(start) - len(end)]
    return start + (f"{filler[:-1]}y" if filler.endswith(" ") else filler) + end


def told(sentence: str, field: str = "") -> list[tuple[str, str | None]]:
    """The values found and what each is compared with, where a paper says that of itself."""
    vocabulary = parse_results(field, "results.yml")[0] if field else make_vocabulary()
    found = find_results(read_sentences(f"We present a kiln. {sentence}"), vocabulary)
    return [(result.value, result.baseline) for result in found]


@pytest.mark.parametrize(("length", "baseline"), [(60, True), (61, False)])
def test_what_a_result_is_compared_with_is_named_in_60_characters(length: int, baseline: bool) -> None:  # noqa: FBT001
    name = f"Slow{between(length - 4, end='x')}"

    assert told(f"It is 3× faster than {name}.") == [("3×", name if baseline else None)]


@pytest.mark.parametrize(("distance", "baseline"), [(160, "Slowish"), (161, None)])
def test_what_a_result_is_compared_with_is_said_within_160_characters(distance: int, baseline: str | None) -> None:
    assert told(f"It is 3×{between(distance, ' faster ', ' than ')}Slowish.") == [("3×", baseline)]


@pytest.mark.parametrize(("length", "found"), [(2000, [("3×", None)]), (2001, [])])
def test_a_text_of_more_than_2000_characters_is_no_sentence(length: int, found: list[object]) -> None:
    start, end = "It is 3× faster ", " today."

    assert told(between(length, start, end)) == found


@pytest.mark.parametrize(("distance", "found"), [(200, []), (201, [("80%", None)])])
def test_what_is_compared_with_at_200_characters_owns_the_number(distance: int, found: list[object]) -> None:
    """A clause that begins so takes the number in, unless it is too long to be one."""
    assert told(f"In all, {between(distance, 'compared to Slowish ', ' the accuracy is ')}80%.") == found


@pytest.mark.parametrize(("distance", "found"), [(80, []), (81, [("3×", None)])])
def test_a_context_is_sought_in_80_characters_on_either_side(distance: int, found: list[object]) -> None:
    assert told(f"A {between(distance, 'kiln ', ' is ')}3× faster.", CONTEXTS) == found
    assert told(f"It is 3×{between(distance, ' faster ', ' glaze')}.", CONTEXTS) == found


@pytest.mark.parametrize(("length", "found"), [(70, [("3×", None)]), (71, [])])
def test_a_phrase_has_70_characters(length: int, found: list[object]) -> None:
    assert told(f"The kiln brings a {between(length, 'reduction of ', ' ')}of 3×.") == found


@pytest.mark.parametrize(("distance", "found"), [(140, [("up to 3×", None)]), (141, [])])
def test_a_verb_reaches_over_140_characters(distance: int, found: list[object]) -> None:
    assert told(f"It {between(distance, 'outperforms Slowish ', ', ')}up to 3×.") == found


@pytest.mark.parametrize(("words", "found"), [(4, [("80%", None)]), (5, [])])
def test_between_a_metric_and_what_it_is_stand_four_words(words: int, found: list[object]) -> None:
    assert told(f"The accuracy {'today ' * words}is 80%.") == found


@pytest.mark.parametrize(("distance", "found"), [(220, [("3%", None)]), (221, [])])
def test_what_is_outperformed_by_a_number_may_be_told_in_220_characters(distance: int, found: list[object]) -> None:
    assert told(f"It {between(distance, 'outperforms Slowish, ', ' ')}by 3%.") == found


@pytest.mark.parametrize(
    ("number", "distance", "found"),
    [("3×", 80, ["3×", "5×"]), ("3×", 81, ["3×"]), ("3.1", 40, ["3.1", "5×"]), ("3.1", 41, ["3.1"])],
)
def test_numbers_in_a_row_are_80_characters_apart_and_40_without_a_unit(
    number: str, distance: int, found: list[str]
) -> None:
    row = f"{number}{between(distance, ' on clay, ', ' and ')}{number.replace('3', '5')}"

    values = [value for value, _ in told(f"It reaches speeds of {row}.")]
    assert values == [value.replace("5×", number.replace("3", "5")) for value in found]


@pytest.mark.parametrize(("numbers", "found"), [(5, 5), (6, 0)])
def test_six_numbers_in_a_row_are_a_table(numbers: int, found: int) -> None:
    row = ", ".join(f"8{place}.1" for place in range(numbers))

    assert len(told(f"It reaches an accuracy of {row}.")) == found


@pytest.mark.parametrize(("words", "found"), [(5, [("3×", None)]), (6, [])])
def test_between_a_number_and_its_change_stand_five_words(words: int, found: list[object]) -> None:
    assert told(f"It has 3× {'clay ' * words}faster kilns.") == found


@pytest.mark.parametrize(("words", "found"), [(1, [("3.1 pp", None)]), (2, [])])
def test_a_number_without_a_unit_has_its_metric_right_beside_it(words: int, found: list[object]) -> None:
    """An adjective, at most: `a 3.1 absolute accuracy gain`."""
    assert told(f"It has a 3.1 {'clay ' * words}accuracy gain.") == found
