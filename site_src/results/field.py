"""What `content/results.yml` may say, and the rows of a vocabulary that it makes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated

from site_src.contract import SLUG
from site_src.forms import NAMED_WORDS, Pattern, Text, matching
from site_src.models import Change, Exclusion, Measure, Metric, ResultKind, Row, Scale, Unit
from site_src.results.patterns import make_context

Slug = Annotated[str, matching(SLUG, "a word in small letters, as it stands in addresses")]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedContext:
    before: Pattern = ""
    after: Pattern = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedMeasure(Row):
    of: Text
    written: Mapping[Text, Pattern] = field(default_factory=dict)
    as_printed: Pattern = ""
    sign: Text = ""
    keeps: Pattern | None = None
    where: Mapping[Text, Pattern] = field(default_factory=dict)
    alone: bool = False
    vague: bool = False
    only: tuple[StatedContext, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedExclusion(Row):
    because: Text
    before: Pattern = ""
    after: Pattern = ""
    of: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedStrongest:
    one: Text
    several: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedKind(Row):
    slug: Slug
    name: Text
    about: Text
    scale: Scale = "none"
    units: tuple[Text, ...] = ()
    says: tuple[Pattern, ...] = ()
    unless: Pattern = ""
    sign: Text = ""
    strongest: StatedStrongest | None = None
    fewer_is_more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedResults:
    """The file. What it leaves out is not of the field."""

    metrics: tuple[Metric, ...] = ()
    changes: tuple[Change, ...] = ()
    claims: tuple[Pattern, ...] = ()
    units: tuple[StatedMeasure, ...] = ()
    exclusions: tuple[StatedExclusion, ...] = ()
    words: Mapping[Slug, Pattern] = field(default_factory=dict)
    kinds: tuple[StatedKind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRows:
    """The file's rows, in its order."""

    metrics: tuple[Metric, ...]
    changes: tuple[Change, ...]
    measures: tuple[Measure, ...]
    units: tuple[Unit, ...]
    exclusions: tuple[Exclusion, ...]
    kinds: tuple[ResultKind, ...]


def make_rows(stated: StatedResults) -> FieldRows:
    """The rows that the file states, whose kinds name only words that there are."""
    measures = tuple(map(_measure, stated.units))
    return FieldRows(
        metrics=stated.metrics,
        changes=stated.changes,
        measures=measures,
        units=tuple(unit for one, its in zip(stated.units, measures, strict=True) for unit in _units(one, its)),
        exclusions=tuple(map(_exclusion, stated.exclusions)),
        kinds=tuple(_kind(kind, stated.words) for kind in stated.kinds),
    )


def _measure(stated: StatedMeasure) -> Measure:
    return Measure(
        name=stated.of,
        keeps=re.compile(stated.keeps, re.IGNORECASE) if stated.keeps else None,
        where=tuple((name, re.compile(said, re.IGNORECASE)) for name, said in stated.where.items()),
        alone=stated.alone,
        vague=stated.vague,
        only=tuple(make_context(context.before, context.after) for context in stated.only),
        takes=stated.takes,
        leaves=stated.leaves,
    )


def _units(stated: StatedMeasure, measure: Measure) -> Iterator[Unit]:
    for shown, words in stated.written.items():
        yield Unit(shown=shown, measure=measure, words=words, sign=stated.sign)
    yield Unit(shown="", measure=measure, words=stated.as_printed)


def _exclusion(stated: StatedExclusion) -> Exclusion:
    context = make_context(stated.before, stated.after)
    return Exclusion(
        because=stated.because,
        context=context,
        of=stated.of,
        takes=stated.takes,
        leaves=stated.leaves,
    )


def _kind(stated: StatedKind, words: Mapping[str, str]) -> ResultKind:
    return ResultKind(
        slug=stated.slug,
        name=stated.name,
        about=stated.about,
        scale=stated.scale,
        units=stated.units,
        says=tuple(_spell_out(pattern, words) for pattern in stated.says),
        unless=_spell_out(stated.unless, words) if stated.unless else None,
        sign=stated.sign,
        fewer_is_more=stated.fewer_is_more,
        strongest=stated.strongest.one if stated.strongest else "",
        strongest_ones=stated.strongest.several if stated.strongest else "",
        takes=stated.takes,
        leaves=stated.leaves,
    )


def _spell_out(pattern: str, words: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(NAMED_WORDS.sub(lambda named: f"(?:{words[named[1]]})", pattern))
