"""Results of several papers side by side: by kind, as a plot and as a table."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import shorten

from site_src.charts import Axis, has_place, linear_axis, log_axis
from site_src.models import OTHER, CompletePaper, Result, ResultKind
from site_src.pages.catalogue import Catalogue, gather
from site_src.pages.views import Card
from site_src.results.kinds import strength

SHOWN_ROWS = 10
FOLDED_FROM = SHOWN_ROWS + 3  # a plot hardly longer is not worth folding
LONGEST_NAME = 36  # characters in a plot
FEWEST = 2  # papers that make a comparison

# What says that the number is a limit, or not exact.
_LIMIT = re.compile(
    r"up to|more than|over\b|less than|within|as few as|at least|at most|[<>≤≥]|.*or more", re.IGNORECASE
)
_AXES: dict[str, Callable[[Iterable[float]], Axis]] = {"log": log_axis, "linear": linear_axis}


@dataclass(frozen=True, slots=True)
class Claim:
    """A result and the paper that claims it; `name` is the paper's in short."""

    result: Result
    card: Card
    name: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A result's place on the axis, in percent, from the lower to the upper end of a range; `limit` as “up to” is."""

    start: float
    end: float
    limit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A paper in a plot: its short name, the value of its strongest claim, how many `more` it has, a mark for each."""

    name: str
    card: Card
    value: str
    more: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The claims of one kind, strongest first, of so many papers.

    `axis` is None where they are not plotted; `rows` are a row per paper, `folded` those beyond the first ten.
    """

    kind: ResultKind
    claims: tuple[Claim, ...]
    papers: int
    axis: Axis | None = None
    rows: tuple[Row, ...] = ()
    folded: tuple[Row, ...] = ()

    @property
    def quoted(self) -> bool:
        """Whether the sentence of any claim is here to be shown."""
        return any(claim.result.quote for claim in self.claims)


def compare_results(papers: Iterable[CompletePaper], catalogue: Catalogue) -> tuple[Comparison, ...]:
    """The papers' results by kind, in the order of the kinds; those of a single paper are among the others."""
    claims = [claim for paper in papers for claim in _claims(paper, catalogue)]
    by_kind = gather((claim.result.kind, claim) for claim in claims)
    compared = [
        kind for kind in catalogue.site.kinds if kind is not OTHER and _count_papers(by_kind.get(kind, ())) >= FEWEST
    ]
    others = [claim for claim in claims if claim.result.kind not in compared]
    groups = (*((kind, by_kind[kind]) for kind in compared), (OTHER, others))
    return tuple(_compare(kind, found) for kind, found in groups if found)


def _count_papers(claims: Iterable[Claim]) -> int:
    return len({claim.card.path for claim in claims})


def _claims(paper: CompletePaper, catalogue: Catalogue) -> Iterator[Claim]:
    """A paper's name in short is what it calls its method, where its title begins with that; else its title."""
    methods = (method.name for method in catalogue.methods_of.get(paper.slug, ()))
    name = next((method for method in methods if paper.title.startswith(method)), paper.title)
    for result in paper.results:
        yield Claim(result, catalogue.cards[paper.slug], name)


def _compare(kind: ResultKind, claims: Sequence[Claim]) -> Comparison:
    ordered = claims if kind is OTHER else sorted(claims, key=lambda claim: -strength(claim.result))
    by_paper = gather((claim.card.path, claim) for claim in ordered)
    numbers = [number for claim in claims for number in _ends(claim.result, kind)]
    axis = _AXES[kind.scale](numbers) if kind.scale in _AXES and numbers else None
    rows = tuple(_rows(kind, axis, by_paper.values())) if axis else ()
    shown = SHOWN_ROWS if len(rows) >= FOLDED_FROM else len(rows)
    return Comparison(
        kind=kind,
        claims=tuple(ordered),
        papers=len(by_paper),
        axis=axis,
        rows=rows[:shown],
        folded=rows[shown:],
    )


def _ends(result: Result, kind: ResultKind) -> tuple[float, ...]:
    """The numbers to plot: none of a result whose number is not read, or has no place on the kind's axis."""
    ends = tuple(end for end in (result.number, result.number_hi) if end is not None)
    return ends if all(has_place(end, log=kind.scale == "log") for end in ends) else ()


def _rows(kind: ResultKind, axis: Axis, papers: Iterable[Sequence[Claim]]) -> Iterator[Row]:
    for claims in papers:
        marks = tuple(
            Mark(axis.place(ends[0]), axis.place(ends[-1]), is_limit(claim.result))
            for claim in claims
            if (ends := _ends(claim.result, kind))
        )
        if marks:
            yield Row(
                name=_shorten(claims[0].name),
                card=claims[0].card,
                value=claims[0].result.value,
                more=len(marks) - 1,
                marks=marks,
            )


def is_limit(result: Result) -> bool:
    """Whether the value is a bound, as in `up to 3×` or `<1%`, and not what was measured."""
    return bool(_LIMIT.match(result.value))


def _shorten(name: str) -> str:
    """The name, or its first words; whole where even its first word is long."""
    short = shorten(name, LONGEST_NAME, placeholder="…")
    return name if short == "…" else short
