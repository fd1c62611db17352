"""JSON and CSL-JSON → entries: the names and shapes in use, each record's line, and what is no paper."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.errors import InputError
from site_src.models import Dump, Entry, Facts, Link, PartialDate
from site_src.readers import read_dump
from site_src.readers.records.json_values import looks_like_json
from site_src.readers.records.people import read_authors

TITLE = "Glazes That Fire Themselves"
ABSTRACT = "We study a kiln that plans its own firing, and find that <think> is no markup."
DAY = PartialDate(2025, 5, 8)


def read(value: object, form: str | None = None, indent: int | None = None) -> Dump:
    return read_dump(json.dumps(value, indent=indent).encode(), "kiln.json", form)


def only(value: object, form: str | None = None) -> Entry:
    (entry,) = read(value, form).entries
    return entry


def fact(record: dict[str, object], name: str) -> object:
    entry = only([{"title": TITLE} | record])
    return getattr(entry.facts if name in Facts.__dataclass_fields__ else entry, name)


def error(text: str, form: str | None = None) -> str:
    with pytest.raises(InputError) as caught:
        read_dump(text.encode("utf-8", "surrogatepass"), "kiln.json", form)
    return str(caught.value)


# ---- what a record says


@pytest.mark.parametrize(
    ("record", "name", "expected"),
    [
        ({"abstract": ABSTRACT}, "abstract", ABSTRACT),
        ({"summary": "Two\nlines. "}, "abstract", "Two lines."),
        ({"abs": "https://arxiv.org/abs/2505.01234", "summary": ABSTRACT}, "abstract", ABSTRACT),
        ({"abstract": None, "tldr": {"model": "m", "text": "Short."}}, "abstract", "Short."),
        ({"abstract": ["First part.", "Second part."]}, "abstract", "First part. Second part."),
        ({"abstract_inverted_index": {"fires": [1], "Clay": [0, 2]}}, "abstract", "Clay fires Clay"),
        ({"abstract": "N/A", "abstractNote": ABSTRACT}, "abstract", ABSTRACT),
        (
            {"abstract": "<jats:title>Abstract</jats:title><jats:p>H<jats:sub>2</jats:sub>O &amp; clay</jats:p>"},
            "abstract",
            "H_2O & clay",
        ),
        ({"abstract": "<p>One.</p><p>Two <i>it</i>alic.</p>"}, "abstract", "One. Two italic."),
        ({"abstract": "if a<b and c>d then &lt; stays"}, "abstract", "if a<b and c>d then &lt; stays"),
        ({"abstract": "arXiv:2505.01234v1 Announce Type: new \nAbstract: We fire."}, "abstract", "We fire."),
        ({"arxiv_id": "2505.01234v2"}, "arxiv", "2505.01234"),
        ({"id": "http://arxiv.org/abs/2505.01234v1"}, "arxiv", "2505.01234"),
        ({"id": 17, "externalIds": {"ArXiv": "2505.01234", "CorpusId": 9}}, "arxiv", "2505.01234"),
        ({"paper": {"id": "2505.01234"}}, "arxiv", "2505.01234"),
        ({"pdf": "https://arxiv.org/pdf/2505.01234v3.pdf"}, "arxiv", "2505.01234"),
        ({"extra": "Publisher note\narXiv:2505.01234 [cs.LG, stat.ML]"}, "arxiv", "2505.01234"),
        ({"extra": "arXiv:2505.01234 [cs.LG, stat.ML]"}, "categories", ("cs.LG", "stat.ML")),
        ({"arxiv_id": 2505.0123}, "arxiv", "2505.01230"),
        ({"doi": "https://doi.org/10.1145/Kiln.7"}, "doi", "10.1145/kiln.7"),
        ({"externalIds": {"DOI": "10.1145/kiln.7"}}, "doi", "10.1145/kiln.7"),
        ({"url": "https://kilns.example/papers/7"}, "address", "https://kilns.example/papers/7"),
        ({"id": "Ab3dEf9hij", "pdf": "/pdf/0a1b.pdf"}, "address", "https://openreview.net/pdf/0a1b.pdf"),
        ({"publishedAt": "2025-05-08T09:10:11.000Z"}, "published", DAY),
        ({"published": {"date-parts": [[2025, 5, 8]]}}, "published", DAY),
        ({"published": [2025, 5]}, "published", PartialDate(2025, 5)),
        ({"published": {"year": 2025, "month": 5, "day": 8}}, "published", DAY),
        ({"cdate": 1746696611000}, "published", DAY),
        ({"created": 1746696611}, "published", DAY),
        ({"date": "2025-05-00", "year": 2024}, "published", PartialDate(2025, 5)),
        ({"date": "soon", "year": "2025.0"}, "published", PartialDate(2025)),
        ({"versions": [{"version": "v1", "created": "Thu, 8 May 2025 19:18:42 GMT"}]}, "published", DAY),
        ({"update_date": "2025-05-08", "abstract": "Fire."}, "published", None),
        ({"upvotes": 12, "numComments": 3}, "votes", 12),
        ({"upvotes": 12, "numComments": 3}, "comments", 3),
        ({"upvotes": "12.0"}, "votes", 12),
        ({"upvotes": "1.2k"}, "votes", 1200),
        ({"likes": "3 M"}, "votes", 3_000_000),
        ({"upvotes": -1}, "votes", None),
        ({"comments": "12 pages"}, "comments", None),
        ({"comments": [{"text": "nice"}]}, "comments", None),
        (
            {"comment": "Code: https://github.com/kiln/fire."},
            "links",
            (Link(kind="code", url="https://github.com/kiln/fire"),),
        ),
        ({"githubRepo": "kiln/fire"}, "links", (Link(kind="code", url="https://github.com/kiln/fire"),)),
        (
            {"github": "", "code": "github.com/kiln/fire"},
            "links",
            (Link(kind="code", url="https://github.com/kiln/fire"),),
        ),
        (
            {"code": "yes", "project": "https://kiln.example"},
            "links",
            (Link(kind="project", url="https://kiln.example"),),
        ),
        ({"organization": {"name": "kiln", "fullname": "The Kiln Lab"}}, "organisation", "The Kiln Lab"),
        ({"aff": "Kiln U;Clay Inc"}, "organisation", None),
        ({"venue": "ICKiln 2025"}, "venue", "ICKiln 2025"),
        ({"venue": "arXiv.org", "journal": {"name": "Clay"}}, "venue", "Clay"),
        ({"venue": "Submitted to ICKiln 2025"}, "venue", None),
        ({"categories": "hep-ph cs.LG"}, "categories", ("hep-ph", "cs.LG")),
        ({"tags": [{"term": "cs.LG"}, {"term": "Clay"}], "keywords": ["cs"]}, "categories", ("cs.LG",)),
        ({"author_count": 7}, "author_count", 7),
    ],
)
def test_a_record_says_it_under_the_names_in_use(record: dict[str, object], name: str, expected: object) -> None:
    assert fact(record, name) == expected


@pytest.mark.parametrize(
    ("record", "title"),
    [
        ({"title": f" {TITLE}\n "}, TITLE),
        ({"title": [TITLE]}, TITLE),
        ({"Paper Title": TITLE}, TITLE),
        ({"titles": [{"title": TITLE}]}, TITLE),
        ({"name": TITLE, "abstract": ABSTRACT}, TITLE),
        ({"content": {"title": {"value": TITLE}, "abstract": {"value": ABSTRACT}}}, TITLE),
        ({"title": "The <i>Kiln</i> of <sup>3</sup>He"}, "The Kiln of ^3He"),
        ({"title": "Kilns as Writers. (arXiv:2505.01234v1 [cs.LG] UPDATED)"}, "Kilns as Writers"),
        ({"title": "Do Kilns Write?. (arXiv:2505.01234v1 [cs.LG])"}, "Do Kilns Write?"),
        ({"title": "null", "abstract": ABSTRACT}, "null"),
        ({"title": "NaN", "summary": ABSTRACT}, "NaN"),
        ({"title": "~"}, "~"),
        ({"title": "See http://kiln.example"}, "See http://kiln.example"),
        ({"title": '=LINK("http://kiln.example")'}, '=LINK("http://kiln.example")'),
        ({"title": "A \ud83d half pair\u0000"}, "A half pair"),
        ({"title": "<script>alert(1)</script> & more"}, "<script>alert(1)</script> & more"),
    ],
)
def test_a_title_is_read_from_all_that_is_called_so(record: dict[str, object], title: str) -> None:
    assert only([record]).title == title


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        (["Ann Potter", "Bo Turner"], ("Ann Potter", "Bo Turner")),
        (["Potter, Ann", "Turner, Bo"], ("Ann Potter", "Bo Turner")),
        (["Ann Potter, Bo Turner, Cy Webb"], ("Ann Potter", "Bo Turner", "Cy Webb")),
        ([{"name": "Ann Potter", "hidden": False}, {"name": "Bo Turner"}], ("Ann Potter", "Bo Turner")),
        ([{"given": "Ann", "family": "Potter", "suffix": "Jr."}], ("Ann Potter Jr.",)),
        ([{"given": "Ann", "non-dropping-particle": "van", "family": "Potter"}], ("Ann van Potter",)),
        ([{"firstName": "Ann", "lastName": "Potter"}, {"literal": "The Kiln Group"}], ("Ann Potter", "The Kiln Group")),
        ([{"author": {"display_name": "Ann Potter"}}], ("Ann Potter",)),
        (
            [{"creatorType": "author", "name": "Ann Potter"}, {"creatorType": "editor", "name": "Ed It"}],
            ("Ann Potter",),
        ),
        ({"author": [{"text": "Ann Potter 0001"}]}, ("Ann Potter",)),
        ([["Potter", "Ann", "Jr"], ["Turner", "B.", ""]], ("Ann Potter Jr", "B. Turner")),
        ("Ann Potter;Bo Turner", ("Ann Potter", "Bo Turner")),
        ("Potter, Ann; Turner, Bo", ("Ann Potter", "Bo Turner")),
        ("Potter, Ann and Turner, Bo", ("Ann Potter", "Bo Turner")),
        ("Ann Potter, Bo Turner and Cy Webb", ("Ann Potter", "Bo Turner", "Cy Webb")),
        ("Ann Potter, Bo Turner, and Cy Webb", ("Ann Potter", "Bo Turner", "Cy Webb")),
        ("Ann Potter and Bo Turner", ("Ann Potter", "Bo Turner")),
        ("Potter, Ann", ("Ann Potter",)),
        ("Potter, Ann, Turner, Bo", ("Ann Potter", "Bo Turner")),
        ("Potter, Ann, Turner", ("Potter", "Ann", "Turner")),
        ("Potter, Ann, Glaze, Jr.", ("Potter", "Ann", "Glaze Jr.")),
        ("Ann Potter, PhD, Bo Turner, M.D.", ("Ann Potter", "Bo Turner")),
        ("Ann Potter, PhD and Bo Turner, MD", ("Ann Potter", "Bo Turner")),
        ([{"family": "Na", "given": "Li"}, {"family": "None", "given": ""}], ("Li Na",)),
        ("Potter, A., Turner, B.-C.", ("A. Potter", "B.-C. Turner")),
        ("Ann Potter, Bo Turner, et al.", ("Ann Potter", "Bo Turner")),
        ("Ann Potter (Kiln U), Bo Turner (Clay Inc, Town)", ("Ann Potter", "Bo Turner")),
        ("Potter, Ann (5720); Turner, Bo (5721)", ("Ann Potter", "Bo Turner")),
        ("Ann Potter, Jr., Bo Turner", ("Ann Potter Jr.", "Bo Turner")),
        ("陶 艺, 窑 工", ("陶 艺", "窑 工")),
        ("陶艺, 窑工", ("陶艺", "窑工")),
        ({"value": ["Ann Potter", "Bo Turner"]}, ("Ann Potter", "Bo Turner")),
        ({"value": "Ann Potter, Bo Turner"}, ("Ann Potter", "Bo Turner")),
        ({"list": [{"name": "Ann Potter"}]}, ("Ann Potter",)),
        ("Plato and Aristotle", ("Plato", "Aristotle")),
        ("Plato", ("Plato",)),
        (None, ()),
        ({"a": {"b": 1}}, ()),
        ([3, None, {}], ()),
    ],
)
def test_authors_are_read_in_every_shape(authors: object, names: tuple[str, ...]) -> None:
    assert read_authors(authors) == names


def test_the_parts_of_names_win_over_one_text_of_all() -> None:
    record: dict[str, object] = {"authors": "A. Potter", "authors_parsed": [["Potter", "Ann", ""]]}

    assert fact(record, "authors") == ("Ann Potter",)


@pytest.mark.parametrize("authors", ["['Ann Potter', \"Bo O'Turner\"]", '["Ann Potter", "Bo O\'Turner"]'])
def test_a_list_in_a_text_is_read_as_a_list(authors: str) -> None:
    assert fact({"authors": authors}, "authors") == ("Ann Potter", "Bo O'Turner")


def test_a_date_that_cannot_be_is_a_warning() -> None:
    dump = read([{"title": TITLE, "published": "2025-02-30"}])

    assert [str(problem) for problem in dump.problems] == [
        "kiln.json:1: impossible date '2025-02-30'; the date is left out"
    ]


@pytest.mark.parametrize(
    ("name", "inside", "value", "found"),
    [
        ("title", "value", TITLE, TITLE),
        ("abstract", "value", ABSTRACT, ABSTRACT),
        ("published", "date", "2025-05-08", DAY),
        ("authors", "author", ["Ann Potter"], ("Ann Potter",)),
    ],
)
def test_objects_around_a_value_are_looked_into_but_not_for_ever(
    name: str, inside: str, value: object, found: object
) -> None:
    levels = 2 if name == "authors" else 3
    for _ in range(levels):
        value = {inside: value}

    assert fact({name: value}, name) == found
    assert not read([{"title": TITLE}, {"title": TITLE, name: {inside: value}}]).entries[-1].abstract
    assert name == "title" or not fact({name: {inside: value}}, name)


# ---- where records stand


RECORD = {"title": TITLE, "abstract": ABSTRACT}
NESTED = {"paper": {"id": "2505.01234", "title": TITLE, "summary": ABSTRACT, "upvotes": 5}, "numComments": 2}


@pytest.mark.parametrize(
    "value",
    [
        RECORD,
        [RECORD],
        [[RECORD], []],
        {"papers": [RECORD]},
        {"status": "ok", "message": {"total": 1, "items": [RECORD]}},
        {"status": "ok", "message": RECORD},
        {"total": 1, "data": [RECORD], "token": None},
        {"data": [{"citingPaper": RECORD, "contexts": ["x"]}]},
        {"rows": [{"row_idx": 0, "row": RECORD}]},
        {"hits": {"hits": [{"_source": RECORD}]}},
        {"result": {"hits": {"hit": [{"info": RECORD}]}}},
        {"version": "1.1", "title": "A feed", "description": "of kilns", "items": [RECORD]},
        {"2505.01234": RECORD},
        {TITLE: {"abstract": ABSTRACT, "authors": ["Ann Potter"]}},
        {"notes": [{"id": "Ab3dEf9hij", "content": {"title": {"value": TITLE}, "abstract": {"value": ABSTRACT}}}]},
        {"a": {"b": {"c": {"d": {"e": {"f": {"g": [RECORD]}}}}}}},
    ],
)
def test_a_record_is_found_in_whatever_stands_around_it(value: object) -> None:
    entry = only(value)

    assert (entry.title, entry.abstract) == (TITLE, ABSTRACT)


def test_lists_around_lists_end_somewhere() -> None:
    value: object = RECORD
    for _ in range(9):
        value = [value]

    assert error(json.dumps(value)).startswith("kiln.json:1: JSON without papers")
    assert only(value[0]).title == TITLE  # type: ignore[index]


def test_the_key_of_a_record_is_its_id() -> None:
    assert only({"2505.01234": {"id": 5, **RECORD}}).facts.arxiv == "2505.01234"
    assert only({"10.1145/kiln.7": RECORD}).facts.doi == "10.1145/kiln.7"


@pytest.mark.parametrize(
    "row",
    [
        "|**2025-05-08**|**Kilns, and How**|A. Potter et.al.|[2505.01234](http://arxiv.org/abs/2505.01234)|{code}|\n",
        "- 2025-05-08, **Kilns, and How**, A. Potter et.al., Paper: [http://x](http://x), Code: {code}\n",
    ],
)
def test_a_row_of_markdown_under_an_id_is_a_paper(row: str) -> None:
    code = "**[link](https://github.com/kiln/fire)**"
    dump = read({"Kilns": {"2505.01234": row.format(code=code), "2505.01235v2": row.format(code="null"), "x": "y"}})
    first, second = (entry.facts for entry in dump.entries)

    assert (first.title, first.arxiv, first.published, first.authors) == ("Kilns, and How", "2505.01234", DAY, ())
    assert first.links == (Link(kind="code", url="https://github.com/kiln/fire"),)
    assert (second.arxiv, second.links) == ("2505.01235", ())


def test_what_stands_around_a_paper_says_what_it_does_not() -> None:
    entry = only([NESTED])

    assert (entry.facts.arxiv, entry.facts.votes, entry.facts.comments) == ("2505.01234", 5, 2)


def test_a_record_has_the_line_it_begins_in() -> None:
    dump = read({"note": "two\nlines", "papers": [RECORD, {"x": [1, 2], **RECORD}, NESTED]}, indent=1)

    assert [entry.line for entry in dump.entries] == [4, 8, 16]


def test_a_line_of_json_lines_is_the_records_line() -> None:
    text = f"{json.dumps(RECORD)}\n\n{json.dumps(NESTED)}\r\n{json.dumps(RECORD)}"

    assert [entry.line for entry in read_dump(text.encode(), "kiln.jsonl").entries] == [1, 3, 4]


def test_records_without_a_title_are_warnings_and_counted() -> None:
    dump = read([RECORD, {"abstract": ABSTRACT}, "text", {"x": 1}, {"itemType": "attachment", "title": "PDF"}])

    assert dump.counts == {"papers": 1, "without a title": 3, "attachments and notes": 1}
    assert [str(problem) for problem in dump.problems] == [
        "kiln.json:1: a record without a title; the record is left out",
        *["kiln.json:1: a value that is no paper's record; the record is left out"] * 2,
    ]


@pytest.mark.parametrize("line", ["42", '"text"', "null", "[]", '{"error": "timeout"}', "true", "[3]"])
def test_a_line_among_records_that_is_none_is_named(line: str) -> None:
    text = f"{json.dumps(RECORD)}\n{line}\n{json.dumps(NESTED)}\n"
    dump = read_dump(text.encode(), "kiln.jsonl")

    assert len(dump.entries) == 2
    assert [str(problem) for problem in dump.problems] == [
        "kiln.jsonl:2: a value that is no paper's record; the record is left out"
    ]


@pytest.mark.parametrize(
    ("record", "papers", "said"),
    [
        ({"title": ["One Kiln", "Two Kilns"]}, 1, "a title that is a list of 2 texts; the record is left out"),
        ({"title": [TITLE, ""]}, 2, ""),
        ({"titles": [{"title": TITLE}, {"title": "Other"}]}, 2, ""),
        (
            {"abstract": {"text": "Fire."}},
            2,
            f"an abstract of '{TITLE}' that is an object; the first text in it is taken",
        ),
        ({"abstract": {"kiln": 3}}, 2, f"an abstract of '{TITLE}' that is an object; the abstract is left out"),
        ({"abstract": [{"kiln": 3}]}, 2, f"an abstract of '{TITLE}' that holds no text; the abstract is left out"),
        ({"abstract": {"value": "Fire."}}, 2, ""),
        ({"abstract_inverted_index": {"Fire": [0]}}, 2, ""),
        ({"abstract": "Fire.", "tldr": {"model": "m", "text": "Hot."}}, 2, ""),
        ({"authors": [3, {}]}, 2, f"authors of '{TITLE}' that are no names; they are left out"),
        ({"authors": "et al."}, 2, ""),
    ],
)
def test_what_has_an_odd_shape_is_said(record: dict[str, object], papers: int, said: str) -> None:
    dump = read([RECORD, {"title": TITLE} | record])

    assert len(dump.entries) == papers
    assert [str(problem) for problem in dump.problems] == ([f"kiln.json:1: {said}"] if said else [])


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('"title": 2048', "a number as the title of '2048'; it is taken as text"),
        ('"title": "K", "votes": -3', "votes '-3', no number of votes, of 'K'; it is left out"),
        ('"title": "K", "upvotes": NaN', ""),
        ('"title": "K", "upvotes": -Infinity', "upvotes '-Infinity', no number of votes, of 'K'; it is left out"),
        ('"title": "K", "num_comments": 1.5', "numcomments '1.5', no number of comments, of 'K'; it is left out"),
        ('"title": "K", "arxiv_id": "2613.00123"', "arxivid '2613.00123', no arXiv id, of 'K'; it is left out"),
        (
            '"title": "K", "arxiv_id": 2602.0288',
            "arxivid '2602.0288', a number that lost its last zero, of 'K'; zeros are added; write ids as text",
        ),
        ('"title": "K", "doi": "soon"', "doi 'soon', no DOI, of 'K'; it is left out"),
        (f'"title": "K", "votes": "{50 * "9"}"', f"votes '{40 * '9'}', no number of votes, of 'K'; it is left out"),
        ('"title": "K\\ud83d"', "half a character (a lone surrogate) in the title of 'K'; it is left out"),
        (f'"title": "{90 * "K"}", "doi": "soon"', f"doi 'soon', no DOI, of '{80 * 'K'}'; it is left out"),
        ('"title": "K", "votes": "many"', ""),
        ('"title": "K", "comments": "Eight pages, 3 figures"', ""),
        ('"title": "K", "comments": "8 pages"', ""),
        ('"title": "K", "votes": true', ""),
        ('"title": "K", "votes": [1]', ""),
        ('"title": "K", "id": 17', ""),
        ('"title": "K", "arxiv": {"id": "2505.01234"}', ""),
        ('"title": "K", "doi": "https://kiln.example.org/x"', ""),
        ('"title": "K", "doi": "arXiv:2505.01234"', ""),
        ('"title": "K", "arxiv_id": 2602.02881', ""),
    ],
)
def test_what_a_sure_field_says_that_cannot_be_read_is_told(written: str, said: str) -> None:
    dump = read_dump(f'[{{{written}, "abstract": "Fire."}}]'.encode(), "kiln.json")

    assert [str(problem) for problem in dump.problems] == ([f"kiln.json:1: {said}"] if said else [])


@pytest.mark.parametrize(
    ("inner", "abstract"),
    [
        ({"details": {"title": TITLE, "abstract": ABSTRACT}}, ABSTRACT),
        ({"details": {"abstract": ABSTRACT}}, ABSTRACT),
        ({"arxiv_metadata": {"summary": ABSTRACT}}, ABSTRACT),
        ({"crawled": {"title": f" {TITLE}\n", "summary": ABSTRACT}}, ABSTRACT),
        ({"abstract": "Fire.", "details": {"title": TITLE, "abstract": ABSTRACT}}, "Fire."),
        ({"similar": {"title": "Other Kilns", "abstract": ABSTRACT}}, ""),
        ({"review": {"summary": "Fine."}}, ""),
    ],
)
def test_what_an_object_inside_says_of_the_same_paper_counts(inner: dict[str, object], abstract: str) -> None:
    entry = only([{"title": TITLE, "votes": 3} | inner])

    assert (entry.title, entry.abstract, entry.facts.votes) == (TITLE, abstract, 3)


def test_a_name_that_comes_twice_is_a_warning() -> None:
    dump = read_dump(b'[{"title": "One", "title": "Two"}]', "kiln.json")

    assert [entry.title for entry in dump.entries] == ["Two"]
    assert [problem.seen for problem in dump.problems] == ["a record with one name twice"]


def test_two_lists_under_one_key_are_both_read() -> None:
    text = f'{{"2025-05-08": [{json.dumps(RECORD)}], "2025-05-08": [{json.dumps(NESTED)}]}}'

    assert len(read_dump(text.encode(), "kiln.json").entries) == 2


def test_references_of_a_paper_are_not_papers_of_the_file() -> None:
    others = {"references": [{"title": "Old Kilns"}], "papers": [{"title": "Other Kilns"}]}

    assert len(read([RECORD | others]).entries) == 1


# ---- the day of the list


def listed(day: str, title: str = TITLE) -> dict[str, str]:
    return {"title": title, "submittedOnDailyAt": f"{day}T00:00:00.000Z"}


def test_one_day_of_all_is_the_dumps() -> None:
    dump = read([listed("2025-05-08"), {"title": "Kiln"}, listed("2025-05-08")])

    assert (dump.date, dump.printed_date, [entry.date for entry in dump.entries]) == (DAY, "2025-05-08", [None] * 3)


def test_several_days_are_the_entries() -> None:
    dump = read([listed("2025-05-08"), listed("2025-05-09")])

    assert (dump.date, [entry.date for entry in dump.entries]) == (None, [DAY, PartialDate(2025, 5, 9)])


def test_a_month_is_no_day_on_which_something_was_listed() -> None:
    dump = read([{"title": TITLE, "listed": "2025-05"}])

    assert (dump.date, dump.entries[0].date) == (None, None)


@pytest.mark.parametrize("value", [{"2025-05-08": [RECORD]}, {"date": "2025-05-08", "papers": [RECORD]}])
def test_the_day_of_a_list_is_its_papers(value: object) -> None:
    assert read(value).date == DAY


@pytest.mark.parametrize("key", ["2025", "2025-05", "2025-02-30", "week 3"])
def test_what_is_no_day_gives_none(key: str) -> None:
    dump = read({key: [RECORD]})

    assert (dump.date, dump.problems) == (None, ())


@pytest.mark.parametrize(("title", "arxiv"), [("", None), ("Follow-up", None), ("pdf", "2505.09999")])
def test_a_link_to_something_related_identifies_no_record(title: str, arxiv: str | None) -> None:
    link = {"rel": "related", "href": "https://arxiv.org/abs/2505.09999", "title": title}

    assert fact({"authors": ["Ann Potter"], "links": [link]}, "arxiv") == arxiv


@pytest.mark.parametrize(("venue", "expected"), [("ICKiln", "ICKiln 2025"), ("ICKiln 2024-2025", "ICKiln 2024-2025")])
def test_a_venue_of_csl_has_its_year(venue: str, expected: str) -> None:
    item = {"type": "paper-conference", "title": TITLE, "container-title": venue, "issued": {"date-parts": [[2025, 5]]}}

    assert only([item], "csl").facts.venue == expected


# ---- what is no paper


@pytest.mark.parametrize(
    "thing",
    [
        {"title": "Old harbour", "description": "A harbour"},
        {"title": "Buy clay", "done": False, "id": 3, "size": 4},
        {"title": "Tea", "content": "Boil water."},
    ],
)
def test_things_that_only_have_titles_are_no_papers(thing: object) -> None:
    assert "kiln.json:1: JSON without papers: its records have a title and" in error(json.dumps({"all": [thing]}))
    assert len(read([thing, {"title": TITLE, "authors": ["Ann Potter"]}]).entries) == 2


@pytest.mark.parametrize(
    "sign", [{"url": "https://a.example.org/kiln"}, {"year": 2025}, {"summary": "Fire."}, {"id": "2505.01234"}, {}]
)
def test_any_sign_of_a_paper_will_do_and_so_do_titles_alone(sign: dict[str, object]) -> None:
    assert len(read([{"title": TITLE, "size": 3} | sign] if sign else [{"title": TITLE}]).entries) == 1


# ---- what is wrong


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[]", "kiln.json:1: JSON without papers; each paper is an object with a title; name a file of such objects"),
        ("{}", "kiln.json:1: JSON without papers"),
        ('{"a": 1, "b": [true, null]}', "kiln.json:1: JSON without papers"),
        ('[{"abstract": "x"}]', "kiln.json:1: JSON without papers; give the records their titles"),
        ('[\n{"title": "x",}\n]', "kiln.json:2: malformed JSON: expecting property name enclosed in double quotes"),
        ('[{"title": "x"},\n]', "kiln.json:2: malformed JSON: expecting value"),
        ('[{"title": "x"}', "kiln.json:1: malformed JSON: it ends inside a value; the file ends early"),
        ('{"title": "x"}\noops\noops\n', "kiln.json:2: malformed JSON: expecting value"),
        ('[{"a":' * 100_000, "kiln.json:1: JSON that is nested too deeply to be read"),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_its_cure(text: str, message: str) -> None:
    assert error(text).startswith(message)


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ('{"title": "y', "malformed JSON: unterminated string starting at (column 11)"),
        ('{"title":', "malformed JSON: it ends inside a value"),
        ("oops", "malformed JSON: expecting value (column 1)"),
        ("[" * 100_000, "JSON that is nested too deeply to be read"),
    ],
)
@pytest.mark.parametrize("first", [{"title": "Kiln"}, {"title": "Kiln", "type": "book", "DOI": "10.1234/x"}])
def test_a_broken_line_of_json_lines_is_left_out_with_a_warning(first: object, line: str, seen: str) -> None:
    dump = read_dump(f'{json.dumps(first)}\n{line}\n{{"title": "Clay"}}\n'.encode(), "kiln.json")

    assert [entry.facts.title for entry in dump.entries] == ["Kiln", "Clay"]
    assert list(map(str, dump.problems)) == [f"kiln.json:2: {seen}; the record is left out"]


def test_what_stands_behind_the_value_of_a_line_is_told() -> None:
    text = '{"title": "Kiln"}\noops\n{"title": "y"} ' + 41 * "x" + 3 * '\n{"title": "Clay"}'

    assert read_dump(text.encode(), "kiln.json").problems[1].seen == f"malformed JSON: '{40 * 'x'}' behind the value"


@pytest.mark.parametrize(
    "value",
    [
        [["title", "votes"], [TITLE, 3]],
        {"columns": ["title", "votes"], "data": [[TITLE, 3]]},
        {"fields": [{"name": "Title"}, {"name": "Votes"}], "rows": [[TITLE, 3]]},
        {"title": {"0": TITLE}, "votes": {"0": 3}},
        {"page": {"title": [TITLE, "Kiln"], "votes": [3, 4]}},
    ],
)
def test_a_table_in_json_has_a_paper_in_each_row(value: object) -> None:
    entry = read(value).entries[0]

    assert (entry.facts.title, entry.facts.votes) == (TITLE, 3)


def test_lists_that_follow_a_list_of_names_are_the_rows_below_it() -> None:
    dump = read_dump(b'["title", "votes"]\n["Kiln", 3]\n["Clay", 4]\n', "kiln.jsonl")

    assert [(entry.facts.title, entry.facts.votes, entry.line) for entry in dump.entries] == [
        ("Kiln", 3, 2),
        ("Clay", 4, 3),
    ]


@pytest.mark.parametrize("text", ['["title", "of a note"] and more\nThe text.', '[["a"] is no list of a table'])
def test_a_text_that_begins_with_a_bracket_is_no_json(text: str) -> None:
    assert not looks_like_json(text)


@pytest.mark.parametrize("number", ["1" * 5000, "-" + "9" * 5000, "1e999", "NaN", "-Infinity", "1.5"])
def test_numbers_of_any_size_are_no_fault(number: str) -> None:
    text = f'[{{"title": "Kiln", "year": {number}, "upvotes": {number}, "id": {number}, "authors": {number}}}]'

    assert read_dump(text.encode(), "kiln.json").entries[0].title == "Kiln"


@pytest.mark.parametrize(
    "name", ["title", "abstract", "authors", "id", "published", "organization", "paper", "venue", "code"]
)
def test_objects_in_objects_are_no_fault(name: str) -> None:
    deep: object = "x"
    for _ in range(300):
        deep = {name: [{"value": deep}]}
    text = json.dumps([{"title": "Kiln", "abstract": "Fire.", name: deep}, {"title": "Kiln"}])

    assert read_dump(text.encode(), "kiln.json").entries


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["2025-05-08", "2505.01234"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "title",
                    "abstract",
                    "authors",
                    "id",
                    "date",
                    "paper",
                    "code",
                    "categories",
                    "venue",
                    "links",
                    "type",
                    "upvotes",
                    "comments",
                    "issued",
                    "seen_in",
                    "slug",
                    "summary_source",
                    "results",
                    "techniques",
                    "URL",
                ]
            ),
            inner,
            max_size=12,
        )
    ),
    max_leaves=30,
)


@given(JSON, st.sampled_from(["json", "csl", None]))
def test_no_json_is_a_bug(value: object, form: str | None) -> None:
    try:
        dump = read({"title": "Kiln", "x": value} if form is None else value, form)
    except InputError:
        return
    for entry in dump.entries:
        assert entry.title.encode()


@given(st.text(alphabet='[]{}",:\n 1ae\\'), st.sampled_from(["json", "csl"]))
def test_no_text_is_a_bug(text: str, form: str) -> None:
    try:
        read_dump(text.encode(), "kiln.json", form)
    except InputError:
        return


@given(st.lists(st.dictionaries(st.sampled_from(["title", "abstract"]), st.text(min_size=1), min_size=1), min_size=1))
def test_every_record_is_an_entry_or_a_warning(records: list[dict[str, str]]) -> None:
    try:
        dump = read(records)
    except InputError:
        return
    assert sum(dump.counts.values()) == len(records) == len(dump.entries) + dump.counts["without a title"]


# ---- CSL


ITEM = {"id": "potter2025", "type": "article-journal", "title": TITLE, "author": [{"family": "Potter", "given": "Ann"}]}


@pytest.mark.parametrize("value", [[ITEM], ITEM, {"items": [ITEM]}, {"references": [ITEM]}])
def test_csl_is_known_by_what_it_holds(value: object) -> None:
    assert read(value).form == "CSL-JSON"


@pytest.mark.parametrize("change", [{"type": "journal-article"}, {"author": "Ann Potter"}, {"title": [TITLE]}])
def test_what_only_resembles_csl_is_json(change: dict[str, object]) -> None:
    assert read([ITEM | change]).form == "JSON"


def test_an_item_says_what_csl_knows() -> None:
    item = ITEM | {
        "abstract": ABSTRACT,
        "container-title": "Clay",
        "issued": {"date-parts": [["2025", 5, 8]]},
        "DOI": "10.1145/kiln.7",
        "URL": "https://kilns.example/7",
        "note": "arXiv:2505.01234 [cs.LG]",
    }
    entry = only([item])
    facts = entry.facts

    assert (entry.abstract, entry.address, entry.slug) == (ABSTRACT, "https://kilns.example/7", "")
    assert (facts.venue, facts.published, facts.doi, facts.arxiv) == ("Clay 2025", DAY, "10.1145/kiln.7", "2505.01234")
    assert (facts.authors, facts.categories) == (("Ann Potter",), ("cs.LG",))


OURS = {
    "id": "glazes",
    "type": "article-journal",
    "title": "<b>A</b> Kiln",
    "author": [{"family": "van Dyke", "given": "Bo", "suffix": "Jr."}, {"literal": "The Kiln Group"}],
    "container-title": "Clay",
    "issued": {"date-parts": [[2025]]},
    "publisher": "arXiv",
    "number": "arXiv:2505.01234",
    "URL": "https://arxiv.org/abs/2505.01234",
    "source": "https://digest.example/papers/glazes/",
}


def test_an_item_of_ours_is_what_its_page_states() -> None:
    entry = only([OURS])
    facts = entry.facts

    assert (entry.address, entry.title, facts.arxiv) == (OURS["source"], "<b>A</b> Kiln", "2505.01234")
    assert (facts.authors, facts.venue) == (("Bo van Dyke Jr.", "The Kiln Group"), "Clay 2025")


@pytest.mark.parametrize(("note", "venue"), [("Listed in A Digest", None), ("A Workshop 2025", "A Workshop 2025")])
def test_a_note_of_ours_is_where_it_appeared(note: str, venue: str | None) -> None:
    item = {"id": "a", "type": "article", "title": "A", "note": note, "URL": "https://digest.example/papers/a/"}

    assert only([item]).facts.venue == venue
    assert only([item | {"URL": "https://kilns.example/a.html"}]).facts.venue is None


def test_csl_without_titles_is_an_error() -> None:
    assert error('[{"id": "a", "abstract": "Fire."}]', "csl").startswith("kiln.json:1: CSL-JSON without papers")


# ---- our own


OWN = {
    "slug": "glazes-that-fire-themselves",
    "url": "papers/glazes-that-fire-themselves/",
    "title": TITLE,
    "summary": "Kilns plan.",
    "summary_source": "page",
    "abstract": ABSTRACT,
    "published": "2025-05-08",
    "votes": 3,
    "techniques": [{"slug": "kilns", "source": "page", "evidence": []}],
    "techniques_source": "page",
    "mentions": [],
    "results": [{"value": "2×", "metric": "speed", "baseline": None, "number": 2, "source": "page"}],
    "results_source": "page",
    "links": [
        {"kind": "code", "url": "https://kiln.example/code", "source": "page"},
        {"kind": "other", "url": "https://kiln.example/", "source": "derived"},
    ],
    "seen_in": [{"dump": "may.txt", "line": 3, "digest": "2025-05-08"}],
    "related": [],
}


def test_our_own_record_gives_what_its_page_states() -> None:
    entry = only({"papers": [OWN]})
    facts = entry.facts

    assert (entry.slug, entry.summary, entry.abstract, entry.seen_here) == (OWN["slug"], "Kilns plan.", ABSTRACT, False)
    assert (facts.techniques, [link.kind for link in facts.links]) == (("kilns",), ["code"])
    assert [(result.value, result.metric) for result in facts.results or ()] == [("2×", "speed")]
    assert (facts.published, facts.votes, [seen.dump for seen in facts.seen_in]) == (DAY, 3, ["may.txt"])


def test_what_the_build_derived_is_left_out() -> None:
    derived = dict.fromkeys(("summary_source", "techniques_source", "results_source"), "derived")
    entry = only(OWN | derived)

    assert (entry.summary, entry.facts.techniques, entry.facts.results) == (None, None, None)


@pytest.mark.parametrize(
    "change",
    [
        {"votes": "many"},
        {"seen_in": [{"dump": "x"}]},
        {"published": "2025-02-30"},
        {"arxiv": "no"},
        {"techniques": [{"source": "page"}]},
        {"links": [{"kind": "arxiv", "url": "javascript:x", "source": "page"}]},
    ],
)
def test_a_fact_that_is_not_as_the_contract_has_it_is_a_warning(change: dict[str, object]) -> None:
    dump = read(OWN | change)
    (name,) = change

    assert [problem.seen.partition(":")[0] for problem in dump.problems] == [name]
    assert dump.problems[0].cure == "the fact is left out"


@pytest.mark.parametrize("slug", ["../up", "", "con", "A", [], None, "a" * 81])
def test_a_slug_that_no_file_can_have_is_not_kept(slug: object) -> None:
    assert only([OWN | {"slug": slug}]).slug == ""


def test_no_text_of_a_record_is_lost_to_size() -> None:
    long = "Fire. " * 200_000

    assert len(only([{"title": TITLE, "abstract": long}]).abstract) == len(long) - 1
