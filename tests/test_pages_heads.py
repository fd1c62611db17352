"""What the head of each page tells machines: addresses, pictures, alternates, JSON-LD."""

import json
import zlib
from dataclasses import replace
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.draw_icons import ICONS, STATIC, draw
from tests.invented_site import CONFIG, MAY, UNDATED, make_paper, make_site, render_site

BASE = "https://example.org/digest/"


def head(path: str, *papers: Any, **parts: Any) -> LexborHTMLParser:  # noqa: ANN401  whatever a site is made of
    return LexborHTMLParser(render_site(make_site(*papers, **parts), path)[path])


def contents(tree: LexborHTMLParser, prefix: str) -> dict[str, str]:
    metas = [meta.attributes for meta in tree.css("meta")]
    named = ((str(meta.get("property") or meta.get("name")), str(meta.get("content"))) for meta in metas)
    return {name: content for name, content in named if name.startswith(prefix)}


def graph(tree: LexborHTMLParser) -> dict[str, dict[str, Any]]:
    script = tree.css_first("script[type='application/ld+json']")
    return {node["@type"]: node for node in json.loads(script.text())["@graph"]} if script else {}


def alternates(tree: LexborHTMLParser) -> list[tuple[str, str]]:
    links = tree.css("link[rel=alternate]")
    return [(str(link.attributes["type"]), str(link.attributes["href"])) for link in links]


def test_a_shared_link_shows_title_description_and_icon() -> None:
    shared = contents(head("papers/full/index.html"), "og:")

    assert shared == {
        "og:title": "Glazes That Fire Twice as Fast · Kiln",
        "og:type": "article",
        "og:url": f"{BASE}papers/full/",
        "og:description": "A glaze that halves the firing.",
        "og:site_name": "Kiln",
        "og:image": f"{BASE}static/icon-512.png",
        "og:image:width": "512",
        "og:image:height": "512",
        "og:image:alt": "The icon of Kiln",
    }
    assert contents(head("index.html"), "twitter:") == {"twitter:card": "summary"}


def test_every_page_that_may_be_indexed_has_json_ld_and_its_place() -> None:
    files = {path: text for path, text in render_site(make_site()).items() if path.endswith(".html")}
    trees = {path: LexborHTMLParser(text) for path, text in files.items()}
    without = {path for path, tree in trees.items() if "BreadcrumbList" not in graph(tree)}

    assert without == {"index.html", "404.html"}
    for path, tree in trees.items():
        assert bool(tree.css(".crumbs")) == (path not in without), path


def test_the_home_page_tells_how_to_search_the_site() -> None:
    search = graph(head("index.html"))["WebSite"]["potentialAction"]

    assert search == {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{BASE}search/?q={{search_term_string}}"},
        "query-input": "required name=search_term_string",
    }


def test_a_technique_is_a_collection_of_its_papers_about_a_term() -> None:
    page = graph(head("techniques/glaze/index.html"))["CollectionPage"]

    assert page == {
        "@type": "CollectionPage",
        "@id": f"{BASE}techniques/glaze/",
        "url": f"{BASE}techniques/glaze/",
        "name": "Glaze",
        "inLanguage": "en",
        "description": "All about glaze.",
        "about": {
            "@type": "DefinedTerm",
            "name": "Glaze",
            "url": f"{BASE}techniques/glaze/",
            "description": "All about glaze.",
        },
        "mainEntity": {
            "@type": "ItemList",
            "numberOfItems": 1,
            "itemListElement": [{"@type": "ListItem", "position": 1, "url": f"{BASE}papers/full/"}],
        },
        "isPartOf": {"@id": BASE},
    }


@pytest.mark.parametrize(
    "path", ["papers", "digests", "digests/2025-05-08", "years", "years/2025", "techniques", "methods", "glossary"]
)
def test_a_page_that_lists_is_a_collection(path: str) -> None:
    page = graph(head(f"{path}/index.html"))["CollectionPage"]

    assert page["url"] == f"{BASE}{path}/"
    assert page["name"]
    assert page["description"]


def test_a_list_goes_on_counting_on_its_further_pages() -> None:
    papers = [make_paper(f"p{number}", MAY) for number in range(7)]
    page = graph(head("papers/page/2/index.html", *papers))["CollectionPage"]

    assert (page["name"], page["url"]) == ("Papers, page 2", f"{BASE}papers/page/2/")
    assert page["mainEntity"]["numberOfItems"] == 7
    assert [entry["position"] for entry in page["mainEntity"]["itemListElement"]] == [6, 7]


@pytest.mark.parametrize(("papers", "listed"), [(30, 30), (31, 30)])
def test_a_long_list_is_told_by_its_first_thirty_papers(papers: int, listed: int) -> None:
    many = [make_paper(f"p{number}", MAY) for number in range(papers)]
    config = replace(CONFIG, page_size=99)
    told = graph(head("papers/index.html", *many, config=config))["CollectionPage"]["mainEntity"]

    assert told["numberOfItems"] == papers
    assert len(told["itemListElement"]) == listed


def test_an_empty_list_is_no_item_list() -> None:
    assert "mainEntity" not in graph(head("techniques/clay/index.html"))["CollectionPage"]


def test_a_paper_leads_to_its_citations_and_the_feeds() -> None:
    assert alternates(head("papers/full/index.html")) == [
        ("application/x-bibtex", "/digest/papers/full/cite.bib"),
        ("application/x-research-info-systems", "/digest/papers/full/cite.ris"),
        ("application/vnd.citationstyles.csl+json", "/digest/papers/full/cite.csl.json"),
        ("application/atom+xml", "/digest/feed.xml"),
        ("application/feed+json", "/digest/feed.json"),
    ]


def test_a_list_leads_to_the_citations_of_its_papers_where_it_has_any() -> None:
    assert ("application/x-bibtex", "/digest/techniques/glaze/papers.bib") in alternates(
        head("techniques/glaze/index.html")
    )
    assert [kind for kind, _ in alternates(head("techniques/clay/index.html"))] == [
        "application/atom+xml",
        "application/feed+json",
    ]
    assert alternates(head("index.html", make_paper("leap", UNDATED))) == []


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("papers/index.html", "Cite or export all 3 papers: BibTeX · RIS · CSL-JSON"),
        ("techniques/glaze/index.html", "Cite or export this paper: BibTeX · RIS · CSL-JSON"),
        ("digests/2025-05-08/index.html", "Cite or export all 2 papers: BibTeX · RIS · CSL-JSON"),
    ],
)
def test_a_list_offers_its_citations(path: str, said: str) -> None:
    [line] = head(path).css(".export")

    assert " ".join(line.text().split()) == said


def test_a_technique_without_papers_offers_none() -> None:
    assert not head("techniques/clay/index.html").css(".export")


def test_a_paper_shows_its_reference_and_every_format_once() -> None:
    tree = head("papers/full/index.html")

    reference = tree.css_first("#cite [data-copy=reference]")
    assert reference is not None
    assert reference.text().startswith("Ann Potter and Bo Turner (2025). Glazes That Fire Twice as Fast. ICKiln 2025.")
    assert [text.text().split()[0] for text in tree.css("#cite details pre")] == ["@misc{full,", "TY", "["]
    assert [link.attributes["href"] for link in tree.css("#cite a[download]")] == [
        f"/digest/papers/full/cite{suffix}" for suffix in (".bib", ".ris", ".csl.json")
    ]
    assert next(link.attributes["download"] for link in tree.css("#cite a")) == "full-cite.bib"
    assert all(text.parent and text.parent.css_first(".copy-row") for text in tree.css("[data-copy]"))


# ---- icons


def read_png(content: bytes) -> tuple[int, int, bytes]:
    """Width, height, and the rows, each after a byte that says how it is filtered."""
    start = content.index(b"IDAT") + 4
    length = int.from_bytes(content[start - 8 : start - 4], "big")
    width, height = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    return width, height, zlib.decompress(content[start : start + length])


@pytest.mark.parametrize(("name", "size"), ICONS.items())
def test_an_icon_is_a_small_png_of_its_size(name: str, size: int) -> None:
    content = (STATIC / name).read_bytes()

    assert read_png(content)[:2] == (size, size)
    assert len(content) < 4000


def test_the_icons_are_as_drawn() -> None:
    name, size = next(iter(ICONS.items()))

    drawn = b"".join(b"\0" + row for row in draw(size))
    assert read_png((STATIC / name).read_bytes())[2] == drawn, "if the change is meant: make icons"


def test_the_manifest_names_icons_that_are_there() -> None:
    manifest = json.loads(render_site(make_site(), "site.webmanifest")["site.webmanifest"])
    names = [icon["src"].removeprefix("/digest/static/") for icon in manifest["icons"]]

    assert names == ["icon.svg", "icon-192.png", "icon-512.png", "icon-512.png", "favicon.ico"]
    assert all((STATIC / name).is_file() for name in names)


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        ("papers/index.html", {"Papers": "page"}),
        ("papers/full/index.html", {"Papers": "true"}),
        ("index.html", {}),
    ],
)
def test_the_navigation_marks_the_page_or_the_section_it_is_in(path: str, marked: dict[str, str]) -> None:
    links = head(path).css(".site-nav a[aria-current]")

    assert {link.text(): link.attributes["aria-current"] for link in links} == marked
