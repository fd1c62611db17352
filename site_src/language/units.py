"""Units of any field and what they measure, and how a number is printed with one."""

import re
from collections.abc import Iterable, Iterator

from site_src.forms import anywhere
from site_src.models import Measure, Unit, Units

_ANY = anywhere("")
MEASURES = (
    Measure(
        of="time",
        written={
            "ms": r"ms|milliseconds?",
            "μs": r"[μµ]s|microseconds?",
            "s": r"(?-i:s)|secs?|seconds?",
            "minutes": r"min(?:ute)?s?",
            "hours": r"hours?|hrs?",
            "days": r"days?",
        },
        keeps=_ANY,
        takes=("4 hours", "3 ms", "a 2-minute wait"),
        leaves=("4 h", "3 times", "2 mins/s"),
    ),
    Measure(
        of="power",
        written={"W": r"(?-i:W)|watts?", "mW": r"(?-i:mW)"},
        takes=("3 W", "12mW"),
        leaves=("3 w", "12 MW"),
    ),
    Measure(of="energy", as_printed=r"(?-i:[munp]?J)", takes=("3 mJ",), leaves=("3 j",)),
    Measure(
        of="score",
        written={"points": r"(?:absolute )?points?"},
        keeps=_ANY,
        vague=True,
        takes=("2.3 points", "2 absolute points"),
        leaves=("2.3 pp",),
    ),
)

_NUMBER = r"(?:\d{1,3}(?:,\d{3})++(?:\.\d++)?+|\d++(?:\.\d++)?+|\.\d++)"
_TIMES = r"\s?×(?!\s?\d)|\s?[xX](?!\s?\d)(?!\w|-[A-Za-z])|\s?times\b|[\s-]?folds?\b"
_POINTS = r"\s?%\s?(?:p|pp|pts?|points?)\b|\s?percent(?:age)?[ -]points?\b|\s?pp\b"
_PERCENT = r"\s?%|\s?percent\b"
# A number is part of a name, a formula, a size (`3×3`) or a list's counter, …
_NOT_AFTER = r"(?<![\w.,^_@=])(?<!\d[xX×]\s)(?<!\d\s[xX×]\s)(?:(?<![A-Za-z]-)|(?<=\d[xX]-))(?:(?<!/)|(?<=[xX×%]/))"
# … or it counts things: `8 bowls`. Only a decimal may be followed by a plain word.
_NOT_BEFORE = (
    r"(?![\w×%]|[.,/]\d|-[A-Za-z]|\s?[×x]\s?\d|\s?(?:b|m|tr)illion)"
    r"(?:(?<=\.\d)|(?<=\.\d\d)|(?<=\.\d\d\d)"
    r"|(?!\s(?!(?:and|or|to|on|for|in|at|with|over|vs|when|while|by)\b)(?-i:[a-z]+)(?![A-Za-z])))"
)
_SIGN = r"(?P<sign>[+−±]|(?<![\w×%)]\s)(?<![\w×%)])-)?"


def make_units(measures: Iterable[Measure] = ()) -> Units:
    """The field's units before the language's, of which those are left out that the field shows, too."""
    own = [unit for measure in measures for unit in _units_of(measure)]
    shown = {unit.shown for unit in own} - {""}
    general = (unit for measure in MEASURES for unit in _units_of(measure) if unit.shown not in shown)
    rows = tuple(unit for unit in (*own, *general) if unit.words)
    return Units(rows=rows, pattern=_compile(rows))


def _units_of(measure: Measure) -> Iterator[Unit]:
    yield from (Unit(shown=shown, measure=measure, words=words) for shown, words in measure.written.items())
    yield Unit(shown="", measure=measure, words=measure.as_printed)


def _compile(units: Iterable[Unit]) -> re.Pattern[str]:
    measured = "|".join(f"(?P<m{i}>{unit.words})" for i, unit in enumerate(units))
    unit = rf"(?P<x>{_TIMES})|(?P<pp>{_POINTS})|(?P<percent>{_PERCENT})|[\s-]?(?:{measured})(?![\w/@-])"
    return re.compile(rf"{_NOT_AFTER}{_SIGN}(?P<number>{_NUMBER})(?:{unit}|{_NOT_BEFORE})", re.IGNORECASE)
