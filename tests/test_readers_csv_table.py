"""Tables → entries: what separates cells, quoted cells of several lines, the headers of tools that write tables."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.errors import InputError
from site_src.models import Dump, Entry, PartialDate
from site_src.readers import csv_table, read_dump

HEADER = "title,abstract,authors"


def read(text: str, form: str | None = None) -> Dump:
    return read_dump(text.encode(), "kiln.csv", form)


def only(text: str) -> Entry:
    (entry,) = read(text).entries
    return entry


def table(separator: str, *rows: tuple[str, ...]) -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=separator).writerows(rows)
    return written.getvalue()


# ---- the layout


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_header_tells_what_separates_cells(separator: str) -> None:
    rows = (("Title", "Abstract", "Authors"), ("Kilns, Plans; and |Fires|", "We fire,\nand cool; twice.", "Ann Potter"))
    entry = only(table(separator, *rows))

    assert (entry.title, entry.abstract) == ("Kilns, Plans; and |Fires|", "We fire, and cool; twice.")
    assert entry.facts.authors == ("Ann Potter",)


@pytest.mark.parametrize("stated", ["sep=;\n", "sep=;\r\n", '"sep=;"\n', "SEP=;\n"])
def test_a_line_for_spreadsheets_is_no_header(stated: str) -> None:
    entry = only(f"\ufeff{stated}title;abstract\nKilns;Fire")

    assert (entry.title, entry.line) == ("Kilns", 3)


def test_a_row_has_the_line_it_begins_in() -> None:
    text = f'\n\n{HEADER}\r\n"A\r\nKiln",Fire,\r\n\r\nTwo Kilns,"Fire\nand\nclay",\r\nThree Kilns,Fire,\n'

    assert [(entry.title, entry.line) for entry in read(text).entries] == [
        ("A Kiln", 4),
        ("Two Kilns", 7),
        ("Three Kilns", 10),
    ]


def test_tabs_need_no_quotation_marks_to_go_together() -> None:
    text = 'title\tabstract\n"Why Fire?" A Kiln Asks\tWe "fire.\n'

    assert only(text).title == '"Why Fire?" A Kiln Asks'


def test_a_cell_may_be_longer_than_most() -> None:
    assert len(only(f"title,abstract\nKiln,{'fire ' * 50_000}").abstract) == 249_999


@pytest.mark.parametrize(
    "text",
    [
        "A Kiln, Fired\nTitle, abstract and authors: all of a kiln.",
        "name,abstract\nA Kiln,Fire",
        "title;size\nA Kiln;3",
        "[a link](b),title",
        "",
    ],
)
def test_what_has_no_header_is_no_table(text: str) -> None:
    assert not csv_table.detect(text)


def test_a_header_may_be_long_but_not_of_any_length() -> None:
    assert csv_table.detect(f"{'x' * 9_900},title,abstract\n")
    assert not csv_table.detect(f"{'x' * 10_100},title,abstract\n")


# ---- what tools write


def test_zoteros_table_is_read() -> None:
    cells = {
        "Key": "AB12",
        "Item Type": "journalArticle",
        "Publication Year": "2025",
        "Author": "Potter, Ann; van Dyke, Bo",
        "Title": "A Kiln",
        "Publication Title": "Clay",
        "DOI": "10.1145/Kiln.7",
        "Url": "https://arxiv.org/abs/2505.01234",
        "Abstract Note": "Fire.",
        "Date": "2025-05-08",
        "Date Added": "2026-01-01 10:00:00",
        "Extra": "arXiv:2505.01234 [cs]",
        "Manual Tags": "clay; fire",
        "Editor": "Webb, Cy",
    }
    entry = only(table(",", tuple(cells), tuple(cells.values())))
    facts = entry.facts

    assert (entry.title, entry.abstract, facts.venue) == ("A Kiln", "Fire.", "Clay")
    assert facts.authors == ("Ann Potter", "Bo van Dyke")
    assert (facts.doi, facts.arxiv, facts.published) == ("10.1145/kiln.7", "2505.01234", PartialDate(2025, 5, 8))


FULL_NAMES = '"Potter, Ann; Turner, Bo"'


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Authors,Author full names,Title,Year,Source title,Abstract", f"P. A.,{FULL_NAMES},A Kiln,2025,Clay,Fire."),
        ("Authors,Title,Publication,Volume,Year,Abstract", '"Potter, Ann; Turner, Bo; ",A Kiln,Clay,3,2025,Fire.'),
        ("Document Title,Authors,Publication Title,Year,Abstract", "A Kiln,Ann Potter; Bo Turner,Clay,2025,Fire."),
        ("Article Title,Author Full Names,Source Title,Year,Abstract", f"A Kiln,{FULL_NAMES},Clay,2025,Fire."),
        ("PMID,Title,Authors,Journal/Book,Publication Year,Abstract", f"7,A Kiln,{FULL_NAMES},Clay,2025,Fire."),
        ("titles,summaries,authors,journal,year", "A Kiln,Fire.,\"['Ann Potter', 'Bo Turner']\",Clay,2025.0"),
        ("TI\tAB\tAU\tSO\tPY", "A Kiln\tFire.\tPotter, Ann; Turner, Bo\tClay\t2025"),
        (
            "paper.title,paper.summary,paper.authors,venue,year",
            "A Kiln,Fire.,\"[{'_id': '1', 'name': 'Ann Potter'}, {'name': 'Bo Turner'}]\",Clay,2025",
        ),
    ],
)
def test_tables_of_tools_are_read(header: str, row: str) -> None:
    entry = only(f"{header}\n{row}\n")
    facts = entry.facts

    assert (entry.title, entry.abstract) == ("A Kiln", "Fire.")
    assert (facts.authors, facts.venue, facts.published) == (("Ann Potter", "Bo Turner"), "Clay", PartialDate(2025))


def test_an_id_that_a_spreadsheet_took_for_a_number_is_mended() -> None:
    assert only("id,title,abstract\n2505.0123,A Kiln,Fire").facts.arxiv == "2505.01230"


# ---- what is wrong


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f'{HEADER}\nA Kiln,Fire,\n"Two,Fire\n,\n', "kiln.csv:3: malformed CSV: unexpected end of data; double each"),
        (f'{HEADER}\n"A "big" Kiln",Fire,\n', "kiln.csv:2: malformed CSV: ',' expected after '\"'; double each"),
        (f"{HEADER}\n", "kiln.csv:1: a table without papers; begin it with a line of names"),
        (f"{HEADER}\n,Fire,Ann\n", "kiln.csv:1: a table without papers"),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_its_cure(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text)
    assert str(caught.value).startswith(message)


def test_rows_that_cannot_be_used_are_warnings_and_counted() -> None:
    dump = read(f"{HEADER}\nA Kiln,Fire,Ann\n,Fire,Ann\nKilns, Plans,Fire,Ann\nShort\nLong,,,,,\n\n")

    cure = "left out, the rest is read; a cell that has a separator stands in quotation marks"

    assert [entry.title for entry in dump.entries] == ["A Kiln", "Kilns", "Short", "Long"]
    assert dump.counts == {"papers": 4, "without a title": 1, "attachments and notes": 0}
    assert [str(problem) for problem in dump.problems] == [
        "kiln.csv:3: a row without a title; the record is left out",
        f"kiln.csv:4: 4 cells under 3 names; too many are 'Ann'; {cure}",
        "kiln.csv:5: 1 cell under 3 names; read as far as it goes; complete the row",
    ]


def test_what_is_too_much_in_a_row_is_named_in_few_words() -> None:
    (problem,) = read(f"{HEADER}\nA Kiln,Fire,Ann,{'clay, ' * 30}\n").problems

    assert 50 <= len(str(problem).split("'")[1]) <= 60


@pytest.mark.parametrize(
    "title", ['=HYPERLINK(""http://kiln.example"")', "+1 for Kilns", "-Kilns", "@Kilns", "HTTP://: Why?"]
)
def test_a_formula_is_text(title: str) -> None:
    dump = read(f'{HEADER}\n"{title}",Fire,Ann\n')

    assert ([entry.title for entry in dump.entries], dump.problems) == ([title.replace('""', '"')], ())


@pytest.mark.parametrize(
    ("header", "detected"),
    [
        ("Name,Tags,URL,Abstract,Date,Status", True),
        ("Name;Authors;Link", True),
        ("Paper Name,URL", True),
        ("Name,arXiv,Date", True),
        ("Name,URL,Date", False),
        ("Name,Abstract", False),
    ],
)
def test_a_database_calls_its_pages_by_name(header: str, detected: bool) -> None:  # noqa: FBT001
    assert csv_table.detect(f"\ufeff{header}\n".lstrip("\ufeff")) is detected


def test_a_table_in_markdown_is_none_of_these() -> None:
    assert not csv_table.detect("| Title | Authors |\n|---|:-:|\n| A Kiln | Ann |\n")
    assert not csv_table.detect("Title | Authors\n--- | ---\nA Kiln | Ann\n")
    assert csv_table.detect("Title|Authors\nA Kiln|Ann\n")
    assert csv_table.detect("Title|Authors\n|\n")


def test_a_table_may_have_titles_alone() -> None:
    assert [entry.title for entry in read('title\n"A Kiln, Fired"\nClay\n').entries] == ["A Kiln, Fired", "Clay"]


@pytest.mark.parametrize(
    ("header", "row", "said"),
    [
        ("title,title,abstract", "Kiln,Clay,Fire", "kiln.csv:1: 2 columns 'title'; in each row the first that says"),
        ("title,votes", "Kiln,-3", "kiln.csv:2: votes '-3', no number of votes, of 'Kiln'; it is left out"),
        ("title,doi", "Kiln,soon", "kiln.csv:2: doi 'soon', no DOI, of 'Kiln'; it is left out"),
    ],
)
def test_what_cannot_be_read_as_it_stands_is_told(header: str, row: str, said: str) -> None:
    (problem,) = read(f"{header}\n{row}\n").problems

    assert str(problem).startswith(said)


def test_columns_that_no_paper_has_may_recur() -> None:
    assert not read("title,abstract,x,x,,\nKiln,Fire,1,2,,\n").problems


@given(st.text(alphabet='ab,;\t"\n\r=| é'), st.sampled_from(["", "title,abstract\n", "title\tabstract\n", "sep=;\n"]))
def test_no_text_is_a_bug(text: str, header: str) -> None:
    try:
        read(header + text, "csv")
    except InputError:
        return


@given(st.lists(st.tuples(st.text(alphabet='aé ,;"\n', min_size=1), st.text(alphabet='a,"\n')), min_size=1))
def test_what_is_written_as_a_table_is_read_again(rows: list[tuple[str, str]]) -> None:
    kept = [(" ".join(f"x{title}".split()), " ".join(f"y{abstract}".split())) for title, abstract in rows]
    dump = read(table(",", ("title", "abstract"), *((f"x{title}", f"y{abstract}") for title, abstract in rows)))

    assert [(entry.title, entry.abstract) for entry in dump.entries] == kept
