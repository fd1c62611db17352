"""Entries of dumps → papers, and papers laid over pages: what a page says wins, what it leaves out is added."""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields, replace

from slugify import slugify

from site_src.contract import DEVICES, LONGEST_SLUG, SLUG_HASH_LENGTH
from site_src.digests import DatedDump
from site_src.errors import Place, Problem
from site_src.models import Entry, Facts, Paper, SeenIn
from site_src.text import repair_text

# Punctuation that carries meaning in a title (C#, A&B, F*), though Unicode does not file it under symbols.
_MEANT = frozenset("#%&@*\\")
_CLOSING_PUNCTUATION = re.compile(r"[\s.,;:!?…。！？·•–—-]+$")


# ---- who is who


def identity(title: str) -> str:
    """What makes two titles one paper: the repaired title, NFKC, case-folded, without spacing and closing punctuation.

    A title of nothing but punctuation is its own identity.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", repair_text(title).text).casefold())
    visible = "".join(c for c in folded if unicodedata.category(c) not in {"Cf", "Cc"} and not c.isspace())
    return _CLOSING_PUNCTUATION.sub("", visible) or visible


def make_slug(title: str) -> str:
    """The paper's address: ASCII, ≤ 80 characters, cut at a word, and the same whatever other papers exist.

    Where the words alone would not tell the title from others (a symbol dropped, another script, a cut) or name a
    device, it ends in a short hash of the identity.
    """
    repaired = unicodedata.normalize("NFKC", repair_text(title).text)
    words = _slugify(repaired, 0)
    if words and len(words) <= LONGEST_SLUG and words not in DEVICES and not _is_lossy(repaired):
        return words
    return hashed_slug(title)


def hashed_slug(title: str) -> str:
    """The slug with the hash in any case."""
    suffix = hashlib.sha256(identity(title).encode()).hexdigest()[:SLUG_HASH_LENGTH]
    words = _slugify(unicodedata.normalize("NFKC", repair_text(title).text), LONGEST_SLUG - SLUG_HASH_LENGTH - 1)
    return f"{words}-{suffix}" if words else suffix


def _slugify(text: str, max_length: int) -> str:
    return slugify(text, max_length=max_length, word_boundary=True, save_order=True, entities=False)


def _is_lossy(text: str) -> bool:
    """Whether ASCII words lose a symbol or a letter; accents on Latin letters are spelling, not identity."""
    bare = (c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
    return any(c in _MEANT or unicodedata.category(c)[0] == "S" or (not c.isascii() and c.isalnum()) for c in bare)


def assign_slugs(papers: Sequence[Paper], taken: Collection[str]) -> tuple[Paper, ...]:
    """The papers with slugs that no two of them share, nor any page (`taken`: the pages' slugs).

    A slug that a paper has already stays where it is free.
    Titles that differ in punctuation alone have one slug; the first by identity keeps it, the others get the hash.
    """
    used = set(taken)
    slugs: dict[str, str] = {}
    for paper in sorted(papers, key=lambda paper: (not paper.slug, identity(paper.title))):
        slug = paper.slug or make_slug(paper.title)
        slugs[identity(paper.title)] = hashed_slug(paper.title) if slug in used else slug
        used.add(slugs[identity(paper.title)])
    return tuple(replace(paper, slug=slugs[identity(paper.title)]) for paper in papers)


# ---- merging


def merge_entries(dumps: Iterable[DatedDump]) -> tuple[tuple[Paper, ...], tuple[Problem, ...]]:
    """One paper per identity, in order of first appearance, and a warning for each conflict between appearances.

    `dumps` are in order of digest date and file name: the first appearance gives title and abstract, and each other
    fact comes from the first that has it. Slugs are not assigned yet.
    """
    papers: dict[str, Paper] = {}
    problems: list[Problem] = []
    for dated in dumps:
        for entry in dated.dump.entries:
            paper = _paper_of(entry, dated)
            key = identity(entry.title)
            if key in papers:
                problems += conflicts(papers[key], paper)
                seen_in = (*papers[key].seen_in, *paper.seen_in)
                paper = replace(merge_papers(papers[key], paper), seen_in=tuple(sorted(seen_in)))
            papers[key] = paper
    return tuple(papers.values()), tuple(problems)


def _paper_of(entry: Entry, dated: DatedDump) -> Paper:
    facts = {fact.name: getattr(entry.facts, fact.name) for fact in fields(Facts)}
    published = entry.facts.published
    facts["published"] = published if published and published.year else None
    facts["seen_in"] = (SeenIn(digest=dated.digest, dump=dated.dump.file, line=entry.line),)
    return Paper(slug=entry.slug, **facts, abstract=entry.abstract or None, place=Place(dated.dump.name, entry.line))


def merge_papers(first: Paper, second: Paper) -> Paper:
    """The first paper, completed with what only the second states."""
    lacking = [fact.name for fact in fields(first) if getattr(first, fact.name) == fact.default]
    completed = replace(first, **{name: getattr(second, name) for name in lacking})
    if first.authors or first.author_count:  # one of the two says who they are, and the other would contradict it
        completed = replace(completed, authors=first.authors, author_count=first.author_count)
    return replace(completed, seen_in=unite_seen(first.seen_in, second.seen_in))


def unite_seen(page: Sequence[SeenIn], dumps: Sequence[SeenIn]) -> tuple[SeenIn, ...]:
    """The page's appearances and those in dumps it does not know yet, sorted.

    A dump that was edited and is imported again has other line numbers; the page's stand.
    """
    known = {seen.dump for seen in page}
    return tuple(sorted({*page, *(seen for seen in dumps if seen.dump not in known)}))


def conflicts(first: Paper, second: Paper) -> list[Problem]:
    """A warning naming both places where two appearances of a paper give different abstracts."""
    if not first.abstract or not second.abstract or _same_words(first.abstract, second.abstract):
        return []
    return [Problem(second.place, f"another abstract of '{first.title}' than {first.place}", "the first is kept")]


def _same_words(one: str, other: str) -> bool:
    return one.split() == other.split()


def lay_over(
    pages: Sequence[Paper], papers: Sequence[Paper]
) -> tuple[tuple[Paper, ...], tuple[Paper, ...], tuple[Problem, ...]]:
    """(the pages completed from the papers, the papers no page is about with their slugs, warnings)."""
    by_identity = {identity(title): page for page in pages for title in (*page.aliases, page.title)}
    completed = {page.slug: page for page in pages}
    fresh: list[Paper] = []
    problems: list[Problem] = []
    for paper in papers:
        page = by_identity.get(identity(paper.title))
        if page is None:
            fresh.append(paper)
        else:
            problems += conflicts(completed[page.slug], paper)
            completed[page.slug] = merge_papers(completed[page.slug], paper)
    return tuple(completed.values()), assign_slugs(fresh, completed), tuple(problems)
