"""Which techniques papers bring together."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from site_src.contract import MEETING
from site_src.models import CompletePaper, Technique
from site_src.pages.catalogue import Catalogue, gather
from site_src.pages.views import Tally, percent


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Two techniques, in taxonomy order, and the papers about both. The address does not depend on that order."""

    first: Technique
    second: Technique
    papers: tuple[CompletePaper, ...]

    @property
    def path(self) -> str:
        return MEETING.format(*sorted((self.first.slug, self.second.slug)))

    @property
    def name(self) -> str:
        return f"{self.first.name} and {self.second.name}"


def find_meetings(catalogue: Catalogue) -> tuple[Meeting, ...]:
    """Every two techniques with papers about both, in taxonomy order."""
    order = {slug: place for place, slug in enumerate(catalogue.techniques)}
    found = gather(
        (pair, paper)
        for paper in catalogue.site.papers
        for pair in combinations(sorted(paper.techniques, key=order.__getitem__), 2)
    )
    return tuple(
        Meeting(first=catalogue.techniques[first], second=catalogue.techniques[second], papers=papers)
        for (first, second), papers in sorted(found.items(), key=lambda item: [order[slug] for slug in item[0]])
    )


def find_companions(meetings: tuple[Meeting, ...], catalogue: Catalogue) -> Mapping[str, tuple[Tally, ...]]:
    """Technique → those it meets, most papers first and then in taxonomy order; () for one that meets none."""
    most = max((len(meeting.papers) for meeting in meetings), default=1)
    pairs = gather(
        (one.slug, _companion(other, meeting, most))
        for meeting in meetings
        for one, other in ((meeting.first, meeting.second), (meeting.second, meeting.first))
    )
    order = list(catalogue.techniques)
    return {
        slug: tuple(sorted(pairs.get(slug, ()), key=lambda found: (-found.count, order.index(found.technique.slug))))
        for slug in order
    }


def _companion(technique: Technique, meeting: Meeting, most: int) -> Tally:
    count = len(meeting.papers)
    return Tally(technique=technique, path=meeting.path, count=count, share=percent(count, most))
