"""Kinds of results that can stand side by side, as a table to be argued with: what a number says, in which unit."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from site_src.contract import OTHER_RESULTS
from site_src.models import Result

Scale = Literal["log", "linear", "none"]

_PERCENT = ("%", "+%")
_SHARES = (*_PERCENT, "pp", "points")
_TIMES = ("x",)

# What the words of a metric are about. A metric is looked up in lower case.
_SPEED = r"speed-?up|faster|accelerat|latency|delay|(?<!test-)\btime\b"
_THROUGHPUT = r"throughput|per second"
_SPACE = r"memory|vram|\bsize\b|parameter|footprint|storage|compression|cache"
_WORK = r"flops|comput|operations|energy|power|cost|communication|data movement|volume|area|\bdsp\b"
_QUALITY = (
    r"accuracy|score|\bpass@|\bauc\b|f1\b|\bmiou\b|\bm?ap\b|recall|dice|\bdsc\b|glue|gsm8k|geneval|mmlu|math"
    r"|reasoning|correctness|generalization|ranking|classification|win rate|resolved|problems solved|success|quality"
)
_LESS = r"reduc|sav|compression|smaller|less|improvement"
_LOST = r"loss|drop|degradation"
_KEPT = r"kept|retained|preserved"
_MORE = r"gain|improve|increase|better|higher"
_WORSE = r"increase|overhead|slow-?down"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultKind:
    """What results of a kind have in common.

    A result is of the first kind whose `units` have its unit and all of whose `says`, but not `unless`, are found in
    its metric. `scale` is the axis they are plotted on, "none" for what has none in common; `fewer_is_more` tells that
    the smallest number is the strongest claim. `about` explains the kind to readers; `sign` stands behind its numbers.
    """

    slug: str
    name: str
    about: str
    scale: Scale
    units: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    unless: str = ""
    sign: str = ""
    fewer_is_more: bool = False

    def fits(self, unit: str, metric: str) -> bool:
        """Whether a result of the unit and the metric, in lower case, is of this kind."""
        if self.units and unit not in self.units:
            return False
        said = all(re.search(words, metric) for words in self.says)
        return said and not (self.unless and re.search(self.unless, metric))


SPEED_UP = ResultKind(
    slug="speed-up",
    name="Speed-ups, in times",
    about="How many times faster, or how many times less time something takes.",
    scale="log",
    sign="×",
    units=_TIMES,
    says=(_SPEED,),
    unless=f"{_THROUGHPUT}|{_WORSE}",
)

OTHER = ResultKind(
    slug=OTHER_RESULTS,
    name="Other results",
    about="What fits no kind, and kinds of which a single paper reports.",
    scale="none",
)

KINDS = (
    SPEED_UP,
    ResultKind(
        slug="throughput",
        name="Throughput, in times",
        about="How many times more work is done in the same time.",
        scale="log",
        sign="×",
        units=_TIMES,
        says=(_THROUGHPUT,),
        unless=_WORSE,
    ),
    ResultKind(
        slug="faster",
        name="Faster, in percent",
        about="Speed or throughput gained. 50% faster takes a third less time, so these are no savings of time.",
        scale="linear",
        sign="%",
        units=_PERCENT,
        says=(rf"{_THROUGHPUT}|speed-?up|faster",),
        unless=f"{_LOST}|{_KEPT}|share|impact|gpu throughput",
    ),
    ResultKind(
        slug="time-saved",
        name="Time saved, in percent",
        about="How much less time something takes.",
        scale="linear",
        sign="%",
        units=_PERCENT,
        says=(_SPEED, _LESS),
        unless="memory|energy",
    ),
    ResultKind(
        slug="space",
        name="Memory and size, in times smaller",
        about="How many times less memory, storage or parameters.",
        scale="log",
        sign="×",
        units=_TIMES,
        says=(_SPACE, _LESS),
    ),
    ResultKind(
        slug="space-saved",
        name="Memory and size saved, in percent",
        about="How much less memory, storage or parameters.",
        scale="linear",
        sign="%",
        units=_PERCENT,
        says=(_SPACE, "reduc|sav"),
        unless="compute",
    ),
    ResultKind(
        slug="bits",
        name="Bit-widths, in bits",
        about="How many bits a weight, an activation or another number takes.",
        scale="linear",
        units=("bits", "bit-width"),
        says=("bit-?width",),
        fewer_is_more=True,
    ),
    ResultKind(
        slug="work",
        name="Computation, energy and cost, in times less",
        about="How many times less computation, energy, traffic or money for the same work.",
        scale="log",
        sign="×",
        units=_TIMES,
        says=(_WORK, f"{_LESS}|efficiency"),
        unless=_WORSE,
    ),
    ResultKind(
        slug="work-saved",
        name="Computation, energy and cost saved, in percent",
        about="How much less computation, energy, traffic or money.",
        scale="linear",
        sign="%",
        units=_PERCENT,
        says=(_WORK, "reduc|sav"),
    ),
    ResultKind(
        slug="quality-lost",
        name="Quality lost, in percent or points",
        about="How much accuracy, or another score, is given up. Whether a percentage is one of points is seldom said.",
        scale="linear",
        units=_SHARES,
        says=(_QUALITY, _LOST),
        fewer_is_more=True,
    ),
    ResultKind(
        slug="quality-kept",
        name="Quality kept, in percent",
        about="How much of the original’s accuracy, or of another score, is left.",
        scale="linear",
        sign="%",
        units=_PERCENT,
        says=(rf"{_QUALITY}|performance", _KEPT),
    ),
    ResultKind(
        slug="quality-gained",
        name="Quality gained, in percent or points",
        about="How much accuracy, or another score, rises. Whether a percentage is one of points is seldom said.",
        scale="linear",
        units=_SHARES,
        says=(_QUALITY, _MORE),
    ),
    ResultKind(
        slug="quality",
        name="Quality reached, in percent",
        about="Accuracy, or another score, on whatever the paper measures it: mostly not on the same thing.",
        scale="linear",
        sign="%",
        units=_PERCENT,
        says=(_QUALITY,),
        unless=f"{_KEPT}|deviation|reduc|increase",
    ),
    ResultKind(
        slug="utilization",
        name="Utilization reached, in percent",
        about="How much of a machine’s peak, or of ideal scaling, is reached.",
        scale="linear",
        sign="%",
        units=_PERCENT,
        says=("utili[sz]ation|scaling efficiency|gpu throughput",),
        unless=f"{_MORE}|resource",
    ),
    OTHER,
)


def kind_of(result: Result) -> ResultKind:
    """The first kind that the result fits; `OTHER` fits all."""
    metric = result.metric.lower()
    return next(kind for kind in KINDS if kind.fits(result.unit, metric))


def largest_speed_up(results: Iterable[Result]) -> Result | None:
    """The one with the largest factor, of a range its lower end; None where none of them is a speed-up in times."""
    factors = (result for result in results if result.number is not None and kind_of(result) is SPEED_UP)
    return max(factors, key=lambda result: result.number or 0, default=None)
