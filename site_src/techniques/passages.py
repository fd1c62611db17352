"""What the parts of a text are for, and so how much a technique named in them counts.

An abstract tells of the field first, then of what the authors did, then of what came of it. A technique named in the
second part is likely what the paper is about; in the others it may be the rival, the setting or the customer.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from site_src.language.rules import Rule
from site_src.models import Field, Reading, Sentence

Role = Literal["title", "summary", "scope", "listed", "subject", "claim", "own", "background", "result"]

# Naming a technique so is enough to be about it; more than that counts no more.
FULL = 1.0
# How much naming a technique once counts. Their order matters, little depends on the exact
# numbers.
WEIGHTS: Final[Mapping[Role, float]] = {
    "title": FULL,
    "summary": FULL,  # the digest's own words say what was done and nothing else
    "scope": FULL,  # what a survey or benchmark says it covers
    "listed": 0.9,  # what the authors list as their contributions
    "subject": 0.85,  # "we focus on …", "this paper studies …"
    "claim": 0.6,  # "we propose …", "we show …"
    "own": 0.4,  # what follows of the same work
    "background": 0.15,  # before the first such sentence, and of others' work after it
    "result": 0.15,  # from "experiments", "outperforms" or "compared to" to the end of the sentence
}
# After "compatible with", "unlike", "such as" and the like, a technique is named for company.
ASIDE_WEIGHT = 0.5
# How far back, in characters, words before a name put it aside, and how far behind its verb it is the thing proposed.
_REACH = 65
_NEXT = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch `[start, end)` of a field that has one role; `proposals` are the ends of every "we propose" in it."""

    field: Field
    start: int
    end: int
    role: Role
    proposals: tuple[int, ...] = ()


LISTED = Rule(
    name="listed",
    finds=(
        ("We make two contributions.", "two contributions"),
        ("It rests on three key design ideas.", "three key design ideas"),
        ("Our main innovations are these.", "Our main innovations"),
    ),
    spares=("a contribution", "Techniques are many.", "the design of ideas"),
    because="who counts contributions goes on to list them",
    pattern=re.compile(
        r"\b(?:(?:two|three|four|five|several|following|key|core|main|major|novel|new|our) ){1,3}(?:\w{1,20} )?"
        r"(?:contributions|innovations|techniques|components|ideas|designs|optimi[sz]ations|improvements|dimensions)\b",
        re.IGNORECASE,
    ),
)
SURVEY_TITLE = Rule(
    name="title-of-survey",
    finds=(
        ("Pans: A Survey", "Survey"),
        ("A Literature Review of Pans", "Literature Review"),
        ("Benchmarking Pans", "Benchmarking"),
        ("An Empirical Study of Pans", "Empirical Study"),
    ),
    spares=("Reviewing Pans", "A Study of Pans", "Surveying"),
    because="a title says so where the paper is about what others did",
    pattern=re.compile(
        r"\b(?:survey|overview|(?:systematic|literature|comprehensive) review|benchmark(?:s|ing)?|dissecting|tutorial|"
        r"dissertation|thesis|handbook|(?:empirical|comparative|comprehensive) (?:study|analysis|evaluation))\b",
        re.IGNORECASE,
    ),
)
SURVEY_TEXT = Rule(
    name="text-of-survey",
    finds=(
        ("This short survey is on pans.", "This short survey"),
        ("In our review, pans win.", "our review"),
        ("Here we survey pans.", "we survey"),
    ),
    spares=("a survey", "this pan", "we reviewed"),
    because="so only surveys speak of themselves",
    pattern=re.compile(
        r"\b(?:(?:this|our) (?:\w{1,20} )?(?:survey|review|dissertation|thesis|tutorial)|we survey)\b", re.IGNORECASE
    ),
)
ASIDE = Rule(
    name="for-company",
    finds=(
        ("It is compatible with ", "compatible with "),
        ("Unlike slow and ", "Unlike slow and "),
        ("things such as ", "such as "),
        ("It fries without ", "without "),
    ),
    spares=("It is compatible. With ", "It fries ", "Unlike; "),
    because="what one fits, beats, joins or does without is not what one made",
    pattern=re.compile(
        r"\b(?:compatible with|orthogonal to|complementary to|unlike|in contrast to|contrary to|compared (?:to|with)|"
        r"outperform\w*|surpass\w*|instead of|rather than|without|such as|e\.g\.|like|combin\w+ with|applicable to|"
        r"applied to|than|including|beyond|requiring no|as well as)\b[^.;:]*\Z",
        re.IGNORECASE,
    ),
)
PROPOSED = Rule(
    name="is-proposed",
    finds=((" a quick ", " a quick "), (" ", " ")),
    spares=(" a quick pan, which has ", " it. A "),
    because="between the verb and its object no clause begins",
    pattern=re.compile(r"\A[^,.;:(]*\Z"),
)
RULES = (LISTED, SURVEY_TITLE, SURVEY_TEXT, ASIDE, PROPOSED)


def read_passages(fields: Mapping[Field, Reading]) -> tuple[Passage, ...]:
    """The passages of all fields, in order; between two there are only blanks."""
    abstract = fields["abstract"].text if "abstract" in fields else ""
    is_survey = bool(SURVEY_TITLE.pattern.search(fields["title"].text) or SURVEY_TEXT.pattern.search(abstract))
    passages: list[Passage] = []
    for field, reading in fields.items():
        if field == "abstract":
            passages += _abstract_passages(reading, is_survey=is_survey)
        else:
            passages.append(Passage(field=field, start=0, end=len(reading.text), role=field))
    return tuple(passages)


def weight_at(passage: Passage, text: str, start: int, *, is_name: bool) -> float:
    """How much a technique spoken of at `start` of the text, in the passage, counts."""
    before = text[max(passage.start, start - _REACH) : start]
    if passage.role != "title" and ASIDE.pattern.search(before):
        return WEIGHTS[passage.role] * ASIDE_WEIGHT
    near = (text[end:start] for end in passage.proposals if 0 < start - end <= _NEXT)
    if is_name and passage.role == "claim" and any(map(PROPOSED.pattern.match, near)):
        return FULL  # what follows "we propose a …" at once is the thing proposed, when it is called by its name
    return WEIGHTS[passage.role]


def _abstract_passages(reading: Reading, *, is_survey: bool) -> Iterator[Passage]:
    for sentence in reading.sentences:
        role = _role(sentence, reading.said(sentence), is_survey=is_survey)
        cut = sentence.end if role == "background" else sentence.turn
        proposals = tuple(act.end for act in sentence.acts if act.deed == "propose")
        if sentence.start < cut:
            yield Passage(field="abstract", start=sentence.start, end=cut, role=role, proposals=proposals)
        if cut < sentence.end:
            yield Passage(field="abstract", start=cut, end=sentence.end, role="result")


def _role(sentence: Sentence, said: str, *, is_survey: bool) -> Role:
    if sentence.voice == "background":
        return "background"
    if is_survey:
        return "scope"
    if sentence.voice == "others":
        return "background"
    if LISTED.pattern.search(said):
        return "listed"
    if any(act.deed == "study" and act.by in ("we", "paper") for act in sentence.acts):
        return "subject"
    return sentence.voice
