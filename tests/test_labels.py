"""The floor under derived labels: on the invented corpus always, on real dumps where they are.

A floor is there to notice that labels got worse; how good they are is published on the site's page about quality.
"""

from pathlib import Path

import pytest
import yaml

from site_src.content import SCORES, Content, read_content
from site_src.models import Scores
from site_src.pipeline import score_labels
from site_src.scores import compare_labels, find_outdated, format_scores, score_figures
from tests.conftest import CORPUS, ROOT, build, quiet

FIRST_FOUR = {"quantization", "kv-cache", "moe", "speculative-decoding"}


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content(ROOT / "content")


@pytest.fixture(scope="module")
def real_scores(content: Content, real_dumps: Path) -> Scores:
    """Measured on the real dumps; skips the test where no page says what is right."""
    if all(paper.techniques is None for paper in content.papers):
        pytest.skip("no page of content/papers states its techniques")
    return score_labels(content, [real_dumps], report=quiet)[0]


def micro_f1(scores: Scores, techniques: set[str]) -> float:
    f1 = score_figures(*(score for score in scores.techniques if score.technique in techniques)).f1
    assert f1 is not None
    return f1


def test_labels_of_the_invented_papers_keep_their_floor(corpus_content: Path) -> None:
    stated = yaml.safe_load((CORPUS / "labels.yml").read_text(encoding="utf-8"))
    site = build(read_content(corpus_content, with_papers=False)).site
    derived = {paper.slug: paper.techniques for paper in site.papers}
    scores = compare_labels(stated, derived, [technique.slug for technique in site.taxonomy])

    assert set(stated) == set(derived)
    assert (score_figures(*scores).f1 or 0) >= 0.85, [score for score in scores if score.wrong or score.missed]


def test_labels_of_the_real_papers_keep_their_floor(real_scores: Scores) -> None:
    everything = {score.technique for score in real_scores.techniques}

    assert micro_f1(real_scores, everything) >= 0.90
    assert micro_f1(real_scores, FIRST_FOUR) >= 0.92


def test_the_scores_kept_are_those_measured_now(content: Content, real_scores: Scores) -> None:
    if content.scores is None:
        pytest.skip(f"no content/{SCORES}: nothing was measured yet")
    if "dumps" in find_outdated(content.scores, real_scores.hashes):
        pytest.skip(f"content/{SCORES} was measured on other dumps")
    kept = (ROOT / "content" / SCORES).read_text(encoding="utf-8")

    assert kept == format_scores(real_scores), "if the change is meant: make score DUMPS=..."
