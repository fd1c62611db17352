"""The disk: one move, nothing else touched, whatever kills it."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from site_src import files
from site_src.errors import InputError, Problem

MARK = b'{"generator": "Distillate"}'

OLD = {"build.json": MARK, "index.html": b"old", "a/b.html": b"old"}
NEW = {"build.json": MARK, "index.html": b"new", "c/d.html": b"new"}


def tree(folder: Path) -> dict[str, bytes]:
    return files.read_tree(folder)


def test_a_tree_reads_back_as_it_was_written(tmp_path: Path) -> None:
    files.write_tree(tmp_path / "_site", OLD)

    assert tree(tmp_path / "_site") == OLD


def test_a_new_site_replaces_the_old_one_whole(tmp_path: Path) -> None:
    files.write_tree(tmp_path / "_site", OLD)
    files.write_tree(tmp_path / "_site", NEW)

    assert tree(tmp_path / "_site") == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["_site"]


def test_where_folders_can_be_exchanged_there_is_no_moment_without_a_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.write_tree(tmp_path / "_site", OLD)
    if not can_exchange(tmp_path / "one", tmp_path / "other"):
        pytest.skip("folders cannot be exchanged here")
    monkeypatch.delattr(Path, "rename")
    files.write_tree(tmp_path / "_site", NEW)

    assert tree(tmp_path / "_site") == NEW


def can_exchange(one: Path, other: Path) -> bool:
    """Whether Linux's renameat2 swaps two new folders, asked as its manual says."""
    one.mkdir()
    other.mkdir()
    libc = ctypes.CDLL(None)
    working_folder, exchange = -100, 1 << 1
    paths = working_folder, bytes(one), working_folder, bytes(other)
    return hasattr(libc, "renameat2") and libc.renameat2(*paths, exchange) == 0


def test_a_system_that_cannot_exchange_folders_renames_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_exchange", lambda *_: False)
    files.write_tree(tmp_path / "_site", OLD)
    files.write_tree(tmp_path / "_site", NEW)

    assert tree(tmp_path / "_site") == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["_site"]


def test_the_next_run_brings_back_a_site_caught_between_two_renames(tmp_path: Path) -> None:
    files.write_tree(tmp_path / "._site.distillate-old", OLD)
    (tmp_path / "._site.distillate-new").mkdir()

    with pytest.raises(OSError, match="no space"):
        files.write_tree(tmp_path / "_site", _Full(NEW))
    assert tree(tmp_path / "_site") == OLD


class _Full(dict[str, bytes]):
    """Files on a disk that has no room for them."""

    def items(self) -> Iterator[tuple[str, bytes]]:  # type: ignore[override]  # enough for a loop
        yield from list(super().items())[:1]
        raise OSError("no space")


def test_a_disk_that_fills_up_leaves_the_old_site(tmp_path: Path) -> None:
    files.write_tree(tmp_path / "_site", OLD)

    with pytest.raises(OSError, match="no space"):
        files.write_tree(tmp_path / "_site", _Full(NEW))
    assert tree(tmp_path / "_site") == OLD
    files.write_tree(tmp_path / "_site", NEW)
    assert [path.name for path in tmp_path.iterdir()] == ["_site"]


WRITER = """
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from site_src import files
sizes = {f"{n}.html": bytes([int(sys.argv[2])]) * 2000 for n in range(400)}
sizes["build.json"] = b'{"generator": "Distillate"}'
print("ready", flush=True)
while True:
    files.write_tree(Path(sys.argv[1]), sizes)
"""


@pytest.mark.parametrize("delay", [0.001, 0.01, 0.02, 0.03, 0.05, 0.08, 0.13])
def test_a_killed_build_leaves_a_whole_site(tmp_path: Path, delay: float) -> None:
    out = tmp_path / "_site"
    files.write_tree(out, {f"{n}.html": b"\x01" * 2000 for n in range(400)} | {"build.json": MARK})
    with subprocess.Popen(  # noqa: S603  our own interpreter
        [sys.executable, "-c", WRITER, str(out), "2"], stdout=subprocess.PIPE, cwd=Path(__file__).parent.parent
    ) as writer:
        assert writer.stdout
        writer.stdout.readline()
        time.sleep(delay)
        os.kill(writer.pid, signal.SIGKILL)
    found = tree(out)

    assert len(found) == 401
    assert len({content for path, content in found.items() if path.endswith(".html")}) == 1
    files.write_tree(out, NEW)
    assert [path.name for path in tmp_path.iterdir()] == ["_site"]


def test_a_folder_that_is_no_site_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "love.txt").write_text("dear")

    with pytest.raises(InputError, match="no site"):
        files.check_replaceable(tmp_path / "letters")
    with pytest.raises(InputError, match="a file"):
        files.check_replaceable(tmp_path / "letters" / "love.txt")


def test_an_absent_an_empty_and_an_old_site_folder_are_replaced(tmp_path: Path) -> None:
    files.check_replaceable(tmp_path / "absent")
    files.check_replaceable(tmp_path)
    files.write_tree(tmp_path / "_site", OLD)
    files.check_replaceable(tmp_path / "_site")


def named(problems: Iterable[Problem]) -> list[str]:
    return [Path(problem.place.file).name for problem in problems]


def test_dumps_are_found_in_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "b" / "c").mkdir(parents=True)
    for path in ("b/2.txt", "b/README.md", "b/c/4.bib", "b/5.JSON", "1.TXT", "3.dump"):
        (tmp_path / path).write_text(path)
    paths = [tmp_path / "b", tmp_path / "3.dump", tmp_path / "1.TXT", tmp_path / "b" / "2.txt"]
    found, warnings, _ = files.read_dumps(paths)

    assert [Path(path).name for path in found] == ["1.TXT", "2.txt", "3.dump", "4.bib", "5.JSON"]
    assert warnings == ()


LEFTOVERS = (".DS_Store", "._a.txt", ".#a.md", "a.txt~", "#a.txt#", "a.bak", "a.md.orig", ".a.md.swp", "Thumbs.db")


def test_what_editors_and_systems_leave_is_no_dump_and_no_page(tmp_path: Path) -> None:
    for name in ("a.txt", "a.md", *LEFTOVERS):
        (tmp_path / name).write_bytes(b"\xff" if name in LEFTOVERS else b"May 8")
    found, warnings, _ = files.read_dumps([tmp_path])

    assert named(files.check_left_out(tmp_path)) == ["a.txt"]
    assert [Path(path).name for path in files.read_texts(tmp_path)] == ["a.md"]
    assert [Path(path).name for path in found] == ["a.md", "a.txt"]
    assert warnings == ()


def test_files_that_are_no_dumps_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("May 8")
    for name in ("a.pdf", "notes"):
        (tmp_path / name).write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    _, warnings, _ = files.read_dumps([tmp_path])

    assert named(warnings) == ["a.pdf", "loop", "notes"]


def test_pages_that_are_not_read_are_named_with_where_they_belong(tmp_path: Path) -> None:
    (tmp_path / "2025").mkdir()
    for name in ("a.md", "b.MD", "c.markdown", "d.mdx", "e.txt", "2025/f.md", "README.md", "picture.png"):
        (tmp_path / name).write_text("x")
    left_out = files.check_left_out(tmp_path)

    assert named(left_out) == ["f.md", "b.MD", "c.markdown", "d.mdx", "e.txt"]
    assert left_out[0].cure == f"move it to {tmp_path / 'f.md'}"
    assert files.check_left_out(tmp_path / "absent") == ()


def test_every_missing_path_and_empty_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    _, _, errors = files.read_dumps([tmp_path / "absent.txt", tmp_path / "empty"])

    assert sorted(error.seen for error in errors) == ["no dumps in this folder", "no such file"]


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_circle(path: Path) -> None:
    path.symlink_to(path)


def make_link_to_nowhere(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere"))


def make_locked(path: Path) -> None:
    path.write_text("May 8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")


def link_to_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize(
    ("make", "seen"),
    [
        (make_pipe, "a named pipe, not a file"),
        (link_to_device, "a device, not a file"),
        (make_circle, "a link that leads in a circle"),
        (make_link_to_nowhere, "a link to nowhere"),
        (Path.mkdir, "a folder, not a file"),
        (make_locked, "may not be read"),
    ],
)
def test_what_is_no_plain_file_is_an_error_and_never_opened(
    tmp_path: Path, make: Callable[[Path], None], seen: str
) -> None:
    make(tmp_path / "a.md")

    with pytest.raises(InputError) as caught:
        files.read_texts(tmp_path)
    assert [(problem.place.file, problem.seen) for problem in caught.value.problems] == [(str(tmp_path / "a.md"), seen)]
    if make is not Path.mkdir:
        (tmp_path / "b.md").write_text("May 8")
        found, _, errors = files.read_dumps([tmp_path])
        assert [problem.seen for problem in errors] == [seen]
        assert list(found.values()) == [b"May 8"]


def test_what_can_be_read_of_a_folder_is_whatever_else_is_in_it(tmp_path: Path) -> None:
    make_pipe(tmp_path / "a.md")
    (tmp_path / "b.md").write_text("May 8")
    texts, unread = files.find_texts(tmp_path)

    assert list(texts.values()) == ["May 8"]
    assert named(unread) == ["a.md"]
    assert files.find_texts(tmp_path / "absent") == ({}, ())


@pytest.mark.parametrize(
    ("make", "seen"), [(make_circle, "a link that leads in a circle"), (Path.touch, "a file, not a folder")]
)
def test_a_folder_that_is_none_is_an_error(tmp_path: Path, make: Callable[[Path], None], seen: str) -> None:
    make(tmp_path / "papers")

    assert [problem.seen for problem in files.find_texts(tmp_path / "papers")[1]] == [seen]


def test_a_name_that_is_no_utf8_can_be_told(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.md"
    try:
        with open(name, "wb") as file:  # noqa: PTH123  a Path would not take bytes
            file.write(b"\xff")
    except OSError:
        pytest.skip("this file system takes UTF-8 alone")

    with pytest.raises(InputError) as caught:
        files.read_texts(tmp_path)
    assert str(caught.value).encode().startswith(os.fsencode(tmp_path) + "/caf\ufffd.md:1".encode())


def test_pages_are_written_whole_and_leftovers_removed(tmp_path: Path) -> None:
    files.write_pages(tmp_path, {"a.md": "one\n"})
    (tmp_path / ".b.md.part").write_text("half")
    files.tidy_pages(tmp_path)

    assert tree(tmp_path) == {"a.md": b"one\n"}


def test_text_that_is_not_utf8_is_an_error_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"one\ntwo\n\xff")

    with pytest.raises(InputError, match=r"a.md:3: not UTF-8"):
        files.read_texts(tmp_path)


def test_a_folder_with_another_programs_build_json_is_not_replaced(tmp_path: Path) -> None:
    for mark in (b'{"scripts": 1}', b"not json", b"[]"):
        (tmp_path / "build.json").write_bytes(mark)
        with pytest.raises(InputError, match="no site"):
            files.check_replaceable(tmp_path)


def test_a_link_to_a_folder_it_is_in_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "papers" / "more").mkdir(parents=True)
    (tmp_path / "papers" / "more" / "up").symlink_to("..")

    with pytest.raises(InputError, match="more/up: a link that leads in a circle"):
        files.check_left_out(tmp_path / "papers")
