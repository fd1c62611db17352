"""What a dump holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from site_src.dates import PartialDate
from site_src.errors import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """The block under an abstract. `lines` are as printed; a field is None where it is absent or malformed."""

    lines: tuple[str, ...]
    author_count: int | None = None
    organisation: str | None = None
    published: PartialDate | None = None
    votes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One paper as one dump prints it, each text on one line; `line` is the title's line in the dump, from 1."""

    title: str
    abstract: str
    byline: Byline | None
    line: int = field(compare=False)
    abstract_line: int = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """A digest dump. Equal dumps hold the same words: name, line numbers and blank lines do not count.

    `name` is the file's path as the user gave it, for messages; `file` its last part, by which pages know the dump.

    `header` are the lines up to and with the date; `unknown` are lines that belong to no entry, each with the number
    of entries before it; `line_counts` accounts for every non-blank line by kind.
    """

    header: tuple[str, ...]
    date: PartialDate
    entries: tuple[Entry, ...]
    unknown: tuple[tuple[int, str], ...] = ()
    date_line: int = field(default=0, compare=False)
    name: str = field(default="", compare=False)
    final_newline: bool = field(default=False, compare=False)
    line_counts: Mapping[str, int] = field(default_factory=dict, compare=False)
    problems: tuple[Problem, ...] = field(default=(), compare=False)

    @property
    def file(self) -> str:
        return PurePath(self.name).name
