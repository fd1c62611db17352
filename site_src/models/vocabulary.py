"""The words results are told in: the language's, and those of the digest's field.

Patterns are without groups of their own, so that many can be tried as one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from site_src.forms import Pattern, Row, Text, Words, WordsAfter, WordsBefore
from site_src.models.derived import ResultKind

Better = Literal["higher", "lower"]
Direction = Literal["up", "down", "better", "worse"]


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
    """The words right before and right after a number; None = any."""

    before: WordsBefore | None = None
    after: WordsAfter | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Row):
    """What units are units `of`, how they are written, and how its numbers are taken.

    `written` are its units as shown, with the words for each; those found by `as_printed` are shown so. `sign` stands
    behind a number in place of the unit shown ("" = a blank and the unit).

    Its name gives way to one that the words around say and `keeps` finds; `where` are other names of it, by what the
    sentence must say. `alone` numbers are claims without a word for it, `vague` ones say nothing without a change.
    A number that stands in none of the contexts of `only`, if there are any, is none of the paper's.
    """

    of: Text
    written: Mapping[Text, Pattern] = field(default_factory=dict)
    as_printed: Pattern = ""
    sign: Text = ""
    keeps: Words | None = None
    where: Mapping[Text, Words] = field(default_factory=dict)
    alone: bool = False
    vague: bool = False
    only: tuple[Context, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of a measure: how it is shown (`""` = as printed), and its words after a number."""

    shown: str
    measure: Measure
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """Units, and what finds numbers with or without any; the group that matched tells the unit's place: `m0`."""

    rows: tuple[Unit, ...]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion(Row):
    """Why a number is no result, the words right before and after it (None = any), and what it is one `of` (() = all).

    Beside a unit as it is shown, `measure` stands for all that measure something, `bare` for a number without any.
    """

    because: Text
    before: WordsBefore | None = None
    after: WordsAfter | None = None
    of: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Everything results are read by. Of the rows that fit, the first one counts; `OTHER` is the last of the kinds.

    `mark` finds the words of `rows`; the group that matched tells the row's place: `r0`. `told` finds, right before a
    number, the words that claim it; `outcomes` finds, in small letters, words that tell what came of a paper.
    """

    rows: tuple[Metric | Change, ...]
    units: Units
    exclusions: tuple[Exclusion, ...]
    kinds: tuple[ResultKind, ...]
    mark: re.Pattern[str]
    told: re.Pattern[str]
    outcomes: re.Pattern[str]

    def metric(self, name: str) -> Metric | None:
        """The first of the name."""
        return next((row for row in self.rows if isinstance(row, Metric) and row.name == name), None)
