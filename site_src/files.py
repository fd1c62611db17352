"""The only module that touches the disk."""

import ctypes
import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from site_src.contract import STATIC
from site_src.errors import InputError, Place, Problem

MARKER = "build.json"  # every site has it; a folder without it is not ours to replace
GENERATOR = "Distillate"
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS


# ---- reading


def read_texts(folder: Path, suffix: str = ".md") -> dict[str, str]:
    """{path as the user would name it: text} of the folder's files of that kind, sorted; {} without the folder."""
    paths = sorted(folder.glob(f"*{suffix}")) if folder.is_dir() else []
    return {str(path): read_text(path) for path in paths if path.name != "README.md"}


def read_text(path: Path) -> str:
    """A text file's content. Raises InputError when it is missing or not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InputError(Problem(Place(str(path)), "no such file", "restore it, or name another folder")) from None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise InputError(Problem(Place(str(path), line), "not UTF-8", "save the file as UTF-8")) from None


def read_tree(folder: Path) -> dict[str, bytes]:
    """{path below the folder, with slashes: content} of every file, sorted. Raises InputError without the folder."""
    if not folder.is_dir():
        raise InputError(Problem(Place(str(folder)), "no such folder", "build the site first, or name another"))
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def read_dumps(paths: Iterable[Path]) -> dict[str, bytes]:
    """{path as given: content} of dump files and of the `.txt` files in folders, in order of file name, then path.

    Raises InputError for a missing path or a folder without dumps, naming all of them.
    """
    found: set[Path] = set()
    problems = []
    for path in paths:
        texts = [path] if path.is_file() else list(_dumps_in(path)) if path.is_dir() else None
        if texts is None:
            problems.append(Problem(Place(str(path)), "no such file or folder", "name a dump or a folder of dumps"))
        elif not texts:
            problems.append(Problem(Place(str(path)), "no .txt files in this folder", "put dumps into it"))
        found.update(texts or ())
    if problems:
        raise InputError(problems)
    return {str(path): path.read_bytes() for path in sorted(found, key=lambda path: (path.name, str(path)))}


def _dumps_in(folder: Path) -> Iterator[Path]:
    return (path for path in folder.iterdir() if path.is_file() and path.suffix.lower() == ".txt")


def read_static(root: Path) -> dict[str, bytes]:
    """The files that reach the browser as they are, by their path on the site, but for scripts and styles."""
    folder = root / "templates" / "static"
    return {f"{STATIC}{path}": content for path, content in read_tree(folder).items() if not is_bundled(path)}


def is_bundled(path: str) -> bool:
    """Whether a file of `templates/static` is for the bundler: scripts, their types, and styles."""
    return path.endswith((".js", ".css", ".d.ts"))


# ---- writing


def write_pages(folder: Path, texts: Mapping[str, str]) -> None:
    """Writes each page in one move, so that a page is never half written. Names are file names in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in sorted(texts):
        part = folder / f".{name}.part"
        part.write_text(texts[name], encoding="utf-8", newline="\n")
        part.replace(folder / name)


def replace_pages(texts: Mapping[Path, str], deleted: Iterable[Path]) -> None:
    """Writes pages, each in one move, and only then deletes others: whatever fails, nothing is lost."""
    for path in sorted(texts):
        write_pages(path.parent, {path.name: texts[path]})
    for path in sorted(set(deleted) - texts.keys()):
        path.unlink(missing_ok=True)


def tidy_pages(folder: Path) -> None:
    """Removes what a killed `write_pages` left."""
    for part in folder.glob(".*.part"):
        part.unlink()


def write_new(folder: Path, files: Mapping[str, bytes], absent: Iterable[str] = ()) -> None:
    """Writes the files below the folder. Raises InputError where one, or one of the paths `absent`, is there already.

    Then nothing has been written.
    """
    found = {path for name in (*absent, *files) for path in _in_the_way(folder, name)}
    if found:
        cure = "move it away, or name another folder"
        raise InputError(Problem(Place(str(path)), "there already", cure) for path in found)
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def _in_the_way(folder: Path, name: str) -> Iterator[Path]:
    """The path itself, whatever is there, and of the folders it lies in those that are no folders."""
    path = folder / name
    if os.path.lexists(path):
        yield path
    yield from (above for above in path.parents if os.path.lexists(above) and not above.is_dir())


def check_replaceable(out: Path) -> None:
    """Raises InputError for a folder that is neither absent, nor empty, nor a site of ours."""
    if out.is_file():
        raise InputError(Problem(Place(str(out)), "a file, not a folder", "name another output folder"))
    if out.is_dir() and any(out.iterdir()) and not is_site(out):
        seen = f"a folder that is no site of ours (it has no {MARKER} that says so)"
        raise InputError(Problem(Place(str(out)), seen, "name an empty or a new output folder"))


def is_site(folder: Path) -> bool:
    """Whether the folder's mark says that this program wrote it."""
    try:
        mark = (folder / MARKER).read_bytes()
    except OSError:
        return False
    return bool(read_mark(mark))


def read_mark(mark: bytes) -> dict[str, Any]:
    """What a site's mark says of its build; {} where this program did not write it."""
    try:
        build = json.loads(mark)
    except ValueError:
        return {}
    return build if isinstance(build, dict) and build.get("generator") == GENERATOR else {}


def write_tree(out: Path, files: Mapping[str, bytes]) -> None:
    """Replaces the site in `out` in one move; killed at any moment it leaves the old site or the new one.

    Everything is first written to a staging folder beside `out`; the next run removes one that was left.
    """
    out = out.resolve()
    staging, old = (out.with_name(f".{out.name}.distillate-{age}") for age in ("new", "old"))
    _tidy(out, staging, old)
    for path, content in files.items():
        target = staging / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    if not out.exists():
        staging.rename(out)
    elif _exchange(staging, out):
        shutil.rmtree(staging)
    else:
        out.rename(old)
        staging.rename(out)
        shutil.rmtree(old)


def _tidy(out: Path, staging: Path, old: Path) -> None:
    if old.exists() and not out.exists():
        old.rename(out)  # killed between the two renames of a system that cannot exchange
    for left in (staging, old):
        if left.exists():
            shutil.rmtree(left)


def _exchange(one: Path, other: Path) -> bool:
    """Whether the system swapped two folders in one step, as Linux and macOS can on most file systems."""
    libc = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux" and hasattr(libc, "renameat2"):
        nowhere = -1  # the folder that paths are seen from; these are absolute
        return bool(libc.renameat2(nowhere, first, nowhere, second, _EXCHANGE) == 0)
    if sys.platform == "darwin" and hasattr(libc, "renamex_np"):
        return bool(libc.renamex_np(first, second, _EXCHANGE) == 0)
    return False
