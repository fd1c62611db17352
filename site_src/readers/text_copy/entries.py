"""Titles, abstracts and the marks around them → entries: each mark belongs to the entry above it or below."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from site_src.errors import Place, Problem
from site_src.identifiers import read_arxiv_id, read_doi
from site_src.models import Entry, Facts, Link
from site_src.readers.text_copy.bylines import Byline, parse_byline
from site_src.readers.text_copy.furniture import Mark
from site_src.readers.text_copy.lines import Line, join_lines
from site_src.readers.text_copy.prices import Segment

_CODE = re.compile(r"https?://(?:www\.)?git(?:hub|lab|ee)\.(?:com|io)/", re.IGNORECASE)
# The page's own: people, organisations, lists, pictures.
_OF_PAGE = re.compile(
    r"https?://(?:[\w-]+\.)?(?:huggingface\.co|hf\.co)/(?:papers\b|login\b|join\b|collections\b|[^/?#]*(?:[?#]|$)|avatars/)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Card:
    """An entry's title and abstract, and the marks above (`head`) and below (`tail`) that are its own."""

    title: Segment
    abstract: Segment | None
    head: Sequence[Mark]
    tail: Sequence[Mark]

    @property
    def start(self) -> int:
        return self.head[0].start if self.head else self.title.start

    @property
    def end(self) -> int:
        return (self.tail[-1] if self.tail else self.abstract or self.title).end


def find_cards(segments: Sequence[Segment], marks: Sequence[Mark]) -> tuple[Card, ...]:
    """The cards in order. Whether marks stand above a title is the same for all, and the first shows it."""
    titles = [i for i, segment in enumerate(segments) if segment.kind == "title"]
    if not titles:
        return ()
    starts = [segments[i].start for i in titles]
    groups = list(_groups(marks, starts))
    above = groups[0]
    heads: list[Sequence[Mark]] = [above]
    tails = []
    for i, group in enumerate(groups[1:], 1):
        at = _start_of_head(group, above) if i < len(starts) else len(group)
        heads.append(group[at:])
        tails.append(group[:at])
    return tuple(
        Card(segments[i], _abstract(segments, i), head, tail)
        for i, head, tail in zip(titles, heads[: len(titles)], tails, strict=True)
    )


def _groups(marks: Sequence[Mark], starts: Sequence[int]) -> Iterator[Sequence[Mark]]:
    """The marks before the first title, and those after each."""
    i = 0
    for start in (*starts, None):
        begin = i
        while i < len(marks) and (start is None or marks[i].start < start):
            i += 1
        yield marks[begin:i]


def _start_of_head(group: Sequence[Mark], above: Sequence[Mark]) -> int:
    """Where in the marks between two titles those of the second begin; `above` stand above the first title."""
    if not above or not group:
        return len(group)
    submitted = [i for i, mark in enumerate(group) if mark.kind == "submitted"]
    if not submitted:
        votes = group[-1].kind == above[-1].kind and group[-1].kind in {"count", "upvotes"}
        return len(group) - 1 if votes else len(group)
    before = above[0].kind == "count" and submitted[-1] > 0 and group[submitted[-1] - 1].kind == "count"
    return submitted[-1] - before


def _abstract(segments: Sequence[Segment], title: int) -> Segment | None:
    following = segments[title + 1 : title + 2]
    return following[0] if following and following[0].kind == "abstract" else None


# ---- one card


def read_card(
    card: Card, lines: Sequence[Line], name: str, *, dateless: bool = False
) -> tuple[Entry, tuple[Problem, ...]]:
    """The entry, and a warning for each field that is malformed; `dateless`: as in `parse_byline`."""
    byline, problems = _byline(card, lines, name, dateless=dateless)
    title = lines[card.title.start : card.title.end]
    abstract = lines[card.abstract.start : card.abstract.end] if card.abstract else ()
    arxiv, others = _identify(card, lines, title, abstract)
    addresses = [url for url in others if not read_doi(url) and not _OF_PAGE.match(url)]
    own = [url for url in (one.url for line in title for one in line.addresses) if url in addresses]
    facts = Facts(
        title=join_lines(title),
        arxiv=arxiv[0] if arxiv else None,
        doi=next(filter(None, map(read_doi, others)), None),
        author_count=byline.author_count,
        organisation=byline.organisation,
        published=byline.published,
        votes=_votes(card),
        comments=byline.comments if byline.comments is not None else _comments(card),
        links=tuple(Link(kind=_kind(url), url=url) for url in addresses if url not in own[:1]),
    )
    entry = Entry(
        facts=facts,
        abstract=join_lines(abstract),
        address=own[0] if own else "",
        byline=byline.lines,
        line=title[0].number,
        abstract_line=abstract[0].number if abstract else 0,
    )
    if len(arxiv) > 1:
        seen = f"arXiv {arxiv[0]} and {arxiv[1]} in one entry"
        problems = (*problems, Problem(Place(name, entry.line), seen, "the first is kept"))
    return entry, problems


def _byline(card: Card, lines: Sequence[Line], name: str, *, dateless: bool) -> tuple[Byline, tuple[Problem, ...]]:
    """What all bylines of the card say together."""
    found = Byline()
    problems: list[Problem] = []
    for mark in card.tail:
        if mark.kind == "byline":
            one, wrong = parse_byline(lines[mark.start : mark.end], name, dateless=dateless)
            problems += wrong
            found = Byline(
                lines=(*found.lines, *one.lines),
                author_count=found.author_count or one.author_count,
                organisation=found.organisation or one.organisation,
                published=found.published or one.published,
                comments=found.comments if one.comments is None else one.comments,
            )
    return found, tuple(problems)


def _votes(card: Card) -> int | None:
    """Those that stand with the question for one, else above the title, else below it where no marks stand above."""
    asked = [mark.count for mark in (*card.head, *card.tail) if mark.kind == "upvotes"]
    above = [mark.count for mark in card.head if mark.kind == "count"]
    at = _place_of_byline(card)
    below = [mark.count for mark in card.tail[:at] if mark.kind == "count"] if at is not None else []
    return next(iter([*asked, *above, *below]), None)


def _comments(card: Card) -> int | None:
    """The number right below the byline."""
    at = _place_of_byline(card)
    following = card.tail[at + 1 : at + 2] if at is not None else ()
    return following[0].count if following and following[0].kind == "count" else None


def _place_of_byline(card: Card) -> int | None:
    places = [i for i, mark in enumerate(card.tail) if mark.kind == "byline"]
    return places[-1] if places else None


def _identify(
    card: Card, lines: Sequence[Line], title: Sequence[Line], abstract: Sequence[Line]
) -> tuple[list[str], list[str]]:
    """(arXiv ids, other addresses), each once. What an abstract links to by the way is no id of its own paper."""
    of_marks = [line for mark in (*card.head, *card.tail) for line in lines[mark.start : mark.end]]
    # A whole abstract may be a link, which begins with it; one at a later line is a sentence's.
    whole = [one.url for line in (*title, *of_marks) for one in line.addresses]
    whole += [one.url for line in abstract for one in line.addresses if one.whole or len(abstract) == 1]
    inside = [one.url for line in abstract for one in line.addresses]
    ids = dict.fromkeys(filter(None, map(read_arxiv_id, whole)))
    others = dict.fromkeys(url for url in (*whole, *inside) if not read_arxiv_id(url))
    return [*ids], [*others]


def _kind(url: str) -> str:
    return "code" if _CODE.match(url) else "other"


# ---- the same card twice


def unite_repeated(entries: Sequence[Entry], *, doubled: bool) -> tuple[tuple[Entry, ...], frozenset[int]]:
    """(entries without those that say the same as the one before them, the places of the latter).

    What only the second states is kept. A page is `doubled` where it has cards: each stands there for wide screens and
    for narrow ones.
    """
    kept: list[Entry] = []
    repeated: list[int] = []
    for i, entry in enumerate(entries):
        if doubled and kept and _is_same(kept[-1], entry):
            repeated.append(i)
            kept[-1] = replace(kept[-1], facts=_completed(kept[-1].facts, entry.facts))
        else:
            kept.append(entry)
    return tuple(kept), frozenset(repeated)


def _is_same(one: Entry, other: Entry) -> bool:
    ids = {one.facts.arxiv, other.facts.arxiv} - {None}
    return (one.title, one.abstract) == (other.title, other.abstract) and len(ids) <= 1


def _completed(facts: Facts, more: Facts) -> Facts:
    return replace(
        facts,
        arxiv=facts.arxiv or more.arxiv,
        author_count=facts.author_count or more.author_count,
        organisation=facts.organisation or more.organisation,
        published=facts.published or more.published,
        votes=more.votes if facts.votes is None else facts.votes,
        comments=more.comments if facts.comments is None else facts.comments,
        links=facts.links or more.links,
    )
