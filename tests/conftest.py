"""The invented corpus, imported and built."""

import os
import re
import shutil
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from site_src.assets import static_files
from site_src.content import Content, read_content
from site_src.contract import SEARCH_FOLDER
from site_src.outcomes import Built
from site_src.pipeline import build_site
from tests.installed import FIELD, install_wheel, make_wheel, run_alone

# A busy machine is not a fault: no test asserts a time.
settings.register_profile("distillate", deadline=None)
settings.load_profile("distillate")

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "tests" / "corpus"
DUMPS = CORPUS / "dumps"

REAL_DUMPS = Path(os.environ.get("DISTILLATE_DUMPS", ROOT.parent / "shared" / "dumps"))


def quiet(step: str) -> None:
    """Progress nobody reads."""


static = cache(static_files)  # the bundler runs once


def build(
    content: Content,
    dumps: tuple[Path, ...] = (DUMPS,),
    base_url: str | None = None,
    repository: str | None = None,
) -> Built:
    """The site of the content and the dumps."""
    return build_site(
        content,
        dumps=dumps,
        templates=ROOT / "templates",
        static=static(),
        base_url=base_url,
        repository=repository,
        report=quiet,
    )


def list_files(built: Built) -> list[str]:
    """The paths of the site's files, sorted, without the version of the search, which changes with every word."""
    return sorted(re.sub(SEARCH_FOLDER, "/search/VERSION/", f"/{path}")[1:] for path in built.files)


def copy_content(folder: Path) -> Path:
    """The corpus's content in a folder that a test may change."""
    return Path(shutil.copytree(CORPUS / "content", folder))


@pytest.fixture(scope="session")
def corpus_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Not to be changed by tests."""
    return copy_content(tmp_path_factory.mktemp("corpus") / "content")


@pytest.fixture(scope="session")
def built(corpus_content: Path) -> Built:
    """The corpus's site under https://example.org/digest/."""
    return build(read_content(corpus_content))


@pytest.fixture(scope="session")
def built_at_the_root(corpus_content: Path) -> Built:
    """The same at the root of its host, with a repository named for the build."""
    content = read_content(corpus_content)
    return build(content, base_url="https://corpus.example/", repository="https://example.org/acme/kiln/")


@pytest.fixture(scope="session")
def built_without_pages(corpus_content: Path) -> Built:
    """The same of the dumps alone."""
    return build(read_content(corpus_content, with_papers=False))


@pytest.fixture(scope="session")
def built_without_dumps(corpus_content: Path) -> Built:
    """The same of the pages alone."""
    return build(read_content(corpus_content), dumps=())


@pytest.fixture(scope="session")
def real_dumps() -> Path:
    """The folder of real dumps; skips the test where there is none."""
    if not any(REAL_DUMPS.glob("*.txt")):
        pytest.skip(f"no real dumps in {REAL_DUMPS}; set DISTILLATE_DUMPS")
    return REAL_DUMPS


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tool as a wheel."""
    return make_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def distillate(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of the tool, installed from its wheel."""
    return install_wheel(wheel, tmp_path_factory.mktemp("installed") / "venv")


@pytest.fixture(scope="session")
def field_site(distillate: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The digest of another field, as the installed tool builds it."""
    folder = tmp_path_factory.mktemp("field")
    ran = run_alone(folder, distillate, "site", "--content", FIELD)
    assert ran.returncode == 0, ran.stdout
    return folder / "_site"
