"""Text of a page → Paper or TextPage, validated."""

from pathlib import PurePosixPath
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from site_src.contract import ARXIV_ID, STATED_LINK_KINDS
from site_src.dates import DateError, parse_iso_date
from site_src.digests import parse_digest_name
from site_src.errors import Place, Problem
from site_src.frontmatter.body import parse_body
from site_src.frontmatter.yaml_place import split_front_matter, validate
from site_src.models import Link, Paper, PartialDate, SeenIn, StatedResult, TextPage

# A line of text: no line breaks, since it is shown and exported as one line.
Text = Annotated[str, StringConstraints(strict=True, min_length=1, strip_whitespace=True, pattern=r"^[^\r\n]*$")]
Count = Annotated[int, Field(strict=True, ge=1)]


class Strict(BaseModel):
    """Front matter: exact types; keys nobody knows are taken in, for `validate` to warn of."""

    model_config = ConfigDict(extra="allow", strict=True, frozen=True)


def _date(value: object) -> object:
    """YAML gives `2024` as a number and the rest as text."""
    try:
        parsed = parse_iso_date(str(value)) if isinstance(value, int | str) and not isinstance(value, bool) else None
    except DateError as error:
        raise ValueError(str(error)) from None
    if parsed is None:
        message = "expected a date as 2024-02-29, 2024-02 or 2024"
        raise ValueError(message)
    return parsed


def _digest(value: object) -> object:
    if not isinstance(value, str) or parse_digest_name(value) is None:
        message = "expected a digest as 2025-05-08 or undated-05-08"
        raise ValueError(message)
    return value


def _arxiv(value: object) -> object:
    if isinstance(value, int | float):
        message = "expected an arXiv id in quotation marks"
        raise ValueError(message)  # noqa: TRY004  pydantic reports ValueError
    return value


ArxivId = Annotated[
    str,
    StringConstraints(strict=True, pattern=rf"^(?:{ARXIV_ID}|[a-z-]+(?:\.[A-Z]{2})?/\d{{7}})(?:v\d+)?$"),
    BeforeValidator(_arxiv),
]


class _Link(Strict):
    kind: Annotated[str, StringConstraints(pattern=rf"^(?:{'|'.join(STATED_LINK_KINDS)})$")]
    url: Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"{}|\\^`]+$")]


class _Result(Strict):
    value: Text
    metric: Text
    baseline: Text | None = None


class _SeenIn(Strict):
    dump: Text
    line: Count
    digest: Annotated[str, BeforeValidator(_digest)]


class _Paper(Strict):
    title: Text
    arxiv: ArxivId | None = None
    authors: list[Text] = []
    author_count: Count | None = None
    organisation: Text | None = None
    published: Annotated[PartialDate | None, BeforeValidator(_date)] = None
    votes: Annotated[int, Field(ge=0)] | None = None
    venue: Text | None = None
    links: list[_Link] = []
    techniques: list[Text] | None = None
    results: list[_Result] | None = None
    seen_in: list[_SeenIn] = []
    aliases: list[Text] = []


class _TextPage(Strict):
    title: Text
    description: Text | None = None


def parse_paper(text: str, file: str) -> tuple[Paper, tuple[Problem, ...]]:
    """The paper a page states, and warnings. The slug is the file's name. Raises InputError."""
    front, body_text, body_line = split_front_matter(text, Place(file))
    stated, problems = validate(_Paper, front, file, first_line=2)
    body = parse_body(body_text, body_line)
    return Paper(
        slug=PurePosixPath(file).stem,
        title=stated.title,
        arxiv=stated.arxiv,
        authors=tuple(stated.authors),
        author_count=stated.author_count,
        organisation=stated.organisation,
        published=stated.published,
        votes=stated.votes,
        venue=stated.venue,
        links=tuple(Link(kind=link.kind, url=link.url) for link in stated.links),
        techniques=None if stated.techniques is None else tuple(stated.techniques),
        results=None if stated.results is None else tuple(_result(result) for result in stated.results),
        seen_in=tuple(sorted(SeenIn(digest=s.digest, dump=s.dump, line=s.line) for s in stated.seen_in)),
        aliases=tuple(stated.aliases),
        summary=body.summary,
        notes=body.notes,
        abstract=body.abstract,
        place=Place(file, body.abstract_line),
    ), problems


def _result(result: _Result) -> StatedResult:
    return StatedResult(value=result.value, metric=result.metric, baseline=result.baseline)


def parse_text_page(text: str, file: str) -> tuple[TextPage, tuple[Problem, ...]]:
    """A page of prose, and warnings. The slug is the file's name. Raises InputError."""
    front, body, _ = split_front_matter(text, Place(file))
    stated, problems = validate(_TextPage, front, file, first_line=2)
    page = TextPage(
        slug=PurePosixPath(file).stem,
        title=stated.title,
        description=stated.description or "",
        body=body.strip(),
    )
    return page, problems
