"""The frozen types the stages hand to each other; nothing here reads, parses or renders.

Two texts of a paper are told apart everywhere: *printed* is what a dump or page holds, character for character;
*repaired* is what the site shows (`text.repair_text`). Every span counts code points of the repaired text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Literal

from site_src.errors import Place, Problem

Source = Literal["page", "derived"]
Field = Literal["title", "abstract", "summary"]

# What people type → what papers say instead.
Thesaurus = Mapping[str, tuple[str, ...]]

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of which the year, or the month and day, may be unknown (0). At least one part is known."""

    year: int = 0
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """ISO 8601 as far as known: `2024-02-29`, `2024-02`, `2024`; without a year `--02-29`."""
        year = f"{self.year:04d}" if self.year else "-"
        return "-".join([year, *(f"{part:02d}" for part in (self.month, self.day) if part)])


# ---- what a dump holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """The block under an abstract. `lines` are as printed; a field is None where it is absent or malformed."""

    lines: tuple[str, ...]
    author_count: int | None = None
    organisation: str | None = None
    published: PartialDate | None = None
    votes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One paper as one dump prints it, each text on one line; `line` is the title's line in the dump, from 1."""

    title: str
    abstract: str
    byline: Byline | None
    line: int = field(compare=False)
    abstract_line: int = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """A digest dump. Equal dumps hold the same words: name, line numbers and blank lines do not count.

    `name` is the file's path as the user gave it, for messages; `file` its last part, by which pages know the dump.

    `header` are the lines up to and with the date; `unknown` are lines that belong to no entry, each with the number
    of entries before it; `line_counts` accounts for every non-blank line by kind.
    """

    header: tuple[str, ...]
    date: PartialDate
    entries: tuple[Entry, ...]
    unknown: tuple[tuple[int, str], ...] = ()
    date_line: int = field(default=0, compare=False)
    name: str = field(default="", compare=False)
    final_newline: bool = field(default=False, compare=False)
    line_counts: Mapping[str, int] = field(default_factory=dict, compare=False)
    problems: tuple[Problem, ...] = field(default=(), compare=False)

    @property
    def file(self) -> str:
        return PurePath(self.name).name


# ---- what is known of a paper


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


# ---- what is derived


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words found: `[start, end)` in the repaired text of `field`; `cue` names the rule that found them."""

    field: Field
    start: int
    end: int
    cue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A technique a paper is about. A label stated by the page may have no evidence."""

    slug: str
    source: Source
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A technique found in a paper that is not about it. `ruled_out` is the reason a rule rejected it, if one did."""

    slug: str
    evidence: tuple[Evidence, ...]
    ruled_out: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    """Labels and mentions of one paper, each in taxonomy order; no technique is in both."""

    labels: tuple[Label, ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A headline result. `number` is a range's lower end and `number_hi` the other; both None when no number is read.

    `unit` is `x`, `%`, `pp`, `bits`, or as printed, else the metric's name. `quote` is the sentence of the repaired
    abstract that carries it ("" when none does), found at `quote_start` (-1 when none does).
    """

    value: str
    number: float | None
    number_hi: float | None = None
    unit: str
    metric: str
    baseline: str | None
    quote: str
    quote_start: int = -1
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another paper, and why it is near: shared techniques and the distinctive terms both use."""

    slug: str
    techniques: tuple[str, ...]
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """Printed text made readable. `incomplete` = a formula lost parts in the scrape and was left as printed."""

    text: str
    incomplete: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletePaper:
    """A paper with everything the site shows of it. `title`, `abstract` and `summary` are repaired; "" means none."""

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
    related: tuple[Related, ...] = ()

    @property
    def slug(self) -> str:
        return self.paper.slug

    @property
    def url(self) -> str:
        """The page's address from the site's root, without a leading slash."""
        return f"papers/{self.paper.slug}/"

    @property
    def techniques(self) -> tuple[str, ...]:
        return tuple(label.slug for label in self.labels)


# ---- what papers name


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """Where a paper spells an acronym out; the evidence is the full name."""

    slug: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Expansion:
    """A full name in its commonest spelling, with each paper's first definition, in the order of the papers."""

    text: str
    definitions: tuple[Definition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryTerm:
    """An acronym in the singular and its full names, the commonest first; several are a conflict."""

    acronym: str
    expansions: tuple[Expansion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """Where a paper says a name."""

    slug: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedMethod:
    """A name, what it is short for ("" where its authors do not say), who gives it, and who else says it.

    Several papers in `named_by` mean different methods by it.
    """

    name: str
    full_name: str
    named_by: tuple[Appearance, ...]
    mentioned_by: tuple[Appearance, ...]


# ---- how well labels are derived


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The papers that derivation files under a technique against those whose pages state it.

    `right` counts papers of both, `left_out` papers of neither; `wrong` are the slugs of those derived alone, `missed`
    of those stated alone.
    """

    technique: str
    right: int
    left_out: int
    wrong: tuple[str, ...]
    missed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """A measurement on so many pages, in the dumps of these file names; `hashes` are those of what it depends on."""

    pages: int
    dumps: tuple[str, ...]
    hashes: Mapping[str, str]
    techniques: tuple[Score, ...]


# ---- what the site says besides its papers


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
class Technique:
    """One class of the taxonomy; `hue` is its colour's angle in OKLCH, 0–360; `body` is Markdown.

    The taxonomy lists its techniques by `order`.
    """

    slug: str
    name: str
    aliases: tuple[str, ...]
    definition: str
    hue: int
    order: int
    cues: tuple[Cue, ...]
    rules_out: tuple[Cue, ...]
    body: str


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

    `conferences` and `journals` are names of venues, as pages state them before a year.
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

    `scores` are None where nothing was measured; `outdated` names those of their hashes that do not fit the site.
    """

    config: SiteConfig
    taxonomy: tuple[Technique, ...]
    papers: tuple[CompletePaper, ...]
    digests: tuple[Digest, ...]
    digest_pages: Mapping[str, TextPage]
    text_pages: tuple[TextPage, ...]
    methods: tuple[NamedMethod, ...] = ()
    glossary: tuple[GlossaryTerm, ...] = ()
    thesaurus: Thesaurus = field(default_factory=dict)
    scores: Scores | None = None
    outdated: tuple[str, ...] = ()
