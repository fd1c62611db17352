"""JSON, one text or one a line → its values and the lines they begin in."""

import json
import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_src.errors import InputError, Place, Problem

_BLANK = re.compile(r"[ \t\r\n]*")
_BETWEEN = re.compile(r"[ \t\r\n]*([,:]?)[ \t\r\n]*")
_CURES = (
    ("Unterminated string", "the text ends inside a value: copy or download the file whole"),
    ("Expecting value", "give the value, or take away the comma before it"),
    ("Expecting property name", "put names in double quotation marks, and no comma before a closing bracket"),
)
_CURE = "correct the JSON, or download the file anew"
_CUT = "the file ends early: copy or download it whole"


class Doubled(dict[str, object]):
    """An object that has some name twice."""


@dataclass(frozen=True, slots=True)
class Part:
    """A value in a text, from `start` on; `key` is its name in the object it stands in, "" in a list."""

    value: object
    start: int
    key: str = ""


def looks_like_json(text: str) -> bool:
    """Whether it begins as JSON does: with an object, or with a list of objects."""
    return bool(_BEGINNING.match(text))


# Not with `["` or `[[`, as lines of text begin as well.
_BEGINNING = re.compile(r"""\s*+(?:\{\s*+(?:["}]|\Z)|(?:\[\s*+)++(?:\{\s*+["}]|\]\s*+\Z))""")


def read_values(text: str, name: str) -> Iterator[Part]:
    """The text's values, one or one after another. Raises InputError where one is malformed."""
    at = _skip(text, 0)
    while at < len(text):
        value, end = _decode(text, at, name)
        yield Part(value, at)
        at = _skip(text, end)


def read_parts(text: str, part: Part, name: str) -> Iterator[Part]:
    """The values in a list or an object that has been read, each with its place. Raises InputError."""
    at = _skip(text, part.start + 1)
    closing = {"[": "]", "{": "}"}[text[part.start]]
    while text[at] != closing:
        key = ""
        if closing == "}":
            key, at = _DECODER.raw_decode(text, at)
            at = _between(text, at)
        value, end = _decode(text, at, name)
        yield Part(value, at, key)
        at = _between(text, end)


def _skip(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _between(text: str, at: int) -> int:
    match = _BETWEEN.match(text, at)
    return match.end() if match else at


def _decode(text: str, at: int, name: str) -> tuple[object, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        raise InputError(_complain(error, text, name)) from None
    except RecursionError:
        line = text.count("\n", 0, at) + 1
        raise InputError(Problem(Place(name, line), "JSON that is nested too deeply to be read", _CURE)) from None


def _complain(error: json.JSONDecodeError, text: str, name: str) -> Problem:
    """What is wrong with the JSON, and the cure."""
    if not text[error.pos :].strip():
        line = text.rstrip().count("\n") + 1
        return Problem(Place(name, line), "malformed JSON: it ends inside a value", _CUT)
    cure = next((cure for message, cure in _CURES if error.msg.startswith(message)), _CURE)
    seen = f"malformed JSON: {error.msg[:1].lower()}{error.msg[1:]} (column {error.colno})"
    return Problem(Place(name, error.lineno), seen, cure)


def _make_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    return made if len(made) == len(pairs) else Doubled(made)


def _read_int(digits: str) -> int | float:
    try:
        return int(digits)
    except ValueError:  # more digits than any number that counts something
        return math.inf


# Numbers with a point stay text: an arXiv id that is written as one keeps its last zero.
_DECODER = json.JSONDecoder(
    object_pairs_hook=_make_object, parse_float=str, parse_int=_read_int, parse_constant=lambda _: None
)


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
