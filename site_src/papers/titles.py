"""Titles, folded: what two spellings of one have in common; and the addresses that titles make."""

import functools
import hashlib
import re
import unicodedata

from slugify import slugify

from site_src.contract import LONGEST_SLUG, RESERVED, SLUG_HASH_LENGTH
from site_src.text import repair_text

# Quotation marks, apostrophes and what stands for them; what is left of formulas; hyphens and dashes are a category.
_NOT_TOLD_APART = frozenset("\"'`´‘’‚‛“”„‟‹›«»「」『』ʼʹ′″_{}$")
_MINUS = "−"
# Characters that carry meaning in a title (C#, A&B, F*), though Unicode does not file them under symbols.
_MEANT = frozenset("#%&@*\\")
_CLOSING_PUNCTUATION = re.compile(r"[\s.,;:!?…。！？·•–—-]+$")
_QUOTES = re.compile("[" + re.escape("".join(sorted(_NOT_TOLD_APART))) + "]")
_WORD = re.compile(r"[^\W_]+")
_NO_WORD = re.compile(r"[\W_]+")
# A word for telling titles apart has the symbols that are meant (C++, A&B), and those of other scripts and of emoji.
_BARE = re.compile(r"(?:[^\W_]|[#%&@*\\+=<>|~^]|[^\x00-\u02ff\s\w\u2010-\u205e\u3000-\u303f])+")
_ARTICLES = frozenset({"a", "an", "the"})


# A title is asked for by what recognises papers, by what names them and by what looks for twins.
@functools.cache
def fold_title(title: str) -> str:
    """What makes two titles one: without case, spaces, hyphens, dashes, quotation marks and closing punctuation.

    Formulas are as repaired. A title of nothing but punctuation is its own.
    """
    folded = spell_title(title)
    kept = "".join(c for c in folded if not _is_variable(c))
    return _CLOSING_PUNCTUATION.sub("", kept) or folded


@functools.cache
def _repaired(title: str) -> str:
    return unicodedata.normalize("NFKC", repair_text(title).text)


def _is_variable(character: str) -> bool:
    return character in _NOT_TOLD_APART or character == _MINUS or unicodedata.category(character) == "Pd"


@functools.cache
def spell_title(title: str) -> str:
    """The repaired title, NFKC, case-folded, without spacing and closing punctuation. Hashes in addresses are of it."""
    folded = unicodedata.normalize("NFKC", _repaired(title).casefold())
    visible = "".join(c for c in folded if unicodedata.category(c) not in {"Cf", "Cc"} and not c.isspace())
    return _CLOSING_PUNCTUATION.sub("", visible) or visible


# ---- addresses


@functools.cache
def make_slug(title: str) -> str:
    """The paper's address: ASCII, ≤ 80 characters, cut at a word, and the same whatever other papers exist.

    Where the words alone would not tell the title from others (a symbol dropped, another script, a cut) or name a
    device, it ends in a short hash of the spelling.
    """
    repaired = _repaired(title)
    words = _slugify(repaired, 0)
    if words and len(words) <= LONGEST_SLUG and words not in RESERVED and not _is_lossy(repaired):
        return words
    return hashed_slug(title)


def hashed_slug(title: str, *apart: str) -> str:
    """The slug with the hash in any case; what stands `apart` is hashed with the title."""
    suffix = hashlib.sha256("\n".join([spell_title(title), *apart]).encode()).hexdigest()[:SLUG_HASH_LENGTH]
    words = _slugify(_repaired(title), LONGEST_SLUG - SLUG_HASH_LENGTH - 1)
    return f"{words}-{suffix}" if words else suffix


def _slugify(text: str, max_length: int) -> str:
    return slugify(text, max_length=max_length, word_boundary=True, save_order=True, entities=False)


def _is_lossy(text: str) -> bool:
    """Whether ASCII words lose a symbol or a letter; accents on Latin letters are spelling, not identity."""
    bare = (c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
    return any(c in _MEANT or unicodedata.category(c)[0] == "S" or (not c.isascii() and c.isalnum()) for c in bare)


# ---- words


def bare_words(text: str) -> tuple[str, ...]:
    """The words without case, accents and articles, a symbol that is meant with its word; hyphens part words."""
    spelt = _fold_case(text)
    if not spelt.isascii():
        spelt = "".join(c for c in unicodedata.normalize("NFKD", spelt) if unicodedata.category(c) not in {"Mn", "Cf"})
    return tuple(word for word in _BARE.findall(_QUOTES.sub("", spelt)) if word not in _ARTICLES)


def find_words(text: str) -> frozenset[str]:
    """The different words of a text, without case."""
    return frozenset(_WORD.findall(_fold_case(text)))


def fold_text(text: str) -> str:
    """The text's letters and digits alone, without case: what two copies of one abstract have in common."""
    return _NO_WORD.sub("", _fold_case(text))


def _fold_case(text: str) -> str:
    return text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
