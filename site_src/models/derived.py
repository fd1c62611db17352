"""What is derived of papers, what they name, and how well labels are derived."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from site_src.models.papers import Link, Paper
from site_src.models.texts import Reading

Source = Literal["page", "derived"]
Field = Literal["title", "abstract", "summary"]


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
        return f"papers/{self.paper.slug}/"

    @property
    def techniques(self) -> tuple[str, ...]:
        return tuple(label.slug for label in self.labels)


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
