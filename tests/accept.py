"""Writes tests/corpus/expected anew; `make expected` runs it, and the diff is for a person to judge."""

import shutil
import tempfile
from pathlib import Path

from site_src.commands import main
from site_src.content import read_content
from tests.conftest import CORPUS, DUMPS, build, copy_content, list_files


def accept() -> None:
    """Imports and builds the corpus and keeps what came of it."""
    expected = CORPUS / "expected"
    with tempfile.TemporaryDirectory() as folder:
        content = copy_content(Path(folder) / "content")
        built = build(read_content(content))
        main(["import", str(DUMPS), "--content", str(content)])
        shutil.rmtree(expected, ignore_errors=True)
        shutil.copytree(content / "papers", expected / "papers")
    (expected / "papers.json").write_bytes(built.files["api/papers.json"])
    (expected / "files.txt").write_text("\n".join(list_files(built)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    accept()
