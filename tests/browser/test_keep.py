"""Keeping papers, marking them as read and the reading list, as a reader uses them and as browsers get in the way."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.variants import AT_THE_ROOT_TOO

FROST = "FrostQuant: Four-Bit Weights without a Calibration Set"
FROST_PATH = "papers/frostquant-four-bit-weights-without-a-calibration-set/"
LOOM_PATH = "papers/pageloom-weaving-the-key-value-cache-across-requests/"
HOSTILE_PATH = "papers/script-alert-x-script-other-titles-b-bold-b-418d3e/"
GARBAGE = (
    "{",
    "null",
    '{"kept": 7, "read": {"map": 1}, "compared": "abc"}',
    '{"kept": [["<img src=x onerror=alert(1)>", "x"], ["../..", "x"], [[], {}], ["one", {"toString": 1}]]}',
)
WITHOUT_STORAGE = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('off', 'SecurityError'); } })"
)
FULL_STORAGE = (
    "const full = () => { throw new DOMException('full', 'QuotaExceededError') };"
    "const storage = new Proxy({ setItem: full, getItem: () => null }, { set: full });"
    "Object.defineProperty(window, 'localStorage', { value: storage })"
)

COUNT_SHIFTS = (
    "window.shifts = 0; new PerformanceObserver(list => { for (const e of list.getEntries()) shifts += e.value })"
    ".observe({ type: 'layout-shift', buffered: true })"
)


def keep(page: Page, *addresses: str) -> None:
    """Keeps the papers of these pages."""
    for address in addresses:
        page.goto(address)
        page.get_by_role("button", name="Keep:").click()


def store(page: Page, site: str, text: str) -> None:
    """Puts the text where the marks are stored."""
    page.goto(f"{site}about/")
    page.evaluate("([key, text]) => { localStorage[key] = text }", [f"distillate-marks-1 {site}", text])


def expect_titles(page: Page, *beginnings: str) -> None:
    """The list shows papers whose titles begin so, in this order."""
    expect(page.locator("#entries a")).to_have_text([re.compile(f"^{re.escape(text)}") for text in beginnings])


def saved(page: Page, button: str) -> tuple[str, str]:
    """The name and text of the file that the button gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return download.value.suggested_filename, Path(download.value.path()).read_text(encoding="utf-8")


def upload(page: Page, text: str) -> None:
    file = {"name": "list.json", "mimeType": "application/json", "buffer": text.encode()}
    page.get_by_label("Add what a saved file lists").set_input_files(file)  # type: ignore[arg-type]


# ---- on every page


@AT_THE_ROOT_TOO
def test_a_card_keeps_its_paper_and_the_header_leads_to_the_list(page: Page, site: str) -> None:
    page.goto(f"{site}papers/")
    button = page.get_by_role("button", name=f"Keep: {FROST}")
    own = page.get_by_role("banner").get_by_role("link", name="Reading list")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(own).to_be_hidden()
    button.click()

    expect(button).to_have_attribute("aria-pressed", "true")
    expect(own).to_have_text("Reading list (1)")
    own.click()
    expect(page).to_have_url(f"{site}reading-list/")
    expect_titles(page, FROST)


def test_pressing_again_takes_it_back(page: Page, site: str) -> None:
    keep(page, site + FROST_PATH)
    page.get_by_role("button", name="Keep:").click()

    expect(page.get_by_role("button", name="Keep:")).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".own a").first).to_be_hidden()
    page.reload()
    expect(page.get_by_role("button", name="Keep:")).to_have_attribute("aria-pressed", "false")


def test_a_paper_is_read_once_marked_and_not_by_opening_it(page: Page, site: str) -> None:
    page.goto(site + FROST_PATH)
    page.goto(f"{site}papers/")
    card = page.locator(".card", has_text=FROST)
    expect(card.get_by_text("Marked as read")).to_be_hidden()
    page.goto(site + FROST_PATH)
    page.get_by_role("button", name="I’ve read it").click()
    page.goto(f"{site}papers/")

    expect(card.get_by_text("Marked as read")).to_be_visible()
    expect(page.get_by_text("Marked as read").locator("visible=true")).to_have_count(1)


def test_hits_of_a_search_have_the_buttons_too(page: Page, site: str) -> None:
    page.goto(f"{site}search/?q=frostquant")
    page.locator("#results").get_by_role("button", name=f"Keep: {FROST}").click()

    expect(page.locator(".own")).to_contain_text("Reading list (1)")
    page.get_by_role("searchbox").fill("pageloom")
    expect(page.locator("#results").get_by_role("button", name=re.compile("^Keep: PageLoom"))).to_have_count(1)


def test_the_buttons_work_by_keys_and_are_large_enough(page: Page, site: str) -> None:
    page.goto(site + FROST_PATH)
    page.get_by_role("button", name="Keep:").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")

    expect(page.get_by_role("button", name="I’ve read it")).to_be_focused()
    for button in page.locator(".marks button").all():
        expect(button).to_have_attribute("aria-pressed", re.compile("true|false"))
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
    assert page.locator(".mark[aria-pressed=true]").count() == 2


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_moves_when_the_buttons_come_and_are_pressed(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(COUNT_SHIFTS)
    for path in ("papers/", FROST_PATH):
        page.goto(site + path)
        before = page.evaluate("document.querySelector('main').offsetTop")
        page.get_by_role("button", name=re.compile("^Keep:")).first.click()
        page.get_by_role("button", name=re.compile("^Compare:")).first.click()
        page.wait_for_timeout(100)

        assert page.evaluate("document.querySelector('main').offsetTop") == before
        assert page.evaluate("shifts") == 0


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_a_readers_own_page_fills(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    keep(page, site + FROST_PATH, site + LOOM_PATH)
    page.add_init_script(COUNT_SHIFTS)
    for path, filled in (("reading-list/", "#entries a"), (f"compare/?papers={FROST_PATH.split('/')[1]}", "tbody")):
        page.goto(site + path)
        expect(page.locator(filled).first).to_be_visible()
        page.wait_for_timeout(100)

        assert page.evaluate("shifts") == 0, path


def test_a_mark_shows_in_other_tabs_at_once(context: BrowserContext, site: str) -> None:
    one, other = context.new_page(), context.new_page()
    one.goto(site + FROST_PATH)
    other.goto(f"{site}papers/")
    one.get_by_role("button", name="Keep:").click()

    expect(other.get_by_role("button", name=f"Keep: {FROST}")).to_have_attribute("aria-pressed", "true")
    expect(other.locator(".own")).to_contain_text("Reading list (1)")
    other.goto(f"{site}reading-list/")
    one.get_by_role("button", name="Keep:").click()
    expect(other.get_by_role("heading", name="Nothing kept yet")).to_be_visible()


def test_two_tabs_do_not_undo_each_others_marks(context: BrowserContext, site: str) -> None:
    one, other = context.new_page(), context.new_page()
    one.goto(site + FROST_PATH)
    other.goto(site + LOOM_PATH)
    one.get_by_role("button", name="Keep:").click()
    other.get_by_role("button", name="Keep:").click()
    one.get_by_role("button", name="I’ve read it").click()

    expect(one.locator(".own")).to_contain_text("Reading list (2)")


@pytest.mark.parametrize("text", GARBAGE)
def test_old_or_hostile_storage_breaks_nothing(page: Page, site: str, text: str) -> None:
    store(page, site, text)
    for path in ("", "papers/", FROST_PATH, "reading-list/", "compare/"):
        page.goto(site + path)
        expect(page.locator(".own a").first).to_be_hidden()
    keep(page, site + FROST_PATH)

    expect(page.locator(".own")).to_contain_text("Reading list (1)")


def test_of_too_many_papers_stored_for_comparing_one_can_be_taken_out(page: Page, site: str) -> None:
    slugs = [FROST_PATH.split("/")[1], *(f"no-{number}" for number in range(6))]
    store(page, site, json.dumps({"compared": [[slug, "x"] for slug in slugs]}))
    page.goto(site + FROST_PATH)
    page.get_by_role("button", name="Compare:").click()

    expect(page.get_by_role("button", name="Compare:")).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".own")).to_contain_text("Compare (6)")


def test_hostile_titles_stay_text(page: Page, site: str) -> None:
    keep(page, site + HOSTILE_PATH)
    page.goto(f"{site}reading-list/")

    expect_titles(page, '<script>alert("x")</script> & Other "Titles" <b>Bold</b>')
    assert page.locator("main :is(script, img, b)").count() == 0


@pytest.mark.parametrize("hindrance", [WITHOUT_STORAGE, FULL_STORAGE], ids=["off", "full"])
def test_a_browser_that_stores_nothing_says_so(page: Page, site: str, hindrance: str) -> None:
    page.add_init_script(hindrance)
    page.goto(site + FROST_PATH)
    page.get_by_role("button", name="Keep:").click()

    expect(page.locator(".said")).to_have_text("Not stored: this browser’s storage is full or off.")
    expect(page.get_by_role("button", name="Keep:")).to_have_attribute("aria-pressed", "false")
    page.goto(f"{site}reading-list/")
    expect(page.get_by_text("This browser stores nothing more for this site")).to_be_visible()


# ---- the list


def test_an_empty_list_says_how_to_begin(page: Page, site: str) -> None:
    page.goto(f"{site}reading-list/")

    expect(page.get_by_role("heading", name="Nothing kept yet")).to_be_visible()
    expect(page.get_by_role("button", name="BibTeX")).to_be_hidden()
    expect(page.get_by_text("nothing is sent anywhere")).to_be_visible()
    page.locator("main").get_by_role("link", name="all papers").click()
    expect(page).to_have_url(f"{site}papers/")


def test_the_list_is_filtered_and_ordered(page: Page, site: str) -> None:
    keep(page, site + LOOM_PATH, site + FROST_PATH)
    page.get_by_role("button", name="I’ve read it").click()
    page.goto(f"{site}reading-list/")
    expect_titles(page, "FrostQuant", "PageLoom")

    page.get_by_label("Order").select_option("first added first")
    expect_titles(page, "PageLoom", "FrostQuant")
    page.get_by_label("Order").select_option("by title")
    expect_titles(page, "FrostQuant", "PageLoom")
    page.get_by_label("Show").select_option("not read yet")
    expect_titles(page, "PageLoom")
    expect(page.get_by_text("1 of 2 papers shown")).to_be_visible()


def test_removing_keeps_the_focus_in_the_list_and_can_be_undone(page: Page, site: str) -> None:
    keep(page, site + LOOM_PATH, site + FROST_PATH, site + HOSTILE_PATH)
    page.goto(f"{site}reading-list/")
    page.get_by_role("button", name=f"Remove: {FROST}").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("button", name=re.compile("^Remove: PageLoom"))).to_be_focused()
    expect(page.locator("#list-status")).to_have_text(f"Removed “{FROST}”.")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=re.compile("^Remove: <script>"))).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(page.get_by_role("heading", name="Nothing kept yet")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect_titles(page, "<script>")
    expect(page.locator("#entries a")).to_be_focused()
    expect(page.locator("#list-status")).to_have_text("Undone.")


def test_marking_as_read_keeps_the_focus(page: Page, site: str) -> None:
    keep(page, site + LOOM_PATH, site + FROST_PATH)
    page.goto(f"{site}reading-list/")
    button = page.get_by_role("button", name=f"I’ve read it: {FROST}")
    button.click()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-pressed", "true")

    page.get_by_label("Show").select_option("not read yet")
    page.get_by_role("button", name=re.compile("read it: PageLoom")).click()
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(page.locator("#list-status")).to_contain_text("is not shown any more.")


def test_clearing_asks_first(page: Page, site: str) -> None:
    keep(page, site + LOOM_PATH, site + FROST_PATH)
    page.goto(f"{site}reading-list/")
    page.get_by_role("button", name="Clear the list…").click()
    expect(page.get_by_role("dialog", name="Clear the whole list?")).to_contain_text("2 papers will be forgotten.")
    page.get_by_role("button", name="Keep it").click()
    expect(page.locator("#entries > li")).to_have_count(2)
    page.get_by_role("button", name="Clear the list…").click()
    page.keyboard.press("Escape")
    expect(page.locator("#entries > li")).to_have_count(2)
    page.get_by_role("button", name="Clear the list…").click()
    page.get_by_role("button", name="Clear it").click()

    expect(page.get_by_role("heading", name="Nothing kept yet")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_focused()


@AT_THE_ROOT_TOO
def test_markdown_and_json_are_saved_and_json_is_read_back(browser: Browser, page: Page, site: str) -> None:
    keep(page, site + LOOM_PATH, site + HOSTILE_PATH)
    page.get_by_role("button", name="I’ve read it").click()
    page.goto(f"{site}reading-list/")
    name, markdown = saved(page, "Markdown")
    assert name == "reading-list.md"
    assert f"]({site}{LOOM_PATH})" in markdown
    assert '- [x] [\\<script\\>alert("x")\\</script\\> \\& Other' in markdown
    name, text = saved(page, "Save the whole list (JSON)")
    assert name == "reading-list.json"

    elsewhere = browser.new_context().new_page()
    keep(elsewhere, site + FROST_PATH)
    elsewhere.goto(f"{site}reading-list/")
    upload(elsewhere, text)
    expect(elsewhere.locator("#list-status")).to_have_text("2 papers taken.")
    expect_titles(elsewhere, "<script>", "PageLoom", "FrostQuant")
    upload(elsewhere, text)
    expect(elsewhere.locator("#list-status")).to_have_text("0 papers taken. 2 papers already there.")
    elsewhere.context.close()


def test_what_a_file_lists_in_vain_is_said(page: Page, site: str) -> None:
    page.goto(f"{site}reading-list/")
    upload(page, "@article{}")
    expect(page.locator("#list-status")).to_have_text("This file is not JSON, so it is no saved reading list.")
    entries = [["no-such-paper", "x"], ["../x", "x"], 7, [FROST_PATH.split("/")[1], "Another title"]]
    upload(page, json.dumps({"format": "distillate-reading-list", "version": 1, "kept": entries, "read": []}))

    expect(page.locator("#list-status")).to_have_text(
        "1 paper taken. Left out, not on this site: no-such-paper. Left out, unreadable or repeated: 2 entries."
    )
    expect_titles(page, FROST)


@pytest.mark.parametrize(("button", "suffix"), [("BibTeX", "bib"), ("RIS", "ris")])
def test_citations_are_put_together_and_a_missing_one_is_said(
    context: BrowserContext, site: str, button: str, suffix: str
) -> None:
    page = context.new_page()
    page.route(f"{site}{LOOM_PATH}cite.{suffix}", lambda route: route.fulfill(body="loom\n"))
    page.route(f"{site}{HOSTILE_PATH}cite.{suffix}", lambda route: route.fulfill(body="script\n\n"))
    page.route(f"{site}{FROST_PATH}cite.{suffix}", lambda route: route.fulfill(status=404))
    keep(page, site + LOOM_PATH, site + FROST_PATH, site + HOSTILE_PATH)
    page.goto(f"{site}reading-list/")

    assert saved(page, button) == (f"reading-list.{suffix}", "script\n\nloom\n")
    expect(page.locator("#list-status")).to_have_text(
        f"2 papers saved as {button}. No citation could be loaded of “{FROST}”."
    )
