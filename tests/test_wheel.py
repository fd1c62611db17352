"""The tool as people install it: one wheel, which needs neither node, nor a network, nor this checkout."""

import os
import re
import zipfile
from pathlib import Path

import pytest

from site_src import __version__
from site_src.commands import main
from site_src.files import read_tree
from tests.conftest import ROOT
from tests.installed import FIELD, build_wheel, copy_product, run_alone


def test_an_installed_tool_starts_builds_and_checks_a_digest(distillate: Path, tmp_path: Path) -> None:
    for command in (("init", "."), ("check", "--content"), ("site",), ("check",)):
        ran = run_alone(tmp_path, distillate, *command)
        assert ran.returncode == 0, ran.stdout
    assert "0 problems" in ran.stdout
    assert "No papers yet" in (tmp_path / "_site" / "index.html").read_text(encoding="utf-8")


def test_an_installed_tool_names_its_version(distillate: Path, tmp_path: Path) -> None:
    assert run_alone(tmp_path, distillate, "--version").stdout == f"distillate {__version__}\n"


def test_a_digest_of_any_field_is_the_same_site_from_the_checkout_and_from_the_wheel(
    distillate: Path, field_site: Path, tmp_path: Path
) -> None:
    assert main(["site", "--content", str(FIELD), "--out", str(tmp_path)]) == 0
    assert read_tree(tmp_path) == read_tree(field_site)

    checked = run_alone(field_site.parent, distillate, "check")
    assert "12 papers" in (field_site / "index.html").read_text(encoding="utf-8")
    assert checked.returncode == 0, checked.stdout


def test_an_installed_tool_runs_none_of_the_checkouts_code(distillate: Path, tmp_path: Path) -> None:
    code = "import sys, site_src.commands.site, site_src.commands.init; print(*sys.modules.values(), sep='\\n')"
    ran = run_alone(tmp_path, distillate.with_name("python"), "-c", code)
    modules = re.findall("<module 'site_src[^']*' from '([^']+)'", ran.stdout)

    assert len(modules) > 50
    assert all(Path(module).is_relative_to(distillate.parent.parent) for module in modules)


def test_techniques_come_along_without_their_introductions(distillate: Path, tmp_path: Path) -> None:
    ran = run_alone(tmp_path, distillate, "init", ".", "--techniques", "efficiency")
    assert ran.returncode == 0, ran.stdout
    brought = {path.stem for path in (tmp_path / "content" / "techniques").iterdir()} - {"surveys"}

    assert brought == {path.stem for path in (FIELD / "techniques").iterdir()}
    for name in brought:
        page = (tmp_path / "content" / "techniques" / f"{name}.md").read_text(encoding="utf-8")
        assert (FIELD / "techniques" / f"{name}.md").read_text(encoding="utf-8").startswith(page)
        assert page.endswith("\n---\n")
    ran = run_alone(tmp_path, distillate, "site")
    assert ran.returncode == 0, ran.stdout


def test_a_digest_is_built_with_the_very_wheel_that_started_it(distillate: Path, tmp_path: Path) -> None:
    run_alone(tmp_path, distillate, "init", ".")
    requirement = (tmp_path / "requirements.txt").read_text(encoding="utf-8").splitlines()[-1]

    assert f"-{__version__}-" in requirement
    assert zipfile.is_zipfile(tmp_path / requirement)


def test_the_same_files_give_the_same_wheel_wherever_and_whenever(wheel: Path, tmp_path: Path) -> None:
    product = copy_product(tmp_path / "elsewhere")
    (product / "node_modules").symlink_to(ROOT / "node_modules")
    for path in product.rglob("*"):
        if path.is_file() and not path.is_symlink() and "node_modules" not in path.parts:
            path.chmod(0o600)
            os.utime(path, (10**9, 10**9))
    assert build_wheel(product, tmp_path).returncode == 0

    assert wheel.read_bytes() == (tmp_path / wheel.name).read_bytes()


def test_the_wheel_brings_no_paper_and_no_page_of_a_digest(wheel: Path) -> None:
    words = [path.stem for path in FIELD.rglob("*.md") if path.parent.name != "techniques" and path.stem != "about"]
    names = zipfile.ZipFile(wheel).namelist()

    assert words
    assert not [name for name in names if Path(name).stem in words]


@pytest.mark.parametrize("missing", ["@esbuild", "lunr"])
def test_without_what_npm_brings_there_is_a_message_and_no_wheel(tmp_path: Path, missing: str) -> None:
    product = copy_product(tmp_path / "product")
    (product / "node_modules").mkdir()
    for name in {"@esbuild", "lunr"} - {missing}:
        (product / "node_modules" / name).symlink_to(ROOT / "node_modules" / name)
    built = build_wheel(product, tmp_path / "dist")

    assert built.returncode != 0
    assert "no wheel was built" in built.stdout
    assert missing.strip("@") in built.stdout
    assert not list(tmp_path.glob("dist/*"))
