"""The labels of the invented papers, against those decided by reading."""

import yaml

from site_src.outcomes import Built
from site_src.scores import compare_labels
from tests.conftest import CORPUS


def test_labels_of_the_invented_papers_are_those_of_a_reader_but_for_one(built_without_pages: Built) -> None:
    """What is cached is told in passing, so that it is found as a mention only."""
    stated = yaml.safe_load((CORPUS / "labels.yml").read_text(encoding="utf-8"))
    site = built_without_pages.site
    derived = {paper.slug: paper.techniques for paper in site.papers}
    scores = compare_labels(stated, derived, [technique.slug for technique in site.taxonomy])

    assert set(stated) == set(derived)
    assert [(score.technique, score.wrong, score.missed) for score in scores if score.wrong or score.missed] == [
        ("kv-cache", (), ("xi-shu-zhu-yi-li-de-huan-cun-7eaebc",))
    ]
    assert sum(score.right for score in scores) == 9
