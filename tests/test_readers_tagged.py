"""What PubMed, EndNote and Web of Science export with tags → entries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.errors import InputError
from site_src.models import PartialDate
from site_src.readers import read_dump, tagged

PUBMED = """
PMID- 38012345
OWN - NLM
IS  - 1234-5678 (Electronic)
DP  - 2025 Nov 28
TI  - Kilns that plan their
      firing.
LID - S1234-5678(25)1 [pii]
LID - 10.1234/Kiln.5 [doi]
AB  - BACKGROUND: A kiln plans.
      RESULTS: It fires.
FAU - Bee, Ann
AU  - Bee A
AD  - Tea University.
FAU - Cee, Bo
AU  - Cee B
JT  - Journal of kilns
AID - 10.1234/Kiln.5 [doi]

"""
ENDNOTE = """%0 Journal Article
%T Kilns that plan their firing
%A Bee, Ann
%A Cee, Bo
%J Journal of kilns
%D 2025
%8 November 28
%R 10.1234/kiln.5
%U https://pubmed.ncbi.nlm.nih.gov/38012345/
%X BACKGROUND: A kiln plans.
RESULTS: It fires.
%K kilns

"""
SCIENCE = """FN Clarivate
VR 1.0
PT J
AU Bee, A
   Cee, B
AF Bee, Ann
   Cee, Bo
TI Kilns that plan their
   firing
SO Journal of kilns
AB BACKGROUND: A kiln plans.
   RESULTS: It fires.
PD NOV 28
PY 2025
DI 10.1234/kiln.5
ER

"""


@pytest.mark.parametrize("text", [PUBMED, ENDNOTE, SCIENCE])
def test_a_record_has_all_that_its_tags_say(text: str) -> None:
    dump = read_dump(f"{text}{text[text.index('PT ') :] if 'PT J' in text else text}".encode(), "a.txt")
    first, second = dump.entries
    facts = first.facts

    assert (first.title, facts.authors) == ("Kilns that plan their firing", ("Ann Bee", "Bo Cee"))
    assert (facts.doi, facts.published, facts.venue) == (
        "10.1234/kiln.5",
        PartialDate(2025, 11, 28),
        "Journal of kilns 2025",
    )
    assert first.abstract == "BACKGROUND: A kiln plans. RESULTS: It fires."
    assert first.address == ("" if text == SCIENCE else "https://pubmed.ncbi.nlm.nih.gov/38012345/")
    assert dump.problems == ()
    assert (first.line, second.line - first.line) == {PUBMED: (2, 19), ENDNOTE: (1, 13), SCIENCE: (3, 15)}[text]
    assert second.facts == facts


def test_without_full_names_a_record_has_the_short_ones() -> None:
    lines = [line for line in PUBMED.split("\n") if not line.startswith("FAU")]
    [entry] = tagged.read("\n".join(lines), "a.nbib").entries

    assert entry.facts.authors == ("Bee A", "Cee B")


def test_a_record_without_a_title_is_left_out_with_a_warning() -> None:
    dump = tagged.read(f"{ENDNOTE}%0 Book\n%A Bee, Ann\n", "a.enw")

    assert [str(problem) for problem in dump.problems] == ["a.enw:14: no title in the record; left out"]
    assert dict(dump.counts) == {"paper": 1, "without a title": 1}


@pytest.mark.parametrize("text", ["PMID 1\n", "%0\n", "PT J\nTI Kilns\n", f"{'Kilns.' * 3}\n" * 11 + ENDNOTE])
def test_what_begins_no_record_is_none_of_these(text: str) -> None:
    assert not tagged.detect(text)
    with pytest.raises(InputError, match=r"a.txt:1: none of the records with tags"):
        tagged.read(text, "a.txt")


TAGS = st.sampled_from(
    ["PMID- 1", "TI  - Kilns", "%0 Book", "%T Kilns", "%T", "PT J\nAU Bee", "TI", "   Cee", "ER", ""]
)


@given(st.lists(st.one_of(TAGS, st.text(max_size=9)), max_size=20).map("\n".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    if tagged.detect(text):
        assert all(entry.title for entry in tagged.read(text, "a.txt").entries)
