"""Which day a dump is of, and what year its bylines' dates have."""

import pytest

from site_src.dates import digest_name, parse_digest_name
from site_src.digests import date_dump, date_dumps, infer_year
from site_src.errors import InputError
from site_src.models import Dump, Entry, Facts, PartialDate


def entry(printed: PartialDate | None) -> Entry:
    return Entry(facts=Facts(title="A Kiln", published=printed), abstract="It fires.", line=9, abstract_line=11)


MAY_8 = PartialDate(0, 5, 8)


def dump(*printed: PartialDate | None, name: str = "dumps/kiln.txt", date: PartialDate = MAY_8) -> Dump:
    entries = tuple(entry(one) for one in printed)
    return Dump(printed_date="May 8", date=date, entries=entries, date_line=3, name=name)


THREE_YEARS = (PartialDate(2019, 4, 1), PartialDate(2024, 2, 3), PartialDate(2021, 3, 11))


@pytest.mark.parametrize(
    ("found", "stated", "expected"),
    [
        pytest.param(dump(date=PartialDate(2023, 5, 8), name="2020.txt"), None, "2023-05-08", id="the header's own"),
        pytest.param(dump(*THREE_YEARS, name="2020.txt"), PartialDate(2022, 5, 8), "2022-05-08", id="site.yml"),
        pytest.param(dump(*THREE_YEARS, name="kiln-2020.txt"), None, "2020-05-08", id="the file's name"),
        pytest.param(dump(name="x/1999/kiln_2020_a.txt"), None, "2020-05-08", id="the file's name, not its folder's"),
        pytest.param(dump(name="kiln-20200508.txt"), None, "undated-05-08", id="no year alone in the name"),
        pytest.param(dump(name="ab2020c.txt"), None, "undated-05-08", id="a year inside a word"),
        pytest.param(dump(name="2019-2020.txt"), None, "undated-05-08", id="two years in the name"),
        pytest.param(dump(*THREE_YEARS), None, "2025-05-08", id="inferred"),
        pytest.param(dump(*THREE_YEARS[:2]), None, "undated-05-08", id="too few years to infer from"),
        pytest.param(dump(PartialDate(0, 2, 3)), None, "undated-05-08", id="unknown"),
    ],
)
def test_the_year_comes_from_the_first_source_that_has_it(
    found: Dump, stated: PartialDate | None, expected: str
) -> None:
    dated, problems = date_dump(found, stated)

    assert expected == dated.digest
    assert problems == ()


def test_the_same_year_three_times_is_enough_to_infer_from() -> None:
    assert infer_year(dump(*[PartialDate(2024, 1, 1)] * 3)) == 2025


def test_a_byline_date_without_a_year_belongs_to_the_digests_year() -> None:
    dated, _ = date_dump(dump(PartialDate(0, 2, 3), PartialDate(2021, 3, 11)), PartialDate(2025, 5, 8))
    found = [one.facts.published for one in dated.dump.entries]

    assert [PartialDate(2025, 2, 3), PartialDate(2021, 3, 11)] == found


def test_a_byline_date_stays_without_a_year_where_the_digest_has_none() -> None:
    dated, _ = date_dump(dump(PartialDate(0, 2, 29)), None)

    assert [PartialDate(0, 2, 29)] == [one.facts.published for one in dated.dump.entries]


def test_a_leap_day_is_dropped_from_a_byline_of_another_year() -> None:
    dated, problems = date_dump(dump(PartialDate(0, 2, 29)), PartialDate(2025, 5, 8))

    assert [one.facts.published for one in dated.dump.entries] == [None]
    assert [str(problem.place) for problem in problems] == ["dumps/kiln.txt:9"]


def test_a_leap_day_in_a_header_of_another_year_is_an_error() -> None:
    with pytest.raises(InputError, match=r"dumps/kiln-2025.txt:3: impossible date"):
        date_dump(dump(name="dumps/kiln-2025.txt", date=PartialDate(0, 2, 29)), None)


def test_a_leap_day_in_a_header_is_fine_in_a_leap_year_and_without_a_year() -> None:
    leap_day = PartialDate(0, 2, 29)

    assert date_dump(dump(name="2024.txt", date=leap_day), None)[0].digest == "2024-02-29"
    assert date_dump(dump(date=leap_day), None)[0].digest == "undated-02-29"


@pytest.mark.parametrize("stated", [PartialDate(2025, 5, 9), PartialDate(2025), PartialDate(2024, 6, 8)])
def test_a_header_and_site_yml_that_disagree_are_an_error(stated: PartialDate) -> None:
    with pytest.raises(InputError, match=r"dumps/kiln.txt:3: .*site.yml"):
        date_dump(dump(), stated)


def test_all_impossible_headers_are_named_at_once() -> None:
    bad = [dump(name=f"{n}-2025.txt", date=PartialDate(0, 2, 29)) for n in "ab"]

    with pytest.raises(InputError) as caught:
        date_dumps(bad, {})
    assert len(caught.value.problems) == 2


def test_dumps_come_in_order_of_digest_and_file() -> None:
    dumps = [dump(name="z.txt"), dump(name="b-2024.txt"), dump(name="a-2024.txt"), dump(name="c-2023.txt")]
    dated, _ = date_dumps(dumps, {})

    assert [one.dump.file for one in dated] == ["c-2023.txt", "a-2024.txt", "b-2024.txt", "z.txt"]


@pytest.mark.parametrize("date", [PartialDate(2025, 5, 8), PartialDate(0, 2, 29)])
def test_a_digests_name_states_its_date(date: PartialDate) -> None:
    assert date == parse_digest_name(digest_name(date))


@pytest.mark.parametrize("name", ["2025-02-30", "2025-13-01", "undated", "2025-5-8", "undated-00-01", "x"])
def test_other_words_are_no_digests_name(name: str) -> None:
    assert parse_digest_name(name) is None
