"""How well labels are derived: what derivation says of papers, against what their pages state after reading."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from pydantic import BaseModel, ValidationError

from site_src.errors import InputError, Place, Problem
from site_src.models import Cue, Dump, Entry, Paper, Score, Scores, Technique

CURE = "measure anew with the command score, or delete the file"
_DIGITS = 4  # of a figure written
_HASH = 16  # hexadecimal digits of a hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Precision, recall and F1, 0–1; None where there was nothing to be right or wrong about."""

    precision: float | None
    recall: float | None
    f1: float | None


Labels = Mapping[str, Collection[str]]  # a paper's slug -> its techniques


def compare_labels(stated: Labels, derived: Labels, techniques: Iterable[str]) -> tuple[Score, ...]:
    """A score for each of the techniques, on the papers of `stated`; `derived` has them all."""
    return tuple(_compare(technique, stated, derived) for technique in techniques)


def _compare(technique: str, stated: Labels, derived: Labels) -> Score:
    read = {slug for slug, techniques in stated.items() if technique in techniques}
    found = {slug for slug in stated if technique in derived[slug]}
    return Score(
        technique=technique,
        right=len(read & found),
        left_out=len(stated) - len(read | found),
        wrong=tuple(sorted(found - read)),
        missed=tuple(sorted(read - found)),
    )


# ---- figures


def score_figures(*scores: Score) -> Figures:
    """Of one technique; of several taken together (micro), where every label counts alike."""
    right = sum(score.right for score in scores)
    found = right + sum(len(score.wrong) for score in scores)
    read = right + sum(len(score.missed) for score in scores)
    return Figures(precision=_share(right, found), recall=_share(right, read), f1=_share(2 * right, found + read))


def mean_figures(scores: Iterable[Score]) -> Figures:
    """The mean over techniques (macro), where every technique counts alike; those without a figure are left out."""
    figures = [score_figures(score) for score in scores]
    return Figures(
        precision=_mean([one.precision for one in figures]),
        recall=_mean([one.recall for one in figures]),
        f1=_mean([one.f1 for one in figures]),
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _mean(figures: Iterable[float | None]) -> float | None:
    known = [figure for figure in figures if figure is not None]
    return sum(known) / len(known) if known else None


# ---- what a measurement depends on


def hash_sources(taxonomy: Sequence[Technique], papers: Sequence[Paper], dumps: Sequence[Dump]) -> dict[str, str]:
    """The hashes of the cues, of the labels that pages state, and of the dumps.

    Where papers come from dumps alone, there is none of labels, and without dumps none of dumps. They change with what
    is said, not with comments, the order of files or blank lines.
    """
    cues = {one.slug: [[*map(_cue, one.cues)], [*map(_cue, one.rules_out)]] for one in taxonomy}
    hashes = {"cues": _hash(cues)}
    if papers or not dumps:
        hashes["labels"] = _hash({one.slug: sorted(one.techniques) for one in papers if one.techniques is not None})
    if dumps:
        hashes["dumps"] = _hash({one.file: [_words(entry) for entry in one.entries] for one in dumps})
    return hashes


def _words(entry: Entry) -> list[str]:
    """What of an entry labels are derived from."""
    return [entry.title, entry.abstract]


def _cue(cue: Cue) -> list[object]:
    """What of a cue decides; its reason is only shown."""
    return [cue.name, cue.weight, sorted(cue.fields), [[one.prefix, one.pattern.pattern] for one in cue.phrases]]


def _hash(value: object) -> str:
    return sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:_HASH]


def find_outdated(scores: Scores, hashes: Mapping[str, str]) -> tuple[str, ...]:
    """The names of the hashes that are others now than when the scores were measured."""
    return tuple(name for name, now in hashes.items() if scores.hashes.get(name) != now)


# ---- the file


def format_scores(scores: Scores) -> str:
    """content/scores.json: figures are rounded, keys and slugs sorted."""
    written = {
        "pages": scores.pages,
        "dumps": sorted(scores.dumps),
        "hashes": dict(scores.hashes),
        "micro": _written(score_figures(*scores.techniques)),
        "macro": _written(mean_figures(scores.techniques)),
        "techniques": {score.technique: _counts(score) | _written(score_figures(score)) for score in scores.techniques},
    }
    return json.dumps(written, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _counts(score: Score) -> dict[str, object]:
    return {
        "true_positives": score.right,
        "false_positives": len(score.wrong),
        "false_negatives": len(score.missed),
        "true_negatives": score.left_out,
        "wrong": list(score.wrong),
        "missed": list(score.missed),
    }


def _written(figures: Figures) -> dict[str, object]:
    named = {"precision": figures.precision, "recall": figures.recall, "f1": figures.f1}
    return {name: None if figure is None else round(figure, _DIGITS) for name, figure in named.items()}


class _Score(BaseModel):
    """What cannot be computed from the rest."""

    true_positives: int
    true_negatives: int
    wrong: list[str]
    missed: list[str]


class _Scores(BaseModel):
    pages: int
    dumps: list[str]
    hashes: dict[str, str]
    techniques: dict[str, _Score]


def parse_scores(text: str, file: str) -> tuple[Scores, tuple[Problem, ...]]:
    """What `format_scores` wrote, and no warnings. Raises InputError."""
    try:
        stated = _Scores.model_validate_json(text)
    except ValidationError as error:
        raise InputError(_problem(one["loc"], one["msg"], file) for one in error.errors()) from None
    scores = Scores(
        pages=stated.pages,
        dumps=tuple(stated.dumps),
        hashes=stated.hashes,
        techniques=tuple(
            Score(
                technique=slug,
                right=score.true_positives,
                left_out=score.true_negatives,
                wrong=tuple(score.wrong),
                missed=tuple(score.missed),
            )
            for slug, score in stated.techniques.items()
        ),
    )
    return scores, ()


def _problem(path: Sequence[object], message: str, file: str) -> Problem:
    seen = ": ".join(filter(None, (".".join(map(str, path)), message)))
    return Problem(Place(file), seen, CURE)
