"""A paper's summary in its authors' words: what was done, and what came of it.

Every sentence is weighed by its cues twice, once for each of the two; the best of each kind are taken.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

from site_src.language.rules import Rule, any_of
from site_src.language.verbs import DEEDS, verbs
from site_src.language.voices import EVIDENCE, THIS_PAPER
from site_src.models import Deed, Reading, Sentence, Speaker

_ENOUGH = 60  # words in a summary; each more costs
_LONG = 40  # words in a sentence; each more costs
_SHORT = 9  # words in a sentence; each less costs more
_WORD_MORE = 0.04
_WORD_LESS = 0.4
_LATER = 2.0  # what the last sentence loses against the first: papers say early what they do, and details follow
_TOLD = 0.5  # how much of an outcome is told twice if the first sentence tells of outcomes too
_CLEAR = 1.2  # an outcome that weighs less is none

# What the authors say they do, the weightiest of a sentence alone counts.
_ACTS: Mapping[tuple[Speaker, Deed], float] = {
    ("we", "propose"): 4.0,
    ("paper", "propose"): 4.0,
    ("paper", "provide"): 3.5,
    ("paper", "study"): 3.5,
    ("paper", "employ"): 3.5,
    ("we", "provide"): 3.0,
    ("we", "study"): 2.5,
    ("we", "employ"): 2.5,
    ("we", "show"): 2.0,
    ("we", "find"): 2.0,
    ("paper", "show"): 2.0,
    ("paper", "find"): 2.0,
    ("passive", "propose"): 1.5,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue(Rule):
    """What makes a sentence, in small letters, more or less the one sought."""

    weight: float


_SHOWS = any_of(rule for rule in DEEDS if rule.name in ("show", "find")).pattern

# What the authors' own is said to be; like acts, the weightiest alone counts.
OURS = (
    Cue(
        name="our-new",
        finds=(("our novel pan", "our novel"),),
        spares=("our pan is new", "an hour new"),
        because="what is new and theirs is what the authors made",
        weight=2.2,
        pattern=re.compile(r"\bour (?:proposed|novel|new)\b"),
    ),
    Cue(
        name="our-thing-is",
        finds=(("our pan is", "our pan is"), ("the proposed big pan combines", "the proposed big pan combines")),
        spares=("our pan burns", "the pan is"),
        because="what the authors made is told of by what it is",
        weight=1.2,
        pattern=re.compile(
            rf"\b(?:our|the proposed) [\w-]+ (?:[\w-]+ )?(?:is|{verbs('combin us leverag enabl allow consist')})"
        ),
    ),
)
# What makes a sentence more, or less, the one that says what was done.
DONE = (
    Cue(
        name="in-this-paper",
        finds=(("in this paper, pans", "in this paper"), ("with our recent work", "with our recent work")),
        spares=("in this pan", "this paper is"),
        because="what follows is what the paper is about",
        weight=1.0,
        pattern=re.compile(rf"\b(?:in|with|by) {THIS_PAPER}"),
    ),
    Cue(
        name="new",
        finds=(("a novel pan", "novel"), ("a pan called hotpan", "called")),
        spares=("a renewed pan", "firstly"),
        because="what is new or has to be named was made here",
        weight=0.6,
        pattern=re.compile(r"\b(?:novel|new|first|called|named|dubbed|termed|namely|coined)\b"),
    ),
    Cue(
        name="thing-made",
        finds=(("a method of frying", "method"),),
        spares=("methods of frying", "a pan"),
        because="a general word for what is made introduces it",
        weight=0.3,
        pattern=re.compile(
            r"\b(?:framework|method|approach|algorithm|system|architecture|model|technique|dataset|benchmark)\b"
        ),
    ),
    Cue(
        name="goes-on",
        finds=(("furthermore, we", "furthermore"), ("in addition, we", "in addition"), ("finally, we", "finally")),
        spares=("we furthermore", "lasting heat", "alsoran"),
        because="what is said besides is not the main thing",
        weight=-2.5,
        pattern=re.compile(
            r"\A(?:(?:further(?:more)?|moreover|additionally|besides|also|then|next|in addition)"
            r"|(?:second|third|last|final)(?:ly)?)\b"
        ),
    ),
    Cue(
        name="counts",
        finds=(("1) pans", "1)"), ("(2) pots", "(2)")),
        spares=("3 pans", "10) pans"),
        because="an item of a list is a part",
        weight=-1.0,
        pattern=re.compile(r"\A\(?\d[.)]"),
    ),
    Cue(
        name="we-also",
        finds=(("then we also fry", "we also"), ("we first fry", "we first")),
        spares=("we fry first", "also we fry"),
        because="a step, or something besides, is a part",
        weight=-1.5,
        pattern=re.compile(
            r"\bwe (?:further(?:more)?|also|additionally|then|next|finally|first|firstly|begin|do so)\b"
        ),
    ),
    Cue(
        name="in-detail",
        finds=(("specifically, we", "specifically"), ("to do so, we", "to do so")),
        spares=("we do so", "to do it"),
        because="a detail explains what was said before",
        weight=-1.5,
        pattern=re.compile(
            r"\A(?:specifically|concretely|in particular|for (?:example|instance)|to (?:do|achieve) (?:so|this))\b"
        ),
    ),
    Cue(
        name="points-back",
        finds=(("it fries", "it"), ("this pan fries", "this")),
        spares=("this paper fries", "thistle", "fry it"),
        because="alone, nobody knows what it speaks of",
        weight=-1.0,
        pattern=re.compile(rf"\A(?!{THIS_PAPER})(?:it|they|these|such|this)\b"),
    ),
    Cue(
        name="of-others",
        finds=(("however, pans", "however"), ("existing pans", "existing")),
        spares=("pans existing", "whiled away"),
        because="it begins with others' work or with the problem",
        weight=-0.7,
        pattern=re.compile(r"\A(?:however|although|while|despite|recent|existing|prior|previous)\b"),
    ),
    Cue(
        name="asks",
        finds=(("why fry?", "?"),),
        spares=("why? we fry.",),
        because="a question tells of nothing done",
        weight=-2.0,
        pattern=re.compile(r"\?\Z"),
    ),
)
# What makes a sentence more, or less, the one that says what came of it.
CAME = (
    Cue(
        name="outdoes",
        finds=(("it outperforms pots", "outperforms"), ("it beats pots", "beats")),
        spares=("an exceedance",),
        because="to be better than others is an outcome",
        weight=1.5,
        pattern=re.compile(verbs("outperform surpass exceed beat")),
    ),
    Cue(
        name="reaches",
        finds=(("it achieves heat", "achieves"), ("it preserves taste", "preserves")),
        spares=("in retention",),
        because="what is reached, or kept, is an outcome",
        weight=1.0,
        pattern=re.compile(
            verbs("achiev attain reach obtain deliver yield gain retain maintain preserv enabl narrow succeed")
        ),
    ),
    Cue(
        name="changes",
        finds=(("a reduction of heat", "reduction"), ("it improves taste", "improves")),
        spares=("a deduced pan",),
        because="a change for the better is an outcome",
        weight=0.8,
        pattern=re.compile(
            r"\b(?:reduc|improv|accelerat|sav|increas|boost|cut|lower|shrink|speed|enhanc|decreas|compress)\w*"
        ),
    ),
    Cue(
        name="evidence-shows",
        finds=(
            ("experiments on ten pans show", "experiments on ten pans show"),
            ("further analysis reveals", "analysis reveals"),
        ),
        spares=("experiments burn", "show experiments", "ablations show"),
        because="what experiments show is an outcome",
        weight=1.5,
        pattern=re.compile(
            rf"\b(?!ablation|evaluat(?:e|ed|es|ing)\b)"
            rf"(?:{EVIDENCE[0].pattern.pattern}|(?:analys[ei]s|benchmarks|simulation)\b) (?:\S+ ){{0,12}}?"
            + verbs("show demonstrat indicat reveal confirm suggest validat highlight establish illustrat prov")
        ),
    ),
    Cue(
        name="is-shown",
        finds=(("we show", "we show"), ("our big pan shows", "our big pan shows")),
        spares=("show we", "pans show"),
        because="what the authors or their work shows is an outcome",
        weight=1.2,
        pattern=re.compile(rf"\b(?:we|(?:our|the|these) (?:[\w-]+ )?[\w-]+) (?:[\w-]+ )?(?:{_SHOWS})"),
    ),
    Cue(
        name="ranks",
        finds=(("state-of-the-art taste", "state-of-the-art"), ("taste on par with", "on par")),
        spares=("art of the state", "suboptimality"),
        because="a rank among others is an outcome",
        weight=0.8,
        pattern=re.compile(
            r"\b(?:state[- ]of[- ]the[- ]art|sota|competitive|comparable|superior|on par|better than|optimal)\b"
        ),
    ),
    Cue(
        name="quantity",
        finds=(("2.5x faster", "2.5x"), ("40% less", "0%"), ("3-fold heat", "3-fold")),
        spares=("2 pans", "x 3"),
        because="a number with a unit of change is an outcome",
        weight=1.2,
        pattern=re.compile(r"\d(?:\.\d+)? ?(?:[%×]|x\b|times\b|percent|points?\b|-fold)"),
    ),
    Cue(
        name="bound",
        finds=(("up to 3 pans", "up to 3"), ("by ~2 pans", "by ~")),
        spares=("up to now", "2 by pans"),
        because="so a number is introduced that tells of an outcome",
        weight=0.5,
        pattern=re.compile(r"\b(?:up to|by over|more than|at least|only|by) ?[\d~]"),
    ),
    Cue(
        name="sums-up",
        finds=(("overall, it", "overall"), ("heat compared to pots", "compared to")),
        spares=("coveralls", "compare pots"),
        because="it draws together what came of the work",
        weight=0.3,
        pattern=re.compile(r"\b(?:overall|in summary|ultimately|as a result|consequently|compared (?:to|with))\b"),
    ),
    Cue(
        name="goes-on",
        finds=(("moreover, it", "moreover"),),
        spares=("it moreover",),
        because="what is said besides is not the main thing",
        weight=-0.4,
        pattern=re.compile(r"\A(?:furthermore|moreover|additionally|besides|also|in addition)\b"),
    ),
    Cue(
        name="in-detail",
        finds=(("for example, it", "for example"), ("it fries", "it"), ("thus, pans", "thus")),
        spares=("as for example", "item"),
        because="it leans on the sentence before, which is not shown",
        weight=-0.6,
        pattern=re.compile(
            r"\A(?:for (?:example|instance)|in particular|specifically|concretely|it|they|hence|thus)\b"
        ),
    ),
    Cue(
        name="points-back",
        finds=(("these pans", "these"),),
        spares=("thistles", "in these"),
        because="alone, nobody knows what it speaks of",
        weight=-1.2,
        pattern=re.compile(r"\A(?:this|these|such)\b"),
    ),
    Cue(
        name="asks",
        finds=(("why fry?", "?"),),
        spares=("why? we fry.",),
        because="a question tells of no outcome",
        weight=-2.0,
        pattern=re.compile(r"\?\Z"),
    ),
    Cue(
        name="but",
        finds=(("however, pans", "however"),),
        spares=("pans, however", "whiled away"),
        because="what is against it is the problem, or a limit",
        weight=-0.6,
        pattern=re.compile(r"\A(?:however|although|unfortunately|despite|while)\b"),
    ),
)
# What outcomes are measured by in any field; a field has words of its own that weigh the same.
MEASURE = Cue(
    name="measure",
    finds=(("the accuracy of cooks", "accuracy"),),
    spares=("accurate cooks",),
    because="outcomes are measured",
    weight=0.4,
    pattern=re.compile(r"\b(?:accuracy|faster|smaller)\b"),
)
_PROPOSES_ANEW = 1.0  # what an outcome loses whose sentence says what the authors propose


def pick_summary(abstract: Reading, outcomes: re.Pattern[str]) -> str:
    """The sentence that tells most of what was done and, if one does, a later one that tells what came of it.

    Each is a piece of the abstract; between the two there is one blank. "" for an abstract without a sentence.
    `outcomes` finds, in small letters, the words by which the field measures.
    """
    if not abstract.sentences:
        return ""
    said = [abstract.said(sentence) for sentence in abstract.sentences]
    told = [
        _tells_outcome(sentence, words.lower(), outcomes)
        for sentence, words in zip(abstract.sentences, said, strict=True)
    ]
    done = _find_done(abstract.sentences, said)
    first = said[done]
    clear = _CLEAR + _TOLD * max(0.0, told[done])
    room = _ENOUGH - _count(first)
    later = ((told[place] - _too_long(said[place], room), -place) for place in range(done + 1, len(said)))
    worth, place = max(later, default=(0.0, 0))
    return f"{first} {said[-place]}" if worth > clear else first


def _find_done(sentences: Sequence[Sentence], said: Sequence[str]) -> int:
    """Which of the sentences tells most of what was done."""
    worth = [_tells_done(sentence, words) for sentence, words in zip(sentences, said, strict=True)]
    return max(range(len(said)), key=lambda place: worth[place] - _LATER * place / len(said))


def _tells_done(sentence: Sentence, said: str) -> float:
    if sentence.is_aside:
        return -inf
    small = said.lower()
    act = max((_ACTS.get((act.by, act.deed), 0.0) for act in sentence.acts), default=0.0)
    ours = max((cue.weight for cue in OURS if cue.pattern.search(small)), default=0.0)
    too_short = max(0, _SHORT - _count(said)) * _WORD_LESS
    return max(act, ours) + _weigh(small, DONE) - too_short - _too_long(said, _LONG)


def _tells_outcome(sentence: Sentence, small: str, outcomes: re.Pattern[str]) -> float:
    if sentence.is_aside:
        return -inf
    proposes = any(act.by == "we" and act.deed == "propose" for act in sentence.acts)
    measured = MEASURE.pattern.search(small) or outcomes.search(small)
    worth = _weigh(small, CAME) + (MEASURE.weight if measured else 0.0)
    return worth - (_PROPOSES_ANEW if proposes else 0.0)


def _weigh(small: str, cues: Sequence[Cue]) -> float:
    return sum(cue.weight for cue in cues if cue.pattern.search(small))


def _too_long(said: str, room: int) -> float:
    return max(0, _count(said) - room) * _WORD_MORE


def _count(said: str) -> int:
    """How many words it has."""
    return said.count(" ") + 1
