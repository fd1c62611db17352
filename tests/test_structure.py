"""What imports what: one way, and not through many hands."""

import ast
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.conftest import ROOT

Imports = Mapping[str, frozenset[str]]  # modules, and those of ours that each imports

LONGEST_CHAIN = 14
LEAVES = ("contract", "dates", "errors", "forms", "identifiers", "phrases")
PACKAGE = "site_src"
COMMANDS = f"{PACKAGE}.commands"


def read_imports(root: Path) -> Imports:
    """The imports of build.py and the package's modules; importing a name from a package is importing the package."""
    paths = (root / "build.py", *root.glob(f"{PACKAGE}/**/*.py"))
    sources = {module_name(path.relative_to(root)): path.read_text(encoding="utf-8") for path in paths}
    imports = {
        module: frozenset(name for names in imported(source) if (name := first_of(names, sources)))
        for module, source in sources.items()
    }
    # The command that is asked for is imported by its name.
    commands = {module for module in sources if module.startswith(f"{COMMANDS}.")}
    return imports | ({COMMANDS: imports[COMMANDS] | commands} if commands else {})


def module_name(path: Path) -> str:
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def imported(source: str) -> Iterator[Sequence[str]]:
    """For each imported name the modules it may be or be from."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ([alias.name] for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            assert not node.level, "an import that does not begin at the top"
            yield from ([f"{node.module}.{alias.name}", f"{node.module}"] for alias in node.names)


def first_of(names: Sequence[str], known: Mapping[str, str]) -> str:
    return next((name for name in names if name in known), "")


def longest_chain(imports: Imports) -> tuple[str, ...]:
    @cache
    def chain(module: str) -> tuple[str, ...]:
        return (module, *max(map(chain, sorted(imports[module])), key=len, default=()))

    return max(map(chain, imports), key=len)


def find_circle(imports: Imports) -> list[str]:
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def among_packages(imports: Imports) -> Imports:
    """The same of whole packages, `models` and `pages` and the rest, without what they import of themselves."""
    packages: dict[str, set[str]] = {}
    for module, names in imports.items():
        packages.setdefault(package_of(module), set()).update(map(package_of, names))
    return {package: frozenset(names - {package}) for package, names in packages.items()}


def package_of(module: str) -> str:
    return ".".join(module.split(".")[:2])


@pytest.fixture(scope="module")
def imports() -> Imports:
    return read_imports(ROOT)


def test_no_module_and_no_package_imports_itself_by_way_of_others(imports: Imports) -> None:
    assert find_circle(imports) == []
    assert find_circle(among_packages(imports)) == []


def test_no_chain_of_imports_is_long(imports: Imports) -> None:
    chain = longest_chain(imports)

    assert len(chain) <= LONGEST_CHAIN, " → ".join(chain)


@pytest.mark.parametrize("leaf", LEAVES)
def test_a_leaf_imports_nothing_of_ours(imports: Imports, leaf: str) -> None:
    assert imports[f"{PACKAGE}.{leaf}"] == frozenset()


def test_models_import_leaves_alone(imports: Imports) -> None:
    assert among_packages(imports)[f"{PACKAGE}.models"] <= {f"{PACKAGE}.{leaf}" for leaf in LEAVES}


def test_nothing_imports_the_command_line(imports: Imports) -> None:
    assert not [module for module, names in imports.items() if "build" in names]


def test_models_load_without_what_validates_them() -> None:
    # pydantic takes a tenth of a second to load, and a command that reads no content should not wait for it.
    loaded = "import sys, site_src.models; sys.exit('pydantic' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", loaded], cwd=ROOT, check=False).returncode == 0  # noqa: S603  our own


# ---- that these tests can fail


def test_imports_are_read_by_module_and_by_name(tmp_path: Path) -> None:
    package = tmp_path / PACKAGE
    (package / "kilns").mkdir(parents=True)
    for path, source in {
        "build.py": "import json\nfrom site_src import kilns, pots\nfrom site_src.kilns.fire import light\n",
        "site_src/__init__.py": "",
        "site_src/pots.py": "from site_src.kilns import fire\n",
        "site_src/kilns/__init__.py": "from site_src.kilns.fire import light\n",
        "site_src/kilns/fire.py": "",
    }.items():
        (tmp_path / path).write_text(source, encoding="utf-8")
    read = read_imports(tmp_path)

    assert read["build"] == {"site_src.kilns", "site_src.pots", "site_src.kilns.fire"}
    assert read["site_src.pots"] == {"site_src.kilns.fire"}
    assert longest_chain(read) == ("build", "site_src.kilns", "site_src.kilns.fire")
    assert among_packages(read)["site_src.pots"] == {"site_src.kilns"}


def test_a_circle_is_found() -> None:
    assert find_circle({"pots": frozenset({"kilns"}), "kilns": frozenset({"pots"})})
