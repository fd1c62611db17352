"""A digest of another field, built by the installed tool, in a real browser."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from site_src.serve import make_server


@pytest.fixture
def address(field_site: Path) -> Iterator[str]:
    """Where the site is served."""
    server = make_server(field_site, "https://smoker.example/", port=0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("mites", "Counting Mites without Killing Bees"),
        ("sound of the colony", "The Hive That Hums before It Leaves"),
        ("technique:overwintering wool", "Wrapping Hives in Wool"),
    ],
)
def test_a_digest_of_another_field_is_searched_in_its_own_words(
    address: str, page: Page, query: str, title: str
) -> None:
    page.goto(f"{address}search/")
    page.get_by_role("searchbox").fill(query)

    expect(page.locator("#results > li").first).to_contain_text(title)
