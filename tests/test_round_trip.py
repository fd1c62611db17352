"""What the site exports comes back as the same papers: import it into an empty digest, and the same is exported."""

import shutil
from pathlib import Path

import pytest

from site_src.content import read_content
from site_src.contract import API, PAPER_JSON, PAPERS, PAPERS_JSON
from site_src.outcomes import Built
from site_src.pipeline import import_dumps
from tests.conftest import build, copy_content, quiet

ENDINGS = ["bib", "ris", "csl.json"]  # of the exports that are read, beside papers.json

PAGES = {
    "hand-named": """
title: "Notes on {Kettle} Models: 50% of #1 & $5 -- a_b ~ 2^3 \\\\ μ-Łódź \\"quoted\\" 𝑝-Ary ℋ₂ Ǿ ‐"
authors:
- Rob van der Berg Jr.
- María José Ñandú
- Smith, John, Jr.
- DeepTea Team
- OpenTea, Inc.
- 李 明
- J. R. R. Teapot III
- de la Cruz, Ana
- Ann Bee and Bo Cee
- García Márquez, Gabriel
- Devvrit
- Jean-Pierre de Montréal
published: 2025-11-03
arxiv: "2511.00010"
doi: 10.1000/ABC_(1)<2>%7b
categories: [cs.LG, cs.CL]
""",
    "a-journal": "title: In a Journal\nauthors: [Ann Potter]\nvenue: Journal of Glaze 2019\n",
    "a-conference": 'title: In a Conference\nvenue: ICKiln 2025\narxiv: "2501.00001"\npublished: 2024-12-24\n',
    "a-workshop": "title: In a Workshop\nvenue: Kilns & Pots Workshop 2025\npublished: 2025-02\ndoi: 10.1000/xyz\n",
    "bare-title": "title: A bare title\n",
    "a-year": "title: A year alone\npublished: 2023\n",
}


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The corpus's site with the pages above, whose slugs are not those of their titles."""
    content = named_venues(copy_content(tmp_path_factory.mktemp("exported") / "content"))
    for slug, facts in PAGES.items():
        (content / "papers" / f"{slug}.md").write_text(f"---\n{facts.strip()}\n---\n", encoding="utf-8")
    return build(read_content(content))


def named_venues(content: Path) -> Path:
    with (content / "site.yml").open("a", encoding="utf-8") as config:
        config.write("conferences: [ICKiln]\njournals: [Journal of Glaze]\n")
    return content


def export_again(built: Built, ending: str, folder: Path) -> Built:
    """The site of what an empty digest of the same settings imports of the site's export."""
    content = named_venues(copy_content(folder / "content"))
    shutil.rmtree(content / "papers")
    (content / "papers").mkdir()
    export = folder / f"papers.{ending}"
    export.write_bytes(built.files[f"{API}papers.{ending}"])
    imported = import_dumps(read_content(content), [export], with_abstracts=True, report=quiet)
    assert imported.problems == ()
    for name, page in imported.pages.items():
        (content / "papers" / name).write_text(page, encoding="utf-8")
    return build(read_content(content), dumps=())


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_is_exported_and_imported_is_exported_as_the_same_bytes(
    exported: Built, ending: str, tmp_path: Path
) -> None:
    again = export_again(exported, ending, tmp_path)

    paths = [path for path in exported.files if path.endswith(f".{ending}") and path.startswith((API, PAPERS))]
    assert len(paths) == len(exported.site.papers) + 1
    for path in paths:
        assert again.files[path].decode() == exported.files[path].decode()


def test_papers_json_imported_is_exported_as_the_same_bytes_and_so_is_each_papers_own(
    exported: Built, tmp_path: Path
) -> None:
    again = export_again(exported, "json", tmp_path)

    assert again.files[PAPERS_JSON].decode() == exported.files[PAPERS_JSON].decode()
    for paper in exported.site.papers:
        path = PAPER_JSON.format(paper.slug)
        assert again.files[path] == exported.files[path]
    assert [paper.slug for paper in again.site.papers] == [paper.slug for paper in exported.site.papers]
