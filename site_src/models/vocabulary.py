"""The words results are told in, and the kinds they are grouped by: the language's, and those of the digest's field.

Patterns are without groups of their own, so that many can be tried as one.
"""

import re
from dataclasses import dataclass
from typing import Literal

from site_src.contract import OTHER_RESULTS
from site_src.forms import Pattern, Text

Better = Literal["higher", "lower"]
Direction = Literal["up", "down", "better", "worse"]
Scale = Literal["log", "linear", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table that people extend, with examples of texts that it `takes` and `leaves`: they are tried."""

    takes: tuple[Text, ...] = ()
    leaves: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric(Row):
    """Something measured: its name as shown, or the text's own words if `as_printed`; the words for it, a pattern.

    `unit` is that of a bare number ("" = the name), shown behind it if `shows_unit`. `gain` and `loss` are what its
    changes are called ("" = the name with a word for the change); a bare number of such a gain is one of times, and
    one of the `parts` may stand before it. `in_times` is the metric meant where this one changes by a factor.
    """

    name: Text
    better: Better = "higher"
    words: Pattern
    as_printed: bool = False
    unit: Text = ""
    shows_unit: bool = False
    gain: Text = ""
    loss: Text = ""
    parts: tuple[Text, ...] = ()
    in_times: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Row):
    """Words for a change, which way it goes, and what changes if nothing is said (`""` = it must be said).

    `up` and `down` are said of the number, `better` and `worse` of what it means: a better delay is a lower one.
    `follows` words mean something only after a number: `3× more`.
    """

    way: Direction
    of: Text = ""
    words: Pattern
    follows: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Patterns of the words right before and right after a number; None = any."""

    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Row):
    """What units measure, and how its numbers are taken.

    Its name gives way to one that the words around say and `keeps` finds; `where` are other names of it, by what the
    sentence must say. `alone` numbers are claims without a word for it, `vague` ones say nothing without a change.
    A number that stands in none of the contexts of `only`, if there are any, is none of the paper's.
    """

    name: str
    keeps: re.Pattern[str] | None = None
    where: tuple[tuple[str, re.Pattern[str]], ...] = ()
    alone: bool = False
    vague: bool = False
    only: tuple[Context, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit: how it is shown (`""` = as printed), its words after a number, and how it stands behind one.

    `sign` is "" where the unit is shown, after a blank.
    """

    shown: str
    measure: Measure
    words: str
    sign: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion(Row):
    """Why a number is no result, where it stands, and what it is one `of`: units (() = all).

    Beside a unit as it is shown, `measure` stands for all that measure something, `bare` for a number without any.
    """

    because: str
    context: Context
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultKind(Row):
    """What results of a kind have in common, so that they can stand side by side.

    A result is of the first kind whose `units` have its unit and all of whose `says`, but not `unless`, are found in
    its metric. `scale` is the axis they are plotted on, "none" for what has none in common; `fewer_is_more` tells that
    the smallest number is the strongest claim. `about` explains the kind to readers; `sign` stands behind its numbers.
    The one kind that cards and lists lead with says what its `strongest` result and several are called.
    """

    slug: str
    name: str
    about: str
    scale: Scale = "none"
    units: tuple[str, ...] = ()
    says: tuple[re.Pattern[str], ...] = ()
    unless: re.Pattern[str] | None = None
    sign: str = ""
    fewer_is_more: bool = False
    strongest: str = ""
    strongest_ones: str = ""


OTHER = ResultKind(
    slug=OTHER_RESULTS,
    name="Other results",
    about="What fits no kind, and kinds of which a single paper reports.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Everything results are read by. Of the rows that fit, the first one counts; `OTHER` is the last of the kinds.

    `mark` finds the words of `rows`, `quantity` numbers with the words of `units`; the group that matched tells the
    row's number: `r0`, `m0`. `told` finds, right before a number, the words that claim it.
    """

    rows: tuple[Metric | Change, ...]
    units: tuple[Unit, ...]
    exclusions: tuple[Exclusion, ...]
    kinds: tuple[ResultKind, ...]
    mark: re.Pattern[str]
    quantity: re.Pattern[str]
    told: re.Pattern[str]

    def metric(self, name: str) -> Metric | None:
        """The first of the name."""
        return next((row for row in self.rows if isinstance(row, Metric) and row.name == name), None)
