"""The names that a paper gives to what it made.

Precision first: a name is taken where it looks like one (`FooBar`, `Foo-7`, `FOO`) at the head of the title, or where
the abstract introduces it (`we propose Foo, a …`).
"""

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import chain, islice

from site_src.language.rules import Rule, any_of
from site_src.language.verbs import DEEDS, MAKING
from site_src.models import Act, Evidence, Field, Reading

_SHAPE = r"[^\W_](?:[\w.+*#@^{}/-]{0,40}[\w+*})])?(?:\(\)|\(\d[+\d]*\))?"
_SMALL_WORD = r"(?:and|by|for|from|in|of|on|that|to|using|which|with)\b"
_CALLED = r"(?:called|named|dubbed|termed)"
_MAKES = any_of(rule for rule in DEEDS if rule.name in MAKING).pattern

HEAD = Rule(
    name="head-of-title",
    finds=(
        ("FooBar: Cooking", "FooBar:"),
        ("FooBar Technical Report: Cooking", "FooBar Technical Report:"),
        ("FooBar, a cook", "FooBar, "),
        ("FooBar – cooking", "FooBar – "),
    ),
    spares=("Cooking with FooBar", "What is hot? Pans", "FooBar, cooking"),
    because="a title puts the name of what it is about before a colon, a dash or its description",
    pattern=re.compile(
        r"(?P<name>[^:?!,]{2,50}?)(?: Technical Report)?(?: ?:|, (?=(?:a|an|new)\b)| [–—] )", re.IGNORECASE
    ),
)
_TITLE_WORD = re.compile(rf"(?<![\w-])(?P<name>{_SHAPE})(?![\w-])")
# What stands before a name that its sentence introduces …
INTRODUCES = Rule(
    name="introduces",
    finds=(
        ("here we present a cook, ", "present a cook, "),
        ("we cook with a pan called “", "called “"),
        ("FooBar, proposed by ", "proposed by "),
    ),
    spares=("we cook with ", "present it. With ", "the design of "),
    because="what is presented or called something has its name next",
    pattern=re.compile(
        rf"(?:{_MAKES}|\b(?:proposed|{_CALLED}))(?: by)?(?: [\w-]+){{0,8}}?,? ?[\"“'(]?$", re.IGNORECASE
    ),
)
# … and behind one that it explains.
EXPLAINS = Rule(
    name="explains",
    finds=((" is a cook", " is a"), (", which cooks", ", which"), (" (our pan)", " (our"), ("” – the pan", "” – the")),
    spares=(" cooks a pan", ", and the pan", " is anybody"),
    because="only a name has to be explained",
    pattern=re.compile(r"[\"”')]?(?:, | \(| is | – | — | --? )(?:an?|the|our|which)\b"),
)
# What follows the verb where authors say what they made: its name, …
DEFINED = Rule(
    name="named",
    finds=(
        (" FooBar, a cook", " FooBar"),
        (" “FooBar”, which cooks", " “FooBar"),
        (" a cook called FooBar.", " a cook called FooBar"),
    ),
    spares=(" FooBar cooks", " a big cook", " a cook in FooBar's kitchen"),
    because="it stands where the thing made stands, and is explained or ends the clause",
    pattern=re.compile(
        rf" (?:[^.;:]{{3,120}}?,? {_CALLED} )?[\"“']?(?P<name>{_SHAPE})"
        r"(?=[\"”']?(?:,? (?:an?|the|our|which|that|is|for|to)\b|,? \(|,|\.(?:\s|$)|:|;| --? | [–—] ))"
    ),
)
# … its name behind what it is short for, …
ABBREVIATED = Rule(
    name="abbreviated",
    finds=((" Foo and Bar Cooking (FooBar), which", " Foo and Bar Cooking (FooBar)"),),
    spares=(" foo and bar cooking (FooBar), which", " Foo Cooking (FooBar) pans"),
    because="capitals make it a name, and the brackets its short form",
    pattern=re.compile(
        rf" (?:(?:an?|the|our|novel|new) ){{0,3}}(?:(?:[A-Z][\w-]*|of|and|for|with) ){{1,8}}\((?P<name>{_SHAPE})\)"
        r"(?=[,.;:]| (?:and|that|to|which|is|for)\b| [–—-])"
    ),
)
# … or words that lead up to it.
PRESENTS = Rule(
    name="leads-to-name",
    finds=((" a quick cook ", " a quick cook "), (" ", " ")),
    spares=(" a cook for ", " a Quick ", " a cook"),
    because="what the authors made is called what it is, and then by its name",
    pattern=re.compile(rf"\A(?:(?: (?!{_SMALL_WORD})[\w-]+){{0,5}} (?!{_SMALL_WORD})[a-z][\w-]*)? \Z"),
)
RULES = (HEAD, INTRODUCES, EXPLAINS, DEFINED, ABBREVIATED, PRESENTS)

_GOES_ON = re.compile(r"[ -][A-Z]")
_ATTRIBUTE = re.compile(
    r"[\w-]| [A-Z]| (?:algorithm|approach|architecture|framework|method|model|network|system|technique)s?\b"
)
_MID_SENTENCE = re.compile(r"[\w,(] ?$")
_MARKED = re.compile(r"\w[A-Z]|[A-Za-z]\d|\d[A-Z]")
_NO_NAME = re.compile(r"_|^[A-Z]+s$|^(?:\W*[^\W\d_])?[\W\d]*$")  # L_EC, MRIs, A100
_DOUBLE_NAME = re.compile(r"[A-Z][a-z]+-[A-Z][a-z]+")
_TITLE_CASE = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{3})")
_MOST_WORDS = 4
_MOST_NAMES = 8  # of one paper
_BEFORE = 120  # characters in which a verb introduces a name
_OFTEN = 2  # a word that is written as a name so often, and never otherwise, is a name


Acronyms = Mapping[str, tuple[str, Evidence]]  # acronym -> its full name, and where it stands


def find_names(title: str, text: Reading, acronyms: Acronyms, common: Collection[str]) -> dict[str, Evidence]:
    """Name -> where it is given, no two of them the same but for spelling or abbreviation.

    `acronyms` are those the paper spells out, `common` those that are everyone's.
    """
    found = chain(_head(title, text, common), _title_words(title, text, common), _defined(text, common))
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


def _head(title: str, text: Reading, common: Collection[str]) -> Iterator[Evidence]:
    """What stands before the title's colon."""
    if not (match := HEAD.pattern.match(title)):
        return
    name, words = match["name"], match["name"].count(" ") + 1
    looks = words == 1 and looks_named(name, common)
    if looks or (words <= _MOST_WORDS and not name[0].islower() and _is_introduced(name, text)):
        yield _evidence("title", match)


def _title_words(title: str, text: Reading, common: Collection[str]) -> Iterator[Evidence]:
    """Other words of the title that the abstract presents: `Quick Cooking with FooBar`."""
    for match in _TITLE_WORD.finditer(title):
        if looks_named(match["name"], common) or _DOUBLE_NAME.fullmatch(match["name"]):
            found = re.finditer(rf"(?<= ){re.escape(match['name'])}", text.text)
            if any(_presents(text, one) for one in found):
                yield _evidence("title", match)


def _presents(text: Reading, name: re.Match[str]) -> bool:
    sentence = text.sentence_at(name.start())
    acts = filter(_makes, sentence.acts if sentence else ())
    between = (text.text[act.end : name.start()] for act in acts if act.end < name.start() <= act.end + _BEFORE)
    return any(map(PRESENTS.pattern.match, between)) and not _ATTRIBUTE.match(text.text, name.end())


def _defined(text: Reading, common: Collection[str]) -> Iterator[Evidence]:
    made = [act.end for sentence in text.sentences for act in filter(_makes, sentence.acts)]
    for rule in (DEFINED, ABBREVIATED):
        for end in made:
            match = rule.pattern.match(text.text, end)
            if match and looks_named(match["name"], common):
                yield _evidence("abstract", match)


def _makes(act: Act) -> bool:
    """Whether the authors say that they made something."""
    return act.deed in MAKING and act.by in ("we", "paper")


def _is_introduced(name: str, text: Reading) -> bool:
    """Whether the abstract presents the name; of a single word, it may do so by explaining or by using it as a name."""
    found = list(name_pattern(name).finditer(text.text))
    before = [_before(text, match.start()) for match in found]
    if any(_introduces(match, words) for match, words in zip(found, before, strict=True)):
        return True
    if " " in name or name_pattern(name.lower()).search(text.text):
        return False
    inside = sum(bool(_MID_SENTENCE.search(words)) for words in before)
    return inside >= _OFTEN or any(EXPLAINS.pattern.match(text.text, match.end()) for match in found)


def _introduces(name: re.Match[str], before: str) -> bool:
    """Whether the sentence presents the name, and the name does not go on behind it."""
    return bool(INTRODUCES.pattern.search(before)) and not _GOES_ON.match(name.string, name.end())


def _before(text: Reading, place: int) -> str:
    """What its sentence says shortly before the place."""
    sentence = text.sentence_at(place)
    return text.text[max(sentence.start if sentence else 0, place - _BEFORE) : place]


def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, name)).casefold()


def _evidence(field: Field, match: re.Match[str]) -> Evidence:
    return Evidence(field=field, start=match.start("name"), end=match.end("name"), cue=match["name"])
