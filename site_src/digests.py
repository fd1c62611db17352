"""Which day a dump is of, and what that says about the dates in it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from site_src.dates import digest_name, is_day, parse_digest_name
from site_src.errors import InputError, Place, Problem
from site_src.models import Byline, CompletePaper, Digest, Dump, PartialDate

_YEAR_ALONE = re.compile(r"(?<![0-9A-Za-z])(?:19|20)\d\d(?![0-9A-Za-z])")
_ENOUGH_YEARS = 3


@dataclass(frozen=True, slots=True)
class DatedDump:
    """A dump and the name of its digest; the dump's byline dates have their year where it is known."""

    dump: Dump
    digest: str


def date_dump(dump: Dump, stated: PartialDate | None) -> tuple[DatedDump, tuple[Problem, ...]]:
    """The dump with its dates completed, and a warning for each byline date that cannot be.

    The digest's year is the header's own, else `stated` (from site.yml), else one standing alone in the file's name,
    else inferred from the bylines, else unknown. Raises InputError where the header and `stated` disagree, or where
    the year makes the date impossible.
    """
    date = _check_date(dump, replace(dump.date, year=_find_year(dump, stated)), stated)
    problems: list[Problem] = []
    entries = []
    for entry in dump.entries:
        byline, problem = _date_byline(entry.byline, date.year, Place(dump.name, entry.line))
        entries.append(replace(entry, byline=byline))
        problems += [problem] if problem else []
    return DatedDump(replace(dump, date=date, entries=tuple(entries)), digest_name(date)), tuple(problems)


def _find_year(dump: Dump, stated: PartialDate | None) -> int:
    if dump.date.year or stated:
        return dump.date.year or (stated.year if stated else 0)
    years = set(_YEAR_ALONE.findall(dump.file))
    return int(years.pop()) if len(years) == 1 else infer_year(dump)


def infer_year(dump: Dump) -> int:
    """The year after the latest one printed in a byline: a year is printed exactly when it is not the digest's own.

    0 with fewer than three printed years, which may all be much older.
    """
    dates = [entry.byline.published for entry in dump.entries if entry.byline]
    years = [date.year for date in dates if date and date.year]
    return max(years) + 1 if len(years) >= _ENOUGH_YEARS else 0


def _check_date(dump: Dump, date: PartialDate, stated: PartialDate | None) -> PartialDate:
    place = Place(dump.name, dump.date_line)
    if stated and stated != date:
        seen = f"the header says '{dump.header[-1]}' but site.yml dates this dump {stated}"
        raise InputError(Problem(place, seen, "correct one of the two"))
    if not is_day(date.year, date.month, date.day):
        seen = f"impossible date '{dump.header[-1]}' in the year {date.year}"
        raise InputError(Problem(place, seen, "correct the header, or the year in site.yml or in the file's name"))
    return date


def _date_byline(byline: Byline | None, year: int, place: Place) -> tuple[Byline | None, Problem | None]:
    """A byline date without a year belongs to the digest's own year; without that it stays without."""
    if not byline or not byline.published or byline.published.year:
        return byline, None
    date = replace(byline.published, year=year)
    if is_day(date.year, date.month, date.day):
        return replace(byline, published=date), None
    seen = f"'{byline.lines[-1]}' in the byline is no day of {year}"
    return replace(byline, published=None), Problem(place, seen, "the date is left out")


def date_dumps(
    dumps: Iterable[Dump], stated: Mapping[str, PartialDate]
) -> tuple[tuple[DatedDump, ...], tuple[Problem, ...]]:
    """Every dump dated, in order of digest and file name, with the warnings. Raises as `date_dump`, for all at once."""
    dated: list[DatedDump] = []
    warnings: list[Problem] = []
    errors: list[Problem] = []
    for dump in dumps:
        try:
            result, problems = date_dump(dump, stated.get(dump.file))
        except InputError as error:
            errors += error.problems
        else:
            dated.append(result)
            warnings += problems
    if errors:
        raise InputError(errors)
    return tuple(sorted(dated, key=lambda d: (digest_order(d.digest), d.dump.file))), tuple(warnings)


def digest_order(name: str) -> tuple[bool, str]:
    """A sort key: dated digests first, oldest first; those without a year after them."""
    return name.startswith("undated"), name


def collect_digests(papers: Sequence[CompletePaper]) -> tuple[Digest, ...]:
    """Every digest a paper was seen in, newest first, those without a year last; dumps of one day share one."""
    dumps: dict[str, set[str]] = {}
    for complete in papers:
        for seen in complete.paper.seen_in:
            dumps.setdefault(seen.digest, set()).add(seen.dump)
    names = sorted(dumps, key=lambda name: (not name.startswith("undated"), name), reverse=True)
    return tuple(
        Digest(name=name, date=parse_digest_name(name) or PartialDate(), dumps=tuple(sorted(dumps[name])))
        for name in names
    )
