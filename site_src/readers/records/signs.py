"""Whether records are of papers at all: objects and entries of any kind have titles."""

from collections.abc import Sequence
from itertools import chain

from site_src.errors import InputError, Place, Problem
from site_src.models import Entry
from site_src.readers.records import aliases
from site_src.readers.records.paper_addresses import is_document, names_paper
from site_src.readers.records.values import Values

_CURE = "name a file of papers, with their authors, arXiv ids, DOIs or addresses"
_ARE_THEY = "read as papers; leave out the file if they are none"

_OF_ANYTHING = frozenset({"description", "descriptions", "content", "contenttext", "contenthtml"})
_SIGNS = (
    frozenset(
        chain(
            *(aliases.ABSTRACT, aliases.AUTHORS, aliases.AUTHOR_COUNT, aliases.PUBLISHED, aliases.LISTED),
            *(aliases.VENUE, aliases.ORGANISATION, aliases.VOTES, aliases.COMMENTS, *aliases.LINKS.values()),
        )
    )
    - _OF_ANYTHING
)


def is_surely_paper(entry: Entry) -> bool:
    """Whether an id or an address says that it is a paper."""
    facts = entry.facts
    return bool(facts.arxiv or facts.doi or names_paper(entry.address) or is_document(entry.address))


def may_be_paper(entry: Entry) -> bool:
    """Whether it has authors, or leads somewhere."""
    return bool(entry.facts.authors or entry.facts.author_count or entry.address or entry.facts.links)


def has_sign(entry: Entry, values: Values) -> bool:
    """Whether a record says more than what a thing of any kind is called and what it is about."""
    is_likely = is_surely_paper(entry) or may_be_paper(entry) or entry.facts.categories
    return bool(is_likely) or not _SIGNS.isdisjoint(values)


def name_others(values: Values) -> tuple[str, ...]:
    """What the record has beside a title."""
    return tuple(name for name in values if name not in (*aliases.TITLE, *aliases.NAME))


def check_signs(entries: Sequence[Entry], place: Place, form: str) -> tuple[Problem, ...]:
    """A warning where no entry is surely a paper. Raises InputError where none has any sign of one."""
    if not entries or any(map(is_surely_paper, entries)):
        return ()
    count = f"{len(entries)} {'entry' if len(entries) == 1 else 'entries'}"
    titled = f"'{entries[0].title[:60]}'"
    if not any(map(may_be_paper, entries)):
        seen = f"{form} of no papers: {count} without authors, ids and addresses, as {titled}"
        raise InputError(Problem(place, seen, _CURE))
    return (Problem(place, f"{form} of {count} without an id or a paper's address, as {titled}", _ARE_THEY),)
