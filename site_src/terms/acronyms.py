"""The authors' own definitions of acronyms: `full name (FN)` and `FN (full name)`.

After A. Schwartz and M. Hearst, A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text (2003),
but stricter: every word of the full name must give the acronym its first letter, unless it is a small word.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from site_src.models import Definition, Evidence, Expansion, Field, GlossaryTerm
from site_src.terms.texts import PaperText
from site_src.tokens import stem

_SHORT = r"[^\W_](?:[\w&+^{}/-]|\.(?=\w)){1,14}"
_BRACKETED = re.compile(
    rf"\((?:(?:dubbed|called|termed|named|or|i\.e\.,) )?(?P<short>{_SHORT})(?:[;,] [^()]{{1,60}})?\)"
)
_EXPLAINED = re.compile(rf"(?<![\w-])(?P<short>{_SHORT}) ?\((?P<long>[^()]{{4,90}})\)")
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_BREAK = re.compile(r"[.;:!?()\[\]\"“”]|, ")
_PREFIX = re.compile(r"\b(auto|co|cross|fine|inter|multi|non|post|pre|semi|sub|super)[ -](?=\w)")
_PLURAL = re.compile(r"(?<=[A-Z0-9])e?s$")
_PLURAL_NAME = re.compile(r"(?<=ss)es$|(?<=x)es$|(?<=[^s])s$")
_OF_SEVERAL = re.compile(r"\bof[ -]\S+$")
_ENDING = re.compile(r"[A-Z][a-z]*s$")
_LETTER_AND_COUNT = re.compile(r"([a-z])([23])(?=[a-z])")
_MOST_WORDS = 10
_WINDOW = 120  # characters before a bracket in which the full name begins
_LONE_WORD = 8  # letters of a full name of one word, as in autoregressive (AR)
# Words that an acronym may pass over; `bit` for 4-bit integer (INT4).
_SMALL = frozenset(
    ("a", "an", "and", "as", "at", "bit", "by", "de", "for", "from", "in", "into", "of", "on", "or", "per")
)
_SMALL |= frozenset(("the", "then", "to", "under", "using", "via", "with"))
_SPELT = {"2": ("to", "two"), "3": ("three",), "4": ("for", "four")}


@dataclass(frozen=True, slots=True)
class _Found:
    acronym: str
    text: str
    definition: Definition

    @property
    def meaning(self) -> str:
        """What spellings of one full name share: no case, hyphens, plurals or other endings."""
        return "".join(map(stem, _WORD.findall(_PREFIX.sub(r"\1", self.text.lower()))))


def find_acronyms(papers: Sequence[PaperText]) -> tuple[GlossaryTerm, ...]:
    """Every acronym that a paper's authors define, in alphabetical order; a summary's words are not theirs."""
    terms: defaultdict[str, list[_Found]] = defaultdict(list)
    for paper in papers:
        abstract = paper.text if paper.field == "abstract" else ""
        for found in (*_find(paper.slug, "title", paper.title), *_find(paper.slug, "abstract", abstract)):
            terms[found.acronym].append(found)
    alphabetical = sorted(terms, key=lambda acronym: (acronym.casefold(), acronym))
    return tuple(GlossaryTerm(acronym=acronym, expansions=_group(terms[acronym])) for acronym in alphabetical)


def _group(found: Iterable[_Found]) -> tuple[Expansion, ...]:
    by_meaning: defaultdict[str, list[_Found]] = defaultdict(list)
    for one in found:
        by_meaning[one.meaning].append(one)
    expansions = [_expansion(same) for same in by_meaning.values()]
    return tuple(sorted(expansions, key=lambda expansion: (-len(expansion.definitions), expansion.text.casefold())))


def _expansion(same: Sequence[_Found]) -> Expansion:
    spellings = Counter(found.text for found in same)
    text = min(spellings, key=lambda spelling: (-spellings[spelling], spelling.swapcase()))
    first = {found.definition.slug: found.definition for found in reversed(same)}
    return Expansion(text=text, definitions=tuple(reversed(first.values())))


# ---- one text


def _find(slug: str, field: Field, text: str) -> Iterator[_Found]:
    for match in _BRACKETED.finditer(text):
        window = max(0, match.start() - _WINDOW)
        before = text[window : match.start()].rstrip(" \"'”’")
        breaks = [found.end() for found in _BREAK.finditer(before)]
        end = window + len(before)
        words = list(_WORD.finditer(text, window + breaks[-1] if breaks else window, end))
        if start := next(_beginnings(match["short"], words), None):
            yield _found(slug, field, match["short"], start, end)
    for match in _EXPLAINED.finditer(text):
        words = list(_WORD.finditer(text, match.start("long"), match.end("long")))
        if words and words[0] in _beginnings(match["short"], words):
            yield _found(slug, field, match["short"], words[0], match.end("long"))


def _found(slug: str, field: Field, short: str, first: re.Match[str], end: int) -> _Found:
    name = first.string[first.start() : end].rstrip()
    acronym, text = _singular(short, " ".join(name.split()))
    evidence = Evidence(field=field, start=first.start(), end=first.start() + len(name), cue=acronym)
    return _Found(acronym, text, Definition(slug=slug, evidence=evidence))


def _singular(short: str, name: str) -> tuple[str, str]:
    """MRIs and their images in the singular; but a design of experiments (DoEs) keeps its experiments."""
    if not _is_plural(short, name):
        return short, name
    return _PLURAL.sub("", short).removesuffix("s"), name if _OF_SEVERAL.search(name) else _PLURAL_NAME.sub("", name)


def _is_plural(short: str, name: str) -> bool:
    """Whether the acronym is plural: ConvNets, networks of which it has a part and an s, but not MLSys, systems."""
    ending, last = _ENDING.search(short), name.rpartition(" ")[2].lower()
    if _PLURAL.search(short) or not ending or not last.endswith("s"):
        return bool(_PLURAL.search(short))
    return last == ending[0].lower() or not last.startswith(ending[0].lower())


# ---- does a name spell an acronym?


def _beginnings(short: str, words: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The words from which on `words` spell the acronym `short`, the last first."""
    singular = _PLURAL.sub("", short)
    if sum(map(str.isupper, singular)) < 2:  # noqa: PLR2004  one capital makes a word, not an acronym
        return
    for letters, initials in _spellings(singular):
        left = {len(letters)}
        for place in range(len(words) - 1, max(-1, len(words) - 1 - _MOST_WORDS), -1):
            word = words[place][0].lower()
            left = {rest for end in left for rest in _take(letters[:end], word, end - 1 if initials else 0)}
            if 0 in left and (start := _whole_word(words, place)):
                yield start
            left.discard(0)


def _spellings(short: str) -> Iterator[tuple[str, bool]]:
    """The acronym's letters, and whether they are initials; then E2GC as eegc, and FP4 as 4fp."""
    letters = "".join(filter(str.isalnum, unicodedata.normalize("NFKC", short))).lower()
    yield letters, False
    name = letters.rstrip("0123456789")
    if name != letters:
        yield letters[len(name) :] + name, False
    if _LETTER_AND_COUNT.search(letters):
        yield _LETTER_AND_COUNT.sub(lambda found: found[1] * int(found[2]), letters), True


def _take(letters: str, word: str, first: int) -> Iterator[int]:
    """How many letters may be left after the word has spelt the last of them, from `first` on at most."""
    if word in _SMALL:
        yield len(letters)
    for start in range(first, len(letters)):
        if _spells(word, letters[start:]):
            yield start


def _spells(word: str, letters: str) -> bool:
    """Whether the word begins with the first letter and holds the others in order."""
    if word in _SPELT.get(letters, ()):
        return True
    place = 0
    for letter in letters:
        place = word.find(letter, place) + 1
        if place == 0:
            return False
    return word.startswith(letters[0])


def _whole_word(words: Sequence[re.Match[str]], place: int) -> re.Match[str] | None:
    """The word at `place`, or the one it is tied to: multi-modal begins with multi. None if that begins otherwise."""
    start = place
    while start and words[start].string[words[start - 1].end() : words[start].start()] == "-":
        start -= 1
    is_name = len(words) - place > 1 or len(words[place][0]) >= _LONE_WORD
    return words[start] if is_name and words[start][0][0].lower() == words[place][0][0].lower() else None
