"""The map: in how many papers which techniques meet, and how each has grown; and the page of every two that meet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_src.charts import shade
from site_src.contract import TECHNIQUE
from site_src.facets import YEAR
from site_src.models import Page, Technique
from site_src.pages.catalogue import Catalogue
from site_src.pages.growth import year_columns, year_rows, year_totals
from site_src.pages.heads import make_head, plan_index
from site_src.pages.meetings import Meeting, find_companions, find_meetings
from site_src.pages.sections import MAP
from site_src.pages.sheets import plan_list


@dataclass(frozen=True, slots=True, kw_only=True)
class MapCell:
    """How many papers are about two techniques, or, where they are one, about it; `path` is "" for none."""

    name: str
    count: int
    path: str
    shade: int
    same: bool = False


@dataclass(frozen=True, slots=True)
class MapRow:
    """A technique and how it meets each of them."""

    technique: Technique
    path: str
    cells: tuple[MapCell, ...]


def plan_map(catalogue: Catalogue) -> Iterator[Page]:
    """The map and the pages it leads to."""
    meetings = find_meetings(catalogue)
    columns = year_columns(catalogue)
    context = {
        "rows": tuple(_rows(meetings, catalogue)),
        "companions": find_companions(meetings, catalogue),
        "columns": columns,
        "growth": year_rows(catalogue, columns),
        "totals": year_totals(catalogue, columns),
        "year": YEAR.field,
    }
    description = "Which techniques papers bring together, and how many papers each has had by year."
    yield plan_index(catalogue, MAP, "map.html", description, context)
    for meeting in meetings:
        yield from _plan_meeting(meeting, catalogue)


def _plan_meeting(meeting: Meeting, catalogue: Catalogue) -> Iterator[Page]:
    count = len(meeting.papers)
    description = f"The {count} papers about both." if count > 1 else "The one paper about both."
    head = make_head(catalogue, meeting.path, meeting.name, description=f"{meeting.name}: {description}", trail=(MAP,))
    techniques = (meeting.first, meeting.second)
    yield from plan_list(
        catalogue, head, "meeting.html", meeting.papers, {"name": meeting.name, "techniques": techniques}
    )


def _rows(meetings: Sequence[Meeting], catalogue: Catalogue) -> Iterator[MapRow]:
    found = {frozenset((meeting.first.slug, meeting.second.slug)): meeting for meeting in meetings}
    most = max((len(meeting.papers) for meeting in meetings), default=1)
    for slug, technique in catalogue.techniques.items():
        cells = tuple(_cell(technique, other, found, most, catalogue) for other in catalogue.techniques.values())
        yield MapRow(technique, TECHNIQUE.format(slug), cells)


def _cell(
    one: Technique, other: Technique, meetings: Mapping[frozenset[str], Meeting], most: int, catalogue: Catalogue
) -> MapCell:
    if one is other:
        count = len(catalogue.about[one.slug])
        return MapCell(name=one.name, count=count, path=TECHNIQUE.format(one.slug), shade=0, same=True)
    meeting = meetings.get(frozenset((one.slug, other.slug)))
    if not meeting:
        return MapCell(name="", count=0, path="", shade=0)
    count = len(meeting.papers)
    return MapCell(name=f"{one.name} and {other.name}", count=count, path=meeting.path, shade=shade(count, most))
