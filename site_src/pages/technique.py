"""The index of techniques, and the page of each: its figures, results and papers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from site_src.models import CompletePaper, Page, PartialDate
from site_src.pages.catalogue import Catalogue, subjects
from site_src.pages.citations import papers_files
from site_src.pages.comparisons import compare_results
from site_src.pages.evidence import Found, found_mention
from site_src.pages.growth import years_covered
from site_src.pages.heads import make_head, plan_index
from site_src.pages.meetings import find_companions, find_meetings
from site_src.pages.metadata import defined_term
from site_src.pages.sections import TECHNIQUES
from site_src.pages.sheets import plan_list
from site_src.pages.standouts import strongest
from site_src.pages.views import Card, Subject, Tally

TOGETHER = 100  # papers that stay on one page, to be sorted as one list; of so many it is about 50 kB, compressed
NEWEST = 3  # papers named at a glance


@dataclass(frozen=True, slots=True)
class Spotted:
    """A paper in which a technique was found that it is not about."""

    card: Card
    found: Found


@dataclass(frozen=True, slots=True)
class Recent:
    """A paper and its date of publication."""

    card: Card
    published: PartialDate


def plan_techniques(catalogue: Catalogue) -> Iterator[Page]:
    """The index of techniques and the pages of each."""
    figures = subjects(catalogue)
    unfiled = sum(not paper.labels for paper in catalogue.site.papers)
    description = f"The {len(figures)} techniques papers are filed under, with what each means."
    yield plan_index(catalogue, TECHNIQUES, "techniques.html", description, {"subjects": figures, "unfiled": unfiled})
    companions = find_companions(find_meetings(catalogue), catalogue)
    for subject in figures:
        yield from _plan_technique(subject, companions[subject.technique.slug], catalogue)


def _plan_technique(subject: Subject, companions: Sequence[Tally], catalogue: Catalogue) -> Iterator[Page]:
    technique = subject.technique
    papers = catalogue.about[technique.slug]
    feed = catalogue.technique_feeds.get(technique.slug)
    files = papers_files(subject.path) if papers else ()
    spotted = tuple(_spotted(technique.slug, catalogue))
    head = make_head(
        catalogue,
        subject.path,
        technique.name,
        description=technique.definition,
        trail=(TECHNIQUES,),
        feed=feed,
        files=files,
        source=f"content/techniques/{technique.slug}.md",
    )
    context = {
        "subject": subject,
        "feed": feed,
        "files": files,
        "mentions": tuple(one for one in spotted if not one.found.ruled_out),
        "ruled_out": tuple(one for one in spotted if one.found.ruled_out),
        "years": years_covered(papers),
        "newest": newest_papers(papers, catalogue),
        "leading": catalogue.site.leading,
        "strongest": next(iter(strongest(papers, catalogue)), None),
        "comparisons": compare_results(papers, catalogue),
        "companions": companions,
    }
    term = defined_term(technique, catalogue.site.config) | {"description": technique.definition}
    yield from plan_list(catalogue, head, "technique.html", papers, context, about=term, size=TOGETHER)


def newest_papers(papers: Iterable[CompletePaper], catalogue: Catalogue) -> tuple[Recent, ...]:
    """The three published last, without those of unknown year; of equal dates in the order of the papers."""
    dated = [Recent(catalogue.cards[paper.slug], date) for paper in papers if (date := paper.paper.published)]
    known = [recent for recent in dated if recent.published.year]
    return tuple(sorted(known, key=lambda recent: recent.published, reverse=True)[:NEWEST])


def _spotted(slug: str, catalogue: Catalogue) -> Iterator[Spotted]:
    for paper, mention in catalogue.mentions[slug]:
        yield Spotted(catalogue.cards[paper.slug], found_mention(mention, paper, catalogue))
