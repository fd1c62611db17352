"""How well labels are derived: counts, figures, what they depend on, and the file they are kept in."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.errors import InputError
from site_src.models import Cue, Dump, Paper, Rule, Score, Scores, Technique
from site_src.phrases import compile_phrase
from site_src.readers.decode import decode
from site_src.readers.text_copy import parse_dump
from site_src.scores import (
    Figures,
    compare_labels,
    find_outdated,
    format_scores,
    hash_sources,
    mean_figures,
    parse_scores,
    score_figures,
)
from tests.invented_site import technique

STATED = {"pot": ("glaze", "clay"), "cup": ("clay",), "jug": (), "urn": ("fire",)}
DERIVED = {"pot": ("glaze",), "cup": ("clay", "fire"), "jug": ("glaze",), "urn": ("fire",), "new": ("clay",)}
CUE = Cue(
    name="names-glaze",
    phrases=(compile_phrase("salt glaze"), compile_phrase("glaz*")),
    weight=1,
    fields=("title", "abstract"),
    because="it speaks of glaze",
)
RULE = Rule(name="sugar", phrases=CUE.phrases, weight=0.5, because="icing is meant")
GLAZE = replace(technique("glaze", 1), cues=(CUE,), rules_out=(RULE,))
POT = Paper(slug="pot", title="On pots", techniques=("glaze", "clay"))
CUP = Paper(slug="cup", title="On cups", techniques=())
MAY = parse_dump("May 8\n\nOn pots\n\nPots are fired.\n", "dumps/may.txt")
JUNE = parse_dump("Jun 9\n\nOn cups\n\nCups are fired.\n", "june.txt")

SLUGS = st.sampled_from(("pot", "cup", "jug", "urn"))
TECHNIQUES = st.lists(st.sampled_from(("glaze", "clay", "fire")), unique=True)
COUNTS = st.integers(0, 99)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
NAMES = st.lists(WORDS, unique=True, max_size=3).map(sorted).map(tuple)


def score(right: int, wrong: int, missed: int) -> Score:
    names = [f"p{number}" for number in range(max(wrong, missed))]
    return Score(technique="glaze", right=right, left_out=5, wrong=tuple(names[:wrong]), missed=tuple(names[:missed]))


# ---- comparing


def test_each_technique_counts_the_papers_of_both_of_neither_and_of_one_side_alone() -> None:
    assert compare_labels(STATED, DERIVED, ["glaze", "clay", "fire", "slip"]) == (
        Score(technique="glaze", right=1, left_out=2, wrong=("jug",), missed=()),
        Score(technique="clay", right=1, left_out=2, wrong=(), missed=("pot",)),
        Score(technique="fire", right=1, left_out=2, wrong=("cup",), missed=()),
        Score(technique="slip", right=0, left_out=4, wrong=(), missed=()),
    )


@given(st.dictionaries(SLUGS, st.tuples(TECHNIQUES, TECHNIQUES)))
def test_every_paper_is_counted_once_for_each_technique(labels: dict[str, tuple[list[str], list[str]]]) -> None:
    stated, derived = ({slug: both[side] for slug, both in labels.items()} for side in (0, 1))
    for found in compare_labels(stated, derived, ["glaze", "clay", "fire"]):
        assert found.right + found.left_out + len(found.wrong) + len(found.missed) == len(labels)


# ---- figures


@pytest.mark.parametrize(
    ("scores", "precision", "recall", "f1"),
    [
        ([score(3, 1, 0)], 0.75, 1, 6 / 7),
        ([score(3, 0, 1)], 1, 0.75, 6 / 7),
        ([score(0, 1, 0)], 0, None, 0),
        ([score(0, 0, 1)], None, 0, 0),
        ([score(0, 0, 0)], None, None, None),
        ([score(8, 0, 0), score(0, 2, 8)], 0.8, 0.5, 8 / 13),
        ([], None, None, None),
    ],
)
def test_figures_of_one_or_of_several_together(
    scores: list[Score], precision: float | None, recall: float | None, f1: float | None
) -> None:
    assert score_figures(*scores) == Figures(precision=precision, recall=recall, f1=f1)


def test_the_mean_counts_every_technique_alike_and_leaves_out_those_without_a_figure() -> None:
    scores = [score(8, 0, 0), score(1, 1, 0), score(0, 0, 0), score(0, 0, 3)]

    assert mean_figures(scores) == Figures(precision=0.75, recall=2 / 3, f1=(1 + 2 / 3 + 0) / 3)
    assert mean_figures([]) == Figures(precision=None, recall=None, f1=None)


# ---- what a measurement depends on


def changed(
    taxonomy: tuple[Technique, ...] = (GLAZE,), papers: tuple[Paper, ...] = (POT, CUP), dumps: tuple[Dump, ...] = (MAY,)
) -> list[str]:
    """The names of the hashes that are others than those of the same without a change."""
    before = hash_sources((GLAZE,), (POT, CUP), (MAY,))
    now = hash_sources(taxonomy, papers, dumps)
    return sorted(name for name in before | now if before.get(name) != now.get(name))


@pytest.mark.parametrize(
    "change",
    [
        {"weight": 0.9},
        {"fields": ("title",)},
        {"phrases": CUE.phrases[:1]},
        {"phrases": (*CUE.phrases[:1], compile_phrase("glazed"))},
        {"name": "another"},
    ],
)
def test_another_cue_is_another_hash(change: dict[str, Any]) -> None:
    assert changed(taxonomy=(replace(GLAZE, cues=(replace(CUE, **change),)),)) == ["cues"]
    assert changed(taxonomy=(replace(GLAZE, rules_out=(replace(RULE, **change),)),)) == ["cues"]


def test_a_hash_is_sixteen_digits_short_enough_to_be_read_in_a_diff() -> None:
    hashes = hash_sources((GLAZE,), (POT, CUP), (MAY,))

    assert {len(one) for one in hashes.values()} == {16}


def test_other_labels_and_other_words_are_other_hashes() -> None:
    assert changed(papers=(replace(POT, techniques=("glaze",)), CUP)) == ["labels"]
    assert changed(papers=(POT, replace(CUP, techniques=None))) == ["labels"]
    assert changed(dumps=(JUNE,)) == ["dumps"]
    assert changed(dumps=(MAY, JUNE)) == ["dumps"]


def test_what_changes_no_label_changes_no_hash() -> None:
    copied = "\ufeffMay 8\r\n\r\n\r\nOn pots \r\n\r\nPots are fired.".encode()
    again = parse_dump(decode(copied, "may.txt"), "elsewhere/may.txt")
    shown = replace(GLAZE, body="More.", cues=(replace(CUE, because="they say so"),))
    papers = (CUP, replace(POT, title="Pots", techniques=("clay", "glaze")), Paper(slug="jug", title="On jugs"))

    assert changed(taxonomy=(shown,), papers=papers, dumps=(again,)) == []
    assert hash_sources((GLAZE,), (POT,), (MAY, JUNE)) == hash_sources((GLAZE,), (POT,), (JUNE, MAY))


def test_what_is_not_there_is_not_compared() -> None:
    kept = Scores(pages=2, dumps=("may.txt",), hashes=hash_sources((GLAZE,), (POT, CUP), (MAY,)), techniques=())

    assert find_outdated(kept, hash_sources((GLAZE,), (POT, CUP), ())) == ()
    assert find_outdated(kept, hash_sources((GLAZE,), (), (MAY,))) == ()
    assert find_outdated(kept, hash_sources((), (CUP,), (JUNE,))) == ("cues", "labels", "dumps")
    assert find_outdated(replace(kept, hashes={}), hash_sources((GLAZE,), (POT,), ())) == ("cues", "labels")


def test_scores_are_not_of_a_site_without_papers() -> None:
    kept = Scores(pages=2, dumps=("may.txt",), hashes=hash_sources((GLAZE,), (POT, CUP), (MAY,)), techniques=())

    assert find_outdated(kept, hash_sources((GLAZE,), (), ())) == ("labels",)


# ---- the file


@given(st.lists(st.tuples(WORDS, COUNTS, COUNTS, NAMES, NAMES), unique_by=lambda row: row[0]), NAMES)
def test_scores_read_back_are_those_written(
    rows: list[tuple[str, int, int, tuple[str, ...], tuple[str, ...]]], dumps: tuple[str, ...]
) -> None:
    techniques = tuple(
        Score(technique=slug, right=right, left_out=left_out, wrong=wrong, missed=missed)
        for slug, right, left_out, wrong, missed in sorted(rows)
    )
    scores = Scores(pages=7, dumps=dumps, hashes={"cues": "0123456789012345"}, techniques=techniques)

    assert parse_scores(format_scores(scores), "scores.json") == (scores, ())


def test_the_file_says_counts_and_figures_in_order() -> None:
    techniques = compare_labels(STATED, DERIVED, ["glaze", "clay", "slip"])
    scores = Scores(pages=4, dumps=("may.txt", "june.txt"), hashes={"labels": "2", "cues": "1"}, techniques=techniques)
    text = format_scores(scores)
    written = json.loads(text)

    assert text == json.dumps(written, indent=1, sort_keys=True) + "\n"
    assert (written["pages"], written["dumps"]) == (4, ["june.txt", "may.txt"])
    assert written["techniques"]["glaze"] == {
        "true_positives": 1,
        "true_negatives": 2,
        "false_positives": 1,
        "false_negatives": 0,
        "precision": 0.5,
        "recall": 1.0,
        "f1": 0.6667,
        "wrong": ["jug"],
        "missed": [],
    }
    assert written["techniques"]["slip"]["f1"] is None
    assert written["micro"] == {"precision": 0.6667, "recall": 0.6667, "f1": 0.6667}
    assert written["macro"] == {"precision": 0.75, "recall": 0.75, "f1": 0.6667}


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("[]", "scores.json: "),
        ('{\n"pages": 1\n', "scores.json: Invalid JSON"),
        ('{"dumps": [], "hashes": {}, "techniques": {}, "pages": "many"}', "scores.json: pages: "),
        ('{"dumps": [], "hashes": {}, "techniques": {"glaze": 1}, "pages": 1}', "scores.json: techniques.glaze: "),
    ],
)
def test_a_broken_file_is_named_with_what_is_wrong_and_the_cure(text: str, seen: str) -> None:
    with pytest.raises(InputError) as raised:
        parse_scores(text, "scores.json")
    assert str(raised.value).startswith(seen)
    assert "measure anew" in str(raised.value)
