"""The whole line: dumps in, pages and a site out, the same bytes every time."""

import html
import itertools
import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from selectolax.lexbor import LexborHTMLParser

from site_src.checks import check_site
from site_src.commands import main
from site_src.content import read_content
from site_src.exports import papers_json
from site_src.models import PartialDate, SeenIn
from site_src.outcomes import Built
from site_src.pipeline import import_dumps, score_labels
from tests.conftest import CORPUS, DUMPS, build, copy_content, list_files, quiet
from tests.invented_site import make_paper

EXPECTED = CORPUS / "expected"
UNDATED = DUMPS / "undated.txt"


def run(*arguments: str | Path) -> int:
    try:
        return main([str(argument) for argument in arguments])
    except SystemExit as stop:
        return int(stop.code or 0)


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def papers(built: Built) -> dict[str, dict]:  # type: ignore[type-arg]  # JSON
    return {paper["slug"]: paper for paper in json.loads(built.files["api/papers.json"])["papers"]}


# ---- before and after


def test_importing_the_corpus_writes_the_expected_pages(tmp_path: Path) -> None:
    content = copy_content(tmp_path / "content")

    assert run("import", DUMPS, "--content", content) == 0
    assert texts(EXPECTED / "papers") == texts(content / "papers"), "if the change is meant: make expected"


def test_building_the_corpus_gives_the_expected_papers(built: Built) -> None:
    expected = json.loads((EXPECTED / "papers.json").read_text(encoding="utf-8"))

    assert expected == json.loads(built.files["api/papers.json"]), "if the change is meant: make expected"


def test_building_the_corpus_gives_the_expected_files(built: Built) -> None:
    expected = (EXPECTED / "files.txt").read_text(encoding="utf-8").split()

    assert expected == list_files(built), "if the change is meant: make expected"


def test_the_papers_are_as_their_schema_says(built: Built, built_without_dumps: Built) -> None:
    schema = json.loads(built.files["api/papers.schema.json"])
    Draft202012Validator.check_schema(schema)

    for site in (built, built_without_dumps):
        Draft202012Validator(schema).validate(json.loads(site.files["api/papers.json"]))


@pytest.mark.parametrize("digest", ["", "2025-W48", "undated-W48", "2025-11", "undated-11", "undated-02-29"])
def test_a_paper_of_any_digest_or_none_is_as_the_schema_says(built: Built, digest: str) -> None:
    schema = json.loads(built.files["api/papers.schema.json"])
    seen = SeenIn(digest=digest, dump="a.txt", line=1)
    paper = make_paper("cup", seen, published=PartialDate(0, 2, 29), doi="10.1234/x", categories=("cs.LG",), votes=3)
    document = json.loads(papers_json([paper]))

    Draft202012Validator(schema).validate(document)
    assert ("digest" in document["papers"][0]["seen_in"][0]) is (digest != "")


def test_each_paper_has_a_file_of_its_own_as_the_schema_says(built: Built) -> None:
    schema = json.loads(built.files["api/papers.schema.json"])
    one = Draft202012Validator({"$defs": schema["$defs"], "$ref": "#/$defs/paper"})
    papers = json.loads(built.files["api/papers.json"])["papers"]

    for paper in papers:
        own = json.loads(built.files[f"{paper['url']}paper.json"])
        one.validate(own)
        assert own == {key: value for key, value in paper.items() if key != "abstract"}
    assert any("abstract" in paper for paper in papers)


def test_the_list_of_titles_has_every_paper_in_site_order(built: Built) -> None:
    titles = json.loads(built.files["papers/titles.json"])

    assert list(titles.items()) == [(paper.slug, paper.title) for paper in built.site.papers]


# ---- the same bytes


def test_building_twice_gives_the_same_bytes(built: Built, corpus_content: Path) -> None:
    assert built.files == build(read_content(corpus_content)).files


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_importing_in_any_order_and_twice_gives_the_same_bytes(tmp_path: Path, order: tuple[int, ...]) -> None:
    """One run takes any order; so do runs of one dump each, where no two dumps disagree."""
    dumps = sorted(DUMPS.glob("*.txt"))
    content = copy_content(tmp_path / "content")
    assert run("import", *(dumps[i] for i in order), "--content", content) == 0
    first = texts(content / "papers")
    assert run("import", DUMPS, *dumps, "--content", content) == 0

    assert first == texts(content / "papers") == texts(EXPECTED / "papers")


def test_imported_pages_and_dumps_laid_over_give_the_same_site(built: Built, tmp_path: Path) -> None:
    content = copy_content(tmp_path / "content")
    assert run("import", DUMPS, "--content", content) == 0

    assert papers(built) == papers(build(read_content(content), dumps=()))


@pytest.mark.parametrize(
    ("printed", "wrong", "right"),
    [
        ("Jan 5", None, "2026-01-05"),
        ("Jan 5", "2024-01-05", "2026-01-05"),
        ("Dec 29 - Jan 4", None, "2026-W01"),
        ("Jan 1 – Jan 31", None, "2026-01"),
    ],
)
def test_a_date_named_later_is_as_good_as_one_known_from_the_start(
    tmp_path: Path, printed: str, wrong: str | None, right: str
) -> None:
    dump = tmp_path / "kilns.txt"
    bylines = ("Dec 30 4", "Jan 2", "Mar 11, 2021")
    kilns = [f"On Kiln {n}\n\nKiln {n} fires slowly and well.\n\n·\n{when}\n" for n, when in enumerate(bylines)]
    dump.write_text("\n".join([printed, "", *kilns]), encoding="utf-8")

    def imported(name: str, stated: str | None) -> Path:
        content = copy_content(tmp_path / name / "content")
        state(content, stated)
        assert run("import", dump, "--content", content) == 0
        return content

    def state(content: Path, date: str | None) -> None:
        config = content / "site.yml"
        bare = re.sub(r"digests:\n.*\n", "", config.read_text(encoding="utf-8"))
        config.write_text(bare + (f"digests:\n  kilns.txt: {date}\n" if date else ""), encoding="utf-8")

    early, late = imported("early", right), imported("late", wrong)
    pages = texts(late / "papers")
    assert "published: --12-30" in pages["on-kiln-0.md"]
    state(late, right)

    known = build(read_content(early), dumps=())
    assert known.files == build(read_content(late), dumps=()).files
    assert pages == texts(late / "papers")
    assert [papers(known)[f"on-kiln-{n}"]["published"] for n in range(3)] == ["2025-12-30", "2026-01-02", "2021-03-11"]
    assert papers(known)["on-kiln-0"]["seen_in"] == [{"dump": "kilns.txt", "line": 3, "digest": right}]
    assert f"digests/{right}/index.html" in known.files
    assert papers(known) == papers(build(read_content(late), dumps=(dump,)))
    assert run("import", dump, "--content", late) == 0
    assert pages == texts(late / "papers")


def test_laying_dumps_over_changes_nothing_in_content(corpus_content: Path, built: Built) -> None:
    assert built.files
    assert texts(CORPUS / "content" / "papers") == texts(corpus_content / "papers")


def test_a_title_corrected_by_hand_is_no_second_paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = copy_content(tmp_path / "content")
    assert run("import", UNDATED, "--content", content) == 0
    for number, page in enumerate(sorted((content / "papers").glob("*.md"))):
        text = re.sub(
            "^title: .*", f"title: Corrected Title {number}", page.read_text(encoding="utf-8"), flags=re.MULTILINE
        )
        page.write_text(text, encoding="utf-8")
    before = texts(content / "papers")
    capsys.readouterr()

    assert run("import", UNDATED, "--content", content) == 0
    assert ": 0 new, 0 extended," in capsys.readouterr().out
    assert before == texts(content / "papers")


def test_runs_of_one_dump_each_give_the_same_papers_in_any_order(tmp_path: Path) -> None:
    found: set[tuple[str, ...]] = set()
    for order in itertools.permutations(sorted(DUMPS.glob("*.txt"))):
        content = copy_content(tmp_path / str(len(found)) / "".join(path.stem for path in order))
        for dump in order:
            assert run("import", dump, "--content", content) == 0
        found.add(tuple(texts(content / "papers")))

    assert found == {tuple(texts(EXPECTED / "papers"))}


# ---- what a page says wins


def test_a_page_wins_and_its_gaps_are_filled(built: Built) -> None:
    paper = papers(built)["pageloom-weaving-the-key-value-cache-across-requests"]

    assert [(label["slug"], label["source"]) for label in paper["techniques"]] == [("kv-cache", "page")]
    assert [
        (r["value"], r["number"], r["number_hi"], r["unit"], r["metric"], r["source"]) for r in paper["results"]
    ] == [("1.8–2.9×", 1.8, 2.9, "x", "throughput", "page")]
    assert "1.8–2.9" in paper["results"][0]["quote"]
    assert paper["summary_source"] == "page"
    assert (paper["organisation"], paper["comments"], paper["published"]) == ("The Loom Lab", 12, "2025-10-14")
    assert [link for link in paper["links"] if link["kind"] == "project"] == [
        {"kind": "project", "url": "https://PageLoom.example.org", "source": "page"}
    ]


def test_a_page_that_states_none_has_none(built: Built) -> None:
    paper = papers(built)["a-page-of-its-own"]

    assert (paper["techniques"], paper["results"], paper["seen_in"]) == ([], [], [])


def test_a_paper_of_two_dumps_is_one_paper(built: Built) -> None:
    assert [
        (seen["digest"], seen["dump"])
        for seen in papers(built)["r2prune-rank-and-ratio-for-structured-pruning"]["seen_in"]
    ] == [("2025-06-03", "digest-2025-06-03.txt"), ("undated-03-13", "undated.txt")]


def test_evidence_and_quotes_are_spans_of_the_text_given(built: Built) -> None:
    found = 0
    for paper in papers(built).values():
        for label in (*paper["techniques"], *paper["mentions"]):
            for evidence in label["evidence"]:
                assert paper[evidence["field"]][evidence["start"] : evidence["end"]].strip()
                found += 1
        assert all(result["quote"] in paper.get("abstract", "") for result in paper["results"])
    assert found > 20


# ---- the pages


def test_every_paper_is_reachable_from_the_home_page(built: Built, built_without_dumps: Built) -> None:
    for site in (built, built_without_dumps):
        seen, waiting = set(), ["index.html"]
        while waiting:
            path = waiting.pop()
            if path in seen or path not in site.files:
                continue
            seen.add(path)
            links = LexborHTMLParser(site.files[path]).css("a[href^='/digest/']")
            targets = [
                str(link.attributes["href"]).removeprefix("/digest/").split("#")[0].split("?")[0] for link in links
            ]
            waiting += [target + "index.html" if target.endswith("/") or not target else target for target in targets]
        assert {f"{paper['url']}index.html" for paper in papers(site).values()} <= seen


def test_the_text_on_a_page_is_the_repaired_text(built: Built) -> None:
    for complete in built.site.papers:
        page = LexborHTMLParser(built.files[f"{complete.url}index.html"])
        heading = page.css_first("h1")
        assert heading is not None
        assert complete.title == heading.text(strip=True)
        if complete.abstract:
            abstract = page.css_first("#abstract-text")
            assert abstract is not None
            assert complete.abstract == abstract.text()


def test_hostile_text_is_shown_and_not_run(built: Built) -> None:
    for path, content in built.files.items():
        if path.endswith(".html"):
            page = LexborHTMLParser(content)
            assert not page.css("[onerror], [onclick], a[href^=javascript]")
            assert all(
                node.attributes.get("src") or node.attributes.get("type") == "application/ld+json"
                for node in page.css("script")
            ), path
            assert "alert(" not in "".join(str(node.attributes.get("src")) for node in page.css("script"))


def test_every_address_is_under_the_base_url(built_at_the_root: Built) -> None:
    files = built_at_the_root.files

    assert list(check_site(files, "https://corpus.example/")) == []
    assert not any(b"/digest/" in content for path, content in files.items() if path.endswith(".html"))


def test_a_paper_without_an_abstract_says_so(built_without_dumps: Built) -> None:
    page = built_without_dumps.files["papers/pageloom-weaving-the-key-value-cache-across-requests/index.html"].decode()

    assert "abstract-text" not in page
    assert "https://arxiv.org/abs/2510.01234" in page


def test_an_unknown_year_is_shown_as_unknown(built: Built) -> None:
    page = html.unescape(built.files["digests/undated-03-13/index.html"].decode())

    assert "13 March" in page
    assert re.search(r"year\s+(?:is\s+)?(?:unknown|not\s+known)", page)


# ---- the command line


def test_building_writes_a_site_that_checks_clean(
    tmp_path: Path, corpus_content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "_site"

    assert run("site", "--content", corpus_content, "--dumps", DUMPS, "--out", out) == 0
    assert "14 papers" in capsys.readouterr().out
    assert run("check", "--out", out) == 0
    assert "0 problems" in capsys.readouterr().out
    (out / "about" / "index.html").unlink()
    assert run("check", "--out", out) == 1
    (out / "build.json").write_text("{", encoding="utf-8")
    assert run("check", "--out", out) == 2
    assert "no site of ours" in capsys.readouterr().err


def test_checking_content_names_its_faults_until_there_are_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = copy_content(tmp_path / "content")

    assert run("check", "--content", content) == 1
    said = capsys.readouterr()
    assert f"{content / 'digests' / '2025-12-02.md'}: the introduction of a digest without papers" in said.err
    assert ", 3 problems" in said.out
    assert run("import", DUMPS, "--content", content) == 0
    assert run("check", "--content", content) == 0
    assert ", 0 problems" in capsys.readouterr().out


def test_no_pages_derives_everything(built_without_pages: Built) -> None:
    found = papers(built_without_pages).values()

    assert len(found) == 13
    assert {"derived"} == {label["source"] for paper in found for label in paper["techniques"]}


def test_the_command_leaves_pages_out(tmp_path: Path, corpus_content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("site", "--content", corpus_content, "--dumps", UNDATED, "--no-pages", "--out", tmp_path) == 0
    assert "3 papers" in capsys.readouterr().out


# ---- scores


def test_scores_are_written_told_and_published_while_they_are_of_the_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = copy_content(tmp_path / "content")
    page = content / "papers" / "pageloom-weaving-the-key-value-cache-across-requests.md"
    assert run("score", "--content", content, "--dumps", DUMPS) == 0
    written = (content / "scores.json").read_bytes()
    said = capsys.readouterr().out
    assert "1 page in 3 dumps" in said
    assert str(content / "scores.json") in said
    assert json.loads(written)["techniques"]["kv-cache"]["true_positives"] == 1
    assert run("score", "--content", content, "--dumps", *sorted(DUMPS.glob("*.txt"), reverse=True)) == 0
    assert written == (content / "scores.json").read_bytes()

    def published(dumps: tuple[Path, ...] = ()) -> str:
        return build(read_content(content), dumps).files["quality/index.html"].decode()

    assert "The pages of 1 paper " in published()
    assert "of other dumps;" in published((DUMPS / "rich.txt",))
    page.write_text(page.read_text(encoding="utf-8").replace("[kv-cache]", "[kv-cache, serving]"), encoding="utf-8")
    assert run("score", "--content", content, "--dumps", DUMPS) == 0
    assert "before, on 1 page in 3 dumps: " in capsys.readouterr().out
    assert written != (content / "scores.json").read_bytes()


def test_scores_do_not_depend_on_what_the_measured_pages_state_besides(corpus_content: Path) -> None:
    content = read_content(corpus_content)
    bare = tuple(replace(paper, summary=None, results=None, links=()) for paper in content.papers)

    assert score_labels(content, [DUMPS], report=quiet) == score_labels(
        replace(content, papers=bare), [DUMPS], report=quiet
    )


def test_without_pages_that_state_techniques_nothing_is_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = copy_content(tmp_path / "content")
    shutil.rmtree(content / "papers")

    assert run("score", "--content", content, "--dumps", DUMPS) == 2
    assert "no paper of these dumps has a page that states techniques" in capsys.readouterr().err
    assert not (content / "scores.json").exists()


def test_measuring_names_a_stated_technique_that_nobody_knows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = copy_content(tmp_path / "content")
    page = content / "papers" / "pageloom-weaving-the-key-value-cache-across-requests.md"
    page.write_text(page.read_text(encoding="utf-8").replace("[kv-cache]", "[pottery]"), encoding="utf-8")

    assert run("score", "--content", content, "--dumps", DUMPS) == 2
    assert "unknown technique 'pottery'" in capsys.readouterr().err


def test_broken_scores_are_an_error_that_names_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = copy_content(tmp_path / "content")
    (content / "scores.json").write_text("{", encoding="utf-8")

    assert run("site", "--content", content, "--out", tmp_path / "_site") == 2
    assert "scores.json: " in capsys.readouterr().err


# ---- the command line's reports


def test_the_import_report_accounts_for_lines_and_papers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = copy_content(tmp_path / "content")
    assert run("import", DUMPS, "--content", content) == 0
    said = capsys.readouterr()

    assert "33 lines (6 header, 6 title, 6 abstract, 15 byline), 6 entries" in said.out
    assert "16 entries of 13 papers (3 merged): 12 new, 1 extended, 0 unchanged" in said.out
    assert "undated.txt:31: a last title without an abstract" in said.err
    assert "another abstract of 'FrostQuant" in said.err
    assert run("import", DUMPS, "--content", content) == 0
    assert "0 new, 0 extended, 13 unchanged" in capsys.readouterr().out


def test_a_dry_run_writes_nothing_and_json_is_all_that_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = copy_content(tmp_path / "content")
    before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    assert run("import", DUMPS, "--content", content, "--dry-run", "--json", "--format", "text") == 0
    told = json.loads(capsys.readouterr().out)

    assert (told["written"], len(told["new"]), len(told["extended"])) == (False, 12, 1)
    assert before == {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("bad.txt", b"new\n\nno date here", "bad.txt:1: no date in the header"),
        ("bad.txt", b"\xff\xfe\x00", "bad.txt:1: text in UTF-16"),
        ("bad.txt", b"<html></html>", "bad.txt:1: HTML instead of papers"),
        ("bad.txt", b"[]", "bad.txt:1: JSON without papers"),
        ("bad.txt", b"Feb 30\n\nKiln\n\nIt fires.", "bad.txt:1: impossible date 'Feb 30'; expected e.g. 'May 8'"),
        ("bad.txt", b"Nov 24 - Dec 3\n\nKiln\n\nIt fires.", "bad.txt:1: 'Nov 24 - Dec 3' is neither one week"),
        ("other/rich.txt", b"May 8\n\nKiln\n\nIt fires.", "another dump than"),
    ],
)
def test_a_bad_dump_is_exit_2_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, expected: str
) -> None:
    pages = copy_content(tmp_path / "content")
    before = texts(pages / "papers")
    bad = tmp_path / name
    bad.parent.mkdir(exist_ok=True)
    bad.write_bytes(content)

    assert run("import", DUMPS, bad, "--content", pages) == 2
    assert expected in capsys.readouterr().err
    assert before == texts(pages / "papers")
    assert run("site", "--content", pages, "--dumps", bad, DUMPS, "--out", tmp_path / "_site") == 2
    assert not (tmp_path / "_site").exists()


def test_a_copy_of_a_dump_is_read_once_with_a_warning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = copy_content(tmp_path / "content")
    shutil.copy(DUMPS / "rich.txt", tmp_path / "a-copy.txt")

    assert run("import", DUMPS / "rich.txt", tmp_path / "a-copy.txt", "--content", content) == 0
    assert "the same dump as" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ("import", "absent.txt", "--content", CORPUS / "content"),
        ("site", "--content", "absent"),
        ("site", "--base-url", "example.org"),
        ("score",),
        ("score", "--dumps", "absent.txt", "--content", CORPUS / "content"),
        ("check", "--out", "absent"),
        ("check", "--content", "absent"),
        ("serve", "--out", "absent"),
        ("bake",),
        (),
    ],
)
def test_wrong_arguments_are_exit_2_with_a_message(
    arguments: tuple[str | Path, ...],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)

    assert run(*arguments) == 2
    assert capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_pages_with_mistakes_are_all_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = copy_content(tmp_path / "content")
    (content / "papers" / "one.md").write_text("---\ntitle: 3\n---\n")
    (content / "papers" / "two.md").write_text("---\ntitle: An Earlier Name\n---\n")
    (content / "digests" / "x.md").write_text("no front matter")

    assert run("site", "--content", content, "--out", tmp_path / "_site") == 2
    said = capsys.readouterr().err
    assert "one.md:2: title" in said
    assert "two.md: the same paper as" in said
    assert "x.md:1: no front matter" in said


def test_an_unknown_technique_is_named_with_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = copy_content(tmp_path / "content")
    (content / "papers" / "one.md").write_text("---\ntitle: Kiln\ntechniques: [pottery]\n---\n")

    assert run("site", "--content", content, "--out", tmp_path / "_site") == 2
    assert "unknown technique 'pottery'" in capsys.readouterr().err


def test_help_is_everywhere(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ((), ("import",), ("site",), ("score",), ("check",), ("serve",)):
        assert run(*command, "--help") == 0
        assert "usage" in capsys.readouterr().out


# ---- the real dumps


def test_the_real_dumps_give_391_papers(real_dumps: Path, corpus_content: Path) -> None:
    content = read_content(corpus_content, with_papers=False)
    imported = import_dumps(content, [real_dumps], with_abstracts=False, report=quiet)
    digests = re.findall(r"^  digest: (.*)$", "".join(imported.pages.values()), re.MULTILINE)

    assert (len(imported.outcomes), len(imported.new), len(imported.pages)) == (391, 391, 391)
    assert (len(digests), len(set(digests))) == (443, 5)


def test_a_real_dump_is_shown_to_the_letter(real_dumps: Path, corpus_content: Path) -> None:
    """The shortest, since a site of all takes long to build."""
    shortest = min(real_dumps.glob("*.txt"), key=lambda path: path.stat().st_size)
    site = build(read_content(corpus_content, with_papers=False), dumps=(shortest,))

    assert len(site.site.papers) > 50
    for complete in site.site.papers:
        abstract = LexborHTMLParser(site.files[f"{complete.url}index.html"]).css_first("#abstract-text")
        assert abstract is not None
        assert complete.abstract == abstract.text()


def test_a_page_links_to_its_source_in_the_repository_named_for_the_build(built_at_the_root: Built) -> None:
    page = built_at_the_root.files["techniques/moe/index.html"].decode()

    assert 'href="https://example.org/acme/kiln/edit/main/content/techniques/moe.md"' in page
