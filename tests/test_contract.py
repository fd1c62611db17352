"""What the build and the browser agree on: said once, fresh in the scripts, and cheap to change."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from site_src import contract
from site_src.bundle import bundle_static
from site_src.errors import InputError
from site_src.facets import FACETS
from tests.conftest import DUMPS, ROOT

JS = ROOT / "templates" / "static" / "js"
SCRIPT = JS / "shared" / "contract.js"
SCRIPTS = {path.relative_to(JS).as_posix(): path.read_text(encoding="utf-8") for path in JS.rglob("*.js")}
_COMMENTS = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL)


def test_the_scripts_have_the_contract_as_it_is() -> None:
    assert SCRIPT.read_text(encoding="utf-8") == contract.format_script(), "if the change is meant: make build"


@pytest.mark.parametrize("name", contract.FOR_SCRIPTS)
def test_what_scripts_are_given_some_script_uses(name: str) -> None:
    assert any(re.search(rf"\b{name}\b", text) for path, text in SCRIPTS.items() if path != "shared/contract.js")


@pytest.mark.parametrize("path", sorted(SCRIPTS))
def test_no_script_knows_a_facet_by_name(path: str) -> None:
    code = _COMMENTS.sub("", SCRIPTS[path])

    assert not [facet.field for facet in FACETS if re.search(rf"[\"'`]{facet.field}[\"'`:]", code)]


def test_scripts_of_an_older_contract_are_not_bundled(tmp_path: Path) -> None:
    shutil.copytree(JS, tmp_path / "templates" / "static" / "js")
    copy = tmp_path / "templates" / "static" / "js" / "shared" / "contract.js"
    copy.write_text(copy.read_text(encoding="utf-8").replace('"papers/{}/"', '"articles/{}/"'), encoding="utf-8")

    with pytest.raises(
        InputError, match=r"shared/contract\.js: not what site_src/contract\.py says; remove it and run"
    ):
        bundle_static(tmp_path)


def test_to_rename_an_address_is_to_change_its_line(corpus_content: Path, tmp_path: Path) -> None:
    for name in ("site_src", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "build.py", tmp_path)
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    content = shutil.copytree(corpus_content, tmp_path / "content")
    about = content / "pages" / "about.md"
    about.write_text(about.read_text(encoding="utf-8") + "\n[One](digests/2025-12-02/), [all](/digests/).\n", "utf-8")
    for address in contract.CONTENT_LINKS.values():
        rename(tmp_path / "site_src" / "contract.py", address)
    script = run(tmp_path, "-m", "site_src.contract")
    (tmp_path / "templates" / "static" / "js" / "shared" / "contract.js").write_text(script, encoding="utf-8")

    run(tmp_path, "build.py", "site", "--content", "content", "--dumps", str(DUMPS))

    site = tmp_path / "_site"
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    addresses = "|".join(contract.CONTENT_LINKS.values()).encode()
    renamed = f"new-{contract.DIGESTS}"
    assert f"{renamed}2025-12-02/index.html" in files
    assert f'"/digest/{renamed}2025-12-02/">One'.encode() in files["about/index.html"]
    assert f'"/digest/{renamed}">all'.encode() in files["about/index.html"]
    assert not [path for path in files if re.match(addresses, path.encode())]
    assert not [path for path, text in files.items() if re.search(rb"(?:[\"'`(]|/digest/)(?:%s)" % addresses, text)]


def rename(path: Path, address: str) -> None:
    """Changes the one line that says the address."""
    text, changes = re.subn(rf'(?m)^([A-Z_]+ = )"{address}"', rf'\1"new-{address}"', path.read_text(encoding="utf-8"))
    assert changes == 1
    path.write_text(text, encoding="utf-8")


def run(folder: Path, *arguments: str) -> str:
    """What Python says when it is run in the folder; a dead link of the built site would make it fail."""
    return subprocess.run(  # noqa: S603  the program and its arguments are ours
        [sys.executable, *arguments], cwd=folder, stdout=subprocess.PIPE, encoding="utf-8", check=True
    ).stdout
