"""Dates as dumps and pages print them."""

import pytest

from site_src.dates import DateError, parse_iso_date
from site_src.models import PartialDate
from site_src.printed_dates import parse_printed_date


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("May 8", PartialDate(0, 5, 8)),
        ("May 8, 2024", PartialDate(2024, 5, 8)),
        ("Sept. 3rd", PartialDate(0, 9, 3)),
        ("8 May 2024", PartialDate(2024, 5, 8)),
        ("December 31", PartialDate(0, 12, 31)),
        ("2025-05-08", PartialDate(2025, 5, 8)),
        ("Feb 29", PartialDate(0, 2, 29)),
        ("Feb 29, 2024", PartialDate(2024, 2, 29)),
        ("2025-05", None),
        ("Daily Papers", None),
        ("", None),
        ("May", None),
        ("May 8 2", None),
    ],
)
def test_a_line_is_a_date_only_in_a_dates_form(printed: str, expected: PartialDate | None) -> None:
    assert expected == parse_printed_date(printed)


@pytest.mark.parametrize(
    "printed", ["Feb 30", "Feb 29, 2023", "May 0", "May 32", "Mya 8", "2025-02-30", "Feb 29, 1900"]
)
def test_a_dates_form_without_a_day_behind_it_is_an_error(printed: str) -> None:
    with pytest.raises(DateError, match=printed):
        parse_printed_date(printed)


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
