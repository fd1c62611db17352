"""A text, read once: its sentences, whose voice each speaks in, and what the authors do in it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, cast

from site_src.language.rules import any_of
from site_src.language.sentences import split_sentences
from site_src.language.verbs import CLAIMING, DEEDS
from site_src.language.voices import EVIDENCE, HOPES, OTHERS, SPEAKERS, WHERE_TO_FIND
from site_src.models import Act, Deed, Reading, Sentence, Speaker, Voice

# Where a sentence turns to what came of the work, and what makes it one about neither that nor the work.
TURNS = (*EVIDENCE, *WHERE_TO_FIND)
ASIDES = (*WHERE_TO_FIND, *HOPES)

_ANY_SPEAKER = "|".join(f"(?P<{rule.name}>{rule.pattern.pattern})" for rule in SPEAKERS)
_SPEAKER = re.compile(rf"\b(?:{_ANY_SPEAKER})")  # all begin where a word does: most places need not be tried
# Words that may stand between who does something and the verb; behind an article there is no verb.
_FEW_WORDS = r"(?: is an?| are the first to)? (?:(?!(?:an?|our|that|the|these|this|those)\b)[\w-]+,? ){0,3}?"
_BETWEEN: Mapping[Speaker, str] = {"we": _FEW_WORDS, "paper": _FEW_WORDS, "ours": rf"(?: [\w-]+){{1,2}}?{_FEW_WORDS}"}
_VERBS: Final = {
    speaker: tuple((cast("Deed", rule.name), re.compile(between + rule.pattern.pattern)) for rule in DEEDS)
    for speaker, between in _BETWEEN.items()
}
_CLAIM = any_of(rule for rule in DEEDS if rule.name in CLAIMING)
_OTHERS = any_of(OTHERS)
_TURN = any_of(TURNS)
_ASIDE = any_of(ASIDES)


def read_sentences(text: str) -> Reading:
    """The text and what its sentences are."""
    spans = split_sentences(text)
    speakers = [tuple(_SPEAKER.finditer(text[start:end])) for start, end in spans]
    first = next((place for place, found in enumerate(speakers) if found), 0)
    sentences = (
        _read_sentence(text[start:end], start, speakers[place], is_background=place < first)
        for place, (start, end) in enumerate(spans)
    )
    return Reading(text, tuple(sentences))


def _read_sentence(said: str, start: int, speakers: Sequence[re.Match[str]], *, is_background: bool) -> Sentence:
    acts = tuple(act for speaker in speakers for act in _acts(speaker, start))
    turn = _TURN.search(said)
    return Sentence(
        start=start,
        end=start + len(said),
        voice="background" if is_background else _voice(said, acts, is_own=bool(speakers)),
        acts=acts,
        turn=start + (turn.start() if turn else len(said)),
        is_aside=bool(_ASIDE.search(said)),
    )


def _acts(speaker: re.Match[str], start: int) -> Iterator[Act]:
    by = cast("Speaker", speaker.lastgroup)
    if by == "passive":
        yield Act("propose", by, start + speaker.start(), start + speaker.end())
    for deed, pattern in _VERBS.get(by, ()):
        if verb := pattern.match(speaker.string, speaker.end()):
            yield Act(deed, by, start + speaker.start(), start + verb.end())


def _voice(said: str, acts: Sequence[Act], *, is_own: bool) -> Voice:
    if _OTHERS.search(said) and not any(act.by != "passive" for act in acts):
        return "others"
    return "claim" if is_own and _CLAIM.search(said) else "own"
