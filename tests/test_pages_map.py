"""The map: which techniques meet, and how each has grown."""

from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from site_src.models import CompletePaper, Label, PartialDate
from site_src.pages.catalogue import make_catalogue
from site_src.pages.growth import sparks, year_columns, years_covered
from site_src.pages.meetings import find_meetings
from tests.invented_site import TAXONOMY, make_paper, make_site, render_site


def paper(slug: str, about: str, year: int = 0) -> CompletePaper:
    labels = tuple(Label(slug=slug, source="page") for slug in about.split())
    published = PartialDate(year) if year else None
    return replace(make_paper(slug, published=published), labels=labels)


PAPERS = (
    paper("pot", "glaze fire", 2023),
    paper("cup", "glaze fire", 2025),
    paper("jug", "glaze clay", 2025),
    paper("urn", "clay"),
)


def page(path: str, *papers: CompletePaper) -> LexborHTMLParser:
    return LexborHTMLParser(render_site(make_site(*(papers or PAPERS)), f"{path}index.html")[f"{path}index.html"])


def rows(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(row.text(separator=" ").split()) for row in tree.css(f"{selector} tr")]


def hrefs(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [str(link.attributes["href"]) for link in tree.css(f"{selector} a")]


def test_two_techniques_meet_in_the_papers_about_both() -> None:
    meetings = find_meetings(make_catalogue(make_site(*PAPERS)))

    assert [(meeting.name, [paper.slug for paper in meeting.papers]) for meeting in meetings] == [
        ("Glaze and Clay", ["jug"]),
        ("Glaze and Fire", ["pot", "cup"]),
    ]


def test_the_address_of_two_techniques_does_not_depend_on_their_order() -> None:
    turned = tuple(replace(technique, order=9 - technique.order) for technique in reversed(TAXONOMY))
    paths = [
        {meeting.path for meeting in find_meetings(make_catalogue(make_site(*PAPERS, taxonomy=taxonomy)))}
        for taxonomy in (TAXONOMY, turned)
    ]

    assert paths[0] == paths[1] == {"map/clay/glaze/", "map/fire/glaze/"}


def test_the_map_counts_them_and_leads_to_their_papers() -> None:
    tree = page("map/")

    assert rows(tree, "#matrix tbody") == ["Glaze 3 1 2", "Clay 1 2", "Fire 2 2"]
    assert hrefs(tree, "#matrix tbody td") == [
        *("/digest/techniques/glaze/", "/digest/map/clay/glaze/", "/digest/map/fire/glaze/"),
        *("/digest/map/clay/glaze/", "/digest/techniques/clay/"),
        *("/digest/map/fire/glaze/", "/digest/techniques/fire/"),
    ]
    assert [link.attributes["aria-label"] for link in tree.css("#matrix tbody td a")][:2] == [
        "3: Glaze",
        "1: Glaze and Clay",
    ]
    assert [cell.attributes.get("class") for cell in tree.css("#matrix tbody tr:first-child td")] == [
        "same",
        "shade-3",
        "shade-5",
    ]


def test_the_map_says_the_same_as_a_list() -> None:
    listed = " ".join(page("map/").css_first("#matrix details dl").text(separator=" ").split())  # type: ignore[union-attr]

    assert listed == "Glaze Fire 2 , Clay 1 Clay Glaze 1 Fire Glaze 2"


def test_the_papers_of_two_techniques_have_a_page() -> None:
    tree = page("map/fire/glaze/")

    assert [title.text() for title in tree.css("h1, .card-title")] == ["Glaze and Fire", "On pot", "On cup"]
    assert hrefs(tree, ".crumbs") == ["/digest/", "/digest/map/"]


def test_a_technique_page_tells_which_techniques_it_meets() -> None:
    tree = page("techniques/glaze/")

    assert " ".join(tree.css_first("#meets ul").text().split()) == "Fire 2 papers Clay 1 paper"  # type: ignore[union-attr]
    assert hrefs(tree, "#meets ul") == ["/digest/map/fire/glaze/", "/digest/map/clay/glaze/"]


def test_papers_are_counted_by_year_with_the_unknown_year_last() -> None:
    tree = page("map/")

    assert rows(tree, "#growth thead") == ["2023 2024 2025 unknown"]
    assert rows(tree, "#growth tbody") == ["Glaze 1 2", "Clay 1 1", "Fire 1 1"]
    assert rows(tree, "#growth tfoot") == ["All papers 1 0 2 1"]
    assert hrefs(tree, "#growth tfoot") == [f"/digest/years/{year}/" for year in ("2023", "2025", "unknown")]
    assert hrefs(tree, "#growth tbody tr:nth-child(2) td") == [
        "/digest/techniques/clay/?year=2025#papers",
        "/digest/techniques/clay/?year=unknown#papers",
    ]


def test_of_many_years_the_first_share_a_column() -> None:
    papers = [paper(f"p{year}", "clay", year) for year in range(1999, 2026)]
    catalogue = make_catalogue(make_site(*papers))
    columns = year_columns(catalogue)

    assert [column.name for column in columns] == ["≤ 2015", *map(str, range(2016, 2026))]
    assert [column.count(catalogue.site.papers) for column in columns][:2] == [17, 1]
    assert "year=" not in hrefs(page("map/", *papers), "#growth tbody")[1]


def test_sparks_are_drawn_on_one_scale() -> None:
    drawn = sparks(make_catalogue(make_site(*PAPERS)))

    assert drawn == {
        "glaze": "M0 20v-10.0h8V20zM20 20v-20.0h8V20z",
        "clay": "M20 20v-10.0h8V20z",
        "fire": "M0 20v-10.0h8V20zM20 20v-10.0h8V20z",
    }


def test_the_years_covered_are_said_as_far_as_known() -> None:
    assert years_covered(PAPERS) == "2023–2025"
    assert years_covered(PAPERS[1:]) == "2025"
    assert years_covered(PAPERS[3:]) == ""


def test_a_site_without_papers_has_an_empty_map() -> None:
    site = replace(make_site(), papers=(), digests=())
    tree = LexborHTMLParser(render_site(site, "map/index.html")["map/index.html"])

    assert rows(tree, "#matrix tbody") == ["Glaze", "Clay", "Fire"]
