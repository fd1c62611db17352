"""What a page says it lists: a day, a week or a month."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.dates import DateError, DigestDate, first_day, is_digest_date, last_day
from site_src.models import PartialDate, Week
from site_src.printed_spans import parse_digest_date

WEEK_48, NOVEMBER = Week(2025, 48), PartialDate(2025, 11)


@pytest.mark.parametrize(
    "line",
    [
        *("Week 48, 2025", "Week 48 of 2025", "2025-W48", "2025W48", "2025 week 48", "W48 2025", "KW 48/2025"),
        *("Semaine 48, 2025", "2025年第48周", "2025년 48주차", "Nov 24 – 30, 2025", "Nov 24-30, 2025"),
        *("Nov 24, 2025 – Nov 30, 2025", "Nov 24 - Nov 30, 2025", "24–30 November 2025", "24. bis 30. November 2025"),
        *("du 24 au 30 novembre 2025", "from November 24 to November 30, 2025", "2025-11-24 - 2025-11-30"),
        *("2025-11-24/2025-11-30", "2025年11月24日~30日", "Week of Nov 24, 2025", "Mon, Nov 24 – Sun, Nov 30, 2025"),
    ],
)
def test_a_week_is_named_by_its_number_or_its_days(line: str) -> None:
    assert parse_digest_date(line) == WEEK_48


@pytest.mark.parametrize("line", ["Week 48", "W48", "KW 48", "第48週", "Nov 24 - Nov 30", "11月24日 - 11月30日"])
def test_a_week_may_lack_its_year(line: str) -> None:
    assert parse_digest_date(line) == Week(0, 48)


@pytest.mark.parametrize("line", ["Dec 29 – Jan 4, 2026", "Dec 29, 2025 – Jan 4", "Dec 29, 2025 – Jan 4, 2026"])
def test_a_week_over_the_turn_of_the_year_is_of_the_year_it_is_counted_in(line: str) -> None:
    assert parse_digest_date(line) == Week(2026, 1)
    assert parse_digest_date("Dec 29 – Jan 4") == Week(0, 1)


@pytest.mark.parametrize("line", ["November 2025", "2025-11", "Nov 1 – 30, 2025", "1.–30. November 2025", "2025年11月"])
def test_a_month_is_named_or_all_its_days_are(line: str) -> None:
    assert parse_digest_date(line) == NOVEMBER


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Nov 1 - Nov 30", PartialDate(0, 11)),
        ("Feb 1 - Feb 28", PartialDate(0, 2)),
        ("Feb 1 - Feb 29", PartialDate(0, 2)),
        ("Feb 1 - Feb 29, 2024", PartialDate(2024, 2)),
        ("Nov 28", PartialDate(0, 11, 28)),
        ("Fri, Nov 28, 2025", PartialDate(2025, 11, 28)),
        ("Nov 28 – Nov 28, 2025", PartialDate(2025, 11, 28)),
        ("Top 10", None),
        ("Season 2", None),
        ("Weekly", None),
        ("2 weeks", None),
        ("2周", None),
        ("10 - 20", None),
        ("Kilns – a study", None),
        ("Nov 28 – a study", None),
        ("Version 2", None),
        ("", None),
    ],
)
def test_a_line_names_a_span_only_in_a_spans_form(line: str, expected: DigestDate | None) -> None:
    assert parse_digest_date(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        *("Nov 24 - Dec 3", "Nov 23 – Nov 29, 2025", "Nov 24 – Nov 29, 2025", "Nov 24 – Dec 7, 2025"),
        *("Feb 1 – Feb 28, 2024", "Nov 2 – Nov 30, 2025", "Jan 1 – Dec 31, 2025", "Nov 1, 2024 – Nov 30, 2025"),
    ],
)
def test_a_span_that_is_no_week_and_no_month_is_an_error_with_its_cure(line: str) -> None:
    with pytest.raises(DateError, match=line) as caught:
        parse_digest_date(line)
    assert "Week 48, 2025" in caught.value.cure


@pytest.mark.parametrize(
    "line",
    [
        *("Week 0", "Week 54", "Week 53, 2025", "W48 0000", "9999-W52", "2025-13", "Nov 24 – 31, 2025"),
        *("Feb 30", "Week of Nov 23, 2025", "Mya 8"),
    ],
)
def test_what_cannot_be_is_an_error(line: str) -> None:
    with pytest.raises(DateError):
        parse_digest_date(line)


def test_a_week_whose_number_depends_on_the_year_must_have_it() -> None:
    depending = "Mar 1 - Mar 7"

    with pytest.raises(DateError, match="depends on the year") as caught:
        parse_digest_date(depending)
    assert caught.value.cure == "add the year"
    assert parse_digest_date(f"{depending}, 2021") == Week(2021, 9)
    assert parse_digest_date("Mar 2 - Mar 8") == Week(0, 10)


weeks = st.builds(Week, st.integers(1970, 2100), st.integers(1, 52))


def printed(day: PartialDate) -> str:
    return f"{dt.date(day.year, day.month, day.day):%B} {day.day}, {day.year}"


@given(weeks)
def test_the_days_of_a_week_are_the_week(week: Week) -> None:
    assert parse_digest_date(f"{printed(first_day(week))} – {printed(last_day(week))}") == week
    assert parse_digest_date(str(week)) == week


@given(
    st.text(max_size=60)
    | st.from_regex(r"[A-Za-z]{0,5} ?[0-9]{1,4}(, [0-9]{4})?( ?[-–/] ?)([A-Za-z]{3} )?[0-9]{1,4}(, [0-9]{4})?")
    | st.from_regex(r"(Dec|Jan|Feb) [0-9]{1,2}(, (9999|0001|0000))? – ((Dec|Jan|Feb) )?[0-9]{1,2}(, (9999|0001))?")
)
def test_any_line_is_a_span_or_none_or_told(line: str) -> None:
    try:
        date = parse_digest_date(line)
    except DateError:
        return
    assert date is None or (is_digest_date(date) and first_day(date) and last_day(date))
