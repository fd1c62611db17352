"""What pages and dumps state of a paper; what they leave out is derived (`derived`)."""

from dataclasses import dataclass, field
from typing import Annotated

from site_src.contract import ARXIV_ID, STATED_LINK_KINDS
from site_src.dates import PartialDate, read_date, read_digest_name
from site_src.errors import Place
from site_src.forms import Count, Form, Positive, Text, Url, matching, one_of

ArxivId = Annotated[
    str,
    matching(
        rf"(?:{ARXIV_ID}|[a-z-]+(?:\.[A-Z]{{2}})?/[0-9]{{7}})(?:v[0-9]+)?",
        'an arXiv id in quotation marks, as "2403.01234"',
    ),
]
Published = Annotated[PartialDate, Form(read_date, {"type": "string", "pattern": r"^\d{4}(?:-\d{2}(?:-\d{2})?)?$"})]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class SeenIn:
    """One appearance: the digest's name, the dump's file name and the title's line in it."""

    digest: Annotated[str, Form(read_digest_name)]
    dump: Text
    line: Positive


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """`kind` is one of those a page can state, or arxiv or search; `url` is absolute http(s)."""

    kind: Annotated[str, one_of(*STATED_LINK_KINDS)]
    url: Url


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedResult:
    """A result as a page states it."""

    value: Text
    metric: Text
    baseline: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The front matter of a paper's page, in the order of a fresh one. What is not stated has its default.

    Reading, merging, writing and exporting go through these fields, each as its type says (`forms`), so a new one is
    named here alone. `techniques` and `results` are None when not stated and () when the page states that there are
    none. `title` is as printed.
    """

    title: Text
    arxiv: ArxivId | None = None
    authors: tuple[Text, ...] = ()
    author_count: Positive | None = None
    organisation: Text | None = None
    published: Published | None = None
    venue: Text | None = None
    votes: Count | None = None
    links: tuple[Link, ...] = ()
    techniques: tuple[Text, ...] | None = None
    results: tuple[StatedResult, ...] | None = None
    seen_in: tuple[SeenIn, ...] = ()
    aliases: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(Facts):
    """What a page states about a paper; None, () or "" where it does not.

    The slug is the file's name. `abstract` is as printed; `notes` is the page's free Markdown after the summary.
    """

    slug: str
    summary: str | None = None
    notes: str = ""
    abstract: str | None = None
    place: Place = field(default=Place(""), compare=False)
