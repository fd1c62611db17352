"""Plain lists of titles: which id of a line is its paper's, and what is left of the title."""

import pytest

from site_src.errors import InputError
from site_src.readers import read_dump


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("2511.00042 Kilns That Sing (follow-up to 2301.00001)", "Kilns That Sing (follow-up to 2301.00001)"),
        ("Kilns That Sing (follow-up to 2301.00001) 2511.00042", "Kilns That Sing (follow-up to 2301.00001)"),
        ("(Re) Kilns (after 2301.00001) 2511.00042", "(Re) Kilns (after 2301.00001)"),
        ("Kilns That Sing (arXiv:2511.00042)", "Kilns That Sing"),
        ("[Re] Kilns That Sing - 2511.00042 [cs.LG]", "[Re] Kilns That Sing"),
        ("Kilns (and Their (Hot) Bowls) 2511.00042", "Kilns (and Their (Hot) Bowls)"),
        ("Kilns (and Bowls (Hot)) 2511.00042", "Kilns (and Bowls (Hot))"),
        ("https://arxiv.org/abs/2511.00042 arXiv:2511.00042v1 Kilns (Two) Sing", "Kilns (Two) Sing"),
    ],
)
def test_a_title_keeps_what_is_not_its_own_id(line: str, title: str) -> None:
    dump = read_dump(f"{line}\nGlaze That Runs 2511.00043\n".encode(), "a.txt")

    assert [(entry.title, entry.facts.arxiv) for entry in dump.entries] == [
        (title, "2511.00042"),
        ("Glaze That Runs", "2511.00043"),
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Kilns That Plan (2511.00001)\nGlazes at Sea\n", 2),
        ("Kilns That Plan (2511.00001)\nBowls (2511.00002)\nGlazes at Sea\n", 3),
        ("Kilns That Plan\nhttps://arxiv.org/abs/2511.00001\nGlazes at Sea\nBowls That Hum\n2511.00002\n", 3),
        ("Kilns That Plan\n" * 19 + "hot Kilns That Plan\n", 1),
        ("Kilns That Plan\n" * 18 + "hot Kilns That Plan\nThese are all.\n", 1),
    ],
)
def test_titles_without_ids_are_named_where_the_first_stands(text: str, line: int) -> None:
    with pytest.raises(InputError) as caught:
        read_dump(text.encode(), "a.txt")

    cure = "give every title an arXiv address or id, in its line or the next"
    assert str(caught.value) == f"a.txt:{line}: a list of titles without ids instead of papers; {cure}"


@pytest.mark.parametrize(
    "text",
    [
        "Kilns That Plan\n",
        "Daily Papers\n\nSubscribe\n",
        "A kiln plans its firing from probes\nthat are few and noisy, and corrects\nits plan after each of them.\n",
        "Kilns That Plan\n" * 17 + "hot Kilns That Plan\nThese are all.\nAnd so on.\n",
        f"{'Kilns ' * 51}\nBowls That Hum\n",
    ],
)
def test_a_text_that_may_be_a_copy_is_no_list_of_titles(text: str) -> None:
    with pytest.raises(InputError, match="no date in the header"):
        read_dump(text.encode(), "a.txt")


def test_a_title_of_one_word_beside_an_id_is_one() -> None:
    dump = read_dump(b"Kilns (2511.00001)\nBowls That Hum 2511.00002\n", "a.txt")

    assert [entry.title for entry in dump.entries] == ["Kilns", "Bowls That Hum"]


def test_a_title_alone_has_two_words() -> None:
    [entry] = read_dump(b"Hot Kilns\n2511.00001\n", "a.txt").entries

    assert entry.title == "Hot Kilns"


def test_words_that_say_what_an_address_leads_to_are_no_title() -> None:
    [entry] = read_dump(b"Kilns That Plan\nPDF: https://arxiv.org/pdf/2511.00001\n", "a.txt").entries

    assert (entry.title, entry.facts.arxiv) == ("Kilns That Plan", "2511.00001")


def test_a_list_that_is_read_as_one_tells_where_an_id_is_missing() -> None:
    with pytest.raises(InputError, match=r"^a.txt:2: a list of titles without ids"):
        read_dump(b"Kilns That Plan 2511.00001\nBowls That Hum\n", "a.txt", "titles")


@pytest.mark.parametrize(
    "text",
    [
        "[2511.00042] Kilns That Sing\narxiv.org/abs/2511.00042\n\n[2511.00043] Glaze That Runs\n2511.00043v2\n",
        "https://arxiv.org/abs/2511.00042\nKilns That Sing (2511.00042)\n2511.00043\n2511.00043 Glaze That Runs\n",
    ],
)
def test_an_id_in_two_lines_is_one(text: str) -> None:
    assert [(entry.title, entry.facts.arxiv) for entry in read_dump(text.encode(), "a.txt").entries] == [
        ("Kilns That Sing", "2511.00042"),
        ("Glaze That Runs", "2511.00043"),
    ]


def test_another_id_below_a_title_with_its_own_is_a_title_missing() -> None:
    with pytest.raises(InputError):
        read_dump(b"Kilns That Sing 2511.00042\n2511.00043\nGlaze That Runs 2511.00044\n", "a.txt", "titles")


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Kilns That Plan\nBowls That Hum\n", ["Kilns That Plan", "Bowls That Hum"]),
        ("\n\n1. Kilns That Plan\n\n2. Bowls: A Study\n", ["Kilns That Plan", "Bowls: A Study"]),
        ("May 8, 2025\n\nKilns That Plan\nBowls That Hum\n", ["Kilns That Plan", "Bowls That Hum"]),
        ("Kilns That Plan for a Warm Town\nBowls That Hum\n", ["Kilns That Plan for a Warm Town", "Bowls That Hum"]),
    ],
)
def test_titles_written_as_titles_need_no_ids_but_are_told(text: str, titles: list[str]) -> None:
    dump = read_dump(text.encode(), "a.txt")

    assert [entry.title for entry in dump.entries] == titles
    assert [problem.seen for problem in dump.problems] == ["titles without ids"]


@pytest.mark.parametrize(
    "text",
    [
        "Kilns That Plan\n",
        "Two eggs and milk\nSome flour of wheat\n",
        "Kilns That Plan\nBowls that hum softly there\n",
        "Kilns That Plan\nIt Fires Pots All Night.\n",
        "Kilns plan Most days Here\nBowls That Hum\n",
        "Kiln\nBowl\n",
        "a Bb Cc\nDd Ee\n",
    ],
)
def test_other_lines_without_ids_are_no_list_of_titles(text: str) -> None:
    with pytest.raises(InputError):
        read_dump(text.encode(), "a.txt")
