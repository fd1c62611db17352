"""The quantities a sentence holds: numbers with their units, ranges and qualifiers, still without a meaning."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from site_src.language.numbers import NUMBER_WORDS, QUALIFIERS
from site_src.models import Measure, Unit, Units

_COUNTER = re.compile(r"\(\d{1,2}$")
_WORDS = "|".join(f"(?P<w{i}>{row.words})" for i, row in enumerate(NUMBER_WORDS))
_IN_WORDS = re.compile(rf"(?<![\w-])(?=[a-z])(?:{_WORDS})(?![\w-])", re.IGNORECASE)

_RANGE_MARK = re.compile(r"\s?[-–—~∼]{1,2}\s?|\s+to\s+")
_TO = re.compile(r"\s+to\s+(?:(?:just|only|about)\s+)?")
_EITHER = re.compile(r"\s+or\s+")
_AND = re.compile(r"\s+and\s+")
_FROM = re.compile(r"\bfrom\s+(?:about\s+)?$", re.IGNORECASE)
_SPREAD = re.compile(r"\b(?:rang\w+|var\w+|span\w+|anywhere)(?: \w+)? from\s+$|\bbetween\s+$", re.IGNORECASE)
_QUALIFIER = re.compile(
    "(?:" + "|".join(f"(?P<q{i}>{row.words})" for i, row in enumerate(QUALIFIERS)) + r")\s*(?:an?\s+)?$", re.IGNORECASE
)
_LONGEST_QUALIFIER = 24
_SUFFIXES = {"": "", "x": "×", "%": "%"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number, or a range of them, at `[start, end)` with its qualifier; `unit` is `""` where only a number stands.

    The number itself is at `at`; `suffix` is how the unit stands behind it, and `measure` what the unit alone tells
    (`ms`: time). `origin` is the value it changed from (`from 3 to 5`).
    """

    start: int
    at: int
    end: int
    low: float
    high: float | None = None
    shown: str
    sign: str = ""
    unit: str = ""
    suffix: str = ""
    measure: Measure | None = None
    qualifier: str = ""
    origin: str = ""

    @property
    def value(self) -> str:
        """As a reader should see it: `up to 40%`, `2.4×`, `50–73%`, `>100×`."""
        return f"{self.qualifier}{self.sign}{self.shown}{self.suffix}"


def suffix_of(unit: str) -> str:
    """How a unit stands behind its number."""
    return _SUFFIXES.get(unit, f" {unit}")


def find_quantities(sentence: str, units: Units) -> tuple[Quantity, ...]:
    """The quantities of a sentence in order, apart from each other."""
    found = sorted([*_printed(sentence, units), *_in_words(sentence)], key=lambda quantity: quantity.start)
    return tuple(_qualified(sentence, quantity) for quantity in _joined(sentence, found))


def _printed(sentence: str, units: Units) -> Iterator[Quantity]:
    for match in units.pattern.finditer(sentence):
        unit, suffix, measure = _unit(match, units.rows)
        if not unit and _COUNTER.search(sentence[: match.end()]) and sentence[match.end() :].startswith(")"):
            continue
        number = float(match["number"].replace(",", ""))
        sign = (match["sign"] or "").replace("-", "−")
        yield Quantity(
            start=match.start(),
            at=match.start(),
            end=match.end(),
            low=-number if sign == "−" else number,
            shown=match["number"],
            sign=sign,
            unit=unit,
            suffix=suffix,
            measure=measure,
        )


def _unit(match: re.Match[str], units: tuple[Unit, ...]) -> tuple[str, str, Measure | None]:
    """The unit, how it stands behind the number, and what it measures."""
    group = match.lastgroup or ""
    if group.startswith("m"):
        unit = units[int(group[1:])]
        shown = unit.shown or match[group]
        sign = unit.measure.sign if unit.shown else ""
        return shown, sign or suffix_of(shown), unit.measure
    shown = {"x": "x", "pp": "pp", "percent": "%"}.get(group, "")
    return shown, suffix_of(shown), None


def _in_words(sentence: str) -> Iterator[Quantity]:
    for match in _IN_WORDS.finditer(sentence):
        row = NUMBER_WORDS[int((match.lastgroup or "w0")[1:])]
        start, end = match.span()
        yield Quantity(
            start=start,
            at=start,
            end=end,
            low=row.number,
            shown=row.shown,
            unit=row.unit,
            suffix=suffix_of(row.unit),
        )


def _joined(sentence: str, found: list[Quantity]) -> Iterator[Quantity]:
    """With two numbers that are one quantity joined: `2 to 5×`, `from 3 to 5`."""
    i = 0
    while i < len(found):
        both = _pair(sentence, found[i], found[i + 1]) if i + 1 < len(found) else None
        if both or not _is_torn(sentence, found[i]):
            yield both or found[i]
        i += 2 if both and both.end == found[i + 1].end else 1


def _is_torn(sentence: str, quantity: Quantity) -> bool:
    """Whether it is a part of something longer: `word25-33×`, `10-100 billion`."""
    head = re.search(r"\w[-–]\Z", sentence[: quantity.start])
    return bool(head or (not quantity.unit and re.match(r"[-–~∼]\d|\s+to\s+\d", sentence[quantity.end :])))


def _pair(sentence: str, first: Quantity, second: Quantity) -> Quantity | None:
    """Both as one, or the first with the second's unit, or None where they do not belong together."""
    gap = sentence[first.end : second.start]
    if second.sign == "+" or len(gap) > len(" to about "):
        return None
    lead = sentence[max(0, first.start - _LONGEST_QUALIFIER) : first.start]
    spread = _SPREAD.search(lead)
    alike = first.unit in ("", second.unit)
    if (
        _TO.fullmatch(gap)
        and _FROM.search(lead)
        and not spread
        and (alike or first.measure == second.measure is not None)
    ):
        return replace(second, origin=first.value if first.unit else replace(first, suffix=second.suffix).value)
    if not alike:
        return None
    if (
        _RANGE_MARK.fullmatch(gap)
        or (spread and _AND.fullmatch(gap))
        or (second.measure and second.measure.only and _EITHER.fullmatch(gap))
    ):
        return _range(first, second)
    if _AND.fullmatch(gap) and "." in first.shown and not first.unit and second.unit:
        return replace(first, unit=second.unit, suffix=second.suffix, measure=second.measure)
    return None


def _range(first: Quantity, second: Quantity) -> Quantity | None:
    if second.low < first.low:
        return None
    shown = f"{first.shown}–{second.shown}"
    return replace(second, start=first.start, at=first.at, low=first.low, high=second.low, shown=shown, sign=first.sign)


def _qualified(sentence: str, quantity: Quantity) -> Quantity:
    """With the words before it that qualify it: `up to about 3×`."""
    start, marks = quantity.start, [""]
    while match := _QUALIFIER.search(sentence, max(0, start - _LONGEST_QUALIFIER), start):
        start = match.start()
        marks.append(QUALIFIERS[int((match.lastgroup or "q0")[1:])].shown)
    return replace(quantity, start=start, qualifier=max(marks, key=len))
