"""The invented corpus's site, served at the root and under a path, and a real Chromium to look at it."""

import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bench.browser import CHROMIUM
from site_src.content import read_content
from site_src.serve import make_server
from tests.conftest import build


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium that CHROMIUM_PATH names, else one on the PATH, else the one Playwright installed."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM)
        yield started
        started.close()


@pytest.fixture(
    scope="session", params=["https://corpus.example/", "https://corpus.example/digest/"], ids=["root", "path"]
)
def site(
    request: pytest.FixtureRequest, corpus_content: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of the served site, once at the root of its host and once under a path."""
    base_url = request.param
    folder = tmp_path_factory.mktemp("site")
    write(build(read_content(corpus_content), base_url=base_url).files, folder)
    server = make_server(folder, base_url, port=0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{urlsplit(base_url).path}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh browser profile, which reaches the served site alone."""
    fresh = browser.new_context()
    yield fresh
    fresh.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """An empty page. The test fails when a script of it fails, or when it asks for what is not there."""
    complaints: list[str] = []
    opened = context.new_page()
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    opened.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
    yield opened
    assert complaints == []


def write(files: Mapping[str, bytes], folder: Path) -> None:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
