"""Tests of the general words: every row takes and leaves what it says."""

import pytest

from site_src.language.units import MEASURES
from site_src.results.examples import AnyRow, wrong_examples
from site_src.results.general.changes import CHANGES
from site_src.results.general.exclusions import EXCLUSIONS
from site_src.results.general.kinds import KINDS
from site_src.results.general.metrics import METRICS
from site_src.results.vocabulary import make_vocabulary


@pytest.mark.parametrize("rows", [METRICS, CHANGES, MEASURES, EXCLUSIONS, KINDS], ids=len)
def test_every_row_has_examples_and_they_hold(rows: tuple[AnyRow, ...]) -> None:
    wrong = [getattr(rows[place], said)[i] for place, said, i in wrong_examples(rows, make_vocabulary())]
    assert wrong == []
    assert all(row.takes and row.leaves for row in rows)
