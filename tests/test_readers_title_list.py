"""Plain lists of titles: which id of a line is its paper's, and what is left of the title."""

import pytest

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
