"""arXiv's listing e-mails and pages, as text → dumps."""

import base64
import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.errors import InputError
from site_src.models import Dump, PartialDate
from site_src.readers import arxiv_listing, arxiv_mail, read_dump
from site_src.readers.records.written_lines import looks_like_names, read_authors, read_day

RULE = "-" * 78
PERCENTS = "%%--" * 20

MAIL = f"""{RULE}
Send any comments regarding submissions directly to submitter.
{RULE}
 Submissions to:
Kilns and Glazes
 received from  Thu 27 Nov 25 19:00:00 GMT  to  Fri 28 Nov 25 19:00:00 GMT
{RULE}
{RULE}
\\\\
arXiv:2511.00001
Date: Thu, 27 Nov 2025 20:10:22 GMT   (812kb,D)

Title: Kilns That Plan $\\alpha$ Firings
  Ahead
Authors: Ann Bee (Institute of Tea, Room 4 (B)), Bo Cee,
  Cid Dee, Jr. and Ed Eff
Categories: cs.LG cs.CL
Comments: 14 pages,
  5 figures
Report-no: KILN-1
Journal-ref: J. Kilns 3 (2025) 1-2
DOI: 10.1234/kiln.5
\\\\
  A kiln plans its multi-
head firing from noisy probes.
> 90% of pots survive.
\\\\ ( https://arxiv.org/abs/2511.00001 ,  812kb)
{RULE}
{PERCENTS}
{RULE}
\\\\
arXiv:2511.00002 (*cross-listing*)
Date: Fri, 28 Nov 2025 09:10:22 GMT   (12kb)

Title: Glazes in Two Lists
Author: Ann Bee
Categories: stat.ML cs.LG
\\\\
  Glazes are listed twice.
\\\\ ( https://arxiv.org/abs/2511.00002 ,  12kb)
{PERCENTS}
{RULE}
\\\\
arXiv:2401.00003
replaced with revised version Thu, 27 Nov 2025 01:02:03 GMT   (34kb)

Title: Pots, Revised
Authors: Bo Cee
Categories: cs.LG
\\\\ ( https://arxiv.org/abs/2401.00003 ,  34kb)
%%%---%%%---%%%---%%%---%%%---

For subscribe options see the help.
"""
FIRST_ABSTRACT = "A kiln plans its multi-head firing from noisy probes. > 90% of pots survive."


def test_a_comment_of_a_mail_gives_the_code_it_names() -> None:
    comment = "Comments: 14 pages. Code: https://github.com/kilns/plan."
    (link,) = read_dump(MAIL.replace("Comments: 14 pages,", comment).encode(), "kiln.txt").entries[0].facts.links

    assert (link.kind, link.url) == ("code", "https://github.com/kilns/plan")


def test_a_mail_gives_its_entries_with_all_that_they_say() -> None:
    dump = read_dump(MAIL.encode(), "a.txt")
    first, second, third = dump.entries

    assert (dump.form, dump.date) == ("arXiv listing e-mail", PartialDate(2025, 11, 28))
    assert first.title == "Kilns That Plan $\\alpha$ Firings Ahead"
    assert first.facts.authors == ("Ann Bee", "Bo Cee", "Cid Dee Jr.", "Ed Eff")
    assert (first.facts.arxiv, first.facts.doi) == ("2511.00001", "10.1234/kiln.5")
    assert (first.facts.venue, first.facts.categories) == ("J. Kilns 3 (2025) 1-2", ("cs.LG", "cs.CL"))
    assert (first.facts.published, first.date) == (PartialDate(2025, 11, 27), PartialDate(2025, 11, 28))
    assert (first.abstract, first.line) == (FIRST_ABSTRACT, 10)
    assert (second.facts.arxiv, second.abstract) == ("2511.00002", "Glazes are listed twice.")
    assert (third.title, third.abstract, third.facts.published) == ("Pots, Revised", "", None)
    assert dict(dump.counts) == {"new": 1, "cross-listed": 1, "replaced": 1}
    assert dump.problems == ()


HEADERS = "From: listing@example.org\nTo: kilns\nSubject: daily\nDate: Sat, 29 Nov 2025 01:00:00 GMT\n"
QUOTED = "".join(f"> {line}\n" if line else ">\n" for line in MAIL.split("\n"))
PRINTABLE = quopri.encodestring(MAIL.encode()).decode()
IN_PARTS = (
    'Content-Type: multipart/alternative; boundary="xyz"\n\n--xyz\nContent-Type: text/plain\n'
    f"Content-Transfer-Encoding: quoted-printable\n\n{PRINTABLE}\n--xyz\n"
    f"Content-Type: text/html\n\n<p>{MAIL}</p>\n--xyz--\n"
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{HEADERS}\n{MAIL}", id="with headers"),
        pytest.param(MAIL.replace("\n", "\r\n"), id="CRLF"),
        pytest.param(f"On Friday somebody wrote:\n\n{QUOTED}", id="quoted"),
        pytest.param("".join(f"    {line}\n" for line in MAIL.split("\n")), id="indented"),
        pytest.param(f"{HEADERS}Content-Transfer-Encoding: quoted-printable\n\n{PRINTABLE}", id="quoted-printable"),
        pytest.param(
            f"{HEADERS}Content-Transfer-Encoding: base64\n\n{base64.encodebytes(MAIL.encode()).decode()}", id="base64"
        ),
        pytest.param(HEADERS + IN_PARTS, id="in parts"),
        pytest.param(MAIL.replace("GMT  to  Fri", "GMT\n to  Fri"), id="the span is wrapped"),
        pytest.param(MAIL.replace("arXiv:2", "Paper: 2").replace("(*cross-listing*)", ""), id="another word for it"),
    ],
)
def test_what_a_mail_program_makes_of_a_mail_holds_the_same(text: str) -> None:
    assert arxiv_mail.detect(text)
    assert arxiv_mail.read(text, "a.eml").entries == arxiv_mail.read(MAIL, "a.txt").entries


def test_a_line_of_a_decoded_mail_keeps_its_number() -> None:
    dump = arxiv_mail.read(f"{HEADERS}Content-Transfer-Encoding: quoted-printable\n\n{PRINTABLE}", "a.eml")

    assert dump.entries[0].line == HEADERS.count("\n") + 2 + PRINTABLE[: PRINTABLE.find("arXiv:")].count("\n") + 1


def test_an_entry_whose_first_mark_was_lost_is_read() -> None:
    text = MAIL.replace("\\\\\narXiv:2511.00002", "arXiv:2511.00002").replace("\\\\\narXiv:2401", "arXiv:2401")

    assert [entry.facts for entry in arxiv_mail.read(text, "a.txt").entries] == [
        entry.facts for entry in arxiv_mail.read(MAIL, "a.txt").entries
    ]
    assert not arxiv_mail.detect(f"{RULE}\narXiv:2511.00002\nKilns That Plan \\\\\n")


@pytest.mark.parametrize(
    "text",
    [
        MAIL.replace("5 figures", "5 figures, code at https://github.com/bee/kiln."),
        "[1] arXiv:2511.00001 [pdf]\nTitle: Kilns\nAnn Bee\nComments: at https://github.com/bee/kiln\n",
    ],
)
def test_an_address_that_authors_remark_is_a_link(text: str) -> None:
    links = read_dump(text.encode(), "a.txt").entries[0].facts.links

    assert [(link.kind, link.url) for link in links] == [("code", "https://github.com/bee/kiln")]


@pytest.mark.parametrize("end", ["\\\\ ( https://arxiv.org/abs/2401.00003", "Bo Cee"])
def test_an_entry_that_is_cut_is_named(end: str) -> None:
    text = MAIL[: MAIL.index(end)]
    *_, problem = arxiv_mail.read(text, "a.txt").problems

    assert "is cut: it does not end with its address" in problem.seen
    assert text.split("\n")[problem.place.line - 1].startswith("arXiv:")
    assert not arxiv_mail.read(MAIL, "a.txt").problems


def test_an_old_mail_names_its_year_with_two_digits() -> None:
    text = MAIL.replace("arXiv:2511.00001", "Paper: cs.LG/9711001\nFrom: Ann Bee <ann@example.org>")
    text = text.replace("28 Nov 25", "28 Nov 97").replace("27 Nov 2025 20", "27 Nov 97 20")
    dump = arxiv_mail.read(text, "a.txt")

    assert dump.date == PartialDate(1997, 11, 28)
    assert dump.entries[0].facts.arxiv == "cs.LG/9711001"
    assert dump.entries[0].facts.published == PartialDate(1997, 11, 27)


def test_without_its_span_a_mail_is_of_the_day_it_was_sent() -> None:
    dump = arxiv_mail.read(f"{HEADERS}\n{MAIL.replace(' received from', ' taken from')}", "a.eml")

    assert dump.date == PartialDate(2025, 11, 29)


def test_of_several_mails_each_entry_has_its_own_day() -> None:
    dump = arxiv_mail.read(MAIL + MAIL.replace("Fri 28 Nov 25", "Sat 29 Nov 25"), "a.txt")

    assert dump.date is None
    assert [str(entry.date) for entry in dump.entries] == ["2025-11-28"] * 3 + ["2025-11-29"] * 3


def test_an_entry_without_a_title_is_named() -> None:
    dump = arxiv_mail.read(MAIL.replace("Title: Pots, Revised\n", ""), "a.txt")

    assert len(dump.entries) == 2
    assert [str(problem).split(";")[0] for problem in dump.problems] == ["a.txt:44: no title for arXiv:2401.00003"]


# ---- pages

NEW = """Kilns and Glazes
New submissions
Cross-lists
Showing new listings for Friday, 28 November 2025
Total of 3 entries
New submissions (showing 1 of 1 entries)
[1] arXiv:2511.00001 [pdf, html, other]
Title: Kilns That Plan
Ann Bee, Bo Cee
Comments: 14 pages
Journal-ref: J. Kilns 3 (2025)
Subjects: Machine Learning (cs.LG); Computation and Language (cs.CL)
A kiln plans its firing. It is arXiv:2511.00009 in spirit.

Cross submissions (showing 1 of 1 entries)
[2] arXiv:2511.00002 (cross-list from stat.ML) [pdf, other]
Title: Glazes
Ann Bee
Subjects: Machine Learning (stat.ML)

Glazes shine.

Replacement submissions (showing 1 of 1 entries)
[3] arXiv:2401.00003 (replaced) [pdf, html, other]
Title: Pots
Bo Cee
Subjects: Machine Learning (cs.LG)
Total of 3 entries
About Help
"""


def facts(dump: Dump) -> list[tuple[str, str | None, int, tuple[str, ...], str]]:
    return [(e.title, e.facts.arxiv, len(e.facts.authors), e.facts.categories, e.abstract) for e in dump.entries]


def test_a_page_of_new_papers_gives_its_entries() -> None:
    dump = read_dump(NEW.encode(), "a.txt")

    assert (dump.form, dump.date, dump.date_line) == ("arXiv listing page", PartialDate(2025, 11, 28), 4)
    assert facts(dump) == [
        (
            "Kilns That Plan",
            "2511.00001",
            2,
            ("cs.LG", "cs.CL"),
            "A kiln plans its firing. It is arXiv:2511.00009 in spirit.",
        ),
        ("Glazes", "2511.00002", 1, ("stat.ML",), "Glazes shine."),
        ("Pots", "2401.00003", 1, ("cs.LG",), ""),
    ]
    assert dump.entries[0].facts.venue == "J. Kilns 3 (2025)"
    assert dump.problems == ()
    assert sum(dump.counts.values()) == sum(bool(line) for line in NEW.split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(NEW.replace(": ", ":\n"), id="values in the next line"),
        pytest.param(NEW.replace("Ann Bee", "Authors: Ann Bee").replace("\nBo Cee", "\nAuthors: Bo Cee"), id="labels"),
        pytest.param("".join(f"  {line}\n" for line in NEW.split("\n")), id="indented"),
        pytest.param(NEW.replace("\n", "\n\n"), id="blank lines between all"),
        pytest.param(NEW.replace("] arXiv", "]\narXiv").replace(" [pdf", "\n[pdf"), id="in lines of their own"),
        pytest.param(
            NEW.replace("arXiv:2511.00001 [", "[arXiv:2511.00001](https://arxiv.org/abs/2511.00001) ["), id="links kept"
        ),
    ],
)
def test_the_layout_of_a_page_carries_no_meaning(text: str) -> None:
    assert facts(arxiv_listing.read(text, "a.txt")) == facts(arxiv_listing.read(NEW, "a.txt"))


RECENT = """Authors and titles for recent submissions
Fri, 28 Nov 2025
Thu, 27 Nov 2025
Fri, 28 Nov 2025 (showing 1 of 1 entries )
[1] arXiv:2511.00001 [pdf, html, other]
Title: Kilns That Plan
Ann Bee
Subjects: Machine Learning (cs.LG)
Thu, 27 Nov 2025 (continued, showing last 1 of 9 entries )
[2] arXiv:2511.00002 [pdf]
Title: Glazes
Bo Cee
Subjects: Machine Learning (cs.LG)
"""


def test_papers_of_several_days_each_have_their_own() -> None:
    dump = arxiv_listing.read(RECENT, "a.txt")

    assert dump.date is None
    assert [entry.date for entry in dump.entries] == [PartialDate(2025, 11, 28), PartialDate(2025, 11, 27)]
    assert [entry.abstract for entry in dump.entries] == ["", ""]


def test_of_several_pages_in_a_file_each_entry_has_its_own_day() -> None:
    pages = "".join(
        f"Showing new listings for {day} November 2025\n\n[1] arXiv:2511.000{number} [pdf]\nTitle: Kilns\nAnn Bee\n"
        f"Subjects: Machine Learning (cs.LG)\n\nA kiln plans.\n\n"
        for number, day in ((27, "Thursday, 27"), (28, "Friday, 28"))
    )
    dump = arxiv_listing.read(pages, "a.txt")

    assert dump.date is None
    assert [(str(entry.date), entry.abstract) for entry in dump.entries] == [
        ("2025-11-27", "A kiln plans."),
        ("2025-11-28", "A kiln plans."),
    ]


def test_a_month_may_be_listed() -> None:
    text = RECENT.replace("recent submissions", "November 2025").replace("Fri, 28 Nov 2025\nThu, 27 Nov 2025\n", "")

    assert arxiv_listing.read(text, "a.txt").date == PartialDate(2025, 11)


SEARCH = """Showing 1–50 of 123 results for all: kiln
1. arXiv:2511.00001  [pdf, other]  cs.LG hep-th  doi 10.1234/kiln.5
Kilns That Plan
Authors: Ann Bee, Bo Cee
Abstract: A kiln… ▽ More
A kiln plans. △ Less
Submitted 28 November, 2025; v1 submitted 20 November, 2025; originally announced November 2025.
Comments: 14 pages
2. arXiv:2511.00002  [pdf]  cs.CL
Glazes
Authors: Ann Bee
Abstract: Glazes that shine … ▽ More
Submitted 27 November, 2025; originally announced November 2025.
"""


def test_a_page_of_results_gives_titles_without_labels_and_the_first_day() -> None:
    first, second = arxiv_listing.read(SEARCH, "a.txt").entries

    assert (first.title, first.abstract) == ("Kilns That Plan", "A kiln plans.")
    assert (first.facts.doi, first.facts.categories) == ("10.1234/kiln.5", ("cs.LG", "hep-th"))
    assert (first.facts.published, second.facts.published) == (PartialDate(2025, 11, 20), PartialDate(2025, 11, 27))


@pytest.mark.parametrize("tags", ["cs.LG cs.CL", "cs.LG\n\ncs.CL", "cs.LG, cs.CL", "cond-mat.soft hep-th"])
def test_categories_in_lines_of_their_own_are_no_part_of_a_title(tags: str) -> None:
    text = f"1. arXiv:2511.00009 [pdf, ps, other]\n\n{tags}\n\nKilns That Plan\n\nAuthors: Ann Bee\n\nAbstract: Fire.\n"
    [entry] = arxiv_listing.read(text, "a.txt").entries

    assert (entry.title, entry.facts.categories) == ("Kilns That Plan", tuple(tags.replace(",", " ").split()))


def test_an_abstract_that_is_cut_short_is_left_out_with_a_word() -> None:
    dump = arxiv_listing.read(SEARCH, "a.txt")

    assert dump.entries[1].abstract == ""
    assert [problem.place.line for problem in dump.problems] == [9]
    assert "cut short" in dump.problems[0].seen


ABSTRACT_PAGE = """Kilns > Glazes
arXiv:2511.00001 (cs)
[Submitted on 20 Nov 2025 (v1), last revised 28 Nov 2025 (this version, v2)]
Title:Kilns That Plan
Authors:Ann Bee, Bo Cee
View PDF
Abstract:A kiln plans.
Comments:\t14 pages
Subjects:\tMachine Learning (cs.LG)
Cite as:\tarXiv:2511.00001 [cs.LG]
 \t(or arXiv:2511.00001v2 [cs.LG] for this version)
Related DOI:\thttps://doi.org/10.1234/kiln.5
Submission history
From: Ann Bee [view email]
"""


@pytest.mark.parametrize(
    "text", [ABSTRACT_PAGE, ABSTRACT_PAGE.partition("(cs)\n")[2]], ids=["whole", "without its top"]
)
def test_the_page_of_one_paper_gives_one_entry(text: str) -> None:
    [entry] = arxiv_listing.read(text, "a.txt").entries

    assert (entry.title, entry.abstract) == ("Kilns That Plan", "A kiln plans.")
    assert (entry.facts.arxiv, entry.facts.doi) == ("2511.00001", "10.1234/kiln.5")
    assert entry.facts.published == PartialDate(2025, 11, 20)


def page(*lines: str) -> str:
    return "\n".join(["[1] arXiv:2511.00001 [pdf]", *lines, "Subjects: Machine Learning (cs.LG)"])


def test_a_title_goes_on_where_a_narrow_page_is_wrapped() -> None:
    first = f"Title: Kilns {'That ' * 13}Plan"
    [narrow] = arxiv_listing.read(page(first, "Firings Ahead", "Ann Bee, Bo Cee"), "a.txt").entries
    [wide] = arxiv_listing.read(page(f"{first} {'x' * 40}", "Firings Ahead", "Ann Bee, Bo Cee"), "a.txt").entries

    assert narrow.title.endswith("Plan Firings Ahead")
    assert len(narrow.facts.authors) == 2
    assert wide.title.endswith("x")


@pytest.mark.parametrize(("written", "year"), [("27 Nov 92", 1992), ("27 Nov 80", 2080), ("27 Nov 2025", 2025)])
def test_two_digits_are_of_the_centuries_arxiv_has_seen(written: str, year: int) -> None:
    assert read_day(written) == PartialDate(year, 11, 27)


# ---- names


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ann Bee, Bo Cee and Cid Dee", ("Ann Bee", "Bo Cee", "Cid Dee")),
        ("Ann Bee (1 and 2), Bo Cee (2) ((1) Tea, (2) Pots)", ("Ann Bee", "Bo Cee")),
        ("Ann Bee; Bo Cee, III", ("Ann Bee", "Bo Cee III")),
        ("Ann Bee et al.", ("Ann Bee",)),
        ("Ann Bee, Bo Cee, ... (7 authors)", ("Ann Bee", "Bo Cee")),
        ("Ann Bee (Tea, Bo Cee", ("Ann Bee (Tea", "Bo Cee")),
        ("", ()),
    ],
)
def test_authors_are_names_without_affiliations(written: str, names: tuple[str, ...]) -> None:
    assert read_authors(written) == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Bee, Bo van der Cee", True),
        ("A. Bee, B. C. Dee", True),
        ("Ann Bee et al.", True),
        ("Ann Bee", False),
        ("We fire pots, and they crack", False),
        ("Kilns, Glazes", False),
        (f"Ann {'B' * 40}, Bo Cee", True),
        (f"Ann {'B' * 42}, Bo Cee", False),
        ("A Bee, B Bee, C Bee, D Bee, E Bee, F Bee, G Bee, so", True),
        ("A Bee, B Bee, C Bee, D Bee, E Bee, so", False),
        ("Ann B C D E, Bo Cee", True),
        ("Ann B C D E F, Bo Cee", False),
    ],
)
def test_a_list_of_names_is_told_from_prose(text: str, *, expected: bool) -> None:
    assert looks_like_names(text) is expected


# ---- whatever comes


PIECES = st.sampled_from(
    [
        *(
            "\\\\",
            "arXiv:2511.00001",
            "Title: A",
            "Title:",
            "Authors: A, B",
            "\\\\ ( https://arxiv.org/abs/1 , 2kb)",
            RULE,
        ),
        *("[1] arXiv:2511.00001 [pdf]", "[Submitted on 28 Nov 2025]", "Abstract: x ▽ More", "Subjects: A (cs.LG)", ">"),
        *(
            "received from Fri 28 Nov 25 to Sat 31 Feb 25",
            "Content-Transfer-Encoding: base64",
            "Total of 3 entries",
            "",
        ),
        *(
            "Content-Type: x; boundary=y",
            "--y",
            "=",
            "QUJD",
            "Fri, 99 Nov 2025 (showing 3 entries)",
            "From: a",
            "DOI: 1",
        ),
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=30).map("\n".join))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    for reader in (arxiv_mail, arxiv_listing):
        try:
            dump = reader.read(text, "a.txt")
        except InputError as error:
            assert not reader.detect(text) or "title" in str(error)  # noqa: PT017  either is right
        else:
            assert reader.detect(text)
            assert all(entry.title and entry.line for entry in dump.entries)
