"""Which day a dump is of, and what year its bylines' dates have."""

from dataclasses import replace

import pytest

from site_src.digests import check_digests, collect_digests, date_dump, date_dumps, derive_dates, infer_year
from site_src.errors import InputError
from site_src.models import DigestDate, Dump, Entry, Facts, Paper, PartialDate, SeenIn, Week
from tests.invented_site import make_paper


def entry(printed: PartialDate | None) -> Entry:
    return Entry(facts=Facts(title="A Kiln", published=printed), abstract="It fires.", line=9, abstract_line=11)


MAY_8 = PartialDate(0, 5, 8)


def dump(*printed: PartialDate | None, name: str = "dumps/kiln.txt", date: DigestDate | None = MAY_8) -> Dump:
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


def published(found: Dump, stated: DigestDate | None = None) -> list[PartialDate | None]:
    """What the entries' dates are once the dump is dated."""
    dated, _ = date_dump(found, stated)
    return [one.facts.published for one in dated.dump.entries]


def test_a_byline_date_without_a_year_is_of_the_year_that_the_header_prints() -> None:
    printed = (PartialDate(0, 2, 3), PartialDate(0, 12, 30), PartialDate(2021, 3, 11), PartialDate(2021), None)

    assert published(dump(*printed, date=PartialDate(2025, 5, 8))) == [
        *(PartialDate(2025, 2, 3), PartialDate(2024, 12, 30), *printed[2:]),
    ]


@pytest.mark.parametrize("stated", [None, PartialDate(2025, 5, 8)])
@pytest.mark.parametrize("name", ["kiln.txt", "kiln-2025.txt"])
def test_a_byline_date_stays_as_it_is_printed_where_the_header_prints_no_year(
    stated: PartialDate | None, name: str
) -> None:
    assert published(dump(PartialDate(0, 2, 29), *THREE_YEARS, name=name), stated)[0] == PartialDate(0, 2, 29)


def test_a_leap_day_in_a_byline_of_another_year_stays_without_its_year() -> None:
    dated, problems = date_dump(dump(PartialDate(0, 2, 29), date=PartialDate(2025, 5, 8)), None)

    assert [one.facts.published for one in dated.dump.entries] == [PartialDate(0, 2, 29)]
    assert [str(problem.place) for problem in problems] == ["dumps/kiln.txt:9"]


@pytest.mark.parametrize("found", [dump(name="dumps/kiln-2025.txt"), dump(*THREE_YEARS)])
def test_a_year_that_is_only_likely_is_no_error(found: Dump) -> None:
    dated, problems = date_dump(replace(found, date=PartialDate(0, 2, 29), printed_date="Feb 29"), None)

    assert dated.digest == "undated-02-29"
    assert [problem.seen.partition(",")[0] for problem in problems] == ["'Feb 29' cannot be in 2025"]
    assert str(problems[0].place) == f"{found.name}:3"


def test_of_two_likely_years_the_one_that_can_be_is_taken() -> None:
    years = [PartialDate(2023, 1, 1)] * 3

    assert date_dump(dump(*years, date=PartialDate(0, 2, 29), name="2025.txt"), None)[0].digest == "2024-02-29"


def test_a_leap_day_in_a_header_is_fine_in_a_leap_year_and_without_a_year() -> None:
    leap_day = PartialDate(0, 2, 29)

    assert date_dump(dump(name="2024.txt", date=leap_day), None)[0].digest == "2024-02-29"
    assert date_dump(dump(date=leap_day), None)[0].digest == "undated-02-29"


@pytest.mark.parametrize(
    ("date", "stated", "expected"),
    [
        (Week(0, 48), None, "2020-W48"),
        (Week(0, 48), Week(2025, 48), "2025-W48"),
        (Week(2025, 48), Week(2025, 48), "2025-W48"),
        (PartialDate(0, 11), PartialDate(2025, 11), "2025-11"),
        (None, PartialDate(2025, 11), "2025-11"),
        (None, None, ""),
    ],
)
def test_a_dump_may_be_of_a_week_a_month_or_nothing(
    date: DigestDate | None, stated: DigestDate | None, expected: str
) -> None:
    assert date_dump(dump(date=date, name="kiln-2020.txt"), stated)[0].digest == expected


@pytest.mark.parametrize(
    ("own", "date", "stated", "expected"),
    [
        (PartialDate(2024, 3, 5), MAY_8, None, "2024-03-05"),
        (PartialDate(0, 3, 5), PartialDate(2025, 5, 8), None, "2025-03-05"),
        (PartialDate(0, 3, 5), None, None, "undated-03-05"),
        (PartialDate(2024), PartialDate(2025, 5, 8), None, "2025-05-08"),
        (None, PartialDate(2025, 5, 8), None, "2025-05-08"),
        (PartialDate(2024, 3, 5), None, PartialDate(2025, 5, 8), "2025-05-08"),
    ],
)
def test_an_entry_with_a_date_of_its_own_is_of_that_digest_unless_the_site_states_another(
    own: PartialDate | None, date: PartialDate | None, stated: PartialDate | None, expected: str
) -> None:
    found = dump(None, date=date)
    listed = replace(found, entries=tuple(replace(one, date=own) for one in found.entries))
    dated, _ = date_dump(listed, stated)

    assert [dated.digest_of(one) for one in dated.dump.entries] == [expected]


@pytest.mark.parametrize("stated", [PartialDate(2025, 5, 9), Week(2025, 19), PartialDate(2025, 5)])
def test_a_header_and_site_yml_that_disagree_are_an_error(stated: PartialDate) -> None:
    with pytest.raises(InputError, match=r"dumps/kiln.txt:3: .*site.yml"):
        date_dump(dump(), stated)


def test_all_headers_that_disagree_are_named_at_once() -> None:
    with pytest.raises(InputError) as caught:
        date_dumps([dump(name=f"{n}.txt") for n in "ab"], {f"{n}.txt": PartialDate(2025, 6, 8) for n in "ab"})
    assert len(caught.value.problems) == 2


def test_dumps_come_in_order_of_digest_and_file() -> None:
    dumps = [dump(name="z.txt"), dump(name="b-2024.txt"), dump(name="a-2024.txt"), dump(name="c-2023.txt")]
    dated, _ = date_dumps(dumps, {})

    assert [one.dump.file for one in dated] == ["c-2023.txt", "a-2024.txt", "b-2024.txt", "z.txt"]


# ---- of papers, whenever they are shown


def seen(digest: str, dump: str = "a.txt") -> SeenIn:
    return SeenIn(digest=digest, dump=dump, line=1)


def derived(day: PartialDate | None, *seen_in: SeenIn, **stated: DigestDate) -> Paper:
    paper = Paper(slug="kiln", title="Kiln", published=day, seen_in=seen_in)
    return derive_dates(paper, {f"{name}.txt": date for name, date in stated.items()})


def test_the_site_s_date_of_a_dump_wins_over_a_page_s() -> None:
    paper = derived(None, seen("undated-05-08", "b.txt"), seen("2024-05-08"), a=Week(2025, 19))

    assert paper.seen_in == (seen("2025-W19"), seen("undated-05-08", "b.txt"))


@pytest.mark.parametrize(
    ("day", "digests", "expected"),
    [
        (PartialDate(0, 5, 29), ["2025-06-03"], PartialDate(2025, 5, 29)),
        (PartialDate(0, 12, 30), ["2026-01-02"], PartialDate(2025, 12, 30)),
        (PartialDate(0, 5, 29), ["2026-06-03", "2025-06-03", "undated-07-01", ""], PartialDate(2025, 5, 29)),
        (PartialDate(0, 5, 29), ["2025-W30", "2025-07-25"], PartialDate(2025, 5, 29)),
        (PartialDate(0, 5, 29), ["undated-06-03", ""], PartialDate(0, 5, 29)),
        (PartialDate(0, 2, 29), ["2025-06-03"], PartialDate(0, 2, 29)),
        (PartialDate(2021, 5, 29), ["2025-06-03"], PartialDate(2021, 5, 29)),
        (None, ["2025-06-03"], None),
    ],
)
def test_a_day_printed_without_its_year_is_of_the_year_it_was_first_seen_in(
    day: PartialDate | None, digests: list[str], expected: PartialDate | None
) -> None:
    paper = derived(day, *(seen(digest, f"{n}.txt") for n, digest in enumerate(digests)))

    assert paper.published == expected
    assert derive_dates(paper, {}) == paper


@pytest.mark.parametrize(
    ("digest", "told"),
    [("undated-05-08", 0), ("2024-05-08", 0), ("", 0), ("2025-05-09", 1), ("undated-W19", 1)],
)
def test_a_page_and_the_site_that_disagree_on_more_than_the_year_are_told(digest: str, told: int) -> None:
    papers = [Paper(slug="kiln", title="Kiln", seen_in=(seen(digest),))]

    assert len(list(check_digests(papers, {"a.txt": PartialDate(2025, 5, 8)}))) == told


def test_digests_are_collected_newest_first_without_what_is_in_none() -> None:
    names = ["2025-11-24", "2025-W48", "undated-11", "2025-11-28", "", "2025-12-01"]
    papers = [make_paper(f"p{n}", seen(name, f"{n}.txt")) for n, name in enumerate(names)]

    found = [digest.name for digest in collect_digests(papers)]
    assert found == ["2025-12-01", "2025-W48", "2025-11-28", "2025-11-24", "undated-11"]
