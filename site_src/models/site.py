"""What the site says besides its papers, and the site as a whole."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from site_src.models.derived import CompletePaper, Field, GlossaryTerm, NamedMethod, Scores
from site_src.models.dumps import PartialDate
from site_src.models.vocabulary import OTHER, ResultKind

# What people type → what papers say instead.
Thesaurus = Mapping[str, tuple[str, ...]]

HomePart = Literal["techniques", "strongest", "digests", "latest"]
HOME_PARTS: tuple[HomePart, ...] = ("techniques", "strongest", "digests", "latest")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase as a pattern. It begins where a word begins with `prefix` (small letters); "" = anywhere."""

    prefix: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Phrases that argue for a technique, or (in `rules_out`) against it; looked for in `fields`.

    A cue of weight 1 names the technique, a lighter one supports it. `because` is the reason shown to readers.
    """

    name: str
    phrases: tuple[Phrase, ...]
    weight: float
    fields: tuple[Field, ...]
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An invented paper that cues are proved by."""

    title: str
    abstract: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Technique:
    """One class of the taxonomy; `hue` is its colour's angle in OKLCH, 0–360, or None for any; `body` is Markdown.

    The taxonomy lists its techniques by `order`. `examples` are about it; `namesakes` only sound so.
    """

    slug: str
    name: str
    aliases: tuple[str, ...]
    definition: str
    hue: int | None
    order: int
    cues: tuple[Cue, ...]
    rules_out: tuple[Cue, ...]
    body: str
    examples: tuple[Example, ...] = ()
    namesakes: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage:
    """A page of `content/pages` or an introduction of `content/digests`: its front-matter title and Markdown body."""

    slug: str
    title: str
    description: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteConfig:
    """`content/site.yml`. `base_url` ends in a slash; `digests` maps a dump's file name to its digest's date.

    `conferences` and `journals` are names of venues, as pages state them before a year; `home` the home page's parts.
    """

    title: str
    tagline: str
    description: str
    base_url: str
    repository: str | None
    author: str
    language: str
    page_size: int
    digests: Mapping[str, PartialDate]
    conferences: tuple[str, ...] = ()
    journals: tuple[str, ...] = ()
    home: tuple[HomePart, ...] = HOME_PARTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """One day: `name` is `2025-05-08`, or `undated-05-08` where the year is unknown; `date` as far as known."""

    name: str
    date: PartialDate
    dumps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A planned output file: rendering `template` with `context` needs nothing else."""

    path: str
    template: str
    context: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything the pages are planned from; papers in site order: newest digest first, then as its dump lists them.

    `kinds` are those of the results, in the order in which they are compared.
    `scores` are None where nothing was measured; `outdated` names those of their hashes that do not fit the site, which
    with any such are not its own.
    """

    config: SiteConfig
    taxonomy: tuple[Technique, ...]
    papers: tuple[CompletePaper, ...]
    digests: tuple[Digest, ...]
    digest_pages: Mapping[str, TextPage]
    text_pages: tuple[TextPage, ...]
    kinds: tuple[ResultKind, ...] = (OTHER,)
    methods: tuple[NamedMethod, ...] = ()
    glossary: tuple[GlossaryTerm, ...] = ()
    thesaurus: Thesaurus = field(default_factory=dict)
    scores: Scores | None = None
    outdated: tuple[str, ...] = ()

    @property
    def leading(self) -> ResultKind | None:
        """The kind of result that cards and lists lead with."""
        return next((kind for kind in self.kinds if kind.strongest), None)
