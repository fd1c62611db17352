"""Dates as people and programs print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.dates import DateError, format_date, is_day
from site_src.models import PartialDate
from site_src.printed_dates import parse_printed_date, parse_printed_month, parse_written_date

NOV_28, NOV_28_2025 = PartialDate(0, 11, 28), PartialDate(2025, 11, 28)


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
        ("2025", None),
        ("8", None),
        ("8 May 8", None),
        ("May 2025 8", None),
        ("May 8 | Papers", None),
    ],
)
def test_a_line_is_a_date_only_in_a_dates_form(printed: str, expected: PartialDate | None) -> None:
    assert expected == parse_printed_date(printed)


@pytest.mark.parametrize(
    "printed",
    [
        *("Fri, Nov 28, 2025", "Friday, 28 November 2025", "28 Nov 2025", "28. November 2025", "Nov. 28th, 2025"),
        *("2025/11/28", "2025.11.28", "2025. 11. 28.", "28.11.2025", "28/11/2025", "11/28/2025", "28-11-2025"),
        *("28-Nov-2025", "28.Nov.2025", "the 28th of November, 2025", "Fri 2025-11-28", "November 28, 2025."),
        "\uff12\uff10\uff12\uff15\uff0f\uff11\uff11\uff0f\uff12\uff18",
        "\u200fNov\u00a028,\u202f2025\u200b",
    ],
)
def test_a_day_is_printed_in_many_ways(printed: str) -> None:
    assert parse_printed_date(printed) == NOV_28_2025


@pytest.mark.parametrize("printed", ["Fri, Nov 28", "28 November", "Nov 28th", "28.11.", "Friday 28 Nov"])
def test_a_day_may_be_printed_without_its_year(printed: str) -> None:
    assert parse_printed_date(printed) == NOV_28


@pytest.mark.parametrize(
    "printed",
    [
        *("28 de noviembre de 2025", "viernes, 28 de noviembre de 2025", "28 nov. 2025", "le 28 novembre 2025"),
        *("vendredi 28 novembre 2025", "Freitag, 28. November 2025", "Fr., 28. Nov. 2025", "28 novembre 2025"),
        *("sexta-feira, 28 de novembro de 2025", "vrijdag 28 november 2025", "28 de novembre del 2025"),
        *("fredag den 28. november 2025", "28. marraskuuta 2025", "28. marras 2025", "28. nóvember 2025"),
        *("28. november 2025", "2025. gada 28. novembris", "2025 m. lapkričio 28 d.", "28 listopada 2025"),
        *("28. listopadu 2025", "28. studenoga 2025.", "2025. november 28.", "28 noiembrie 2025"),
        *("28 ноември 2025 г.", "пятница, 28 ноября 2025 г.", "28 листопада 2025 р.", "28 Νοεμβρίου 2025"),
        *("28 Kasım 2025 Cuma", "Jumat, 28 November 2025", "Thứ Sáu, 28 tháng 11, 2025"),
        *("ngày 28 tháng 11 năm 2025", "28 בנובמבר 2025", "יום שישי, 28 בנובמבר 2025", "٢٨ نوفمبر ٢٠٢٥"),
        *("28 تشرين الثاني 2025", "28 नवंबर 2025", "২৮ নভেম্বর ২০২৫", "28 พฤศจิกายน 2568", "28 พ.ย. 2025"),
        *("2025年11月28日", "2025年11月28日(金)", "2025年11月28日 星期五", "2025年11月28日金曜日", "2025년 11월 28일"),
        *("2025년 11월 28일 금요일", "2025年11月28號"),
    ],
)
def test_a_day_is_read_in_the_languages_people_read(printed: str) -> None:
    assert parse_printed_date(printed) == NOV_28_2025


@pytest.mark.parametrize(
    "printed", ["28 de noviembre", "le 28 novembre", "11月28日", "11월 28일", "28 нояб.", "28. Nov."]
)
def test_a_day_in_another_language_may_lack_its_year(printed: str) -> None:
    assert parse_printed_date(printed) == NOV_28


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("mar. 25 nov. 2025", PartialDate(2025, 11, 25)),  # a weekday in France, a month in English
        ("25 mar. 2025", PartialDate(2025, 3, 25)),
        ("28. listopada 2025.", PartialDate(2025, 10, 28)),  # in Croatia
        ("3 set 2025", PartialDate(2025, 9, 3)),
        ("agosto 3", PartialDate(0, 8, 3)),
        ("mayo 3", PartialDate(0, 5, 3)),
        ("mai 2, 2025", PartialDate(2025, 5, 2)),
        ("28 พฤศจิกายน 2443", PartialDate(2443, 11, 28)),
        ("28 พฤศจิกายน 2444", PartialDate(1901, 11, 28)),
    ],
)
def test_words_of_several_languages_are_told_apart(printed: str, expected: PartialDate) -> None:
    assert parse_printed_date(printed) == expected


@pytest.mark.parametrize(
    "printed",
    [
        *(
            "Top 10",
            "Season 2",
            "Set 2",
            "Out 10",
            "Gen 3",
            "Mag 7",
            "Day 3",
            "Page 2",
            "Version 3, 2025",
            "Note 4",
        ),
        *("1/20", "2.11", "3 ago, 5 days", "28 11 2025", "Nov 28 – a kiln", "28.11.25"),
    ],
)
def test_what_only_looks_like_a_date_is_none(printed: str) -> None:
    assert parse_printed_date(printed) is None


@pytest.mark.parametrize(
    "printed",
    [
        *("Feb 30", "Feb 29, 2023", "May 0", "May 32", "Mya 8", "2025-02-30", "Feb 29, 1900", "31. April 2025"),
        *("Novmber 28, 2025", "28 Setpember", "2月30日", "30.02.2025", "May 8, 0000", "0000-05-08", "08.05.0000"),
    ],
)
def test_a_dates_form_without_a_day_behind_it_is_an_error(printed: str) -> None:
    with pytest.raises(DateError, match=printed):
        parse_printed_date(printed)


@pytest.mark.parametrize("printed", ["03/04/2025", "3-4-2025"])
def test_a_date_that_may_be_of_two_months_is_an_error(printed: str) -> None:
    with pytest.raises(DateError, match=r"month 0?3 or 0?4") as caught:
        parse_printed_date(printed)
    assert "month as a word" in caught.value.cure


def test_the_same_number_twice_is_both_day_and_month() -> None:
    assert parse_printed_date("05/05/2025") == PartialDate(2025, 5, 5)
    assert parse_printed_date("04.03.2025") == PartialDate(2025, 3, 4)


@pytest.mark.parametrize(
    "printed",
    ["May 2025", "2025-05", "05/2025", "5/2025", "mayo de 2025", "2025年5月", "2025년 5월", "May, 2025", "2025 május"],
)
def test_a_month_is_printed_in_many_ways(printed: str) -> None:
    assert parse_printed_month(printed) == PartialDate(2025, 5)


@pytest.mark.parametrize("printed", ["May", "May 8", "2025", "2025.05", "2511.01234", "Papers 2025"])
def test_other_words_are_no_month(printed: str) -> None:
    assert parse_printed_month(printed) is None


@pytest.mark.parametrize("printed", ["2025-13", "00/2025", "May 0000"])
def test_a_month_that_cannot_be_is_an_error(printed: str) -> None:
    with pytest.raises(DateError, match=printed):
        parse_printed_month(printed)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-02-29T09:10:22.000Z", PartialDate(2024, 2, 29)),
        ("2024-02-29 09:10", PartialDate(2024, 2, 29)),
        ("2024/2/29", PartialDate(2024, 2, 29)),
        ("2024/02/29/", PartialDate(2024, 2, 29)),
        ("20240229", PartialDate(2024, 2, 29)),
        ("1709164800000", PartialDate(2024, 2, 29)),
        ("Thu, 29 Feb 2024 09:10:22 GMT", PartialDate(2024, 2, 29)),
        ("29 February 2024", PartialDate(2024, 2, 29)),
        ("2024-02", PartialDate(2024, 2)),
        ("Feb 2024", PartialDate(2024, 2)),
        ("2024", PartialDate(2024)),
        ("soon", None),
        ("", None),
    ],
)
def test_programs_write_dates_in_their_own_ways(written: str, expected: PartialDate | None) -> None:
    assert parse_written_date(written) == expected


@pytest.mark.parametrize("written", ["2024-02-30T00:00:00Z", "20240230", "0000-01-01"])
def test_a_day_that_cannot_be_is_an_error_however_it_is_written(written: str) -> None:
    with pytest.raises(DateError):
        parse_written_date(written)


def test_what_is_too_long_for_a_date_is_none() -> None:
    for parse in (parse_printed_date, parse_written_date):
        assert parse(f"8{' ' * 90}May") == PartialDate(0, 5, 8)
        assert parse(f"8{' ' * 130}May") is None


days = st.builds(PartialDate, st.integers(1000, 9999), st.integers(1, 12), st.integers(1, 28))


@given(days)
def test_a_day_is_read_as_it_is_shown(day: PartialDate) -> None:
    assert parse_printed_date(format_date(day)) == day
    assert parse_printed_date(str(day)) == day == parse_written_date(str(day))


@given(st.text(max_size=60) | st.from_regex(r"[0-9]{1,5}[ ./-][A-Za-z0-9]{1,9}[ ,./-]{1,2}[0-9]{0,4}", fullmatch=True))
def test_any_text_is_a_day_or_none_or_told(printed: str) -> None:
    for parse in (parse_printed_date, parse_written_date):
        try:
            date = parse(printed)
        except DateError:
            continue
        assert date is None or is_day(date.year, date.month or 1, date.day or 1)
