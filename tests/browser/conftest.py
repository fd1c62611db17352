"""The invented corpus's site, served, and a real Chromium to look at it."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bench.browser import CHROMIUM
from site_src.outcomes import Built
from site_src.serve import make_server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium that CHROMIUM_PATH names, else one on the PATH, else the one Playwright installed."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM)
        yield started
        started.close()


@pytest.fixture(scope="session")
def sites(
    built: Built, built_at_the_root: Built, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Mapping[str, str]]:
    """The addresses of the served site: at the root of its host, and under a path."""
    with ExitStack() as stack:
        yield {
            name: stack.enter_context(serve(one, tmp_path_factory.mktemp(name)))
            for name, one in (("root", built_at_the_root), ("path", built))
        }


@contextmanager
def serve(built: Built, folder: Path) -> Iterator[str]:
    """Serves the site and gives its address."""
    write(built.files, folder)
    base_url = built.site.config.base_url
    with make_server(folder, base_url, port=0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{urlsplit(base_url).path}"
        server.shutdown()


@pytest.fixture
def site(request: pytest.FixtureRequest, sites: Mapping[str, str]) -> str:
    """The address of the served site."""
    return sites[getattr(request, "param", "path")]


@pytest.fixture
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    """A fresh browser profile, which reaches the served site alone."""
    fresh = browser.new_context(service_workers=getattr(request, "param", "block"))
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
