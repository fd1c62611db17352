"""What `check --content` finds in content that can be read, with its place."""

import os
import shutil
from pathlib import Path

import pytest

from site_src.content import read_content
from site_src.content_checks import find_problems, read_sources
from site_src.errors import InputError
from site_src.files import write_pages
from site_src.pipeline import import_dumps, score_labels
from site_src.scores import format_scores
from tests.conftest import DUMPS, copy_content, quiet

LOOM = "papers/pageloom-weaving-the-key-value-cache-across-requests.md"
PRUNE = "papers/r2prune-rank-and-ratio-for-structured-pruning.md"
LEARNING = "papers/learning-rates-at-the-edge-of-the-frozen-lake.md"
DECEMBER = "digests/2025-12-02.md"
MOE = "techniques/moe.md"
RESULTS = "results.yml"
URL = "url: https://PageLoom.example.org"
ONCE, TWICE = "- {value: 3×, metric: speed-up}", "- {value: 3×, metric: Speed-Up}"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus's content with its dumps imported and its labels measured: nothing is wrong with it."""
    folder = copy_content(tmp_path_factory.mktemp("sound") / "content")
    imported = import_dumps(read_content(folder), [DUMPS], with_abstracts=False, report=quiet)
    write_pages(folder / "papers", imported.pages)
    scores, _ = score_labels(read_content(folder), [DUMPS], report=quiet)
    write_pages(folder, {"scores.json": format_scores(scores)})
    return folder


@pytest.fixture
def content(sound: Path, tmp_path: Path) -> Path:
    """A copy that a test may spoil."""
    return Path(shutil.copytree(sound, tmp_path / "content"))


def spoil(folder: Path, path: str, was: str, becomes: str) -> None:
    """Puts other words in a page, or a page where none was."""
    page = folder / path
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    assert was in text
    page.write_text(text.replace(was, becomes, 1) if was else becomes, encoding="utf-8")


def faults(folder: Path, path: str, seen: str) -> list[str]:
    """The lines named by the problems of the page that say so; "" for the page as a whole."""
    lines = ["", *(folder / path).read_text(encoding="utf-8").split("\n")]
    problems = find_problems(folder, read_sources(folder))
    at_page = [problem for problem in problems if problem.place.file == str(folder / path)]
    return [lines[problem.place.line] for problem in at_page if seen in problem.seen]


def test_sound_content_has_no_problems(sound: Path) -> None:
    assert find_problems(sound, read_sources(sound)) == ()


@pytest.mark.parametrize(
    ("path", "was", "becomes", "seen"),
    [
        (LOOM, "[kv-cache]", "[pottery]", "unknown technique 'pottery'"),
        (LOOM, "[kv-cache]", "[kv-cache, kv-cache]", "the technique 'kv-cache' twice"),
        (LOOM, "- value:", f"{ONCE}\n{TWICE}\n- value:", "the result '3× speed-up' twice"),
        (LOOM, "- kind: project", f"- {URL}\n  kind: other\n- kind: project", "the link 'https://PageLoom"),
        (LOOM, "2510.01234", "2513.01234", "arxiv: expected an arXiv id"),
        (LOOM, "2510.01234", "251.01234", "arxiv: expected an arXiv id"),
        (PRUNE, "seen_in:", "distinct_from: [pots]\nseen_in:", "distinct from 'pots', which is no page"),
        (LOOM, "2025-10-14", "2025-02-30", "impossible date '2025-02-30'"),
        (LOOM, URL, "url: example.org", "links.0.url"),
        (LOOM, "The traces are", "The [traces](/traces/) are", "dead link '/traces/'"),
        (LOOM, "links:", "colour: red\nlinks:", "unknown key 'colour'"),
        ("pages/about.md", "(/papers/)", "(paper/)", "dead link 'paper/'"),
        ("pages/about.md", "(/papers/)", "(/papers)", "dead link '/papers'"),
        (DECEMBER, "/papers/a-field", "/papers/a-wood", "dead link '/papers/a-wood"),
        (MOE, "Many parameters", "See [all](/all/)", "dead link '/all/'"),
        (MOE, "order: 3", "order: 2", "the order 2, which kv-cache.md has too"),
        (MOE, "[MoE,", "[kv CACHE,", "'kv CACHE' is a name of kv-cache, too"),
        (MOE, "Busy Experts of an MoE", "Idle Bakers", "'Idle Bakers' is not labelled with this technique"),
        (MOE, "Routing Mail", "MoE and Mail", "is labelled with this technique"),
        (RESULTS, "[memory footprint]", "[footprint]", "the row does not take 'footprint'"),
        (RESULTS, "[memoryless]", "[memory use]", "the row takes 'memory use'"),
        (RESULTS, "[can be pruned]", "[can be cut]", "the row does not take 'can be cut'"),
        (RESULTS, "[41 tokens]", "[41 tokens/s]", "the row takes '41 tokens/s'"),
        (RESULTS, "[a 16-bit baseline]", "[down to 16 bits]", "the row takes 'down to 16 bits'"),
        (RESULTS, "[on 8 GPUs]", "[on 8 cups]", "the row does not take 'on 8 cups'"),
    ],
)
def test_a_fault_is_named_with_its_line(content: Path, path: str, was: str, becomes: str, seen: str) -> None:
    spoil(content, path, was, becomes)

    (line,) = faults(content, path, seen)
    assert becomes.split("\n", maxsplit=1)[0] in line


@pytest.mark.parametrize(
    ("path", "seen"),
    [
        ("papers/One_Page.md", "a file name that makes no address"),
        (f"papers/{'a' * 81}.md", "a file name that makes no address"),
        ("digests/2025-12-03.md", "the introduction of a digest without papers"),
        ("pages/search.md", "the address 'search/' is another page's"),
    ],
)
def test_a_page_without_a_place_is_named(content: Path, path: str, seen: str) -> None:
    spoil(content, path, "", "---\ntitle: A Page without a Place\n---\n")

    assert faults(content, path, seen) == [""]


@pytest.mark.parametrize(
    "stated", ["aliases: [A Page-of Its Own]", 'arxiv: "2510.01234v2"', "redirect_from: [a-page-of-its-own]"]
)
def test_two_pages_of_one_title_or_identifier_or_address_are_named(content: Path, stated: str) -> None:
    spoil(content, PRUNE, "seen_in:", f"{stated}\nseen_in:")

    assert faults(content, PRUNE, "") == [""]


def test_two_pages_that_are_likely_of_one_paper_are_named_until_one_says_otherwise(content: Path) -> None:
    spoil(content, "papers/another.md", "", "---\ntitle: The Page of Its Own\n---\n")

    (line,) = faults(content, "papers/a-page-of-its-own.md", "likely the same paper as another.md")
    assert line.startswith("title:")
    spoil(content, "papers/another.md", "\n---\n", "\ndistinct_from: [a-page-of-its-own]\n---\n")
    assert find_problems(content, read_sources(content)) == ()


def test_an_entry_of_a_dump_is_of_one_paper(content: Path) -> None:
    spoil(content, PRUNE, "line: 7", "line: 19")

    assert faults(content, PRUNE, "line 19 of undated.txt, where learning-rates") == ["- dump: undated.txt"]


def test_a_line_may_have_several_papers_that_are_told_apart(content: Path) -> None:
    spoil(content, PRUNE, "line: 7", "line: 19")
    spoil(content, PRUNE, "seen_in:", 'arxiv: "2510.00001"\nseen_in:')
    spoil(content, LEARNING, "seen_in:", 'arxiv: "2510.00002"\nseen_in:')

    assert faults(content, PRUNE, "line 19 of undated.txt") == []


def test_a_dump_is_of_the_day_that_the_site_states(content: Path) -> None:
    spoil(content, "site.yml", "page_size: 5", "page_size: 5\ndigests:\n  undated.txt: 2024-03-13")
    assert faults(content, PRUNE, "undated.txt as of") == []

    spoil(content, "site.yml", "2024-03-13", "2024-03-14")
    assert len(faults(content, PRUNE, "undated.txt as of undated-03-13, but site.yml dates it 2024-03-14")) == 1


@pytest.mark.parametrize(
    ("path", "was", "becomes", "seen"),
    [
        (MOE, "weight: 1", "weight: 0.9", "the cues changed since labels were measured"),
        (LOOM, "[kv-cache]", "[kv-cache, serving]", "what pages state changed since labels were measured"),
        ("scores.json", "{", "", "Invalid JSON"),
    ],
)
def test_scores_must_be_of_the_content_as_it_is(content: Path, path: str, was: str, becomes: str, seen: str) -> None:
    spoil(content, path, was, becomes)

    assert faults(content, "scores.json", seen) == [""]


def test_what_changes_no_label_leaves_scores_fresh(content: Path) -> None:
    spoil(content, MOE, "because: it speaks", "because: it really speaks")
    spoil(content, LOOM, "The traces are", "Its traces are")

    assert find_problems(content, read_sources(content)) == ()


def test_a_wrong_configuration_hides_no_other_fault(content: Path) -> None:
    spoil(content, "site.yml", "base_url: https", "base_url: ftp")
    spoil(content, "pages/about.md", "title: About", "title: [About]")

    assert faults(content, "site.yml", "base_url: ")
    assert faults(content, "pages/about.md", "title: ")


@pytest.mark.parametrize("path", ["papers/pipe.md", "pages/pipe.md", "scores.json", "pipe.yml"])
def test_what_is_no_file_hides_no_fault_of_others(content: Path, path: str) -> None:
    (content / path).unlink(missing_ok=True)
    os.mkfifo(content / path)
    spoil(content, "pages/about.md", "title: About", "title: [About]")
    problems = find_problems(content, read_sources(content))

    assert [problem.seen for problem in problems if problem.place.file == str(content / path)] == [
        "a named pipe, not a file"
    ]
    assert faults(content, "pages/about.md", "title: ")


def test_a_dump_that_cannot_be_read_hides_no_fault_of_others(content: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "none.txt").write_text("new\n")
    read, paths = read_content(content), [tmp_path / "pipe.txt", tmp_path / "none.txt"]

    with pytest.raises(InputError) as caught:
        import_dumps(read, paths, with_abstracts=False, report=quiet)
    assert [Path(problem.place.file).name for problem in caught.value.problems] == ["none.txt", "pipe.txt"]
