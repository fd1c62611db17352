"""Papers that are likely one, though nothing by which papers are recognised says so."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from site_src.errors import Place, Problem
from site_src.models import Paper
from site_src.outcomes import Twins
from site_src.papers.evidence import Appearance, tell_apart

FEWEST_WORDS = 4  # of titles that may differ in one
SHORTEST_WORD = 4  # letters of each of the two
SAME_LETTERS = 0.7
SAME_START = 4  # letters
SHORTEST_TEXT = 60  # letters and digits of an abstract: "This paper has been withdrawn by the authors" is no evidence
MOST_ALIKE = 4  # papers: more that differ in one word are a series; more of one text or title are told in one sum


def find_twins(papers: Iterable[Paper]) -> tuple[Twins, ...]:
    """Each pair of papers that are likely one, once, but for those of which one says that it is distinct."""
    appearances = [Appearance(paper, number) for number, paper in enumerate(sorted(papers, key=lambda p: p.slug))]
    found: dict[tuple[int, int], Twins] = {}
    for one, other, reason in (*_of_one_text(appearances), *_of_one_title(appearances), *_a_word_apart(appearances)):
        key = one.number, other.number
        if key not in found and not _are_distinct(one.paper, other.paper):
            found[key] = Twins(one.paper, other.paper, reason)
    return tuple(found[key] for key in sorted(found))


def _are_distinct(one: Paper, other: Paper) -> bool:
    stated = {one.slug, *one.redirect_from} & {*other.distinct_from}
    return bool(stated or {other.slug, *other.redirect_from} & {*one.distinct_from})


def explain_twins(twins: Twins) -> Problem:
    """A warning that names both and says why."""
    seen = f"likely the same paper as {twins.other.slug}.md: {twins.reason}"
    merge = f"merge them (distillate merge {twins.one.slug} {twins.other.slug})"
    return Problem(Place(f"{twins.one.slug}.md"), seen, f"{merge}, or state in one that it is distinct_from the other")


Pair = tuple[Appearance, Appearance, str]


def _of_one_text(appearances: Sequence[Appearance]) -> Iterator[Pair]:
    """Every two where they are few, else the first two, and how many more there are."""
    long = [(one.text, one) for one in appearances if len(one.text) >= SHORTEST_TEXT]
    yield from ((one, other, "the abstracts are the same") for one, other in _pairs(long))
    for one, other, *more in filter(_are_many, _alike(long)):
        yield one, other, f"the abstracts are the same, and those of {len(more)} more papers"


def _of_one_title(appearances: Sequence[Appearance]) -> Iterator[Pair]:
    """Titles that are the same but for accents, articles and signs between words; of one arXiv id each is another."""
    titles = [("".join(one.bare_title), one) for one in appearances]
    for one, other, *more in filter(_are_many, _alike(titles)):
        if one.titles[0] == other.titles[0]:
            yield one, other, f"the titles are the same, and those of {len(more)} more papers"
    for one, other in _pairs(titles):
        apart = tell_apart(one, other)
        if not apart:
            yield one, other, "the titles are the same but for signs, accents or articles"
        elif apart != "other arXiv ids" and one.titles[0] == other.titles[0]:
            yield one, other, f"the titles are the same, though {apart}"


def _a_word_apart(appearances: Sequence[Appearance]) -> Iterator[Pair]:
    """Titles in which one word is slightly another, where nothing tells the papers apart."""
    signatures = [(key, one) for one in appearances for key in _signatures(one.bare_title)]
    for one, other in _pairs(signatures):
        words = zip(one.bare_title, other.bare_title, strict=True)
        differing = [pair for pair in words if pair[0] != pair[1]]
        if len(differing) == 1 and _is_slight(*differing[0]) and not tell_apart(one, other):
            yield one, other, f"the titles differ in '{differing[0][0]}' and '{differing[0][1]}' alone"


def _signatures(words: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """For each word its place and the others."""
    if len(words) >= FEWEST_WORDS:
        yield from ((at, " ".join((*words[:at], "", *words[at + 1 :]))) for at in range(len(words)))


def _is_slight(one: str, other: str) -> bool:
    """Whether one word may be a slip or a form of the other: no number, and no contrary, as online is of offline."""
    if min(len(one), len(other)) < SHORTEST_WORD or not (one + other).isalpha():
        return False
    if sorted(one) == sorted(other):
        return True
    alike = SequenceMatcher(None, one, other, autojunk=False).ratio() >= SAME_LETTERS
    return alike and one[:SAME_START] == other[:SAME_START]


def _pairs(keyed: Iterable[tuple[object, Appearance]]) -> Iterator[tuple[Appearance, Appearance]]:
    """Every two of one key, where they are few."""
    for some in _alike(keyed):
        if not _are_many(some):
            yield from combinations(some, 2)


def _alike(keyed: Iterable[tuple[object, Appearance]]) -> Iterable[list[Appearance]]:
    """Those of each key."""
    alike: dict[object, list[Appearance]] = {}
    for key, one in keyed:
        alike.setdefault(key, []).append(one)
    return alike.values()


def _are_many(some: Sequence[Appearance]) -> bool:
    return len(some) > MOST_ALIKE
