"""What a command says at its end."""

import pytest

from site_src.errors import Place, Problem
from site_src.reports import warnings_text


@pytest.mark.parametrize(("warnings", "told"), [(40, []), (41, ["warning: … and 1 more"])])
def test_forty_warnings_are_told_and_how_many_more_there_are(warnings: int, told: list[str]) -> None:
    problems = [Problem(Place("may.txt", line), "odd", "mend it") for line in range(1, warnings + 1)]
    lines = warnings_text(problems).splitlines()

    assert lines[0] == "warning: may.txt:1: odd; mend it"
    assert lines[39] == "warning: may.txt:40: odd; mend it"
    assert lines[40:] == told
