"""Where a text's words begin."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from site_src.phrases import LONGEST_PREFIX

_WORD = re.compile(r"\w+")


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
