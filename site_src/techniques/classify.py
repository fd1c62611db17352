"""Which techniques a paper is about, which it only mentions, and the words that say so.

Every cue found counts its weight times the weight of the passage it stands in (`passages.WEIGHTS`): the second time in
a passage half as much, the third a quarter; all of a cue together never more than the cue's own weight. What stands
only in the background or among the results adds up to `BESIDE_LIMIT` at most. A sum of `THRESHOLD` makes a label.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isclose

from site_src.language import Words, index_words
from site_src.models import Classification, Cue, Evidence, Field, Label, Mention, Reading, Technique
from site_src.techniques.passages import FULL, Passage, read_passages, weight_at
from site_src.techniques.phrases import find_phrase

THRESHOLD = 1.0
BESIDE_LIMIT = 0.4
REPEAT_WEIGHTS = (1.0, 0.5, 0.25)
# A cue of this weight names the technique; lighter ones only support it, and alone are no mention.
NAMING_WEIGHT = 1.0


@dataclass(frozen=True, slots=True)
class _Hit:
    """A cue found; `field` as a number, in the order of the fields."""

    field: int
    start: int
    end: int
    cue: Cue

    def overlaps(self, other: "_Hit") -> bool:
        return self.field == other.field and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class _Text:
    """A paper's fields, ready to be searched; `prefixes` are those of the words of all, and "" for anywhere."""

    fields: tuple[Field, ...]
    words: tuple[Words, ...]
    prefixes: frozenset[str]
    passages: tuple[Passage, ...]


def classify(fields: Mapping[Field, Reading], taxonomy: Sequence[Technique]) -> Classification:
    """Labels and mentions in the order of the taxonomy; `fields` are read of repaired texts, `title` among them.

    Without its evidence's words, a text has the label no more.
    """
    text = _read_text(fields)
    judged = [_judge(technique, text) for technique in taxonomy]
    return Classification(
        labels=tuple(one for one in judged if isinstance(one, Label)),
        mentions=tuple(one for one in judged if isinstance(one, Mention)),
    )


def _read_text(fields: Mapping[Field, Reading]) -> _Text:
    words = tuple(index_words(reading.text) for reading in fields.values())
    prefixes = frozenset({""}.union(*(one.starts for one in words)))
    return _Text(tuple(fields), words, prefixes, read_passages(fields))


def _judge(technique: Technique, text: _Text) -> Label | Mention | None:
    found = tuple(_find(technique.cues, text))
    if not found:
        return None
    against = tuple(_find(technique.rules_out, text))
    counted = tuple(hit for hit in found if not any(map(hit.overlaps, against)))
    score = _score(counted, text) - sum({hit.cue.name: hit.cue.weight for hit in against}.values())
    if _is_enough(score):
        return Label(slug=technique.slug, source="derived", evidence=_evidence(counted, text))
    ruled_out = _is_enough(_score(found, text)) or (not counted and _names(found))
    if not ruled_out and not _names(counted):
        return None
    reason = _reason(found, counted, against) if ruled_out else None
    return Mention(slug=technique.slug, evidence=_evidence(counted or found, text), ruled_out=reason)


def _is_enough(score: float) -> bool:
    """Whether it makes a label; sums of weights are not exact."""
    return score > THRESHOLD or isclose(score, THRESHOLD)


def _find(cues: Iterable[Cue], text: _Text) -> Iterator[_Hit]:
    for cue in cues:
        phrases = [phrase for phrase in cue.phrases if phrase.prefix in text.prefixes]
        for i, field in enumerate(text.fields):
            if field in cue.fields:
                for phrase in phrases:
                    for start, end in find_phrase(phrase, text.words[i]):
                        yield _Hit(i, start, end, cue)


def _names(hits: Iterable[_Hit]) -> bool:
    return any(hit.cue.weight >= NAMING_WEIGHT for hit in hits)


def _reason(found: Sequence[_Hit], counted: Sequence[_Hit], against: Sequence[_Hit]) -> str:
    """Why the weightiest of the rules that decided rules out what was found."""
    weighed = [hit for hit in against if counted and hit.cue.weight]
    decided = weighed or [hit for hit in against if any(map(hit.overlaps, found))]
    return max(decided, key=lambda hit: hit.cue.weight).cue.because


def _merge(hits: Iterable[_Hit]) -> Iterator[_Hit]:
    """Hits that overlap as one: together they are one thing said, by the weightiest of their cues."""
    ordered = sorted(hits, key=lambda hit: (hit.field, hit.start, -hit.cue.weight))
    merged: _Hit | None = None
    for hit in ordered:
        if merged and merged.overlaps(hit):
            cue = max(merged.cue, hit.cue, key=lambda cue: cue.weight)
            merged = _Hit(merged.field, merged.start, max(merged.end, hit.end), cue)
        else:
            if merged:
                yield merged
            merged = hit
    if merged:
        yield merged


def _evidence(hits: Iterable[_Hit], text: _Text) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(field=text.fields[hit.field], start=hit.start, end=hit.end, cue=hit.cue.name) for hit in _merge(hits)
    )


def _score(hits: Iterable[_Hit], text: _Text) -> float:
    by_cue = sorted(_merge(hits), key=lambda hit: hit.cue.name)
    groups = itertools.groupby(by_cue, key=lambda hit: hit.cue.name)
    return sum(_cue_score(tuple(group), text) for _, group in groups)


def _cue_score(hits: Sequence[_Hit], text: _Text) -> float:
    """What one cue adds, at most its weight."""
    per_passage: dict[Passage, list[float]] = {}
    for hit in hits:
        passage = _passage(hit, text)
        is_name = hit.cue.weight >= NAMING_WEIGHT
        weight = weight_at(passage, text.words[hit.field].text, hit.start, is_name=is_name)
        per_passage.setdefault(passage, []).append(weight)
    main = beside = 0.0
    for passage, weights in per_passage.items():
        if passage.role in ("background", "result"):
            beside += _repeated(weights)
        else:
            main += _repeated(weights)
    return hits[0].cue.weight * min(FULL, main + min(beside, BESIDE_LIMIT))


def _repeated(weights: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(sorted(weights, reverse=True), REPEAT_WEIGHTS, strict=False))


def _passage(hit: _Hit, text: _Text) -> Passage:
    field = text.fields[hit.field]
    return next(p for p in text.passages if p.field == field and hit.start < p.end)
