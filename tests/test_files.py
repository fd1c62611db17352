"""The disk: one move, nothing else touched, whatever kills it."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_src import files
from site_src.errors import InputError

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
from collections.abc import Iterator
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


def test_dumps_are_found_in_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for path in ("b/2.txt", "b/README.md", "1.TXT", "3.dump"):
        (tmp_path / path).write_text(path)
    found = files.read_dumps([tmp_path / "b", tmp_path / "3.dump", tmp_path / "1.TXT", tmp_path / "b" / "2.txt"])

    assert [Path(path).name for path in found] == ["1.TXT", "2.txt", "3.dump"]


def test_every_missing_path_and_empty_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    with pytest.raises(InputError) as caught:
        files.read_dumps([tmp_path / "absent.txt", tmp_path / "empty"])
    assert [p.seen for p in caught.value.problems] == ["no such file or folder", "no .txt files in this folder"]


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
