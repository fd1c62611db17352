"""Two names for one thing, as the papers' glossary has them, or a technique's own names: DoE, design of experiments."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations

from site_src.language import read_sentences
from site_src.models import Expansion, GlossaryTerm
from site_src.terms.acronyms import find_acronyms
from site_src.terms.texts import PaperText
from site_src.tokens import RULES, stem, words

_AGREED = 2  # papers that define an acronym alike
_LONG = 3  # characters of an acronym; a shorter one may be short for something else where it is not defined
_STOP = frozenset(RULES["stop"])


def find_synonyms(*, stated: Iterable[Sequence[str]], glossary: Iterable[GlossaryTerm]) -> list[list[str]]:
    """[abbreviation, full name] pairs in small letters, sorted; of several spellings of a name one.

    They come from the `stated` groups of names for one thing, and from the glossary but for what is in doubt there.
    """
    defined = (
        (term.acronym, expansion.text)
        for term in glossary
        for expansion in term.expansions
        if _is_certain(expansion, term)
    )
    found: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for short, full in (*defined, *(pair for group in stated for pair in _pairs(group))):
        abbreviation, name = words(short), words(full)
        if _says_something(abbreviation) and _says_something(name):
            pair = [" ".join(abbreviation), " ".join(name)]
            found.setdefault((pair[0], tuple(map(stem, name))), pair)
    return sorted(found.values())


def _is_certain(expansion: Expansion, term: GlossaryTerm) -> bool:
    """Whether papers agree on it, or the only one to define a long acronym is contradicted by none."""
    agreed = len(expansion.definitions) >= _AGREED
    return agreed or (len(term.expansions) == 1 and len(term.acronym) >= _LONG)


def _says_something(name: Iterable[str]) -> bool:
    return not _STOP.issuperset(name)


def _pairs(group: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The abbreviations among the names, each with the name it is one of: a letter for a word, so not KilnNet."""
    for short, full in permutations(group, 2):
        for term in find_acronyms([PaperText("", "", read_sentences(_as_definition(short.split(), full.split())))]):
            name = term.expansions[0].text
            if len(term.acronym) <= len(words(name)):
                yield term.acronym, name


def _as_definition(short: Sequence[str], full: Sequence[str]) -> str:
    """How authors would define the one as the other, less the words both end in; "" if that leaves no two names.

    RC circuit, resistor-capacitor circuit -> resistor-capacitor (RC).
    """
    same = 0
    while same < min(len(short), len(full)) and short[-1 - same].lower() == full[-1 - same].lower():
        same += 1
    abbreviation, name = short[: len(short) - same], full[: len(full) - same]
    return f"{' '.join(name)} ({abbreviation[0]})" if len(abbreviation) == 1 and name else ""
