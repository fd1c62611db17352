"""What is typed: judged queries or parts of titles, and titles to their end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from site_src.models import CompletePaper

T = TypeVar("T")

_FIRST_KEYS = 3  # say too little to find anything by
_GUESSED = 6  # letters of a word that may be misspelt


@dataclass(frozen=True, slots=True, kw_only=True)
class Typing:
    """Whole queries, and titles with the slugs of their papers; of all keystrokes of these at most `most_keys`."""

    texts: Sequence[str]
    titles: Sequence[tuple[str, str]]
    most_keys: int

    def keys(self) -> list[tuple[str, str]]:
        """What stands in the box while the titles are typed, with the slug; at even distances."""
        typed = [(title[:end], slug) for title, slug in self.titles for end in range(_FIRST_KEYS + 1, len(title) + 1)]
        return spread(typed, self.most_keys)


def spread(values: Sequence[T], most: int) -> list[T]:
    """So many of the values, at even distances; all where there are fewer."""
    step = max(1, len(values) / most)
    return [values[int(number * step)] for number in range(min(most, len(values)))]


def make_texts(papers: Sequence[CompletePaper], count: int) -> list[str]:
    """So many queries, each words of another title: in turn as they are, one misspelt, one unfinished, as they are."""
    changes = (_keep, _swap, _cut, _keep)
    chosen = (_words(paper.title) for paper in spread(papers, count))
    return [" ".join((*words[:-1], changes[number % len(changes)](words[-1]))) for number, words in enumerate(chosen)]


def _words(title: str) -> list[str]:
    """Three words of the title that do not stand together."""
    return [word.strip(":") for word in title.split()][1::2][:3]


def _keep(word: str) -> str:
    return word


def _swap(word: str) -> str:
    return f"{word[:3]}{word[4]}{word[3]}{word[5:]}" if len(word) >= _GUESSED else word


def _cut(word: str) -> str:
    return word[: max(3, len(word) - 3)]
