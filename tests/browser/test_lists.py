"""Sorting and narrowing a list, and leading on in it from a paper's page."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.variants import AT_THE_ROOT_TOO

FROST, PAGELOOM, DRAFT, URCHINS, SWITCHBOARD = "FrostQuant", "PageLoom", "Draft, Verify", "A Field Guide", "Switchboard"


def shown(page: Page) -> list[str]:
    """The cards one sees, each by how its title begins."""
    titles = page.locator(".card:visible .card-title").all_inner_texts()
    return [
        begin for title in titles for begin in (FROST, PAGELOOM, DRAFT, URCHINS, SWITCHBOARD) if title.startswith(begin)
    ]


def open_tools(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_text("Sort and filter").click()


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("newest", [PAGELOOM, FROST, DRAFT, URCHINS, SWITCHBOARD]),
        ("comments", [PAGELOOM, DRAFT, FROST, URCHINS, SWITCHBOARD]),
        ("speed-up", [DRAFT, FROST, PAGELOOM, URCHINS, SWITCHBOARD]),
    ],
)
def test_a_list_is_sorted_by_what_its_cards_carry(page: Page, site: str, sort: str, expected: list[str]) -> None:
    open_tools(page, f"{site}papers/")
    page.get_by_label("Sort").select_option(sort)

    assert shown(page) == expected


def test_a_list_is_narrowed_and_says_how_many_are_left(page: Page, site: str) -> None:
    open_tools(page, f"{site}papers/")
    page.get_by_label("with results").check()
    page.get_by_label("Year").select_option("2024")

    assert shown(page) == [DRAFT]
    expect(page.get_by_role("status")).to_have_text(
        "1 of 5 papers. Only those on this page are looked at, of 14 in all."
    )
    page.get_by_label("with code").check()
    assert shown(page) == []
    expect(page.get_by_role("status")).to_contain_text("Undo a choice to see more.")
    page.get_by_role("button", name="Reset").click()
    expect(page.locator(".card:visible")).to_have_count(5)
    expect(page.get_by_role("status")).to_be_empty()


@AT_THE_ROOT_TOO
def test_the_choice_is_kept_in_the_address(page: Page, site: str) -> None:
    open_tools(page, f"{site}papers/")
    page.get_by_label("Sort").select_option("comments")
    page.get_by_label("Technique").select_option(label="KV cache")
    expect(page).to_have_url(f"{site}papers/?sort=comments&technique=kv-cache")
    page.reload()

    assert shown(page) == [PAGELOOM]
    page.get_by_text("Sort and filter").click()
    expect(page.get_by_label("Sort")).to_have_value("comments")


def test_a_choice_that_the_list_does_not_have_is_left_alone(page: Page, site: str) -> None:
    page.goto(f"{site}papers/?year=1066&sort=%3Cb%3E&code=maybe")

    assert len(shown(page)) == 5


def test_a_list_too_short_to_sort_has_no_controls(page: Page, site: str) -> None:
    page.goto(f"{site}techniques/quantization/")

    expect(page.get_by_text("Sort and filter")).to_have_count(0)


@AT_THE_ROOT_TOO
def test_a_paper_leads_on_in_the_list_one_came_from(page: Page, site: str) -> None:
    page.goto(f"{site}papers/?sort=comments")
    page.locator(".card-title a").nth(1).click()

    around = page.get_by_label("Papers before and after")
    expect(around).to_contain_text(re.compile("In all papers.*Previous: PageLoom.*Next: FrostQuant", re.DOTALL))
    around.get_by_role("link", name="Next").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("FrostQuant")
    page.get_by_label("Papers before and after").get_by_role("link", name="In all papers").click()
    expect(page).to_have_url(f"{site}papers/?sort=comments")


def test_a_paper_that_is_not_in_that_list_leads_on_in_its_digest(page: Page, site: str) -> None:
    page.goto(f"{site}papers/?year=2021")
    page.locator(".card:visible .card-title a").click()
    expect(page.get_by_label("Papers before and after")).to_have_text("In all papers")
    page.goto(f"{site}papers/pageloom-weaving-the-key-value-cache-across-requests/")

    expect(page.get_by_label("Papers before and after")).to_contain_text("In the digest of")


def test_without_scripts_a_paper_leads_on_in_its_digest(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}papers/")
    page.locator(".card-title a").first.click()

    expect(page.get_by_label("Papers before and after")).to_contain_text("In the digest of 2 December 2025")
    context.close()


def test_nothing_moves_while_a_list_is_made_ready(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.add_init_script(
        "window.moved = 0;"
        "new PerformanceObserver((seen) => seen.getEntries().forEach((one) => { moved += one.value }))"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    page.goto(f"{site}papers/")
    page.get_by_text("Sort and filter").wait_for()
    page.wait_for_timeout(300)

    assert page.evaluate("moved") == 0
    context.close()
