"""Where a text has phrases (`site_src.phrases`)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_src.phrases import LONGEST_PREFIX, Phrase

_WORD = re.compile(r"\w+")
_WORD_BEFORE = re.compile(r"\w+\Z")
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Words:
    """A text, and where its words begin: by their first one, two, three and four letters (small)."""

    text: str
    starts: Mapping[str, tuple[int, ...]]


def index_words(text: str) -> Words:
    """The text with its words found."""
    starts: dict[str, list[int]] = {}
    for word in _WORD.finditer(text):
        beginning = word[0][:LONGEST_PREFIX].lower()
        for length in range(1, len(beginning) + 1):
            starts.setdefault(beginning[:length], []).append(word.start())
    return Words(text, {prefix: tuple(places) for prefix, places in starts.items()})


def find_phrase(phrase: Phrase, words: Words) -> Iterable[tuple[int, int]]:
    """The spans `[start, end)` where the text has the phrase, in order; each begins where a word begins."""
    if not phrase.prefix:
        return _find_anywhere(phrase.pattern, words.text)
    starts = words.starts.get(phrase.prefix)
    return _find_at(phrase.pattern, words.text, starts) if starts else ()


def _find_at(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[tuple[int, int]]:
    for start in starts:
        if match := pattern.match(text, start):
            yield match.span()


def _find_anywhere(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text):
        beginning = _WORD_BEFORE.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
        yield beginning.start() if beginning else match.start(), match.end()
