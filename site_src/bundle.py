"""Scripts and styles as they reach the browser: each with what it imports in one file, made small by esbuild."""

import subprocess
from pathlib import Path

from site_src.contract import OFFLINE, SCRIPTS, STATIC, format_script
from site_src.errors import InputError, Place, Problem


def bundle_static(root: Path) -> dict[str, bytes]:
    """A bundle of each script of `templates/static/js` and each style sheet of `templates/static/css`, by its path.

    What lies in folders below is only imported; what is imported by its address on the site stays a file of its own.
    Raises InputError when npm has not brought esbuild yet, when it finds fault with a file, or when the scripts have an
    older contract than the modules.
    """
    folder = root / "templates" / "static"
    _check_contract(folder / "js" / "shared" / "contract.js")
    esbuild = _find_esbuild(root)
    entries = sorted((*folder.glob("js/*.js"), *folder.glob("css/*.css")))
    running = [(entry, _start(esbuild, entry, root)) for entry in entries]
    files = {f"{STATIC}{entry.relative_to(folder).as_posix()}": _finish(entry, process) for entry, process in running}
    return files | {OFFLINE: files.pop(f"{SCRIPTS}{OFFLINE}")}


def _check_contract(script: Path) -> None:
    if not script.is_file() or script.read_text(encoding="utf-8") != format_script():
        seen = "not what site_src/contract.py says"
        raise InputError(Problem(Place(str(script)), seen, "remove it and run 'make build'"))


def _find_esbuild(root: Path) -> Path:
    """The program itself: the script npm puts before it takes longer to start than it takes to run."""
    modules = root / "node_modules" / "@esbuild"
    found = sorted((*modules.glob("*/bin/esbuild"), *modules.glob("*/esbuild.exe")))
    if not found:
        raise InputError(Problem(Place(str(modules)), "the bundler of scripts is missing", "run 'npm ci' first"))
    return found[0]


def _start(esbuild: Path, entry: Path, root: Path) -> subprocess.Popen[bytes]:
    command = (esbuild, entry, "--bundle", "--minify", "--format=esm", "--log-level=warning")
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # noqa: S603  no shell


def _finish(entry: Path, process: subprocess.Popen[bytes]) -> bytes:
    bundle, complaint = process.communicate()
    if process.returncode:
        said = complaint.decode(errors="replace").strip().splitlines()
        raise InputError(Problem(Place(str(entry)), said[0] if said else "esbuild failed", "correct the file"))
    return bundle
