"""File names of content: which are addresses, and what the others should be."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.content import read_content
from site_src.errors import InputError
from site_src.filenames import TAKEN, check_digest_names, check_slugs, is_slug
from site_src.papers.titles import make_slug


def cures(*names: str, taken: frozenset[str] = frozenset()) -> dict[str, str]:
    """By file name, what is to be done."""
    return {problem.place.file: problem.cure for problem in check_slugs(names, taken)}


@pytest.mark.parametrize("name", ["pot.md", "2-4-pots.md", "782761.md", "page.md", f"{'p' * 80}.md"])
def test_a_slug_is_a_good_file_name(name: str) -> None:
    assert cures(name) == {}


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("GPT_Notes.v2.md", "gpt-notes-v2.md"),
        ("łódź-café.md", "lodz-cafe.md"),
        ("my kettle paper.md", "my-kettle-paper.md"),
        ("titles.json.md", "titles-json.md"),
        ("pot--lid.md", "pot-lid.md"),
        ("-pot-.md", "pot.md"),
        ("...md", "page.md"),
        ("..md", "page.md"),
        ("CON.md", "con-2.md"),
        ("nul.md", "nul-2.md"),
        (f"{'p' * 81}.md", f"{'p' * 80}.md"),
    ],
)
def test_a_name_that_is_no_slug_is_told_the_slug_it_should_be(name: str, better: str) -> None:
    assert cures(name) == {name: f"rename it to {better}"}


def test_names_that_differ_in_letter_case_alone_are_told_apart() -> None:
    assert cures("pot.md", "Pot.md", "POT.md") == {"Pot.md": "rename it to pot-2.md", "POT.md": "rename it to pot-3.md"}


def test_an_address_that_the_site_has_already_is_taken() -> None:
    assert cures("search.md", "about.md", taken=TAKEN) == {"search.md": "rename it to search-2.md"}


@given(st.lists(st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=100), unique=True, max_size=5))
def test_who_does_what_is_told_is_told_no_more(stems: list[str]) -> None:
    names = [f"{stem}.md" for stem in stems]
    told = cures(*names)
    renamed = [told.get(name, name).removeprefix("rename it to ") for name in names]

    assert len(set(renamed)) == len(names)
    assert cures(*renamed) == {}


@given(st.text(max_size=200))
def test_the_name_made_of_a_title_is_a_slug(title: str) -> None:
    assert is_slug(make_slug(title))


@pytest.mark.parametrize("title", ["Con", "AUX", "com1"])
def test_a_title_that_names_a_device_is_told_apart_from_it(title: str) -> None:
    assert re.fullmatch(rf"{title.lower()}-[0-9a-f]{{6}}", make_slug(title))


@pytest.mark.parametrize("name", ["2025-05-08.md", "undated-02-29.md", "2025-W48.md", "2025-11.md", "undated-W48.md"])
def test_an_introduction_is_named_as_its_digest(name: str) -> None:
    assert list(check_digest_names([name])) == []


@pytest.mark.parametrize(
    "name", ["may.md", "2025-5-8.md", "2025-02-30.md", "2025-05-08.v2.md", "...md", "2025-W54.md", "2025.md"]
)
def test_an_introduction_of_no_day_is_told(name: str) -> None:
    [problem] = check_digest_names([name])

    assert problem.place.file == name
    assert "2025-05-08.md" in problem.cure


def test_all_names_are_told_at_once_when_content_is_read(corpus_content: Path, tmp_path: Path) -> None:
    content = tmp_path / "content"
    for folder in ("papers", "techniques", "pages", "digests"):
        (content / folder).mkdir(parents=True)
        (content / folder / "My Notes.md").write_text("---\ntitle: Pots\n---\n", encoding="utf-8")
    (content / "site.yml").write_text((corpus_content / "site.yml").read_text(encoding="utf-8"), encoding="utf-8")

    with pytest.raises(InputError) as raised:
        read_content(content)
    named = [problem.place.file for problem in raised.value.problems if "file name" in problem.seen]
    assert sorted(Path(file).parent.name for file in named) == ["digests", "pages", "papers", "techniques"]


def test_pages_that_are_not_read_are_told_with_the_content(corpus_content: Path, tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "papers" / "2025").mkdir(parents=True)
    (content / "site.yml").write_text((corpus_content / "site.yml").read_text(encoding="utf-8"), encoding="utf-8")
    for name in (".#a.md", "._a.md", "a.md~", "a.MD", "b.markdown", "2025/a.md"):
        (content / "papers" / name).write_bytes(b"\xff")
    problems = read_content(content).problems

    assert [Path(problem.place.file).name for problem in problems] == ["a.md", "a.MD", "b.markdown"]
    assert {problem.cure for problem in problems} == {
        f"move it to {content / 'papers' / name}" for name in ("a.md", "b.md")
    }
