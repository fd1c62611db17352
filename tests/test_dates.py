"""Days, weeks and months, and what pages state of them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.dates import (
    DateError,
    complete_year,
    digest_name,
    digest_order,
    digest_title,
    first_day,
    is_dated,
    is_digest_date,
    last_day,
    parse_digest_name,
    parse_iso_date,
    read_digest_date,
    read_digest_name,
    read_published,
)
from site_src.models import DigestDate, PartialDate, Week


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2024-02-29", PartialDate(2024, 2, 29)),
        ("2024-02", PartialDate(2024, 2)),
        ("2024", PartialDate(2024)),
        ("24", None),
        ("2024-2-9", None),
    ],
)
def test_an_iso_date_may_leave_out_its_end(printed: str, expected: PartialDate | None) -> None:
    assert expected == parse_iso_date(printed)


@pytest.mark.parametrize("printed", ["2023-02-29", "2024-13", "2024-00-01", "0000"])
def test_an_iso_date_that_cannot_be_is_an_error(printed: str) -> None:
    with pytest.raises(DateError):
        parse_iso_date(printed)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (PartialDate(2024, 2, 9), "2024-02-09"),
        (PartialDate(2024, 2), "2024-02"),
        (PartialDate(2024), "2024"),
        (PartialDate(0, 2, 9), "--02-09"),
    ],
)
def test_a_date_prints_as_far_as_it_is_known(date: PartialDate, expected: str) -> None:
    assert expected == str(date)
    assert read_published(expected) == date


@pytest.mark.parametrize(
    "written", ["--02-30", "--13-01", "--2-3", "02-03", "May 8", "", None, True, 2024.5, "2024-02-30"]
)
def test_other_words_are_no_date_of_a_paper(written: object) -> None:
    with pytest.raises(ValueError, match="date"):
        read_published(written)


# ---- digests

NAMED = [
    ("2025-05-08", PartialDate(2025, 5, 8), "8 May 2025"),
    ("undated-02-29", PartialDate(0, 2, 29), "29 February, year unknown"),
    ("2025-W48", Week(2025, 48), "Week 48 of 2025 (24–30 November)"),
    ("2025-W40", Week(2025, 40), "Week 40 of 2025 (29 September – 5 October)"),
    ("2026-W01", Week(2026, 1), "Week 1 of 2026 (29 December 2025 – 4 January 2026)"),
    ("undated-W53", Week(0, 53), "Week 53, year unknown"),
    ("2025-11", PartialDate(2025, 11), "November 2025"),
    ("undated-11", PartialDate(0, 11), "November, year unknown"),
]


@pytest.mark.parametrize(("name", "date", "title"), NAMED)
def test_a_digests_name_states_its_date(name: str, date: DigestDate, title: str) -> None:
    assert digest_name(date) == name == read_digest_name(name)
    assert parse_digest_name(name) == date
    assert digest_title(date) == title
    assert is_dated(name) is (date.year > 0)


@pytest.mark.parametrize(
    "name",
    [
        *("2025-02-30", "2025-13-01", "undated", "2025-5-8", "undated-00-01", "x", "", "2025", "2025-00", "2025-05-00"),
        *("2025-W53", "2025-W00", "2025-W1", "2025-w48", "W48", "9999-W52", "0000-05-08", "undated-2025-05-08"),
    ],
)
def test_other_words_are_no_digests_name(name: str) -> None:
    assert parse_digest_name(name) is None
    assert not is_dated("")
    with pytest.raises(ValueError, match="2025-05-08"):
        read_digest_name(name)


@pytest.mark.parametrize("written", ["2025-05-08", "2025-W48", "2025-11"])
def test_the_site_may_state_a_day_a_week_or_a_month(written: str) -> None:
    assert digest_name(read_digest_date(written)) == written


@pytest.mark.parametrize("written", ["2025", 2025, "undated-05-08", "May 8", "2025-W54", None])
def test_the_site_states_the_whole_of_a_digests_date(written: object) -> None:
    with pytest.raises(ValueError, match="2025-W19"):
        read_digest_date(written)


def test_digests_stand_in_the_order_of_their_last_days_and_those_without_a_year_last() -> None:
    in_order = ["2024-12-31", "2025-W01", "2025-11-24", "2025-11-29", "2025-11", "2025-11-30", "2025-W48", "2025-12-01"]
    undated = ["undated-03-01", "undated-W10", "undated-03-20", "undated-03", "undated-W53"]

    assert sorted([*reversed(undated), *reversed(in_order)], key=digest_order) == in_order + undated


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        (PartialDate(2025, 5, 8), PartialDate(2025, 5, 8), PartialDate(2025, 5, 8)),
        (PartialDate(2025, 2), PartialDate(2025, 2, 1), PartialDate(2025, 2, 28)),
        (PartialDate(0, 2), PartialDate(0, 2, 1), PartialDate(0, 2, 29)),
        (Week(2025, 48), PartialDate(2025, 11, 24), PartialDate(2025, 11, 30)),
        (Week(2026, 1), PartialDate(2025, 12, 29), PartialDate(2026, 1, 4)),
        (Week(0, 1), PartialDate(0, 1, 1), PartialDate(0, 1, 7)),
        (Week(0, 48), PartialDate(0, 11, 26), PartialDate(0, 12, 2)),
    ],
)
def test_a_digest_has_a_first_and_a_last_day(date: DigestDate, first: PartialDate, last: PartialDate) -> None:
    assert (first_day(date), last_day(date)) == (first, last)


@given(st.dates(dt.date(1, 1, 8), dt.date(9998, 12, 20)))
def test_a_day_is_in_its_week(day: dt.date) -> None:
    year, number, _ = day.isocalendar()
    week = Week(year, number)

    assert is_digest_date(week)
    assert first_day(week) <= PartialDate(day.year, day.month, day.day) <= last_day(week)


@pytest.mark.parametrize(
    ("day", "seen", "year"),
    [
        ((5, 8), PartialDate(2025, 5, 8), 2025),
        ((5, 9), PartialDate(2025, 5, 8), 2024),
        ((12, 30), PartialDate(2026, 1, 2), 2025),
        ((1, 1), PartialDate(2026, 1, 2), 2026),
        ((11, 30), Week(2025, 48), 2025),
        ((12, 1), Week(2025, 48), 2024),
        ((1, 3), Week(2026, 1), 2026),
        ((12, 30), Week(2026, 1), 2025),
        ((11, 30), PartialDate(2025, 11), 2025),
        ((12, 1), PartialDate(2025, 11), 2024),
        ((2, 29), PartialDate(2024, 5, 8), 2024),
        ((2, 29), PartialDate(2025, 5, 8), 0),
        ((2, 29), PartialDate(2025, 1, 8), 2024),
        ((5, 8), PartialDate(0, 5, 9), 0),
        ((5, 8), Week(0, 48), 0),
    ],
)
def test_a_day_without_its_year_is_of_the_digests_or_the_one_before(
    day: tuple[int, int], seen: DigestDate, year: int
) -> None:
    assert complete_year(PartialDate(0, *day), seen) == PartialDate(year, *day)
