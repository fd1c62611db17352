"""Units of any field, and what they measure."""

import re

from site_src.models import Measure, Unit

_ANY = re.compile("")
_TIME = Measure(
    name="time", keeps=_ANY, takes=("4 hours", "3 ms", "a 2-minute wait"), leaves=("4 h", "3 times", "2 mins/s")
)
_POWER = Measure(name="power", takes=("3 W", "12mW"), leaves=("3 w", "12 MW"))
_ENERGY = Measure(name="energy", takes=("3 mJ",), leaves=("3 j",))
_POINTS = Measure(name="score", keeps=_ANY, vague=True, takes=("2.3 points", "2 absolute points"), leaves=("2.3 pp",))
MEASURES = (_TIME, _POWER, _ENERGY, _POINTS)
UNITS = (
    Unit(shown="ms", measure=_TIME, words=r"ms|milliseconds?"),
    Unit(shown="μs", measure=_TIME, words=r"[μµ]s|microseconds?"),
    Unit(shown="s", measure=_TIME, words=r"(?-i:s)|secs?|seconds?"),
    Unit(shown="minutes", measure=_TIME, words=r"min(?:ute)?s?"),
    Unit(shown="hours", measure=_TIME, words=r"hours?|hrs?"),
    Unit(shown="days", measure=_TIME, words=r"days?"),
    Unit(shown="W", measure=_POWER, words=r"(?-i:W)|watts?"),
    Unit(shown="mW", measure=_POWER, words=r"(?-i:mW)"),
    Unit(shown="", measure=_ENERGY, words=r"(?-i:[munp]?J)"),
    Unit(shown="points", measure=_POINTS, words=r"(?:absolute )?points?"),
)
