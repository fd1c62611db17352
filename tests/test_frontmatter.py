"""Pages ↔ papers: validated with places, extended without disturbing what people wrote."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.errors import InputError
from site_src.frontmatter import extend_page, format_paper, parse_config, parse_paper, parse_text_page
from site_src.models import Link, Paper, PartialDate, SeenIn, StatedResult, Week

FILE = "content/papers/kiln-fire.md"

FULL = Paper(
    slug="kiln-fire",
    title='Kiln: "Fire" {x} # y',
    arxiv="2403.01234",
    authors=("Ada Ofen", "On", "Ægir: Ø"),
    organisation="The Kiln Lab",
    published=PartialDate(2024, 2, 29),
    votes=0,
    venue="KILN 2025",
    links=(Link(kind="code", url="https://example.org/a/b"),),
    techniques=("quantization",),
    results=(
        StatedResult(value="2.4×", metric="speed-up", baseline="an oven"),
        StatedResult(value="4-bit", metric="x"),
    ),
    seen_in=(SeenIn(digest="2025-05-08", dump="a.txt", line=3),),
    aliases=("Firing",),
    summary="We fire a kiln.",
    notes="## Notes\n\nMore.",
    abstract="# not a heading <b> **bold** --- \\% ## Abstract",
)


def test_a_page_with_everything_reads_back_as_it_was_written() -> None:
    paper, problems = parse_paper(format_paper(FULL), FILE)

    assert paper == FULL
    assert problems == ()


def test_a_page_with_nothing_but_a_title_reads_back_as_it_was_written() -> None:
    bare = Paper(slug="kiln-fire", title="Kiln Fire")

    assert parse_paper(format_paper(bare), FILE)[0] == bare


def test_no_abstract_is_written_where_it_is_not_wanted() -> None:
    assert "Abstract" not in format_paper(replace(FULL, notes=""), with_abstract=False)


one_line = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp", "Zs"]), min_size=1, max_size=30)
phrases = st.lists(one_line, min_size=1, max_size=4).map(" ".join)


@given(title=phrases, author=phrases, abstract=phrases, value=phrases)
def test_any_words_read_back_as_they_were_written(title: str, author: str, abstract: str, value: str) -> None:
    paper = Paper(
        slug="kiln-fire",
        title=title,
        authors=(author,),
        results=(StatedResult(value=value, metric="speed-up"),),
        abstract=abstract,
    )

    assert parse_paper(format_paper(paper), FILE)[0] == paper


@pytest.mark.parametrize(
    "word", ["on", "No", "null", "~", "1e3", "2:30", "010", "2024-02-29", "=", "<<", "- x", "a: b", "#"]
)
def test_words_that_yaml_reads_otherwise_stay_words(word: str) -> None:
    paper = Paper(slug="kiln-fire", title=word, authors=(word,), venue=word)

    assert parse_paper(format_paper(paper), FILE)[0] == paper


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [("2024-02-29", PartialDate(2024, 2, 29)), ("2024-02", PartialDate(2024, 2)), ("2024", PartialDate(2024))],
)
def test_a_date_is_known_as_far_as_it_is_written(yaml: str, expected: PartialDate) -> None:
    assert parse_paper(f"---\ntitle: Kiln\npublished: {yaml}\n---\n", FILE)[0].published == expected


def test_no_techniques_and_techniques_not_stated_are_told_apart() -> None:
    assert parse_paper("---\ntitle: Kiln\ntechniques: []\nresults: []\n---\n", FILE)[0].techniques == ()
    assert parse_paper("---\ntitle: Kiln\n---\n", FILE)[0].techniques is None


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("title: 3", ":2: title: "),
        ("votes: 3", ":2: title: field required"),
        ("title: Kiln\narxiv: 2403.01234", ":3: arxiv: expected an arXiv id in quotation marks"),
        ("title: Kiln\narxiv: 'kiln'", ":3: arxiv: "),
        ("title: Kiln\npublished: 2023-02-29", ":3: published: impossible date"),
        ("title: Kiln\npublished: May 8", ":3: published: expected a date"),
        ("title: Kiln\nvotes: many", ":3: votes: "),
        ("title: Kiln\nvotes: true", ":3: votes: "),
        ("title: Kiln\nauthors: Ada", ":3: authors: "),
        ("title: Kiln\nauthors:\n- Ada\n- 7", ":5: authors.1: "),
        ("title: Kiln\nlinks:\n- kind: code\n  url: javascript:alert(1)", ":5: links.0.url: "),
        ("title: Kiln\nlinks:\n- kind: poem\n  url: https://example.org", ":4: links.0.kind: "),
        ("title: Kiln\nresults:\n- value: 2.4", ":4: results.0.value: "),
        ("title: Kiln\nseen_in:\n- dump: a.txt\n  line: 0\n  digest: 2025-05-08", ":5: seen_in.0.line: "),
        ("title: Kiln\nseen_in:\n- dump: a.txt\n  line: 1\n  digest: May 8", ":6: seen_in.0.digest: "),
        ("title: Kiln\ntitle: Oven", ":3: YAML: the key 'title' twice"),
        ("title: Kiln\n? [a]\n: Oven", ":3: YAML: a key that is no word"),
        ("title: Kiln\nlinks: [{kind: code, url: 'https://[a'}]", ":3: links.0.url: expected an address that begins"),
        ("title: [", ":3: YAML: "),
        ("- a\n- b", ":2: YAML that is no mapping"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(yaml: str, expected: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_paper(f"---\n{yaml}\n---\n", FILE)
    assert f"{FILE}{expected}" in str(caught.value)


def test_front_matter_needs_its_lines() -> None:
    with pytest.raises(InputError, match=f"{FILE}:1: no front matter"):
        parse_paper("title: Kiln", FILE)
    with pytest.raises(InputError, match=f"{FILE}:1: front matter without an end"):
        parse_paper("---\ntitle: Kiln", FILE)


def test_unknown_keys_are_warnings_with_their_lines() -> None:
    text = "---\ntitle: Kiln\nvotez: 3\nlinks:\n- kind: code\n  url: https://example.org\n  stars: 4\n---\n"
    paper, problems = parse_paper(text, FILE)

    assert paper.title == "Kiln"
    assert [f"{FILE}:3: unknown key 'votez'", f"{FILE}:7: unknown key 'links.0.stars'"] == [
        str(problem).split(";")[0] for problem in problems
    ]


def test_the_summary_ends_at_the_first_heading() -> None:
    front = "---\ntitle: Kiln\n---\n"
    summary = "One line,\nand another.\n\n```\n# code\n```\n\n"
    text = f"{front}{summary}## Notes\n\nMore.\n\n## Abstract\n\nTheirs.\n\n## Later\n\nEnd.\n"
    paper, _ = parse_paper(text, FILE)

    assert paper.summary == "One line, and another. ``` # code ```"
    assert paper.abstract == "Theirs."
    assert paper.notes == "## Notes\n\nMore.\n\n## Later\n\nEnd."
    assert paper.place.line == 15


# ---- extending a page


BY_HAND = """---
# who wrote this, and why
title: 'Kiln Fire'  # quoted on purpose
venue: "KILN"
seen_in:
- {dump: b.txt, line: 3, digest: 2025-05-09}
own_key: kept
---
Ours.

## Notes

A note.
"""


def test_a_page_with_nothing_to_add_is_not_touched() -> None:
    assert extend_page(BY_HAND, parse_paper(BY_HAND, FILE)[0]) == BY_HAND


def test_comments_order_and_quoting_survive_what_is_added() -> None:
    paper, _ = parse_paper(BY_HAND, FILE)
    more = replace(
        paper,
        votes=3,
        abstract="Theirs.",
        seen_in=(SeenIn(digest="2025-05-08", dump="a.txt", line=9), *paper.seen_in),
    )
    extended = extend_page(BY_HAND, more)

    assert (
        extended
        == BY_HAND.replace('venue: "KILN"\n', 'venue: "KILN"\nvotes: 3\n').replace(
            "seen_in:\n", "seen_in:\n- {dump: a.txt, line: 9, digest: '2025-05-08'}\n"
        )
        + "\n## Abstract\n\nTheirs.\n"
    )
    assert extend_page(extended, parse_paper(extended, FILE)[0]) == extended


def test_extending_a_fresh_page_step_by_step_gives_the_bytes_of_writing_it_at_once() -> None:
    first = Paper(slug="kiln-fire", title=FULL.title, seen_in=FULL.seen_in)
    page = format_paper(first)
    for step in (replace(first, votes=0, venue=FULL.venue), replace(FULL, summary=None, notes="")):
        page = extend_page(page, step)

    assert page == format_paper(replace(FULL, summary=None, notes=""))


@pytest.mark.parametrize("ending", ["## Abstract\n", "## Abstract\n\n\n## Notes\n\nMore.\n", "## abstract"])
def test_an_empty_abstract_is_filled_where_it_stands(ending: str) -> None:
    page = f"---\ntitle: Kiln\n---\n\nOurs.\n\n{ending}"
    paper, _ = parse_paper(page, FILE)
    filled = extend_page(page, replace(paper, abstract="Theirs."))

    assert filled.lower().count("## abstract") == 1
    assert parse_paper(filled, FILE)[0] == replace(paper, abstract="Theirs.")


def test_an_appearance_joins_others_written_on_one_line_each() -> None:
    page = "---\ntitle: Kiln\nseen_in: # where\n  - {dump: b.txt, line: 3, digest: 2025-05-08} # there\n---\n"
    paper, _ = parse_paper(page, FILE)
    seen = SeenIn(digest="2025-05-07", dump="a.txt", line=1)
    extended = extend_page(page, replace(paper, seen_in=(seen, *paper.seen_in)))

    assert parse_paper(extended, FILE)[0].seen_in == (seen, *paper.seen_in)
    assert "# there" in extended


# ---- other files


CONFIG = "title: Kilns\ntagline: Fire\ndescription: All of it.\nbase_url: https://example.org/digest\nauthor: Us\n"


def test_a_site_configuration_has_defaults() -> None:
    digests = "digests:\n  a.txt: 2025-05-08\n  b.txt: 2025-W19\n  c.txt: 2025-05\n"
    stated = f"{digests}conferences: [ICKiln]\njournals: [Glaze, Clay]\n"
    config, problems = parse_config(CONFIG + stated, "site.yml")

    assert config.base_url == "https://example.org/digest/"
    assert config.repository is None
    assert config.digests == {"a.txt": PartialDate(2025, 5, 8), "b.txt": Week(2025, 19), "c.txt": PartialDate(2025, 5)}
    assert config.home == ("techniques", "strongest", "digests", "latest")
    assert (config.conferences, config.journals) == (("ICKiln",), ("Glaze", "Clay"))
    assert problems == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("base_url: example.org", "site.yml:1: base_url"),
        ("page_size: 0", "site.yml:1: page_size"),
        ("digests: {a: May}", "site.yml:1: digests"),
        ("conferences: ICLR", "site.yml:1: conferences"),
        ("language: English", "site.yml:1: language"),
        ("home: [kilns]", "site.yml:1: home.0: expected one of techniques, strongest, digests, latest"),
        ("home: [latest, latest]", "site.yml:1: home: expected each once, not latest twice"),
    ],
)
def test_a_wrong_configuration_is_named_with_its_line(line: str, expected: str) -> None:
    key = line.partition(":")[0]
    rest = [kept for kept in CONFIG.splitlines() if not kept.startswith(key)]

    with pytest.raises(InputError) as caught:
        parse_config("\n".join([line, *rest]), "site.yml")
    assert expected in str(caught.value)


def test_a_page_of_prose_has_a_title_and_a_body() -> None:
    page, problems = parse_text_page("---\ntitle: About\n---\n\nText.\n", "content/pages/about.md")

    assert (page.slug, page.title, page.description, page.body) == ("about", "About", "", "Text.")
    assert problems == ()


# ---- appearances and dates as they are printed


def test_an_appearance_in_no_digest_and_a_day_without_its_year_are_written_and_read_back() -> None:
    paper = Paper(
        slug="kiln-fire",
        title="Kiln",
        published=PartialDate(0, 5, 29),
        seen_in=(SeenIn(dump="library.bib", line=7), SeenIn(digest="undated-W19", dump="week.txt", line=3)),
    )
    page = format_paper(paper)

    assert "published: --05-29\nseen_in:\n- dump: library.bib\n  line: 7\n- dump: week.txt" in page
    read, problems = parse_paper(page, FILE)
    assert (read.published, read.seen_in, problems) == (paper.published, paper.seen_in, ())


def test_an_appearance_of_which_the_digest_is_derived_anew_is_not_written_again() -> None:
    page = format_paper(FULL)
    seen = (replace(FULL.seen_in[0], digest="2026-05-08"), SeenIn(dump="library.bib", line=7))

    assert extend_page(page, replace(FULL, seen_in=seen[:1])) == page
    assert extend_page(page, replace(FULL, seen_in=seen)).count("- dump:") == len(seen)
