"""Which sentences and which numbers are the paper's own claims: not background, not others' results, not settings."""

import re
from collections.abc import Iterator

from site_src.language import Quantity
from site_src.language.rules import any_of
from site_src.language.voices import OTHERS_CLAUSES
from site_src.models import Reading, Sentence, Vocabulary
from site_src.results.exclusions import is_excluded, stands_in
from site_src.results.marks import Marked
from site_src.results.meaning import Meaning
from site_src.results.patterns import any_word

# No sentence of an abstract is longer; what is, is no prose.
_LONGEST_SENTENCE = 2000
# How far before a number its words are looked at.
_FAR = 200

# Words that tell of others or of the problem, up to the number …
_OTHERS_CLAUSE = any_of(OTHERS_CLAUSES)
# … or name what the result is compared with.
_BASELINE = re.compile(
    r"\b(?:than|compared (?:to|with)|surpass\w*|suppress\w*|outperform\w*|over|versus)(?: [\w.'’+/-]+){1,5} \(\Z"
    r"|\bthan (?:[\w.'’+/-]+ ){0,4}\Z"
    r"|(?-i:\bcompared) (?:to|with)\b(?:(?!\band an?\b)[^;,]|,(?= (?:and )?(?:the )?(?:\d|\Z))|(?<=\d),(?=\d))*\Z",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"[A-Z][\w.-]*\s*\Z")
# A word that a number may count: `3× bowls`, but not `3× on average`.
_NOT_COUNTED = any_word(
    "a across after against an and as at average averaged before between but by compared consistently correspondingly"
    " depending due during end-to-end even existing for from geomean if in is just less more of on only or over overall"
    " per previous prior relative respectively state-of-the-art than that the through thus thereby to under up using"
    " versus via vs w when where which while with without"
)
_COUNTED = re.compile(rf"\s+(?!{_NOT_COUNTED})(?P<word>[a-z][\w-]*)")


def claim_sentences(abstract: Reading) -> Iterator[Sentence]:
    """The sentences in which the paper may speak of its own results."""
    for sentence in abstract.sentences:
        if sentence.voice not in ("background", "others") and sentence.end - sentence.start <= _LONGEST_SENTENCE:
            yield sentence


def is_setting(sentence: str, quantity: Quantity) -> bool:
    """Whether its unit is one of things as they are, but where some words say that the paper comes to it."""
    only = quantity.measure.only if quantity.measure else ()
    return bool(only) and not any(stands_in(context, sentence, quantity.start, quantity.end) for context in only)


def is_claim(sentence: Marked, quantity: Quantity, meaning: Meaning, vocabulary: Vocabulary) -> bool:
    """Whether a quantity of such a sentence is a result of the paper."""
    before = sentence.text[max(0, quantity.start - _FAR) : quantity.start]
    if is_excluded(sentence.text, quantity, vocabulary.exclusions):
        return False
    if _OTHERS_CLAUSE.search(before) or (_BASELINE.search(before) and not meaning.direction):
        return False
    if not quantity.unit:
        return _is_score(quantity, meaning, before)
    if quantity.measure:
        named = not quantity.measure.vague or meaning.direction != "" or meaning.better != ""
    else:
        named = meaning.form != "" and not _counts_things(sentence, quantity, meaning)
    return named and (_is_told(quantity, meaning) or bool(vocabulary.told.search(before)))


def _is_told(quantity: Quantity, meaning: Meaning) -> bool:
    """Whether something is said of the number: not just that it stands there."""
    return bool(
        meaning.direction
        or meaning.form in ("by", "of", "is")
        or meaning.noun.endswith("overhead")
        or (quantity.unit == "x" and meaning.better)
        or (quantity.measure and quantity.measure.alone)
    )


def _is_score(quantity: Quantity, meaning: Meaning, before: str) -> bool:
    """A number without a unit counts only where a known metric stands right beside it."""
    decimal = "." in quantity.shown
    if not meaning.better or (before.endswith("(") and not decimal) or _NAME_BEFORE.search(before):
        return False
    if meaning.form in ("of", "is"):
        return True
    return decimal or (meaning.form == "by" and quantity.origin != "")


def _counts_things(sentence: Marked, quantity: Quantity, meaning: Meaning) -> bool:
    """Whether the number counts what follows, and the meaning came from elsewhere: `the accuracy of 3× bowls`."""
    word = _COUNTED.match(sentence.text, quantity.end)
    if meaning.form in ("change", "noun", "verb") or not word:
        return False
    return not any(mark.start == word.start("word") for mark in sentence.marks)
