"""The reading list and the comparison as they are without scripts, and what their scripts find on every page."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.invented_site import TAXONOMY, make_site, render_site


def first(tree: LexborHTMLParser, selector: str) -> LexborNode:
    found = tree.css_first(selector)
    assert found is not None, selector
    return found


def page(path: str) -> LexborHTMLParser:
    return LexborHTMLParser(render_site(make_site(), path)[path])


@pytest.mark.parametrize("path", ["reading-list/index.html", "compare/index.html"])
def test_what_needs_scripts_is_hidden_and_explained_without(path: str) -> None:
    tree = page(path)

    assert "switched off" in first(tree, "noscript").text()
    for control in tree.css("main :is(button, input, select)"):
        holders = [control]
        while holders[-1].parent is not None:
            holders.append(holders[-1].parent)
        assert any("hidden" in holder.attributes or holder.tag == "dialog" for holder in holders), control.html


@pytest.mark.parametrize("path", ["reading-list/index.html", "compare/index.html"])
def test_a_readers_own_pages_stay_out_of_indexes(path: str) -> None:
    files = render_site(make_site())

    assert first(LexborHTMLParser(files[path]), "meta[name=robots]").attributes["content"] == "noindex"
    assert path.removesuffix("index.html") not in files["sitemap.xml"]


def test_every_page_leads_to_both() -> None:
    for path, text in render_site(make_site()).items():
        if path.endswith(".html"):
            tree = LexborHTMLParser(text)
            own = {link.attributes["data-own"]: link for link in tree.css(".site-header .own a")}
            assert own["kept"].attributes["href"] == "/digest/reading-list/", path
            assert own["compared"].attributes["href"] == "/digest/compare/", path
            assert tree.css("footer a[href='/digest/reading-list/']"), path
            assert tree.css("footer a[href='/digest/compare/']"), path


def test_the_comparison_has_a_chip_of_every_technique() -> None:
    text = render_site(make_site(), "compare/index.html")["compare/index.html"]
    chips = re.findall(r'class="chip technique-([a-z-]+)"', text.partition('<template id="chips">')[2])

    assert chips == [technique.slug for technique in TAXONOMY]


def test_cards_and_paper_pages_have_a_place_for_buttons() -> None:
    assert len(page("papers/index.html").css(".card > .marks")) == 3
    assert len(page("papers/full/index.html").css(".page-head > .marks")) == 1
