"""Which day, week or month a dump is of, and what that says about the dates in it.

A dump's dates are kept as it prints them: which year they are of is derived whenever they are shown (`derive_dates`),
so that a year named in `site.yml` later is as good as one known from the start.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from site_src.dates import (
    complete_year,
    digest_name,
    digest_order,
    format_date,
    is_dated,
    is_digest_date,
    parse_digest_name,
)
from site_src.errors import InputError, Place, Problem
from site_src.models import CompletePaper, Digest, DigestDate, Dump, Entry, Paper, PartialDate, SeenIn

_YEAR_ALONE = re.compile(r"(?<![0-9A-Za-z])(?:19|20)\d\d(?![0-9A-Za-z])")
_ENOUGH_YEARS = 3


@dataclass(frozen=True, slots=True)
class DatedDump:
    """A dump and the name of its digest, "" without one; where it prints its year, its entries' dates have theirs."""

    dump: Dump
    digest: str

    def digest_of(self, entry: Entry) -> str:
        """The name of the digest that the entry is of: where it has a date of its own, that one's."""
        return digest_name(entry.date) if entry.date else self.digest


def date_dump(dump: Dump, stated: DigestDate | None) -> tuple[DatedDump, tuple[Problem, ...]]:
    """The dump with its dates as far as they are sure, and a warning for each that makes no day.

    The digest's year is the dump's own, else that of `stated` (from site.yml), else one standing alone in the file's
    name, else inferred from the entries, else unknown. Only where the dump prints it do the entries' dates get theirs.
    What is stated holds for all entries. Raises InputError where the dump and `stated` disagree.
    """
    date, problems = _date_of(dump, stated)
    sure = dump.date if dump.date and dump.date.year else None
    entries = []
    for entry in dump.entries:
        dated, wrong = _date_entry(entry, sure, Place(dump.name, entry.line))
        own = None if stated else _own_date(dated, date)
        entries.append(replace(dated, date=own))
        problems += wrong
    dated_dump = DatedDump(replace(dump, date=date, entries=tuple(entries)), digest_name(date) if date else "")
    return dated_dump, tuple(problems)


# ---- of the dump


def _date_of(dump: Dump, stated: DigestDate | None) -> tuple[DigestDate | None, list[Problem]]:
    if stated:
        if dump.date and not _may_be(dump.date, stated):
            seen = f"the header says '{dump.printed_date}' but site.yml dates this dump {stated}"
            raise InputError(Problem(Place(dump.name, dump.date_line), seen, "correct one of the two"))
        return stated, []
    if not dump.date or dump.date.year:
        return dump.date, []
    problems: list[Problem] = []
    for year, source in _likely_years(dump):
        date = replace(dump.date, year=year)
        if is_digest_date(date):
            return date, problems
        seen = f"'{dump.printed_date}' cannot be in {year}, which {source}"
        cure = "the year is left unknown; name it in site.yml"
        problems.append(Problem(Place(dump.name, dump.date_line), seen, cure))
    return dump.date, problems


def _may_be(printed: DigestDate, stated: DigestDate) -> bool:
    """Whether they are the same, but for a year that is not printed."""
    return (printed if printed.year else replace(printed, year=stated.year)) == stated


def _likely_years(dump: Dump) -> Iterator[tuple[int, str]]:
    """Years that the dump may be of, and what says so."""
    named = set(_YEAR_ALONE.findall(dump.file))
    if len(named) == 1:
        yield int(named.pop()), "the file's name has"
    if year := infer_year(dump):
        yield year, "follows the years in the bylines"


def infer_year(dump: Dump) -> int:
    """The year after the latest one printed in a byline: a year is printed exactly when it is not the digest's own.

    0 with fewer than three printed years, which may all be much older.
    """
    dates = [entry.facts.published for entry in dump.entries]
    years = [date.year for date in dates if date and date.year]
    return max(years) + 1 if len(years) >= _ENOUGH_YEARS else 0


# ---- of its entries


def _own_date(entry: Entry, date: DigestDate | None) -> DigestDate | None:
    """The date the entry itself was listed on, with the dump's year where it has none; None where it has no day."""
    own = entry.date
    if own and not own.year and date and date.year and is_digest_date(replace(own, year=date.year)):
        own = replace(own, year=date.year)
    return own if own and is_digest_date(own) else None


def _date_entry(entry: Entry, sure: DigestDate | None, place: Place) -> tuple[Entry, list[Problem]]:
    """A date without a year belongs to that of the digest; without a year there, or such a day in it, it stays so."""
    published = entry.facts.published
    digest = entry.date if entry.date and entry.date.year and is_digest_date(entry.date) else sure
    if not digest or not published or published.year or not published.day:
        return entry, []
    date = complete_year(published, digest)
    if not date.year:
        seen = f"'{format_date(published)}' in the byline is no day of {digest.year}"
        return entry, [Problem(place, seen, "its year is left unknown")]
    return replace(entry, facts=replace(entry.facts, published=date)), []


def date_dumps(
    dumps: Iterable[Dump], stated: Mapping[str, DigestDate]
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


# ---- of papers, whenever they are shown


def derive_dates(paper: Paper, stated: Mapping[str, DigestDate]) -> Paper:
    """The paper with the digests that `stated` (from site.yml) makes of its dumps, and the year of its publication.

    A day printed without its year is of the year of the oldest dated digest the paper was seen in, or the one before:
    a paper is published before it is listed, and its year is printed where that is not the page's own.
    """
    seen_in = tuple(sorted(_date_appearance(seen, stated) for seen in paper.seen_in))
    published = paper.published
    oldest = min((seen.digest for seen in seen_in if is_dated(seen.digest)), key=digest_order, default="")
    if published and not published.year and (digest := parse_digest_name(oldest)):
        published = complete_year(published, digest)
    return replace(paper, seen_in=seen_in, published=published)


def _date_appearance(seen: SeenIn, stated: Mapping[str, DigestDate]) -> SeenIn:
    date = stated.get(seen.dump)
    return replace(seen, digest=digest_name(date)) if date else seen


def check_digests(papers: Iterable[Paper], stated: Mapping[str, DigestDate]) -> Iterator[Problem]:
    """A warning for each page that has a dump on another day than `stated` (from site.yml) has, whatever the year."""
    for paper in papers:
        for seen in paper.seen_in:
            page, config = parse_digest_name(seen.digest), stated.get(seen.dump)
            if page and config and not _may_be(replace(page, year=0), config):
                said = f"{seen.dump} as of {seen.digest}, but site.yml dates it {digest_name(config)}"
                yield Problem(Place(paper.place.file), said, "site.yml's is shown; correct one of the two")


def collect_digests(papers: Sequence[CompletePaper]) -> tuple[Digest, ...]:
    """Every digest a paper was seen in, newest first, those without a year last; dumps of one day share one."""
    dumps: dict[str, set[str]] = {}
    for complete in papers:
        for seen in complete.paper.seen_in:
            if seen.digest:
                dumps.setdefault(seen.digest, set()).add(seen.dump)
    names = sorted(dumps, key=lambda name: (is_dated(name), digest_order(name)), reverse=True)
    return tuple(
        Digest(name=name, date=parse_digest_name(name) or PartialDate(), dumps=tuple(sorted(dumps[name])))
        for name in names
    )
