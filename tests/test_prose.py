"""Prose links to the papers a build has, and to no others."""

from dataclasses import replace

import pytest

from site_src.models import TextPage
from site_src.outcomes import Built
from site_src.prose import unlink_missing, unlink_papers
from tests.invented_site import make_site

FROST = "frostquant-four-bit-weights-without-a-calibration-set"


def test_a_link_to_a_paper_that_is_not_there_becomes_its_text() -> None:
    body = "See [A](/papers/a/), [B *b*](papers/b/), [all](/papers/) and [C](https://example.org/papers/c/)."
    expected = "See [A](/papers/a/), B *b*, [all](/papers/) and [C](https://example.org/papers/c/)."

    assert unlink_papers(body, {"a"}) == (expected, ["b"])


def test_what_is_unlinked_is_reported_with_its_page(built: Built) -> None:
    page = TextPage(slug="about", title="About", description="", body=f"[F](/papers/{FROST}/) [B](/papers/boat/)")
    site, problems = unlink_missing(replace(built.site, text_pages=(page,)))

    assert site.text_pages[0].body == f"[F](/papers/{FROST}/) B"
    assert [str(problem).split(";")[0] for problem in problems] == [
        "pages/about.md: links to a paper this build does not have (boat)"
    ]


def test_a_site_of_other_papers_builds_with_its_introductions(built_without_dumps: Built) -> None:
    assert any(problem.place.file == "techniques/quantization.md" for problem in built_without_dumps.problems)
    assert b"(FrostQuant\nneeds none)" in built_without_dumps.files["techniques/quantization/index.html"]


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (3, "3 papers this build does not have (p0, p1, p2)"),
        (4, "4 papers this build does not have (p0, p1, p2, …)"),
    ],
)
def test_a_warning_names_three_of_the_papers_that_are_not_there(missing: int, said: str) -> None:
    body = " ".join(f"[P](/papers/p{number}/)" for number in range(missing))
    page = TextPage(slug="about", title="About", description="", body=body)
    _, [problem] = unlink_missing(make_site(text_pages=(page,)))

    assert problem.seen == f"links to {said}"
