"""What a dump holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from site_src.dates import DigestDate
from site_src.errors import Problem
from site_src.models.papers import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One paper as one dump has it, with all that the dump's form knows of it; `line` is where it begins, from 1.

    `facts` are as printed: a date may lack its year; `seen_in` is empty but for our own exports. `abstract` is "" where
    the form has titles alone; `abstract_line` is where it begins. `address` is where the paper itself is said to be, ""
    where nothing is said or `facts` have all of it. `date` is the day it was listed, where the form says so of each.
    `slug` and `summary` are known of our own exports. `seen_here` is whether this dump is a place
    where the paper was seen; our own exports say where it was.
    """

    facts: Facts
    abstract: str = ""
    address: str = ""
    date: DigestDate | None = None
    slug: str = ""
    summary: str | None = None
    seen_here: bool = True
    line: int = field(compare=False)
    abstract_line: int = field(default=0, compare=False)
    byline: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """As printed."""
        return self.facts.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """A digest dump. Equal dumps hold the same words: name, line numbers and blank lines do not count.

    `name` is the file's path as the user gave it, for messages; `file` its last part, by which pages know the dump.
    `form` is what it is read as. `date` is the day, week or month it lists, None where it says nothing of that;
    `printed_date` how it says so, in line `date_line`.

    `counts` accounts for every non-blank line of a text, or every record of other forms, by kind; `counted` says which.
    """

    name: str = field(default="", compare=False)
    form: str = "text copy"
    date: DigestDate | None = None
    printed_date: str = ""
    date_line: int = field(default=0, compare=False)
    entries: tuple[Entry, ...]
    header: tuple[str, ...] = ()
    unknown: tuple[tuple[int, str], ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict, compare=False)
    counted: str = field(default="line", compare=False)
    problems: tuple[Problem, ...] = field(default=(), compare=False)

    @property
    def file(self) -> str:
        return PurePath(self.name).name
