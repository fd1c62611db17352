"""What importing and building come to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from site_src.errors import Place, Problem
from site_src.models import Dump, Paper, Site

# What an entry was recognised by, the surest first.
By = Literal["arXiv id", "DOI", "place", "address", "title", "words of its title"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """An entry of a dump: where it stands, its title there, and what led it to its page; None without a page.

    `retitled` entries were recognised although neither the title nor an alias of the page was theirs.
    """

    place: Place
    title: str
    by: By | None
    retitled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a paper that dumps name. `before` is its page as it was, None for a new paper."""

    paper: Paper
    before: Paper | None
    entries: tuple[Recognised, ...]


@dataclass(frozen=True, slots=True)
class Twins:
    """Two papers, in order of their slugs, and why they are likely one."""

    one: Paper
    other: Paper
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What importing dumps changes: `pages` are the file names and texts to write, of new and of extended pages.

    `outcomes` tell of each paper that the dumps name; `twins` are pairs of papers, one of them new or extended.
    """

    pages: Mapping[str, str]
    dumps: tuple[Dump, ...]
    outcomes: tuple[Outcome, ...] = ()
    twins: tuple[Twins, ...] = ()
    problems: tuple[Problem, ...]

    @property
    def new(self) -> tuple[Outcome, ...]:
        return tuple(outcome for outcome in self.outcomes if outcome.before is None)

    @property
    def extended(self) -> tuple[Outcome, ...]:
        """Papers whose pages gain something."""
        return tuple(one for one in self.outcomes if one.before is not None and f"{one.paper.slug}.md" in self.pages)

    @property
    def unchanged(self) -> tuple[Outcome, ...]:
        known = (one for one in self.outcomes if one.before is not None and not one.before.removed)
        return tuple(one for one in known if f"{one.paper.slug}.md" not in self.pages)

    @property
    def removed(self) -> tuple[Outcome, ...]:
        """Papers that stay removed, though dumps name them."""
        return tuple(one for one in self.outcomes if one.before is not None and one.before.removed)

    @property
    def merged(self) -> tuple[Outcome, ...]:
        """Papers that these dumps name more than once."""
        return tuple(one for one in self.outcomes if len(one.entries) > 1)

    @property
    def listed_only(self) -> tuple[Outcome, ...]:
        """Papers of which nothing is known to derive a label from: they have a title alone."""
        known = (one for one in self.outcomes if not one.paper.removed)
        return tuple(one for one in known if not (one.paper.abstract or one.paper.summary))

    @property
    def retitled(self) -> tuple[Outcome, ...]:
        """Papers recognised although a dump prints another title than their page knew."""
        return tuple(one for one in self.outcomes if any(entry.retitled for entry in one.entries))


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A finished site: every file by path, what it shows, and the warnings on the way."""

    files: Mapping[str, bytes]
    site: Site
    problems: tuple[Problem, ...]
