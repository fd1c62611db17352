"""What `content/` says besides its papers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from site_src.dates import DigestDate, read_digest_date
from site_src.forms import (
    EACH_ONCE,
    NAMED_APART,
    NOT_EMPTY,
    BaseUrl,
    Form,
    Positive,
    SiteUrl,
    Text,
    TextOrNone,
    matching,
    one_of,
    share,
    whole_number,
)
from site_src.phrases import Field, Phrase, read_phrase

ALL_FIELDS: tuple[Field, ...] = ("title", "abstract", "summary")

HomePart = Literal["techniques", "strongest", "digests", "latest"]
HOME_PARTS: tuple[HomePart, ...] = ("techniques", "strongest", "digests", "latest")

# What people type → what papers say instead.
Thesaurus = Mapping[Text, Annotated[tuple[Text, ...], NOT_EMPTY]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Phrases that argue for a technique, or (in `rules_out`) against it; looked for in `fields`.

    A cue of weight 1 names the technique, a lighter one supports it. `because` is the reason shown to readers.
    """

    name: Text
    phrases: Annotated[tuple[Annotated[Phrase, Form(read_phrase)], ...], NOT_EMPTY]
    weight: Annotated[float, share(above_none=True)]
    fields: tuple[Field, ...] = ALL_FIELDS
    because: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Cue):
    """A cue that rules out, whose weight says nothing."""

    weight: Annotated[float, share()] = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An invented paper that cues are proved by."""

    title: Text
    abstract: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Technique:
    """One class of the taxonomy; `hue` is its colour's angle in OKLCH, 0–359, None for any; `body` is Markdown.

    The slug is the file's name. The taxonomy lists its techniques by `order`. `examples` are about it; `namesakes` only
    sound so.
    """

    slug: str
    name: Text
    aliases: tuple[Text, ...] = ()
    definition: Text
    hue: Annotated[int, whole_number(0, 359)] | None = None
    order: Positive
    cues: Annotated[tuple[Cue, ...], NAMED_APART, NOT_EMPTY]
    rules_out: Annotated[tuple[Rule, ...], NAMED_APART] = ()
    examples: tuple[Example, ...] = ()
    namesakes: tuple[Example, ...] = ()
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage:
    """A page of `content/pages` or an introduction of `content/digests`: its front-matter title and Markdown body."""

    slug: str
    title: Text
    description: TextOrNone = ""
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteConfig:
    """`content/site.yml`. `base_url` ends in a slash; `digests` maps a dump's file name to its digest's date.

    `conferences` and `journals` are names of venues, as pages state them before a year; `home` the home page's parts.
    """

    title: Text
    tagline: Text
    description: Text
    base_url: BaseUrl
    repository: SiteUrl | None = None
    author: Text
    language: Annotated[str, matching("[a-z]{2,3}(?:-[A-Za-z0-9]+)*", "a language tag as en or pt-BR")] = "en"
    page_size: Annotated[int, whole_number(5, 500)] = 50
    digests: Mapping[str, Annotated[DigestDate, Form(read_digest_date)]] = field(default_factory=dict)
    conferences: tuple[Text, ...] = ()
    journals: tuple[Text, ...] = ()
    home: Annotated[tuple[Annotated[HomePart, one_of(*HOME_PARTS)], ...], EACH_ONCE, NOT_EMPTY] = HOME_PARTS
