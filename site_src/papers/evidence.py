"""What speaks for two appearances being of one paper, and against it."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from site_src.dates import is_dated
from site_src.identifiers import is_arxiv_doi
from site_src.models import Paper, SeenIn
from site_src.papers.titles import bare_words, find_words, fold_text, fold_title, make_slug
from site_src.text import decode_text

# Of 60,000 pairs of abstracts of different papers, 99.7 % share a smaller part of the shorter one's words; versions of
# one abstract share most. No abstract of 9,499 has fewer than 47 different words; one-sentence summaries have.
LONG_TEXT = 30  # different words
UNLIKE_TEXT = 0.35
ALIKE_TITLE = 0.5  # of the words of both
OTHER_IDS = "other arXiv ids"
_NAME = re.compile(r"[a-z]{2,}")
_DIGIT = re.compile(r"\d")


class Witness(Protocol):
    """What may speak against two being of one paper: `words` are those of an abstract that is long, else none."""

    @property
    def arxiv(self) -> str | None: ...
    @property
    def words(self) -> frozenset[str]: ...
    @property
    def names(self) -> frozenset[str]: ...


@dataclass(frozen=True)
class Appearance:
    """A paper as one page or one entry has it, with what it is recognised by; each is found once, when asked for.

    `number` is its place among all: pages first.
    """

    paper: Paper
    number: int = 0
    is_page: bool = False

    @property
    def arxiv(self) -> str | None:
        return self.paper.arxiv

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The title and the aliases, folded."""
        return tuple(dict.fromkeys(map(fold_title, (self.paper.title, *self.paper.aliases))))

    @cached_property
    def bare_title(self) -> tuple[str, ...]:
        """Its words."""
        return bare_words(self.paper.title)

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """Where the paper is and was, as far as it is said."""
        return tuple(slug for slug in (self.paper.slug, *self.paper.redirect_from) if slug)

    @cached_property
    def made_addresses(self) -> tuple[str, ...]:
        """The same, and what the titles make."""
        made = map(make_slug, (self.paper.title, *self.paper.aliases))
        return tuple(dict.fromkeys((*self.addresses, *made)))

    @cached_property
    def text(self) -> str:
        """The abstract, folded."""
        return fold_text(decode_text(self.paper.abstract or ""))  # older imports kept it as printed

    @cached_property
    def sayings(self) -> frozenset[tuple[str, str]]:
        """What one of them is enough of to know it again in its place: abstract, titles and addresses."""
        texts = [("abstract", self.text)] if self.text else []
        titles = [("title", title) for title in self.titles]
        return frozenset([*texts, *titles, *(("address", slug) for slug in self.made_addresses)])

    @cached_property
    def words(self) -> frozenset[str]:
        """Those of the abstract, where it is no mere sentence."""
        words = find_words(self.paper.abstract or "")
        return words if len(words) >= LONG_TEXT else frozenset()

    @cached_property
    def names(self) -> frozenset[str]:
        """Parts of the authors' names, in Latin letters."""
        bare = (part for author in self.paper.authors for part in bare_words(author))
        return frozenset(part for part in bare if _NAME.fullmatch(part))


def tell_apart(one: Witness, other: Witness) -> str:
    """Why the two cannot be of one paper, whatever their titles; "" where nothing says so."""
    if one.arxiv and other.arxiv:
        return "" if one.arxiv == other.arxiv else OTHER_IDS
    if one.words and other.words:
        shared = len(one.words & other.words)
        unlike = shared < UNLIKE_TEXT * min(len(one.words), len(other.words))
        return "plainly other abstracts" if unlike else ""
    return "other authors" if one.names and other.names and not one.names & other.names else ""


def are_alike(one: str, other: str) -> bool:
    """Whether two titles have most of their words in common, and all of their numbers."""
    first, second = set(bare_words(one)), set(bare_words(other))
    differing = first ^ second
    alike = len(first & second) >= ALIKE_TITLE * len(first | second)
    return alike and not any(_DIGIT.search(word) for word in differing)


def agree(page: Paper, entry: Paper) -> bool:
    """Whether the two state some of the same facts of a byline, and none otherwise."""
    names = ("authors", "author_count", "organisation", "published")
    pairs = [(getattr(page, name), getattr(entry, name)) for name in names]
    pairs.append((_publishers(page.doi), _publishers(entry.doi)))
    both = [(one, other) for one, other in pairs if one and other]
    return bool(both) and all(one == other for one, other in both)


def _publishers(doi: str | None) -> str | None:
    """The DOI, but none that only repeats an arXiv id: beside a publisher's it is no other paper's."""
    return doi if doi and not is_arxiv_doi(doi) else None


def same_listing(one: SeenIn, other: SeenIn) -> bool:
    """Whether the two are of one dump: of one file name, and one digest as far as both know it.

    A year that was not known, or a whole date, may have become known.
    """
    if one.dump != other.dump:
        return False
    first, second = sorted((one.digest, other.digest), key=lambda name: (bool(name), is_dated(name)))
    return first in {"", second} or (not is_dated(first) and _without_year(second) == _without_year(first))


def _without_year(digest: str) -> str:
    return digest.partition("-")[2]
