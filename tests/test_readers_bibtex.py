"""BibTeX → entries: whatever programs write, what is broken is told, and what we write comes back."""

import re
import unicodedata
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_src.citations import cite_paper
from site_src.citations.bibtex import format_bibtex
from site_src.citations.latex_text import read_latex
from site_src.citations.names import keep_name, split_name
from site_src.errors import InputError
from site_src.models import Dump, Entry, Facts, PartialDate
from site_src.readers import bibtex, read_dump
from tests.invented_site import CONFIG, make_paper

TITLE = "title = {Glazes That Fire}"


def read(text: str) -> Dump:
    return bibtex.read(text, "pots.bib")


def entry(text: str) -> Entry:
    """The one entry, of which all could be read."""
    dump = read(text)
    assert dump.problems == ()
    [found] = dump.entries
    return found


def facts(fields: str) -> Facts:
    return entry(f"@misc{{pot, {TITLE}, {fields}}}").facts


def titles(text: str) -> list[str]:
    return [found.title for found in read(text).entries]


def warnings(text: str) -> list[str]:
    return [str(problem) for problem in read(text).problems]


# ---- programs


def test_an_entry_of_arxiv() -> None:
    found = entry(
        "@misc{potter2025glazes,\n"
        "      title={Glazes That Fire Twice}, \n"
        "      author={Ann Potter and Bo Turner},\n"
        "      year={2025},\n"
        "      eprint={2501.00001},\n"
        "      archivePrefix={arXiv},\n"
        "      primaryClass={cs.LG},\n"
        "      url={https://arxiv.org/abs/2501.00001}, \n"
        "}"
    )

    assert found.facts == Facts(
        title="Glazes That Fire Twice",
        arxiv="2501.00001",
        authors=("Ann Potter", "Bo Turner"),
        published=PartialDate(2025),
        categories=("cs.LG",),
    )
    assert (found.line, found.address, found.abstract) == (1, "", "")


def test_an_entry_of_dblp_has_no_address_of_its_own_there() -> None:
    found = entry(
        "@article{DBLP:journals/corr/abs-2501-00001,\n"
        "  author       = {Jos{\\'{e}} Potter and\n"
        "                  Bo Turner},\n"
        "  title        = {Glazes That\n"
        "                  Fire},\n"
        "  journal      = {CoRR},\n"
        "  volume       = {abs/2501.00001},\n"
        "  year         = {2025},\n"
        "  url          = {https://doi.org/10.48550/arXiv.2501.00001},\n"
        "  doi          = {10.48550/ARXIV.2501.00001},\n"
        "  biburl       = {https://dblp.org/rec/journals/corr/abs-2501-00001.bib}\n"
        "}\n"
    )

    assert (found.facts.arxiv, found.facts.doi) == ("2501.00001", "10.48550/arxiv.2501.00001")
    assert (found.facts.venue, found.address) == (None, "")
    assert (found.title, found.facts.authors) == ("Glazes That Fire", ("José Potter", "Bo Turner"))


@pytest.mark.parametrize(
    ("fields", "doi"),
    [
        ("doi = {10.48550/arXiv.2501.00001v2}", "10.48550/arxiv.2501.00001"),
        ("doi = {10.48550/arXiv.2501.00001}, url = {https://doi.org/10.1145/1234.5}", "10.1145/1234.5"),
        ("doi = {10.48550/arXiv.2501.00001}, eprint = {2501.00002}", None),
        ("eprint = {2501.00001}", None),
    ],
)
def test_arxivs_doi_is_kept_where_it_is_the_papers_own_and_no_publisher_gave_one(fields: str, doi: str | None) -> None:
    assert facts(fields).doi == doi


def test_an_entry_of_the_acl_anthology() -> None:
    found = entry(
        "@inproceedings{potter-turner-2025-glazes,\n"
        '    title = "Glazes That {F}ire",\n'
        '    author = "Potter, Ann  and\n      {van der Berg}, Rob",\n'
        '    editor = "Someone, Else",\n'
        '    booktitle = "Proceedings of Kilns",\n'
        "    month = jul,\n"
        '    year = "2025",\n'
        '    url = "https://anthology.example/2025.kilns-1.1/",\n'
        '    doi = "10.18653/v1/2025.kilns-1.1",\n'
        '    abstract = "We fire 100\\% of pots."\n'
        "}"
    )

    assert found.facts == Facts(
        title="Glazes That Fire",
        doi="10.18653/v1/2025.kilns-1.1",
        authors=("Ann Potter", "Rob van der Berg"),
        published=PartialDate(2025, 7),
        venue="Proceedings of Kilns 2025",
    )
    assert found.address == "https://anthology.example/2025.kilns-1.1/"
    assert found.abstract == "We fire 100% of pots."


def test_strings_are_put_in_and_joined() -> None:
    [found] = read('@string{kp = "Kilns \\& Pots"}\n@STRING(w = { Workshop})\n@misc{p, title = "On " # kp # w}').entries

    assert found.title == "On Kilns & Pots Workshop"


def test_a_name_of_a_string_that_nobody_gave_stands_for_itself() -> None:
    assert facts("journal = jog").venue == "jog"


def test_comments_are_no_papers() -> None:
    text = (
        "% Encoding: UTF-8\n"
        "This file was written by a program.\n"
        f"@comment{{jabref-meta: grouping:\n0 All;\n@misc{{hidden, {TITLE}}}\n}}\n"
        f"%@misc{{out, {TITLE}}}\n"
        '@preamble{ "\\newcommand{\\noop}[1]{}" }\n'
        "@misc{pot, title = {A Pot}}\n"
    )

    assert titles(text) == ["A Pot"]
    assert read(text).counts == {"comment": 1, "preamble": 1, "paper": 1}
    assert bibtex.detect(text)


def test_an_entry_has_from_its_volume_what_it_lacks_and_the_volume_is_no_paper() -> None:
    text = (
        "@inproceedings{pot, title={A Pot}, crossref={Kilns}}\n"
        "@proceedings{kilns, title={Proceedings of Kilns}, year={2025}, editor={Ann Potter}, doi={10.1000/kilns}}\n"
    )
    [found] = read(text).entries

    assert found.facts == Facts(title="A Pot", published=PartialDate(2025), venue="Proceedings of Kilns 2025")
    assert read(text).counts == {"volume": 1, "paper": 1}


@pytest.mark.parametrize("kind", ["proceedings", "MVProceedings"])
def test_proceedings_are_no_paper(kind: str) -> None:
    text = f"@{kind}{{kilns, title={{Proceedings of Kilns}}}}\n@misc{{pot, {TITLE}}}"

    assert titles(text) == ["Glazes That Fire"]
    assert warnings(text) == [f"pots.bib:1: a volume, @{kind.lower()} 'kilns'; left out: it is no paper"]


def test_a_book_that_no_entry_is_in_is_one_of_its_own() -> None:
    assert titles("@book{kilns, title={On Kilns}}") == ["On Kilns"]


@pytest.mark.parametrize("name", ["title", "author", "abstract"])
def test_a_text_that_is_the_name_of_no_string_is_told(name: str) -> None:
    others = "" if name == "title" else f"{TITLE}, "

    assert warnings(f"@misc{{pot, {others}{name} = kilntitle}}") == [
        f"pots.bib:1: the value of '{name}' is 'kilntitle', which no @string gives; what can be read of it is kept"
    ]
    assert not warnings(f'@string{{kilntitle = "Kilns"}} @misc{{pot, {others}{name} = kilntitle}}')


@pytest.mark.parametrize(
    ("form", "text"),
    [("JSON", '[\n  {\n "title": "A Kiln"}]'), ("JSON", '{"title": 1}'), ("RIS", "TY  - JOUR\nER  - ")],
)
def test_another_form_between_entries_is_told(form: str, text: str) -> None:
    said = f"{form} between the entries; left out; save it as a file of its own"

    assert warnings(f"@misc{{pot, {TITLE}}}\n\n{text}\n") == [f"pots.bib:3: {said}"]
    assert not warnings(f"@misc{{pot, {TITLE}}}\n\n[a note] {{on kilns}}\n")


def test_a_file_whose_entries_have_no_titles_is_refused() -> None:
    with pytest.raises(InputError, match=r"pots.bib:1: no title in the entry 'pot'"):
        read("@misc{pot, year = 2025}")


def test_fields_of_biblatex() -> None:
    found = entry(
        "@online{pot, title={Glazes}, subtitle={A Study}, journaltitle={Journal of Glaze},"
        " date={2025-02-09/2025-03-01},"
        " author={family=Berg, given=Rob, prefix=van der, suffix=Jr., useprefix=true and Potter, Ann},"
        " eprint={2501.00001v2}, eprinttype={arXiv}, eprintclass={cs.LG}}"
    ).facts

    assert (found.title, found.venue, found.published) == (
        "Glazes: A Study",
        "Journal of Glaze 2025",
        PartialDate(2025, 2, 9),
    )
    assert found.authors == ("Rob van der Berg Jr.", "Ann Potter")
    assert (found.arxiv, found.categories) == ("2501.00001", ("cs.LG",))


# ---- fields


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("Ann Potter and Bo Turner", ("Ann Potter", "Bo Turner")),
        ("Potter, Ann AND Turner, Bo", ("Ann Potter", "Bo Turner")),
        ("Ann Potter and others", ("Ann Potter",)),
        ("Ann Potter and {et al.}", ("Ann Potter",)),
        ("van der Berg, Jr., Rob", ("Rob van der Berg Jr.",)),
        ("Garc{\\'i}a M{\\'a}rquez, Gabriel", ("Gabriel García Márquez",)),
        ("{The Kiln Team}", ("The Kiln Team",)),
        ("{Barnes and Noble, Inc.} and Jo\\~ao Prado", ("Barnes and Noble, Inc.", "João Prado")),
        ("{\\L}ukasz D{\\k{e}}bowski", ("Łukasz Dębowski",)),
        ("{\\O}rsted, {\\AA}se", ("Åse Ørsted",)),
        ("A. Potter, B. Turner, C. Glaze", ("A. Potter", "B. Turner", "C. Glaze")),
        ("Potter, Ann; Turner, Bo", ("Ann Potter", "Bo Turner")),
        ("{A} {B}", ("A B",)),
        (" and ", ()),
    ],
)
def test_authors_are_named_as_they_print(written: str, authors: tuple[str, ...]) -> None:
    assert facts(f"author = {{{written}}}").authors == authors


@pytest.mark.parametrize(
    ("fields", "arxiv"),
    [
        ("eprint = {2501.00001}", "2501.00001"),
        ("eprint = {arXiv:2501.00001v3 [cs.LG]}, eprinttype = {arxiv}", "2501.00001"),
        ("eprint = {cs/0112017}, archivePrefix = {arXiv}", "cs/0112017"),
        ("eprint = {0112017}, archivePrefix = {hep-th}", "hep-th/0112017"),
        ("eprint = {2501.00001}, eprinttype = {jstor}", None),
        ("arxivId = {2501.00001}", "2501.00001"),
        ("journal = {arXiv preprint arXiv:2501.00001}", "2501.00001"),
        ("journal = {ArXiv}, volume = {abs/2501.00001}", "2501.00001"),
        ("publisher = {arXiv}, number = {arXiv:2501.00001}", "2501.00001"),
        ("note = {arXiv:2501.00001 [cs]}", "2501.00001"),
        ("howpublished = {\\url{https://arxiv.org/pdf/2501.00001.pdf}}", "2501.00001"),
        ("doi = {https://doi.org/10.48550/arXiv.2501.00001}", "2501.00001"),
        ("number = {2501.00001}", None),
    ],
)
def test_the_id_of_arxiv_is_found_wherever_it_is_said(fields: str, arxiv: str | None) -> None:
    assert facts(fields).arxiv == arxiv


@pytest.mark.parametrize(
    ("fields", "venue"),
    [
        ("journal = {Journal of Glaze}, year = 2025", "Journal of Glaze 2025"),
        ("booktitle = {ICKiln 2025}, year = 2025", "ICKiln 2025"),
        ("booktitle = {ICKiln}", "ICKiln"),
        ("booktitle = {ICKiln}, year = {in press}", "ICKiln"),
        ("journal = {arXiv preprint arXiv:2501.00001}", None),
        ("journal = {CoRR abs/2501.00001}", None),
        ("journal = {arXiv:2501.00001 [cs, stat]}", None),
        ("booktitle = {arXiv.org}, journal = {Journal of Glaze}", "Journal of Glaze"),
        ("howpublished = {\\url{https://kilns.example/}}", None),
        ("howpublished = {Accessed: 2025-02-09}", None),
        ("howpublished = {Kilns {\\&} Pots Workshop}, year = 2025", "Kilns & Pots Workshop"),
        ("howpublished = {Listed in Kiln}", None),
    ],
)
def test_a_venue_is_where_a_paper_was_published_and_no_server_of_preprints(fields: str, venue: str | None) -> None:
    assert bibtex.read(f"@article{{pot, {TITLE}, {fields}}}", "pots.bib").entries[0].facts.venue == venue


@pytest.mark.parametrize(
    ("fields", "published"),
    [
        ("year = 2025", PartialDate(2025)),
        ("year = {2025a}", PartialDate(2025)),
        ("year = {(2025)}, month = feb", PartialDate(2025, 2)),
        ("year = {2025}, month = 2, day = 9", PartialDate(2025, 2, 9)),
        ("year = {2025}, month = {02}", PartialDate(2025, 2)),
        ("year = {2025}, month = feb # {~9}", PartialDate(2025, 2, 9)),
        ("year = {2025}, month = {9 February}", PartialDate(2025, 2, 9)),
        ("year = {2025}, month = {July--August}", PartialDate(2025, 7)),
        ("year = {2025}, month = June, day = {}", PartialDate(2025, 6)),
        ("year = {2025}, month = {Spring}", PartialDate(2025)),
        ("year = {2025}, day = {9}", PartialDate(2025)),
        ("year = {1999}, date = {2025-02}", PartialDate(2025, 2)),
        ("date = {2025~}", PartialDate(2025)),
        ("month = feb", None),
    ],
)
def test_a_date_is_read_as_far_as_it_is_said(fields: str, published: PartialDate | None) -> None:
    assert facts(fields).published == published


@pytest.mark.parametrize("fields", ["year = {in press}", "date = {2025-13}", "year = 2025, month = 2, day = 30"])
def test_what_is_no_date_is_told(fields: str) -> None:
    dump = read(f"@misc{{pot,\n{TITLE}, {fields}}}")

    assert dump.entries[0].facts.published is None
    assert [str(problem).endswith("the date is left out") for problem in dump.problems] == [True]


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("{{Whole} {T}itle of {GPU}s}", "Whole Title of GPUs"),
        ("\\textit{Kilns} and \\emph{pots}, {\\bf hot}", "Kilns and pots, hot"),
        ("Kilns \\& Pots: 50\\% of \\#1 a\\_b \\$5", "Kilns & Pots: 50% of #1 a_b $5"),
        ("50% of $5 and $6 a day", "50% of $5 and $6 a day"),
        ("$\\mu$-Kilns and $k$-Pots", "μ-Kilns and k-Pots"),
        ("$O(n \\log n)$ for $x \\in X$", "O(n log n) for x ∈ X"),
        ("\\(x^2\\) in \\ensuremath{\\alpha}", "x^2 in α"),
        ("$\\mathcal{O}(n)$", "\\mathcal{O}(n)"),
        ("$\\{0, 1\\}^n$", "{0, 1}^n"),
        ("Pots--Kilns --- ``hot''", "Pots–Kilns — “hot”"),
        ("Fig.~1 and ~5", "Fig. 1 and ~5"),
        ('Erd\\H{o}s, Ha\\v{s}ek, Fran\\c{c}ois, \\c c, na{\\"\\i}ve', "Erdős, Hašek, François, ç, naïve"),
        ("{\\ss} \\ss{} stra\\ss e \\AA{}se", "ß ß straße Åse"),
        ("CO\\textsubscript{2} x\\textsuperscript{2}", "CO_{2} x^{2}"),
        ("\\href{https://a.example/}{Kilns}, \\url{https://a.example/~b_c}", "Kilns, https://a.example/~b_c"),
        ("\\ours is \\unknown{kept}", "\\ours is \\unknown{kept}"),
        ("\\d{4} \\'4", "\\d{4} \\'4"),
        ("a \\textless b \\textasciitilde c", "a < b ~ c"),
        ("{\\textbackslash}begin", "\\begin"),
    ],
)
def test_latex_is_read_as_it_prints(latex: str, text: str) -> None:
    assert read_latex(latex) == text
    assert entry(f"@misc{{pot, {TITLE}, abstract = {{{latex}}}}}").abstract == text


def test_an_abstract_is_one_line() -> None:
    found = entry("@misc{pot, title={A Pot}, abstract={We fire\n  99.1% of\n\n pots at @noon, see @misc{foo}.}}")

    assert found.abstract == "We fire 99.1% of pots at @noon, see @miscfoo."


def test_a_note_may_hold_an_entry() -> None:
    assert titles(f"@misc{{pot, title={{A Pot}}, annote={{Cite as\n@misc{{other,\n  {TITLE}\n}} please}}}}") == [
        "A Pot"
    ]


# ---- what is broken


@pytest.mark.parametrize(
    ("text", "expected", "told"),
    [
        (
            "@misc{a,\n title = {Lost: A Brace,\n author = {Ann Potter}\n}\n\n@misc{b, title={B}}",
            ["Lost: A Brace", "B"],
            ["pots.bib:1: the braces of this @misc do not balance", "pots.bib:2: the value of 'title' has no end"],
        ),
        (
            "@misc{a,\n title = {Lost,\n year = {2025}\n}\n@misc{b, title={B}}\n@misc{c, title={C}}}\n",
            ["Lost", "B", "C"],
            ["pots.bib:1: the braces of this @misc do not balance", "pots.bib:2: the value of 'title' has no end"],
        ),
        (
            "@misc{a, title={A}},\n year={2025}\n}\n@misc{b, title={B}}",
            ["A", "B"],
            ["pots.bib:2: fields that belong to no entry"],
        ),
        (
            "@misc{a, title={A}}\n@misc{b, title={B}, author={Ann Potter}, abstract={It ends h",
            ["A", "B"],
            [
                "pots.bib:2: the braces of this @misc do not balance",
                "pots.bib:2: the value of 'abstract' has no closing",
            ],
        ),
        ("@misc{a, title={A}\n author={Ann Potter}\n year=2025}", ["A"], []),
        ("@misc{a b, title={A}}@misc{, title={B}}@misc(c, title={C (d)})", ["A", "B", "C (d)"], []),
        ("@misc{a\n title={A},\n year=2025}", ["A"], ["pots.bib:1: 'a' where a field should be"]),
        ("@misc{a, % a comment\n title={A}, % another = {one}\n year=2025}", ["A"], []),
        ("@misc{a, title={A}, title={B}}", ["A"], ["pots.bib:1: a second 'title'"]),
        ("@misc{a, title={A}}\n@misc{a, title={B}}", ["A", "B"], []),
        ("@misc{a,\n title = Some words, not in braces,\n year = 2025\n}", ["Some words, not in braces"], []),
        (
            '@misc{a,\n title = "No end,\n year = {2025}\n}\n@misc{b, title={B}}',
            ["No end", "B"],
            ["pots.bib:2: the value"],
        ),
        ("@misc{a, year={2025}}\n@misc{b, title={B}}", ["B"], ["pots.bib:1: no title in the entry 'a'"]),
        (
            "@misc{a, title=}\n@misc{b, title={B}}",
            ["B"],
            ["pots.bib:1: the value of 'title' is missing", "pots.bib:1: no t"],
        ),
        ("year = {2025},\n@misc{b, title={B}}\r\n", ["B"], ["pots.bib:1: fields that belong to no entry"]),
    ],
)
def test_what_is_broken_is_told_with_its_line_and_the_rest_is_read(
    text: str, expected: list[str], told: list[str]
) -> None:
    assert titles(text) == expected
    found = warnings(text)
    assert len(found) == len(told)
    assert all(one.startswith(start) for one, start in zip(found, told, strict=True)), found


def test_what_is_no_field_is_shown_by_its_first_40_characters() -> None:
    [told] = warnings("@misc{a, title={A}, " + "!" * 60 + "}")

    assert told == f"pots.bib:1: '{'!' * 40}' where a field should be; what can be read of it is kept"


def test_every_entry_is_counted() -> None:
    text = "@string{a = {A}}\n@misc{a, title={A}}\n@misc{b, year=2025}\n"

    assert read(text).counts == {"string": 1, "paper": 1, "without a title": 1}
    assert read(text).counted == "record"


@pytest.mark.parametrize(
    "text",
    [
        "Daily Papers\n\nWe fire pots @ noon.\n",
        "@comment{jabref-meta: databaseType:biblatex;}\n",
        '% pots\n@string{clay = "Clay"}\n@preamble{"x"}\n',
    ],
)
def test_a_file_without_entries_has_no_papers(text: str) -> None:
    with pytest.raises(InputError, match=re.escape("pots.bib:1: BibTeX without papers; name a file with entries")):
        read(text)


# ---- which files are BibTeX


@pytest.mark.parametrize(
    ("text", "is_bibtex"),
    [
        (f"@misc{{pot, {TITLE}}}", True),
        (f"\n\n  @Article {{pot,\n {TITLE}}}", True),
        ('@string{a = "A"}', True),
        ("% comment\n" * 40 + "@misc{pot,}", True),
        ("A program's word.\n" * 10 + "@misc{pot,}", True),
        ("A line of a page.\n" * 11 + "@misc{pot,}", False),
        ("We cite it as @misc{pot, title = {A Pot}} in all.", False),
        ("@potter: {a, b}", False),
        ("", False),
    ],
)
def test_a_file_is_bibtex_where_an_entry_begins_it(text: str, is_bibtex: bool) -> None:  # noqa: FBT001  expected
    assert bibtex.detect(text) is is_bibtex


# ---- what we write comes back

text = st.text(st.sampled_from("{}\\$&%#_^~\"'@=, \n\t`-éßαø²×稀🧊𝑝ℋ₂–<>aB9") | st.characters(), max_size=40)
words = st.lists(
    st.sampled_from(
        ["Ann", "B.", "Potter", "van", "de", "Đỗ", "Łukasz", "O'Hara", "Jr.", "III", "Team", "Inc.", ",", "2"]
    ),
    min_size=1,
    max_size=6,
)
dates = st.dates().map(lambda day: PartialDate(max(day.year, 1000), day.month, min(day.day, 28)))


def written(**stated: Any) -> str:  # noqa: ANN401  whatever a paper states
    return format_bibtex(cite_paper(make_paper("pot", **stated), CONFIG))


@given(text, st.lists(words.map(" ".join).map(lambda name: name.replace(" ,", ","))), dates)
@example("Learning 𝑝-Ary Codes with ℓ₁ Penalties in ℋ₂ and 𝟣-Bit Caches", [], PartialDate(2025))
@example("What {Braces} and \"Quotes\" \\Backslash 50% of #1 & _under_ ~tilde^hat -- ``x''", [], PartialDate(2025, 2))
@example("Café Élan: μ-Parametrization and Schrödinger’s Łódź—Part 2", ["García Márquez, Gabriel"], PartialDate(2025))
def test_what_is_known_of_a_paper_comes_back(title: str, names: list[str], published: PartialDate) -> None:
    citation = cite_paper(make_paper("pot", title=f"Pot {title}", authors=tuple(names), published=published), CONFIG)
    found = entry(format_bibtex(citation))

    assert found.title == unicodedata.normalize("NFC", citation.title)
    assert found.facts.authors == tuple(keep_name(split_name(name)) for name in citation.authors)
    assert found.facts.published == published
    assert found.address == "https://example.org/digest/papers/pot/"


def test_a_paper_keeps_its_identifiers_and_the_address_of_its_page() -> None:
    found = entry(written(arxiv="2501.00001", doi="10.1000/a_(b)%7b", categories=("cs.LG",), venue="Pots {and} Kilns"))

    assert (found.facts.arxiv, found.facts.doi) == ("2501.00001", "10.1000/a_(b)%7b")
    assert (found.facts.categories, found.facts.venue) == (("cs.LG",), "Pots {and} Kilns")
    assert found.address == "https://example.org/digest/papers/pot/"


# ---- hostile

SCRAPS = ["@misc{", "@string{a = a # a}", "title", "author = {", "crossref = {a}", "year = 9999999", "month = jan"]
hostile = st.lists(st.sampled_from([*SCRAPS, *"{}\"=,#()a\n @$\\%'~-²\ud800\x00\u2028"]), max_size=60).map("".join)


@given(hostile | st.text())
@example("@string{a = {x}}" + "@string{a = a # a # a # a}" * 40 + "@misc{b, title = a}")
@example("@misc{a, title = {b}, crossref = {a}}")
def test_nothing_but_an_input_error_comes_of_any_text(text: str) -> None:
    bibtex.detect(text)
    try:
        dump = read(text)
    except InputError:
        return
    assert all(found.title and "\n" not in found.title and found.line >= 1 for found in dump.entries)


def test_names_of_strings_make_a_text_ten_times_longer_and_no_more() -> None:
    long = "x" * 400
    text = f"@string{{a = {{{long}}}}}\n@misc{{b, title = a" + " # a" * 40 + "}"
    [found] = read(text).entries

    assert found.title.count(long) == 10 * len(text) // 400
    assert found.title.removeprefix(long * found.title.count(long)).strip("a") == ""


@pytest.mark.parametrize(
    "text",
    [
        "@misc{a, title = " + "{" * 10_000 + "Deep" + "}" * 10_000 + "}",
        "@misc{a, title = {Deep}, abstract = {" + "{\\'" * 10_000 + "e" + "}" * 10_000 + "}}",
        "@misc{a, title = {Deep}}" + "{" * 100_000,
    ],
)
def test_braces_may_be_nested_deeper_than_a_stack(text: str) -> None:
    assert titles(text) == ["Deep"]


def test_a_reader_is_chosen_for_it() -> None:
    dump = read_dump(f"\ufeff@misc{{pot, {TITLE}}}\r".encode(), "pots.bib")

    assert (dump.form, [found.title for found in dump.entries]) == ("BibTeX", ["Glazes That Fire"])
