"""What is derived of papers, the kinds their results are of, what they name, and how well labels are derived."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from site_src.contract import OTHER_RESULTS, SLUG
from site_src.forms import NamingPattern, Row, Text, matching
from site_src.phrases import Field

Source = Literal["page", "derived"]
Scale = Literal["log", "linear", "none"]
Slug = Annotated[str, matching(SLUG, "a word in small letters, as it stands in addresses")]


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
class Strongest:
    """What the strongest result of a kind is called, and what several are."""

    one: Text
    several: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultKind(Row):
    """What results of a kind have in common, so that they can stand side by side.

    A result is of the first kind whose `units` have its unit and all of whose `says`, but not `unless`, are found in
    its metric. `scale` is the axis they are plotted on, "none" for what has none in common; `fewer_is_more` tells that
    the smallest number is the strongest claim. `about` explains the kind to readers; `sign` stands behind its numbers.
    Of a digest's kinds only the one that cards and lists lead with has a `strongest`.
    """

    slug: Slug
    name: Text
    about: Text
    scale: Scale = "none"
    units: tuple[Text, ...] = ()
    says: tuple[NamingPattern, ...] = ()
    unless: NamingPattern = ""
    sign: Text = ""
    fewer_is_more: bool = False
    strongest: Strongest | None = None


OTHER = ResultKind(
    slug=OTHER_RESULTS,
    name="Other results",
    about="What fits no kind, and kinds of which a single paper reports.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A result. `number` is a range's lower end and `number_hi` the other; both None when no number is read.

    `unit` is `x`, `%`, `pp`, or one as shown or printed, else the metric's name. `quote` is the repaired abstract's
    sentence that carries it ("" when none does), found at `quote_start` (-1 when none does).
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
    kind: ResultKind = OTHER


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
