"""Markdown that lists papers, and lists of titles with ids → dumps."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.errors import InputError
from site_src.models import Dump, Entry, PartialDate
from site_src.readers import markdown_list, read_dump, title_list
from site_src.readers.markdown_list.marks import is_markdown
from site_src.readers.records.paper_addresses import find_addresses, names_paper
from site_src.readers.records.written_lines import find_day, read_day

ABS = "https://arxiv.org/abs"
LONG = "A kiln plans its firing from few and noisy probes, and corrects its plan after each of them. " * 2


def read(text: str) -> Dump:
    return markdown_list.read(text, "a.md")


def only(text: str) -> Entry:
    [entry] = read(text).entries
    return entry


def links(entry: Entry) -> list[tuple[str, str]]:
    return [(link.kind, link.url) for link in entry.facts.links]


# ---- lists


@pytest.mark.parametrize(
    ("line", "title", "arxiv"),
    [
        (f"- [Kilns That Plan]({ABS}/2511.00001)", "Kilns That Plan", "2511.00001"),
        (f"* **Kilns That Plan**, Ann Bee. [[paper]]({ABS}/2511.00001v2)", "Kilns That Plan", "2511.00001"),
        (f"+ **[Kilns That Plan.]({ABS}/2511.00001)** CVPR 2025", "Kilns That Plan", "2511.00001"),
        ("1. __Kilns That Plan__ <br> Ann Bee, Bo Cee <br> [pdf](https://arxiv.org/pdf/2511.00001)", "", "2511.00001"),
        (f"- [x] [Kilns That Plan]({ABS}/2511.00001)", "Kilns That Plan", "2511.00001"),
        (f"- (2025/11) Kilns That Plan Ahead [[arXiv]({ABS}/2511.00001)]", "Kilns That Plan Ahead", "2511.00001"),
        (f"- [CVPR2025] Kilns That Plan (_Tea_) [[paper]]({ABS}/2511.00001);", "Kilns That Plan", "2511.00001"),
        (f'- Bee, A. "Kilns That Plan." (2025). [[pdf]({ABS}/2511.00001)]', "Kilns That Plan", "2511.00001"),
        (f"- Kilns That Plan, *Ann Bee, Bo Cee* [[paper]({ABS}/2511.00001)]", "Kilns That Plan", "2511.00001"),
        (f"- **Kiln**: Plans That Fire [[paper]]({ABS}/2511.00001)", "Kiln: Plans That Fire", "2511.00001"),
        (f"- **Kiln:** Plans That Fire [[paper]]({ABS}/2511.00001)", "Kiln: Plans That Fire", "2511.00001"),
        (f"- `2025-11-28` [Kilns That Plan]({ABS}/2511.00001)", "Kilns That Plan", "2511.00001"),
        (f"- 📄 **Kilns That Plan** {ABS}/2511.00001", "Kilns That Plan", "2511.00001"),
        ("- **Kilns That Plan** arXiv:2511.00001", "Kilns That Plan", "2511.00001"),
        ("- Kilns That Plan arXiv:2511.00001", "Kilns That Plan", "2511.00001"),
        (f"- *Kilns That Plan* [pdf]({ABS}/2511.00001)", "Kilns That Plan", "2511.00001"),
        (f"- [Kilns *That* `Plan`]({ABS}/2511.00001)", "Kilns That Plan", "2511.00001"),
        ("- [Kilns That Plan](papers/2511.00001.md)", "Kilns That Plan", "2511.00001"),
        (f"- <a href='{ABS}/2511.00001'>Kilns That Plan</a>", "Kilns That Plan", "2511.00001"),
    ],
)
def test_an_item_that_links_to_a_paper_is_one(line: str, title: str, arxiv: str) -> None:
    entry = only(f"## Kilns\n\n{line}\n")

    assert entry.title == (title or "Kilns That Plan")
    assert (entry.facts.arxiv, entry.line, entry.abstract) == (arxiv, 3, "")


def test_an_item_says_who_where_and_what_else() -> None:
    entry = only(
        f"# Kilns\n- **Kilns That Plan.** *Ann Bee, Bo Cee.* ICLR 2025 [[paper]]({ABS}/2511.00001) "
        "[[code]](https://github.com/bee/kiln) [![star](badge.svg)](https://github.com/bee/kiln) "
        "[[project]](https://kiln.example)\n"
    )

    assert (entry.facts.authors, entry.facts.venue) == (("Ann Bee", "Bo Cee"), "ICLR 2025")
    assert links(entry) == [("code", "https://github.com/bee/kiln"), ("project", "https://kiln.example")]


@pytest.mark.parametrize(
    ("address", "arxiv", "doi", "kept"),
    [
        ("https://doi.org/10.1234/Kiln.5", None, "10.1234/kiln.5", ""),
        (
            "https://dl.acm.org/doi/abs/10.1145/3600006.3613165",
            None,
            None,
            "https://dl.acm.org/doi/abs/10.1145/3600006.3613165",
        ),
        ("https://openreview.net/forum?id=abc", None, None, "https://openreview.net/forum?id=abc"),
        ("https://aclanthology.org/2025.acl-long.1/", None, None, "https://aclanthology.org/2025.acl-long.1/"),
        ("https://huggingface.co/papers/2511.00001", "2511.00001", None, ""),
    ],
)
def test_addresses_of_other_places_name_papers_too(address: str, arxiv: str | None, doi: str | None, kept: str) -> None:
    entry = only(f"# Kilns\n- [Kilns That Plan]({address})\n")

    assert (entry.facts.arxiv, entry.facts.doi, entry.address) == (arxiv, doi, kept)


def test_what_names_no_paper_is_told_in_one_sum() -> None:
    dump = read(
        "# Kilns\n\nA list. See [how](CONTRIBUTING.md).\n\n- [Plans](#plans)\n- [A tool](https://x.org/tool)\n\n"
        f"## Plans\n\n- [Kilns That Plan]({ABS}/2511.00001)\n"
        f"- prose that mentions [Glazes That Shine]({ABS}/2511.00002) now\n"
    )

    assert [entry.title for entry in dump.entries] == ["Kilns That Plan"]
    assert [str(problem) for problem in dump.problems] == [
        "a.md:3: 4 lines that say nothing of a paper: the first 'A list. See [how](CONTRIBUTING.md).'; left out"
    ]
    assert dict(dump.counts) == {"entry": 1, "heading": 2, "unread": 4}


# ---- tables


@pytest.mark.parametrize("header", ["Votes", "UPVOTES", "👍", "Likes", "▲"])
def test_a_column_of_votes_is_read(header: str) -> None:
    entry = only(
        f"| # | Title | arXiv | {header} | Comments | Category | Venue | Date |\n|--|--|--|--|--|--|--|--|\n"
        f"| 1 | Kilns That Plan | [2511.00001]({ABS}/2511.00001) | 1,284 | 7 | cs.LG | ICKiln 2025 | 2025-11-28 |\n"
    )
    facts = entry.facts

    assert (facts.votes, facts.comments, facts.categories) == (1284, 7, ("cs.LG",))
    assert (facts.venue, facts.published) == ("ICKiln 2025", PartialDate(2025, 11, 28))


@pytest.mark.parametrize("change", [str, str.upper, str.title])
def test_records_of_our_own_are_read_from_a_table(change: Callable[[str], str]) -> None:
    names = ["title", "authors", "author_count", "organisation", "abstract", "arxiv", "votes", "comments"]
    text = (
        f"| {' | '.join(map(change, names))} |\n{'|---' * len(names)}|\n"
        "| Kilns That Plan | Ann Bee, Bo Cee | 5 | Kiln Lab | A kiln plans. | 2511.00001 | 12 | 3 |\n"
        "| Glazes at Sea | Ann Bee |  | - | A glaze. |  |  |  |\n"
    )
    dump = read_dump(text.encode(), "a.md")
    first, second = dump.entries
    facts = first.facts

    assert (first.title, first.abstract, facts.arxiv, first.line) == (
        "Kilns That Plan",
        "A kiln plans.",
        "2511.00001",
        3,
    )
    assert (facts.authors, facts.author_count, facts.organisation) == (("Ann Bee", "Bo Cee"), 5, "Kiln Lab")
    assert (facts.votes, facts.comments) == (12, 3)
    assert (second.title, second.facts.organisation, second.facts.authors) == ("Glazes at Sea", None, ("Ann Bee",))
    assert (dump.form, dump.problems) == (markdown_list.FORM, ())


def test_what_is_longer_than_a_day_is_none() -> None:
    day = "Wednesday, 30 September 2026 09:10:22 GMT"

    assert read_day(f"  {day} ") == PartialDate(2026, 9, 30)
    assert read_day(f"   {day}  ") is None
    assert read_day("Wednesday") is None


def test_a_list_may_begin_late() -> None:
    item = f"\n\n- [Kilns That Plan]({ABS}/2511.00001)\n"

    assert markdown_list.detect("# Kilns\n\n" + "A list of much.\n\n" * 11_000 + item)
    assert not markdown_list.detect("# Kilns\n\n" + "A list of much.\n\n" * 14_000 + item)


def test_a_row_goes_by_the_names_of_its_columns() -> None:
    entry = only(
        "## Kilns\n\n|Publish Date|Title|Authors|PDF|Code|Abstract|\n|---|---|---|---|---|---|\n"
        f"|**2025-11-28**|**Kilns That Plan**|Ann Bee et.al.|[2511.00001v1]({ABS}/2511.00001v1)"
        "|**[link](https://github.com/bee/kiln)**|A kiln plans.|\n"
    )

    assert (entry.title, entry.facts.authors, entry.facts.arxiv) == ("Kilns That Plan", ("Ann Bee",), "2511.00001")
    assert (entry.facts.published, entry.abstract) == (PartialDate(2025, 11, 28), "A kiln plans.")
    assert (links(entry), entry.line) == ([("code", "https://github.com/bee/kiln")], 5)


def test_a_table_may_call_its_titles_papers() -> None:
    dump = read(
        "| Model | Paper | Venue |\n|:-:|---|---|\n"
        f"| KilnLM | [Kilns That Plan]({ABS}/2511.00001) | ICLR 2025 |\n| PotLM | - | arXiv 2025 |\n"
    )

    assert [(entry.title, entry.facts.venue) for entry in dump.entries] == [("Kilns That Plan", "ICLR 2025")]


# ---- headings


DIGEST = f"""# Showing new listings for Friday, 28 November 2025
## Keyword: kilns
### Title:
          Kilns That Plan
 - **Authors:** Ann Bee, Bo Cee (Tea)
 - **Subjects:** Subjects:
Machine Learning (cs.LG); Computation (cs.CL)
 - **Arxiv link:** {ABS}/2511.00001
 - **Abstract**
 A kiln plans.
## Keyword: pots
There is no result
"""
NUMBERED = f"""# Kilns of the day
**update at 2025-11-28 16:11:32**

## **1. Kilns That Plan**

**SubmitDate**: 2025-11-27    [abs]({ABS}/2511.00001v1) [paper-pdf](https://arxiv.org/pdf/2511.00001v1)

**Authors**: Ann Bee, Bo Cee

**Abstract**: A kiln plans.
"""
FOLDED = f"""## 2025-11-28
### [Kilns That Plan]({ABS}/2511.00001)
[[code](https://github.com/bee/kiln)]
Ann Bee, Bo Cee
<details>
  <summary>Abstract</summary>
  <ol>
    A kiln plans.
  </ol>
</details>
"""
FIELDS = """# 2025-11-28
## Kilns That Plan
Authors: Ann Bee and Bo Cee
arXiv: 2511.00001
Abstract: A kiln
plans.
"""
BOLD = f"""## 2025-11-28

**[Kilns That Plan](https://huggingface.co/papers/2511.00001)**

*Ann Bee, Bo Cee et al. (7 authors)*

**Abstract:** A kiln plans.

[🎓 arXiv]({ABS}/2511.00001) • [💻 code](https://github.com/bee/kiln)
"""
FRONT = f"""---
layout: post
date: "2025-11-28"
---
- **Kilns That Plan**
  Ann Bee, Bo Cee
  _2025-11-27_ · {ABS}/2511.00001v1
  <details><summary>Abstract</summary>

  A kiln plans.

  </details>
"""


@pytest.mark.parametrize("text", [DIGEST, NUMBERED, FOLDED, FIELDS, BOLD, FRONT])
def test_a_digest_kept_as_markdown_gives_its_papers(text: str) -> None:
    dump = read_dump(text.encode(), "a.md")
    [entry] = dump.entries

    assert dump.form == "Markdown with links"
    assert (entry.title, entry.facts.arxiv, entry.abstract) == ("Kilns That Plan", "2511.00001", "A kiln plans.")
    assert entry.facts.authors == ("Ann Bee", "Bo Cee")
    assert dump.date == PartialDate(2025, 11, 28)
    assert dump.date_line == text[: text.find("28")].count("\n") + 1


def test_a_digest_says_more_of_its_papers() -> None:
    assert only(DIGEST).facts.categories == ("cs.LG", "cs.CL")
    assert only(NUMBERED).facts.published == only(FRONT).facts.published == PartialDate(2025, 11, 27)
    assert links(only(FOLDED)) == links(only(BOLD)) == [("code", "https://github.com/bee/kiln")]


def test_a_paragraph_without_a_label_is_the_abstract_if_it_is_long() -> None:
    long, short = f"A{'a' * 159}", f"A{'a' * 158}"
    text = f"# Day\n## [Kilns That Plan]({ABS}/2511.00001)\n\n{{}}\n"

    assert only(text.format(long)).abstract == long
    assert only(text.format(short)).abstract == ""


PAPER = f"- [Kilns That Plan]({ABS}/2511.00001)\n"


@pytest.mark.parametrize(("length", "day"), [(119, PartialDate(2025, 11, 28)), (121, None)])
def test_a_day_above_the_papers_is_that_of_the_list(length: int, day: PartialDate | None) -> None:
    assert read(f"{'Kiln ' * 30}"[: length - 10] + f"2025-11-28\n\n{PAPER}").date == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Wednesday, 24 September 2025", PartialDate(2025, 9, 24)),
        ("Seen by us on 24 September 2025 there", None),
    ],
)
def test_a_day_alone_is_when_a_paper_was_published(line: str, day: PartialDate | None) -> None:
    assert only(f"# A\n## [Kilns That Plan]({ABS}/2511.00001)\n\n{line}\n").facts.published == day


@pytest.mark.parametrize(
    ("line", "shown"), [("x" * 60, "x" * 60), ("x" * 70, f"{'x' * 60}…"), ("xy " * 30, "xy " * 19 + "xy…")]
)
def test_a_line_that_is_not_read_is_shown_as_far_as_it_goes(line: str, shown: str) -> None:
    [problem] = read(f"{line}\n\n{PAPER}").problems

    assert problem.seen.endswith(f": '{shown}'")


def test_a_line_that_is_not_read_is_counted_as_markdown_counts() -> None:
    [problem] = read(f"# A\n{PAPER}\v\n\fKilns are hot.\n\nBowls are not.\n").problems

    assert str(problem) == "a.md:4: 2 lines that say nothing of a paper: the first 'Kilns are hot.'; left out"


@pytest.mark.parametrize(("length", "count"), [(119, 1), (121, 0)])
def test_a_heading_is_a_title_where_an_address_stands_with_few_words(length: int, count: int) -> None:
    words = "y" * (length - len(f": {ABS}/2511.00002"))
    text = f"# A\n{PAPER}\n## Kilns at Sea\n\n{words}: {ABS}/2511.00002\n"

    assert [entry.title for entry in read(text).entries[1:]] == ["Kilns at Sea"] * count


@pytest.mark.parametrize(
    ("title", "count"), [("K" * 399, 1), ("K" * 401, 0), ("Kilns Plan Ahead", 1), ("Kilns Plan", 0)]
)
def test_a_title_has_a_length_and_some_words_where_nothing_else_marks_it(title: str, count: int) -> None:
    marked = len(title) > 99
    line = f"- **{title}** [[pdf]({ABS}/2511.00002)]" if marked else f"- {title} [[pdf]({ABS}/2511.00002)]"

    assert len(read(f"# A\n{PAPER}{line}\n").entries) == 1 + count


@pytest.mark.parametrize(
    "heading",
    [
        "Kilns That Plan (arXiv:2511.00002v2)",
        "Kilns That Plan [2511.00002]",
        "3. [2511.00002] Kilns That Plan",
        "[arXiv:2511.00002 [cs.LG]] Kilns That Plan",
        "2511.00002v1: Kilns That Plan",
        "Kilns That Plan | arXiv:2511.00002",
        f"[Kilns That Plan (2511.00002)]({ABS}/2511.00002)",
    ],
)
def test_an_id_beside_a_title_is_no_part_of_it(heading: str) -> None:
    text = f"# A\n\n## {heading}\n\nIt is better than {ABS}/2511.00009 and others.\n"
    [entry] = read_dump(text.encode(), "a.md").entries

    assert (entry.title, entry.facts.arxiv) == ("Kilns That Plan", "2511.00002")


def test_a_box_to_tick_is_cut_from_the_beginning_alone() -> None:
    assert only(f"# A\n- [ ] [Kilns [x] or Bowls]({ABS}/2511.00001)\n").title == "Kilns [x] or Bowls"


@pytest.mark.parametrize(
    "text",
    [
        f"## [Reply to Kilns (arXiv:2511.00009)]({ABS}/2511.00002)",
        f"- **Reply to Kilns (arXiv:2511.00009)** [[pdf]]({ABS}/2511.00002)",
        f"| Title | Link |\n|---|---|\n| Reply to Kilns (arXiv:2511.00009) | [pdf]({ABS}/2511.00002) |",
    ],
)
def test_an_id_that_a_title_names_is_another_papers_where_the_title_has_its_own(text: str) -> None:
    entry = read(f"# A\n{PAPER}\n{text}\n").entries[1]

    assert (entry.title, entry.facts.arxiv) == ("Reply to Kilns (arXiv:2511.00009)", "2511.00002")


@pytest.mark.parametrize(
    "line",
    [
        "> It is warmer than arXiv:2511.00009 was.",
        "See also arXiv:2511.00009",
        f"Related: [paper]({ABS}/2511.00009)",
        f"We prefer [Glazes That Shine]({ABS}/2511.00009).",
        f"As [this paper]({ABS}/2511.00009) said, kilns plan.",
        "Unlike Ann Bee (arXiv:2511.00009) it plans.",
        "For bowls, arXiv:2511.00009 does more.",
        f"- **Note:** read {ABS}/2511.00009 before",
    ],
)
def test_a_paper_that_a_sentence_mentions_is_another(line: str) -> None:
    entry = only(f"# A\n\n- **Kilns That Plan** [[paper]](https://kiln.example/a.pdf)\n\n  {line}\n")

    assert (entry.facts.arxiv, entry.address) == (None, "https://kiln.example/a.pdf")


@pytest.mark.parametrize(
    "line",
    [
        f"Much better than others! [paper]({ABS}/2511.00002)",
        f"Here you are: {ABS}/2511.00002",
        f"Ann Bee and Bo Cee, CVPR 2025 [arXiv]({ABS}/2511.00002)",
        "Ann Bee and Bo Cee. arXiv:2511.00002 (2025)",
        "Ann Bee et al. CVPR 2025 arXiv:2511.00002",
        "arXiv:2511.00002 with code",
        f"<{ABS}/2511.00002>",
        f"Available at {ABS}/2511.00002",
    ],
)
def test_an_address_that_stands_apart_is_the_papers(line: str) -> None:
    assert only(f"## Kilns That Plan\n\nAuthors: Ann Bee, Bo Cee\n\n{line}\n").facts.arxiv == "2511.00002"


def test_what_a_sentence_beside_a_title_mentions_is_the_paper_if_nothing_else_is() -> None:
    line = f"- **Kilns That Plan**, better than [Glazes That Shine]({ABS}/2511.00009) we find"

    assert only(f"# A\n{line}\n").facts.arxiv == "2511.00009"
    assert only(f"# A\n{line} [[pdf]]({ABS}/2511.00002)\n").facts.arxiv == "2511.00002"


@pytest.mark.parametrize(("length", "expected"), [(190_000, True), (210_000, False)])
def test_a_list_names_a_paper_before_long(length: int, *, expected: bool) -> None:
    assert markdown_list.detect("# A\n\n" + "kiln\n" * (length // 5) + f"\n{PAPER}") is expected


def test_papers_under_several_days_each_have_their_own() -> None:
    dump = read("".join(f"## 2025-11-{day}\n- [Kilns of {day}, Planned]({ABS}/2511.000{day})\n" for day in (28, 27)))

    assert dump.date is None
    assert [entry.date for entry in dump.entries] == [PartialDate(2025, 11, 28), PartialDate(2025, 11, 27)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Updated on 2025.11.28", PartialDate(2025, 11, 28)),
        ("Papers of Nov 28, 2025 (Fri)", PartialDate(2025, 11, 28)),
        ("28 November 2025", PartialDate(2025, 11, 28)),
        ("2025年11月28日", PartialDate(2025, 11, 28)),
        ("20251128", PartialDate(2025, 11, 28)),
        ("2025-11", PartialDate(2025, 11)),
        ("2025", None),
        ("2025-13-01", None),
        ("version 1.2025-11", None),
    ],
)
def test_a_day_is_found_in_a_heading(text: str, day: PartialDate | None) -> None:
    assert find_day(text) == day


# ---- what is no such list


COPY = f"Daily Papers\n\nNov 28\n\n### [Kilns That Plan](https://huggingface.co/papers/2511.00001)\n\n{LONG}\n\n"


@pytest.mark.parametrize("byline", ["  • 3 authors\n·\nOct 7, 2024", "kilnlab The Kiln Lab\n·\nOct 7"])
def test_a_copy_of_a_page_with_bylines_is_left_to_its_reader(byline: str) -> None:
    assert markdown_list.detect(COPY)
    assert not markdown_list.detect(COPY + byline)


@pytest.mark.parametrize(
    "text",
    [
        "# Kilns\n\n- **hot** ones\n- [a tool](https://github.com/bee/tool)\n",
        f"Kilns\n=====\n\nAs [Kilns That Plan]({ABS}/2511.00001) shows, **kilns** plan.\n\n## More\n",
    ],
)
def test_markdown_without_papers_is_named(text: str) -> None:
    with pytest.raises(InputError, match=r"a.md:1: Markdown without links to papers"):
        read_dump(text.encode(), "a.md")


@pytest.mark.parametrize(
    "text",
    [
        f"May 8\n\nKilns That Plan\n\n{LONG}",
        f"May 8\n\nKilns That Plan\n\n{LONG} [code](https://github.com/bee/kiln) and **bold** - [a]({ABS}/2511.00001)",
        f"May 8\n\n#Kilns\n\n{LONG}",
    ],
)
def test_a_text_copy_is_no_markdown(text: str) -> None:
    assert not is_markdown(text)


PIECES = st.sampled_from(
    [
        *(
            "# A",
            "## [Kilns That Plan](https://arxiv.org/abs/2511.00001)",
            "- **A**: b",
            "| a | b |",
            "|---|---|",
            "***",
        ),
        *(
            "  - [pdf](https://x.org/a.pdf)",
            "**Abstract**",
            "Authors: A, B",
            "<details>",
            "</a>",
            "<a href='",
            "![",
            "]((",
        ),
        *(
            "> x",
            "```",
            "---",
            "    code",
            "1. *x*",
            "arXiv:2511.00001",
            "**[",
            "]**",
            "<!--",
            "2025-99-99",
            "",
            "&#xD800;",
        ),
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=30).map("\n".join))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    for reader in (markdown_list, title_list):
        try:
            dump = reader.read(text, "a.md")
        except InputError:
            assert not reader.detect(text)
        else:
            assert all(entry.title and entry.line for entry in dump.entries)
            assert all(problem.place.line for problem in dump.problems)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (f"{ABS}/2511.00001", True),
        ("https://arxiv.org/list/cs.LG/new", False),
        ("https://proceedings.mlr.press/v1/a.html", True),
        ("https://www.nature.com/articles/s1", True),
        ("https://link.springer.com/article/10.1007/s1-2-3", True),
        ("https://github.com/bee/kiln", False),
        ("https://openreview.net/group?id=ICLR", False),
    ],
)
def test_an_address_names_a_paper_or_not(address: str, *, expected: bool) -> None:
    assert names_paper(address) is expected


def test_addresses_end_where_the_sentence_goes_on() -> None:
    assert find_addresses("See (https://a.org/b_(c)), or https://d.org.") == ("https://a.org/b_(c)", "https://d.org")


# ---- titles


@pytest.mark.parametrize(
    "text",
    [
        f"Kilns That Plan {ABS}/2511.00001\nGlazes at Sea (arXiv:2511.00002)\n",
        f"1. Kilns That Plan\n{ABS}/2511.00001v2\n\n2. Glazes at Sea\narXiv:2511.00002",
        "arXiv:2511.00001\nKilns That Plan\narXiv:2511.00002\nGlazes at Sea",
        "2511.00001 Kilns That Plan [cs.LG]\n2511.00002\tGlazes at Sea",
        f"28 Nov 2025\n\n- Kilns That Plan: {ABS}/2511.00001\n- “Glazes at Sea” | 2511.00002",
    ],
)
def test_a_list_of_titles_with_ids_gives_papers_without_abstracts(text: str) -> None:
    dump = read_dump(text.encode(), "a.txt")

    assert dump.form == "list of titles"
    assert [(entry.title, entry.facts.arxiv, entry.abstract) for entry in dump.entries] == [
        ("Kilns That Plan", "2511.00001", ""),
        ("Glazes at Sea", "2511.00002", ""),
    ]
    assert dump.date == (PartialDate(2025, 11, 28) if text.startswith("28") else None)
    assert sum(dump.counts.values()) == sum(bool(line) for line in text.split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        f"Kilns That Plan\n{ABS}/2511.00001\nGlazes at Sea",
        f"Kilns That Plan\nGlazes at Sea\n{ABS}/2511.00001",
        f"Kilns That Plan\n{ABS}/2511.00001\n\n{LONG * 2}",
        f"Kilns That Plan\n\n{LONG}\n\nGlazes at Sea\n\n{LONG}",
        f"{ABS}/2511.00001\n{ABS}/2511.00002",
        f"{'Kilns ' * 51}\n{ABS}/2511.00001",
        f"Kilns\n{ABS}/2511.00001",
        "",
    ],
)
def test_where_a_title_lacks_its_id_the_text_is_no_such_list(text: str) -> None:
    assert not title_list.detect(text)
    assert not markdown_list.detect(text)


def test_a_title_of_a_list_may_be_long_or_short() -> None:
    titles = [("Kilns " * 49).strip(), "Hot Kilns"]
    text = "".join(f"{title}\n{ABS}/2511.00001\n" for title in titles)

    assert [entry.title for entry in title_list.read(text, "a.txt").entries] == titles


# ---- notes


NOTE = """---
title: "Kilns That Plan: A Study"
authors:
  - "[[Ann Bee]]"
  - "[[people/cee|Bo Cee]]"
date: 2025-11-27
arxiv: 2511.00010
tags: [kilns]
---

# Kilns That Plan: A Study

> [!abstract]
> A kiln plans.

## Notes

- Compare [Glazes That Shine](https://arxiv.org/abs/2511.00009).
"""


@pytest.mark.parametrize(
    "text",
    [
        NOTE,
        NOTE.replace("> [!abstract]\n> A kiln plans.", "## Abstract\n\nA kiln plans."),
        NOTE.replace("> [!abstract]\n> A kiln plans.", "**Abstract**: A kiln plans."),
        NOTE.replace("tags: [kilns]", "abstract: A kiln plans.").replace(
            "> [!abstract]\n> A kiln plans.\n", f"{LONG}\n"
        ),
        NOTE.replace("# Kilns That Plan: A Study\n\n", ""),
    ],
)
def test_a_note_whose_front_matter_describes_a_paper_is_about_that_one(text: str) -> None:
    dump = read_dump(text.encode(), "a.md")
    [entry] = dump.entries

    assert (entry.title, entry.facts.arxiv, entry.abstract) == (
        "Kilns That Plan: A Study",
        "2511.00010",
        "A kiln plans.",
    )
    assert (entry.facts.authors, entry.facts.published) == (("Ann Bee", "Bo Cee"), PartialDate(2025, 11, 27))
    assert (entry.line, dump.date) == (2, None)
    assert "Compare [Glazes" in str(dump.problems[0]) or "A kiln plans its firing" in str(dump.problems[0])


@pytest.mark.parametrize(
    "front",
    [
        "layout: post\ntitle: Kilns of the week\nauthor: Ann Bee\n",
        "title: [Kilns\narxiv: 2511.00010\n",
        "title: &a Kilns at Sea\nname: *a\narxiv: 2511.00010\n",
        "- title: Kilns at Sea\n",
        'title: "Kilns \\ud800"\narxiv: 2511.00010\n',
        "arxiv: 2511.00010\n",
    ],
)
def test_front_matter_of_a_list_or_of_no_sense_is_no_paper(front: str) -> None:
    [entry] = read_dump(f"---\n{front}---\n\n# Kilns\n{PAPER}".encode(), "a.md").entries

    assert entry.facts.arxiv == "2511.00001"


def test_a_callout_is_read_without_its_mark() -> None:
    text = f"## 2025-11-28\n\n> [!NOTE]\n> **[Kilns That Plan]({ABS}/2511.00001)**\n> *Ann Bee, Bo Cee*\n"
    dump = read_dump(text.encode(), "a.md")
    [entry] = dump.entries

    assert (entry.title, entry.facts.authors, entry.line) == ("Kilns That Plan", ("Ann Bee", "Bo Cee"), 4)
    assert dump.problems == ()


# ---- tables in HTML


def test_a_table_in_html_is_read_where_its_columns_have_names() -> None:
    text = (
        "# Kilns\n\n<table>\n<tr><th>Title</th><th>Authors</th><th>Link</th></tr>\n"
        f'<tr><td>Kilns That Plan</td><td>Ann Bee, Bo Cee</td><td><a href="{ABS}/2511.00001">arXiv</a></td></tr>\n'
        f'<tr><td><a href="{ABS}/2511.00002"><b>Glazes<br>at Sea</b></a></td><td>Cal Dee, Eve Eff</td></tr>\n</table>\n'
    )
    entries = read_dump(text.encode(), "a.md").entries

    assert [(entry.title, entry.facts.arxiv, entry.facts.authors, entry.line) for entry in entries] == [
        ("Kilns That Plan", "2511.00001", ("Ann Bee", "Bo Cee"), 5),
        ("Glazes at Sea", "2511.00002", ("Cal Dee", "Eve Eff"), 6),
    ]


def test_a_table_in_html_without_names_is_read_line_by_line() -> None:
    cell = f'<a href="{ABS}/2511.00001"><b>Kilns That Plan</b></a><br>Ann Bee, Bo Cee'
    entry = only(f"# Kilns\n\n<table><tr><td>{cell}</td></tr></table>\n")

    assert (entry.title, entry.facts.authors) == ("Kilns That Plan", ("Ann Bee", "Bo Cee"))


def test_a_link_in_a_column_is_what_it_says_it_is() -> None:
    text = (
        f"| Title | Code |\n|---|---|\n| [Kilns That Plan]({ABS}/2511.00001) "
        "| [Demo](https://kiln.example) [x](https://github.com/bee/kiln) |\n"
    )

    assert links(only(text)) == [("project", "https://kiln.example"), ("code", "https://github.com/bee/kiln")]


# ---- values


def test_a_value_that_says_nothing_is_none() -> None:
    entry = only(f"# A\n## Kilns That Plan\n- **arXiv**: {ABS}/2511.00001\n- **Journal**: None\n- **Authors**: -\n")

    assert (entry.facts.venue, entry.facts.authors) == (None, ())


def test_a_year_behind_names_is_none_of_them() -> None:
    assert only(f"# A\n- [Kilns That Plan]({ABS}/2511.00001) (Ann Bee et al., 2025)\n").facts.authors == ("Ann Bee",)


@pytest.mark.parametrize("mark", ["[ ]", "[x]", "TODO", "DONE"])
def test_a_task_is_its_title(mark: str) -> None:
    assert only(f"# A\n- {mark} [Kilns That Plan]({ABS}/2511.00001)\n").title == "Kilns That Plan"


# ---- lines that say several things


def test_bold_labels_in_one_line_are_read_apart() -> None:
    line = f"**Authors:** Ann Bee, Bo Cee  **Date**: 2025-11-27 **arXiv:** [x]({ABS}/2511.00001)"
    entry = only(f"## Kilns That Plan\n{line}\n")

    assert (entry.facts.authors, entry.facts.arxiv) == (("Ann Bee", "Bo Cee"), "2511.00001")
    assert entry.facts.published == PartialDate(2025, 11, 27)


@pytest.mark.parametrize(
    ("rest", "authors", "venue"),
    [
        ("- Ann Bee et al., *Journal of Kilns*, 2025.", ("Ann Bee",), "Journal of Kilns 2025"),
        ("Ann Bee and Bo Cee, *Kiln Letters*", ("Ann Bee", "Bo Cee"), "Kiln Letters"),
        ("It is like *Journal of Kilns*, 2025.", (), None),
    ],
)
def test_a_venue_in_italics_stands_behind_the_authors(rest: str, authors: tuple[str, ...], venue: str | None) -> None:
    entry = only(f"# A\n- [Kilns That Plan]({ABS}/2511.00001) {rest}\n")

    assert (entry.facts.authors, entry.facts.venue) == (authors, venue)


def test_authors_may_stand_before_a_linked_title() -> None:
    entry = only(f"# A\n- Ann Bee, Bo Cee. [Kilns That Plan]({ABS}/2511.00001). ICLR 2025.\n")

    assert (entry.title, entry.facts.authors) == ("Kilns That Plan", ("Ann Bee", "Bo Cee"))
    assert entry.facts.venue == "ICLR 2025"


def test_votes_behind_a_heading_are_no_part_of_the_title() -> None:
    first = f"## [Kilns That Plan]({ABS}/2511.00001) (⬆️ 1,045)\n"
    text = f"# A\n{first}\n## Glazes at Sea 💬 3 👍 12\n\narXiv: 2511.00002\n"

    assert [(entry.title, entry.facts.votes) for entry in read(text).entries] == [
        ("Kilns That Plan", 1045),
        ("Glazes at Sea", 12),
    ]


@pytest.mark.parametrize(
    "line",
    [
        f"## {'👍 1 ' * 9000}x",
        f"- **T is one** {f'[pdf]({ABS}/2511.00001) ' * 5000}",
        f"- **T is one** {'see arXiv:2511.00001 ' * 9000}",
        f"- [ ] {' ' * 60_000}x",
        f"<table><tr><th>Title</th></tr>{'<tr><td>x</td></tr>' * 5000}</table>",
        f"## Kilns (arXiv:{'1' * 60_000}",
    ],
)
def test_a_long_line_is_read_in_little_time(line: str) -> None:
    begun = time.process_time()
    read(f"# A\n{PAPER}\n{line}\n")

    assert time.process_time() - begun < 4
