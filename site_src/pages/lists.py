"""The pages that list papers, of all, a digest or a year, and the indexes of those lists."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from site_src.contract import API
from site_src.models import Page
from site_src.pages.catalogue import Catalogue, digest_shelves, year_shelves
from site_src.pages.citations import papers_files
from site_src.pages.heads import make_head, plan_index
from site_src.pages.sections import DIGESTS, PAPERS, YEARS
from site_src.pages.sheets import plan_list
from site_src.pages.standouts import strongest, tally_techniques
from site_src.pages.views import Shelf, format_count

MOST_STANDOUTS = 4


def plan_all_papers(catalogue: Catalogue) -> Iterator[Page]:
    """Every paper, in site order."""
    papers = catalogue.site.papers
    description = f"All {format_count(len(papers), 'paper')}, newest digest first."
    files = papers_files(API) if papers else ()
    head = make_head(catalogue, PAPERS.path, PAPERS.name, description=description, files=files)
    yield from plan_list(catalogue, head, "papers.html", papers, {"files": files})


# ---- digests


def plan_digests(catalogue: Catalogue) -> Iterator[Page]:
    """The index of digests and the pages of each, which lead to the next newer and older one."""
    shelves = digest_shelves(catalogue)
    description = f"The {len(shelves)} digests this site is made from, newest first."
    yield plan_index(catalogue, DIGESTS, "digests.html", description, {"shelves": shelves})
    around = pairwise((None, *shelves, None))
    neighbours = pairwise(around)
    for name, shelf, ((newer, _), (_, older)) in zip(catalogue.digests, shelves, neighbours, strict=True):
        yield from _plan_digest(name, shelf, {"newer": newer, "older": older}, catalogue)


def _plan_digest(
    name: str, shelf: Shelf, neighbours: Mapping[str, Shelf | None], catalogue: Catalogue
) -> Iterator[Page]:
    page = catalogue.site.digest_pages.get(name)
    counted = format_count(shelf.count, "paper")
    files = papers_files(shelf.path)
    head = make_head(
        catalogue,
        shelf.path,
        f"Digest of {shelf.name}",
        description=page.description if page else f"The {counted} of the digest of {shelf.name}.",
        trail=(DIGESTS,),
        files=files,
        source=f"content/digests/{name}.md" if page else None,
    )
    papers = catalogue.seen_in[name]
    context = {
        "digest": catalogue.digests[name],
        "introduction": page,
        "files": files,
        "leading": catalogue.site.leading,
        "standouts": strongest(papers, catalogue)[:MOST_STANDOUTS],
        "tallies": tally_techniques(papers, catalogue),
        **neighbours,
    }
    yield from plan_list(catalogue, head, "digest.html", papers, context)


# ---- years


def plan_years(catalogue: Catalogue) -> Iterator[Page]:
    """The index of years of publication and the pages of each."""
    shelves = year_shelves(catalogue)
    yield plan_index(catalogue, YEARS, "years.html", "Papers by year of publication.", {"shelves": shelves})
    for shelf, (year, papers) in zip(shelves, catalogue.years.items(), strict=True):
        name = f"Papers of {year}" if year else "Papers of unknown year"
        description = f"The {format_count(shelf.count, 'paper')} published in {year or 'a year not known here'}."
        head = make_head(catalogue, shelf.path, name, description=description, trail=(YEARS,))
        context = {"year": year, "tallies": tally_techniques(papers, catalogue)}
        yield from plan_list(catalogue, head, "year.html", papers, context)
