"""Records of forms that have fields: what they say, as text → an entry, and warnings for what cannot be used."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from site_src.contract import LONGEST_SLUG, RESERVED, SLUG
from site_src.dates import DateError, PartialDate
from site_src.errors import Place, Problem
from site_src.identifiers import read_arxiv_doi, read_arxiv_id, read_doi
from site_src.models import Entry, Facts, Link
from site_src.printed_dates import parse_written_date

_SLUG = re.compile(SLUG)
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record: texts as the form has them, "" or () where it says nothing.

    `identifiers` are all that may say which paper it is: ids, DOIs and addresses, the surest first. `facts` are those
    that need no reading. `listed` is the date of the list it stands in, `published` the paper's own. `links` are
    (kind, address).
    """

    line: int
    title: str
    abstract: str = ""
    authors: Sequence[str] = ()
    identifiers: Sequence[str] = ()
    published: str = ""
    listed: str = ""
    venue: str = ""
    organisation: str = ""
    categories: Sequence[str] = ()
    links: Sequence[tuple[str, str]] = ()
    votes: int | None = None
    comments: int | None = None
    author_count: int | None = None
    facts: Facts = field(default_factory=lambda: Facts(title=""))
    slug: str = ""
    summary: str | None = None


def read_record(record: Record, name: str) -> tuple[Entry, tuple[Problem, ...]]:
    """The record as an entry, which has every fact that can be read, and a warning for each that cannot be."""
    place = Place(name, record.line)
    problems: list[Problem] = []
    published = _read_date(record.published, place, problems)
    arxiv = _first(map(read_arxiv_id, record.identifiers))
    facts = replace(
        record.facts,
        title=one_line(record.title),
        arxiv=arxiv,
        doi=_read_doi(record.identifiers, arxiv),
        authors=tuple(filter(None, map(one_line, record.authors))),
        author_count=record.author_count,
        organisation=one_line(record.organisation) or None,
        published=published,
        venue=one_line(record.venue) or None,
        categories=tuple(dict.fromkeys(filter(None, map(one_line, record.categories)))),
        votes=record.votes,
        comments=record.comments,
        links=tuple(_links(record.links)) or record.facts.links,
    )
    entry = Entry(
        facts=facts,
        abstract=one_line(record.abstract),
        address=_first(_addresses(record.identifiers)) or "",
        date=_read_date(record.listed, place, problems),
        slug=record.slug,
        summary=record.summary,
        line=record.line,
    )
    return entry, tuple(problems)


def read_slug(written: str) -> str:
    """The slug of one of our own exports; "" for anything that cannot be a page's file name."""
    fits = len(written) <= LONGEST_SLUG and _SLUG.fullmatch(written) and written not in RESERVED
    return written if fits else ""


def one_line(text: str) -> str:
    """The text with single blanks for all white space."""
    return " ".join(text.split())


def _read_date(written: str, place: Place, problems: list[Problem]) -> PartialDate | None:
    try:
        date = parse_written_date(written) if written.strip() else None
    except DateError as error:
        problems.append(Problem(place, str(error), "the date is left out"))
        return None
    if written.strip() and not date:
        problems.append(Problem(place, f"'{one_line(written)[:40]}' is no date", "the date is left out"))
    return date


def _read_doi(identifiers: Sequence[str], arxiv: str | None) -> str | None:
    """The publisher's, or else arXiv's own of the paper with the id."""
    of_arxiv = (doi for doi in map(read_arxiv_doi, identifiers) if doi and read_arxiv_id(doi) == arxiv)
    return _first(map(read_doi, identifiers)) or _first(of_arxiv)


def _first(found: Iterable[str | None]) -> str | None:
    return next(filter(None, found), None)


def _addresses(identifiers: Sequence[str]) -> Iterator[str]:
    """Those that lead somewhere else than the paper's arXiv id or DOI does."""
    for one in identifiers:
        if _ADDRESS.fullmatch(one.strip()) and not read_arxiv_id(one) and not read_doi(one):
            yield one.strip()


def _links(links: Sequence[tuple[str, str]]) -> Iterator[Link]:
    for kind, address in links:
        if _ADDRESS.fullmatch(address.strip()):
            yield Link(kind=kind, url=address.strip())
