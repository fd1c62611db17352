"""Words of a text as search sees them: one tokenizer and one stemmer, stated as data that a browser can apply too.

`RULES` is written into the search index, and `templates/static/js/search/tokens.js` does with it what `words` and
`stem` do.
Every pattern keeps to the syntax that Python's `re` and JavaScript's `RegExp` (flag `u`) read alike: no look-behind, no
named class; characters are spelt out as ranges, because the two know different versions of Unicode.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, TypedDict


class Rules(TypedDict):
    """The tokenizer and the stemmer as data.

    A text is decomposed (NFKD), loses its `marks`, is composed again (NFKC) and goes through `folds`, each a pattern
    and what replaces it, "$1" being the first group. What `word` then finds is put into small letters, and of these
    `letters` are replaced that do not decompose.
    Words that match `stemmed` go through `steps`, each a pattern and, for every ending it may take off (group 2), what
    is put back after the rest (group 1).
    `stop` are words that say nothing alone, `question` those that only make a question.
    """

    marks: str
    folds: list[list[str]]
    word: str
    letters: dict[str, str]
    stemmed: str
    steps: list[tuple[str, dict[str, str]]]
    stop: list[str]
    question: list[str]


# Characters that are a word each: symbols used as emoji, kana, ideographs, everything beyond the first plane.
_SINGLE = "\u2600-\u27bf\u3040-\u30ff\u3400-\u9fff\U00010000-\U0010ffff"
# Characters that words are made of: ASCII, every script up to U+1FFF but for its stops and commas, and Hangul.
# Nothing between U+E000 and U+FFFF, so that code points and UTF-16, which JavaScript compares, sort words alike.
_LETTER = (
    "0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u0386\u0388-\u0588\u058a-\u05bd"
    "\u05bf-\u060b\u060d-\u061a\u061c-\u061e\u0620-\u06d3\u06d5-\u0963\u0966-\u1fff\u2c00-\u2dff\ua000-\ud7ff"
)
_WORD = (
    r"(?:[A-Za-z]*[0-9]+(?:[.:][0-9]+)+[A-Za-z]*"  # 1.61, 2:4, 2.4x, PTQ1.61
    r"|[0-9A-Za-z]:[0-9A-Za-z](?![0-9A-Za-z])"  # N:M
    rf"|[{_SINGLE}]|[{_LETTER}]+)"
)

# The stemmer takes Porter's steps (An algorithm for suffix stripping, 1980) with "the longest ending that leaves enough
# of a word" in place of "the longest ending, if it leaves enough". Added: sparsity = sparse, cheaply = cheap,
# faster = fast, classifier = classification, generation is not general, PCRs and LCDs but neither bias nor status.
_C = "[^aeiou][^aeiouy]*"  # consonants, of which y is one at the start
_V = "[aeiouy][aeiou]*"  # vowels
_SOME = f"(?:{_C})?{_V}[^aeiou].*?"  # Porter's measure is above 0
_MORE = f"(?:{_C})?{_V}{_C}{_V}[^aeiou].*?"  # Porter's measure is above 1
_SHORT = f"{_C}[aeiouy][^aeiouwxy]"  # one syllable, as in hop(e)
_COMPARED = "cheap fast few great hard high light long low old quick short slow small strong weak young"
_ANY = ".*?"


def _step(stem: str, endings: str) -> tuple[str, dict[str, str]]:
    """The step that takes the longest of `endings` ("ending:replacement" or "ending") off a word that leaves `stem`."""
    replaced = {ending: new for ending, _, new in (rule.partition(":") for rule in endings.split())}
    longest_first = sorted(replaced, key=lambda ending: (-len(ending), ending))
    return f"^({stem})({'|'.join(map(re.escape, longest_first))})$", replaced


_STEPS = [
    _step(_ANY, "isation:ization isations:ization trices:trix tices:tex dices:dex agreed:agree anteed:antee"),
    _step("|".join(_COMPARED.split()), "er est"),
    _step("large|simple|close|wide|fine|safe|dense|big", "r st ger gest"),
    # plurals
    _step(_ANY, "sses:ss ies:i"),
    _step(".{2,}(?:[^siau]|[^i]a)|..u", "s"),
    # "+" stands for an ending that may leave a word without its e: hoping, hopping
    _step("(?!.*eed$).*[aeiouy].*", "ed:+ ing:+"),
    _step(_ANY, "at+:ate bl+:ble iz+:ize bb+:b dd+:d ff+:f gg+:g mm+:m nn+:n pp+:p rr+:r tt+:t"),
    _step(_SHORT, "+:e"),
    _step(_ANY, "+"),
    _step(".+[^aeiou]", "y:i"),
    # endings upon endings
    _step(
        _SOME,
        "ational:ate tional:tion enci:ence anci:ance izer:ize abli:able bli:ble alli:al entli:ent eli:e ousli:ous "
        "ization:ize ification:ifi ifier:ifi plication:pli plier:pli ation:ate ator:ate alism:al iveness:ive "
        "fulness:ful ousness:ous aliti:al iviti:ive biliti:ble logi:log",
    ),
    _step(".{3,}[cdeghkmnrt]|.*[aeiou]{2}p", "li"),
    _step(f"(?=...){_SOME}", "iti"),
    _step(f"(?!generative$){_SOME}", "icate:ic ative alize:al ical:ic ful ness"),
    _step(f"(?!general$|generate$){_MORE}", "al ance ence er ic able ible ant ement ment ou ism ate ous ive ize"),
    _step(f"(?=.*[^ms]ent$){_MORE}", "ent"),
    _step(f"(?=.*[st]ion$){_MORE}", "ion"),
    _step(f"(?!{_SHORT}e$){_SOME}", "e"),
    _step(f"(?=.*ll$){_MORE}", "l"),
]

_STOP = (
    "a about after all also although among an and any are arxiv as at be because been being between both but by can "
    "could do does done during each eg either for from further had has have having he here how however i ie if in "
    "into is it its may might more most much no nor not of off on only onto or other our out over own s same she "
    "should since so some still such than that the their them then there therefore these they this those through "
    "thus to too toward towards under until up upon us very via was we well were what when where whether which "
    "while who whom whose why will with within without would yet you your"
)
_QUESTION = (
    "best better different find get gets getting give good keep keeps kind kinds know make makes making my need needs "
    "one possible really take takes thing things use used using various want way ways work works worth"
)

RULES: Final[Rules] = {
    "marks": "[\u0300-\u036f]+",
    "folds": [
        ["https?://(?:www[.])?", " "],
        ["arxiv[.]org/(?:abs|html|pdf)/", "arXiv "],  # an address of a paper is its arXiv id
        ["([0-9]{4}[.][0-9]{4,5})v[0-9]+", "$1"],  # whatever its version
        ["[\u00ad\u200b-\u200f\u2060\ufeff]", ""],  # invisible
        ["['\u2019](?:s(?![0-9A-Za-z]))?", ""],  # potter's, potters', don't
        ["[\\^{}]", ""],  # S^{2}FT is S2FT
        ["\u00d7", "x"],
        ["([0-9]),(?=[0-9]{3}(?![0-9]))", "$1"],  # 10,000
        ["([A-Za-z])\\+\\+", "$1-plusplus"],
        ["([A-Za-z])#", "$1-sharp"],
    ],
    "word": _WORD,
    "letters": {
        "\u00df": "ss",
        "\u00e6": "ae",
        "\u00f0": "d",
        "\u00f8": "o",
        "\u0111": "d",
        "\u0131": "i",
        "\u0142": "l",
        "\u0153": "oe",
        "\u03c2": "\u03c3",
    },
    "stemmed": "^[0-9a-z]{3,40}$",
    "steps": _STEPS,
    "stop": _STOP.split(),
    "question": _QUESTION.split(),
}

_MARKS, _WORDS, _STEMMED = re.compile(RULES["marks"]), re.compile(RULES["word"]), re.compile(RULES["stemmed"])
_FOLDS = [(re.compile(pattern), new.replace("$", "\\")) for pattern, new in RULES["folds"]]
_LETTERS = str.maketrans(RULES["letters"])
_STEPPED = [(re.compile(pattern), endings) for pattern, endings in RULES["steps"]]
# What only the papers are searched for: a query is typed in any case, and with or without hyphens.
_COMPOUND = re.compile(f"{_WORD}(?:[-\u2010\u2011\u2012\u2013\u2212_.]{_WORD})*")
_MOST_TIED = 3
_CAMEL = re.compile("[0-9A-Za-z]{4,40}")
_PART = re.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_NAME = re.compile("[A-Za-z]{3,}")


def words(text: str) -> list[str]:
    """The words of `text` in order, in small letters and without accents."""
    return [*map(_lower, _WORDS.findall(_fold(text)))]


def stem(word: str) -> str:
    """What `word` shares with its inflections and derivations; need not be a word itself."""
    if not _STEMMED.match(word):
        return word
    for pattern, endings in _STEPPED:
        if found := pattern.match(word):
            word = found[1] + endings[found[2]]
    return word


def findable_words(text: str) -> Iterator[str]:
    """The `words` of `text`, each with the parts of its CamelCase."""
    for word in _WORDS.findall(_fold(text)):
        yield _lower(word)
        yield from map(_lower, _parts(word))


def joined_words(text: str) -> Iterator[str]:
    """Two or three words that a hyphen, dot or underscore ties together, written as one: key-value, keyvalue."""
    for compound in _COMPOUND.findall(_fold(text)):
        tied = _WORDS.findall(compound)
        if 1 < len(tied) <= _MOST_TIED and not all(word.isdecimal() for word in tied):
            yield _lower("".join(tied))


def _fold(text: str) -> str:
    folded = unicodedata.normalize("NFKC", _MARKS.sub("", unicodedata.normalize("NFKD", text)))
    for pattern, new in _FOLDS:
        folded = pattern.sub(new, folded)
    return folded


def _lower(word: str) -> str:
    return word.lower().translate(_LETTERS)


def _parts(word: str) -> list[str]:
    """The parts of a CamelCase word and its ends from one of them on: SlipGlaze, QDoE -> DoE."""
    if not _CAMEL.fullmatch(word):
        return []
    found = [(part[0], word[part.start() :]) for part in _PART.finditer(word)]
    return [*dict.fromkeys(form for pair in found for form in pair if form != word and _NAME.fullmatch(form))]
