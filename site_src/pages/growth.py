"""Papers by year of publication, counted in the same columns everywhere."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from site_src.charts import shade, spark_path
from site_src.contract import TECHNIQUE, UNKNOWN
from site_src.models import CompletePaper, Technique
from site_src.pages.catalogue import Catalogue, year_of
from site_src.pages.views import year_path

MOST_YEARS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class YearColumn:
    """A year, all years up to `last`, or the unknown year, 0.

    `path` is its page and `year` its key as a facet, where papers are of this year alone.
    """

    name: str
    first: int
    last: int
    path: str | None = None
    year: str = ""

    def count(self, papers: Iterable[CompletePaper]) -> int:
        return sum(self.first <= year_of(paper) <= self.last for paper in papers)


@dataclass(frozen=True, slots=True)
class YearCell:
    """A technique's papers of a column, their number in steps of shade too; `year` as in YearColumn."""

    count: int
    shade: int
    name: str
    year: str


@dataclass(frozen=True, slots=True)
class YearTotal:
    """All papers of a column by its name, and where they are listed, if a page has just these."""

    name: str
    count: int
    path: str | None


@dataclass(frozen=True, slots=True)
class YearRow:
    """A technique's papers by year, and where they are listed."""

    technique: Technique
    path: str
    cells: tuple[YearCell, ...]


def year_columns(catalogue: Catalogue) -> tuple[YearColumn, ...]:
    """A column for every year from the first to the last, also those without papers; the unknown year last, if any.

    Of more than ten years the first ones share a column.
    """
    known = [year for year in catalogue.years if year]
    first, last = min(known, default=1), max(known, default=0)
    start = max(first, last - MOST_YEARS + 1)
    earlier = [YearColumn(name=f"≤ {start - 1}", first=1, last=start - 1)] if first < start else []
    years = [_one_year(str(year), year, catalogue) for year in range(start, last + 1)]
    unknown = [_one_year("unknown", 0, catalogue)] if 0 in catalogue.years else []
    return (*earlier, *years, *unknown)


def _one_year(name: str, year: int, catalogue: Catalogue) -> YearColumn:
    column = YearColumn(name=name, first=year, last=year)
    known = year in catalogue.years
    return replace(column, path=year_path(year), year=str(year or UNKNOWN)) if known else column


def year_rows(catalogue: Catalogue, columns: Sequence[YearColumn]) -> tuple[YearRow, ...]:
    """The techniques in taxonomy order, all shaded alike."""
    counts = _counts(catalogue, columns)
    most = _most(counts)
    return tuple(
        YearRow(
            catalogue.techniques[slug],
            TECHNIQUE.format(slug),
            tuple(
                YearCell(count, shade(count, most), column.name, column.year)
                for count, column in zip(row, columns, strict=True)
            ),
        )
        for slug, row in counts.items()
    )


def year_totals(catalogue: Catalogue, columns: Iterable[YearColumn]) -> tuple[YearTotal, ...]:
    """All papers of each column."""
    return tuple(YearTotal(column.name, column.count(catalogue.site.papers), column.path) for column in columns)


def sparks(catalogue: Catalogue) -> dict[str, str]:
    """Technique → the drawing of its papers by year, all on one scale; the unknown year is left out."""
    counts = _counts(catalogue, [column for column in year_columns(catalogue) if column.last])
    most = _most(counts)
    return {slug: spark_path(row, most) for slug, row in counts.items()}


def _counts(catalogue: Catalogue, columns: Sequence[YearColumn]) -> dict[str, list[int]]:
    return {slug: [column.count(papers) for column in columns] for slug, papers in catalogue.about.items()}


def _most(counts: Mapping[str, Sequence[int]]) -> int:
    return max((count for row in counts.values() for count in row), default=1)


def years_covered(papers: Iterable[CompletePaper]) -> str:
    """`2019–2025`, or `2024`; "" where no year is known."""
    years = sorted({year_of(paper) for paper in papers} - {0})
    if not years:
        return ""
    return str(years[0]) if years[0] == years[-1] else f"{years[0]}–{years[-1]}"
