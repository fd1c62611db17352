"""Copies of the pages as they are now: invented papers in the layout of a browser's and of programs' copies."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.errors import InputError
from site_src.models import Dump, Entry, Facts, Link, PartialDate
from site_src.readers import read_dump
from site_src.readers.text_copy.lines import ends_early, split_lines
from site_src.readers.text_copy.markup import strip_markup

KILN = "Kiln Plan: Scheduling a Firing for Small Ovens"
KILN_ABSTRACT = (
    "Small ovens leave most of their heat unused between two firings. We describe Kiln Plan, which groups bowls by the"
    " age of their glaze. It saves 40% of the heat. Code is at https://github.com/example/kiln-plan"
)
GLAZE = "Half a Coat Is Enough for Cold Glazes"
GLAZE_ABSTRACT = "Glazes that are rarely seen can be far thinner. We measure which, and coat them half. Nobody noticed."
BYLINE = "• 3 authors\n·\nOct 7, 2024"
CLAY = "A Wheel That Forgets"
CLAY_ABSTRACT = "Wheels that turn all day send new clay to where it was good a month ago. We add a brake. It helps."


def read(text: str) -> Dump:
    return read_dump(text.encode(), "copy.txt", "text")


def count_non_blank(text: str) -> int:
    return len({line.number for line in split_lines(text)})


def brief(entry: Entry) -> Facts:
    """The facts without the title, to be compared with those that are expected."""
    return replace(entry.facts, title="")


def facts(  # noqa: PLR0913  one for each that a copy has
    published: PartialDate | None = None,
    *,
    votes: int | None = None,
    comments: int | None = None,
    arxiv: str | None = None,
    author_count: int | None = None,
    organisation: str | None = None,
    code: str = "",
) -> Facts:
    return Facts(
        title="",
        arxiv=arxiv,
        author_count=author_count,
        organisation=organisation,
        published=published,
        votes=votes,
        comments=comments,
        links=(Link(kind="code", url=code),) if code else (),
    )


LISTING = f"""\
Models
Log In

new

Get trending papers in your email inbox once a day!

Subscribe

Daily Papers

byAK and the research community

cold glaze

Daily
Weekly
Monthly

Trending Papers

Nov 28

[12]

{KILN}

{KILN_ABSTRACT}

  • 3 authors
·
Oct 7, 2024 2

[-]

{GLAZE}

{GLAZE_ABSTRACT}

  \t
OCC
·
Oct 23, 2025
1

1.2k

{CLAY}

{CLAY_ABSTRACT}

kiln-labs Kiln Labs
·
Jun 26, 2023

Previous

Next
"""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(LISTING, id="brackets"),
        pytest.param(LISTING.replace("[12]", "12").replace("[-]", "-"), id="bare"),
        pytest.param(LISTING.replace("[12]", " [-] 12").replace("[-]\n", " [-] -\n"), id="a box to tick"),
        pytest.param(LISTING.replace("[12]", "▲ 12").replace("[-]", "–"), id="an arrow"),
        pytest.param(LISTING.replace("\n\n", "\n"), id="no blank lines"),
        pytest.param(LISTING.replace("\n", "\n\n"), id="blank lines between all lines"),
        pytest.param(LISTING.replace("[12]", "Upvote\n12").replace("[-]", "Upvote\n-").replace("1.2k", "Upvote 1.2k")),
        pytest.param(LISTING.replace("Nov 28", "Fri, Nov 28"), id="a weekday"),
    ],
)
def test_votes_stand_above_a_title_and_comments_below_a_byline(text: str) -> None:
    dump = read(text)

    assert PartialDate(0, 11, 28) == dump.date
    assert [(entry.title, entry.abstract) for entry in dump.entries] == [
        (KILN, KILN_ABSTRACT),
        (GLAZE, GLAZE_ABSTRACT),
        (CLAY, CLAY_ABSTRACT),
    ]
    assert [brief(entry) for entry in dump.entries] == [
        facts(PartialDate(2024, 10, 7), votes=12, comments=2, author_count=3),
        facts(PartialDate(2025, 10, 23), comments=1, organisation="OCC"),
        facts(PartialDate(2023, 6, 26), votes=1200, organisation="Kiln Labs"),
    ]
    assert sum(dump.counts.values()) == count_non_blank(text)


def test_a_number_below_a_byline_is_no_vote_where_none_stand_above_titles() -> None:
    text = (
        LISTING.replace("[12]\n\n", "").replace("[-]\n\n", "").replace("1.2k\n\n", "").replace("2025\n1", "2025\n\n1")
    )

    assert [(entry.facts.votes, entry.facts.comments) for entry in read(text).entries] == [
        (None, 2),
        (None, 1),
        (None, None),
    ]


FIRECRAWL = f"""\
---
title: Daily Papers
---
[Subscribe](https://huggingface.co/login?next=%2Fpapers)

# Daily Papers

## by [![](https://huggingface.co/front/by.png)AK](https://huggingface.co/akhaliq) and the research community

- Daily
- Weekly

[Trending Papers](https://huggingface.co/papers/trending)

Oct 2

[101](https://huggingface.co/login?next=%2Fpapers%2F2606.01234)

### [{KILN}](https://huggingface.co/papers/2606.01234)

[{KILN_ABSTRACT}](https://huggingface.co/papers/2606.01234)

[![occ-ai](https://cdn-avatars.huggingface.co/v1/a_b.png)Carnegie Kiln University](https://huggingface.co/occ-ai)

·

May 29[6](https://huggingface.co/papers/2606.01234#community)

[-](https://huggingface.co/login?next=%2Fpapers%2F2502.04321)

### [{GLAZE} \\  in Cold\\_Rooms](https://huggingface.co/papers/2502.04321)

[Glazes that are rarely\\\\
seen can be far **thinner**, as [DAPO](https://huggingface.co/papers/2503.14476) is and\\\\
[this](https://github.com/example/thin "thin"). We coat them *half*.](https://huggingface.co/papers/2502.04321)

[- ![](https://cdn-avatars.huggingface.co/v1/c.jpeg)\\\\
- ![](https://huggingface.co/avatars/15.svg)\\\\
- 3 authors](https://huggingface.co/papers/2502.04321)

·

Feb 27, 2025

[Previous](https://huggingface.co/papers/date/2026-10-01)
"""


def test_markdown_is_read_as_one_reads_it_and_its_arxiv_ids_are_kept() -> None:
    dump = read(FIRECRAWL)

    assert PartialDate(0, 10, 2) == dump.date
    assert [entry.title for entry in dump.entries] == [KILN, f"{GLAZE} in Cold_Rooms"]
    assert dump.entries[0].abstract == KILN_ABSTRACT
    assert dump.entries[1].abstract == (
        "Glazes that are rarely seen can be far thinner, as DAPO is and this. We coat them half."
    )
    assert [brief(entry) for entry in dump.entries] == [
        facts(
            PartialDate(0, 5, 29),
            votes=101,
            comments=6,
            arxiv="2606.01234",
            organisation="Carnegie Kiln University",
        ),
        facts(PartialDate(2025, 2, 27), arxiv="2502.04321", author_count=3, code="https://github.com/example/thin"),
    ]
    assert dump.problems == ()


NUMBERED = f"""\
```text
[[Logo] Hugging Face][1]
* [ Models ][2]
* * Website
    * [ Tasks][3]

# Daily Papers

## by[AK][30] and the research community
* Daily
* Weekly

Jun 29
[
-
][31]

### [{KILN}][32]

[

{KILN_ABSTRACT}

][33]
[
* 3 authors
][34]
·
May 30
[
65
][35]

### [{GLAZE}][36]

[

{GLAZE_ABSTRACT}

][37]
[[kiln] Kiln Guild][38]
·
Mar 8, 2024 [ 6][39]

[32]: https://huggingface.co/papers/2606.01234
[36]: https://huggingface.co/papers/2403.04321
```
"""


def test_links_by_number_lead_where_the_copy_says() -> None:
    dump = read(NUMBERED)

    assert [(entry.title, entry.abstract) for entry in dump.entries] == [(KILN, KILN_ABSTRACT), (GLAZE, GLAZE_ABSTRACT)]
    assert [brief(entry) for entry in dump.entries] == [
        facts(PartialDate(0, 5, 30), arxiv="2606.01234", author_count=3),
        facts(PartialDate(2024, 3, 8), votes=65, comments=6, arxiv="2403.04321", organisation="Kiln Guild"),
    ]
    assert dump.problems == ()


ADDRESSES = f"""\
# Daily Papers
Daily Papers

Models

https://huggingface.co/models

Monthly

https://huggingface.co/papers/date/2026-03-24

Mar 25

 [-] 1

https://huggingface.co/login?next=%2Fpapers%2F2410.01234

{KILN}

https://huggingface.co/papers/2410.01234

{KILN_ABSTRACT}

https://huggingface.co/papers/2410.01234

[

2 authors](https://huggingface.co/papers/2410.01234)

·

Oct 7, 2024

 [-] 74

https://huggingface.co/login?next=%2Fpapers%2F2306.04321

{GLAZE}
<https://huggingface.co/papers/2306.04321>
{GLAZE_ABSTRACT}

https://gitlab.com/example/glaze

https://huggingface.co/papers/2306.04321

 Kilns

https://huggingface.co/kilns

·

Oct 23, 2025

1

https://huggingface.co/papers/2306.04321#community
"""


def test_addresses_on_lines_of_their_own_are_those_of_the_entry() -> None:
    dump = read(ADDRESSES)

    assert [(entry.title, entry.abstract) for entry in dump.entries] == [(KILN, KILN_ABSTRACT), (GLAZE, GLAZE_ABSTRACT)]
    assert [brief(entry) for entry in dump.entries] == [
        facts(PartialDate(2024, 10, 7), votes=1, arxiv="2410.01234", author_count=2),
        facts(
            PartialDate(2025, 10, 23),
            votes=74,
            comments=1,
            arxiv="2306.04321",
            organisation="Kilns",
            code="https://gitlab.com/example/glaze",
        ),
    ]
    assert dump.problems == ()
    assert sum(dump.counts.values()) == count_non_blank(ADDRESSES)


def test_an_address_that_is_no_paper_s_page_here_is_where_the_paper_is() -> None:
    text = f"May 8\n\n### [{KILN}](https://openreview.net/forum?id=a_b)\n\n{KILN_ABSTRACT}"
    entry = read(f"{text}\n\n### [{GLAZE}](https://doi.org/10.1145/3600006.3613165)\n\n{GLAZE_ABSTRACT}").entries

    assert [(one.address, one.facts.doi) for one in entry] == [
        ("https://openreview.net/forum?id=a_b", None),
        ("", "10.1145/3600006.3613165"),
    ]


@pytest.mark.parametrize("written", [" (https://hf.co/papers/2306.04321)", " <https://arxiv.org/abs/2306.04321v2>"])
def test_an_address_behind_a_title_is_no_part_of_it(written: str) -> None:
    found = read(f"May 8\n\n{GLAZE}{written}\n\n{GLAZE_ABSTRACT} (https://arxiv.org/abs/2410.01234)").entries[0]

    assert (found.title, found.facts.arxiv) == (GLAZE, "2306.04321")
    assert found.abstract.endswith("(https://arxiv.org/abs/2410.01234)")


def test_an_address_that_a_sentence_is_wrapped_before_is_the_sentence_s() -> None:
    text = f"May 8\n\n{GLAZE}\n\nGlazes can be far thinner. Our code is at\nhttps://github.com/example/glaze"

    assert read(text).entries[0].abstract.endswith("is at https://github.com/example/glaze")


def test_two_arxiv_ids_in_one_entry_are_a_warning() -> None:
    text = f"May 8\n\n{GLAZE}\n\nhttps://arxiv.org/abs/2306.04321\n\n{GLAZE_ABSTRACT}\n\nhttps://arxiv.org/abs/2410.01234v2"
    dump = read(text)

    assert dump.entries[0].facts.arxiv == "2306.04321"
    assert [str(problem) for problem in dump.problems] == [
        "copy.txt:3: arXiv 2306.04321 and 2410.01234 in one entry; the first is kept"
    ]


def card(title: str, abstract: str, who: str, when: str) -> str:
    told = ["Upvote", "117", "GitHub 3.29k", "arXiv Page\n"]
    return "\n\n".join(["Submitted by", "akhaliq", title, abstract, who, f"· {when}", *told])


HEADER = ["Models\nLog In", "new", "Get trending papers in your email inbox!", "Trending Papers", "Trending Papers", ""]
CARDS = [
    card(KILN, KILN_ABSTRACT, "Kiln Lab", "Published on Oct 4, 2026"),
    card(KILN, KILN_ABSTRACT, "Kiln Lab", "Oct 4, 2026"),
    card(GLAZE, GLAZE_ABSTRACT, "• 9 authors", "Published on Sep 16, 2026"),
    card(GLAZE, GLAZE_ABSTRACT, "• 9 authors", "Sep 16, 2026"),
]
TRENDING = "\n\n".join(HEADER) + "\n".join(CARDS)


def test_the_same_card_twice_in_a_row_is_one_entry_and_counted() -> None:
    dump = read(TRENDING)

    assert dump.date is None
    assert [(entry.title, entry.abstract) for entry in dump.entries] == [(KILN, KILN_ABSTRACT), (GLAZE, GLAZE_ABSTRACT)]
    assert [brief(entry) for entry in dump.entries] == [
        facts(PartialDate(2026, 10, 4), votes=117, organisation="Kiln Lab"),
        facts(PartialDate(2026, 9, 16), votes=117, author_count=9),
    ]
    assert dump.counts["repeated"] == 20
    assert sum(dump.counts.values()) == count_non_blank(TRENDING)
    assert dump.problems == ()


HEADINGS = f"""\
Get trending papers in your email inbox!

## Trending Papers

### {KILN}

{KILN_ABSTRACT}
- 8 authors
[LINK: GitHub 11.3k](https://github.com/example/kiln)

### {KILN}

{KILN_ABSTRACT}
- 8 authors
[LINK: GitHub 11.3k](https://github.com/example/kiln)

### {GLAZE} for end-to-end
  firing

Glazes that are rarely seen
can be far thinner. We measure which at
https://glaze.example.org
[LINK: GitHub 476](https://github.com/example/glaze)
"""


def test_headings_are_titles_and_a_card_may_have_no_byline() -> None:
    dump = read(HEADINGS)

    assert [entry.title for entry in dump.entries] == [KILN, f"{GLAZE} for end-to-end firing"]
    assert [brief(entry) for entry in dump.entries] == [
        facts(author_count=8, code="https://github.com/example/kiln"),
        facts(code="https://github.com/example/glaze"),
    ]
    assert dump.entries[1].abstract.endswith("thinner. We measure which at https://glaze.example.org")
    assert dump.problems == ()


TITLES_ALONE = f"""\
Daily Papers

Fri, Nov 28

Submitted by

taesiri

69

{KILN}

· 12 authors

3

Submitted by

akhaliq

-

Mamba

kiln-labs

· 5 authors

Previous

Next
"""


def test_titles_alone_are_entries_without_abstracts() -> None:
    dump = read(TITLES_ALONE)

    assert [(entry.title, entry.abstract) for entry in dump.entries] == [(KILN, ""), ("Mamba", "")]
    assert [brief(entry) for entry in dump.entries] == [
        facts(votes=69, comments=3, author_count=12),
        facts(author_count=5, organisation="kiln-labs"),
    ]
    assert dump.counts["abstract"] == 0
    assert sum(dump.counts.values()) == count_non_blank(TITLES_ALONE)


def test_marks_below_the_first_title_are_below_every_title() -> None:
    text = f"Nov 28\n\n{KILN}\n\nSubmitted by ada\n\n69\n\n5 authors\n\n3\n\n{GLAZE}\n\nSubmitted by ben\n\n12"

    assert [(entry.title, brief(entry)) for entry in read(text + "\n\n4 authors").entries] == [
        (KILN, facts(votes=69, comments=3, author_count=5)),
        (GLAZE, facts(votes=12, author_count=4)),
    ]


SPANISH = "\n\n".join(
    [
        "Artículos diarios",
        "28 Nov 2025",
        *("Enviado por", "ada", "12", KILN, KILN_ABSTRACT, "• 5 autores\n·\n3 Nov 2025 2", "Ver en arXiv"),
        *("Enviado por", "ben", "-", GLAZE, GLAZE_ABSTRACT, "• 3 autores\n·\nNov 1", "Ver en arXiv"),
        *("Enviado por", "ada", "7", CLAY, CLAY_ABSTRACT, "• 2 autores\n·\nNov 1", "Ver en arXiv"),
    ]
)


def test_what_a_page_says_thrice_is_no_title_in_any_language() -> None:
    dump = read(SPANISH)

    assert [(entry.title, entry.facts.votes, entry.facts.comments) for entry in dump.entries] == [
        (KILN, 12, 2),
        (GLAZE, None, None),
        (CLAY, 7, None),
    ]
    assert [entry.facts.author_count for entry in dump.entries] == [5, 3, 2]
    assert dump.problems == ()


PAPER_PAGE = f"""\
Papers
arxiv:2610.01234

{KILN}

Published on Oct 4, 2026
· Submitted by
Ada Author on Oct 6
 Upvote
117
+109
Authors:

Ada Author
,
Ben Bowl,
Cy Clay

Abstract

Kiln Plan saves heat.

AI-generated summary

{KILN_ABSTRACT}

View arXiv page
View PDF
Add to collection

Community

ada

This is our paper. It is good.

Models citing this paper
0
"""


@pytest.mark.parametrize(
    "text",
    [
        PAPER_PAGE,
        PAPER_PAGE.replace("Kiln Plan saves heat.\n\nAI-generated summary\n\n", ""),
        PAPER_PAGE.replace("arxiv:2610.01234\n", "")
        .replace(KILN, f"# {KILN}", 1)
        .replace("View arXiv page", "[View arXiv page](https://arxiv.org/abs/2610.01234)"),
    ],
)
def test_a_page_of_one_paper_is_one_entry(text: str) -> None:
    dump = read(text)

    assert dump.date is None
    assert [(entry.title, entry.abstract) for entry in dump.entries] == [(KILN, KILN_ABSTRACT)]
    assert brief(dump.entries[0]) == replace(
        facts(PartialDate(2026, 10, 4), votes=117, arxiv="2610.01234"), authors=("Ada Author", "Ben Bowl", "Cy Clay")
    )
    assert sum(dump.counts.values()) == count_non_blank(text)
    assert dump.problems == ()


# ---- what is none


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# Kiln Tools\n\nTools.\n\n## Install\n\nRun it.\n\n## License\n\nMIT",
            "copy.txt:1: Markdown instead of papers",
        ),
        (
            "# Kilns\n\nMay 8\n\n## Heat\n\n- [Heat](https://arxiv.org/abs/2401.01234) - nice\n\n## Glaze\n\n- Thin.",
            "copy.txt:1: Markdown instead of papers: a heading 'Kilns'",
        ),
        (LISTING.replace(f"{GLAZE}\n\n", ""), "copy.txt:36: titles and abstracts are out of step"),
        (LISTING.replace(f"{GLAZE_ABSTRACT}\n\n", ""), "copy.txt:36: titles and abstracts are out of step"),
        (
            LISTING.replace(f"{GLAZE}\n\n{GLAZE_ABSTRACT}\n\n", ""),
            "copy.txt:37: titles and abstracts are out of step: a title without an abstract: 'OCC'",
        ),
        (TRENDING.replace(f"{GLAZE}\n\n", ""), "copy.txt:56: titles and abstracts are out of step"),
        (
            FIRECRAWL.replace(f"[{KILN_ABSTRACT}](https://huggingface.co/papers/2606.01234)\n", ""),
            "copy.txt:19: titles and abstracts are out of step: a title",
        ),
        ("Daily Papers\n\nUpvote\n\n12", "copy.txt:1: no date in the header"),
    ],
)
def test_what_is_no_page_of_papers_or_not_whole_is_an_error(text: str, expected: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text)
    assert str(caught.value).startswith(expected)


# ---- any text


pieces = st.sampled_from(
    [
        *(
            "12",
            "-",
            "[-]",
            "·",
            "• 5 authors",
            "Feb 3, 2024 12",
            "Nov 28",
            "Submitted by",
            "akhaliq",
            "Upvote",
            "GitHub 9",
        ),
        *(
            "### ",
            "](https://huggingface.co/papers/2410.01234)",
            "[",
            "]",
            "![](x)",
            "**",
            "\\",
            "[7]",
            "][7]",
            "![",
            "<b>",
        ),
        *("[7]: https://a.b/c", "https://arxiv.org/abs/2410.01234", "Abstract", "View PDF", "Published on Oct 4, 2026"),
        *(KILN, KILN_ABSTRACT, "Authors:", "· Oct 4", "kiln-labs", "9" * 5000, "\u2028", "\x1f", "\ud7ff", "٣ authors"),
    ]
)


@given(st.lists(st.tuples(pieces, st.sampled_from(["", " ", "\n", "\n\n", "\r\n"])), max_size=24))
def test_every_line_of_any_page_is_of_one_kind(found: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in found)
    try:
        dump = read(text)
    except InputError:
        return
    assert sum(dump.counts.values()) == count_non_blank(text)
    assert dump.entries


# ---- how far a reading goes


def entry(*below: str, above: Sequence[str] = ()) -> str:
    return "\n\n".join(["Nov 28", *above, KILN, KILN_ABSTRACT, *below, GLAZE, GLAZE_ABSTRACT, BYLINE])


def is_read(text: str) -> bool:
    """Whether both entries are, and nothing but them."""
    try:
        dump = read(text)
    except InputError:
        return False
    return [one.title for one in dump.entries] == [KILN, GLAZE] and not dump.unknown


@pytest.mark.parametrize(("length", "expected"), [(160, True), (161, False)])
def test_a_byline_on_one_line_has_160_characters(length: int, expected: bool) -> None:  # noqa: FBT001
    when = " · Oct 4, 2026"

    assert is_read(entry("Kilns of " + "K" * (length - 9 - len(when)) + when)) is expected


@pytest.mark.parametrize(
    ("printed", "named"),
    [
        ("kilnlab The Kiln Lab", "The Kiln Lab"),
        ("kilnlab", "kilnlab"),
        ("Kilwerk Kiln Guild", "Kiln Guild"),
        ("CarnegieKilnU Carnegie Kiln University", "Carnegie Kiln University"),
        ("Kiln Kids", "Kiln Kids"),
        ("Tea Kiln University", "Tea Kiln University"),
        ("[a picture] Kiln Guild", "Kiln Guild"),
        ("窑炉研究院", "窑炉研究院"),
    ],
)
def test_a_handle_before_an_organisation_s_name_begins_like_it_or_is_in_small_letters(printed: str, named: str) -> None:
    assert read(entry(f"{printed}\n·\nOct 4, 2026")).entries[0].facts.organisation == named


@pytest.mark.parametrize(
    ("printed", "votes"), [("1,024", 1024), ("1.2k", 1200), ("3K", 3000), ("1.5m", 1_500_000), ("–", None), ("0", 0)]
)
def test_votes_are_printed_in_many_ways(printed: str, votes: int | None) -> None:
    assert read(entry(BYLINE, above=[printed])).entries[0].facts.votes == votes


@pytest.mark.parametrize(("length", "expected"), [(80, True), (81, False)])
def test_what_stands_for_a_picture_has_80_characters(length: int, expected: bool) -> None:  # noqa: FBT001
    assert is_read(entry(f"[{'p' * (length - 2)}]")) is expected


@pytest.mark.parametrize(("name", "expected"), [("Ada van Author", True), ("Ada de la Author", False)])
def test_who_submitted_a_paper_has_three_words(name: str, expected: bool) -> None:  # noqa: FBT001
    assert is_read(entry(BYLINE, "Submitted by", name, above=["Submitted by", name])) is expected


def test_what_stands_twice_may_be_a_title() -> None:
    text = "\n\n".join(["Nov 28", *["Kiln Notes", "On hot bowls at sea", BYLINE] * 2])

    assert [(one.title, one.abstract) for one in read(text).entries] == [("Kiln Notes", "On hot bowls at sea")] * 2


@pytest.mark.parametrize(("titles", "expected"), [(3, True), (2, False)])
def test_bylines_alone_tell_a_list_of_three_titles(titles: int, expected: bool) -> None:  # noqa: FBT001
    text = "\n\n".join(["Nov 28", *(block for title in (KILN, GLAZE, CLAY)[:titles] for block in (title, BYLINE))])

    if expected:
        assert [one.title for one in read(text).entries] == [KILN, GLAZE, CLAY]
    else:
        with pytest.raises(InputError):
            read(text)


@pytest.mark.parametrize(("length", "expected"), [(40, True), (41, False)])
def test_a_heading_below_the_date_has_40_characters(length: int, expected: bool) -> None:  # noqa: FBT001
    text = entry(BYLINE, above=["Sort " + "s" * (length - 5)])

    if expected:
        assert len(read(text).entries) == 2
    else:
        with pytest.raises(InputError):
            read(text)


@pytest.mark.parametrize(("marks", "whole"), [("> - ###### ", True), ("> > - ###### ", False)])
def test_a_dozen_marks_may_stand_before_a_link_that_is_all_of_a_line(marks: str, whole: bool) -> None:  # noqa: FBT001
    addresses = strip_markup(f"Kilns\n{marks}[Bowls](https://example.org/a_(b) 'of clay')".replace("'", '"')).addresses

    assert [(one.url, one.whole) for one in addresses[2]] == [("https://example.org/a_(b)", whole)]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("an *honest* and **bold** _word_", "an honest and bold word"),
        ("A* is no star, nor is a * b * c or snake_case_name", "A* is no star, nor is a * b * c or snake_case_name"),
        (r"\*no\* star, 1.64\% and \alpha", r"*no* star, 1.64\% and \alpha"),
        ("cited [12] and [a] twice", "cited [12] and [a] twice"),
        ("see [this](https://a.b) and [that](x)", "see this and that"),
        ("a [![picture](https://a.b/c.png)](https://a.b) here", "a here"),
        ("May 29[6](https://a.b#community)", "May 29 6"),
        ("open [ and ](https://a.b", "open [ and ](https://a.b"),
    ],
)
def test_markup_is_taken_off_and_all_else_stays(text: str, plain: str) -> None:
    assert strip_markup(text).text == plain


@pytest.mark.parametrize(("i", "early"), [(4, True), (5, False)])
def test_how_wide_a_text_is_wrapped_is_told_by_the_longest_line_but_one_of_four_around(i: int, early: bool) -> None:  # noqa: FBT001
    lines = split_lines("\n".join("kiln " * words for words in (24, 24, *[12] * 9)))

    assert ends_early(lines, i, len(lines)) is early
