"""The index of methods, the glossary, and what papers' pages say of names."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_src.models import CompletePaper, Site
from site_src.pages.names import by_letter
from site_src.terms import find_acronyms, find_methods, read_text
from tests.invented_site import MAY, make_paper, make_site, render_site, with_summary

KILN = make_paper("kiln", MAY, title="FastKiln: Firing at Scale", abstract="A quick open kiln (QOK) fires.")
POTS = make_paper("pots", MAY, title="Pots from FastKiln", abstract="FastKiln fires pots. Each is a deep pot (DEP).")
CUPS = with_summary(make_paper("cups", MAY, title="Cups"), "FastKiln fires cups, too.")
PANS = make_paper("pans", MAY, title="Pans", abstract="A dry earthen pan (DEP) is dry.")
HOSTILE = "<b x>&amp;"


def site(*papers: CompletePaper) -> Site:
    texts = [read_text(paper) for paper in papers]
    return make_site(*papers, methods=find_methods(texts), glossary=find_acronyms(texts))


def page(path: str, *papers: CompletePaper) -> LexborHTMLParser:
    return LexborHTMLParser(render_site(site(*papers), f"{path}index.html")[f"{path}index.html"])


def words(node: LexborHTMLParser | LexborNode, selector: str) -> list[str]:
    return [" ".join(found.text().split()) for found in node.css(selector)]


def links(node: LexborHTMLParser, selector: str) -> list[str]:
    return [str(link.attributes["href"]).removeprefix("/digest/") for link in node.css(f"{selector} a")]


# ---- the index of methods


def test_a_method_leads_to_the_paper_that_names_it_and_to_those_that_mention_it() -> None:
    tree = page("methods/", KILN, POTS, CUPS, PANS)

    assert words(tree, ".names > div") == [
        "FastKiln FastKiln: Firing at Scale mentioned in Pots from FastKiln mentioned in Cups"
    ]
    assert links(tree, ".names") == ["papers/kiln/", "papers/pots/", "papers/cups/"]


def test_a_method_shows_what_its_name_is_short_for() -> None:
    paper = make_paper("qok", title="QOK: A Kiln", abstract="We propose a quick open kiln (QOK), a kiln.")

    assert words(page("methods/", paper), ".names dt") == ["QOK quick open kiln"]


def test_two_papers_with_a_method_of_one_name_are_both_shown() -> None:
    other = replace(KILN, paper=replace(KILN.paper, slug="other"), title="FastKiln: Firing by Hand")

    assert links(page("methods/", KILN, other), ".names") == ["papers/kiln/", "papers/other/"]


# ---- the glossary


def test_an_acronym_leads_to_the_papers_that_define_it() -> None:
    tree = page("glossary/", KILN, PANS)

    assert words(tree, ".names > div") == ["DEP dry earthen pan Pans", "QOK quick open kiln FastKiln: Firing at Scale"]
    assert links(tree, ".names") == ["papers/pans/", "papers/kiln/"]


def test_a_conflict_is_shown_with_every_meaning() -> None:
    tree = page("glossary/", POTS, PANS)

    assert words(tree, ".names dt") == ["DEP 2 meanings"]
    assert words(tree, ".names dd") == ["deep pot Pots from FastKiln", "dry earthen pan Pans"]


@pytest.mark.parametrize(("number", "folded"), [(3, 0), (4, 4)])
def test_many_papers_of_one_meaning_are_folded(number: int, folded: int) -> None:
    papers = [make_paper(f"p{n}", MAY, abstract="A dry earthen pan (DEP).") for n in range(number)]
    tree = page("glossary/", *papers)

    assert len(links(tree, ".names dd")) == number
    assert len(links(tree, ".names details")) == folded


# ---- both


@pytest.mark.parametrize(("path", "name"), [("methods/", "Methods"), ("glossary/", "Glossary")])
def test_an_index_is_reached_from_every_page_and_leads_back(path: str, name: str) -> None:
    files = render_site(site(KILN, POTS))
    tree = LexborHTMLParser(files[f"{path}index.html"])

    assert all(f'href="/digest/{path}"' in html for at, html in files.items() if at.endswith(".html"))
    assert words(tree, ".crumbs li") == ["Home", name]


@pytest.mark.parametrize("path", ["methods/", "glossary/"])
def test_letters_lead_to_their_sections(path: str) -> None:
    names = ("AnKiln", "ÄnKiln", "7Kiln", "ΩmKiln", "zaKiln")
    papers = [
        make_paper(f"p{n}", MAY, title=f"{name}: A Kiln", abstract=f"A {long} (KI{name[0]}).")
        for n, (name, long) in enumerate(zip(names, ("kiln in air", "kiln in air", "", "", "kiln in Zug"), strict=True))
    ]
    tree = page(path, *papers)
    targets = links(tree, ".letters")

    assert targets == [f"#{section.attributes['id']}" for section in tree.css("section.part")]
    assert words(tree, ".letters li") == words(tree, "section.part h2")
    assert words(tree, ".letters li") == (["0–9", "A", "Z", "Other"] if path == "methods/" else ["K"])


@given(st.lists(st.text(max_size=4)))
def test_every_entry_is_under_one_letter_in_its_order(names: list[str]) -> None:
    letters = by_letter(names, str)

    assert sorted(name for letter in letters for name in letter.entries) == sorted(names)
    assert len({letter.id for letter in letters}) == len(letters)
    for letter in letters:
        assert list(letter.entries) == [name for name in names if name in letter.entries]


@pytest.mark.parametrize("path", ["methods/", "glossary/"])
def test_without_any_name_a_page_says_so(path: str) -> None:
    tree = page(path, make_paper("cup", MAY, abstract="A cup."))

    assert "No paper here" in words(tree, "main")[0]
    assert not tree.css(".letters, .names")


def test_what_could_not_be_read_is_told() -> None:
    assert "1 paper has no abstract" in words(page("methods/", KILN, CUPS), "main")[0]
    assert "Of it only the title was read" in words(page("glossary/", KILN, CUPS), "main")[0]
    assert "no abstract" not in words(page("glossary/", KILN, POTS), "main")[0]


def test_hostile_names_are_shown_and_do_nothing() -> None:
    papers = (replace(KILN, title=f"FastKiln: {HOSTILE}"), replace(POTS, title=f"{HOSTILE} FastKiln"))
    named = site(*papers)
    named = replace(
        named,
        methods=tuple(replace(method, name=HOSTILE, full_name=HOSTILE) for method in named.methods),
        glossary=tuple(replace(term, acronym=HOSTILE) for term in named.glossary),
    )
    files = render_site(named)

    for path in ("methods/index.html", "glossary/index.html", "papers/kiln/index.html", "papers/pots/index.html"):
        tree = LexborHTMLParser(files[path])
        assert not tree.css("b[x]"), path
        assert HOSTILE in words(tree, "main")[0], path


# ---- on a paper's page


def test_a_paper_shows_whose_methods_it_mentions_and_where() -> None:
    tree = page("papers/pots/", KILN, POTS, CUPS)

    assert words(tree, "#mentions li") == ["FastKiln: Firing at Scale FastKiln in the title; FastKiln in the abstract"]
    assert links(tree, "#mentions") == ["papers/kiln/"]
    assert not tree.css("#mentioned-by")


def test_a_paper_shows_who_mentions_its_methods_and_where() -> None:
    tree = page("papers/kiln/", KILN, POTS, CUPS)

    assert words(tree, "#mentioned-by li") == [
        "Pots from FastKiln FastKiln in the title; FastKiln in the abstract",
        "Cups FastKiln in the summary",
    ]
    assert links(tree, "#mentioned-by") == ["papers/pots/", "papers/cups/"]
    assert not tree.css("#mentions")


def test_a_paper_without_mentions_says_nothing_of_them() -> None:
    assert not page("papers/pans/", KILN, PANS).css("#mentions, #mentioned-by")
