"""A name as printed ↔ its parts, split where BibTeX splits it: *First von Last Jr*.

Names are printed in one piece, so where the family name begins is a convention and not a fact; a comma behind the
family name says it. A name that neither fits stays in one piece: a single word, a group, one with `and` or digits.
"""

import re
from dataclasses import dataclass, replace

_WORD = re.compile(r"[^\W\d_][\w.'’-]*|\([^\W\d_][\w.'’-]*\)")
# A name that ends so is a group's.
_GROUPS = frozenset({"team", "group", "lab", "labs", "collaboration", "consortium", "research", "community", "ai"})
_COMPANIES = frozenset({"inc", "ltd", "llc", "gmbh", "corp", "plc"})  # behind a comma
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_NOT_IN_NAMES = frozenset({"and", "others"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """All but `family` may be ""; without a `given` the name is in one piece."""

    given: str = ""
    particle: str = ""
    family: str
    suffix: str = ""

    @property
    def whole_family(self) -> str:
        """With the particle before it, where reference managers have it."""
        return f"{self.particle} {self.family}".lstrip()


def split_name(printed: str) -> Name:
    """The parts of a name, printed given name first or, with a comma, family name first."""
    if "," in printed:
        return _split_at_commas(printed) or Name(family=printed)
    words = printed.split()
    if not all(map(_is_of_a_name, words)):
        return Name(family=printed)
    return _split_words(words) or Name(family=printed)


def join_name(name: Name) -> str:
    """The name as printed, given name first: what `split_name` splits."""
    return " ".join(filter(None, (name.given, name.particle, name.family, name.suffix)))


def keep_name(name: Name) -> str:
    """The name as a page states it so that nothing of its parts is lost.

    That is family name first where given name first would be split elsewhere, `García Márquez, Gabriel`.
    """
    printed = join_name(name)
    if not name.given or split_name(printed) == name:
        return printed
    return ", ".join(filter(None, (name.whole_family, name.given, name.suffix)))


def turn_name(written: str) -> str:
    """The name given name first, of one that a reference manager wrote, `van der Berg, Rob, Jr.`."""
    name = split_name(written)
    if name.given:
        return join_name(name)
    family, *rest = (part.strip() for part in written.split(","))
    is_person = family and len(rest) == 1 and rest[0] and not _ends_group(rest[0])
    return f"{rest[0]} {family}" if is_person else written


def _split_words(words: list[str]) -> Name | None:
    """The parts, of words that are all of a name."""
    suffix = ""
    if len(words) > 2 and _is_suffix(words[-1]):  # noqa: PLR2004  given and family name before it
        *words, suffix = words
    if len(words) < 2 or words[-1].lower() in _GROUPS:  # noqa: PLR2004
        return None
    low = [at for at, word in enumerate(words[:-1]) if word[0].islower()]
    start, end = (low[0], low[-1] + 1) if low else (len(words) - 1, len(words) - 1)
    if not start or _is_suffix(" ".join(words[:start])) or _ends_group(" ".join(words[:start])):
        return None  # behind a comma it would be taken for something else
    given, particle, family = (" ".join(part) for part in (words[:start], words[start:end], words[end:]))
    return Name(given=given, particle=particle, family=family, suffix=suffix)


def _split_at_commas(printed: str) -> Name | None:
    """`von Last, First`, with the suffix in any place behind the first; `First von Last, Jr.`."""
    parts = [" ".join(part.split()) for part in printed.split(",")]
    words = " ".join(parts).split()
    first, *rest = parts
    if not all(parts) or not all(map(_is_of_a_name, words)) or _ends_group(rest[-1]):
        return None
    suffixes = [part for part in rest if _is_suffix(part)]
    given = [part for part in rest if not _is_suffix(part)]
    if len(suffixes) > 1 or len(given) > 1:
        return None
    suffix = "".join(suffixes)
    if not given:
        name = _split_words(first.split())
        return replace(name, suffix=suffix) if name and not name.suffix else None
    particle, family = _split_family(first.split())
    return Name(given=given[0], particle=particle, family=family, suffix=suffix)


def _split_family(words: list[str]) -> tuple[str, str]:
    """(particle, family name)."""
    low = [at for at, word in enumerate(words[:-1]) if word[0].islower()]
    end = low[-1] + 1 if low[:1] == [0] else 0
    return " ".join(words[:end]), " ".join(words[end:])


def _is_suffix(words: str) -> bool:
    return words.rstrip(".").lower() in _SUFFIXES


def _ends_group(last: str) -> bool:
    """Whether what stands behind the last comma is of a group: `Inc.`, or some words that end as groups do."""
    words = last.split()
    return words[-1].rstrip(".").lower() in _COMPANIES or (len(words) > 1 and words[-1].lower() in _GROUPS)


def _is_of_a_name(word: str) -> bool:
    return bool(_WORD.fullmatch(word)) and word.lower() not in _NOT_IN_NAMES
