"""YAML whose every complaint names a line; validation is pydantic's, the places are ours."""

from collections.abc import Hashable
from functools import cached_property
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from site_src.errors import InputError, Place, Problem

Value = TypeVar("Value")

# libyaml is ten times faster; PyYAML's own loader reads the same.
_Safe: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Safe):  # type: ignore[misc, valid-type]  # the base is chosen at import
    """Safe YAML in which dates stay text (PyYAML would raise on 2023-02-29) and no key may come twice."""

    yaml_implicit_resolvers = {  # noqa: RUF012  PyYAML's own class attribute
        first: [(tag, regex) for tag, regex in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in _Safe.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002  PyYAML's signature
        seen = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "a key that is no word", key.start_mark)
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"the key '{key.value}' twice", key.start_mark)
            seen.add(key.value)
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep)
        return mapping


# What most often breaks YAML is a title with a colon.
_CURE = "correct the YAML; a text with a colon, or one that begins with a sign, stands in quotation marks"


def load_yaml(text: str) -> Any:  # noqa: ANN401  YAML can hold anything; `validate` gives it a type
    """What the YAML holds. Raises yaml.YAMLError."""
    return yaml.load(text, _Loader)  # noqa: S506  the loader is a safe one


def split_front_matter(text: str, place: Place) -> tuple[str, str, int]:
    """(YAML between the two `---` lines, body, line of the body's first line).

    Raises InputError where the file does not begin with front matter or does not end it.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    if lines[0].rstrip() != "---":
        seen = "no front matter"
        raise InputError(Problem(Place(place.file, 1), seen, "begin the file with a line '---', YAML, and '---'"))
    for i in range(1, len(lines)):
        if lines[i].rstrip() == "---":
            return "\n".join(lines[1:i]), "\n".join(lines[i + 1 :]), i + 2
    raise InputError(Problem(Place(place.file, 1), "front matter without an end", "add a line '---' after the YAML"))


def parse_mapping(text: str, file: str, first_line: int = 1) -> dict[str, Any]:
    """The YAML mapping; {} for none. `first_line` is the text's first line in the file. Raises InputError."""
    try:
        loaded = load_yaml(text)
    except yaml.YAMLError as error:
        raise _complaint(error, file, first_line) from None
    if loaded is None:
        return {}
    if not isinstance(loaded, dict) or not all(isinstance(key, str) for key in loaded):
        raise InputError(Problem(Place(file, first_line), "YAML that is no mapping", "write 'key: value' lines"))
    return loaded


def check_yaml(text: str, file: str) -> None:
    """Raises InputError for text that is no YAML; quicker than to load it."""
    try:
        for _ in yaml.parse(text, _Loader):
            pass
    except yaml.YAMLError as error:
        raise _complaint(error, file, 1) from None


def _complaint(error: yaml.YAMLError, file: str, first_line: int) -> InputError:
    mark = getattr(error, "problem_mark", None)
    line = first_line + mark.line if mark else first_line
    seen = str(getattr(error, "problem", None) or error).replace("\n", " ")
    return InputError(Problem(Place(file, line), f"YAML: {seen}", _CURE))


# What pydantic calls a key that no field has, and what it says of lists and mappings in words of YAML.
_UNKNOWN = "unexpected_keyword_argument"
_LINES = "expected 'key: value' lines"
_SAID = {"tuple_type": "expected a list", "dataclass_type": _LINES, "dict_type": _LINES}


def validate(
    adapter: TypeAdapter[Value], text: str, file: str, first_line: int = 1, **beside: object
) -> tuple[Value, tuple[Problem, ...]]:
    """The YAML as the adapter's type, and a warning for each key it does not know.

    `beside` are fields that are not in the YAML. Raises InputError naming file and line of every wrong value.
    """
    loaded = parse_mapping(text, file, first_line)
    places = _Places(text, file, first_line)
    unknown: list[tuple[str | int, ...]] = [(key,) for key in loaded if key in beside]
    try:
        value = adapter.validate_python(loaded | beside, extra="forbid")
    except ValidationError as error:
        errors = error.errors(include_url=False)
        if wrong := [_problem(one, places) for one in errors if one["type"] != _UNKNOWN]:
            raise InputError(wrong) from None
        unknown += [one["loc"] for one in errors]
        value = adapter.validate_python(loaded | beside, extra="ignore")
    cure = "ignored; remove it or correct its spelling"
    return value, tuple(sorted(Problem(places.find(path), f"unknown key '{_key(path)}'", cure) for path in unknown))


def _problem(error: ErrorDetails, places: "_Places") -> Problem:
    said = _SAID.get(error["type"]) or error["msg"].removeprefix("Value error, ")
    seen = f"{_key(error['loc'])}: {said[:1].lower()}{said[1:]}, but here stands {repr(error['input'])[:60]}"
    return Problem(places.find(error["loc"]), seen, "correct the value")


def _key(path: tuple[str | int, ...]) -> str:
    return ".".join(str(part) for part in path if part == path[0] or isinstance(part, int) or part.isidentifier())


def find_place(text: str, file: str, path: tuple[str | int, ...]) -> Place:
    """Where the YAML has the value at the path of keys and positions, or the deepest above it that there is."""
    return _Places(text, file, 1).find(path)


class _Places:
    """Line numbers of a YAML text's nodes; composed only when there is something to complain of."""

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self._text, self._file, self._first_line = text, file, first_line

    @cached_property
    def _root(self) -> yaml.Node | None:
        root: yaml.Node | None = yaml.compose(self._text, _Loader)
        return root

    def find(self, path: tuple[str | int, ...]) -> Place:
        """The line of the deepest node on the path that exists."""
        node, line = self._root, 0
        for part in path:
            mark, node = _child(node, part)
            if mark is None:
                break
            line = mark
        return Place(self._file, self._first_line + line)


def _child(node: yaml.Node | None, part: str | int) -> tuple[int | None, yaml.Node | None]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == part:
                return key.start_mark.line, value
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part].start_mark.line, node.value[part]
    return None, None
