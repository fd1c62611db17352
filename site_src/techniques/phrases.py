"""Where a text has phrases (`site_src.phrases`)."""

import re
from collections.abc import Iterable, Iterator

from site_src.language import Words
from site_src.phrases import Phrase

_WORD_BEFORE = re.compile(r"\w+\Z")
_LONGEST_WORD = 40


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
