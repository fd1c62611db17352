"""Which constants the tests prove: each is made larger and smaller, and some test must notice.

    python -m tests.constants [--beside] [--list] [MODULE ...]

A constant is a name in capitals that a module of site_src gives a number, `_SHOWN = 60`, or a sum with one. Each number
of a *table*, a tuple or a mapping, is told apart: `SAID = {"title": 3}`. What a function is called with is neither, nor
is a key or what stands in a pattern.

Every number is multiplied by 1.5 and by 0.6, a whole one rounded and moved by at least one, where the module is
imported: no file is touched. The tests beside the module (`tests/test_<module>*.py`) are asked first, and when these
notice nothing all others but those of the browser; `--beside` asks only the first. `--list` only tells what would be
tried. MODULE is a module or a package below site_src, such as `charts` or `search.pack`; none means all. The exit
status is 1 where something is missed.
"""

import argparse
import ast
import os
import re
import signal
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.machinery import SourceFileLoader
from itertools import takewhile
from pathlib import Path
from types import CodeType

import pytest

ROOT = Path(__file__).resolve().parent.parent
FACTORS = (1.5, 0.6)

_NAME = re.compile(r"_*[A-Z][A-Z0-9_]*")
_LONGEST = 900  # seconds; tests that take longer have noticed


@dataclass(frozen=True, slots=True, kw_only=True)
class Constant:
    """A number in a module: its place in the source as bytes `[start, end)`; `key` tells it from others of a table."""

    source: bytes
    module: str
    name: str
    key: str
    number: float
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.module}.{self.name}{self.key}"


# ---- finding


def find_constants(source: bytes, module: str) -> Iterator[Constant]:
    """The module's constants in order."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for statement in ast.parse(source).body:
        for target, value in _assigned(statement):
            if _NAME.fullmatch(target):
                for key, number, node in _numbers(value, ""):
                    yield Constant(
                        source=source,
                        module=module,
                        name=target,
                        key=key,
                        number=number,
                        start=starts[node.lineno - 1] + node.col_offset,
                        end=starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0),
                    )


def _assigned(statement: ast.stmt) -> Iterator[tuple[str, ast.expr]]:
    """The names a statement gives values to; `A, B = 1, 2` are two."""
    if isinstance(statement, ast.AnnAssign) and statement.value:
        pairs: list[tuple[ast.expr, ast.expr]] = [(statement.target, statement.value)]
    elif isinstance(statement, ast.Assign):
        pairs = [(target, statement.value) for target in statement.targets]
    else:
        return
    for target, value in pairs:
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            yield from (
                (one.id, other) for one, other in zip(target.elts, value.elts, strict=True) if isinstance(one, ast.Name)
            )
        elif isinstance(target, ast.Name):
            yield target.id, value


def _numbers(value: ast.expr, key: str) -> Iterator[tuple[str, float, ast.expr]]:
    """Every number of a value, with its place in it, such as `["title"]` or `[0]`; "" where it is all there is."""
    number = _number(value)
    if number is not None:
        yield key, number, value
        return
    for place, part in _parts(value):
        yield from _numbers(part, key + place)


def _number(value: ast.expr) -> float | None:
    sign = 1
    if isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.USub):
        sign, value = -1, value.operand
    number = value.value if isinstance(value, ast.Constant) else None
    return sign * number if isinstance(number, (int, float)) and not isinstance(number, bool) else None


def _parts(value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    match value:
        case ast.Tuple() | ast.List() | ast.Set():
            yield from ((f"[{n}]", part) for n, part in enumerate(value.elts))
        case ast.Dict():
            yield from (
                (f"[{ast.unparse(key)}]" if key else "", part)
                for key, part in zip(value.keys, value.values, strict=True)
            )
        case ast.BinOp():
            yield from (("", part) for part in (value.left, value.right))
        case _:
            return


def scale(number: float, factor: float) -> float:
    """The number multiplied, a whole one moved by at least one: 60 → 90 and 36, 1 → 2 and 0."""
    if not isinstance(number, int):
        return number * factor
    scaled = round(number * factor)
    return scaled if scaled != number else number + (1 if factor > 1 else -1)


# ---- trying


def notices(constant: Constant, factor: float, tests: Sequence[str]) -> bool:
    """Whether a test fails with the constant scaled."""
    number = repr(scale(constant.number, factor)).encode()
    changed = constant.source[: constant.start] + number + constant.source[constant.end :]
    return not passes(tests, {constant.module: changed})


def passes(tests: Sequence[str], changed: Mapping[str, bytes]) -> bool:
    """Whether the tests pass where modules have the changed sources; no file is touched."""
    child = os.fork()
    if not child:
        signal.alarm(_LONGEST)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, sys.stdout.fileno())
        os.dup2(quiet, sys.stderr.fileno())
        os._exit(_run(tests, changed))
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 0


def _run(tests: Sequence[str], changed: Mapping[str, bytes]) -> int:
    original = SourceFileLoader.get_code

    def get_code(loader: SourceFileLoader, fullname: str) -> CodeType | None:
        source = changed.get(fullname.removeprefix("site_src."))
        return original(loader, fullname) if source is None else loader.source_to_code(source, loader.path)

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign,assignment]  # of this process alone
    for name in [name for name in sys.modules if name.partition(".")[0] in {"build", "site_src"}]:
        del sys.modules[name]
    return int(pytest.main(["-qx", "--tb=no", "-p", "no:cacheprovider", *tests]))


def tests_beside(module: str) -> tuple[str, ...]:
    """The tests of the module, or else of the package it is in."""
    for name in (module.replace(".", "_"), module.partition(".")[0]):
        if found := sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob(f"tests/test_{name}*.py")):
            return tuple(found)
    return ()


def tests_elsewhere(beside: Sequence[str]) -> tuple[str, ...]:
    """All tests but those of the browser and those asked already."""
    return ("tests", "--ignore=tests/browser", *(f"--ignore={path}" for path in beside))


def try_all(constants: Iterable[Constant], *, beside_only: bool) -> Iterator[tuple[Constant, tuple[bool, ...]]]:
    """Each constant with whether a test noticed, for each factor. Raises ValueError where a test fails as it is."""
    sound: set[tuple[str, ...]] = set()
    for constant in constants:
        beside = tests_beside(constant.module)
        asked = [tests for tests in (beside, () if beside_only else tests_elsewhere(beside)) if tests]
        for tests in asked:
            if tests not in sound and not passes(tests, {}):
                raise ValueError(f"{' '.join(tests)}: fails as it is; mend it first")
            sound.add(tests)
        yield constant, tuple(any(notices(constant, factor, tests) for tests in asked) for factor in FACTORS)


# ---- telling


def _file(module: str) -> Path:
    plain = ROOT.joinpath("site_src", *module.split("."))
    return plain / "__init__.py" if plain.is_dir() else plain.with_suffix(".py")


def _modules(wanted: Sequence[str]) -> Iterator[str]:
    for path in sorted((ROOT / "site_src").rglob("*.py")):
        parts = path.relative_to(ROOT / "site_src").with_suffix("").parts
        module = ".".join(takewhile(lambda part: part != "__init__", parts))
        if module and (not wanted or any(f"{module}.".startswith(f"{name}.") for name in wanted)):
            yield module


def _report(constant: Constant, noticed: Sequence[bool]) -> str:
    tried = (
        f"×{factor} {scale(constant.number, factor):g} {'noticed' if seen else 'MISSED'}"
        for factor, seen in zip(FACTORS, noticed, strict=True)
    )
    return f"{f'{constant} = {constant.number:g}':50} {'  '.join(f'{one:28}' for one in tried)}".rstrip()


def _share(name: str, noticed: Sequence[bool]) -> str:
    return f"{name}: {sum(noticed)} of {len(noticed)} noticed" + (
        f" ({100 * sum(noticed) / len(noticed):.0f} %)" if noticed else ""
    )


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.constants")
    parser.add_argument("modules", nargs="*", metavar="MODULE")
    parser.add_argument("--beside", action="store_true", help="ask only the tests beside each module")
    parser.add_argument("--list", action="store_true", help="tell what would be tried")
    options = parser.parse_args(arguments)
    constants = [
        constant
        for module in _modules(options.modules)
        for constant in find_constants(_file(module).read_bytes(), module)
    ]
    if options.list:
        print(*(f"{constant} = {constant.number:g}" for constant in constants), sep="\n")
        return 0
    for module in _modules(()):
        import_module(f"site_src.{module}")  # and with it what they need, which is not imported again
    results: list[tuple[Constant, bool]] = []
    for constant, noticed in try_all(constants, beside_only=options.beside):
        print(_report(constant, noticed), flush=True)
        results.append((constant, all(noticed)))
    print(_share("constants", [seen for constant, seen in results if not constant.key]))
    print(_share("numbers of tables", [seen for constant, seen in results if constant.key]))
    return 0 if all(seen for _, seen in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
