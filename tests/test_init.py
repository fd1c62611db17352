"""A digest to start from: it builds, it explains itself, and it takes nobody's place."""

import re
import shlex
import shutil
from dataclasses import fields
from pathlib import Path

import pytest

from site_src.assets import read_set, technique_set
from site_src.commands import main
from site_src.commands.arguments import make_parser
from site_src.content import read_content
from site_src.files import read_tree
from site_src.frontmatter import parse_paper
from site_src.language import read_sentences
from site_src.models import Cue, Link, Paper, SeenIn, SiteConfig, StatedResult, Technique
from site_src.readers.text_copy import parse_dump
from site_src.starter import plan_digest
from site_src.starter.origin import WHEEL, trace_origin
from site_src.techniques import classify
from tests.conftest import build
from tests.installed import FIELD


@pytest.fixture
def digest(tmp_path: Path) -> Path:
    """A digest that was just begun."""
    folder = tmp_path / "new" / "digest"
    assert main(["init", str(folder)]) == 0
    return folder


def fenced(text: str) -> str:
    """The first example in the Markdown."""
    found = re.search(r"```\w*\n(.*?)```", text, re.DOTALL)
    assert found
    return found[1]


# ---- it builds


def test_a_new_digest_builds_at_once_and_checks_clean(digest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(digest)

    assert main(["site"]) == 0
    assert main(["check"]) == 0
    home = (digest / "_site" / "index.html").read_text(encoding="utf-8")
    assert "No papers yet" in home
    assert "distillate import content/dumps" in home


def test_a_new_digest_has_no_warning(digest: Path) -> None:
    assert build(read_content(digest / "content"), dumps=()).problems == ()


@pytest.mark.parametrize(
    "without",
    [
        ("papers",),
        ("papers", "pages", "digests", "thesaurus.yml"),
        ("papers", "techniques", "digests"),
        ("papers", "techniques", "pages", "digests", "thesaurus.yml"),
    ],
)
def test_a_digest_builds_without_what_it_need_not_have(tmp_path: Path, without: tuple[str, ...]) -> None:
    for path, content in read_tree(FIELD).items():
        if not path.startswith(without):
            (tmp_path / path).parent.mkdir(exist_ok=True)
            (tmp_path / path).write_bytes(content)
    built = build(read_content(tmp_path), dumps=())

    assert "No papers yet" in built.files["index.html"].decode()


def test_a_digest_builds_of_one_paper_of_which_nothing_is_known_but_its_title(tmp_path: Path) -> None:
    shutil.copy(FIELD / "site.yml", tmp_path)
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "a-first-paper.md").write_text("---\ntitle: A First Paper\n---\n")
    built = build(read_content(tmp_path), dumps=())

    assert "No papers yet" not in built.files["index.html"].decode()
    assert "A First Paper" in built.files["index.html"].decode()


# ---- it explains itself


def test_the_configuration_states_every_key(digest: Path) -> None:
    text = (digest / "content" / "site.yml").read_text(encoding="utf-8")

    for field in fields(SiteConfig):
        assert re.search(rf"^(?:# )?{field.name}: ", text, re.MULTILINE), field.name


def test_the_example_technique_states_every_key_and_none_is_unknown(digest: Path) -> None:
    page = (digest / "content" / "techniques" / "surveys.md").read_text(encoding="utf-8")
    keys = {field.name for field in fields(Technique)} - {"slug", "body"} | {field.name for field in fields(Cue)}

    for key in keys:
        assert re.search(rf"^(?:- |  |# )?{key}:", page, re.MULTILINE), key


@pytest.mark.parametrize(
    ("title", "labels"),
    [
        ("A Survey of Hive Scales", ("surveys",)),
        ("Bee Dances: A Mini-Review", ("surveys",)),
        ("A Roadmap for Wax", ("surveys",)),
        ("An Online Survey of a Thousand Keepers", ()),
        ("A Scale for Hives", ()),
    ],
)
def test_the_example_technique_is_given_for_the_reasons_it_names(
    digest: Path, title: str, labels: tuple[str, ...]
) -> None:
    found = classify({"title": read_sentences(title)}, read_content(digest / "content").taxonomy)

    assert tuple(label.slug for label in found.labels) == labels


def test_the_example_page_of_a_paper_states_all_that_a_page_can(digest: Path) -> None:
    text = fenced((digest / "content" / "papers" / "README.md").read_text(encoding="utf-8"))
    paper, problems = parse_paper(text, "example.md")

    assert problems == ()
    for stated in (paper, *paper.links, *(paper.results or ()), *paper.seen_in):
        assert isinstance(stated, (Paper, Link, StatedResult, SeenIn))
        for field in fields(stated):
            assert field.name == "removed" or getattr(stated, field.name) not in {None, (), ""}, field.name


def test_the_example_of_a_removed_paper_is_one(digest: Path) -> None:
    text = (digest / "content" / "papers" / "README.md").read_text(encoding="utf-8")
    paper, problems = parse_paper(re.findall(r"```\w*\n(.*?)```", text, re.DOTALL)[1], "example.md")

    assert problems == ()
    assert paper.removed


def test_the_example_of_a_dump_is_one(digest: Path) -> None:
    dump = parse_dump(fenced((digest / "content" / "dumps" / "README.md").read_text(encoding="utf-8")))

    assert [entry.title for entry in dump.entries] == ["A First Title", "A Second Title"]
    assert dump.entries[0].byline
    assert dump.problems == ()


def test_every_command_that_a_new_digest_speaks_of_exists(digest: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in (digest / "content").rglob("*.md")]
    texts += [(digest / name).read_text(encoding="utf-8") for name in ("README.md", ".github/workflows/pages.yml")]
    commands = {found.strip() for text in texts for found in re.findall(r"\bdistillate ([a-z][^`#\n&;,]*)", text)}

    assert len(commands) > 4
    for command in commands:
        words = shlex.split(re.sub(r"\$[A-Z_/$]+", "https://hives.example/", re.sub(r"\$\{.*?\}", "", command)))
        assert make_parser(Path("content")).parse_args(words).command


# ---- it takes nobody's place


@pytest.mark.parametrize(
    "taken", ["content/papers/mine.md", "README.md", ".gitignore", ".github", "requirements.txt", "content"]
)
def test_what_is_there_already_is_named_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], taken: str
) -> None:
    (tmp_path / taken).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / taken).write_text("mine")

    assert main(["init", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert f"{tmp_path / taken.partition('/')[0]}: there already; move it away, or name another folder" in said
    assert "nothing was written" in said
    assert read_tree(tmp_path) == {taken: b"mine"}


def test_a_folder_with_other_things_in_it_becomes_a_digest(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "LICENSE").write_text("mine")

    assert main(["init", str(tmp_path)]) == 0
    assert (tmp_path / "LICENSE").read_text() == "mine"


def test_a_file_is_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("mine")

    assert main(["init", str(tmp_path / "file")]) == 2
    assert f"{tmp_path / 'file'}: there already" in capsys.readouterr().err


# ---- what comes along


def test_a_set_is_front_matter_as_it_is_and_no_introduction() -> None:
    brought = read_set(FIELD)
    assert brought.pop("results.yml") == (FIELD / "results.yml").read_bytes()

    assert sorted(brought) == [f"techniques/{name}.md" for name in ("hive-monitoring", "mite-control", "overwintering")]
    for path, content in brought.items():
        page = (FIELD / path).read_text(encoding="utf-8")
        front, _, body = page.partition("\n---\n")
        assert content.decode() == f"{front}\n---\n"
        assert body


def test_a_named_set_comes_besides_the_example() -> None:
    plain, with_set = plan_digest(None).files, plan_digest("efficiency").files
    changed = {path for path, text in with_set.items() if plain.get(path) != text}

    assert changed == {f"content/{path}" for path in technique_set("efficiency")}


# ---- where the tool is from


@pytest.mark.parametrize(
    ("recorded", "requirement"),
    [
        (None, f"./tool/{WHEEL}"),
        (f'{{"url": "https://hives.example/{WHEEL}"}}', f"distillate @ https://hives.example/{WHEEL}"),
        (
            f'{{"url": "https://hives.example/{WHEEL}", "archive_info": {{"hashes": {{"sha256": "abc"}}}}}}',
            f"distillate @ https://hives.example/{WHEEL}#sha256=abc",
        ),
        ('{"url": "https://hives.example/distillate.git", "vcs_info": {"vcs": "git"}}', f"./tool/{WHEEL}"),
        (f'{{"url": "file:///absent/{WHEEL}"}}', f"./tool/{WHEEL}"),
    ],
)
def test_a_digest_names_the_tool_by_where_it_was_installed_from(recorded: str | None, requirement: str) -> None:
    origin = trace_origin(recorded)

    assert (origin.requirement, origin.wheel) == (requirement, None)


def test_a_wheel_on_this_computer_comes_along(tmp_path: Path) -> None:
    wheel = tmp_path / "my wheels" / WHEEL
    wheel.parent.mkdir()
    wheel.write_bytes(b"all of it")

    assert trace_origin(f'{{"url": "{wheel.as_uri()}"}}').wheel == b"all of it"


def test_who_starts_from_a_checkout_is_told_to_bring_the_wheel() -> None:
    started = plan_digest(None)

    assert [WHEEL in note for note in started.notes] == [True]
    assert f"./tool/{WHEEL}" in started.files["requirements.txt"].decode()
