"""The page that tells how often derived labels are right."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_src.models import Score, Scores
from tests.invented_site import MAY, make_paper, make_site, render_site

GLAZE = Score(technique="glaze", right=3, left_out=4, wrong=("pot",), missed=("cup", "gone"))
CLAY = Score(technique="clay", right=2, left_out=8, wrong=(), missed=())
FIRE = Score(technique="fire", right=0, left_out=10, wrong=(), missed=())
SCORES = Scores(pages=10, dumps=("june.txt", "may.txt"), hashes={}, techniques=(CLAY, FIRE, GLAZE))


def quality(scores: Scores | None = SCORES, *outdated: str) -> LexborHTMLParser:
    site = make_site(scores=scores, outdated=outdated)
    return LexborHTMLParser(render_site(site, "quality/index.html")["quality/index.html"])


def text(tree: LexborHTMLParser, selector: str = "main") -> str:
    return " ".join(" ".join(found.text() for found in tree.css(selector)).split())


def test_it_says_on_what_it_was_measured() -> None:
    shown = text(quality())

    assert "The pages of 10 papers" in shown
    assert "2 dumps: june.txt, may.txt." in shown


def test_each_technique_has_its_figures_with_the_counts_behind_them() -> None:
    rows = [" ".join(row.text(separator=" ").split()) for row in quality().css(".scores tr")]

    assert rows == [
        "Technique Precision Recall F1",
        "Glaze 75% 3 of 4 60% 3 of 5 67%",
        "Clay 100% 2 of 2 100% 2 of 2 100%",
        "Fire – 0 of 0 – 0 of 0 –",
        "All labels alike (micro) 83% 5 of 6 71% 5 of 7 77%",
        "All techniques alike (macro) 88% 80% 83%",
    ]


def test_the_papers_on_which_the_two_differ_are_listed_if_they_are_still_there() -> None:
    tree = quality()

    assert text(tree, "#differences summary") == "Glaze: 1 derived alone, 1 stated alone"
    assert [link.attributes["href"] for link in tree.css("#differences a")] == [
        "/digest/papers/pot/",
        "/digest/papers/cup/",
    ]


def test_where_nothing_differs_it_says_so() -> None:
    scores = Scores(pages=10, dumps=("may.txt",), hashes={}, techniques=(CLAY,))

    assert text(quality(scores), "#differences") == "Where the two differ Nowhere."


def test_a_technique_that_is_gone_has_no_row() -> None:
    gone = Score(technique="slip", right=1, left_out=9, wrong=(), missed=())
    tree = quality(Scores(pages=10, dumps=("may.txt",), hashes={}, techniques=(gone, CLAY)))

    assert "slip" not in text(tree, ".scores").lower()


@pytest.mark.parametrize(
    ("outdated", "said"),
    [
        (("cues",), "There are figures, but of other cues;"),
        (("labels", "dumps"), "There are figures, but of pages that state other labels and other dumps;"),
    ],
)
def test_figures_of_others_are_not_shown_but_named(outdated: tuple[str, ...], said: str) -> None:
    tree = quality(SCORES, *outdated)

    assert said in text(tree)
    assert not tree.css(".scores, #differences")
    assert "%" not in text(tree)


def test_papers_that_were_not_measured_are_counted() -> None:
    site = make_site(*(make_paper(f"pot-{number}", MAY) for number in range(12)), scores=SCORES)
    tree = LexborHTMLParser(render_site(site, "quality/index.html")["quality/index.html"])

    assert "Not measured: 2 other papers of this site." in text(tree)
    assert "Not measured" not in text(quality())


def test_without_scores_it_says_that_nothing_was_measured() -> None:
    tree = quality(None)

    assert "Nothing was measured" in text(tree)
    assert "There are figures" not in text(tree)
    assert not tree.css(".scores, #differences")


def test_every_page_leads_to_it() -> None:
    files = render_site(make_site())

    assert all('href="/digest/quality/"' in html for path, html in files.items() if path.endswith(".html"))
