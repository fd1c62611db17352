"""Two names for one thing, as texts define them: "mixture of experts (MoE)", or a technique's own names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from site_src.tokens import RULES, stem, words

# A definition found in one paper alone may be its own coinage, or a mistake.
_PAPERS = 2
_REACH = 120  # characters before an abbreviation in which its full name is looked for
_ABBREVIATION = re.compile(r"\(([A-Za-z][0-9A-Za-z]{1,7})\)")
_STOP = frozenset(RULES["stop"])


def find_synonyms(*, stated: Iterable[Sequence[str]], texts: Iterable[str]) -> list[list[str]]:
    """[abbreviation, full name] pairs in small letters, sorted.

    They come from the `stated` groups of names for one thing, and from the definitions that two of the `texts` share.
    """
    names: dict[tuple[str, tuple[str, ...]], Counter[str]] = defaultdict(Counter)
    for text in texts:
        for short, full in set(_defined(text)):
            names[short, tuple(map(stem, full))][" ".join(full)] += 1
    for group in stated:
        for short, full in {pair for one, other in combinations(group, 2) for pair in _between(one, other)}:
            names[short, tuple(map(stem, full))][" ".join(full)] += _PAPERS
    return sorted([short, _most_used(spelt)] for (short, _), spelt in names.items() if spelt.total() >= _PAPERS)


def _most_used(names: Counter[str]) -> str:
    return min(names, key=lambda name: (-names[name], name))


def _defined(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The abbreviations that `text` gives in brackets after the full name, each with the words of the name."""
    for match in _ABBREVIATION.finditer(text):
        short = match[1].removesuffix("s")
        if sum(letter.isupper() for letter in short) > 1:
            before = words(text[max(0, match.start() - _REACH) : match.start()])
            if full := _spelt_out(short.lower(), before):
                yield short.lower(), full


def _spelt_out(short: str, before: Sequence[str]) -> tuple[str, ...]:
    """The last words of `before` that begin with the letters of `short`; small words in between count for none."""
    left = short
    for start in range(len(before) - 1, -1, -1):
        if before[start].startswith(left[-1]):
            left = left[:-1]
        elif before[start] not in _STOP:
            break
        if not left:
            return tuple(before[start:])
    return ()


def _between(one: str, other: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The abbreviation that makes one name of the other: KV cache, key-value cache -> kv, key value."""
    for short, full in ((words(one), words(other)), (words(other), words(one))):
        same = next((n for n in range(len(short)) if short[n:] == full[len(full) - len(short) + n :]), len(short))
        name = tuple(full[: len(full) - len(short) + same])
        if same == 1 and len(name) > 1 and _spelt_out(short[0], name) == name:
            yield short[0], name
