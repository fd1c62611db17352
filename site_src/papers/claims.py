"""What is one paper's alone: its identifiers, its addresses, and its title where nothing tells the two apart."""

from collections.abc import Iterable, Iterator, Sequence

from site_src.errors import Place, Problem
from site_src.models import Paper
from site_src.papers.evidence import Appearance, tell_apart


def check_one_page_each(pages: Sequence[Paper]) -> Iterator[Problem]:
    """An error naming both for two pages with one arXiv id, DOI, title, alias, or address, old or new."""
    owners: dict[tuple[str, str], Appearance] = {}
    appearances = [Appearance(page, number, is_page=True) for number, page in enumerate(pages)]
    for page in appearances:
        owners[("address", page.paper.slug)] = page
    for page in appearances:
        for kind, key in _claims(page):
            owner = owners.setdefault((kind, key), page)
            if owner is not page and not (kind == "title" and _may_share_title(owner, page)):
                yield _name_both(page.paper, owner.paper, kind, key)
                break


def _claims(page: Appearance) -> Iterable[tuple[str, str]]:
    ids = (("arXiv id", page.paper.arxiv), ("DOI", page.paper.doi))
    yield from ((kind, key) for kind, key in ids if key)
    yield from (("title", title) for title in page.titles)
    yield from (("address", slug) for slug in page.paper.redirect_from)


def _may_share_title(one: Appearance, other: Appearance) -> bool:
    stated = one.paper.slug in other.paper.distinct_from or other.paper.slug in one.paper.distinct_from
    return stated or bool(tell_apart(one, other))


def _shown(kind: str, key: str) -> str:
    """An id; a title is folded, and both pages have it."""
    return "" if kind == "title" else f" {key}"


def _name_both(page: Paper, owner: Paper, kind: str, key: str) -> Problem:
    place = Place(page.place.file)
    if kind == "address":
        seen = f"redirect_from: the address '{key}', which is {owner.place.file}'s"
        return Problem(place, seen, "leave it to one of the two, or merge them")
    seen = f"the same paper as {owner.place.file}: the same {kind}{_shown(kind, key)}"
    cure = "merge the two pages into one"
    apart = ", or state in one that it is distinct_from the other" if kind == "title" else ", or correct one"
    return Problem(place, seen, f"{cure} (distillate merge {owner.slug} {page.slug}){apart}")
