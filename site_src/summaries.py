"""A paper's summary in its authors' words: what was done, and what came of it.

Every sentence is weighed by its cues twice, once for each of the two; the best of each kind are taken.
"""

import re

from site_src.sentences import split_sentences

Cues = tuple[tuple[re.Pattern[str], float], ...]

_ENOUGH = 60  # words in a summary; each more costs
_LONG = 40  # words in a sentence; each more costs
_SHORT = 9  # words in a sentence; each less costs more
_WORD_MORE = 0.04
_WORD_LESS = 0.4
_LATER = 2.0  # what the last sentence loses against the first: papers say early what they do, and details follow
_TOLD = 0.5  # how much of an outcome is told twice if the first sentence tells of outcomes too
_CLEAR = 1.2  # an outcome that weighs less is none


def _cues(*weighed: tuple[str, float]) -> Cues:
    """Patterns of what sentences in small letters say, each with its weight."""
    return tuple((re.compile(pattern), weight) for pattern, weight in weighed)


def _verbs(stems: str) -> str:
    """A pattern of the verbs in any form; a stem lacks the e that inflection drops."""
    return rf"(?:{stems})(?:e|es|s|ed|ing|ies|ied)?\b"


_PROPOSE = _verbs("propos|present|introduc|develop|design|devis|unveil|pioneer|describ")
_PROVIDE = _verbs(
    "provid|offer|creat|build|built|releas|suggest|curat|collect|establish|implement|formaliz|formulat|deriv"
)
_STUDY = _verbs(
    "study|stud|investigat|explor|examin|analyz|analys|evaluat|benchmark|compar|survey|review|revisit|rethink|address"
    "|tackl|aim|seek|extend|perform|conduct|focus|characteriz|train|apply|appl|adapt|us|adopt|consider|resolv|answer"
    "|leverag|improv|combin|tak|mak|question|unravel|identify|identif|quantify|quantif|replac|enhanc|employ"
)
_SHOW = _verbs("show|demonstrat|find|found|prov|observ|discover|reveal|argu|confirm|conclud")
_PAPER = r"(?:paper|work|study|article|survey|report|review|tutorial|thesis|letter|research|note)\b"
_THIS = rf"(?:this|the present|our) (?:\w+ )?{_PAPER}"
_WORDS = r"(?:[\w-]+,? ){0,3}?"

_EVIDENCE = r"(?:experiment\w*|evaluations?|results|empirical\w*|findings?|benchmarks|simulations?|analysis)"
_SAY = _verbs("show|demonstrat|indicat|reveal|confirm|suggest|validat|highlight|establish|illustrat|prov")

# What a sentence does, the strongest first, which alone counts.
_ACTS = _cues(
    (rf"\b(?:we|us to) {_WORDS}{_PROPOSE}", 4.0),
    (rf"\b{_THIS} {_WORDS}{_PROPOSE}", 4.0),
    (rf"\b{_THIS} {_WORDS}(?:{_PROVIDE}|{_STUDY})", 3.5),
    (rf"\bwe {_WORDS}{_PROVIDE}", 3.0),
    (rf"\bwe {_WORDS}{_STUDY}", 2.5),
    (r"\bour (?:proposed|novel|new)\b", 2.2),
    (rf"\b(?:we|{_THIS}) {_WORDS}{_SHOW}", 2.0),
    (rf"\b(?:is|are) {_WORDS}{_PROPOSE}", 1.5),
    (rf"\b(?:our|the proposed) [\w-]+ (?:[\w-]+ )?(?:is|{_verbs('combin|us|leverag|enabl|allow|consist')})", 1.2),
)
# What makes it more, or less, the sentence that says what was done.
_DONE = _cues(
    (rf"\b(?:in|with|by) {_THIS}", 1.0),
    (r"\b(?:novel|new|first|called|named|dubbed|termed|namely|coined)\b", 0.6),
    (r"\b(?:framework|method|approach|algorithm|system|architecture|model|technique|dataset|benchmark)\b", 0.3),
    (r"^(?:further(?:more)?|moreover|additionally|besides|also|then|next|in addition)\b", -2.5),
    (r"^(?:second|third|last|final)(?:ly)?\b", -2.5),
    (r"^\(?\d[.)]", -1.0),
    (r"\bwe (?:further(?:more)?|also|additionally|then|next|finally|first|firstly|begin|do so)\b", -1.5),
    (r"^(?:specifically|concretely|in particular|for (?:example|instance)|to (?:do|achieve) (?:so|this))\b", -1.5),
    (rf"^(?:it|they|these|such|this(?! {_PAPER}))\b", -1.0),
    (r"^(?:however|although|while|despite|recent|existing|prior|previous)\b", -0.7),
    (r"\?$", -2.0),
)
_CAME = _cues(
    (r"\b(?:outperform|surpass|exceed|beat)(?:s|es|ed|ing)?\b", 1.5),
    (rf"\b{_verbs('achiev|attain|reach|obtain|deliver|yield|gain|retain|maintain|preserv|enabl|narrow|succeed')}", 1.0),
    (r"\b(?:reduc|improv|accelerat|sav|increas|boost|cut|lower|shrink|speed|enhanc|decreas|compress)\w*", 0.8),
    (rf"\b{_EVIDENCE} (?:\S+ ){{0,12}}?{_SAY}", 1.5),
    (rf"\b(?:we|(?:our|the|these) (?:[\w-]+ )?[\w-]+) (?:[\w-]+ )?{_SHOW}", 1.2),
    (r"\b(?:state[- ]of[- ]the[- ]art|sota|competitive|comparable|superior|on par|better than|optimal)\b", 0.8),
    (r"\d(?:\.\d+)? ?(?:[%×]|x\b|times\b|percent|points?\b|-fold)", 1.2),
    (r"\b(?:up to|by over|more than|at least|only|by) ?[\d~]", 0.5),
    (r"\b(?:speed-?ups?|throughput|latency|accuracy|perplexity|memory|faster|smaller)\b", 0.4),
    (r"\b(?:overall|in summary|ultimately|as a result|consequently|compared (?:to|with))\b", 0.3),
    (rf"\bwe {_WORDS}{_PROPOSE}", -1.0),
    (r"^(?:furthermore|moreover|additionally|besides|also|in addition)\b", -0.4),
    (r"^(?:for (?:example|instance)|in particular|specifically|concretely|it|they|hence|thus)\b", -0.6),
    (r"^(?:this|these|such)\b", -1.2),
    (r"\?$", -2.0),
    (r"^(?:however|although|unfortunately|despite|while)\b", -0.6),
)
# Sentences that are about neither, whatever else they say.
_ASIDE = re.compile(
    r"https?://|^keywords\b|\b(?:we|authors) (?:\w+ )?(?:hope|believe|plan|thank)\b"
    r"|\b(?:code|codes|models?|data|dataset|implementation|checkpoints|weights|page|demos?|videos?)\b[^.]{0,40}"
    r"\b(?:is|are|be|been|made) (?:\w+ ){0,3}?(?:available|released|open[- ]?sourced?|found at|accessed)\b"
    r"|\b(?:release|open-?source) (?:our|the|all) (?:\w+ )?(?:code|implementation|software)"
)
_ASIDE_COSTS = 6.0


def pick_summary(abstract: str) -> str:
    """The sentence that tells most of what was done and, if one does, a later one that tells what came of it.

    Each is a piece of the abstract; between the two there is one blank. "" for an abstract without a sentence.
    """
    sentences = [abstract[start:end] for start, end in split_sentences(abstract)]
    if not sentences:
        return ""
    done = max(range(len(sentences)), key=lambda place: _tells_done(sentences[place]) - _LATER * place / len(sentences))
    first, later = sentences[done], sentences[done + 1 :]
    clear = _CLEAR + _TOLD * max(0.0, _tells_outcome(first))
    room = _ENOUGH - _words(first)
    worth, place = max(
        ((_tells_outcome(text) - _too_long(text, room), -place) for place, text in enumerate(later)), default=(0.0, 0)
    )
    return f"{first} {later[-place]}" if worth > clear else first


def _tells_done(sentence: str) -> float:
    said = sentence.lower()
    act = next((weight for pattern, weight in _ACTS if pattern.search(said)), 0.0)
    too_short = max(0, _SHORT - _words(sentence)) * _WORD_LESS
    return act + _sum(said, _DONE) - too_short - _too_long(sentence, _LONG)


def _tells_outcome(sentence: str) -> float:
    return _sum(sentence.lower(), _CAME)


def _sum(said: str, cues: Cues) -> float:
    aside = _ASIDE_COSTS if _ASIDE.search(said) else 0.0
    return sum(weight for pattern, weight in cues if pattern.search(said)) - aside


def _too_long(sentence: str, room: int) -> float:
    return max(0, _words(sentence) - room) * _WORD_MORE


def _words(sentence: str) -> int:
    return sentence.count(" ") + 1
