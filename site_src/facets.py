"""What narrows lists and searches, as data: a facet is a name, its values in order, and which of them a paper has.

The search (`search/shown.py`), the lists (`pages/lists.py`) and the help of the search page take all they know of
facets from here.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from site_src.contract import TECHNIQUE, UNKNOWN
from site_src.dates import digest_title
from site_src.models import CompletePaper, Site


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet: the word it is in a query, which has no spaces, what it is called, and what else."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One way to narrow papers down. `field` is its word in a query, small letters; `about` explains it to readers.

    `values` are all that the site has, in the order they are offered; `of` gives the keys of a paper's. Of a facet with
    `one_of` a paper has one at most; `ranges` tells that years may be asked for from one to another. `chips` is the
    address of a value's page where hits of a search show values as chips, and else "". `control` is how lists offer it.
    """

    field: str
    name: str
    about: str
    values: Callable[[Site], Iterable[Choice]]
    of: Callable[[CompletePaper], Iterable[str]]
    one_of: bool = False
    ranges: bool = False
    chips: str = ""
    control: Literal["menu", "boxes", ""] = ""


def _year(paper: CompletePaper) -> str:
    published = paper.paper.published
    return str(published.year) if published and published.year else UNKNOWN


def _years(site: Site) -> Iterable[Choice]:
    """The newest first, the unknown last."""
    known = {_year(paper) for paper in site.papers} - {UNKNOWN}
    return (Choice(year, year) for year in (*sorted(known, reverse=True), UNKNOWN))


_HAS: Mapping[str, Callable[[CompletePaper], bool]] = {
    "code": lambda paper: any(link.kind == "code" for link in paper.links),
    "results": lambda paper: bool(paper.results),
}

YEAR = Facet(
    field="year",
    name="Year",
    about="published then",
    values=_years,
    of=lambda paper: (_year(paper),),
    one_of=True,
    ranges=True,
    control="menu",
)

FACETS = (
    Facet(
        field="technique",
        name="Technique",
        about="filed under a technique",
        values=lambda site: (Choice(one.slug, one.name, one.aliases) for one in site.taxonomy),
        of=lambda paper: paper.techniques,
        chips=TECHNIQUE,
        control="menu",
    ),
    YEAR,
    Facet(
        field="digest",
        name="Digest",
        about="seen in a digest",
        values=lambda site: (Choice(digest.name, digest_title(digest.date)) for digest in site.digests),
        of=lambda paper: dict.fromkeys(seen.digest for seen in paper.paper.seen_in if seen.digest),
    ),
    Facet(
        field="has",
        name="With",
        about="with code, with reported results",
        values=lambda _: (Choice(key, key) for key in _HAS),
        of=lambda paper: (key for key, has in _HAS.items() if has(paper)),
        control="boxes",
    ),
)


def read_facets(site: Site) -> dict[Facet, tuple[Choice, ...]]:
    """Every facet with the values the site has."""
    return {facet: tuple(facet.values(site)) for facet in FACETS}


def facets_of(paper: CompletePaper) -> dict[str, str]:
    """By field, the keys of the paper's values, for lists to be narrowed by."""
    return {facet.field: " ".join(facet.of(paper)) for facet in FACETS if facet.control}


def list_controls(
    facets: Mapping[Facet, Iterable[Choice]], held: Iterable[Mapping[str, str]]
) -> tuple[dict[str, object], ...]:
    """What may narrow a list, as `lists.js` reads it: of facets that lists offer the values `held` by its papers."""
    found = {(field, key) for facets_held in held for field, keys in facets_held.items() for key in keys.split()}
    return tuple(
        {
            "field": facet.field,
            "name": facet.name,
            "boxes": facet.control == "boxes",
            "values": [(value.key, value.name) for value in values if (facet.field, value.key) in found],
        }
        for facet, values in facets.items()
        if facet.control
    )


def show_examples(facet: Facet, values: Iterable[Choice]) -> tuple[str, ...]:
    """How the facet is asked for, by values of the site; () where it has none."""
    keys = [value.key for value in values if value.key != UNKNOWN]
    shown = keys if facet.control == "boxes" else keys[:1]
    examples = tuple(f"{facet.field}:{key}" for key in shown)
    return (*examples, f"{facet.field}:{keys[-1]}-{keys[0]}") if facet.ranges and keys else examples
