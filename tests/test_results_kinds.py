"""Which results can stand side by side, and which of them leads."""

import pytest

from site_src.models import OTHER, Result, ResultKind, Strongest
from site_src.results.field import FieldWords
from site_src.results.general.kinds import KINDS
from site_src.results.kinds import find_kind, find_strongest
from site_src.results.vocabulary import make_vocabulary
from tests.invented_site import BREAKAGE, SPEED
from tests.invented_site import KINDS as POTTERY


def result(value: str, kind: ResultKind, number: float | None = 2) -> Result:
    return Result(value=value, number=number, unit="x", metric="m", baseline=None, quote="", source="page", kind=kind)


@pytest.mark.parametrize(
    ("unit", "metric", "expected"),
    [
        ("x", "speed-up", "speed-up"),
        ("x", "Speed-up of drying", "speed-up"),
        ("x", "speed-up overhead", "other"),
        ("%", "speed-up", "faster"),
        ("%", "breakage", "breakage"),
        ("ms", "speed-up", "other"),
        ("glazes", "glazes", "other"),
    ],
)
def test_a_result_is_of_the_first_kind_that_its_unit_and_metric_fit(unit: str, metric: str, expected: str) -> None:
    assert find_kind(unit, metric, POTTERY).slug == expected


@pytest.mark.parametrize(
    ("unit", "metric", "expected"),
    [
        ("x", "speed", "faster"),
        ("%", "speed gain", "faster-percent"),
        ("%", "firing time reduction", "time-saved"),
        ("%", "firing time increase", "other"),
        ("%", "energy reduction", "cost-saved"),
        ("%", "accuracy", "other"),
    ],
)
def test_without_kinds_of_its_own_a_digest_has_general_ones(unit: str, metric: str, expected: str) -> None:
    assert find_kind(unit, metric, make_vocabulary().kinds).slug == expected


def test_general_kinds_are_told_apart_and_explained_and_none_leads() -> None:
    assert len({kind.slug for kind in KINDS}) == len({kind.name for kind in KINDS}) == len(KINDS)
    assert all(kind.about.endswith(".") for kind in KINDS)
    assert not any(kind.strongest for kind in KINDS)
    assert make_vocabulary().kinds == (*KINDS, OTHER)


def test_kinds_of_a_field_stand_for_all_the_general_ones() -> None:
    assert make_vocabulary(FieldWords(kinds=(SPEED,))).kinds == (SPEED, OTHER)


def test_the_strongest_result_is_of_the_leading_kind_and_of_a_range_the_lower_end_counts() -> None:
    stated = (
        result("30%", BREAKAGE, 30),
        result("tenfold", SPEED, None),
        result("5–2500×", SPEED, 5),
        result("7×", SPEED, 7),
    )

    assert find_strongest(stated) == stated[3]
    assert find_strongest(stated[:2]) is None


def test_where_fewer_is_more_the_smallest_number_is_the_strongest() -> None:
    called = Strongest(one="fewest cracks", several="fewest cracks")
    cracks = ResultKind(slug="cracks", name="Cracks", about="How many.", strongest=called, fewer_is_more=True)
    stated = (result("3", cracks, 3), result("2", cracks, 2))

    assert find_strongest(stated) == stated[1]
