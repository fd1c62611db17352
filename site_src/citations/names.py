"""A name as printed → its parts, split where BibTeX splits it: *First von Last*.

Names are printed in one piece, so where the family name begins is a convention and not a fact. A name that the
convention does not fit stays in one piece: a single word, a group, one with commas or digits.
"""

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_][\w.'’-]*|\([^\W\d_][\w.'’-]*\)")
# A name that ends so is a group's.
_GROUPS = frozenset({"team", "group", "lab", "labs", "collaboration", "consortium", "research", "community", "ai"})
_NOT_IN_NAMES = frozenset({"and", "others"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """`particle` and `given` may be ""; without a `given` the name is in one piece."""

    given: str = ""
    particle: str = ""
    family: str


def split_name(printed: str) -> Name:
    """The parts of a name that is printed given name first."""
    words = printed.split()
    if len(words) < 2 or not all(map(_is_of_a_name, words)) or words[-1].lower() in _GROUPS:  # noqa: PLR2004
        return Name(family=printed)
    low = [at for at, word in enumerate(words[:-1]) if word[0].islower()]
    start, end = (low[0], low[-1] + 1) if low else (len(words) - 1, len(words) - 1)
    if not start:
        return Name(family=printed)
    return Name(given=" ".join(words[:start]), particle=" ".join(words[start:end]), family=" ".join(words[end:]))


def _is_of_a_name(word: str) -> bool:
    return bool(_WORD.fullmatch(word)) and word.lower() not in _NOT_IN_NAMES
