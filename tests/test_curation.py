"""Merging, renaming and removing pages: whole or not at all, and nothing of a page is lost without a word."""

from pathlib import Path

import pytest

from site_src.checks import check_site
from site_src.commands import main
from site_src.content import read_content
from site_src.frontmatter import parse_paper
from tests.conftest import CORPUS, build, copy_content

HOT = """---
# read twice
title: "Hot Kilns"   # as printed
votes: 3
# where it was
seen_in:
- {dump: a.txt, line: 3, digest: 2025-05-08}
own_key: kept
---

Ours.

## Notes

One note.

## Abstract

Theirs.
"""
COLD = """---
title: Kilns That Are Hot
arxiv: "2501.00001"
votes: 4
venue: JKiln 2025
seen_in:
- {dump: a.txt, line: 9, digest: 2025-05-08}
redirect_from: [colder]
---

Another summary.

## More

Another note.
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A digest with two pages of its own: hot and cold."""
    folder = copy_content(tmp_path / "content")
    (folder / "papers" / "hot.md").write_text(HOT)
    (folder / "papers" / "cold.md").write_text(COLD)
    return folder


def run(content: Path, *arguments: str) -> int:
    return main([*arguments, "--content", str(content)])


def page(content: Path, slug: str) -> str:
    return (content / "papers" / f"{slug}.md").read_text()


# ---- merging


def test_merging_keeps_what_both_say_and_names_what_it_cannot(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(content, "merge", "hot", "cold") == 0
    said = capsys.readouterr()
    text = page(content, "hot")
    paper, _ = parse_paper(text, "hot.md")

    assert not (content / "papers" / "cold.md").exists()
    assert (paper.title, paper.votes, paper.arxiv, paper.venue) == ("Hot Kilns", 3, "2501.00001", "JKiln 2025")
    assert paper.aliases == ("Kilns That Are Hot",)
    assert paper.redirect_from == ("cold", "colder")
    assert [seen.line for seen in paper.seen_in] == [3, 9]
    assert (paper.summary, paper.abstract) == ("Ours.", "Theirs.")
    assert paper.notes == "## Notes\n\nOne note.\n\n## More\n\nAnother note."
    assert text.startswith('---\n# read twice\ntitle: "Hot Kilns"   # as printed\n')
    assert "# where it was\nseen_in:" in text
    assert "own_key: kept" in text
    assert "cold.md: votes: '4' is not kept; hot.md says '3'" in said.err
    assert "cold.md: summary: 'Another summary.' is not kept" in said.err
    assert "cold.md is merged into" in said.out
    assert list(read_content(content).papers)


def test_what_is_not_kept_is_shown_by_its_beginning(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (content / "papers" / "cold.md").write_text(COLD.replace("Another summary.", "a" * 40 + " " + "b" * 40))

    assert run(content, "merge", "hot", "cold") == 0
    assert f"'{'a' * 40} {'b' * 19}…' is not kept" in capsys.readouterr().err


def test_merging_the_other_way_round_takes_summary_and_abstract_that_are_lacking(content: Path) -> None:
    bare = content / "papers" / "cold.md"
    bare.write_text(COLD.replace("Another summary.\n", ""))
    assert run(content, "merge", "cold", "hot") == 0
    paper, _ = parse_paper(page(content, "cold"), "cold.md")

    assert (paper.summary, paper.abstract) == ("Ours.", "Theirs.")
    assert (paper.votes, paper.redirect_from) == (4, ("colder", "hot"))
    assert paper.notes == "## More\n\nAnother note.\n\n## Notes\n\nOne note."


def test_two_pages_of_one_arxiv_id_can_be_merged(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (content / "papers" / "hot.md").write_text(HOT.replace("votes: 3", 'arxiv: "2501.00001v2"'))
    assert main(["check", "--content", str(content)]) == 1
    assert "distillate merge cold hot" in capsys.readouterr().err

    assert run(content, "merge", "cold", "hot") == 0
    assert list(read_content(content).papers)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("merge", "hot", "colt"), "colt: no page of a paper; did you mean cold?"),
        (("merge", "hot", "colder"), "colder: no page of a paper; did you mean cold?"),
        (("merge", "hot", "zzzz"), "name a page by its file name without .md"),
        (("merge", "hot", "papers/hot.md"), "the same page twice"),
        (("rename", "colt", "new"), "did you mean cold?"),
        (("rename", "hot", "cold"), "cold.md: there already"),
        (("rename", "hot", "hot"), "hot.md: there already"),
        (("rename", "hot", "colder"), "the address 'colder', which is"),
        (("rename", "hot", "Hot!"), "Hot!: no address"),
        (("rename", "hot", "con"), "con: no address"),
        (("rename", "hot", "readme"), "readme: no address"),
        (("remove", "colt", "--reason", "x"), "did you mean cold?"),
        (("remove", "hot", "--reason", " "), "hot.md: no reason"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_changes(
    content: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert run(content, *arguments) == 2
    assert said in capsys.readouterr().err
    assert (page(content, "hot"), page(content, "cold")) == (HOT, COLD)


@pytest.mark.parametrize("key", ["distinct_from: [cold]", "removed: withdrawn"])
def test_pages_that_say_they_are_distinct_or_removed_are_not_merged(
    content: Path, capsys: pytest.CaptureFixture[str], key: str
) -> None:
    (content / "papers" / "hot.md").write_text(HOT.replace("own_key: kept", key))

    for slugs in (("hot", "cold"), ("cold", "hot")):
        assert run(content, "merge", *slugs) == 2
        assert key.partition(":")[0] in capsys.readouterr().err


def test_two_arxiv_ids_are_two_papers_until_a_page_is_corrected(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "papers" / "hot.md").write_text(HOT.replace("votes: 3", 'arxiv: "2501.00002"'))

    assert run(content, "merge", "hot", "cold") == 2
    assert "the arXiv id 2501.00002, where cold.md has 2501.00001" in capsys.readouterr().err


def test_what_is_not_kept_is_told_in_words(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in (("hot", HOT), ("cold", COLD)):
        stated = (
            f"results:\n- {{value: 2x, metric: heat of {name}}}\nlinks:\n- {{kind: code, url: https://x.org/{name}}}"
        )
        (content / "papers" / f"{name}.md").write_text(text.replace("seen_in:", f"{stated}\nseen_in:"))

    assert run(content, "merge", "hot", "cold") == 0
    said = capsys.readouterr().err
    assert "results: '2x heat of cold' is not kept; hot.md says '2x heat of hot'" in said
    assert "links" not in said
    assert [link.url for link in parse_paper(page(content, "hot"), "hot.md")[0].links] == [
        "https://x.org/hot",
        "https://x.org/cold",
    ]


# ---- renaming


def test_a_renamed_page_is_found_at_its_old_address_and_back_again(content: Path) -> None:
    assert run(content, "rename", "hot", "hotter") == 0
    assert not (content / "papers" / "hot.md").exists()
    assert page(content, "hotter").replace("redirect_from:\n- hot\n", "") == HOT
    assert run(content, "rename", "hotter", "hot") == 0
    assert parse_paper(page(content, "hot"), "hot.md")[0].redirect_from == ("hotter",)


def test_a_renaming_that_was_interrupted_can_be_done_again(content: Path) -> None:
    assert run(content, "rename", "hot", "hotter") == 0
    (content / "papers" / "hot.md").write_text(HOT)

    assert run(content, "rename", "hot", "hotter") == 0
    assert not (content / "papers" / "hot.md").exists()


# ---- removing


def test_a_removed_page_keeps_what_its_paper_is_recognised_by(content: Path) -> None:
    assert run(content, "remove", "hot", "--reason", "Withdrawn:  by its authors") == 0

    assert page(content, "hot") == (
        '---\n# read twice\ntitle: "Hot Kilns"   # as printed\n# where it was\nseen_in:\n'
        '- {dump: a.txt, line: 3, digest: 2025-05-08}\nremoved: "Withdrawn: by its authors"\n---\n'
    )
    assert run(content, "remove", "hot", "--reason", "again") == 2


def test_no_dump_brings_a_removed_paper_back(content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(content, "remove", "hot", "--reason", "withdrawn") == 0
    dump = tmp_path / "b.txt"
    dump.write_text("May 8\n\nHot Kilns.\n\nThey fire.\n")
    before = page(content, "hot")

    assert main(["import", str(dump), "--content", str(content)]) == 0
    assert "0 new, 0 extended, 0 unchanged, 1 removed" in capsys.readouterr().out
    assert page(content, "hot") == before


# ---- on the site


def test_old_addresses_lead_on_and_removed_papers_say_why(content: Path) -> None:
    assert run(content, "rename", "cold", "coldest") == 0
    assert run(content, "remove", "hot", "--reason", "withdrawn <b>by</b> its authors") == 0
    about = content / "pages" / "about.md"
    about.write_text(about.read_text() + "\nSee [cold](/papers/cold/), [hot](/papers/hot/).\n")
    built = build(read_content(content), dumps=())
    files = {path: body.decode() for path, body in built.files.items() if path.endswith((".html", ".xml", ".json"))}
    moved, removed = files["papers/cold/index.html"], files["papers/hot/index.html"]

    assert list(check_site(built.files, "https://example.org/digest/")) == []
    assert not [problem for problem in built.problems if "about" in problem.place.file]
    assert moved == files["papers/colder/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=/digest/papers/coldest/">' in moved
    assert '<link rel="canonical" href="https://example.org/digest/papers/coldest/">' in moved
    assert '<a href="/digest/papers/coldest/" dir="auto">Kilns That Are Hot</a>' in moved
    assert "<script" not in moved
    assert "withdrawn &lt;b&gt;by&lt;/b&gt; its authors" in removed
    assert "application/atom+xml" not in removed
    for text in (moved, removed):
        assert '<meta name="robots" content="noindex">' in text
    elsewhere = {path: text for path, text in files.items() if not path.startswith(("papers/hot/", "papers/cold"))}
    assert not [path for path, text in elsewhere.items() if "Hot Kilns" in text]
    assert [path for path, text in elsewhere.items() if "papers/hot/" in text] == ["about/index.html"]
    assert [path for path, text in elsewhere.items() if "papers/cold/" in text] == ["about/index.html"]
    assert built.files["papers/cold/paper.json"] == built.files["papers/coldest/paper.json"]
    assert built.files["papers/colder/cite.bib"] == built.files["papers/coldest/cite.bib"]


def test_the_corpus_has_no_moved_pages() -> None:
    assert read_content(CORPUS / "content").removed == ()
