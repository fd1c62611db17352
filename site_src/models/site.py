"""The site as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from site_src.contract import PAPER
from site_src.dates import DigestDate
from site_src.models.content import SiteConfig, Technique, TextPage, Thesaurus
from site_src.models.derived import (
    OTHER,
    GlossaryTerm,
    Label,
    Mention,
    NamedMethod,
    Related,
    Result,
    ResultKind,
    Scores,
    Source,
)
from site_src.models.papers import Link, Paper
from site_src.models.texts import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletePaper:
    """A paper with everything the site shows of it. `title`, `abstract` and `summary` are repaired; "" means none.

    `reading` is of the abstract, or of the summary where no abstract is known.
    """

    paper: Paper
    title: str
    abstract: str
    incomplete: bool
    summary: str
    summary_source: Source
    labels: tuple[Label, ...]
    mentions: tuple[Mention, ...]
    results: tuple[Result, ...]
    links: tuple[Link, ...]
    reading: Reading
    related: tuple[Related, ...] = ()

    @property
    def slug(self) -> str:
        return self.paper.slug

    @property
    def url(self) -> str:
        """The page's address from the site's root, without a leading slash."""
        return PAPER.format(self.paper.slug)

    @property
    def techniques(self) -> tuple[str, ...]:
        return tuple(label.slug for label in self.labels)


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """A day, week or month: `name` is `2025-05-08`, `2025-W19` or `2025-05`, or `undated-05-08` and so on.

    Its year is 0 where it is unknown.
    """

    name: str
    date: DigestDate
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
    with any such are not its own. `removed` are tombstones, which nothing but their own pages tells of.
    """

    config: SiteConfig
    taxonomy: tuple[Technique, ...]
    papers: tuple[CompletePaper, ...]
    removed: tuple[Paper, ...] = ()
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
    def redirects(self) -> dict[str, str]:
        """Old slugs of papers → where these are now."""
        papers = (*(complete.paper for complete in self.papers), *self.removed)
        return {old: paper.slug for paper in papers for old in paper.redirect_from}

    @property
    def leading(self) -> ResultKind | None:
        """The kind of result that cards and lists lead with."""
        return next((kind for kind in self.kinds if kind.strongest), None)
