"""What `content/results.yml` may say, and the rows of a vocabulary that it makes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints

from site_src.contract import SLUG
from site_src.frontmatter.pages import Strict, Text
from site_src.models import Better, Change, Direction, Exclusion, Measure, Metric, ResultKind, Scale, Unit
from site_src.results.patterns import make_context

NAMED = re.compile(r"<([a-z][a-z-]*)>")  # in a pattern of a kind: the words of this name


def _pattern(written: object) -> str:
    """One pattern, or a list of which any will do."""
    patterns = [written] if isinstance(written, str) else written
    if not isinstance(patterns, list) or not all(isinstance(pattern, str) and pattern for pattern in patterns):
        message = "expected words, or a list of them (in quotation marks if YAML reads them as something else)"
        raise ValueError(message)
    for pattern in patterns:
        _check_pattern(pattern)
    return "|".join(patterns)


def _check_pattern(pattern: str) -> None:
    try:
        compiled = re.compile(NAMED.sub("", pattern))
    except re.error as error:
        message = f"no regular expression: {error}"
        raise ValueError(message) from None
    if compiled.groups:
        message = "a pattern with a group of its own; write (?:…)"
        raise ValueError(message)


Pattern = Annotated[str, BeforeValidator(_pattern)]
Slug = Annotated[str, StringConstraints(strict=True, pattern=f"^{SLUG}$")]
Texts = Annotated[list[Text], Field(default_factory=list)]


class StatedRow(Strict):
    """What any row may say besides."""

    takes: Texts
    leaves: Texts


class StatedMetric(StatedRow):
    name: Text
    better: Better = "higher"
    words: Pattern
    unit: Text = ""
    shows_unit: bool = False
    gain: Text = ""
    loss: Text = ""
    parts: Texts
    in_times: Text = ""


class StatedChange(StatedRow):
    way: Direction
    of: Text = ""
    words: Pattern


class StatedContext(Strict):
    before: Pattern = ""
    after: Pattern = ""


class StatedMeasure(StatedRow):
    of: Text
    written: dict[Text, Pattern] = Field(default_factory=dict)
    as_printed: Pattern = ""
    sign: Text = ""
    keeps: Pattern | None = None
    where: dict[Text, Pattern] = Field(default_factory=dict)
    alone: bool = False
    vague: bool = False
    only: list[StatedContext] = Field(default_factory=list)


class StatedExclusion(StatedRow):
    because: Text
    before: Pattern = ""
    after: Pattern = ""
    of: Texts


class StatedStrongest(Strict):
    one: Text
    several: Text


class StatedKind(StatedRow):
    slug: Slug
    name: Text
    about: Text
    scale: Scale = "none"
    units: Texts
    says: list[Pattern] = Field(default_factory=list)
    unless: Pattern = ""
    sign: Text = ""
    strongest: StatedStrongest | None = None
    fewer_is_more: bool = False


class StatedResults(Strict):
    """The file. What it leaves out is not of the field."""

    metrics: list[StatedMetric] = Field(default_factory=list)
    changes: list[StatedChange] = Field(default_factory=list)
    claims: list[Pattern] = Field(default_factory=list)
    units: list[StatedMeasure] = Field(default_factory=list)
    exclusions: list[StatedExclusion] = Field(default_factory=list)
    words: dict[Slug, Pattern] = Field(default_factory=dict)
    kinds: list[StatedKind] = Field(default_factory=list)


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
        metrics=tuple(map(_metric, stated.metrics)),
        changes=tuple(map(_change, stated.changes)),
        measures=measures,
        units=tuple(unit for one, its in zip(stated.units, measures, strict=True) for unit in _units(one, its)),
        exclusions=tuple(map(_exclusion, stated.exclusions)),
        kinds=tuple(_kind(kind, stated.words) for kind in stated.kinds),
    )


def _metric(stated: StatedMetric) -> Metric:
    return Metric(
        name=stated.name,
        better=stated.better,
        words=stated.words,
        unit=stated.unit,
        shows_unit=stated.shows_unit,
        gain=stated.gain,
        loss=stated.loss,
        parts=tuple(stated.parts),
        in_times=stated.in_times,
        takes=tuple(stated.takes),
        leaves=tuple(stated.leaves),
    )


def _change(stated: StatedChange) -> Change:
    return Change(
        way=stated.way, of=stated.of, words=stated.words, takes=tuple(stated.takes), leaves=tuple(stated.leaves)
    )


def _measure(stated: StatedMeasure) -> Measure:
    return Measure(
        name=stated.of,
        keeps=re.compile(stated.keeps, re.IGNORECASE) if stated.keeps else None,
        where=tuple((name, re.compile(said, re.IGNORECASE)) for name, said in stated.where.items()),
        alone=stated.alone,
        vague=stated.vague,
        only=tuple(make_context(context.before, context.after) for context in stated.only),
        takes=tuple(stated.takes),
        leaves=tuple(stated.leaves),
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
        of=tuple(stated.of),
        takes=tuple(stated.takes),
        leaves=tuple(stated.leaves),
    )


def _kind(stated: StatedKind, words: Mapping[str, str]) -> ResultKind:
    return ResultKind(
        slug=stated.slug,
        name=stated.name,
        about=stated.about,
        scale=stated.scale,
        units=tuple(stated.units),
        says=tuple(_spell_out(pattern, words) for pattern in stated.says),
        unless=_spell_out(stated.unless, words) if stated.unless else None,
        sign=stated.sign,
        fewer_is_more=stated.fewer_is_more,
        strongest=stated.strongest.one if stated.strongest else "",
        strongest_ones=stated.strongest.several if stated.strongest else "",
        takes=tuple(stated.takes),
        leaves=tuple(stated.leaves),
    )


def _spell_out(pattern: str, words: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(NAMED.sub(lambda named: f"(?:{words[named[1]]})", pattern))
