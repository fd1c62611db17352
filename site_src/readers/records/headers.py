"""Names that stand above the columns of a table: whether they are those of a table of papers."""

from collections.abc import Iterable

from site_src.readers.records import aliases
from site_src.readers.records.aliases import fold_name

_TITLES = frozenset(aliases.TITLE)
_NAMES = frozenset(aliases.NAME)  # where Notion and other databases keep what a page of theirs is called
_ABSTRACTS = frozenset({*aliases.ABSTRACT, *aliases.AUTHORS, "arxiv", "arxivid", "doi"})
_FEWEST_OTHERS = 2  # names beside that of a thing, for which a table is one of papers
_OTHERS = frozenset(
    name
    for names in (
        *(aliases.ABSTRACT, aliases.AUTHORS, aliases.IDENTIFIERS, aliases.PUBLISHED, aliases.VENUE),
        *(aliases.CATEGORIES, aliases.VOTES, *aliases.LINKS.values()),
    )
    for name in names
)
KNOWN = _TITLES | _OTHERS | {*aliases.LISTED, *aliases.COMMENTS, *aliases.ORGANISATION}


def count_known(header: Iterable[str]) -> int:
    """How many of the names are known; 0 where none is a title's, or nothing else is. A title may stand alone."""
    names = set(map(fold_name, header))
    if names == {"title"}:
        return 1
    others = len(names & _OTHERS)
    titled = names & _TITLES or (names & _NAMES and names & _ABSTRACTS and others >= _FEWEST_OTHERS)
    return others + 1 if titled and others else 0
