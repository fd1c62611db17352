"""Groups of appearances → papers: what a page says wins, what it leaves out is added."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from site_src.digests import DatedDump
from site_src.errors import Place, Problem
from site_src.models import Entry, Facts, Link, Paper, SeenIn
from site_src.outcomes import Outcome, Recognised
from site_src.papers.completing import complete_facts, merge_papers
from site_src.papers.doubts import explain_doubts, name_place, open_doubts
from site_src.papers.evidence import OTHER_IDS, Appearance, are_alike, tell_apart
from site_src.papers.groups import Doubt, Group, Grouping, group_appearances
from site_src.papers.slugs import assign_slugs
from site_src.text import decode_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """Pages and dumps, as papers. `pages` are the pages but tombstones, in their order, completed.

    `fresh` are the papers that no page is about, in order of first appearance. `outcomes` tell of each paper that the
    dumps name, tombstones included: first those with pages, in the order of these.
    """

    pages: tuple[Paper, ...]
    fresh: tuple[Paper, ...]
    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...]


def merge_dumps(pages: Sequence[Paper], dumps: Iterable[DatedDump]) -> Merged:
    """The pages completed from the dumps, and the papers that no page is about.

    `dumps` are in order of digest date and file name: of a new paper the first appearance gives the title, and each
    other fact comes from the first that has it.
    """
    entries = [_paper_of(entry, dated) for dated in dumps for entry in dated.dump.entries]
    appearances = [
        *(Appearance(page, number, is_page=True) for number, page in enumerate(pages)),
        *(Appearance(paper, number) for number, paper in enumerate(entries, len(pages))),
    ]
    grouping = group_appearances(appearances)
    groups = [group for group in grouping.all() if not group.members[-1].is_page]
    united, problems = _unite_all(groups, grouping)
    doubts = open_doubts(grouping)
    named = _name_fresh(groups, united, pages)
    named = _tell_apart(named, doubts, grouping)
    completed = {group.page.paper.slug: named[group] for group in groups if group.page}
    return Merged(
        pages=tuple(completed.get(page.slug, page) for page in pages if not page.removed),
        fresh=tuple(named[group] for group in groups if not group.page),
        outcomes=tuple(_tell_outcome(group, named[group], grouping) for group in groups),
        problems=(*problems, *explain_doubts(doubts, grouping)),
    )


def _paper_of(entry: Entry, dated: DatedDump) -> Paper:
    """As the entry has it, its texts decoded. Our own exports are no dumps: they tell where papers were seen."""
    facts = {fact.name: getattr(entry.facts, fact.name) for fact in fields(Facts)}
    facts["title"] = _decoded(entry.title)
    if entry.seen_here:
        facts["seen_in"] = (SeenIn(digest=dated.digest_of(entry), dump=dated.dump.file, line=entry.line),)
    # Without an id nothing else leads to the paper.
    known = entry.facts.arxiv or entry.facts.doi or entry.address in {link.url for link in entry.facts.links}
    if not known and entry.address.startswith(("https://", "http://")):
        facts["links"] = (Link(kind="other", url=entry.address), *entry.facts.links)
    place = Place(dated.dump.name, entry.line)
    return Paper(
        slug=entry.slug, summary=entry.summary, **facts, abstract=_decoded(entry.abstract) or None, place=place
    )


def _decoded(printed: str) -> str:
    """On one line, as pages have it; where nothing would be left, as printed."""
    return " ".join(decode_text(printed).split()) or printed


# ---- one paper of a group


def _unite_all(groups: Sequence[Group], grouping: Grouping) -> tuple[dict[Group, Paper], list[Problem]]:
    """Each group's paper, new ones without slugs of ours, and a warning for each fact that is not taken."""
    titles, dois = _owners(grouping)
    united = {}
    problems: list[Problem] = []
    for group in groups:
        entries = [member for member in group.members if not member.is_page]
        page = group.page.paper if group.page else None
        if page and page.removed:
            united[group] = page
            continue
        problems += [*_conflicts(entries, group), *_conflicting_titles(entries, group, grouping)]
        problems += _unlike_papers(entries, group, grouping)
        paper = _unite_entries(entries)
        if paper.doi and (owner := dois[paper.doi]) is not group:
            seen = f"the DOI {paper.doi}, which {name_place(owner.members[0])} has too"
            problems.append(Problem(paper.place, seen, "left out; correct one of the two"))
            paper = replace(paper, doi=None)
        paper = merge_papers(page, paper) if page else paper
        united[group] = replace(paper, aliases=(*paper.aliases, *_other_titles(group, entries, titles)))
    return united, problems


def _owners(grouping: Grouping) -> tuple[dict[str, Group], dict[str, Group]]:
    """Whose each folded title and each DOI is: that of the first to have it."""
    titles: dict[str, Group] = {}
    dois: dict[str, Group] = {}
    for one in grouping.appearances:
        for title in one.titles:
            titles.setdefault(title, grouping.of(one))
        if one.paper.doi:
            dois.setdefault(one.paper.doi, grouping.of(one))
    return titles, dois


def _unite_entries(entries: Sequence[Appearance]) -> Paper:
    """One paper of them: each fact from the first that has it, all places, and an abstract rather than a sentence."""
    united = entries[0].paper
    for entry in entries[1:]:
        united = complete_facts(united, entry.paper)
    seen_in = {seen for entry in entries for seen in entry.paper.seen_in}
    slug = next((entry.paper.slug for entry in entries if entry.paper.slug), "")
    return replace(united, slug=slug, seen_in=tuple(sorted(seen_in)), abstract=_speaker(entries).paper.abstract)


def _speaker(entries: Sequence[Appearance]) -> Appearance:
    """Whose abstract is taken: the first that is more than a sentence, or else the first."""
    long = (entry for entry in entries if entry.words)
    return next(long, None) or next((entry for entry in entries if entry.text), entries[0])


def _other_titles(group: Group, entries: Sequence[Appearance], owners: Mapping[str, Group]) -> Iterator[str]:
    """Titles of the entries by which the group would not be found, and nobody else either."""
    first = group.page or entries[0]
    titles, addresses = set(first.titles), set(first.made_addresses)
    for entry in entries:
        title = entry.titles[0]
        known = title in titles or addresses & set(entry.made_addresses)
        if not known and _may_take(group, owners[title]):
            titles.add(title)
            yield entry.paper.title


def _may_take(group: Group, owner: Group) -> bool:
    """Whether the group may be found by a title that is the owner's first: no page's, unless the two are told apart."""
    return owner is group or (not owner.page and bool(tell_apart(group, owner)))


def _conflicts(entries: Sequence[Appearance], group: Group) -> Iterator[Problem]:
    """A warning naming both places for each entry with another abstract than is kept."""
    first = group.page if group.page and group.page.text else None
    kept = first or _speaker(entries)
    for entry in entries:
        if entry.text and entry.text != kept.text:
            seen = f"another abstract of '{kept.paper.title}' than {kept.paper.place}"
            cure = "the longer is kept" if entry.number < kept.number else "the first is kept"
            yield Problem(entry.paper.place, seen, cure)


def _conflicting_titles(entries: Sequence[Appearance], group: Group, grouping: Grouping) -> Iterator[Problem]:
    """A warning for each entry of a new paper whose title only reads alike; of a page's the page decides."""
    for entry in () if group.page else entries[1:]:
        if grouping.by.get(entry.number) == "words of its title" and entry.titles[0] not in entries[0].titles:
            seen = f"'{entry.paper.title}' is nearly the title of {entries[0].paper.place}, '{entries[0].paper.title}'"
            yield Problem(entry.paper.place, seen, "taken for the same paper; the first title is kept")


def _unlike_papers(entries: Sequence[Appearance], group: Group, grouping: Grouping) -> Iterator[Problem]:
    """A warning for each entry whose id alone says that it is this paper: an id may be another's by mistake."""
    first = group.page or entries[0]
    for entry in entries:
        by = grouping.by.get(entry.number)
        if by in {"arXiv id", "DOI"} and entry is not first and _are_unlike(first, entry):
            found = entry.paper.arxiv if by == "arXiv id" else entry.paper.doi
            seen = f"'{entry.paper.title}' has the {by} {found} of {name_place(first)}, '{first.paper.title}'"
            yield Problem(entry.paper.place, seen, "taken for one paper; correct the id if it is another's")


def _are_unlike(one: Appearance, other: Appearance) -> bool:
    """Whether neither titles nor abstracts are alike, or no author is of both."""
    if one.names and other.names and not one.names & other.names:
        return True
    alike = any(are_alike(first, second) for first in one.titles for second in other.titles)
    return not alike and not (one.text and one.text == other.text)


# ---- new papers


def _name_fresh(groups: Sequence[Group], united: Mapping[Group, Paper], pages: Sequence[Paper]) -> dict[Group, Paper]:
    """The papers, those without a page with slugs that no page has or had."""
    taken = {slug for page in pages for slug in (page.slug, *page.redirect_from)}
    fresh = [group for group in groups if not group.page]
    named = assign_slugs([united[group] for group in fresh], taken)
    return {**united, **dict(zip(fresh, named, strict=True))}


def _tell_apart(named: Mapping[Group, Paper], doubts: Iterable[Doubt], grouping: Grouping) -> dict[Group, Paper]:
    """The papers, those that are new in spite of their title with what they are distinct from: pages lack abstracts."""
    told = dict(named)
    for doubt in doubts:
        one, other = grouping.of(doubt.entry), grouping.of(doubt.other)
        if one.page:
            one, other = other, one
        if doubt.apart and doubt.apart != OTHER_IDS and not one.page:
            slug = other.page.paper.slug if other.page else told[other].slug
            told[one] = replace(told[one], distinct_from=tuple(dict.fromkeys((*told[one].distinct_from, slug))))
    return told


def _tell_outcome(group: Group, paper: Paper, grouping: Grouping) -> Outcome:
    ways = [grouping.by[member.number] for member in group.members if member.number in grouping.by]
    entries = (
        Recognised(
            place=entry.paper.place,
            title=entry.paper.title,
            by=grouping.by.get(entry.number, ways[0]) if group.page else None,
            retitled=bool(group.page and entry.titles[0] not in group.page.titles),
        )
        for entry in group.members
        if not entry.is_page
    )
    return Outcome(paper=paper, before=group.page.paper if group.page else None, entries=tuple(entries))
