"""Waiting for what a page does by and by."""

import pytest
from playwright.sync_api import Page


def wait_for(page: Page, expression: str) -> None:
    """Waits until the expression is true in the page (Playwright's own way of waiting needs `eval`)."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(200)
    pytest.fail(f"never true: {expression}")
