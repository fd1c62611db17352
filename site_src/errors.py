"""What is said to a person when input is wrong: the place, what was seen there, and the cure."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something was read: a file as the user named it, and its line from 1 (0 = the file as a whole)."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong at one place; printed as `place: seen; cure`."""

    place: Place
    seen: str
    cure: str

    def __str__(self) -> str:
        return f"{self.place}: {self.seen}; {self.cure}"


class InputError(Exception):
    """Input that cannot be used; nothing has been written. Carries every problem found, in order of place."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))
