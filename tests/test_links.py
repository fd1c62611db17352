"""Tests of `site_src.links`."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_src.links import find_links, source_links, unite_links
from site_src.models import Link

CODE = "https://github.com/acme/widget"
PIECES = st.sampled_from(("https://", "http:", "github.com/", "www.", "a.io", "bit.ly/", "javascript:", ":80")) | (
    st.sampled_from('/x@\\{}<>é%()[].,#?_ſ`|"\n\0\u202e ')
)
HOSTILE = st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=60)
LINKS = st.lists(
    st.builds(
        Link,
        kind=st.sampled_from(["code", "project"]),
        url=st.sampled_from([CODE, f"{CODE}/", f"{CODE}.git", CODE.upper(), "https://a.org/x", "http://a.org/x/"]),
    ),
    max_size=6,
)


def urls(abstract: str) -> list[str]:
    return [link.url for link in find_links(abstract)]


def kinds(abstract: str) -> list[str]:
    return [link.kind for link in find_links(abstract)]


@pytest.mark.parametrize(
    "abstract",
    [
        f"Code is at {CODE}.",
        f"Code is at {CODE} .",
        f"Code: {CODE}, and more follows.",
        f"We publish it ({CODE}). It works.",
        f"We publish it [{CODE}].",
        f"We publish it (see {CODE}, in beta).",
        f"See <{CODE}>; it works!",
        f"See “{CODE}”.",
        f"See \\href{{{CODE}}}{{our page}}.",
        f"See [the code]({CODE}).",
        f"See [{CODE}]({CODE}).",
        f"See {CODE}{{{CODE}}}.",
        f"See {CODE}{CODE}.",
        f"See {CODE}:#",
        "See github.com/acme/widget.",
        f"Code at {CODE} and again at {CODE}.git or {CODE}/.",
    ],
)
def test_an_address_is_found_without_what_surrounds_it(abstract: str) -> None:
    assert urls(abstract) == [CODE]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("https://github.com/acme/Tool1.5.", "https://github.com/acme/Tool1.5"),
        ("https://acme.github.io/tool_page/.", "https://acme.github.io/tool_page/"),
        ("acme.github.io/tool", "https://acme.github.io/tool"),
        ("www.acme.org/tool.", "https://www.acme.org/tool"),
        ("https://en.example.org/wiki/Tool_(code).", "https://en.example.org/wiki/Tool_(code)"),
        ("https://acme.org/100%/%C3%A9", "https://acme.org/100%25/%C3%A9"),
        ("https://acme.org/a[1]#b#c", "https://acme.org/a%5B1%5D#b%23c"),
        ("https://acme.org:8080/?q=a&b=c#d", "https://acme.org:8080/?q=a&b=c#d"),
    ],
)
def test_what_belongs_to_an_address_stays_and_what_is_illegal_in_one_is_encoded(printed: str, expected: str) -> None:
    assert urls(f"Code is at {printed}") == [expected]


def test_several_addresses_come_in_the_order_of_the_text() -> None:
    assert urls(f"Code is at {CODE}, and https://gitlab.com/acme/other.") == [CODE, "https://gitlab.com/acme/other"]


@pytest.mark.parametrize(
    "abstract",
    [
        "",
        "We compare Foo.jl, Bar.jl and node.js with GitHub issues, e.g./i.e. input/output at 1.5/2.5.",
        "See javascript:alert(1), data:text/html,x and ftp://acme.org/x.",
        "See https://github.com@evil.example.org/acme/widget for code.",
        "See https://user:secret@acme.org/x for code.",
        "See https://аcme.org/x for code.",
        "See https://localhost/x, http://127.0.0.1/x, https://[::1]/x and https://[acme/x for code.",
        "See https:// and http://. and https://github.com and https://github.com/ for code.",
        "See me@github.com/acme and notgithub.com/acme",
        "See https://acme.org/" + "x" * 3000,
    ],
)
def test_what_is_no_address_or_might_deceive_is_no_link(abstract: str) -> None:
    assert urls(abstract) == []


@pytest.mark.parametrize(
    ("kind", "abstract"),
    [
        ("code", f"The project page is at {CODE}"),
        ("code", f"Models: {CODE}"),
        ("code", f"It beats all others ({CODE})."),
        ("code", "Data and code: https://gitee.com/acme/widget"),
        ("code", "Code: https://anonymous.4open.science/r/widget"),
        ("dataset", f"Our dataset is published at {CODE}."),
        ("code", "Our code and data are at https://bit.ly/widget"),
        ("dataset", "The corpus is at https://zenodo.org/records/1"),
        ("model", "Get the checkpoints from https://drive.google.com/x"),
        ("project", "Get the demo from https://drive.google.com/x"),
        ("other", "Also https://bit.ly/widget"),
        ("project", "Code and videos are at https://acme.github.io/widget"),
        ("project", "Code and data are at https://lab.example.edu/widget"),
        ("project", "See https://lab.example.edu/widget for our project page"),
        ("dataset", "Our corpus is at https://lab.example.edu/widget"),
        ("model", "The weights are at https://lab.example.edu/widget"),
        ("other", "We attack the bot of https://bot.example.com/"),
        ("other", "We publish code. We attack https://bot.example.com/"),
        ("model", "See https://huggingface.co/acme/widget-7b"),
        ("model", "Our models: https://huggingface.co/acme"),
        ("dataset", "See https://huggingface.co/datasets/acme/widget"),
        ("project", "Code is on our page https://huggingface.co/spaces/acme/widget"),
        ("other", "We use the code of https://arxiv.org/abs/2101.00001"),
    ],
)
def test_the_kind_follows_the_host_and_else_the_words_around(kind: str, abstract: str) -> None:
    assert kinds(abstract) == [kind]


def test_each_address_has_the_kind_of_its_own_words() -> None:
    abstract = "Code is at https://bit.ly/one, the data at https://bit.ly/two and a demo at https://bit.ly/three."
    assert kinds(abstract) == ["code", "dataset", "project"]


@given(HOSTILE)
def test_every_link_found_is_a_legal_http_address_of_a_named_host(text: str) -> None:
    for url in urls(text):
        assert re.fullmatch(r"https?://[A-Za-z0-9._-]+\.[A-Za-z]+(?::\d+)?(?:[/?#][!-~]*)?", url)
        assert not re.search(r"[<>\"{}|\\^`]|%(?![0-9A-Fa-f]{2})", url)
        assert urlsplit(url).username is None


@given(HOSTILE)
@example(f"{CODE}(#")
@example(f"{CODE})#")
def test_a_link_found_is_found_again_in_its_own_address(text: str) -> None:
    for url in urls(text):
        assert urls(url) == [url]


def test_the_page_s_spelling_and_kind_win_and_stand_first() -> None:
    stated = [Link(kind="project", url="https://GitHub.com/Acme/Widget.git/")]
    derived = [Link(kind="other", url="https://a.org/x"), Link(kind="code", url=CODE)]
    assert unite_links(stated, derived) == (stated[0], derived[0])


@given(LINKS, LINKS)
def test_uniting_keeps_one_link_per_address_and_loses_none(stated: list[Link], derived: list[Link]) -> None:
    def addresses(links: list[Link] | tuple[Link, ...]) -> list[str]:
        return [re.sub(r"^https?://|/$|\.git$", "", link.url.lower()) for link in links]

    united = unite_links(stated, derived)
    assert sorted(addresses(united)) == sorted({*addresses(stated), *addresses(derived)})
    assert unite_links(united, derived) == united
    assert set(united) <= {*stated, *derived}


def test_a_doi_is_a_way_to_the_paper_after_its_arxiv_page() -> None:
    arxiv, doi = source_links("Any title", "2101.00001", "10.1234/a(b)<c>/d")

    assert (arxiv.kind, doi) == ("arxiv", Link(kind="doi", url="https://doi.org/10.1234/a%28b%29%3Cc%3E/d"))
    assert source_links("Any title", None, "10.1234/a") == (Link(kind="doi", url="https://doi.org/10.1234/a"),)


def test_a_known_arxiv_id_gives_one_link_to_it() -> None:
    assert source_links("Any title", "2101.00001") == (Link(kind="arxiv", url="https://arxiv.org/abs/2101.00001"),)
    assert source_links("Any title", "cs/0101001v2")[0].url == "https://arxiv.org/abs/cs/0101001v2"


@pytest.mark.parametrize("title", ["A & B: 50% <faster>? #1", "量化", 'S²FT "quoted" + more', "\u202e"])
def test_without_an_id_two_searches_ask_for_exactly_the_title(title: str) -> None:
    links = source_links(title, None)
    assert [(link.kind, urlsplit(link.url).netloc) for link in links] == [
        ("search", "arxiv.org"),
        ("search", "huggingface.co"),
    ]
    assert [parse_qs(urlsplit(link.url).query) for link in links] == [
        {"query": [title], "searchtype": ["title"]},
        {"q": [title]},
    ]
    assert all(re.fullmatch(r"[!-~]+", link.url) for link in links)


@pytest.mark.parametrize(("length", "found"), [(2000, 1), (2001, 0)])
def test_an_address_of_more_than_2000_characters_is_none(length: int, found: int) -> None:
    address = "https://lab.example.edu/"

    assert len(urls(f"Code is at {address + 'x' * (length - len(address))}")) == found


@pytest.mark.parametrize(("distance", "kind"), [(200, "dataset"), (201, "other")])
def test_words_further_than_200_characters_from_an_address_say_nothing_of_it(distance: int, kind: str) -> None:
    address, between = "https://lab.example.edu/widget", " ," * 100

    assert kinds(f"Our corpus{between[-(distance - len('corpus')) :]}{address}") == [kind]
    assert kinds(f"{address}{between[: distance - len('corpus')]}corpus") == [kind]
