"""The names that a paper gives to what it made.

Precision first: a name is taken where it looks like one (`FooBar`, `Foo-7`, `FOO`) at the head of the title, or where
the abstract introduces it (`we propose Foo, a …`).
"""

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import chain, islice

from site_src.models import Evidence, Field

_SHAPE = r"[^\W_](?:[\w.+*#@^{}/-]{0,40}[\w+*})])?(?:\(\)|\(\d[+\d]*\))?"
_HEAD = re.compile(r"(?P<name>[^:?!,]{2,50}?)(?: Technical Report)?(?: ?:|, (?=(?:a|an|new)\b)| [–—] )", re.IGNORECASE)
_TITLE_WORD = re.compile(rf"(?<![\w-])(?P<name>{_SHAPE})(?![\w-])")
_VERB = (
    r"(?:propos|present|introduc|develop|design|devis|describ|unveil|releas|creat|build|built|construct|contribut"
    r"|implement|offer)(?:e|es|s|ed|ing)?"
)
_CALLED = r"(?:called|named|dubbed|termed)"
_OURS = rf"\b(?:[Ww]e|(?:[Tt]his|[Tt]he|[Oo]ur) (?:paper|work|study|article|report)) (?:\w+ ){{0,3}}?{_VERB}"
# What stands before a name that the sentence introduces, and behind one that it explains.
_INTRODUCES = re.compile(rf"\b(?:{_VERB}|{_CALLED})(?: by)?(?: [\w-]+){{0,8}}?,? ?[\"“'(]?$", re.IGNORECASE)
_EXPLAINS = re.compile(r"[\"”')]?(?:, | \(| is | – | — | --? )(?:an?|the|our|which)\b")
_DEFINED = re.compile(
    rf"{_OURS} (?:[^.;:]{{3,120}}?,? {_CALLED} )?[\"“']?(?P<name>{_SHAPE})"
    r"(?=[\"”']?(?:,? (?:an?|the|our|which|that|is|for|to)\b|,? \(|,|\.(?:\s|$)|:|;| --? | [–—] ))"
)
_ABBREVIATED = re.compile(
    rf"{_OURS} (?:(?:an?|the|our|novel|new) ){{0,3}}(?:(?:[A-Z][\w-]*|of|and|for|with) ){{1,8}}\((?P<name>{_SHAPE})\)"
    r"(?=[,.;:]| (?:and|that|to|which|is|for)\b| [–—-])"
)
_SMALL_WORD = r"(?:and|by|for|from|in|of|on|that|to|using|which|with)\b"
_PRESENTS = re.compile(rf"{_OURS}(?:(?: (?!{_SMALL_WORD})[\w-]+){{0,5}} (?!{_SMALL_WORD})[a-z][\w-]*)? $")
_GOES_ON = re.compile(r"[ -][A-Z]")
_ATTRIBUTE = re.compile(
    r"[\w-]| [A-Z]| (?:algorithm|approach|architecture|framework|method|model|network|system|technique)s?\b"
)
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z\"“(])")
_MID_SENTENCE = re.compile(r"[\w,(] ?$")
_MARKED = re.compile(r"\w[A-Z]|[A-Za-z]\d|\d[A-Z]")
_NO_NAME = re.compile(r"_|^[A-Z]+s$|^(?:\W*[^\W\d_])?[\W\d]*$")  # L_EC, GPUs, A100
_DOUBLE_NAME = re.compile(r"[A-Z][a-z]+-[A-Z][a-z]+")
_TITLE_CASE = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{3})")
_MOST_WORDS = 4
_MOST_NAMES = 8  # of one paper
_BEFORE = 120  # characters in which a verb introduces a name
_OFTEN = 2  # a word that is written as a name so often, and never otherwise, is a name


Acronyms = Mapping[str, tuple[str, Evidence]]  # acronym -> its full name, and where it stands


def find_names(title: str, abstract: str, acronyms: Acronyms, common: Collection[str]) -> dict[str, Evidence]:
    """Name -> where it is given, no two of them the same but for spelling or abbreviation.

    `acronyms` are those the paper spells out, `common` those that are everyone's.
    """
    found = chain(_head(title, abstract, common), _title_words(title, abstract, common), _defined(abstract, common))
    names: dict[str, Evidence] = {}
    for evidence in islice(found, _MOST_NAMES):
        full_name, _ = acronyms.get(evidence.cue, (evidence.cue, evidence))
        if not {_plain(evidence.cue), _plain(full_name)} & set(map(_plain, names)):
            names[evidence.cue] = evidence
    return names


def name_pattern(name: str) -> re.Pattern[str]:
    """The name with its own capitals, in one word or several: FooBarring, Foo Barring, Foo-Barring."""
    loose = "[ -]".join(re.escape(word) for word in re.split(r"[ -]", name))
    loose = _TITLE_CASE.sub("[ -]?", loose)
    return re.compile(rf"(?<![\w-]){loose}(?![\w+*#]|-?\d|-[A-Z]|\.\d)")


def looks_named(token: str, common: Collection[str]) -> bool:
    """Whether the capitals or digits of the word make it a name, and it is not made of common acronyms alone."""
    if _NO_NAME.search(token):
        return False
    parts = [part for part in token.split("-") if part]
    own = [part for part in parts if part not in common and part.removesuffix("s") not in common]
    marked = any(_MARKED.search(part) for part in own)
    tied = len(own) < len(parts) or any(map(str.isdigit, parts))
    return marked or (tied and any(part[0].isupper() for part in own))


# ---- where names are given


def _head(title: str, abstract: str, common: Collection[str]) -> Iterator[Evidence]:
    """What stands before the title's colon."""
    if not (match := _HEAD.match(title)):
        return
    name, words = match["name"], match["name"].count(" ") + 1
    looks = words == 1 and looks_named(name, common)
    if looks or (words <= _MOST_WORDS and not name[0].islower() and _is_introduced(name, abstract)):
        yield _evidence("title", match)


def _title_words(title: str, abstract: str, common: Collection[str]) -> Iterator[Evidence]:
    """Other words of the title that the abstract presents: `Quick Cooking with FooBar`."""
    for match in _TITLE_WORD.finditer(title):
        if looks_named(match["name"], common) or _DOUBLE_NAME.fullmatch(match["name"]):
            found = re.finditer(rf"(?<= ){re.escape(match['name'])}", abstract)
            if any(_presents(abstract, one) for one in found):
                yield _evidence("title", match)


def _presents(abstract: str, name: re.Match[str]) -> bool:
    before = _before(abstract, name.start())
    return bool(_PRESENTS.search(before)) and not _ATTRIBUTE.match(abstract, name.end())


def _defined(abstract: str, common: Collection[str]) -> Iterator[Evidence]:
    for pattern in (_DEFINED, _ABBREVIATED):
        for match in pattern.finditer(abstract):
            if looks_named(match["name"], common):
                yield _evidence("abstract", match)


def _is_introduced(name: str, abstract: str) -> bool:
    """Whether the abstract presents the name; of a single word, it may do so by explaining or by using it as a name."""
    found = list(name_pattern(name).finditer(abstract))
    if any(_introduces(abstract, match) for match in found):
        return True
    if " " in name or name_pattern(name.lower()).search(abstract):
        return False
    inside = [match for match in found if _MID_SENTENCE.search(_before(abstract, match.start()))]
    return len(inside) >= _OFTEN or any(_EXPLAINS.match(abstract, match.end()) for match in found)


def _introduces(abstract: str, match: re.Match[str]) -> bool:
    """Whether the sentence presents the name, and the name does not go on behind it."""
    return bool(_INTRODUCES.search(_before(abstract, match.start()))) and not _GOES_ON.match(abstract, match.end())


def _before(text: str, place: int) -> str:
    """What its sentence says shortly before the place."""
    return _SENTENCE_END.split(text[max(0, place - _BEFORE) : place])[-1]


def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, name)).casefold()


def _evidence(field: Field, match: re.Match[str]) -> Evidence:
    return Evidence(field=field, start=match.start("name"), end=match.end("name"), cue=match["name"])
