"""The files of the content as they were written, to name the line where something stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from site_src.errors import InputError, Place, Problem
from site_src.files import PARTS, find_texts
from site_src.models import Paper


@dataclass(frozen=True, slots=True)
class Sources:
    """`texts` by path below the folder, with slashes; `folder` as the user named it; `unread`, what has no text."""

    folder: str
    texts: Mapping[str, str]
    unread: tuple[Problem, ...] = ()

    def place(self, path: str, *words: str) -> Place:
        """The line with the first of the words; from there on the one with the second, and so on, as far as found."""
        lines = self.texts.get(path, "").split("\n")
        found = 0
        for word in words:
            rest = range(max(found, 1), len(lines) + 1)
            found = next((number for number in rest if word in lines[number - 1]), found)
        return Place(str(Path(self.folder) / path), found)


def read_sources(folder: Path) -> Sources:
    """The pages of all parts, and `site.yml`. Raises InputError without the folder."""
    if not folder.is_dir():
        raise InputError(Problem(Place(str(folder)), "no such folder", "name the folder that holds site.yml"))
    found = (find_texts(folder, ".yml"), *(find_texts(folder / part) for part in PARTS))
    return Sources(
        str(folder),
        {Path(path).relative_to(folder).as_posix(): text for texts, _ in found for path, text in texts.items()},
        tuple(problem for _, unread in found for problem in unread),
    )


def path_of(paper: Paper) -> str:
    """The page below the content's folder."""
    return f"papers/{paper.slug}.md"
