"""The only module that touches the disk."""

import ctypes
import errno
import json
import os
import re
import shutil
import stat
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

# What dump files of each form end with.
DUMP_ENDINGS = (
    *(".txt", ".text", ".md", ".markdown", ".json", ".jsonl", ".ndjson", ".xml", ".atom", ".rss"),
    *(".bib", ".bibtex", ".ris", ".csv", ".tsv", ".eml", ".nbib", ".enw", ".ciw"),
)
PARTS = ("papers", "techniques", "digests", "pages")  # the folders of pages in that of the content
README = "README.md"
# What else people may take for a page.
_LIKE_PAGES = (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".txt")
# Files that systems and editors leave beside those one works on.
_LEFTOVER = re.compile(
    r"\..*|.*~|#.*#|.*\.(?:bak|orig|rej|sw[a-p]|tmp|part|crdownload)|Thumbs\.db|desktop\.ini|__MACOSX", re.IGNORECASE
)
_CIRCLE = "a link that leads in a circle"
_NO_FILE = {
    stat.S_ISFIFO: "a named pipe, not a file",
    stat.S_ISSOCK: "a socket, not a file",
    stat.S_ISCHR: "a device, not a file",
    stat.S_ISBLK: "a device, not a file",
    stat.S_ISDIR: "a folder, not a file",
}


def read_texts(folder: Path, suffix: str = ".md") -> dict[str, str]:
    """{path as the user would name it: text} of the folder's files of that kind, sorted; {} without the folder.

    READMEs, and what editors and systems leave, are none of them. Raises InputError naming all that cannot be read.
    """
    texts, problems = find_texts(folder, suffix)
    if problems:
        raise InputError(problems)
    return texts


def find_texts(folder: Path, suffix: str = ".md") -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The texts of `read_texts`, and why the others cannot be read."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    if not os.path.lexists(folder):
        return texts, ()
    try:
        paths = list_folder(folder)
    except InputError as error:
        return texts, error.problems
    for path in paths:
        if path.name.endswith(suffix) and path.name != README:
            try:
                texts[printable(path)] = read_text(path)
            except InputError as error:
                problems += error.problems
    return texts, tuple(problems)


def check_left_out(folder: Path) -> tuple[Problem, ...]:
    """A warning for each file of a folder of pages, or below it, that looks like a page and is read as none.

    Raises InputError for a link to a folder that it is in itself.
    """
    if not folder.is_dir():
        return ()
    warnings = []
    for path in walk_folder(folder):
        in_place = path.parent == folder and path.name.endswith(".md")
        if path.suffix.lower() in _LIKE_PAGES and not in_place and path.name != README:
            cure = f"move it to {printable(folder / path.stem)}.md"
            warnings.append(Problem(Place(printable(path)), "no page, so that it is left out", cure))
        elif path.is_dir() and path.resolve() in path.absolute().parents:
            raise InputError(Problem(Place(printable(path)), _CIRCLE, "remove it"))
    return tuple(warnings)


def list_folder(folder: Path) -> list[Path]:
    """What is in the folder, sorted, without leftovers. Raises InputError for one that may not be read."""
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        raise InputError(_unreadable(folder, error)) from None
    return [path for path in paths if not _LEFTOVER.fullmatch(path.name)]


def walk_folder(folder: Path) -> Iterator[Path]:
    """The files in the folder and in those below it, in order of path, without leftovers; links to folders are files.

    A link may lead in a circle, or out of the folder.
    """
    for path in list_folder(folder):
        if path.is_dir() and not path.is_symlink():
            yield from walk_folder(path)
        else:
            yield path


def printable(path: Path) -> str:
    """The path as messages print it: bytes of a name that are no UTF-8 are replaced."""
    return os.fsencode(path).decode("utf-8", "replace")


def read_text(path: Path) -> str:
    """A text file's content. Raises InputError when it is missing, no plain file, or not UTF-8."""
    content = read_file(path)
    try:
        return content.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise InputError(Problem(Place(printable(path), line), "not UTF-8", "save the file as UTF-8")) from None


def read_file(path: Path) -> bytes:
    """A file's content. Raises InputError for what is missing, may not be read, or would never end, such as a pipe."""
    try:
        mode = path.stat().st_mode
        if kind := next((kind for is_kind, kind in _NO_FILE.items() if is_kind(mode)), ""):
            raise InputError(Problem(Place(printable(path)), kind, "remove it, or put a plain file in its place"))
        return path.read_bytes()
    except FileNotFoundError:
        seen = "a link to nowhere" if path.is_symlink() else "no such file"
        raise InputError(Problem(Place(printable(path)), seen, "restore it, or name another folder")) from None
    except OSError as error:
        raise InputError(_unreadable(path, error)) from None


def _unreadable(path: Path, error: OSError) -> Problem:
    place = Place(printable(path))
    if isinstance(error, NotADirectoryError):
        return Problem(place, "a file, not a folder", "move it away")
    if error.errno == errno.ELOOP:
        return Problem(place, _CIRCLE, "remove it")
    if isinstance(error, PermissionError):
        return Problem(place, "may not be read", "give yourself the right to read it, or move it away")
    return Problem(place, f"cannot be read ({error.strerror})", "remove it, or put a plain file in its place")


def read_tree(folder: Path) -> dict[str, bytes]:
    """{path below the folder, with slashes: content} of every file, sorted. Raises InputError without the folder."""
    if not folder.is_dir():
        raise InputError(Problem(Place(str(folder)), "no such folder", "build the site first, or name another"))
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def read_dumps(paths: Iterable[Path]) -> tuple[dict[str, bytes], tuple[Problem, ...], tuple[Problem, ...]]:
    """{path as given: content} of dump files and of those in folders and below, in order of file name, then path.

    Other files of a folder are named in warnings, which come next; last come errors, for a missing path, a folder
    without dumps, and what cannot be read.
    """
    found: set[Path] = set()
    warnings: list[Problem] = []
    problems: list[Problem] = []
    for path in paths:
        if not path.is_dir():
            found.add(path)
            continue
        try:
            dumps, others = _dumps_in(path)
        except InputError as error:
            problems += error.problems
            continue
        found.update(dumps)
        warnings += others
        if not dumps:
            seen = "no dumps in this folder"
            problems.append(Problem(Place(printable(path)), seen, f"put some into it: files that end in {_ENDINGS}"))
    contents = {}
    for path in sorted(found, key=lambda path: (path.name, str(path))):
        try:
            contents[printable(path)] = read_file(path)
        except InputError as error:
            problems += error.problems
    return contents, tuple(warnings), tuple(problems)


_ENDINGS = f"{', '.join(DUMP_ENDINGS[:-1])} or {DUMP_ENDINGS[-1]}"


def _dumps_in(folder: Path) -> tuple[list[Path], list[Problem]]:
    """The dumps in the folder and below, and a warning for each other file but READMEs."""
    dumps, warnings = [], []
    for path in walk_folder(folder):
        if path.suffix.lower() in DUMP_ENDINGS and path.name != README and not path.is_dir():
            dumps.append(path)
        elif path.name != README:
            cure = "rename it if it is a dump, or move it away"
            seen = "a link to a folder" if path.is_dir() else "a file whose name ends as no dump's"
            warnings.append(Problem(Place(printable(path)), seen, f"left out; {cure}"))
    return dumps, warnings


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
