"""JSON, one text or one a line → its values and the lines they begin in."""

import json
import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_src.errors import InputError, Place, Problem

_BLANK = re.compile(r"[ \t\r\n]*")
_APART = re.compile(r"[ \t\r\n,\x1e]*")  # values one after another; U+001E begins each of a JSON text sequence
_BETWEEN = re.compile(r"[ \t\r\n]*([,:]?)[ \t\r\n]*")
_CURES = (
    ("Unterminated string", "the text ends inside a value: copy or download the file whole"),
    ("Expecting value", "give the value, or take away the comma before it"),
    ("Expecting property name", "put names in double quotation marks, and no comma before a closing bracket"),
)
_CURE = "correct the JSON, or download the file anew"
_CUT = "the file ends early: copy or download it whole"
_TOO_DEEP = "JSON that is nested too deeply to be read"
_SHOWN = 40  # characters of what is no JSON


class Doubled(dict[str, object]):
    """An object that has some name twice."""


@dataclass(frozen=True, slots=True)
class Part:
    """A value in a text, from `start` on; `key` is its name in the object it stands in, "" in a list."""

    value: object
    start: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Broken:
    """A line that is no JSON, among others that are; `seen` is what is wrong with it."""

    seen: str


def looks_like_json(text: str) -> bool:
    """Whether it begins as JSON does: with an object, with a list of objects, or with a whole list of texts."""
    if _BEGINNING.match(text):
        return True
    return bool(_TEXTS.match(text)) and _begins_with_list(text)


_BEGINNING = re.compile(r"""\s*+(?:\{\s*+(?:["}]|\Z)|(?:\[\s*+)++(?:\{\s*+["}]|\]\s*+\Z))""")
_TEXTS = re.compile(r"\s*+(?:\[\s*+)++\"")  # as lines of text begin as well


def _begins_with_list(text: str) -> bool:
    """Whether the text's first lines are a list, behind which nothing stands in its line, or the text is cut in it."""
    try:
        end = _DECODER.raw_decode(text, _skip(text, 0))[1]
    except json.JSONDecodeError as error:
        return not text[error.pos :].strip() or error.msg.startswith("Unterminated string")
    except RecursionError:
        return True
    return not text[end:].partition("\n")[0].strip()


def read_values(text: str, name: str) -> Iterator[Part]:
    """The text's values, one or one after another. Of JSON Lines a line that is malformed is `Broken`.

    Raises InputError where a value of other JSON is malformed.
    """
    at = _skip(text, 0, _APART)
    while at < len(text):
        try:
            value, end = _decode(text, at, name)
        except InputError:
            if not _has_whole_lines(text):
                raise
            yield from _read_lines(text, at)
            return
        yield Part(value, at)
        at = _skip(text, end, _APART)


def _has_whole_lines(text: str) -> bool:
    """Whether most lines are a list or an object each."""
    lines = [line for line in text.split("\n") if line.strip()]
    return sum(is_container(_read_line(line)) for line in lines) * 2 >= len(lines)


def _read_lines(text: str, at: int) -> Iterator[Part]:
    """The values of the lines from `at` on, one in each."""
    while at < len(text):
        end = text.find("\n", at)
        line = text[at : end if end >= 0 else len(text)]
        yield Part(_read_line(line), at)
        at = _skip(text, at + len(line), _APART)


def _read_line(line: str) -> object:
    try:
        value, end = _DECODER.raw_decode(line, _skip(line, 0, _APART))
    except json.JSONDecodeError as error:
        return Broken(_name_fault(error, line))
    except RecursionError:
        return Broken(_TOO_DEEP)
    end = _skip(line, end, _APART)
    return Broken(f"malformed JSON: '{line[end : end + _SHOWN]}' behind the value") if end < len(line) else value


def read_parts(text: str, part: Part, name: str) -> Iterator[Part]:
    """The values in a list or an object that has been read, each with its place. Raises InputError."""
    at = _skip(text, part.start + 1)
    closing = {"[": "]", "{": "}"}[text[part.start]]
    while text[at] != closing:
        key = ""
        if closing == "}":
            key, at = _DECODER.raw_decode(text, at)
            at = _skip(text, at, _BETWEEN)
        value, end = _decode(text, at, name)
        yield Part(value, at, key)
        at = _skip(text, end, _BETWEEN)


def _skip(text: str, at: int, blank: re.Pattern[str] = _BLANK) -> int:
    match = blank.match(text, at)
    return match.end() if match else at


def _decode(text: str, at: int, name: str) -> tuple[object, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        raise InputError(_complain(error, text, name)) from None
    except RecursionError:
        line = text.count("\n", 0, at) + 1
        raise InputError(Problem(Place(name, line), _TOO_DEEP, _CURE)) from None


def _complain(error: json.JSONDecodeError, text: str, name: str) -> Problem:
    """What is wrong with the JSON, and the cure."""
    seen = _name_fault(error, text)
    if not text[error.pos :].strip():
        return Problem(Place(name, text.rstrip().count("\n") + 1), seen, _CUT)
    cure = next((cure for message, cure in _CURES if error.msg.startswith(message)), _CURE)
    return Problem(Place(name, error.lineno), seen, cure)


def _name_fault(error: json.JSONDecodeError, text: str) -> str:
    if not text[error.pos :].strip():
        return "malformed JSON: it ends inside a value"
    return f"malformed JSON: {error.msg[:1].lower()}{error.msg[1:]} (column {error.colno})"


def _make_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    return made if len(made) == len(pairs) else Doubled(made)


def _read_int(digits: str) -> int | float:
    try:
        return int(digits)
    except ValueError:  # more digits than any number that counts something
        return math.inf


# Numbers with a point stay text: an arXiv id that is written as one keeps its last zero. So do words for what is no
# number: "NaN" is what programs write for no value, and "Infinity" is no count.
_DECODER = json.JSONDecoder(object_pairs_hook=_make_object, parse_float=str, parse_int=_read_int, parse_constant=str)


class Lines:
    """The line of each place in a text."""

    def __init__(self, text: str) -> None:
        self._ends = [match.start() for match in re.finditer("\n", text)]

    def line_at(self, start: int) -> int:
        """From 1."""
        return bisect_left(self._ends, start) + 1


def is_container(value: object) -> bool:
    """Whether it holds values."""
    return isinstance(value, list | Mapping)
