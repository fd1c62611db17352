"""Appearances of papers → groups, each of one paper: by the surest evidence first, and never by a title alone.

Pages are the first of the appearances, entries follow in the order of their dumps, and nothing depends on anything
else. Two pages are never in one group: whether they should be is for people to say.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from site_src.outcomes import By
from site_src.papers.evidence import OTHER_IDS, Appearance, agree, are_alike, same_listing, tell_apart

MOST_NAMESAKES = 10  # papers of one title that another appearance is compared with


@dataclass(eq=False, slots=True)
class Group:
    """Appearances of one paper; `page` is the one that is a page.

    `number` is that of the first. It is told from others by `arxiv`, the abstract of `talker`, the authors of `namer`.
    """

    number: int
    members: list[Appearance]
    page: Appearance | None
    arxiv: str | None
    talker: Appearance
    namer: Appearance
    files: set[str]  # that its entries are of
    joined: "Group | None" = None  # what it has become a part of

    @property
    def words(self) -> frozenset[str]:
        return self.talker.words

    @property
    def names(self) -> frozenset[str]:
        return self.namer.names


@dataclass(frozen=True, slots=True)
class Doubt:
    """Evidence leads `entry` to `other` as well, which is in another group; `apart` is what tells the two apart."""

    entry: Appearance
    other: Appearance
    by: By
    apart: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of evidence: what two appearances of one paper have in common."""

    by: By
    keys: Callable[[Appearance], Iterable[object]]


# The surest first. A place counts here with the abstract or the title that is known of it, so that what was of a page
# once is so ever after; what else a place may tell comes last.
KINDS = (
    Kind("arXiv id", lambda one: [one.arxiv] if one.arxiv else []),
    Kind("DOI", lambda one: [one.paper.doi] if one.paper.doi else []),
    Kind("place", lambda one: [(seen.dump, seen.line, said) for seen in one.paper.seen_in for said in one.sayings]),
    Kind("address", lambda one: one.addresses),
    Kind("title", lambda one: one.titles),
    Kind("words of its title", lambda one: one.made_addresses),
)


class Grouping:
    """The groups while they are made. `doubts` are for people to look at; `by` is what an appearance came by."""

    def __init__(self, appearances: Sequence[Appearance]) -> None:
        self.appearances = appearances
        self.doubts: list[Doubt] = []
        self.by: dict[int, By] = {}
        self._groups = [
            Group(one.number, [one], one if one.is_page else None, one.arxiv, one, one, _files(one))
            for one in appearances
        ]

    def of(self, appearance: Appearance) -> Group:
        """The group the appearance is in now."""
        group = self._groups[appearance.number]
        while group.joined:
            group = group.joined
        self._groups[appearance.number] = group
        return group

    def all(self) -> list[Group]:
        """In the order of their first appearances, each with its members in their order."""
        groups = list(dict.fromkeys(map(self.of, self.appearances)))
        for group in groups:
            group.members.sort(key=lambda member: member.number)
        return groups

    def join(self, one: Appearance, other: Appearance, by: By) -> None:
        """Makes one of the groups of the two, of which one at most has a page."""
        small, large = sorted((self.of(one), self.of(other)), key=lambda group: len(group.members))
        first, second = sorted((small, large), key=lambda group: (group.page is None, group.number))
        large.number = min(first.number, second.number)
        large.page = first.page
        large.arxiv = first.arxiv or second.arxiv
        large.talker = first.talker if first.words or not second.words else second.talker
        large.namer = first.namer if first.names or not second.names else second.namer
        large.members += small.members
        large.files |= small.files
        small.joined = large
        self.by.setdefault(one.number, by)


def _files(one: Appearance) -> set[str]:
    return set() if one.is_page else {one.paper.place.file}


def group_appearances(appearances: Sequence[Appearance]) -> Grouping:
    """The appearances by each kind of evidence in turn."""
    grouping = Grouping(appearances)
    for kind in KINDS:
        _group_by(kind, grouping)
    _group_by_likely_place(grouping)
    return grouping


def _group_by(kind: Kind, grouping: Grouping) -> None:
    buckets: dict[object, list[Appearance]] = {}
    for one in grouping.appearances:
        for key in kind.keys(one):
            bucket = buckets.setdefault(key, [])
            if grouping.of(one) not in map(grouping.of, bucket):
                _find_group(one, bucket, kind.by, grouping)
                bucket += [one] if len(bucket) < MOST_NAMESAKES else []


def _find_group(one: Appearance, bucket: Sequence[Appearance], by: By, grouping: Grouping) -> None:
    """Joins the group of the appearance and the likeliest of those in the bucket; a doubt is noted."""
    own = grouping.of(one)
    doubts = [Doubt(one, other, by, _tell_groups_apart(one, other, by, grouping)) for other in bucket]
    able = [doubt for doubt in doubts if not doubt.apart and not (own.page and grouping.of(doubt.other).page)]
    if able:
        likely = {doubt: _likeness(one, grouping.of(doubt.other).page or doubt.other) for doubt in able}
        best = max(able, key=lambda doubt: likely[doubt])
        doubts = [] if any(likely[best][:2]) else [doubt for doubt in able if grouping.of(doubt.other).page][1:]
        grouping.join(one, best.other, by)
    if not one.is_page:
        grouping.doubts += doubts


def _tell_groups_apart(one: Appearance, other: Appearance, by: By, grouping: Grouping) -> str:
    """What speaks against the groups being of one paper, strongly enough for the kind of evidence."""
    if by == "arXiv id":
        return ""
    if by == "place" and not _share_place(one, other):
        return "other dumps"
    if by == "place" and _stand_in_one_file(one, other, grouping):
        return "other titles in one file"
    apart = tell_apart(grouping.of(one), grouping.of(other))
    return "" if by in {"DOI", "place"} and apart != OTHER_IDS else apart


def _stand_in_one_file(one: Appearance, other: Appearance, grouping: Grouping) -> bool:
    """Whether a file has both under other titles: then they only share a line, as all records of some JSON do."""
    both = grouping.of(one).files & grouping.of(other).files
    read_alike = {*one.titles, *one.made_addresses} & {*other.titles, *other.made_addresses}
    return bool(both) and not read_alike


def _likeness(one: Appearance, other: Appearance) -> tuple[bool, bool, bool]:
    same_title = not set(one.titles).isdisjoint(other.titles)
    return _share_place(one, other), bool(one.text) and one.text == other.text, same_title


def _share_place(one: Appearance, other: Appearance) -> bool:
    return any(
        seen.line == known.line and same_listing(seen, known)
        for seen in one.paper.seen_in
        for known in other.paper.seen_in
    )


# ---- what only the place tells


def _group_by_likely_place(grouping: Grouping) -> None:
    """Entries that nothing else has led to a page, where a page knows their place and nothing speaks against it.

    An edited dump has other papers in its lines. So the titles must be alike, or most of the dump's pages be in their
    lines and what else is known of both be the same; and the page must have no other entry of the dump.
    """
    meetings = list(_meet(grouping))
    at_home: Counter[str] = Counter()
    for page, entry, dump in meetings:
        at_home[dump] += 1 if entry and grouping.of(entry).page is page else -1
    listed = set(_recognised(grouping))
    for page, entry, dump in meetings:
        if entry is None or grouping.of(entry).page or (page.number, dump) in listed:
            continue
        steady = at_home[dump] > 0 and agree(page.paper, entry.paper)
        likely = steady or are_alike(page.paper.title, entry.paper.title)
        if likely and not tell_apart(grouping.of(entry), grouping.of(page)):
            grouping.join(entry, page, "place")


def _meet(grouping: Grouping) -> Iterator[tuple[Appearance, Appearance | None, str]]:
    """(page, the entry that is where it was seen, the dump), for each dump that is read and that a page knows."""
    entries = [one for one in grouping.appearances if not one.is_page]
    at = {(seen.dump, seen.line): one for one in reversed(entries) for seen in one.paper.seen_in}
    dumps = {seen.dump: seen for one in reversed(entries) for seen in one.paper.seen_in}
    for page in grouping.appearances:
        for seen in page.paper.seen_in if page.is_page else ():
            if seen.dump in dumps and same_listing(seen, dumps[seen.dump]):
                yield page, at.get((seen.dump, seen.line)), seen.dump


def _recognised(grouping: Grouping) -> Iterator[tuple[int, str]]:
    """(the number of the page, a dump) for each entry that has a page."""
    for one in grouping.appearances:
        page = grouping.of(one).page
        if page and not one.is_page:
            yield from ((page.number, seen.dump) for seen in one.paper.seen_in)
