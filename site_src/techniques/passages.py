"""What the parts of a text are for, and so how much a technique named in them counts.

An abstract tells of the field first, then of what the authors did, then of what came of it. A technique named in the
second part is likely what the paper is about; in the others it may be the rival, the setting or the customer.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from site_src.models import Field
from site_src.sentences import split_sentences

Role = Literal["title", "summary", "scope", "listed", "subject", "claim", "own", "background", "result"]

# How much naming a technique once counts; 1 is enough to be about it. Their order matters, little depends on the exact
# numbers.
WEIGHTS: Final[Mapping[Role, float]] = {
    "title": 1.0,
    "summary": 1.0,  # the digest's own words say what was done and nothing else
    "scope": 1.0,  # what a survey or benchmark says it covers
    "listed": 0.9,  # what the authors list as their contributions
    "subject": 0.85,  # "we focus on …", "this paper studies …"
    "claim": 0.6,  # "we propose …", "we show …"
    "own": 0.4,  # what follows of the same work
    "background": 0.15,  # before the first such sentence, and of others' work after it
    "result": 0.15,  # from "experiments", "outperforms" or "compared to" to the end of the sentence
}
# After "compatible with", "unlike", "such as" and the like, a technique is named for company.
ASIDE_WEIGHT = 0.5
# What follows "we propose a …" at once is the thing proposed, when it is called by its name.
PROPOSED_WEIGHT = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch `[start, end)` of a field that has one role."""

    field: Field
    start: int
    end: int
    role: Role


_OWN = re.compile(
    r"\b(?:we|our|ours|us|here|(?:this|the present) (?:[\w-]{1,20} )?(?:paper|work|study|article|survey|report|thesis|"
    r"dissertation|tutorial|review|research|letter|chapter|project)|"
    r"(?:is|are) (?:proposed|presented|introduced|developed))\b",
    re.IGNORECASE,
)
_CLAIM = re.compile(
    r"\b(?:propos\w*|present(?:s|ed|ing)?|introduc\w*|develop(?:s|ed|ing)?|design(?:s|ed|ing)?|devis\w*|describ\w*|"
    r"stud(?:y|ies|ied)|investigat\w*|explor\w*|survey\w*|review\w*|benchmark\w*|analy[sz]\w*|buil[dt]\w*|formulat\w*|"
    r"creat\w*|examin\w*|revisit\w*|aim\w*|establish\w*|tackl\w*|advocat\w*|focus\w*|characteri[sz]\w*|contribut\w*|"
    r"discuss\w*|delv\w*|extend\w*|provid\w*|address\w*|offer\w*|demonstrat\w*|show\w*)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\b(?:we|(?:this|the present) (?:\w{1,20} )?(?:paper|work|study|article|survey|report))(?: \w{1,20}ly)?"
    r" (?:focus(?:es)? on|stud(?:y|ies)|investigates?|address(?:es)?|tackles?|examines?|revisits?)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"\b(?:(?:two|three|four|five|several|following|key|core|main|major|novel|new|our) ){1,3}(?:\w{1,20} )?"
    r"(?:contributions|innovations|techniques|components|ideas|designs|optimi[sz]ations|improvements|dimensions)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"\b(?:experiment\w*|evaluat\w*|results?|outperform\w*|achiev\w*|compared (?:to|with)|state-of-the-art|SOTA|"
    r"available at|publicly available|open-?sourc\w*|surpass\w*|empirical\w*|ablations?|https?)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?<!than )(?<!over )(?<!compared to )(?<!compared with )"
    r"\b(?:existing|previous|prior|recent|recently|conventional|traditional|current|typical|typically|"
    r"most (?:works|methods|approaches)|ha(?:s|ve) been)\b",
    re.IGNORECASE,
)
_SURVEY_TITLE = re.compile(
    r"\b(?:survey|overview|(?:systematic|literature|comprehensive) review|benchmark(?:s|ing)?|dissecting|tutorial|"
    r"dissertation|thesis|handbook|(?:empirical|comparative|comprehensive) (?:study|analysis|evaluation))\b",
    re.IGNORECASE,
)
_SURVEY_TEXT = re.compile(
    r"\b(?:(?:this|our) (?:\w{1,20} )?(?:survey|review|dissertation|thesis|tutorial)|we survey)\b", re.IGNORECASE
)
_ASIDE = re.compile(
    r"\b(?:compatible with|orthogonal to|complementary to|unlike|in contrast to|contrary to|compared (?:to|with)|"
    r"outperform\w*|surpass\w*|instead of|rather than|without|such as|e\.g\.|like|combin\w+ with|applicable to|"
    r"applied to|than|including|beyond|requiring no|as well as)\b[^.;:]{0,60}\Z",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"\b(?:we|(?:this|the present) (?:paper|work|study|article|report))(?: (?:\w{1,20}ly|therefore|thus|further|also))?"
    r" (?:propose|introduce|present|develop|design|devise)s?\b[^,.;:(]{0,50}\Z",
    re.IGNORECASE,
)
# How far back, in characters, the words before a name are looked at.
_REACH = 90


def read_passages(fields: Mapping[Field, str]) -> tuple[Passage, ...]:
    """The passages of all fields, in order; between two there are only blanks."""
    abstract = fields.get("abstract", "")
    is_survey = bool(_SURVEY_TITLE.search(fields["title"]) or _SURVEY_TEXT.search(abstract))
    passages: list[Passage] = []
    for field, text in fields.items():
        if field == "abstract":
            passages += _abstract_passages(text, is_survey=is_survey)
        else:
            passages.append(Passage(field=field, start=0, end=len(text), role=field))
    return tuple(passages)


def weight_at(passage: Passage, text: str, start: int, *, is_name: bool) -> float:
    """How much a technique spoken of at `start` of the text, in the passage, counts."""
    before = text[max(passage.start, start - _REACH) : start]
    is_aside = passage.role != "title" and bool(_ASIDE.search(before))
    if is_aside:
        return WEIGHTS[passage.role] * ASIDE_WEIGHT
    is_proposed = is_name and passage.role == "claim" and _PROPOSED.search(before)
    return PROPOSED_WEIGHT if is_proposed else WEIGHTS[passage.role]


def _abstract_passages(text: str, *, is_survey: bool) -> Iterator[Passage]:
    sentences = split_sentences(text)
    own = [bool(_OWN.search(text[start:end])) for start, end in sentences]
    first_own = own.index(True) if True in own else 0
    for i, (start, end) in enumerate(sentences):
        if i < first_own:
            yield Passage(field="abstract", start=start, end=end, role="background")
        else:
            yield from _cut_at_result(text, start, end, _role(text[start:end], is_own=own[i], is_survey=is_survey))


def _role(sentence: str, *, is_own: bool, is_survey: bool) -> Role:
    if is_survey:
        return "scope"
    if not is_own and _OTHERS.search(sentence):
        return "background"
    if _LISTED.search(sentence):
        return "listed"
    if _SUBJECT.search(sentence):
        return "subject"
    return "claim" if is_own and _CLAIM.search(sentence) else "own"


def _cut_at_result(text: str, start: int, end: int, role: Role) -> Iterator[Passage]:
    """The sentence up to where it turns to results, and the rest."""
    turn = _RESULT.search(text, start, end)
    cut = turn.start() if turn and role != "background" else end
    if start < cut:
        yield Passage(field="abstract", start=start, end=cut, role=role)
    if cut < end:
        yield Passage(field="abstract", start=cut, end=end, role="result")
