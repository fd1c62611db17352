"""The tool as a wheel, built from a copy of the checkout and installed where there is neither node nor network."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIELD = ROOT / "tests" / "field" / "content"

_PRODUCT = ("site_src", "templates", "pyproject.toml", "package.json", "README.md", "LICENSE")
_INSTALL = ("install", "--quiet", "--disable-pip-version-check", "--no-input", "--no-deps", "--no-index")

# Runs when the installed interpreter starts: a tool that asks for another program or a connection is stopped.
_ALONE = """
import sys

def refuse(event, arguments):
    if event in {"subprocess.Popen", "os.posix_spawn", "os.exec", "os.system", "socket.connect"}:
        raise RuntimeError(f"{event} {arguments}")

sys.addaudithook(refuse)
"""


def copy_product(folder: Path) -> Path:
    """The checkout without what make made; its content is that of tests/field."""
    folder.mkdir()
    for name in _PRODUCT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    shutil.copytree(FIELD, folder / "content")
    return folder


def make_wheel(folder: Path) -> Path:
    """The wheel of this checkout."""
    product = copy_product(folder / "product")
    (product / "node_modules").symlink_to(ROOT / "node_modules")
    built = build_wheel(product, folder)
    assert built.returncode == 0, built.stdout
    return next(folder.glob("*.whl"))


def build_wheel(product: Path, out: Path) -> subprocess.CompletedProcess[str]:
    """Runs the builder as pip and uv do, which only find it first."""
    return _run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", out, cwd=product)


def install_wheel(wheel: Path, folder: Path) -> Path:
    """The command of a new environment in the folder, which has the wheel, and sees the tests' own packages besides."""
    venv.create(folder, with_pip=False)
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(folder), "platbase": str(folder)}))
    installing = _run(sys.executable, "-m", "pip", "--python", folder / "bin" / "python", *_INSTALL, wheel)
    assert installing.returncode == 0, installing.stdout
    (packages / "alone.py").write_text(_ALONE, encoding="utf-8")
    (packages / "alone.pth").write_text(f"{sysconfig.get_path('purelib')}\nimport alone\n", encoding="utf-8")
    return folder / "bin" / "distillate"


def run_alone(folder: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs the command in the folder with nothing on the PATH."""
    return _run(*command, cwd=folder, env={"PATH": "", "PYTHONUTF8": "1"})


def _run(
    *command: str | Path, cwd: Path | None = None, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  no shell
        command,
        check=False,
        cwd=cwd,
        env=env or os.environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
