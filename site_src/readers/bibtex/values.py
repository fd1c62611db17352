"""A block's inside → its fields, with `@string` names put in; what is broken is told and the next field is sought."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from site_src.dates import MONTHS
from site_src.readers.bibtex.blocks import FREE, Source

_NAME = re.compile(r"(?P<name>[A-Za-z][^\s=,{}\"#%()'@]*)\s*=\s*")
_KEY = re.compile(r"[^,{}=\"]*(?=,|\s*\Z)")
# A value that holds what looks like the next field has lost its end.
_NEXT_FIELD = re.compile(r"\n[ \t,]*[A-Za-z][\w:+-]{0,40}[ \t]*=[ \t]*(?:[{\"]|\w{1,40}[ \t,]*$)", re.MULTILINE)
_QUOTED = re.compile(r"[{}\"]")
_BARE = re.compile(r"[^\s,#{}\"=]+")
_BARE_LINE = re.compile(r"[^\s#{}\"=][^\n#{}\"=]*(?=\n|\Z)")
_JOIN = re.compile(r"\s*#\s*")
_BETWEEN = re.compile(r"(?:[\s,;})]+|%[^\n]*)*")  # comments, as biber takes them, and a brace too many
_SHOWN = 40
_TEXTS = frozenset({"title", "author", "abstract"})
_EXPANSION = 10  # how many times longer names may make a text: `a # a # a` of long names has no end


@dataclass(slots=True)
class Macros:
    """Names of `@string`, in small letters, with what they stand for; `left` is how many characters they may add."""

    left: int
    values: dict[str, str] = field(default_factory=lambda: {month.lower(): month for month in MONTHS})

    def expand(self, name: str) -> str | None:
        """None for a name that is not known, or once names have given too much."""
        value = self.values.get(name.lower())
        if value is None or len(value) > self.left:
            return None
        self.left -= len(value)
        return value


@dataclass(frozen=True, slots=True)
class Fields:
    """Values by their names in small letters, the first of each, as written; `faults` are (position, what was seen)."""

    values: Mapping[str, str]
    faults: tuple[tuple[int, str], ...]


class _Broken(Exception):  # noqa: N818  no error of the program's
    """A value that cannot be read."""


def make_macros(text: str) -> Macros:
    """With the names of months, for a file of the text."""
    return Macros(_EXPANSION * len(text))


def skip_key(source: Source, start: int, end: int) -> tuple[str, int]:
    """(the entry's key, where its fields begin); "" where it has none."""
    key = _KEY.match(source.text, start, end)
    return (key[0].strip(), key.end()) if key else ("", start)


def read_fields(source: Source, start: int, end: int, macros: Macros) -> Fields:
    """The fields of `[start, end)`."""
    values: dict[str, str] = {}
    faults: list[tuple[int, str]] = []
    for at, name, value, fault in _scan(source, start, end, macros):
        if fault:
            faults.append((at, fault))
        if value is None:
            continue
        if name in values and values[name] != value:
            faults.append((at, f"a second '{name}'"))
        values.setdefault(name, value)
    return Fields(values, tuple(faults))


def _scan(source: Source, start: int, end: int, macros: Macros) -> Iterator[tuple[int, str, str | None, str]]:
    """(position, name, value or None, fault or "") of each field, and of what is none."""
    text, position = source.text, start
    while (position := _end_of(_BETWEEN, text, position, end)) < end:
        named = _NAME.match(text, position, end)
        if not named:
            found = _NEXT_FIELD.search(text, position, end)
            yield position, "", None, f"'{_clip(text, position, end)}' where a field should be"
            position = found.start() + 1 if found else end
            continue
        name = named["name"].lower()
        value: str | None
        try:
            value, after = _read_value(source, named.end(), end, macros)
        except _Broken as broken:
            value, after, fault = *_cut(text, named.end(), end), f"the value of '{name}' {broken}"
        else:
            fault = _name_unknown(name, text[named.end() : after].strip(), value)
            lost = None if name in FREE else _NEXT_FIELD.search(text, named.end(), after)
            if lost:
                value, after = text[named.end() : lost.start()], lost.start()
                fault = f"the value of '{name}' has no end"
        yield position, name, _bare(value) if fault and value is not None else value, fault
        position = after


def _name_unknown(name: str, written: str, value: str) -> str:
    """What is wrong with a text that is the name of no string; "" for any other, and where names are usual."""
    is_name = name in _TEXTS and written == value and _BARE.fullmatch(written) and not written.isdecimal()
    return f"the value of '{name}' is '{written[:_SHOWN]}', which no @string gives" if is_name else ""


def _end_of(pattern: re.Pattern[str], text: str, position: int, end: int) -> int:
    found = pattern.match(text, position, end)
    return found.end() if found else position


def _read_value(source: Source, position: int, end: int, macros: Macros) -> tuple[str, int]:
    """(the value, where it ends)."""
    parts = []
    while True:
        part, position = _read_part(source, position, end, macros)
        parts.append(part)
        joined = _JOIN.match(source.text, position, end)
        if not joined:
            return "".join(parts), position
        position = joined.end()


def _read_part(source: Source, position: int, end: int, macros: Macros) -> tuple[str, int]:
    text = source.text
    if position < end and text[position] == "{":
        close = source.ends[position]
        if not close or close >= end:
            raise _Broken("has no closing brace")
        return text[position + 1 : close], close + 1
    if position < end and text[position] == '"':
        close = _find_quote(source, position + 1, end)
        return text[position + 1 : close], close + 1
    line = _BARE_LINE.match(text, position, end)
    if line and " " in (words := line[0].rstrip(", \t\r")):
        return words, line.end()
    bare = _BARE.match(text, position, end)
    if not bare:
        raise _Broken("is missing")
    return _read_bare(bare[0], macros), bare.end()


def _read_bare(word: str, macros: Macros) -> str:
    """A number or the name of a string; a name nobody gave stands for itself."""
    if word.isdecimal():
        return word
    value = macros.expand(word)
    return word if value is None else value


def _find_quote(source: Source, position: int, end: int) -> int:
    """Where the quotation mark is that closes a value: the first outside of braces."""
    while found := _QUOTED.search(source.text, position, end):
        if found[0] == '"':
            return found.start()
        if found[0] == "}" or not source.ends[found.start()]:
            break
        position = source.ends[found.start()] + 1
    raise _Broken("has no closing quotation mark")


def _cut(text: str, start: int, end: int) -> tuple[str | None, int]:
    """What stands before the next field, None where nothing follows that could end it."""
    found = _NEXT_FIELD.search(text, start, end)
    return (text[start : found.start()], found.start()) if found else (None, end)


def _bare(value: str) -> str:
    """The value without what should have enclosed it."""
    return value.strip().strip(",").strip().strip('"').removeprefix("{").removesuffix("}")


def _clip(text: str, start: int, end: int) -> str:
    """How it begins."""
    return text[start : min(end, start + _SHOWN)].split("\n", maxsplit=1)[0].strip()
