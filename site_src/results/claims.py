"""Which sentences and which numbers are the paper's own claims: not background, not others' results, not settings."""

import re
from collections.abc import Iterator

from site_src.language.rules import any_of
from site_src.language.voices import OTHERS_CLAUSES
from site_src.models import Reading, Sentence
from site_src.results.exclusions import EXCLUSIONS, Kind
from site_src.results.marks import Marked
from site_src.results.meaning import Meaning
from site_src.results.patterns import any_word
from site_src.results.quantities import Quantity

# No sentence of an abstract is longer; what is, is no prose.
_LONGEST_SENTENCE = 2000
# How far before and after a number its words are looked at.
_FAR = 200
_NEAR = 60

# Words that tell of others or of the problem, up to the number …
_OTHERS_CLAUSE = any_of(OTHERS_CLAUSES)
# … or name what the result is compared with.
_BASELINE = re.compile(
    r"\b(?:than|compared (?:to|with)|surpass\w*|suppress\w*|outperform\w*|over|versus)(?: [\w.'’+/-]+){1,5} \(\Z"
    r"|\bthan (?:[\w.'’+/-]+ ){0,4}\Z"
    r"|(?-i:\bcompared) (?:to|with)\b(?:(?!\band an?\b)[^;,]|,(?= (?:and )?(?:the )?(?:\d|\Z))|(?<=\d),(?=\d))*\Z",
    re.IGNORECASE,
)
# Verbs and places that make a claim of a number.
_TOLD = re.compile(
    r"\b(?:achiev|reach|obtain|attain|requir|tak(?:es|ing)\b|run|generat|sustain|only|just|reduc|measur|deliver|consum"
    r"|keep|hav(?:e|ing)\b|us(?:es|ing)\b|yield|maintain|preserv|retain|enabl|predict|complet|train|recogni|detect|demonstrat)"
    r"\w*(?:[^.;]|\.\d){0,70}\Z"
    r"|\b(?:is|are|was|were|be)\s*\Z|\([^()]*\Z|\bin (?:just|only|under|less than|about|around)?\s*\Z"
    r"|\bwith (?:between|an?(?: \w+)?)\s*\Z",
    re.IGNORECASE,
)
_LOW_BITS = re.compile(
    r"\b(?:quanti[sz]\w*|compress\w*|down|precisions?|reduc\w*|achiev\w*)\b[^.;,]{0,40}\b(?:to|of|at|achieve)\s*\Z",
    re.IGNORECASE,
)
_WITH = re.compile(r"\bwith\s*\Z")
_OPERANDS = re.compile(r"\s*(?:weights?|activations?)\b")
_RATES = ("throughput", "energy efficiency", "computing efficiency")
_NAME_BEFORE = re.compile(r"[A-Z][\w.-]*\s*\Z")
# A word that a number may count: `3× experts`, but not `3× on average`.
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


def is_format(sentence: str, quantity: Quantity) -> bool:
    """Whether it is the width of some number format (`a 16-bit baseline`), and not one the paper comes down to."""
    before, after = _around(sentence, quantity)
    reached = _LOW_BITS.search(before) or (_WITH.search(before) and _OPERANDS.match(after))
    return quantity.unit == "bits" and not reached


def is_claim(sentence: Marked, quantity: Quantity, meaning: Meaning) -> bool:
    """Whether a quantity of such a sentence is a result of the paper."""
    kind, (before, after) = _kind(quantity), _around(sentence.text, quantity)
    qualified = sentence.text[max(0, quantity.at - _NEAR) : quantity.at]
    if any(exclusion.fits(kind, qualified, after) for exclusion in EXCLUSIONS):
        return False
    if _OTHERS_CLAUSE.search(before) or (_BASELINE.search(before) and not meaning.direction):
        return False
    if kind == "bare":
        return _is_score(quantity, meaning, before)
    if kind == "measure":
        return _is_measured(quantity, meaning) and _is_told(quantity, meaning, before)
    named = kind == "bits" or (meaning.form != "" and not _counts_things(sentence, quantity, meaning))
    return named and _is_told(quantity, meaning, before)


def _around(sentence: str, quantity: Quantity) -> tuple[str, str]:
    return sentence[max(0, quantity.start - _FAR) : quantity.start], sentence[quantity.end : quantity.end + _NEAR]


def _kind(quantity: Quantity) -> Kind:
    if quantity.measures:
        return "measure"
    kinds: dict[str, Kind] = {"x": "x", "%": "%", "pp": "pp", "bits": "bits"}
    return kinds.get(quantity.unit, "bare")


def _is_told(quantity: Quantity, meaning: Meaning, before: str) -> bool:
    """Whether something is said of the number: not just that it stands there."""
    return bool(
        meaning.direction
        or meaning.form in ("by", "of", "is")
        or meaning.noun.endswith("overhead")
        or (quantity.unit == "x" and meaning.better)
        or quantity.unit == "bits"
        or quantity.measures in _RATES
        or _TOLD.search(before)
    )


def _is_measured(quantity: Quantity, meaning: Meaning) -> bool:
    """Points and decibels say nothing alone."""
    return quantity.measures not in ("score", "quality") or meaning.direction != "" or meaning.better != ""


def _is_score(quantity: Quantity, meaning: Meaning, before: str) -> bool:
    """A number without a unit counts only where a known metric stands right beside it."""
    decimal = "." in quantity.shown
    if not meaning.better or (before.endswith("(") and not decimal) or _NAME_BEFORE.search(before):
        return False
    if meaning.form in ("of", "is"):
        return True
    return decimal or (meaning.form == "by" and quantity.origin != "")


def _counts_things(sentence: Marked, quantity: Quantity, meaning: Meaning) -> bool:
    """Whether the number counts what follows, and the meaning came from elsewhere: `the accuracy of 3× experts`."""
    word = _COUNTED.match(sentence.text, quantity.end)
    if meaning.form in ("change", "noun", "verb") or not word:
        return False
    return not any(mark.start == word.start("word") for mark in sentence.within(word.start(), word.start() + _NEAR))
