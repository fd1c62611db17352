"""The pages a site has, where they are, and what stands on them."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_src.checks import check_site
from site_src.citations.files import citation_files
from site_src.errors import InputError
from site_src.links import source_links
from site_src.models import (
    HOME_PARTS,
    CompletePaper,
    Evidence,
    HomePart,
    Label,
    Link,
    PartialDate,
    SeenIn,
    TextPage,
)
from site_src.pages import plan_pages
from site_src.pages.views import Card, format_count, format_value, plan_sheets
from tests.invented_site import (
    BREAKAGE,
    CONFIG,
    JUNE,
    MAY,
    TAXONOMY,
    UNDATED,
    full_paper,
    make_paper,
    make_site,
    render_site,
    technique,
)

HOSTILE = "</title></script><script>alert('1')</script> \"O\" & <b x='y'> {{ 7*7 }} " + "w" * 300


def page(path: str, *papers: CompletePaper) -> LexborHTMLParser:
    return LexborHTMLParser(render_site(make_site(*papers), f"{path}index.html")[f"{path}index.html"])


def paper_page(paper: CompletePaper) -> LexborHTMLParser:
    return page(paper.url, paper)


def first(tree: LexborHTMLParser, selector: str) -> LexborNode:
    found = tree.css_first(selector)
    assert found is not None, selector
    return found


def text(tree: LexborHTMLParser, selector: str = "body") -> str:
    return " ".join(first(tree, selector).text().split())


def hrefs(tree: LexborHTMLParser, selector: str = "a") -> list[str]:
    return [str(link.attributes["href"]) for link in tree.css(selector)]


# ---- which pages there are


def test_a_site_has_its_pages_where_they_are_expected() -> None:
    paths = [planned.path for planned in plan_pages(make_site())]

    assert sorted(paths) == sorted(
        [
            *("index.html", "404.html", "search/index.html", "about/index.html", "papers/index.html"),
            *("methods/index.html", "glossary/index.html", "quality/index.html"),
            *("map/index.html", "map/fire/glaze/index.html"),
            *("reading-list/index.html", "compare/index.html"),
            *(f"papers/{slug}/index.html" for slug in ("full", "pot", "cup")),
            "techniques/index.html",
            *(f"techniques/{slug}/index.html" for slug in ("glaze", "clay", "fire")),
            "digests/index.html",
            *(f"digests/{name}/index.html" for name in ("2025-06-09", "2025-05-08", "undated-02-29")),
            *("years/index.html", "years/2025/index.html", "years/unknown/index.html"),
            *(f"{folder}feed.xml" for folder in ("", "techniques/glaze/", "techniques/fire/")),
            *(f"{folder}feed.json" for folder in ("", "techniques/glaze/", "techniques/fire/")),
            *("sitemap.xml", "robots.txt", "opensearch.xml", "site.webmanifest", "api/papers.schema.json"),
            "techniques.css",
        ]
    )


def test_an_empty_site_is_a_site() -> None:
    files = render_site(replace(make_site(), papers=(), digests=(), taxonomy=(), text_pages=()))

    assert "None" not in LexborHTMLParser(files["index.html"]).text()
    assert {"index.html", "papers/index.html", "digests/index.html"} < set(files)


def test_a_written_page_cannot_take_the_address_of_another() -> None:
    taken = TextPage(slug="papers", title="Mine", description="Mine.", body="")

    with pytest.raises(InputError, match=r"papers/index\.html"):
        plan_pages(make_site(text_pages=(taken,)))


@pytest.mark.parametrize("base_url", ["https://example.org/", "https://example.org/deep/er/"])
def test_every_link_leads_to_a_page_at_any_address(base_url: str) -> None:
    site = make_site(config=replace(CONFIG, base_url=base_url))
    files = render_site(site)
    static = {
        match
        for html in files.values()
        for match in re.findall(r'"[^"]*?/(static/(?:css|js|icon|fav|apple)[^"]*)"', html)
    }
    whole = {path: html.encode() for path, html in files.items()} | dict.fromkeys(static, b"<svg/>")
    whole |= {"api/papers.json": b"{}", **citation_files(site)}

    assert list(check_site(whole, base_url)) == []


def test_every_paper_is_reached_from_the_home_page() -> None:
    papers = tuple(make_paper(f"p{number}", MAY) for number in range(23))
    files = render_site(make_site(*papers))
    seen, todo = set(), ["index.html"]
    while todo:
        path = todo.pop()
        if path in seen:
            continue
        seen.add(path)
        links = hrefs(LexborHTMLParser(files[path]))
        todo += [f"{link.removeprefix('/digest/')}index.html" for link in links if re.fullmatch(r"/digest/.*/", link)]

    assert {f"papers/p{number}/index.html" for number in range(23)} <= seen


# ---- every page


def test_every_page_has_a_whole_head_and_one_title() -> None:
    files = {path: html for path, html in render_site(make_site()).items() if path.endswith(".html")}
    for path, html in files.items():
        tree = LexborHTMLParser(html)
        assert len(tree.css("h1")) == 1, path
        assert len(tree.css("main")) == 1, path
        assert first(tree, "body > a").attributes["href"] == "#main", path
        assert first(tree, "meta[name=description]").attributes["content"], path
        assert len(tree.css("form[role=search] input[type=search][name=q]")) == 1, path
        assert not tree.css("[style], script:not([src]):not([type='application/ld+json'])"), path
        policy = str(first(tree, "meta[http-equiv=Content-Security-Policy]").attributes["content"])
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
    titles = [first(LexborHTMLParser(html), "title").text() for html in files.values()]
    assert len(set(titles)) == len(titles)


def test_a_page_tells_its_own_address() -> None:
    tree = page("papers/full/")

    address = "https://example.org/digest/papers/full/"
    assert first(tree, "link[rel=canonical]").attributes["href"] == address
    assert first(tree, "meta[property='og:url']").attributes["content"] == address


def test_the_page_for_what_is_missing_works_at_any_depth_and_stays_out_of_indexes() -> None:
    tree = LexborHTMLParser(render_site(make_site())["404.html"])

    addresses = hrefs(tree, "[href]") + [str(script.attributes["src"]) for script in tree.css("[src]")]
    assert [a for a in addresses if not a.startswith(("/digest/", "https://", "#main"))] == []
    assert first(tree, "meta[name=robots]").attributes["content"] == "noindex"
    assert not tree.css("link[rel=canonical]")


def test_the_breadcrumb_leads_back_home() -> None:
    tree = page("techniques/glaze/")

    assert hrefs(tree, ".crumbs a") == ["/digest/", "/digest/techniques/"]
    assert text(tree, ".crumbs [aria-current]") == "Glaze"


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("papers/full/", "content/papers/full.md"),
        ("techniques/glaze/", "content/techniques/glaze.md"),
        ("about/", "content/pages/about.md"),
    ],
)
def test_a_page_leads_to_its_source_where_there_is_a_repository(path: str, source: str) -> None:
    link = f"https://github.com/acme/kiln/edit/main/{source}"
    without = render_site(make_site(config=replace(CONFIG, repository=None)))

    assert link in hrefs(page(path))
    assert "github.com/acme/kiln" not in without[f"{path}index.html"]


def test_a_paper_that_only_a_dump_holds_has_no_source_to_edit() -> None:
    assert "/edit/" not in render_site(make_site())["papers/pot/index.html"]


def test_the_sitemap_lists_every_page_for_indexes_once_and_in_order() -> None:
    files = render_site(make_site())

    listed = re.findall("<loc>(.*)</loc>", files["sitemap.xml"])
    canonical = re.findall('rel="canonical" href="(.*)"', "\n".join(files.values()))
    assert listed == sorted(canonical)
    own = {"reading-list/index.html", "compare/index.html"}  # a reader's, not for indexes
    assert len(listed) == len([path for path in files if path.endswith("index.html") and path not in own])


def test_each_technique_has_its_hue() -> None:
    assert ".technique-clay { --hue: 80 }" in render_site(make_site())["techniques.css"]
    crowd = tuple(replace(technique(f"t{number}", number), hue=None) for number in range(10))
    styles = render_site(make_site(taxonomy=(*TAXONOMY, *crowd)), "techniques.css")["techniques.css"]
    assert ".technique-t9 { --hue: 160; --hue-dot: var(--hue-dot-1) }" in styles


# ---- a paper's page


def test_a_paper_page_shows_what_is_known() -> None:
    tree = page("papers/full/")
    shown = text(tree, "main")

    assert text(tree, "h1") == "Glazes That Fire Twice as Fast"
    assert (
        "Ann Potter Bo Turner Organisation Acme Pottery Published 2 January 2025 Venue ICKiln 2025 Votes 14 Comments 3"
        in shown
    )
    assert "8 May 2025 29 February, year unknown" in shown
    assert first(tree, ".facts time").attributes["datetime"] == "2025-01-02"
    assert "2× speed-up against salt glaze read from the abstract Our glaze fires 2× faster" in shown
    assert "may be incomplete" in shown
    assert "both about Glaze; both speak of kiln, salt" in shown
    assert hrefs(tree, "#links a") == ["https://arxiv.org/abs/2501.00001", "https://github.com/acme/glaze"]
    assert "/digest/papers/pot/" in hrefs(tree, "#notes a")


def test_a_paper_page_says_nothing_of_what_is_not_known() -> None:
    tree = paper_page(make_paper("cup"))
    shown = text(tree, "main")

    assert not re.search(
        "None|Votes|Comments|Categor|Published|Venue|Seen in|Summary|Reported|Related|Notes|incomplete", shown
    )
    assert not tree.css(".authors, dt, #links, [class='']")


@pytest.mark.parametrize(("count", "expected"), [(1, "1 author,"), (5, "5 authors,")])
def test_authors_known_only_by_their_number_are_counted(count: int, expected: str) -> None:
    assert expected in text(paper_page(make_paper("cup", author_count=count)), ".authors")


def test_no_votes_are_not_worth_a_line() -> None:
    assert not re.search("Votes|Comments", text(paper_page(make_paper("cup", votes=0, comments=0))))


@pytest.mark.parametrize(
    ("categories", "shown"), [(("cs.LG",), "Category cs.LG"), (("cs.LG", "AI"), "Categories cs.LG, AI")]
)
def test_a_paper_page_shows_its_categories(categories: tuple[str, ...], shown: str) -> None:
    assert shown in text(paper_page(make_paper("cup", categories=categories)), ".facts")


def test_a_doi_is_a_link_among_the_paper_s_own() -> None:
    links = source_links("Cup", "2501.00002", "10.1234/cup.7")
    cup = make_paper("cup", arxiv="2501.00002", doi="10.1234/cup.7")
    both = paper_page(replace(cup, links=(Link(kind="code", url="https://example.org/"), *links)))
    alone = paper_page(replace(cup, links=links[1:]))

    assert text(both, "#links ul") == "arXiv 2501.00002 DOI 10.1234/cup.7 Code example.org"
    assert text(alone, "#abstract").endswith("Read it where it was published.")


@pytest.mark.parametrize(
    ("stated", "offered"),
    [
        ([{}], ["", "date"]),
        ([{"votes": 0}], ["", "date"]),
        ([{"comments": 2}, {}], ["", "date", "comments"]),
        ([{"comments": 2}, {"votes": 1}], ["", "date", "comments", "votes"]),
    ],
)
def test_hits_can_be_sorted_by_numbers_that_some_paper_has(stated: list[dict[str, Any]], offered: list[str]) -> None:
    papers = [make_paper(f"p{n}", **facts) for n, facts in enumerate(stated)]

    assert [option.attributes["value"] for option in page("search/", *papers).css("#sort option")] == offered


@pytest.mark.parametrize(("number", "shown", "folded"), [(1, 1, 0), (10, 10, 0), (11, 8, 3), (74, 8, 66)])
def test_a_long_list_of_authors_is_folded_and_whole(number: int, shown: int, folded: int) -> None:
    names = tuple(f"Ann {n}" for n in range(number))
    tree = paper_page(make_paper("cup", authors=names))

    assert tuple(name.text() for name in tree.css(".authors li")) == names
    assert len(tree.css(".more-authors li")) == folded
    assert len(tree.css(".authors li")) - folded == shown


def test_our_summary_and_the_authors_words_are_told_apart() -> None:
    ours = replace(make_paper("cup"), summary="A cup.", summary_source="page")
    theirs = replace(ours, summary_source="derived")

    assert "authors’ words" not in text(paper_page(ours), "#summary")
    assert text(paper_page(theirs), "#summary blockquote") == "A cup."
    assert "authors’ words" in text(paper_page(theirs), "#summary")


def test_a_missing_abstract_is_explained_and_the_source_linked() -> None:
    paper = make_paper("cup", arxiv="2501.00001")
    paper = replace(paper, links=(Link(kind="arxiv", url="https://arxiv.org/abs/2501.00001"),))
    tree = paper_page(paper)

    assert "built without the dumps" in text(tree, "#abstract")
    assert hrefs(tree, "#abstract a") == ["https://arxiv.org/abs/2501.00001"]
    assert not tree.css("#abstract-text")


def test_a_search_is_called_a_search() -> None:
    searches = (
        Link(kind="search", url="https://arxiv.org/search/?query=cup"),
        Link(kind="search", url="https://huggingface.co/papers?q=cup"),
    )
    tree = paper_page(replace(make_paper("cup"), links=searches))

    assert text(tree, "#links ul") == "Look for it on arXiv Look for it on Hugging Face"


def test_each_label_shows_the_words_it_stands_on() -> None:
    shown = text(page("papers/full/"), "#filed")

    assert "Glaze found by its words Glazes in the title; glaze in the abstract" in shown
    assert "Fire decided by an editor no single phrase" in shown
    assert "Clay ruled out clay in the abstract: any will do" in shown
    assert "Source: may.txt, line 7; leap.txt, line 9" in shown
    assert hrefs(page("papers/full/"), "#filed > div > p a") == ["/digest/quality/"]


def test_a_paper_about_no_technique_says_so() -> None:
    assert "not, in a main part, about any" in text(paper_page(make_paper("cup")), "#filed")


@settings(deadline=None)  # the first example compiles the templates
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1), st.data())
def test_the_abstract_is_shown_to_the_letter_whatever_is_marked_in_it(abstract: str, data: st.DataObject) -> None:
    ends = st.tuples(st.integers(0, len(abstract)), st.integers(0, len(abstract))).map(sorted)
    spans = data.draw(st.lists(ends.filter(lambda span: span[0] < span[1]), max_size=4))
    evidence = tuple(Evidence(field="abstract", start=s, end=e, cue="c") for s, e in spans)
    label = Label(slug="glaze", source="derived", evidence=evidence)
    tree = paper_page(replace(make_paper("cup", abstract=abstract), labels=(label,)))

    assert first(tree, "#abstract-text").text() == abstract
    marked = [mark.text() for mark in tree.css("#abstract-text mark")]
    assert set(marked) <= {abstract[start:end] for start, end in spans}
    assert bool(marked) == bool(spans)


def test_hostile_text_is_shown_and_does_nothing() -> None:
    paper = make_paper(
        "cup",
        MAY,
        title=HOSTILE,
        abstract=HOSTILE,
        authors=(HOSTILE,),
        organisation=HOSTILE,
        venue=HOSTILE,
        notes=HOSTILE,
    )
    full = full_paper()
    paper = replace(
        paper,
        summary=HOSTILE,
        results=(replace(full.results[0], value=HOSTILE, metric=HOSTILE, baseline=HOSTILE, quote=HOSTILE),),
        labels=(Label(slug="glaze", source="page"),),
    )
    files = render_site(make_site(paper))

    for path in ("papers/cup/index.html", "techniques/glaze/index.html", "index.html", "digests/2025-05-08/index.html"):
        tree = LexborHTMLParser(files[path])
        scripts = [script.attributes.get("src") or script.attributes["type"] for script in tree.css("script")]
        lists = [] if path in {"papers/cup/index.html", "index.html"} else ["/digest/static/js/lists.js"]
        assert scripts == ["/digest/static/js/site.js", "application/ld+json", *lists], path
        assert not tree.css("b[x]"), path
        assert HOSTILE in first(tree, "body").text(), path
    assert text(LexborHTMLParser(files["papers/cup/index.html"]), "h1") == HOSTILE.strip()


def test_ids_stay_single_whatever_headings_are_called() -> None:
    ids = re.findall(r' id="([^"]+)"', "".join(render_site(make_site()).values()))
    headings = "\n\n".join(f"# {name}" for name in dict.fromkeys(ids))
    paper = full_paper()
    paper = replace(paper, paper=replace(paper.paper, notes=headings))
    note = TextPage(slug="2025-05-08", title="May", description="May.", body=headings)
    site = make_site(
        make_paper("pot", JUNE),
        paper,
        taxonomy=tuple(replace(technique, body=headings) for technique in TAXONOMY),
        digest_pages={"2025-05-08": note},
        text_pages=(replace(note, slug="about"),),
    )

    for path, html in render_site(site).items():
        found = re.findall(r' id="([^"]+)"', html)
        assert sorted(found) == sorted(set(found)), path


# ---- for machines


def citations(paper: CompletePaper) -> list[tuple[str, str]]:
    metas = paper_page(paper).css("meta[name^=citation_]")
    return [(str(meta.attributes["name"]), str(meta.attributes["content"])) for meta in metas]


def test_citation_tags_hold_what_is_known() -> None:
    metas = page("papers/full/").css("meta[name^=citation_]")

    assert [(meta.attributes["name"], meta.attributes["content"]) for meta in metas] == [
        ("citation_title", "Glazes That Fire Twice as Fast"),
        ("citation_author", "Ann Potter"),
        ("citation_author", "Bo Turner"),
        ("citation_publication_date", "2025/01/02"),
        ("citation_arxiv_id", "2501.00001"),
        ("citation_pdf_url", "https://arxiv.org/pdf/2501.00001"),
        ("citation_abstract_html_url", "https://example.org/digest/papers/full/"),
    ]


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ({"conferences": ("ICKiln",)}, ("citation_conference_title", "ICKiln 2025")),
        ({"journals": ("ICKiln",)}, ("citation_journal_title", "ICKiln")),
    ],
)
def test_a_venue_is_tagged_where_its_kind_is_known(
    kinds: dict[str, tuple[str, ...]], expected: tuple[str, str]
) -> None:
    site = make_site(config=replace(CONFIG, **kinds))  # type: ignore[arg-type]  # by name
    tree = LexborHTMLParser(render_site(site, "papers/full/index.html")["papers/full/index.html"])
    tags = [(meta.attributes["name"], meta.attributes["content"]) for meta in tree.css("meta[name^=citation_]")]

    assert expected in tags
    assert ("citation_publication_date", "2025") in tags


@pytest.mark.parametrize("published", [None, PartialDate(0, 5, 8)])
def test_citation_tags_hold_nothing_else(published: PartialDate | None) -> None:
    names = [name for name, _ in citations(make_paper("cup", author_count=5, published=published))]

    assert names == ["citation_title", "citation_abstract_html_url"]


def test_a_month_is_no_citation_date_but_its_year_is() -> None:
    assert ("citation_publication_date", "2024") in citations(make_paper("cup", published=PartialDate(2024, 5)))


def graph(tree: LexborHTMLParser) -> dict[str, dict[str, object]]:
    document = json.loads(first(tree, "script[type='application/ld+json']").text())
    assert document["@context"] == "https://schema.org"
    return {node["@type"]: node for node in document["@graph"]}


def test_json_ld_describes_the_paper_and_its_place() -> None:
    nodes = graph(page("papers/full/"))

    article = nodes["ScholarlyArticle"]
    assert article["headline"] == "Glazes That Fire Twice as Fast"
    assert article["datePublished"] == "2025-01-02"
    assert article["author"] == [{"@type": "Person", "name": name} for name in ("Ann Potter", "Bo Turner")]
    assert article["sameAs"] == "https://arxiv.org/abs/2501.00001"
    crumbs = nodes["BreadcrumbList"]["itemListElement"]
    assert isinstance(crumbs, list)
    assert [crumb["name"] for crumb in crumbs] == ["Home", "Papers", "Glazes That Fire Twice as Fast"]


def test_json_ld_leaves_out_what_is_not_known() -> None:
    article = graph(paper_page(make_paper("cup")))["ScholarlyArticle"]

    assert set(article) == {"@type", "@id", "url", "headline", "name"}


def test_json_ld_survives_hostile_text() -> None:
    paper = make_paper("cup", title=HOSTILE, abstract=HOSTILE)

    assert graph(paper_page(paper))["ScholarlyArticle"]["abstract"] == HOSTILE


# ---- lists

BLANK = Card(path="", title="", summary="", techniques=(), result=None, year=0, digest=None, code=None)


def cards(tree: LexborHTMLParser) -> list[str]:
    return [title.text() for title in tree.css(".card-title")]


def test_a_card_shows_the_summary_the_strongest_result_techniques_year_digest_and_code() -> None:
    card = " ".join(page("techniques/glaze/").css(".card")[0].text().split())

    assert card == (
        "Glazes That Fire Twice as Fast A glaze that halves the firing. It costs nothing."
        " 2× speed-up against salt glaze Glaze Fire 2025 seen 8 May 2025 Code"
    )


def test_a_card_of_a_paper_of_which_nothing_is_known_is_its_title() -> None:
    [card] = page("papers/", make_paper("cup")).css(".card")

    assert card.text().split() == ["On", "cup"]
    assert len(card.css("*")) == 4  # the last an empty place for the scripts' buttons


@pytest.mark.parametrize(("count", "expected"), [(0, "0 papers"), (1, "1 paper"), (56, "56 papers")])
def test_what_is_counted_is_said(count: int, expected: str) -> None:
    assert format_count(count, "paper") == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("4.5x", "4.5×"),
        ("up to 3 x", "up to 3×"),
        ("2x–4x", "2×–4×"),
        ("2×", "2×"),
        ("8x8", "8x8"),
        ("3 xPUs", "3 xPUs"),
        ("max 5%", "max 5%"),
    ],
)
def test_only_an_x_behind_a_number_is_the_sign_for_times(value: str, expected: str) -> None:
    assert format_value(value) == expected


def test_a_technique_page_tells_about_it_mentions_and_ruled_out_apart() -> None:
    full = full_paper()
    mention = replace(full.mentions[0], ruled_out=None)
    mentioning = replace(full, paper=replace(full.paper, slug="jug"), title="The Jug", mentions=(mention,), related=())
    site = make_site(make_paper("pot", JUNE), full, replace(mentioning, title=full.title))
    tree = LexborHTMLParser(render_site(site)["techniques/clay/index.html"])

    assert "No paper here is about it yet." in text(tree, "#papers")
    assert hrefs(tree, "#mentions a") == ["/digest/papers/jug/"]
    assert hrefs(tree, "#ruled-out a") == ["/digest/papers/full/"]
    assert "clay in the abstract: any will do" in text(tree, "#ruled-out details")


def test_a_technique_page_begins_with_its_newest_papers_by_date_of_publication() -> None:
    dates = {"a": (2024, 5), "b": (2025, 1, 2), "c": (0, 5, 8), "d": (2025, 3), "e": (2025,), "f": None}
    label = Label(slug="glaze", source="page")
    papers = [
        replace(make_paper(slug, MAY, published=PartialDate(*date) if date else None), labels=(label,))
        for slug, date in dates.items()
    ]
    tree = page("techniques/glaze/", *papers)

    assert [text(LexborHTMLParser(str(item.html))) for item in tree.css("#glance li")] == [
        "On d March 2025",
        "On b 2 January 2025",
        "On e 2025",
    ]
    assert [section.id for section in tree.css("main > .part")][:3] == ["glance", "what", "papers"]
    assert text(tree, "#papers .aside") == "Newest digest first."


def test_a_digest_lists_its_papers_in_the_order_of_its_dumps() -> None:
    places = [("b.txt", 3), ("a.txt", 9), ("a.txt", 5)]
    papers = [
        make_paper(f"{dump[0]}{line}", SeenIn(digest="2025-05-08", dump=dump, line=line), JUNE) for dump, line in places
    ]

    assert cards(page("digests/2025-05-08/", *papers)) == ["On a5", "On a9", "On b3"]


def test_a_digest_without_a_year_says_so() -> None:
    tree = page("digests/undated-02-29/", make_paper("leap", UNDATED))

    assert text(tree, "h1") == "Digest of 29 February, year unknown"
    assert first(tree, "h1 time").attributes["datetime"] == "02-29"
    assert "does not print its year" in text(tree, "main")


@pytest.mark.parametrize(
    ("name", "title", "machine"),
    [
        ("2025-W48", "Digest of Week 48 of 2025 (24–30 November)", "2025-W48"),
        ("undated-W48", "Digest of Week 48, year unknown", None),
        ("2025-11", "Digest of November 2025", "2025-11"),
        ("undated-11", "Digest of November, year unknown", None),
    ],
)
def test_a_digest_may_be_of_a_week_or_a_month(name: str, title: str, machine: str | None) -> None:
    listed = SeenIn(digest=name, dump="a.txt", line=1)
    tree = page(f"digests/{name}/", make_paper("pot", MAY), make_paper("cup", listed))

    assert text(tree, "h1") == title
    assert [time.attributes["datetime"] for time in tree.css("h1 time")] == ([machine] if machine else [])
    assert hrefs(tree, ".pager a") == ["/digest/digests/2025-05-08/"]
    assert f"/digest/digests/{name}/" in hrefs(page("papers/cup/", make_paper("cup", listed)), ".facts a")


def test_a_digest_of_which_two_dumps_are_is_named_once() -> None:
    seen = [SeenIn(digest="2025-05-08", dump=dump, line=1) for dump in ("a.txt", "b.json")]

    assert hrefs(paper_page(make_paper("cup", *seen)), ".facts a") == ["/digest/digests/2025-05-08/"]


def test_a_paper_of_a_dump_without_a_day_is_in_no_digest() -> None:
    listed = SeenIn(dump="library.bib", line=7)
    tree = page("papers/cup/", make_paper("cup", listed))

    assert "library.bib , line 7" in text(tree, "#filed") or "library.bib, line 7" in text(tree, "#filed")
    assert "Seen in" not in text(tree, "main")
    assert not tree.css(".around")
    assert cards(page("papers/", make_paper("pot", MAY), make_paper("cup", listed))) == ["On pot", "On cup"]
    assert "digests/2025" not in render_site(make_site(make_paper("cup", listed)))["digests/index.html"]


def test_a_paper_leads_to_the_ones_before_and_after_it_in_its_newest_digest() -> None:
    papers = [make_paper(f"p{line}", SeenIn(digest="2025-05-08", dump="a.txt", line=line)) for line in (9, 3, 5)]
    papers.append(make_paper("p1", JUNE, SeenIn(digest="2025-05-08", dump="a.txt", line=1)))

    assert text(page("papers/p5/", *papers), ".around") == "In the digest of 8 May 2025 Previous: On p3 Next: On p9"
    assert text(page("papers/p9/", *papers), ".around") == "In the digest of 8 May 2025 Previous: On p5"
    assert text(page("papers/p3/", *papers), ".around") == "In the digest of 8 May 2025 Previous: On p1 Next: On p5"
    assert text(page("papers/p1/", *papers), ".around") == "In the digest of 9 June 2025"
    assert not paper_page(make_paper("cup")).css(".around")


def test_a_card_carries_what_its_list_can_be_sorted_and_narrowed_by() -> None:
    [card] = page("techniques/glaze/").css(".card")
    [bare] = page("papers/", make_paper("cup")).css(".card")

    carried = {
        "data-date": "2025-01-02",
        "data-comments": "3",
        "data-votes": "14",
        "data-strength": "2",
        "data-technique": "glaze fire",
        "data-year": "2025",
        "data-has": "code results",
    }
    assert {name: card.attributes.get(name) for name in carried} == carried
    assert {name: bare.attributes.get(name) for name in carried} == dict.fromkeys(carried) | {"data-year": "unknown"}


def test_a_card_shows_the_result_its_list_is_sorted_by_or_else_the_first() -> None:
    full = full_paper()
    [twofold] = full.results
    smaller = replace(twofold, value="50%", number=50, unit="%", metric="breakage", kind=BREAKAGE)
    larger = replace(twofold, value="9×", number=9)

    [card] = page("papers/", replace(full, results=(smaller, twofold, larger), related=())).css(".card")
    [plain] = page("papers/", replace(full, results=(smaller, smaller), related=())).css(".card")

    assert card.attributes["data-strength"] == "9"
    assert card.css_first(".card-result .value").text() == "9×"  # type: ignore[union-attr]
    assert "data-strength" not in plain.attributes
    assert plain.css_first(".card-result .value").text() == "50%"  # type: ignore[union-attr]


def test_a_digest_leads_to_the_ones_before_and_after() -> None:
    tree = page("digests/2025-05-08/")

    assert text(tree, ".pager") == "Newer: 9 June 2025 Older: 29 February, year unknown"
    assert hrefs(tree, ".pager a") == ["/digest/digests/2025-06-09/", "/digest/digests/undated-02-29/"]


def test_an_introduction_stands_on_its_digest() -> None:
    note = TextPage(slug="2025-05-08", title="Much clay", description="Clay.", body="It was *muddy*.")
    files = render_site(make_site(digest_pages={"2025-05-08": note}))

    assert "<em>muddy</em>" in files["digests/2025-05-08/index.html"]
    assert "muddy" not in files["digests/2025-06-09/index.html"]


def test_papers_are_filed_by_year_of_publication_and_those_without_are_told() -> None:
    assert text(page("years/"), ".shelves") == "2025 1 paper Year unknown 2 papers"
    assert cards(page("years/unknown/")) == ["On pot", "On cup"]


@given(st.integers(0, 40), st.integers(1, 7))
def test_sheets_hold_the_list_in_order_and_lead_to_each_other(number: int, size: int) -> None:
    listed = [replace(BLANK, path=f"p{n}/") for n in range(number)]
    sheets = plan_sheets("papers/", listed, size)

    assert [card for sheet in sheets for card in sheet.cards] == listed
    assert all(len(sheet.cards) <= size for sheet in sheets)
    assert [sheet.next for sheet in sheets] == [*(sheet.path for sheet in sheets[1:]), None]
    assert [sheet.previous for sheet in sheets] == [None, *(sheet.path for sheet in sheets[:-1])]
    assert [sheet.number for sheet in sheets] == list(range(1, sheets[0].of + 1))


def test_a_long_list_goes_on_at_page_2_with_a_title_of_its_own() -> None:
    papers = tuple(make_paper(f"p{number}", MAY) for number in range(7))
    files = render_site(make_site(*papers))
    second = LexborHTMLParser(files["papers/page/2/index.html"])

    assert cards(second) == ["On p5", "On p6"]
    assert text(second, "title") == "Papers, page 2 · Kiln"
    assert hrefs(second, ".pager a") == ["/digest/papers/"]
    assert text(second, ".crumbs [aria-current]") == "Page 2"
    assert "digests/2025-05-08/page/2/index.html" in files


def test_the_home_page_leads_everywhere() -> None:
    links = hrefs(page(""))

    for path in ("papers/", "techniques/glaze/", "digests/2025-06-09/", "years/", "about/", "papers/pot/", "search/"):
        assert f"/digest/{path}" in links


def test_the_parts_of_the_home_page_stand_in_the_order_of_the_site_and_those_not_named_are_left_out() -> None:
    def headings(*parts: HomePart) -> str:
        config = replace(CONFIG, home=parts)
        tree = LexborHTMLParser(render_site(make_site(config=config), "index.html")["index.html"])
        return " · ".join(heading.text() for heading in tree.css("h2"))

    assert headings(*HOME_PARTS) == "Techniques · Latest digests · From the latest digest"
    assert headings("latest", "techniques") == "From the latest digest · Techniques"


def test_the_search_explains_itself_by_what_the_site_has() -> None:
    full, old = full_paper(), make_paper("old", MAY, published=PartialDate(1999))
    helped = " ".join(code.text() for code in page("search/", replace(full, related=()), old).css("code"))
    bare = render_site(make_site(make_paper("cup"), taxonomy=()), "search/index.html")["search/index.html"]

    for example in ("author:name", "technique:glaze", "year:2025 year:1999-2025", "digest:2025-05-08", "has:code"):
        assert example in helped
    assert "technique:" not in bare
    assert "year:" not in bare
    assert "digest:" not in bare


def test_the_same_site_gives_the_same_bytes() -> None:
    assert render_site(make_site()) == render_site(make_site())


# ---- how much of a list a page shows


def of_digests(days: int, papers: int) -> list[CompletePaper]:
    """So many papers in each of so many digests, each about a technique of its own and so many times as fast."""
    result = full_paper().results[0]
    return [
        replace(
            make_paper(f"p{day}-{line}", SeenIn(digest=f"2025-05-{day:02d}", dump="may.txt", line=line)),
            labels=(Label(slug=f"t{line}", source="page"),),
            results=(replace(result, number=line, value=f"{line}×", baseline="Raku"),),
        )
        for day in range(days, 0, -1)
        for line in range(1, papers + 1)
    ]


def test_the_home_page_shows_a_little_of_everything_and_leads_to_the_rest() -> None:
    taxonomy = tuple(technique(f"t{number}", number) for number in range(1, 9))
    site = make_site(*of_digests(days=6, papers=8), taxonomy=taxonomy)
    tree = LexborHTMLParser(render_site(site, "index.html")["index.html"])

    # Two columns of three, and one digest for each working day.
    assert [value.text() for value in tree.css(".standouts.wide .value")] == ["8×", "7×", "6×", "5×", "4×", "3×"]
    assert text(tree, ".digests > li h3 a") == "6 May 2025"
    assert [len(LexborHTMLParser(str(digest.html)).css(".standouts li")) for digest in tree.css(".digests > li")] == [
        3
    ] * 5
    assert cards(tree) == [f"On p6-{line}" for line in range(1, 5)]


@pytest.mark.parametrize(("papers", "shown"), [(4, 4), (5, 4)])
def test_no_more_than_four_papers_stand_out_of_a_digest(papers: int, shown: int) -> None:
    taxonomy = tuple(technique(f"t{number}", number) for number in range(1, 9))
    site = make_site(*of_digests(days=1, papers=papers), taxonomy=taxonomy)
    path = "digests/2025-05-01/index.html"

    assert len(LexborHTMLParser(render_site(site, path)[path]).css("#standouts .standouts li")) == shown


@pytest.mark.parametrize(("papers", "sheets"), [(100, 1), (101, 2)])
def test_a_technique_keeps_a_hundred_papers_on_one_page_to_be_sorted_together(papers: int, sheets: int) -> None:
    label = Label(slug="glaze", source="page")
    site = make_site(*(replace(make_paper(f"p{number}", MAY), labels=(label,)) for number in range(papers)))

    paths = [planned.path for planned in plan_pages(site)]
    assert sum(bool(re.match("techniques/glaze/(page/|index)", path)) for path in paths) == sheets
    assert "papers/page/2/index.html" in paths
