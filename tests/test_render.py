"""Pages as bytes: addresses, escaping, Markdown."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from site_src.dates import format_date
from site_src.errors import InputError
from site_src.models import Page, PartialDate
from site_src.render import make_environment, make_markdown, render_page, resolve_link
from tests.invented_site import CONFIG, TEMPLATES


def url(path: str) -> str:
    return f"/digest/{path}"


def render(template: str, tmp_path: Path, context: dict[str, object], static: frozenset[str] = frozenset()) -> str:
    (tmp_path / "page.html").write_text(template, encoding="utf-8")
    environment = make_environment(tmp_path, CONFIG, static, search_version="abc")
    return render_page(Page(path="x", template="page.html", context=context), environment).decode()


markdown = make_markdown(url)


# ---- addresses


def test_templates_write_addresses_below_the_base_address(tmp_path: Path) -> None:
    written = render(
        "{{ url('papers/pot/') }} {{ url('') }} {{ absolute('feed.xml') }} {{ static('css/site.css') }}",
        tmp_path,
        {},
        frozenset({"static/css/site.css"}),
    )

    assert written.split() == [
        "/digest/papers/pot/",
        "/digest/",
        "https://example.org/digest/feed.xml",
        "/digest/static/css/site.css",
    ]


def test_an_address_is_percent_encoded(tmp_path: Path) -> None:
    assert render("{{ url('über/') }}", tmp_path, {}) == "/digest/%C3%BCber/"


def test_a_static_file_that_is_not_there_is_an_error_naming_it(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"css/lost\.css"):
        render("{{ static('css/lost.css') }}", tmp_path, {})


# ---- text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")))
def test_text_is_shown_as_it_is_and_never_as_markup(text: str) -> None:
    environment = make_environment(TEMPLATES, CONFIG, frozenset(), search_version="abc")
    shown = environment.from_string("<p title='{{ t }}'>{{ t }}</p>").render(t=text)

    [paragraph] = LexborHTMLParser(f"<body>{shown}").css("body *")
    assert paragraph.text() == text
    assert paragraph.attributes["title"] == text


def test_json_in_a_page_cannot_end_its_script(tmp_path: Path) -> None:
    written = render("<script>{{ t|tojson }}</script>", tmp_path, {"t": "</script><b>é"})

    assert "</script><b>" not in written
    assert "é" in written


def test_characters_that_neither_html_nor_xml_may_hold_are_left_out(tmp_path: Path) -> None:
    assert render("{{ t }}", tmp_path, {"t": "a\x00b\x0bc\ufffed\te\u202e\U0001f3fa"}) == "abcd\te\u202e\U0001f3fa"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (PartialDate(2025, 5, 8), "8 May 2025"),
        (PartialDate(2024, 2), "February 2024"),
        (PartialDate(2024), "2024"),
        (PartialDate(0, 9, 30), "30 September"),
    ],
)
def test_a_date_reads_as_people_write_it_as_far_as_it_is_known(date: PartialDate, expected: str) -> None:
    assert format_date(date) == expected


# ---- Markdown


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("papers/pot/", "/digest/papers/pot/"),
        ("/papers/pot/", "/digest/papers/pot/"),
        ("/", "/digest/"),
        ("papers/pot/#results", "/digest/papers/pot/#results"),
        ("search/?q=a%20b", "/digest/search/?q=a%20b"),
        ("#results", "#results"),
        ("https://example.com/x", "https://example.com/x"),
        ("//example.com/x", "//example.com/x"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("http://[", "http://["),
    ],
)
def test_a_link_without_a_host_leads_into_the_site(link: str, expected: str) -> None:
    assert resolve_link(link, url) == expected


def test_links_out_say_so_and_links_within_do_not() -> None:
    page = LexborHTMLParser(markdown("[a](https://example.com/) [b](papers/pot/)"))

    assert [a.attributes.get("rel") for a in page.css("a")] == ["external", None]


def test_headings_begin_below_the_title_and_have_ids() -> None:
    page = LexborHTMLParser(markdown("# Why *now*?\n\n## Why now\n\n### ???\n\nWhy now\n-------"))

    headings = [(heading.tag, heading.attributes["id"]) for heading in page.css("h1, h2, h3, h4")]
    assert headings == [("h2", "why-now"), ("h3", "why-now-2"), ("h4", "section"), ("h3", "why-now-3")]


@pytest.mark.parametrize(("top", "expected"), [(2, ["h2", "h3", "h2"]), (3, ["h3", "h4", "h3"])])
def test_the_highest_heading_is_where_the_page_wants_it(top: int, expected: list[str]) -> None:
    page = LexborHTMLParser(markdown("## One\n\n### Two\n\n## Three", top=top))

    assert [heading.tag for heading in page.css("h2, h3, h4")] == expected


def test_a_table_is_a_table_without_inline_style() -> None:
    html = markdown("| a | b |\n|--:|:-:|\n| 1 | 2 |")

    assert "<td>1</td>" in html
    assert "style" not in html


def test_each_text_is_rendered_on_its_own() -> None:
    markdown("# Why\n\n[x]: papers/pot/")

    assert 'id="why"' in markdown("# Why")
    assert markdown("[x]") == "<p>[x]</p>\n"


HOSTILE = st.sampled_from(
    ["<script>", "</p>", "[a](javascript:x)", "![b](data:x)", "<img onerror=x>", "`", "# ", "\n\n", "| a |", "--"]
)


@given(st.lists(HOSTILE | st.text(max_size=5), max_size=12).map("".join))
def test_markdown_never_brings_code_of_its_own(text: str) -> None:
    page = LexborHTMLParser(markdown(text))

    assert not page.css("script, style, iframe, object, [style], [onerror], h1")
    schemes = {urlsplit(str(a.attributes["href"])).scheme for a in page.css("a[href]")}
    assert not schemes & {"javascript", "data", "vbscript", "file"}
