"""What is under the names of a record, and its text, whatever the shape that a program gave it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_src.readers.records.aliases import fold_names, is_empty
from site_src.readers.records.markup import readable

Values = Mapping[str, object]  # by names as `fold_name` folds them

TEXTS = ("value", "text", "title", "name", "fullname", "displayname", "abstract", "description", "content", "term")
_DEEPEST = 4  # objects in objects around a text


@dataclass(frozen=True, slots=True)
class Under:
    """A value and the name it was found under."""

    name: str
    value: object


def find(values: Values, names: Iterable[str]) -> Iterator[object]:
    """The values under the names, in the order of the names."""
    return (values[name] for name in names if name in values)


def find_named(values: Values, names: Iterable[str]) -> Iterator[Under]:
    """The same, each with its name."""
    return (Under(name, values[name]) for name in names if name in values)


def read_text(value: object, names: Sequence[str] = TEXTS) -> str:
    """The text of a value: itself, a number's, the first of a list, or what an object has under one of the names."""
    for _ in range(_DEEPEST):
        match value:
            case bool() | None:
                return ""
            case str():
                return readable(value)
            case int() | float():
                return str(value)
            case list() | tuple():
                value = next((one for one in value if not is_empty(one)), None)
            case Mapping():
                folded = fold_names(value)
                value = next((folded[name] for name in names if name in folded), None)
    return ""


def first_text(values: Values, names: Iterable[str]) -> str:
    """The first text under the names."""
    return next(filter(None, map(read_text, find(values, names))), "")


def read_long_text(value: object) -> str:
    """The text of a value that may be paragraphs, or an index of words as OpenAlex has it."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return readable(" ".join(value))
    if isinstance(value, Mapping) and (words := _inverted(value)):
        return words
    return read_text(value)


def _inverted(index: Mapping[str, object]) -> str:
    """The words in the order of their places; "" of any other object."""
    if not all(isinstance(places, list) for places in index.values()):
        return ""
    placed = [(at, word) for word, places in index.items() for at in _whole_numbers(places)]
    return readable(" ".join(word for _, word in sorted(placed)))


def _whole_numbers(places: object) -> Iterator[int]:
    return (at for at in places if isinstance(at, int)) if isinstance(places, list) else iter(())
