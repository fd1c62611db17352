"""Which day a dump is of, and what that says about the dates in it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from site_src.dates import digest_name, format_date, is_day, parse_digest_name
from site_src.errors import InputError, Place, Problem
from site_src.models import CompletePaper, Digest, DigestDate, Dump, Entry, PartialDate

_YEAR_ALONE = re.compile(r"(?<![0-9A-Za-z])(?:19|20)\d\d(?![0-9A-Za-z])")
_ENOUGH_YEARS = 3


@dataclass(frozen=True, slots=True)
class DatedDump:
    """A dump and the name of its digest, "" without one; its entries' dates have their year where it is known."""

    dump: Dump
    digest: str


def date_dump(dump: Dump, stated: DigestDate | None) -> tuple[DatedDump, tuple[Problem, ...]]:
    """The dump with its dates completed, and a warning for each entry's date that cannot be.

    The digest's year is the dump's own, else `stated` (from site.yml), else one standing alone in the file's name,
    else inferred from the entries, else unknown. Raises InputError where the dump and `stated` disagree, or where
    the year makes the date impossible.
    """
    if not (dump.date or stated):
        return DatedDump(dump, ""), ()
    date = replace(dump.date, year=_find_year(dump, stated)) if dump.date else stated
    date = _check_date(dump, date or PartialDate(), stated)
    problems: list[Problem] = []
    entries = []
    for entry in dump.entries:
        dated, problem = _date_entry(entry, date.year, Place(dump.name, entry.line))
        entries.append(dated)
        problems += [problem] if problem else []
    return DatedDump(replace(dump, date=date, entries=tuple(entries)), digest_name(date)), tuple(problems)


def _find_year(dump: Dump, stated: DigestDate | None) -> int:
    year = dump.date.year if dump.date else 0
    if year or stated:
        return year or (stated.year if stated else 0)
    years = set(_YEAR_ALONE.findall(dump.file))
    return int(years.pop()) if len(years) == 1 else infer_year(dump)


def infer_year(dump: Dump) -> int:
    """The year after the latest one printed in a byline: a year is printed exactly when it is not the digest's own.

    0 with fewer than three printed years, which may all be much older.
    """
    dates = [entry.facts.published for entry in dump.entries]
    years = [date.year for date in dates if date and date.year]
    return max(years) + 1 if len(years) >= _ENOUGH_YEARS else 0


def _check_date(dump: Dump, date: PartialDate, stated: PartialDate | None) -> PartialDate:
    place = Place(dump.name, dump.date_line)
    if stated and stated != date:
        seen = f"the header says '{dump.printed_date}' but site.yml dates this dump {stated}"
        raise InputError(Problem(place, seen, "correct one of the two"))
    if not is_day(date.year, date.month, date.day):
        seen = f"impossible date '{dump.printed_date}' in the year {date.year}"
        raise InputError(Problem(place, seen, "correct the header, or the year in site.yml or in the file's name"))
    return date


def _date_entry(entry: Entry, year: int, place: Place) -> tuple[Entry, Problem | None]:
    """A date without a year belongs to the digest's own year; without that it stays without."""
    published = entry.facts.published
    if not published or published.year:
        return entry, None
    date: PartialDate | None = replace(published, year=year)
    problem = None
    if date and not is_day(date.year, date.month, date.day):
        problem = Problem(
            place, f"'{format_date(published)}' in the byline is no day of {year}", "the date is left out"
        )
        date = None
    return replace(entry, facts=replace(entry.facts, published=date)), problem


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
