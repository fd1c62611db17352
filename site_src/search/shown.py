"""What the search shows and filters by, apart from the index: facts of all papers, titles, and the texts of each."""

import re
from collections.abc import Iterable, Mapping, Sequence

from site_src.models import CompletePaper, Digest, Technique
from site_src.search.pack import count_shared

# Up to so many papers all titles are one file, and further ones are in files of so few that ten hits need few bytes.
MOST_IN_ONE = 1_000
MOST_IN_EACH = 32


def facts_of(
    papers: Sequence[CompletePaper], taxonomy: Iterable[Technique], digests: Iterable[Digest]
) -> dict[str, list[object]]:
    """What papers are filtered and sorted by: a list for each fact, in the papers' order.

    Techniques and digests stand by their number. An unknown date is "", unknown votes are 0.
    """
    techniques = {technique.slug: number for number, technique in enumerate(taxonomy)}
    of_digest = {digest.name: number for number, digest in enumerate(digests)}
    return {
        "techniques": [[techniques[slug] for slug in paper.techniques] for paper in papers],
        "digests": [sorted({of_digest[seen.digest] for seen in paper.paper.seen_in}) for paper in papers],
        "dates": [_date(paper) for paper in papers],
        "votes": [paper.paper.votes or 0 for paper in papers],
        "code": [int(any(link.kind == "code" for link in paper.links)) for paper in papers],
        "results": [int(bool(paper.results)) for paper in papers],
    }


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
    return re.sub("[^a-z0-9]+", "-", title.lower())


def _date(complete: CompletePaper) -> str:
    published = complete.paper.published
    return str(published) if published and published.year else ""
