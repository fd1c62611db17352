"""What importing and building come to."""

from collections.abc import Mapping
from dataclasses import dataclass

from site_src.errors import Problem
from site_src.models import Dump, Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What importing dumps changes: `pages` are the file names and texts to write, of new and of extended pages."""

    pages: Mapping[str, str]
    dumps: tuple[Dump, ...]
    papers: int
    fresh: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A finished site: every file by path, what it shows, and the warnings on the way."""

    files: Mapping[str, bytes]
    site: Site
    problems: tuple[Problem, ...]
