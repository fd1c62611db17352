"""What is said to a person when input is wrong: the place, what was seen there, and the cure."""

from collections.abc import Iterable
from dataclasses import dataclass

MOST_TOLD = 40  # problems of one kind
LONGEST_SEEN = 400  # characters of what was seen; it may name two places and quote a title of each
_LAST_SEEN = 120  # of these, those of its end, which often says more than its middle


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something was read: a file as the user named it, and its line from 1 (0 = the file as a whole)."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong at one place; printed as `place: seen; cure`.

    What was seen may be any length in the file: it is told without its middle.
    """

    place: Place
    seen: str
    cure: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "seen", shorten(self.seen))
        object.__setattr__(self, "cure", shorten(self.cure))

    def __str__(self) -> str:
        return f"{self.place}: {self.seen}; {self.cure}"


class InputError(Exception):
    """Input that cannot be used; nothing has been written. Carries every problem found, in order of place."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(sorted(problems))
        super().__init__("\n".join(tell_all(self.problems)))


def shorten(text: str) -> str:
    """The text where it is short; else its beginning, `…` and its end."""
    if len(text) <= LONGEST_SEEN:
        return text
    return f"{text[: LONGEST_SEEN - _LAST_SEEN]} … {text[-_LAST_SEEN:]}"


def tell_all(problems: Iterable[Problem], kind: str = "") -> list[str]:
    """Each once, in order of place, behind their kind; a long list is cut and says so."""
    told = [f"{kind}{problem}" for problem in sorted(set(problems))]
    if len(told) > MOST_TOLD:
        told[MOST_TOLD:] = [f"{kind}… and {len(told) - MOST_TOLD} more"]
    return told
