"""What pages and dumps state of a paper; what they leave out is derived (`derived`)."""

from dataclasses import dataclass, field
from typing import Annotated

from site_src.contract import SLUG, STATED_LINK_KINDS
from site_src.dates import PartialDate, read_digest_name, read_published
from site_src.errors import Place
from site_src.forms import Count, Form, Positive, Text, Url, matching, one_of
from site_src.identifiers import ANY_ARXIV_ID, parse_arxiv_id


def _read_arxiv(written: object) -> str:
    """Without the version: a page is about the paper, whatever becomes of it."""
    found = parse_arxiv_id(written) if isinstance(written, str) else None
    if found is None:
        raise ValueError('expected an arXiv id in quotation marks, as "2403.01234"')
    return found


ArxivId = Annotated[str, Form(_read_arxiv, {"type": "string", "pattern": rf"^(?:{ANY_ARXIV_ID})$"})]
_DOI = matching(r"10\.[0-9]{4,9}/\S+", "a DOI without an address, as 10.1145/3600006.3613165")


def _read_doi(written: object) -> str:
    """In small letters: DOIs are the same in any case."""
    return str(_DOI.read(written)).lower()


Doi = Annotated[str, Form(_read_doi, _DOI.schema)]
Slug = Annotated[str, matching(SLUG, "a page's file name without .md")]
# Of a day printed without its year the year is derived, where a digest it was seen in has one.
Published = Annotated[
    PartialDate,
    Form(read_published, {"type": "string", "pattern": r"^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|--\d{2}-\d{2})$"}),
]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class SeenIn:
    """One appearance: the digest's name, the dump's file name and the title's line in it.

    `digest` is "" where the dump lists no day, week or month.
    """

    digest: Annotated[str, Form(read_digest_name)] = ""
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
    none. `title` is as printed, decoded (`text.decode_text`).
    """

    title: Text
    arxiv: ArxivId | None = None
    doi: Doi | None = None
    authors: tuple[Text, ...] = ()
    author_count: Positive | None = None
    organisation: Text | None = None
    published: Published | None = None
    venue: Text | None = None
    categories: tuple[Text, ...] = ()
    votes: Count | None = None
    comments: Count | None = None
    links: tuple[Link, ...] = ()
    techniques: tuple[Text, ...] | None = None
    results: tuple[StatedResult, ...] | None = None
    seen_in: tuple[SeenIn, ...] = ()
    aliases: tuple[Text, ...] = ()
    redirect_from: tuple[Slug, ...] = ()
    distinct_from: tuple[Slug, ...] = ()
    removed: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(Facts):
    """What a page states about a paper; None, () or "" where it does not.

    The slug is the file's name. `abstract` is as printed, decoded; `notes` is the page's free Markdown after the
    summary.
    """

    slug: str
    summary: str | None = None
    notes: str = ""
    abstract: str | None = None
    place: Place = field(default=Place(""), compare=False)
