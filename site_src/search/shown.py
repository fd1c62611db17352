"""What the search shows and filters by, apart from the index: facts of all papers, titles, and the texts of each."""

import re
from collections.abc import Iterable, Mapping, Sequence

from site_src.contract import COUNTS, NOT_OF_SLUGS
from site_src.facets import Choice, Facet, read_facets
from site_src.models import CompletePaper, Site
from site_src.search.pack import count_shared

# Up to so many papers all titles are one file, and further ones are in files of so few that ten hits need few bytes.
MOST_IN_ONE = 1_000
MOST_IN_EACH = 32


def facts_of(papers: Sequence[CompletePaper]) -> dict[str, Sequence[object]]:
    """What papers are sorted by: a list for each fact, in the papers' order. An unknown date is "".

    Of `contract.COUNTS` those are left out that no paper has; an unknown one of the others is 0.
    """
    counts = {name: [getattr(paper.paper, name) or 0 for paper in papers] for name in COUNTS}
    return {"date": [_date(paper) for paper in papers], **{name: each for name, each in counts.items() if any(each)}}


def describe_facets(site: Site) -> list[dict[str, object]]:
    """What papers are narrowed by: of each facet its values, [key, name, …other names], and those of every paper.

    Values stand by their number; a name that is the key is left out.
    """
    return [_describe(facet, values, site.papers) for facet, values in read_facets(site).items()]


def _describe(facet: Facet, values: Sequence[Choice], papers: Iterable[CompletePaper]) -> dict[str, object]:
    numbers = {value.key: number for number, value in enumerate(values)}
    held = [sorted({numbers[key] for key in facet.of(paper)}) for paper in papers]
    return {
        "field": facet.field,
        "name": facet.name,
        "oneOf": facet.one_of,
        "ranges": facet.ranges,
        "chips": facet.chips,
        "values": [_names(value) for value in values],
        "papers": [each[0] if len(each) == 1 else each for each in held],
    }


def _names(value: Choice) -> tuple[str, ...]:
    names = (value.key, value.name, *value.aliases)
    return names[:1] if set(names) == {value.key} else names


def split_titles(papers: Sequence[CompletePaper]) -> tuple[int, list[dict[str, object]]]:
    """How many papers one file of titles covers, and the files.

    A slug is given as [how many characters it shares with its title, the rest]: they rarely differ before the end.
    """
    size = len(papers) if len(papers) <= MOST_IN_ONE else MOST_IN_EACH
    return size, [_titles(papers[start : start + size]) for start in range(0, len(papers), size or 1)] or [_titles(())]


def texts_of(paper: CompletePaper) -> Mapping[str, str]:
    """What a snippet of the paper is cut from."""
    return {"summary": paper.summary, "abstract": paper.abstract}


def _titles(papers: Sequence[CompletePaper]) -> dict[str, object]:
    return {
        "titles": [paper.title for paper in papers],
        "slugs": [_shorten(paper.slug, paper.title) for paper in papers],
    }


def _shorten(slug: str, title: str) -> tuple[int, str]:
    shared = count_shared(slug, _hyphenate(title))
    return shared, slug[shared:]


def _hyphenate(title: str) -> str:
    """What most slugs begin like; the browser does the same (`templates/static/js/search/titles.js`)."""
    return re.sub(NOT_OF_SLUGS, "-", title.lower())


def _date(complete: CompletePaper) -> str:
    published = complete.paper.published
    return str(published) if published and published.year else ""
