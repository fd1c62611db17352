"""Citations: what each format says of a paper, that real parsers read it back, and that nothing is made up."""

import json
import re
import unicodedata
from dataclasses import replace
from typing import Any

import pytest
import rispy
from hypothesis import assume, example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pybtex.database import BibliographyData, Entry, Person, parse_string
from pylatexenc.latex2text import LatexNodes2Text

from site_src.checks import check_site
from site_src.citations import FORMATS, Citation, cite_paper, format_reference
from site_src.citations.bibtex import format_bibtex
from site_src.citations.cite import make_key, one_line, read_venue
from site_src.citations.csl import csl_item, format_csl
from site_src.citations.files import citation_files
from site_src.citations.latex import format_latex, format_title
from site_src.citations.latex_text import read_latex
from site_src.citations.names import Name, join_name, keep_name, split_name, turn_name
from site_src.citations.ris import format_ris
from site_src.models import PartialDate
from site_src.pages.citations import citation_fields
from tests.invented_site import CONFIG, JUNE, MAY, full_paper, make_paper, make_site

VENUES = replace(CONFIG, conferences=("ICKiln", "Kilns & Pots"), journals=("Journal of Glaze",))

# What of CSL-JSON 1.0's own schema applies to the items written here, and stricter.
CSL = Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["id", "type", "title", "URL"],
            "additionalProperties": False,
            "properties": {
                "id": {"type": "string", "pattern": "^[!-~]+$"},
                "type": {"enum": ["article", "paper-conference", "article-journal"]},
                "author": {
                    "type": "array",
                    "minItems": 1,
                    "items": {
                        "type": "object",
                        "oneOf": [{"required": ["literal"]}, {"required": ["family", "given"]}],
                        "additionalProperties": False,
                        "properties": {
                            name: {"type": "string", "minLength": 1}
                            for name in ("literal", "family", "given", "suffix")
                        },
                    },
                },
                "issued": {
                    "type": "object",
                    "required": ["date-parts"],
                    "additionalProperties": False,
                    "properties": {
                        "date-parts": {
                            "type": "array",
                            "minItems": 1,
                            "maxItems": 1,
                            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
                        }
                    },
                },
                **{
                    name: {"type": "string", "minLength": 1}
                    for name in (
                        *("container-title", "publisher", "number", "archive", "archive_location", "note"),
                        *("DOI", "source"),
                    )
                },
                "title": {"type": "string"},
                "URL": {"type": "string", "pattern": "^https?://"},
            },
        },
    }
)

text = st.text(st.sampled_from("{}\\$&%#_^~\"'@=, \n\t\u2028\x85\x00éßαø²×稀🧊ṩ-–<>aB9") | st.characters(), max_size=40)


def citation(**facts: Any) -> Citation:  # noqa: ANN401  whatever a Citation has
    """A citation of a paper of which nothing else is known."""
    return replace(cite_paper(make_paper("pot"), VENUES), **facts)


def parse_bibtex(written: str) -> BibliographyData:
    return parse_string(written, "bibtex")


def entry(written: str) -> Entry:
    [found] = parse_bibtex(written).entries.values()
    return found


# ---- what is known


def test_a_full_paper_as_bibtex() -> None:
    assert format_bibtex(cite_paper(full_paper(), VENUES)) == (
        "@inproceedings{full,\n"
        '  title = "{Glazes That Fire Twice} as {Fast}",\n'
        '  author = "Ann Potter and Bo Turner",\n'
        '  booktitle = "ICKiln 2025",\n'
        '  year = "2025",\n'
        '  eprint = "2501.00001",\n'
        '  archivePrefix = "arXiv",\n'
        '  url = "https://arxiv.org/abs/2501.00001",\n'
        '  biburl = "https://example.org/digest/papers/full/"\n'
        "}\n"
    )


def test_a_full_paper_as_ris() -> None:
    assert format_ris(cite_paper(full_paper(), VENUES)) == (
        "TY  - CPAPER\n"
        "ID  - full\n"
        "TI  - Glazes That Fire Twice as Fast\n"
        "AU  - Potter, Ann\n"
        "AU  - Turner, Bo\n"
        "T2  - ICKiln 2025\n"
        "PY  - 2025\n"
        "AN  - arXiv:2501.00001\n"
        "UR  - https://arxiv.org/abs/2501.00001\n"
        "DP  - https://example.org/digest/papers/full/\n"
        "ER  - \n"
    )


def test_a_full_paper_as_csl_json() -> None:
    assert json.loads(format_csl(cite_paper(full_paper(), VENUES))) == {
        "id": "full",
        "type": "paper-conference",
        "title": "Glazes That Fire Twice as Fast",
        "author": [{"family": "Potter", "given": "Ann"}, {"family": "Turner", "given": "Bo"}],
        "container-title": "ICKiln 2025",
        "issued": {"date-parts": [[2025]]},
        "archive": "arXiv",
        "archive_location": "2501.00001",
        "URL": "https://arxiv.org/abs/2501.00001",
        "source": "https://example.org/digest/papers/full/",
    }


def test_a_full_paper_as_text() -> None:
    assert format_reference(cite_paper(full_paper(), VENUES)) == (
        "Ann Potter and Bo Turner (2025). Glazes That Fire Twice as Fast. ICKiln 2025. https://arxiv.org/abs/2501.00001"
    )


def test_a_preprint_is_dated_as_far_as_known_and_published_by_arxiv() -> None:
    preprint = cite_paper(make_paper("pot", published=PartialDate(2024, 2), arxiv="2402.00002"), VENUES)

    assert "@misc{pot," in format_bibtex(preprint)
    assert '  year = "2024",\n  month = feb,\n' in format_bibtex(preprint)
    assert "day" not in entry(format_bibtex(preprint)).fields
    assert "DA  - 2024/02//\n" in format_ris(preprint)
    item = csl_item(preprint)
    assert item["issued"] == {"date-parts": [[2024, 2]]}
    assert (item["publisher"], item["number"]) == ("arXiv", "arXiv:2402.00002")


def test_a_day_is_written_in_every_format() -> None:
    preprint = cite_paper(make_paper("pot", published=PartialDate(2024, 2, 9)), VENUES)

    assert '  year = "2024",\n  month = feb,\n  day = "9",\n' in format_bibtex(preprint)
    assert "DA  - 2024/02/09/\n" in format_ris(preprint)
    assert csl_item(preprint)["issued"] == {"date-parts": [[2024, 2, 9]]}


def test_a_doi_is_written_in_every_format_and_leads_to_the_paper() -> None:
    shown = cite_paper(make_paper("pot", doi="10.1000/Glaze_(7)"), VENUES)

    assert '  doi = "10.1000/glaze_(7)",\n  url = "https://doi.org/10.1000/glaze_%287%29",\n' in format_bibtex(shown)
    assert "DO  - 10.1000/glaze_(7)\nUR  - https://doi.org/10.1000/glaze_%287%29\n" in format_ris(shown)
    assert csl_item(shown)["DOI"] == "10.1000/glaze_(7)"
    assert ("citation_doi", "10.1000/glaze_(7)") in citation_fields(shown, shown.page)


def test_a_doi_comes_after_the_id_of_arxiv_and_its_odd_characters_are_escaped() -> None:
    shown = cite_paper(make_paper("pot", arxiv="2402.00002", doi='10.1000/a"{b}%\\'), VENUES)

    assert shown.url == "https://arxiv.org/abs/2402.00002"
    assert entry(format_bibtex(shown)).fields["doi"] == "10.1000/a%22%7Bb%7D%25%5C"


@pytest.mark.parametrize(
    ("categories", "expected"),
    [(("cs.LG", "cs.CL"), "cs.LG"), (("hep-th",), "hep-th"), (("Machine Learning",), None), ((), None)],
)
def test_the_first_category_of_a_paper_of_arxiv_is_its_primary_one(
    categories: tuple[str, ...], expected: str | None
) -> None:
    shown = cite_paper(make_paper("pot", arxiv="2402.00002", categories=categories), VENUES)

    assert entry(format_bibtex(shown)).fields.get("primaryClass") == expected
    assert "primaryClass" not in format_bibtex(cite_paper(make_paper("pot", categories=categories), VENUES))


# ---- what is not known


@pytest.mark.parametrize("published", [None, PartialDate(0, 5, 8)])
def test_a_paper_of_which_only_the_title_is_known_has_a_valid_record_and_no_more(published: PartialDate | None) -> None:
    bare = cite_paper(make_paper("cup", MAY, author_count=5, organisation="Acme", published=published), CONFIG)

    assert dict(entry(format_bibtex(bare)).fields) == {
        "title": "{On} cup",
        "howpublished": "Listed in Kiln",
        "url": "https://example.org/digest/papers/cup/",
    }
    assert not entry(format_bibtex(bare)).persons
    assert format_ris(bare) == (
        "TY  - GEN\nID  - cup\nTI  - On cup\nN1  - Listed in Kiln\n"
        "UR  - https://example.org/digest/papers/cup/\nER  - \n"
    )
    assert csl_item(bare) == {
        "id": "cup",
        "type": "article",
        "title": "On cup",
        "note": "Listed in Kiln",
        "URL": "https://example.org/digest/papers/cup/",
    }
    assert format_reference(bare) == "On cup. Listed in Kiln. https://example.org/digest/papers/cup/"


@pytest.mark.parametrize(
    ("venue", "expected"),
    [
        ("ICKiln 2025", ("conference", "ICKiln 2025", 2025)),
        ("ICKiln 2025 Findings", ("conference", "ICKiln 2025 Findings", 2025)),
        ("ICKiln Findings 2025", ("conference", "ICKiln Findings 2025", 2025)),
        ("Journal of Glaze 2019", ("journal", "Journal of Glaze", 2019)),
        ("Journal of Glaze 3(2), 2019", ("paper", "", 0)),
        ("ICKiln", ("paper", "", 0)),
        ("ICKiln Workshop 2025", ("paper", "", 0)),
        ("Workshop @ ICKiln 2025", ("paper", "", 0)),
        ("ICPot 2025", ("paper", "", 0)),
        ("", ("paper", "", 0)),
    ],
)
def test_a_venue_is_a_conference_or_a_journal_only_where_that_is_known(
    venue: str, expected: tuple[str, str, int]
) -> None:
    assert read_venue(venue, VENUES) == expected


def test_a_venue_of_unknown_kind_is_told_as_it_is() -> None:
    shown = cite_paper(make_paper("pot", venue="Kilns & Pots Workshop 2025", published=PartialDate(2024)), VENUES)

    assert "@misc{pot," in format_bibtex(shown)
    assert r'howpublished = "Kilns {\&} Pots Workshop 2025"' in format_bibtex(shown)
    assert 'year = "2024"' in format_bibtex(shown)
    assert csl_item(shown)["note"] == "Kilns & Pots Workshop 2025"
    assert format_reference(shown).startswith("On pot (2024). Kilns & Pots Workshop 2025. ")


def test_a_journal_is_an_article() -> None:
    shown = cite_paper(make_paper("pot", venue="Journal of Glaze 2019"), VENUES)

    assert '@article{pot,\n  title = "{On} pot",\n  journal = "Journal of Glaze",\n  year = "2019",' in format_bibtex(
        shown
    )
    assert format_ris(shown).startswith("TY  - JOUR\n")
    assert csl_item(shown)["type"] == "article-journal"


# ---- names


@pytest.mark.parametrize(
    ("printed", "given_name", "particle", "family"),
    [
        ("Ann Potter", "Ann", "", "Potter"),
        ("Ann B. Potter-Smith", "Ann B.", "", "Potter-Smith"),
        ("Guido van Rossum", "Guido", "van", "Rossum"),
        ("Christian Schroeder de Witt", "Christian Schroeder", "de", "Witt"),
        ("Maria de la Cruz Gómez", "Maria", "de la", "Cruz Gómez"),
        ("Hao (Mark) Chen", "Hao (Mark)", "", "Chen"),
        ("Connor O'Hara", "Connor", "", "O'Hara"),
        ("Devvrit", "", "", "Devvrit"),
        ("Kiln Team", "", "", "Kiln Team"),
        ("OpenKiln, Inc.", "", "", "OpenKiln, Inc."),
        ("Barnes and Noble", "", "", "Barnes and Noble"),
        ("王小明", "", "", "王小明"),
        ("de la Cruz, Ana", "Ana", "de la", "Cruz"),
        ("García Márquez, Gabriel", "Gabriel", "", "García Márquez"),
        ("van, Ann", "Ann", "", "van"),
        ("Potter, Ann, PhD", "", "", "Potter, Ann, PhD"),
        ("Potter, Ann, Jr., Sr.", "", "", "Potter, Ann, Jr., Sr."),
        ("Potter,", "", "", "Potter,"),
        ("Glaze, The Kiln Team", "", "", "Glaze, The Kiln Team"),
        ("Wei, Ai", "Ai", "", "Wei"),
        ("van Gogh", "", "", "van Gogh"),
        ("<b>Ann</b> Potter", "", "", "<b>Ann</b> Potter"),
    ],
)
def test_a_name_is_split_or_left_whole(printed: str, given_name: str, particle: str, family: str) -> None:
    assert split_name(printed) == Name(given=given_name, particle=particle, family=family)


@pytest.mark.parametrize(
    "printed",
    [
        "Rob van der Berg Jr.",
        "Rob van der Berg, Jr.",
        "van der Berg, Rob, Jr.",
        "van der Berg, Jr., Rob",
    ],
)
def test_a_suffix_is_no_family_name(printed: str) -> None:
    name = split_name(printed)

    assert name == Name(given="Rob", particle="van der", family="Berg", suffix="Jr.")
    assert (join_name(name), turn_name(printed)) == ("Rob van der Berg Jr.", "Rob van der Berg Jr.")
    shown = citation(authors=(printed,))
    assert '  author = "van der Berg, Jr., Rob",\n' in format_bibtex(shown)
    assert "AU  - van der Berg, Rob, Jr.\n" in format_ris(shown)
    assert csl_item(shown)["author"] == [{"family": "van der Berg", "given": "Rob", "suffix": "Jr."}]


@pytest.mark.parametrize(
    ("written", "turned"),
    [
        ("Potter, Ann", "Ann Potter"),
        ("Potter, A. B.", "A. B. Potter"),
        ("García Márquez, Gabriel", "Gabriel García Márquez"),
        ("Potter 2nd, Ann", "Ann Potter 2nd"),
        ("OpenKiln, Inc.", "OpenKiln, Inc."),
        ("Kiln Team", "Kiln Team"),
        ("Potter, Ann, PhD", "Potter, Ann, PhD"),
        ("Ann Potter", "Ann Potter"),
        (", Ann", ", Ann"),
        ("", ""),
    ],
)
def test_a_name_of_a_reference_manager_is_turned_around(written: str, turned: str) -> None:
    assert turn_name(written) == turned


@given(
    st.lists(st.sampled_from(["Ann", "B.", "Potter", "van", "de", "Łukasz", "Jr.", "III", "Team", "Inc.", ",", "2"]))
)
@example(["García", "Márquez", ",", "Gabriel"])
@example(["Wei", ",", "Ai"])
@example(["van", ",", "Ann"])
def test_a_name_is_kept_so_that_it_is_split_and_written_alike_again(words: list[str]) -> None:
    printed = " ".join(words).replace(" ,", ",")
    name = split_name(printed)

    assert split_name(keep_name(name)) == name
    if not name.given:
        assert keep_name(name) == printed
    if "," not in printed:
        assert keep_name(name) == printed


words = st.sampled_from(
    ["Ann", "B.", "Potter", "van", "de", "la", "Đỗ", "Ørsted", "Łukasz", "O'Hara", "Yu-Jie", "Çelik"]
)


@given(st.lists(words, min_size=1, max_size=5).map(" ".join))
def test_bibtex_splits_a_name_where_we_do(printed: str) -> None:
    name = split_name(printed)
    assume(name.given)
    person = Person(printed)

    split = (person.first_names + person.middle_names, person.prelast_names, person.last_names)
    assert not name.suffix
    assert split == (name.given.split(), name.particle.split(), name.family.split())


@given(st.lists(text, max_size=5))
@example(["others", "Ann and Bo", "a, b, c, d", "{", "and"])
def test_there_are_as_many_authors_as_are_named_whatever_their_names(names: list[str]) -> None:
    shown = cite_paper(make_paper("pot", authors=tuple(names)), CONFIG)
    named = [one_line(name) for name in names if one_line(name)]

    assert list(shown.authors) == named
    assert len(entry(format_bibtex(shown)).persons.get("author", [])) == len(named)
    assert len(csl_item(shown).get("author", [])) == len(named)
    assert len(rispy.loads(format_ris(shown))[0].get("authors", [])) == len(named)


def test_a_reference_names_the_first_authors_and_the_files_name_all() -> None:
    names = tuple(f"Ann {letter}" for letter in "ABCDEFGHIJ")
    shown = cite_paper(make_paper("pot", authors=names), CONFIG)

    assert format_reference(shown).startswith("Ann A, Ann B, Ann C, Ann D, Ann E, Ann F, Ann G, Ann H et al. On pot.")
    assert len(csl_item(shown)["author"]) == 10


# ---- hostile titles


def plain(latex: str) -> str:
    """What LaTeX prints, but for spaces."""
    known = latex.replace(r"\textbraceleft", r"\{").replace(r"\textbraceright", r"\}")
    printed = LatexNodes2Text(math_mode="text", keep_comments=True).latex_to_text(known)
    return re.sub(r"\s+", "", printed.replace("ˆ", "^").replace("˜", "~"))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Attention is not all you need", "{Attention} is not all you need"),
        ("FrostQuant: four-bit LLMs", "{FrostQuant:} four-bit {LLMs}"),
        ("50% of $5 & a_b #1 ~ ^", r"50{\%} of {\$}5 {\&} a{\_}b {\#}1 {\textasciitilde} {\textasciicircum}"),
        ("a } b { c \\ d", r"a {\textbraceright} b {\textbraceleft} c {\textbackslash} d"),
        ("Mélange à ß-sheets", r"{M{\'e}lange} {\`a} {\ss}-sheets"),
        ("e\u0301", r"{\'e}"),
        ('the "pot"', 'the {"}pot{"}'),
        ("α-kiln 2×", r"{\ensuremath{\alpha}}-kiln 2{\texttimes}"),
        ("稀疏 🧊", "稀疏 🧊"),
    ],
)
def test_a_title_is_escaped_and_its_capitals_kept(title: str, expected: str) -> None:
    assert format_title(title) == expected


@given(text)
@example("a -- b --- ``c'' `d' $x$ $5 and $6 \\alpha {x} ~5 10~km")
@example("Learning 𝑝-Ary Codes with ℓ₁ in ℋ₂ and 𝟣-Bit ‐ Caches ″ µ μ K Κ")
def test_what_is_written_as_latex_is_read_as_the_same_text(title: str) -> None:
    composed = unicodedata.normalize("NFC", title)

    assert read_latex(format_latex(title)) == composed
    assert read_latex(format_title(title)) == " ".join(composed.split())


@given(text)
@example("}")
@example("\\{")
@example('@misc{a, title = "')
@example("% comment")
def test_bibtex_parses_back_whatever_the_title_holds(title: str) -> None:
    title = one_line(title)
    written = format_bibtex(citation(title=title, seen_at=title))
    found = parse_bibtex(f"{written}\n{format_bibtex(citation(key='next'))}").entries

    assert list(found) == ["pot", "next"]
    assert set(found["pot"].fields) == {"title", "url"} | ({"howpublished"} if title else set())
    assert list(check_site({"a.bib": written.encode()}, "https://example.org/")) == []


@given(text)
@example("TY  - JOUR")
@example("a\nER  - \nTY  - BOOK")
@example("\u2028AU  - Nobody\x1dAU  - Nobody\x85AU  - Nobody")
def test_ris_gives_the_title_back_whatever_it_holds(title: str) -> None:
    title = one_line(title)
    assume(title)
    written = format_ris(citation(title=title))

    assert [(found["title"], found["id"]) for found in rispy.loads(written + "\n" + written)] == [(title, "pot")] * 2
    assert list(check_site({"a.ris": written.encode()}, "https://example.org/")) == []


@given(text)
def test_csl_json_gives_the_title_back_whatever_it_holds(title: str) -> None:
    items = json.loads(FORMATS[2].join([format_csl(citation(title=one_line(title)))] * 2))

    CSL.validate(items)
    assert [item["title"] for item in items] == [one_line(title)] * 2


@given(st.text(st.sampled_from("éèüñçÅøßŁαβγ×→≤∞²“”–—…{}\\$&%#_^~ aB9,:!")))
def test_latex_prints_the_title_that_bibtex_reads(title: str) -> None:
    title = one_line(title)
    found = entry(format_bibtex(citation(title=title)))

    assert plain(found.fields["title"]) == title.replace(" ", "")


@given(text)
def test_a_text_in_one_line_is_one_line(printed: str) -> None:
    assert one_line(printed).splitlines() in ([], [one_line(printed)])
    assert one_line(one_line(printed)) == one_line(printed)


# ---- keys


@pytest.mark.parametrize("slug", ["pot", "782761", "a-pot.of_clay"])
def test_a_slug_is_the_key(slug: str) -> None:
    assert make_key(slug) == slug


@given(st.lists(st.text(min_size=1), unique=True, max_size=8))
@example(["pot a", "pot,a", "pot{a", "pöt", "töp", "{", "}", "-", "稀"])
def test_keys_are_ascii_and_no_two_papers_share_one(slugs: list[str]) -> None:
    keys = [make_key(slug) for slug in slugs]

    assert all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", key) for key in keys)
    assert len(set(keys)) == len(keys)


def test_a_key_does_not_change_when_more_becomes_known() -> None:
    full, bare = (cite_paper(paper, VENUES) for paper in (full_paper(), make_paper("full")))

    assert full.key == bare.key


# ---- files


def test_there_are_files_of_each_paper_technique_and_digest_and_of_all_papers() -> None:
    folders = ["papers/pot/cite", "papers/full/cite", "papers/cup/cite", "techniques/glaze/papers"]
    folders += ["techniques/fire/papers", "api/papers"]
    folders += [f"digests/{name}/papers" for name in ("2025-06-09", "2025-05-08", "undated-02-29")]

    assert sorted(citation_files(make_site())) == sorted(
        f"{folder}{suffix}" for folder in folders for suffix in (".bib", ".ris", ".csl.json")
    )


def test_a_file_holds_the_papers_of_its_page_in_order() -> None:
    files = citation_files(make_site(make_paper("pot", JUNE), full_paper(), make_paper("cup", MAY)))

    assert list(parse_bibtex(files["api/papers.bib"].decode()).entries) == ["pot", "full", "cup"]
    assert [found["id"] for found in rispy.loads(files["digests/2025-05-08/papers.ris"].decode())] == ["full", "cup"]
    items = json.loads(files["techniques/glaze/papers.csl.json"])
    CSL.validate(items)
    assert [item["id"] for item in items] == ["full"]


def test_a_site_without_papers_has_no_files_of_citations() -> None:
    assert citation_files(replace(make_site(), papers=(), digests=())) == {}


def test_a_key_that_is_no_slug_ends_in_six_digits_of_a_hash() -> None:
    assert re.fullmatch("paper-GPT-Notes-[0-9a-f]{6}", make_key("GPT Notes"))
