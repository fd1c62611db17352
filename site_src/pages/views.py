"""What templates loop over: frozen values in which everything is already decided."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from site_src.contract import SHEET, TECHNIQUE, UNKNOWN, YEAR
from site_src.models import Digest, Result, ResultKind, Technique
from site_src.pages.sections import Anchor

_TIMES = re.compile(r"(?<=\d) ?x(?![A-Za-z0-9])")


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same in another format: its media type, what it is called, and its address from the site's root."""

    media_type: str
    name: str
    path: str

    @property
    def saved_as(self) -> str:
        """A file name that still tells, among other downloads, what is in it: `glazes-papers.bib`."""
        return "-".join(self.path.split("/")[-2:])


@dataclass(frozen=True, slots=True)
class Way:
    """An entry of the navigation; `current` is "page" on its own page, "true" on those below it, else empty."""

    name: str
    path: str
    current: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What base.html needs of every page.

    `path` is the page's address from the site's root; `crumbs` lead from the home page to it; `feeds` begins with the
    page's own; `alternates` are what else the page is to be had as; `edit` is where its source can be corrected;
    `citation` are `citation_*` names and values; `json_ld` is a JSON-LD document. `kind` is the OpenGraph type.
    """

    path: str
    title: str
    description: str
    crumbs: tuple[Anchor, ...]
    nav: tuple[Anchor, ...]
    feeds: tuple[Anchor, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    edit: str | None = None
    kind: str = "website"
    indexable: bool = True
    search_in_header: bool = True
    citation: tuple[tuple[str, str], ...] = ()
    json_ld: Mapping[str, object] = field(default_factory=dict)

    @property
    def ways(self) -> tuple[Way, ...]:
        """The navigation as this page has it."""
        return tuple(Way(to.name, to.path, _current(to.path, self.path)) for to in self.nav)


def _current(section: str, path: str) -> str:
    if path == section:
        return "page"
    return "true" if path.startswith(section) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A digest or a year: how many papers it has, in % of the fullest one's too, for a bar."""

    name: str
    path: str
    count: int
    share: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A technique and how many papers are about it, mention it and report results; `share` as in Shelf."""

    technique: Technique
    count: int
    mentions: int
    results: int
    share: int

    @property
    def path(self) -> str:
        return TECHNIQUE.format(self.technique.slug)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A technique among some papers: how many are about it, in % of the most too, and where these are listed."""

    technique: Technique
    path: str
    count: int
    share: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A paper in a list. `summary` is one sentence; `year` is 0 where unknown; `digest` is the newest it is in.

    `result` is the strongest of the leading kind, or else the first. `date` ("" where unknown), `counts` by
    their facts (`contract.COUNTS`) and `strength`, which is that result's, are what lists are sorted by; `facets` are
    what they are narrowed by, keys of values by field.
    """

    path: str
    title: str
    summary: str
    techniques: tuple[Technique, ...]
    result: Result | None
    year: int
    digest: Digest | None
    code: str | None
    date: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    strength: float | None = None
    facets: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One of the pages a long list is spread over. `total` counts the whole list's papers, `first` is a place in it.

    `controls` are what the page's cards may be narrowed by, as `lists.js` reads them; `leading` is the kind of result
    whose strongest claims they may be sorted by.
    """

    path: str
    number: int
    of: int
    first: int
    total: int
    cards: tuple[Card, ...]
    previous: str | None
    next: str | None
    controls: tuple[Mapping[str, object], ...] = ()
    leading: ResultKind | None = None


def format_count(count: int, noun: str) -> str:
    """`1 paper`, `2 papers`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def format_value(value: str) -> str:
    """A result's value with the sign for times where it is typed as a letter: `4.5×`."""
    return _TIMES.sub("×", value)


def capitalise(text: str) -> str:
    """The text as a sentence begins with it."""
    return text[:1].upper() + text[1:]


def year_path(year: int) -> str:
    """The address of a year; of the papers without one for 0."""
    return YEAR.format(year or UNKNOWN)


def percent(count: int, most: int) -> int:
    """`count` of `most`, in whole percent; at least 1 for a bar that must be seen."""
    return max(round(100 * count / most), 1) if count else 0


def plan_sheets(address: str, cards: Sequence[Card], size: int) -> tuple[Sheet, ...]:
    """The list in pages of `size` cards, the first at `address`; one empty sheet for an empty list."""
    starts = range(0, max(len(cards), 1), size)
    paths = [address if not start else SHEET.format(address, start // size + 1) for start in starts]
    return tuple(
        Sheet(
            path=path,
            number=number,
            of=len(paths),
            first=start + 1,
            total=len(cards),
            cards=tuple(cards[start : start + size]),
            previous=paths[number - 2] if number > 1 else None,
            next=paths[number] if number < len(paths) else None,
        )
        for number, (start, path) in enumerate(zip(starts, paths, strict=True), 1)
    )
