"""What pages and dumps state of a paper; what they leave out is derived (`derived`)."""

from dataclasses import dataclass, field

from site_src.errors import Place
from site_src.models.dumps import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class SeenIn:
    """One appearance: the digest's name, the dump's file name and the title's line in it."""

    digest: str
    dump: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """`kind` is code, project, model, dataset, other, arxiv or search; `url` is absolute http(s)."""

    kind: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedResult:
    """A result as a page states it."""

    value: str
    metric: str
    baseline: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What a page states about a paper; None or () means *not stated*, except where said.

    `techniques` and `results` are None when not stated and () when the page states that there are none.
    `title` and `abstract` are as printed; `notes` is the page's free Markdown after the summary.
    """

    slug: str
    title: str
    arxiv: str | None = None
    authors: tuple[str, ...] = ()
    author_count: int | None = None
    organisation: str | None = None
    published: PartialDate | None = None
    votes: int | None = None
    venue: str | None = None
    links: tuple[Link, ...] = ()
    techniques: tuple[str, ...] | None = None
    results: tuple[StatedResult, ...] | None = None
    seen_in: tuple[SeenIn, ...] = ()
    aliases: tuple[str, ...] = ()
    summary: str | None = None
    notes: str = ""
    abstract: str | None = None
    place: Place = field(default=Place(""), compare=False)
