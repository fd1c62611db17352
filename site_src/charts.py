"""Numbers → places on an axis, heights of bars and steps of shade; what draws them is in templates/_charts.html.

Axes are for numbers that `has_place` of.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_ROUND = (1, 2, 5)
_MOST_TICKS = 6
_SMALLEST, _LARGEST = 1e-9, 1e12
SHADES = 5  # steps of shade, told apart in matrix.css
SPARK_HEIGHT = 20  # a bar's height at most, in the units of its drawing
_SPARK_WIDTH = 10


@dataclass(frozen=True, slots=True)
class Tick:
    """A round number and its place, in percent of the axis."""

    label: str
    at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """From `low` to `high`, both round; logarithmic if `log`."""

    low: float
    high: float
    log: bool
    ticks: tuple[Tick, ...]

    def place(self, number: float) -> float:
        """The number's place in percent of the axis, to a tenth; that of the nearer end for one beyond it."""
        return _place(number, self.low, self.high, log=self.log)


def has_place(number: float, *, log: bool) -> bool:
    """Whether an axis can show it: nothing absurdly large or small, and nothing but positive on a logarithmic one."""
    return _SMALLEST <= (number if log else abs(number) or 1) <= _LARGEST


def log_axis(numbers: Iterable[float]) -> Axis:
    """An axis for positive factors: from 1, or a round number below the smallest, to one above the largest."""
    numbers = tuple(numbers)
    low = _round_down(min((1, *numbers)))
    high = _round_up(max((2 * low, *numbers)))
    return _make_axis(low, high, _log_ticks(low, high), log=True)


def linear_axis(numbers: Iterable[float]) -> Axis:
    """An axis from 0, or a round number below the smallest, to one above the largest."""
    numbers = tuple(numbers)
    least, most = min((0, *numbers)), max((0, *numbers))
    if least == most:
        most = 1
    step = _round_up((most - least) / (_MOST_TICKS - 1))
    first, last = math.floor(least / step), math.ceil(most / step)
    return _make_axis(first * step, last * step, [count * step for count in range(first, last + 1)], log=False)


def _make_axis(low: float, high: float, ticks: Iterable[float], *, log: bool) -> Axis:
    placed = tuple(Tick(f"{tick:,.6g}".replace("-", "−"), _place(tick, low, high, log=log)) for tick in ticks)
    return Axis(low=low, high=high, log=log, ticks=placed)


def _place(number: float, low: float, high: float, *, log: bool) -> float:
    within = min(max(number, low), high)
    share = math.log(within / low) / math.log(high / low) if log else (within - low) / (high - low)
    return round(100 * share, 1)


def _log_ticks(low: float, high: float) -> Sequence[float]:
    """Those of 1, 2, 5, 10 and so on where so many fit, else powers of ten, of a hundred, of a thousand."""
    lowest, highest = math.floor(math.log10(low)), math.ceil(math.log10(high))
    fine = [digit * 10.0**power for power in range(lowest, highest + 1) for digit in _ROUND]
    ticks = [tick for tick in fine if low <= tick <= high]
    apart = 1
    while len(ticks) > _MOST_TICKS:
        ticks = [10.0**power for power in range(lowest, highest + 1, apart) if low <= 10.0**power <= high]
        apart += 1
    return ticks


def _round_up(number: float) -> float:
    """The smallest of … 0.5, 1, 2, 5, 10 … that is not less than the positive number."""
    return next(tick for tick in _round_numbers(number) if tick >= number)


def _round_down(number: float) -> float:
    return max(tick for tick in _round_numbers(number) if tick <= number)


def _round_numbers(near: float) -> Iterator[float]:
    power = math.floor(math.log10(near))
    for exponent in (power - 1, power, power + 1):
        yield from (float(f"{digit}e{exponent}") for digit in _ROUND)  # 5e-2 is 0.05, and 5 * 0.01 is not


# ---- counts


def shade(count: int, most: int) -> int:
    """A step of shade from 1 to `SHADES`; 0 for nothing."""
    return math.ceil(SHADES * count / most) if count else 0


def spark_path(counts: Sequence[int], most: int) -> str:
    """An SVG path of a bar per count, each in its column of ten units; a bar that is there is seen."""
    return "".join(
        f"M{number * _SPARK_WIDTH} {SPARK_HEIGHT}v-{_spark_height(count, most)}h8V{SPARK_HEIGHT}z"
        for number, count in enumerate(counts)
        if count
    )


def _spark_height(count: int, most: int) -> float:
    return max(round(SPARK_HEIGHT * count / most, 1), 1)
