"""What grouping could not settle, for people: an entry of two pages, and two papers of one title."""

from collections.abc import Iterable, Iterator

from site_src.errors import Problem
from site_src.papers.evidence import OTHER_IDS, Appearance, tell_apart
from site_src.papers.groups import Doubt, Grouping


def open_doubts(grouping: Grouping) -> tuple[Doubt, ...]:
    """The doubts that surer evidence did not settle, nor people by what pages state; one for two groups."""
    found: dict[frozenset[int], Doubt] = {}
    for doubt in grouping.doubts:
        one, other = grouping.of(doubt.entry), grouping.of(doubt.other)
        if one is not other and not _is_settled(doubt, one.page, other.page):
            found.setdefault(frozenset({id(one), id(other)}), doubt)
    return tuple(found.values())


def _is_settled(doubt: Doubt, one: Appearance | None, other: Appearance | None) -> bool:
    if doubt.apart == OTHER_IDS and doubt.by != "DOI":
        return True
    if not one or not other:
        return not doubt.apart
    return (
        doubt.by == "words of its title"
        or other.paper.slug in one.paper.distinct_from
        or one.paper.slug in other.paper.distinct_from
        or (doubt.by == "title" and bool(tell_apart(one, other)))
    )


def explain_doubts(doubts: Iterable[Doubt], grouping: Grouping) -> Iterator[Problem]:
    """A warning for each, that names both."""
    for doubt in doubts:
        own, other = grouping.of(doubt.entry), grouping.of(doubt.other)
        title = doubt.entry.paper.title
        if own.page and other.page:
            slugs = own.page.paper.slug, other.page.paper.slug
            by = grouping.by.get(doubt.entry.number, doubt.by)
            seen = f"'{title}' is {slugs[0]}.md by its {by}, but {slugs[1]}.md by its {doubt.by}"
            cure = f"taken for {slugs[0]}.md; merge the two (distillate merge {slugs[0]} {slugs[1]}), or state in one"
            yield Problem(doubt.entry.paper.place, seen, f"{cure} that it is distinct_from the other")
        else:
            seen = f"'{title}' has the {doubt.by} of {name_place(doubt.other)}, but {doubt.apart}"
            yield Problem(doubt.entry.paper.place, seen, "taken for two papers; merge their pages if they are one")


def name_place(appearance: Appearance) -> str:
    """A page by its file, an entry by its line."""
    return appearance.paper.place.file if appearance.is_page else str(appearance.paper.place)
