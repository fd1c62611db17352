"""Who is who: what of pages and dumps is one paper, what is not, and what merging keeps."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_src.digests import DatedDump
from site_src.errors import Place
from site_src.frontmatter import format_paper, parse_paper
from site_src.models import Dump, Entry, Facts, Link, Paper, PartialDate, SeenIn
from site_src.papers.claims import check_one_page_each
from site_src.papers.completing import complete_facts, merge_papers
from site_src.papers.evidence import agree
from site_src.papers.merging import Merged, merge_dumps

POTS = (
    "We throw forty pots on one wheel and measure how evenly clay spreads while an apprentice pulls walls upward. "
    "Thicker rims crack later, so potters may trim feet before drying and still keep handles attached."
)
TAXES = (
    "Village archives list grain levies from medieval parishes; our survey links each ledger with harvest weather "
    "records. Bad summers halve income yet rents barely move, which explains several documented uprisings nearby."
)


def paper(title: str = "Kiln Fire", slug: str = "kiln-fire", **facts: object) -> Paper:
    return replace(Paper(slug=slug, title=title, place=Place(f"content/papers/{slug}.md", 9)), **facts)  # type: ignore[arg-type]


def entry(title: str, abstract: str = "It fires.", line: int = 3, slug: str = "", **facts: Any) -> Entry:  # noqa: ANN401  any fact
    told = Facts(title=title, **facts)
    return Entry(facts=told, abstract=abstract, line=line, abstract_line=line + 2, slug=slug, seen_here=not slug)


def dated(name: str, digest: str, *entries: Entry) -> DatedDump:
    return DatedDump(Dump(header=("May 8",), date=PartialDate(0, 5, 8), entries=entries, name=name), digest)


def seen(dump: str, line: int = 3, digest: str = "2024-05-08") -> SeenIn:
    return SeenIn(digest=digest, dump=dump, line=line)


def merge(*entries: Entry, pages: Sequence[Paper] = ()) -> Merged:
    """The pages and one dump."""
    return merge_dumps(pages, [dated("x/a.txt", "2024-05-08", *entries)])


def said(merged: Merged) -> list[str]:
    return [str(problem) for problem in merged.problems]


# ---- among entries


def test_entries_of_one_paper_merge_and_keep_every_place() -> None:
    facts: dict[str, Any] = {"author_count": 4, "published": PartialDate(2024, 2, 3), "comments": 7}
    merged = merge_dumps(
        [],
        [
            dated("x/a.txt", "2024-05-08", entry("Kiln Fire"), entry("KILN fire.", line=7)),
            dated("x/b.txt", "2024-06-08", entry("Kiln Fire", **facts)),
        ],
    )
    (one,) = merged.fresh

    assert merged.problems == ()
    assert (one.slug, one.title) == ("kiln-fire", "Kiln Fire")
    assert (one.author_count, one.published, one.comments) == (4, PartialDate(2024, 2, 3), 7)
    assert one.seen_in == (seen("a.txt", 3), seen("a.txt", 7), seen("b.txt", 3, "2024-06-08"))
    assert [found.by for found in merged.outcomes[0].entries] == [None, None, None]


@pytest.mark.parametrize(
    ("address", "facts", "links"),
    [
        ("https://kiln.example.org/fire.pdf", {}, ["https://kiln.example.org/fire.pdf", "https://a.example.org/code"]),
        ("https://a.example.org/code", {}, ["https://a.example.org/code"]),
        ("https://kiln.example.org/fire.pdf", {"arxiv": "2401.00001"}, ["https://a.example.org/code"]),
        ("https://kiln.example.org/fire.pdf", {"doi": "10.1000/fire"}, ["https://a.example.org/code"]),
        ("javascript:fire()", {}, ["https://a.example.org/code"]),
    ],
)
def test_the_address_of_a_paper_without_an_id_becomes_its_first_link(
    address: str, facts: dict[str, Any], links: list[str]
) -> None:
    code = Link(kind="code", url="https://a.example.org/code")
    (one,) = merge(replace(entry("Kiln Fire", links=(code,), **facts), address=address)).fresh

    assert [link.url for link in one.links] == links


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (entry("Kiln Fire", arxiv="2501.00001"), entry("Hot Kilns", "Else.", arxiv="2501.00001")),
        (entry("Kiln Fire", doi="10.5555/1"), entry("Hot Kilns", "Else.", doi="10.5555/1")),
        (entry("Kiln Fire", doi="10.5555/1", arxiv="2501.00001"), entry("Hot Kilns", TAXES, doi="10.5555/1")),
        (entry("Cold Start Kilns"), entry("Cold-Start Kilns")),
        (entry("Naïve Kilns"), entry("Naive Kilns")),
        (entry("Kiln: Fire"), entry("Kiln Fire")),
        (entry("Kiln Fire", POTS), entry("Kiln Fire", "A sentence on taxes of medieval parishes.")),
        (entry("Kiln Fire", POTS), entry("Kiln Fire", f"{POTS} The code is public.")),
        (entry("Kiln Fire", authors=("Ada Ofen",)), entry("Kiln Fire", authors=("Ofen, A.", "Bo Turner"))),
        (entry("Kiln Fire", authors=("王伟",)), entry("Kiln Fire", authors=("Wei Wang",))),
        (entry("Kiln Fire", POTS, authors=("Ada Ofen",)), entry("Kiln Fire", POTS, authors=("Bo Turner",))),
    ],
)
def test_one_paper_is_recognised(one: Entry, other: Entry) -> None:
    for order in ((one, other), (other, one)):
        assert len(merge(*order).fresh) == 1


@pytest.mark.parametrize(
    ("one", "other", "warned"),
    [
        (entry("Kiln Fire", arxiv="2501.00001"), entry("Kiln Fire", arxiv="2501.00002", line=7), ""),
        (entry("Kiln Fire", POTS), entry("Kiln Fire", TAXES, line=7), "plainly other abstracts"),
        (entry("Kiln: Fire", POTS), entry("Kiln Fire", TAXES, line=7), "plainly other abstracts"),
        (entry("Kiln Fire", "", authors=("A. Ofen",)), entry("Kiln Fire", "", 7, authors=("Bo Tal",)), "other authors"),
        (entry("Kiln Fire"), entry("Kiln Ice", line=7), ""),
    ],
)
def test_two_papers_are_never_one_by_title_alone(one: Entry, other: Entry, warned: str) -> None:
    merged = merge(one, other)

    assert len({paper.slug for paper in merged.fresh}) == 2
    assert len(merged.problems) == bool(warned)
    assert all(
        f"x/a.txt:7: '{other.title}'" in line and "x/a.txt:3" in line and warned in line for line in said(merged)
    )


def spoken(*words: int) -> str:
    """An abstract of so many different words of so many kinds."""
    return " ".join(
        f"{kind}{'abcdefghijklmnopqrstuvwxyz'[n // 26]}{chr(97 + n % 26)}"
        for kind, count in zip("xyz", words, strict=False)
        for n in range(count)
    )


@pytest.mark.parametrize(
    ("first", "second", "papers"),
    [
        ((35, 0), (0, 35), 2),
        ((25, 0), (0, 25), 1),
        ((40, 60), (40, 0, 60), 1),
        ((30, 70), (30, 0, 70), 2),
    ],
)
def test_abstracts_are_plainly_others_where_they_are_long_and_share_few_words(
    first: tuple[int, ...], second: tuple[int, ...], papers: int
) -> None:
    merged = merge(entry("Kiln Fire", spoken(*first)), entry("Kiln Fire", spoken(*second), line=7))

    assert len(merged.fresh) == papers


@pytest.mark.parametrize(("title", "known"), [("Old Kiln Fire Anew", True), ("Old Kiln Ice Anew", False)])
def test_titles_in_one_place_are_alike_where_they_share_half_of_their_words(title: str, known: bool) -> None:  # noqa: FBT001
    page = paper("Old Kiln Fire Again", "p", seen_in=(seen("a.txt"),))

    assert (not merge(entry(title, ""), pages=[page]).fresh) == known


@pytest.mark.parametrize(("between", "joined"), [(7, True), (12, False)])
def test_a_title_is_compared_with_ten_of_its_namesakes(between: int, joined: bool) -> None:  # noqa: FBT001
    namesakes = [entry("Kiln Fire", "", n, authors=(f"Ofen{chr(97 + n) * 3}",)) for n in range(1, between + 1)]
    again = entry("Kiln Fire", "", 40, authors=(f"Ofen{chr(97 + between) * 3}", "Bo Turner"))
    merged = merge(*namesakes, again)

    assert (len(merged.fresh) == between) == joined


def test_one_doi_of_two_arxiv_papers_stays_with_the_first() -> None:
    merged = merge(
        entry("Kiln Fire", arxiv="2501.00001", doi="10.5555/1"),
        entry("Kiln Ice", arxiv="2501.00002", doi="10.5555/1", line=7),
    )

    assert [paper.doi for paper in merged.fresh] == ["10.5555/1", None]
    assert any("x/a.txt:7: the DOI 10.5555/1, which x/a.txt:3 has too" in line for line in said(merged))


def test_a_title_between_two_papers_goes_with_the_abstract_and_else_with_the_first() -> None:
    two = (entry("Kiln Fire", POTS, arxiv="2501.00001"), entry("Kiln Fire", TAXES, 7, arxiv="2501.00002"))
    by_text = merge(*two, entry("Kiln Fire", TAXES, line=11))
    by_order = merge(*two, entry("Kiln Fire", "", line=11))

    assert [len(one.seen_in) for one in by_text.fresh] == [1, 2]
    assert [len(one.seen_in) for one in by_order.fresh] == [2, 1]


def test_papers_meet_by_way_of_others() -> None:
    entries = [
        entry("Kiln Fire", arxiv="2501.00001"),
        entry("Hot Kilns", arxiv="2501.00001", line=7),
        entry("Hot-Kilns", line=11),
    ]

    for order in itertools.permutations(entries):
        (one,) = merge(*order).fresh
        assert [seen_in.line for seen_in in one.seen_in] == [3, 7, 11]


def test_conflicting_abstracts_keep_the_first_that_is_no_mere_sentence_and_name_both_places() -> None:
    def merge_texts(first: str, second: str) -> Merged:
        return merge(entry("Kiln Fire", first), entry("Kiln Fire", second, line=7))

    short = merge_texts("One.", "Other.")
    long = merge_texts("One.", POTS)
    assert short.fresh[0].abstract == "One."
    assert said(short) == ["x/a.txt:7: another abstract of 'Kiln Fire' than x/a.txt:3; the first is kept"]
    assert long.fresh[0].abstract == POTS
    assert said(long) == ["x/a.txt:3: another abstract of 'Kiln Fire' than x/a.txt:7; the longer is kept"]
    assert merge_texts(POTS, POTS.replace(" ", "  ").upper()).problems == ()


def test_titles_that_only_read_alike_are_said_to_be_taken_for_one() -> None:
    merged = merge(entry("Naive Kilns"), entry("Naïve Kilns", line=7))

    assert merged.fresh[0].title == "Naive Kilns"
    assert "x/a.txt:7: 'Naïve Kilns' is nearly the title of x/a.txt:3, 'Naive Kilns'" in said(merged)[0]


def test_a_byline_date_without_a_year_is_stated_as_it_is_printed() -> None:
    listed = entry("Kiln Fire", published=PartialDate(0, 2, 3))

    assert merge_dumps([], [dated("a.txt", "undated-05-08", listed)]).fresh[0].published == PartialDate(0, 2, 3)


def test_records_of_one_line_with_one_abstract_and_other_titles_are_two_papers() -> None:
    one, other = entry("Higher-Heat Glazes of Towns", POTS, line=1), entry("High-Heat Glazes of Towns", POTS, line=1)
    merged = merge(one, other)
    again = merge(one, other, pages=merged.fresh)

    assert [found.title for found in merged.fresh] == [one.title, other.title]
    assert [(outcome.paper.title, len(outcome.entries)) for outcome in again.outcomes] == [
        (one.title, 1),
        (other.title, 1),
    ]
    assert (again.fresh, [found.title for found in again.pages]) == ((), [one.title, other.title])


def test_our_own_exports_tell_slug_and_places_themselves() -> None:
    exported = (
        entry("Kiln Fire", slug="hot", seen_in=(seen("b.txt"),)),
        entry("An Oven", line=7, slug="oven"),
    )
    merged = merge(*exported)

    assert [(one.slug, one.seen_in) for one in merged.fresh] == [("hot", (seen("b.txt"),)), ("oven", ())]


@pytest.mark.parametrize("same", [{"arxiv": "2501.00001"}, {"doi": "10.5555/1"}])
def test_one_id_of_papers_that_are_unlike_is_told_with_both_places(same: dict[str, Any]) -> None:
    by = "arXiv id" if "arxiv" in same else "DOI"
    merged = merge(entry("Kiln Fire", POTS, **same), entry("Grain Levies of Parishes", "Else.", line=9, **same))

    assert len(merged.fresh) == 1
    assert (
        f"x/a.txt:9: 'Grain Levies of Parishes' has the {by} {next(iter(same.values()))} of x/a.txt:3, 'Kiln Fire'; "
        "taken for one paper; correct the id if it is another's"
    ) in said(merged)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ({"authors": ("Ada Ofen",)}, {"authors": ("Bo Turner",)}, True),
        ({"authors": ("Ada Ofen", "Bo Turner")}, {"authors": ("B. Turner",)}, False),
        ({"authors": ("Ada Ofen",)}, {}, False),
    ],
)
def test_one_id_of_papers_without_a_common_author_is_told(
    one: dict[str, Any], other: dict[str, Any], *, told: bool
) -> None:
    entries = (entry("Kiln Fire", arxiv="2501.00001", **one), entry("Kiln Fire", arxiv="2501.00001", line=9, **other))

    assert any("has the arXiv id 2501.00001 of" in line for line in said(merge(*entries))) is told


def test_a_title_that_changed_is_not_told_where_the_abstract_did_not() -> None:
    old, new = entry("Kiln Fire", POTS, arxiv="2501.00001"), entry("On Ovens of Old", POTS, 9, arxiv="2501.00001")

    assert said(merge(old, new)) == []


# ---- entries and pages


def test_links_and_categories_of_several_sources_are_united() -> None:
    code, page = Link(kind="code", url="https://a.example.org/code"), Link(kind="project", url="https://a.example.org")
    again = Link(kind="other", url="http://a.example.org/code/")
    one = entry("Kiln Fire", links=(code,), categories=("cs.LG",))
    (united,) = merge(one, entry("Kiln Fire", links=(again, page), categories=("cs.AI", "cs.LG"))).fresh

    assert united.links == (code, page)
    assert united.categories == ("cs.LG", "cs.AI")
    assert merge_papers(paper(links=(code,)), paper(links=(again, page))).links == (code, page)


def test_of_many_of_one_title_in_a_file_each_keeps_its_own_place() -> None:
    listed = dated(
        "x/a.txt",
        "2024-05-01",
        entry("Naive Pots", "", 4),
        entry("Naïve Pots", "", 1, authors=("Bo Turner",)),
        entry("Naïve Pots", "", 3, authors=("Ada Ofen",)),
        entry("Naïve Pots", "It fires.", 2),
    )
    fresh = merge_dumps([], [listed]).fresh
    pages = [parse_paper(format_paper(one), f"content/papers/{one.slug}.md")[0] for one in fresh]

    assert list(merge_dumps(pages, [listed]).pages) == pages


def test_an_abstract_that_a_page_has_with_entities_is_no_other_one() -> None:
    page = paper(abstract="Clay &amp; fire &lt;3.", seen_in=(seen("b.txt"),))

    assert said(merge(entry("Kiln Fire", "Clay & fire <3."), pages=[page])) == []


def test_what_a_page_says_wins_and_what_it_leaves_out_is_added() -> None:
    page = paper(votes=0, authors=("Ada Ofen",), abstract=None, summary="Ours.")
    dump = paper(votes=9, author_count=4, organisation="The Kiln Lab", abstract="Theirs.")
    merged = merge_papers(page, dump)

    assert (merged.votes, merged.authors, merged.author_count) == (0, ("Ada Ofen",), None)
    assert (merged.organisation, merged.abstract, merged.summary) == ("The Kiln Lab", "Theirs.", "Ours.")


@pytest.mark.parametrize(
    ("digest", "added"),
    [("2024-05-08", 0), ("undated-05-08", 0), ("", 0), ("2024-05-09", 1), ("2025-05-08", 1), ("undated-05-09", 1)],
)
def test_a_dump_is_known_by_its_file_name_and_its_day(digest: str, added: int) -> None:
    page = paper(seen_in=(seen("a.txt", 3),))
    again = paper(seen_in=(seen("a.txt", 5, digest),))

    assert len(merge_papers(page, again).seen_in) == 1 + added


@pytest.mark.parametrize(
    ("known", "listed", "by"),
    [
        ({"arxiv": "2501.00001"}, entry("Hot Kilns", "Else.", arxiv="2501.00001"), "arXiv id"),
        ({"doi": "10.5555/1"}, entry("Hot Kilns", "Else.", doi="10.5555/1"), "DOI"),
        ({"seen_in": (seen("a.txt"),), "abstract": "It fires."}, entry("Hot Ovens"), "place"),
        ({"seen_in": (seen("a.txt"),)}, entry("A Kiln Fire"), "place"),
        ({"slug": "hot"}, entry("Ovens", slug="hot"), "address"),
        ({"redirect_from": ("hot",)}, entry("Ovens", slug="hot"), "address"),
        ({"aliases": ("Hot Kilns",)}, entry("HOT-KILNS."), "title"),
        ({"slug": "hot-kilns"}, entry("Hot: Kilns"), "words of its title"),
        ({"redirect_from": ("hot-kilns",)}, entry("Hot Kilns!"), "words of its title"),
        ({"title": "Hôt Kilns", "slug": "x"}, entry("Hot Kilns"), "words of its title"),
    ],
)
def test_a_page_is_recognised_by(known: dict[str, Any], listed: Entry, by: str) -> None:
    merged = merge(listed, pages=[paper(**known)])

    assert merged.fresh == ()
    assert [found.by for found in merged.outcomes[0].entries] == [by]
    assert merged.outcomes[0].entries[0].retitled == (by != "title")


def test_a_title_that_led_nowhere_becomes_an_alias() -> None:
    page = paper(arxiv="2501.00001")
    (extended,) = merge(entry("Hot Kilns", arxiv="2501.00001"), pages=[page]).pages

    assert extended.aliases == ("Hot Kilns",)
    assert merge(entry("Hot Kilns"), pages=[extended]).fresh == ()


def test_a_corrected_title_gets_no_alias_while_the_address_is_known() -> None:
    page = paper("Kiln Fires", slug="kiln-fire", seen_in=(seen("a.txt"),))

    assert merge(entry("Kiln Fire", ""), pages=[page]).pages == (page,)


def test_another_dump_of_the_same_name_has_other_papers_in_its_lines() -> None:
    page = paper(seen_in=(seen("a.txt", digest="2024-05-07"),), abstract="It fires.")

    assert len(merge(entry("A Kiln Fire II"), pages=[page]).fresh) == 1


@pytest.mark.parametrize(("others", "recognised"), [(3, True), (0, False)])
def test_a_place_alone_counts_where_the_rest_of_the_dump_is_at_its_lines(others: int, recognised: bool) -> None:  # noqa: FBT001
    words = ["Oven", "Glaze", "Clay"]
    pages = [paper(f"On {word}", word.lower(), seen_in=(seen("a.txt", n),)) for n, word in enumerate(words, 20)]
    page = paper("Another Name", "another-name", seen_in=(seen("a.txt"),), author_count=5)
    listed = [entry(f"On {word}", "", n) for n, word in enumerate(words, 20)][:others]
    merged = merge(entry("Kiln Fire", "", author_count=5), *listed, pages=[*pages, page])

    assert (not merged.fresh) == recognised
    assert len(merge(entry("Kiln Fire", "", author_count=6), *listed, pages=[*pages, page]).fresh) == 1


def test_lines_that_shifted_lead_to_nobody_elses_page() -> None:
    titles = ["Kiln Fire of Old Towns", "Kiln Fire of New Towns", "Kiln Fire of Two Towns"]
    pages = [paper(title, f"p{n}", seen_in=(seen("a.txt", n),)) for n, title in enumerate(titles[:2], 3)]
    shifted = [entry(title, "", n) for n, title in enumerate([titles[2], *titles[:2]], 3)]
    merged = merge(*shifted, pages=pages)

    assert [one.title for one in merged.fresh] == [titles[2]]
    assert merged.pages == tuple(pages)


@pytest.mark.parametrize("title", ["Kiln Fire, Version 3", "Glazes of Old Towns"])
def test_another_paper_in_the_line_of_one_is_new(title: str) -> None:
    page = paper("Kiln Fire, Version 2", "p", seen_in=(seen("a.txt"),), author_count=2)

    assert len(merge(entry(title, "", author_count=2), pages=[page]).fresh) == 1


def test_two_keys_of_two_pages_go_by_the_surer_and_name_both() -> None:
    pages = [paper(arxiv="2501.00001", abstract="It fires."), paper("Hot Kilns", "hot-kilns")]
    listed = entry("Hot Kilns", arxiv="2501.00001")
    merged = merge(listed, pages=pages)

    assert [len(page.seen_in) for page in merged.pages] == [1, 0]
    assert [page.aliases for page in merged.pages] == [(), ()]
    (line,) = said(merged)
    assert line == (
        "x/a.txt:3: 'Hot Kilns' is kiln-fire.md by its arXiv id, but hot-kilns.md by its title; taken for "
        "kiln-fire.md; merge the two (distillate merge kiln-fire hot-kilns), or state in one that it is distinct_from "
        "the other"
    )
    apart = [pages[0], replace(pages[1], distinct_from=("kiln-fire",))]
    assert merge(listed, pages=apart).problems == ()


def test_two_pages_of_one_title_are_told_apart_by_place_or_the_first_is_taken_with_a_warning() -> None:
    pages = [
        paper("Kiln Fire", "one", seen_in=(seen("b.txt", 9),)),
        paper("Kiln Fire", "two", seen_in=(seen("a.txt"),), distinct_from=("one",)),
    ]

    assert merge(entry("Kiln Fire", ""), pages=pages).pages == tuple(pages)
    undecided = [pages[0], replace(pages[1], seen_in=(), distinct_from=())]
    merged = merge(entry("Kiln Fire", ""), pages=undecided)
    assert [len(page.seen_in) for page in merged.pages] == [2, 0]
    assert "one.md by its title, but two.md by its title" in said(merged)[0]


def test_a_page_with_another_abstract_than_the_dump_is_reported() -> None:
    merged = merge(entry("Kiln Fire", "Theirs."), pages=[paper(abstract="The page's.")])

    assert merged.pages[0].abstract == "The page's."
    assert "content/papers/kiln-fire.md:9" in said(merged)[0]
    assert said(merged)[0].startswith("x/a.txt:3")


def test_a_removed_paper_stays_removed() -> None:
    tombstone = paper(arxiv="2501.00001", removed="withdrawn")
    merged = merge(entry("Kiln Fire"), entry("Hot Kilns", line=7, arxiv="2501.00001"), pages=[tombstone])

    assert (merged.pages, merged.fresh, merged.problems) == ((), (), ())
    assert [(one.paper, one.before, len(one.entries)) for one in merged.outcomes] == [(tombstone, tombstone, 2)]


def test_a_new_paper_takes_no_old_address() -> None:
    merged = merge(
        entry("Kiln Fire", arxiv="2501.00001"),
        pages=[paper("Ice", "ice", redirect_from=("kiln-fire",), arxiv="2501.00002")],
    )

    assert merged.fresh[0].slug.startswith("kiln-fire-")


# ---- importing leaves pages that can be read


def reread(merged: Merged, *, with_abstract: bool = True) -> list[Paper]:
    return [
        parse_paper(format_paper(one, with_abstract=with_abstract), f"content/papers/{one.slug}.md")[0]
        for one in (*merged.pages, *merged.fresh)
    ]


@pytest.mark.parametrize("with_abstract", [True, False])
def test_papers_of_one_title_are_told_apart_by_their_pages_ever_after(with_abstract: bool) -> None:  # noqa: FBT001
    entries = (entry("Kiln Fire", POTS), entry("Kiln Fire", TAXES, line=7))
    pages = reread(merge(*entries), with_abstract=with_abstract)
    again = merge(*entries, pages=pages)

    assert list(check_one_page_each(pages)) == []
    assert sorted(page.distinct_from for page in pages) == [(), (pages[0].slug,)]
    assert (again.fresh, again.problems) == ((), ())
    assert reread(again, with_abstract=with_abstract) == pages or with_abstract is False


TITLES = ("Kiln Fire", "Kiln-Fire.", "Hot Kilns", "Hot kilns", "An Oven", "Naïve Pots", "Naive Pots", "Naive: Pots")
entries = st.builds(
    entry,
    st.sampled_from(TITLES),
    st.sampled_from(("", "It fires.", POTS, TAXES)),
    st.integers(1, 40),
    arxiv=st.sampled_from((None, None, "2501.00001", "2501.00002")),
    doi=st.sampled_from((None, None, "10.5555/1")),
    authors=st.sampled_from(((), ("Ada Ofen",), ("Bo Turner",))),
)
dumps = st.lists(st.lists(entries, max_size=4), min_size=1, max_size=4).map(
    lambda many: [
        dated(f"{n}.txt", f"2024-05-{n + 1:02}", *{one.line: one for one in some}.values())
        for n, some in enumerate(many)
    ]
)


@settings(max_examples=300)
@given(dumps)
def test_importing_twice_changes_nothing_and_leaves_no_page_in_anothers_way(many: list[DatedDump]) -> None:
    pages = reread(merge_dumps([], many))
    again = merge_dumps(pages, many)

    assert list(check_one_page_each(pages)) == []
    assert again.fresh == ()
    assert reread(again) == pages


@settings(max_examples=200)
@given(dumps)
def test_no_entry_is_lost(many: list[DatedDump]) -> None:
    merged = merge_dumps([], many)
    places = [place for one in merged.fresh for place in one.seen_in]

    assert len(places) == len(set(places)) == sum(len(one.dump.entries) for one in many)
    assert sum(len(outcome.entries) for outcome in merged.outcomes) == len(places)


# ---- how large papers may be


@pytest.mark.parametrize("same", [True, False])
def test_many_namesakes_take_no_time(same: bool) -> None:  # noqa: FBT001
    many = [entry("Editorial", "", n, arxiv=None if same else f"2501.{n:05}") for n in range(1, 5000)]
    merged = merge(*many)

    assert len(merged.fresh) == (1 if same else 4999)


def test_names_complete_a_bare_count_that_agrees_with_them() -> None:
    page = paper(author_count=2)
    named = paper(authors=("Ada Ofen", "Bo Turner"))

    assert merge_papers(page, named).authors == ("Ada Ofen", "Bo Turner")
    assert merge_papers(page, named).author_count is None
    assert merge_papers(paper(author_count=5), named).authors == ()


def test_arxivs_doi_tells_no_papers_apart_and_gives_way_to_a_publishers() -> None:
    arxivs, publishers = (paper(arxiv="2501.00001", doi=doi) for doi in ("10.48550/arxiv.2501.00001", "10.1145/1234.5"))

    assert complete_facts(arxivs, publishers).doi == complete_facts(publishers, arxivs).doi == "10.1145/1234.5"
    assert agree(replace(arxivs, published=PartialDate(2025)), replace(publishers, published=PartialDate(2025)))
