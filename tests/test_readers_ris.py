"""RIS → entries: whatever programs write, what is broken is told, and what we write comes back."""

import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_src.citations import cite_paper
from site_src.citations.names import keep_name, split_name
from site_src.citations.ris import format_ris
from site_src.errors import InputError
from site_src.models import Dump, Entry, Facts, PartialDate
from site_src.readers import read_dump, ris
from tests.invented_site import CONFIG, make_paper


def read(text: str) -> Dump:
    return ris.read(text, "pots.ris")


def record(*lines: str) -> str:
    return "\n".join(["TY  - JOUR", "TI  - Glazes That Fire", *lines, "ER  - ", ""])


def entry(text: str) -> Entry:
    """The one entry, of which all could be read."""
    dump = read(text)
    assert dump.problems == ()
    [found] = dump.entries
    return found


def facts(*lines: str) -> Facts:
    return entry(record(*lines)).facts


def test_a_record_has_all_that_its_tags_say() -> None:
    found = entry(
        "TY  - CPAPER\n"
        "ID  - 7\n"
        "TI  - Glazes That Fire\n"
        "  Twice\n"
        "AU  - van der Berg, Rob, Jr.\n"
        "A1  - The Kiln Team\n"
        "AU  - García Márquez, Gabriel\n"
        "T2  - Proceedings of Kilns\n"
        "DA  - 2025/02/09/\n"
        "PY  - 2025\n"
        "DO  - https://doi.org/10.1000/GLAZE\n"
        "UR  - https://kilns.example/glaze\n"
        "UR  - https://arxiv.org/pdf/2501.00001v2\n"
        "AB  - We fire pots.\n"
        "AI - a word, no tag.\n"
        "\n"
        "KW  - pots\n"
        "N1  - my own note\n"
        "ER  - \n"
    )

    assert found.facts == Facts(
        title="Glazes That Fire Twice",
        arxiv="2501.00001",
        doi="10.1000/glaze",
        authors=("Rob van der Berg Jr.", "The Kiln Team", "Gabriel García Márquez"),
        published=PartialDate(2025, 2, 9),
        venue="Proceedings of Kilns 2025",
    )
    assert (found.line, found.address) == (1, "https://kilns.example/glaze")
    assert found.abstract == "We fire pots. AI - a word, no tag."


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        (["PY  - 2025"], PartialDate(2025)),
        (["PY  - 2025///"], PartialDate(2025)),
        (["Y1  - 2025/02/09/Spring"], PartialDate(2025, 2, 9)),
        (["PY  - 2025", "DA  - Feb 9"], PartialDate(2025, 2, 9)),
        (["PY  - 2025", "DA  - 9 February"], PartialDate(2025, 2, 9)),
        (["PY  - 2025", "DA  - FEB"], PartialDate(2025, 2)),
        (["DA  - 2025-02-09"], PartialDate(2025, 2, 9)),
        (["DA  - 2025/Feb/09"], PartialDate(2025, 2, 9)),
        (["DA  - 2025 Feb 9"], PartialDate(2025, 2, 9)),
        (["DA  - 2025 Feb-Mar"], PartialDate(2025, 2)),
        (["DA  - 2025 Spring"], PartialDate(2025)),
        (["DA  - 2025-02-09 10:00 GMT"], PartialDate(2025, 2, 9)),
        (["DA  - February 9, 2025"], PartialDate(2025, 2, 9)),
        (["PY  - 2025", "DA  - 2024/12/01/"], PartialDate(2024, 12, 1)),
        (["PY  - 2025", "DA  - soon"], PartialDate(2025)),
        (["PY  - //"], None),
    ],
)
def test_the_most_exact_date_counts(lines: list[str], published: PartialDate | None) -> None:
    assert facts(*lines).published == published


def test_what_is_no_date_is_told() -> None:
    dump = read(record("PY  - in press"))

    assert dump.entries[0].facts.published is None
    assert [str(problem) for problem in dump.problems] == [
        "pots.ris:1: 'in press' is no date; the date is left out",
    ]


@pytest.mark.parametrize(
    ("lines", "arxiv"),
    [
        (["AN  - arXiv:2501.00001"], "2501.00001"),
        (["M1  - arXiv:2501.00001"], "2501.00001"),
        (["JO  - arXiv preprint arXiv:2501.00001"], "2501.00001"),
        (["DO  - 10.48550/arXiv.2501.00001"], "2501.00001"),
        (["UR  - see http://arxiv.org/abs/2501.00001."], "2501.00001"),
        (["L1  - https://arxiv.org/pdf/2501.00001.pdf"], "2501.00001"),
        (["AN  - WOS:000123456700001"], None),
    ],
)
def test_the_id_of_arxiv_is_found_wherever_it_is_said(lines: list[str], arxiv: str | None) -> None:
    assert facts(*lines).arxiv == arxiv
    assert facts(*lines).venue is None


@pytest.mark.parametrize(
    ("lines", "venue"),
    [
        (["JO  - J. Glaze", "T2  - Journal of Glaze", "PY  - 2025"], "Journal of Glaze 2025"),
        (["T2  - arXiv.org", "PY  - 2025"], None),
        (["N1  - A workshop"], None),
        (["JA  - J. Glaze"], "J. Glaze"),
    ],
)
def test_a_venue_is_where_a_paper_was_published(lines: list[str], venue: str | None) -> None:
    assert facts(*lines).venue == venue


@pytest.mark.parametrize(
    "text",
    [
        record("AU  - Potter, Ann").replace("\n", "\r\n"),
        record("AU  - Potter, Ann").replace("\n", "\r"),
        record("AU  - Potter, Ann").replace("  - ", " - "),
        record("AU  - Potter, Ann").replace("TY", "ty").replace("TI", "ti").replace("AU", "au").replace("ER", "er"),
        record("AU  - Potter, Ann").replace("ER  - ", "ER  -"),
        record("AU  - Potter, Ann").replace("TI  - ", "T1  - "),
        record("AU  -Potter, Ann"),
        record("AU  - Potter, Ann").replace("JOUR", "Journal Article"),
        record("A1  - Potter, Ann;"),
        "Provider: Kilns\nContent: text\n\n" + record("AU  - Potter, Ann"),
    ],
)
def test_tags_are_read_as_programs_write_them(text: str) -> None:
    assert ris.detect(text)
    found = entry(text)
    assert (found.title, found.facts.authors) == ("Glazes That Fire", ("Ann Potter",))


def test_what_is_broken_is_told_with_its_line_and_the_rest_is_read() -> None:
    text = (
        "TY  - JOUR\nTI  - A\n"
        "TY  - JOUR\nAU  - Potter, Ann\nER  - \n"
        "TI  - Lost\nAU  - Turner, Bo\n"
        "TY  - BOOK\nTI  - C\nER  - \n"
        "TY  - WEB\nTI  - D"
    )
    dump = read(text)

    assert [(found.title, found.line) for found in dump.entries] == [("A", 1), ("C", 8), ("D", 11)]
    assert [str(problem).split(";")[0] for problem in dump.problems] == [
        "pots.ris:1: a record without its end",
        "pots.ris:3: no title in the record",
        "pots.ris:6: lines that belong to no record",
        "pots.ris:11: a record without its end",
    ]
    assert dump.counts == {"paper": 3, "without a title": 1}
    assert dump.counted == "record"


def test_a_file_without_records_is_no_ris() -> None:
    with pytest.raises(InputError, match=re.escape("pots.ris:1: no record of RIS")):
        read("Daily Papers\n\nTY is a tag.\n")


@pytest.mark.parametrize(
    ("text", "is_ris"),
    [
        ("TY  - JOUR\n", True),
        ("A provider's word.\n" * 10 + "TY  - JOUR\n", True),
        ("A line of a page.\n" * 11 + "TY  - JOUR\n", False),
        ("TY  - is how a record begins\n", False),
        ("We write TY  - JOUR\n", False),
        ("", False),
    ],
)
def test_a_file_is_ris_where_a_record_begins_it(text: str, is_ris: bool) -> None:  # noqa: FBT001  expected
    assert ris.detect(text) is is_ris


def test_a_reader_is_chosen_for_it() -> None:
    dump = read_dump(b"\xef\xbb\xbf" + record().encode(), "pots.ris")

    assert (dump.form, [found.title for found in dump.entries]) == ("RIS", ["Glazes That Fire"])


# ---- what we write comes back

text = st.text(st.sampled_from("{}\\$&%#_^~\"'@=, \n\t`-éßαø²×稀🧊𝑝ℋ₂–<>aB9;") | st.characters(), max_size=40)
words = st.lists(
    st.sampled_from(
        ["Ann", "B.", "Potter", "van", "de", "Đỗ", "Łukasz", "O'Hara", "Jr.", "III", "Team", "Inc.", ",", "2"]
    ),
    min_size=1,
    max_size=6,
)
dates = st.dates().map(lambda day: PartialDate(max(day.year, 1000), day.month, min(day.day, 28)))


def written(**stated: Any) -> str:  # noqa: ANN401  whatever a paper states
    return format_ris(cite_paper(make_paper("pot", **stated), CONFIG))


@given(text, st.lists(words.map(" ".join).map(lambda name: name.replace(" ,", ","))), dates)
@example("TY  - JOUR ER  - ", ["García Márquez, Gabriel", "Ann; Bo"], PartialDate(2025))
def test_what_is_known_of_a_paper_comes_back(title: str, names: list[str], published: PartialDate) -> None:
    citation = cite_paper(make_paper("pot", title=f"Pot {title}", authors=tuple(names), published=published), CONFIG)
    found = entry(format_ris(citation))

    assert found.title == citation.title
    assert found.facts.authors == tuple(keep_name(split_name(name)) for name in citation.authors)
    assert found.facts.published == published
    assert found.address == "https://example.org/digest/papers/pot/"


def test_a_paper_keeps_its_identifiers_its_venue_and_the_address_of_its_page() -> None:
    found = entry(written(arxiv="2501.00001", doi="10.1000/a_(b)%7b", venue="Pots {and} Kilns"))

    assert (found.facts.arxiv, found.facts.doi) == ("2501.00001", "10.1000/a_(b)%7b")
    assert (found.facts.venue, found.address) == ("Pots {and} Kilns", "https://example.org/digest/papers/pot/")


# ---- hostile

SCRAPS = ["TY  - JOUR", "TI  - A", "AU  - a, b, c, d", "DA  - 99999/99/99", "PY  - ²²²²", "ER  - ", "AB  - "]
SCRAPS += ["UR  - http://[", "T2  - arXiv", "DO  - 10."]
hostile = st.lists(st.sampled_from([*SCRAPS, *"\n\r ;\ud800\x00\u2028"]), max_size=60).map("\n".join)


@given(hostile | st.text())
def test_nothing_but_an_input_error_comes_of_any_text(text: str) -> None:
    ris.detect(text)
    try:
        dump = read(text)
    except InputError:
        return
    assert all(found.title and "\n" not in found.title and found.line >= 1 for found in dump.entries)
