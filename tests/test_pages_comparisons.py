"""Reported results side by side on a technique's page, and what stands out elsewhere."""

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_src.models import Appearance as Naming
from site_src.models import CompletePaper, Label, NamedMethod, Result
from site_src.pages.catalogue import make_catalogue
from site_src.pages.comparisons import Comparison, compare_results, is_limit
from site_src.pages.standouts import names_something, strongest, strongest_apart
from site_src.results.kinds import find_kind
from tests.invented_site import KINDS, MAY, full_paper, make_paper, make_site, render_site


def result(value: str, number: float | None, metric: str = "speed-up", unit: str = "x", **more: object) -> Result:
    facts = {"baseline": None, "quote": f"It is {value}.", "source": "page", "number_hi": None} | more
    kind = find_kind(unit, metric, KINDS)
    return Result(value=value, number=number, unit=unit, metric=metric, kind=kind, **facts)  # type: ignore[arg-type]


def paper(slug: str, *results: Result, about: str = "glaze") -> CompletePaper:
    labels = tuple(Label(slug=slug, source="page") for slug in about.split())
    return replace(make_paper(slug, MAY), results=results, labels=labels)


def compare(*papers: CompletePaper) -> tuple[Comparison, ...]:
    return compare_results(papers, make_catalogue(make_site(*papers)))


def page(path: str, *papers: CompletePaper) -> LexborHTMLParser:
    return LexborHTMLParser(render_site(make_site(*papers), f"{path}index.html")[f"{path}index.html"])


def text(tree: LexborHTMLParser, selector: str) -> str:
    return " ".join(" ".join(found.text(separator=" ") for found in tree.css(selector)).split())


def test_results_are_grouped_by_kind_the_strongest_first() -> None:
    found = compare(
        paper("pot", result("2×", 2), result("50%", 50, unit="%")),
        paper("cup", result("up to 9×", 9), result("80%", 80, unit="%")),
        paper("jug", result("0.5%", 0.5, "breakage", "%"), result("0.1%", 0.1, "breakage", "%")),
        paper("urn", result("0.2%", 0.2, "breakage", "%")),
    )

    assert [(one.kind.slug, [claim.result.value for claim in one.claims], one.papers) for one in found] == [
        ("speed-up", ["up to 9×", "2×"], 2),
        ("faster", ["80%", "50%"], 2),
        ("breakage", ["0.1%", "0.2%", "0.5%"], 2),
    ]


def test_what_a_single_paper_reports_is_among_the_others_and_not_plotted() -> None:
    [other] = compare(paper("pot", result("2×", 2), result("3 ms", 3, "latency", "ms"), result("4×", 4)))

    assert other.kind.slug == "other"
    assert [claim.result.value for claim in other.claims] == ["2×", "3 ms", "4×"]
    assert other.axis is None
    assert other.rows == ()


def test_a_paper_has_one_row_with_a_mark_for_each_of_its_results() -> None:
    [speed] = compare(
        paper("pot", result("1×", 1), result("2–10×", 2, number_hi=10)), paper("cup", result("up to 100×", 100))
    )

    assert [(row.name, row.value, row.more) for row in speed.rows] == [
        ("On cup", "up to 100×", 0),
        ("On pot", "2–10×", 1),
    ]
    assert [(mark.start, mark.end, mark.limit) for row in speed.rows for mark in row.marks] == [
        (100, 100, True),
        (15.1, 50, False),
        (0, 0, False),
    ]


def test_a_number_without_a_place_on_the_axis_is_in_the_table_alone() -> None:
    [speed] = compare(paper("pot", result("twice", None), result("0×", 0)), paper("cup", result("2×", 2)))

    assert [row.name for row in speed.rows] == ["On cup"]
    assert [claim.result.value for claim in speed.claims] == ["2×", "0×", "twice"]


def test_where_no_number_is_read_nothing_is_plotted() -> None:
    [speed] = compare(paper("pot", result("twice", None)), paper("cup", result("thrice", None)))

    assert speed.axis is None


def test_a_long_plot_is_folded_and_a_row_bears_a_short_name() -> None:
    papers = [paper(f"p{number}", result(f"{number}×", number)) for number in range(1, 14)]
    long = replace(paper("long", result("99×", 99)), title="Kilnfire: " + "hot " * 20)
    unbroken = replace(paper("unbroken", result("98×", 98)), title="窯" * 60)
    method = NamedMethod(name="Kilnfire", full_name="", named_by=(Naming(slug="long", evidence=()),), mentioned_by=())
    everything = [*papers, long, unbroken]
    [speed] = compare_results(everything, make_catalogue(make_site(*everything, methods=(method,))))

    assert (len(speed.rows), len(speed.folded)) == (10, 5)
    assert [row.name for row in speed.rows[:2]] == ["Kilnfire", "窯" * 60]
    [untitled] = compare(paper("a", result("1×", 1)), long)
    assert untitled.rows[0].name == "Kilnfire: hot hot hot hot hot hot…"


@pytest.mark.parametrize(
    ("value", "expected"),
    [("up to 3×", True), ("<1%", True), (">2.5×", True), ("2× or more", True), ("3×", False), ("about 3×", False)],
)
def test_a_limit_is_told_from_a_value(value: str, expected: bool) -> None:  # noqa: FBT001
    assert is_limit(result(value, 1)) is expected


def test_a_technique_page_shows_its_results_as_a_plot_and_as_a_table() -> None:
    tree = page("techniques/glaze/", paper("pot", result("2×", 2, baseline="Salt")), paper("cup", result("8×", 8)))

    assert "not comparable across papers" in text(tree, "#results")
    assert text(tree, ".plot li") == "On cup 8× On pot 2×"
    assert text(tree, ".scale svg") == "1× 2× 5× 10×"
    assert text(tree, ".claims tbody tr") == (
        "8× speed-up not said On cup Sentence It is 8×. 2× speed-up Salt On pot Sentence It is 2×."
    )
    assert len(tree.css(".plot circle")) == 2


def test_sentences_are_promised_where_there_are_any() -> None:
    quoted, bare = result("2×", 2), result("8×", 8, quote="")

    some = page("techniques/glaze/", paper("pot", quoted), paper("cup", bare))
    none = page("techniques/glaze/", paper("pot", bare), paper("cup", bare))

    assert text(some, "#results summary").endswith("The same as a table, with the sentences Sentence")
    assert text(none, "#results summary").endswith("The same as a table")
    assert "sentence" in text(some, ".claims thead")
    assert "sentence" not in text(none, ".claims thead")


def test_times_typed_as_a_letter_are_shown_by_their_sign() -> None:
    tree = page("techniques/glaze/", paper("pot", result("4.5x", 4.5)), paper("cup", result("2x-3 x", 2)))

    assert text(tree, ".plot-value") == "4.5× 2×-3×"
    assert text(tree, ".claims td.value") == "4.5× 2×-3×"
    assert text(tree, ".card-result .value") == "4.5× 2×-3×"


def test_only_results_of_papers_about_the_technique_count() -> None:
    tree = page("techniques/clay/", full_paper(), make_paper("pot"), make_paper("cup"))

    assert not tree.css("#results")


def test_a_technique_page_sums_itself_up() -> None:
    full = full_paper()
    named = replace(full, results=(replace(full.results[0], baseline="Raku"),))
    tree = page("techniques/glaze/", named, make_paper("pot"), make_paper("cup"))

    assert text(tree, "#glance .figures") == (
        "About it 1 Report results 1 Years of publication 2025 Largest speed-up against a named baseline 2×"
    )
    assert "2× speed-up against Raku, by Glazes That Fire" in " ".join(tree.css_first("#glance .aside").text().split())  # type: ignore[union-attr]
    assert "Largest" not in text(page("techniques/glaze/", full, make_paper("pot"), make_paper("cup")), "#glance")


# ---- what stands out


def test_a_result_stands_out_only_against_something_named() -> None:
    papers = (
        paper("pot", result("9×", 9, baseline="existing approaches")),
        paper("cup", result("3×", 3, baseline="Raku"), result("4×", 4, baseline="Cone 10")),
        paper("jug", result("5×", 5, baseline="A* search")),
        paper("urn", result("8×", 8)),
    )
    catalogue = make_catalogue(make_site(*papers))

    assert [standout.result.value for standout in strongest(papers, catalogue)] == ["5×", "4×"]


@pytest.mark.parametrize(
    ("baseline", "expected"),
    [
        ("Raku", True),
        ("cone 10", True),
        ("A* search", True),
        ("kilns like Raku", True),
        ("the baselines", False),
        ("existing Raku solutions", False),
        ("K9-based methods", False),
        ("third-party C++ libraries", False),
        ("", False),
    ],
)
def test_a_baseline_that_names_something_is_told_from_one_that_does_not(baseline: str, expected: bool) -> None:  # noqa: FBT001
    assert names_something(baseline) is expected


def test_of_the_whole_site_no_two_from_one_technique_stand_out() -> None:
    papers = (
        paper("pot", result("9×", 9, baseline="A"), about="glaze fire"),
        paper("cup", result("8×", 8, baseline="A"), about="fire"),
        paper("jug", result("7×", 7, baseline="A"), about="clay"),
        paper("urn", result("6×", 6, baseline="A"), about=""),
    )
    catalogue = make_catalogue(make_site(*papers))

    assert [standout.result.value for standout in strongest_apart(papers, catalogue)] == ["9×", "7×"]


def test_home_and_digest_show_what_stands_out_and_how_it_was_picked() -> None:
    papers = (paper("pot", result("9×", 9, baseline="Salt")), paper("cup", about="glaze clay"))
    home, digest = page("", *papers), page("digests/2025-05-08/", *papers)

    assert "9× speed-up against Salt On pot" in text(home, ".standouts.wide")
    assert "The largest speed-ups stated against something named, no two from one technique" in text(home, "main")
    assert "The largest speed-ups against something named" in text(digest, "#standouts")
    assert text(digest, "#standouts .standouts") == "9× speed-up against Salt On pot"
    assert text(digest, "#standouts .subjects") == "Glaze 2 papers Clay 1 paper"


def test_a_digest_in_which_nothing_stands_out_does_not_say_so() -> None:
    assert not page("digests/2025-05-08/", make_paper("pot", MAY)).css("#standouts")


def test_on_a_site_where_no_kind_leads_nothing_stands_out_and_cards_show_the_first_result() -> None:
    first, second = result("50%", 50, unit="%", baseline="Salt"), result("3×", 3, baseline="Salt")
    papers = [paper("pot", *(replace(one, kind=replace(one.kind, strongest=None)) for one in (first, second)))]
    site = make_site(*papers, kinds=tuple(replace(kind, strongest=None) for kind in KINDS))
    files = render_site(site, "index.html", "papers/index.html", "digests/2025-05-08/index.html")

    assert not any('class="standouts' in text for text in files.values())
    assert "data-strongest" not in files["papers/index.html"]
    assert ">50%</b>" in files["papers/index.html"]


# ---- how much of a plot is shown


@pytest.mark.parametrize(("number", "shown", "folded"), [(12, 12, 0), (13, 10, 3)])
def test_a_plot_is_folded_after_ten_rows_where_that_hides_three_or_more(number: int, shown: int, folded: int) -> None:
    [speed] = compare(*(paper(f"p{n}", result(f"{n}×", n)) for n in range(1, number + 1)))

    assert (len(speed.rows), len(speed.folded)) == (shown, folded)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Kilns that are fired by wood and wind", "Kilns that are fired by wood and…"),
        ("Kilns that are fired by wood and oil", "Kilns that are fired by wood and oil"),
    ],
)
def test_a_name_in_a_plot_has_36_characters_or_is_cut_at_a_word(title: str, name: str) -> None:
    [speed] = compare(replace(paper("pot", result("2×", 2)), title=title), paper("cup", result("1×", 1)))

    assert speed.rows[0].name == name


@pytest.mark.parametrize(("papers", "compared"), [(1, ["other"]), (2, ["speed-up"])])
def test_two_papers_make_a_comparison(papers: int, compared: list[str]) -> None:
    found = compare(*(paper(f"p{n}", result(f"{n}×", n)) for n in range(1, papers + 1)))

    assert [one.kind.slug for one in found] == compared
