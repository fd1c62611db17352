"""The comparison page: what it shows, its address, adding, moving and removing papers, and things going wrong."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.variants import AT_THE_ROOT_TOO

FROST = "frostquant-four-bit-weights-without-a-calibration-set"
DRAFT = "draft-verify-repeat-tree-shaped-guesses-for-long-answers"
ONE_KERNEL = "c-kernels-that-write-themselves-b3bced"
OTHER_KERNEL = "c-kernels-that-write-themselves-df3589"
URCHINS = "a-field-guide-to-sea-urchins-for-people-who-count-them"
HOSTILE = "script-alert-x-script-other-titles-b-bold-b-418d3e"


def compare(page: Page, site: str, *slugs: str) -> None:
    page.goto(f"{site}compare/?papers={','.join(slugs)}")
    expect(page.locator(".side-by-side")).to_be_visible()


def expect_columns(page: Page, *beginnings: str) -> None:
    """The table's papers, in this order."""
    expect(page.locator("thead th a")).to_have_text([re.compile(f"^{re.escape(text)}") for text in beginnings])


def cells(page: Page, row: str) -> list[str]:
    return page.get_by_role("row", name=re.compile(f"^{row}")).get_by_role("cell").all_inner_texts()


@AT_THE_ROOT_TOO
def test_papers_marked_for_comparing_stand_side_by_side(page: Page, site: str) -> None:
    page.goto(f"{site}papers/")
    page.get_by_role("button", name=re.compile("^Compare: FrostQuant")).click()
    page.get_by_role("button", name=re.compile("^Compare: Draft, Verify")).click()
    page.get_by_role("link", name="Compare (2)").click()

    expect(page).to_have_url(f"{site}compare/?papers={FROST},{DRAFT}")
    expect_columns(page, "FrostQuant", "Draft, Verify")
    claims = page.get_by_role("row", name=re.compile("^Speed-ups, in times")).locator("td li > p")
    expect(claims).to_have_text(
        ["2.4× speed-up against half-precision baseline", "3.1× speed-up against autoregressive decoding"]
    )
    assert cells(page, "Authors") == ["5 authors, not named in the digest", "3 authors, not named in the digest"]
    expect(page.locator("#shared")).to_have_text("They share no technique.")


def test_a_number_stands_with_its_sentence_or_leads_to_it(page: Page, site: str) -> None:
    compare(page, site, FROST, DRAFT)
    speed = page.get_by_role("row", name=re.compile("^Speed-ups, in times")).get_by_role("cell").first
    sentence = speed.locator("blockquote")
    expect(sentence).to_be_hidden()
    speed.get_by_text("Sentence").click()

    expect(sentence).to_contain_text("2.4")


def test_what_is_shared_is_said(page: Page, site: str) -> None:
    compare(page, site, ONE_KERNEL, OTHER_KERNEL)

    expect(page.locator("#shared")).to_have_text("Both are about Code and compilers.")
    assert all("shared by 2 of 2" in cell for cell in cells(page, "Techniques"))
    page.get_by_role("link", name="Code and compilers").first.click()
    expect(page).to_have_url(f"{site}techniques/code-and-compilers/")


def test_an_address_from_someone_else_shows_theirs_and_leaves_ones_own(page: Page, site: str) -> None:
    page.goto(f"{site}papers/{URCHINS}/")
    page.get_by_role("button", name="Compare:").click()
    compare(page, site, FROST, DRAFT)
    page.get_by_role("button", name=re.compile("^Remove: Draft")).click()

    expect(page).to_have_url(f"{site}compare/?papers={FROST}")
    page.get_by_role("link", name="Compare (1)").click()
    expect(page).to_have_url(f"{site}compare/?papers={URCHINS}")


def test_papers_are_moved_and_removed_by_keys_and_the_focus_stays(page: Page, site: str) -> None:
    compare(page, site, FROST, DRAFT, URCHINS)
    expect(page.get_by_role("button", name=re.compile("^Move left: FrostQuant"))).to_be_disabled()
    page.get_by_role("button", name=re.compile("^Move right: FrostQuant")).focus()
    page.keyboard.press("Enter")
    expect_columns(page, "Draft", "FrostQuant", "A Field Guide")
    expect(page.locator("#comparison-status")).to_have_text("Now 2 of 3.")
    expect(page.get_by_role("button", name=re.compile("^Move right: FrostQuant"))).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=re.compile("^Move left: FrostQuant"))).to_be_focused()
    expect(page).to_have_url(f"{site}compare/?papers={DRAFT},{URCHINS},{FROST}")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=re.compile("^Remove: A Field Guide"))).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=re.compile("^Remove: Draft"))).to_be_focused()
    expect(page.get_by_role("button", name=re.compile("^Move"))).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Words of its title")).to_be_focused()
    expect(page.locator("#comparison-status")).to_contain_text("Nothing to compare yet.")
    expect(page).to_have_url(f"{site}compare/")


@AT_THE_ROOT_TOO
def test_a_paper_is_added_by_words_of_its_title(page: Page, site: str) -> None:
    page.goto(f"{site}compare/")
    expect(page.locator("#comparison-status")).to_contain_text("Nothing to compare yet.")
    box = page.get_by_label("Words of its title")
    box.fill("self kern")
    expect(page.locator("#matches-status")).to_have_text("No other paper has these words in its title.")
    box.fill("kern")
    expect(page.locator("#matches-status")).to_have_text("2 papers:")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect_columns(page, "C++ Kernels That Write Themselves")
    expect(box).to_be_focused()
    expect(box).to_have_value("")
    expect(page.locator("#comparison-status")).to_have_text("Added. Add another paper to compare this one with.")
    expect(page.get_by_role("link", name="Compare (1)")).to_be_visible()


def test_the_reading_list_is_offered(page: Page, site: str) -> None:
    page.goto(f"{site}papers/{URCHINS}/")
    page.get_by_role("button", name="Keep:").click()
    compare(page, site, FROST)
    expect(page.locator("#matches-status")).to_have_text("From your reading list:")
    page.get_by_role("button", name=re.compile("^Add: A Field Guide")).click()

    expect_columns(page, "FrostQuant", "A Field Guide")
    expect(page.locator("#matches button")).to_have_count(0)


def test_four_papers_are_the_most(page: Page, site: str) -> None:
    page.goto(f"{site}papers/")
    for paper in range(4):
        page.get_by_role("button", name="Compare:").nth(paper).click()
    fifth = page.get_by_role("button", name="Compare:").nth(4)
    fifth.click()
    expect(page.locator(".said")).to_have_text("Only 4 papers fit side by side. Remove one on the Compare page first.")
    expect(fifth).to_have_attribute("aria-pressed", "false")

    compare(page, site, FROST, DRAFT, URCHINS, HOSTILE, ONE_KERNEL)
    expect(page.locator("thead th")).to_have_count(4)
    expect(page.locator("#comparison-status")).to_have_text("Only 4 papers fit side by side: 1 left out.")
    expect(page.locator("#matches-status")).to_have_text("4 papers fit side by side. Remove one to add another.")


def test_papers_that_are_not_here_are_named(context: BrowserContext, site: str) -> None:
    page = context.new_page()  # which may ask for what is not there
    page.goto(f"{site}compare/?papers={FROST},no-such-paper,<img src=x>,../../about")

    expect_columns(page, "FrostQuant")
    expect(page.locator("#comparison-status")).to_contain_text(
        "Not on this site: no-such-paper, <img src=x>, ../../about."
    )
    assert page.locator("main img").count() == 0
    expect(page).to_have_url(f"{site}compare/?papers={FROST}")


def test_papers_that_cannot_be_loaded_are_not_called_missing(context: BrowserContext, site: str) -> None:
    page = context.new_page()
    page.route("**/paper.json", lambda route: route.abort())
    page.goto(f"{site}compare/?papers={FROST},{DRAFT}")

    expect(page.locator("#comparison-status")).to_have_text(
        "The papers could not be loaded. Reload the page to try again."
    )
    expect(page).to_have_url(f"{site}compare/?papers={FROST},{DRAFT}")


def test_hostile_titles_stay_text(page: Page, site: str) -> None:
    compare(page, site, HOSTILE, FROST)

    expect_columns(page, '<script>alert("x")</script>', "FrostQuant")
    assert page.locator("main :is(script, img)").count() == 0


def test_a_change_in_one_tab_shows_in_the_other(context: BrowserContext, site: str) -> None:
    one, other = context.new_page(), context.new_page()
    one.goto(f"{site}papers/{FROST}/")
    one.get_by_role("button", name="Compare:").click()
    other.goto(f"{site}compare/")
    expect_columns(other, "FrostQuant")
    one.goto(f"{site}papers/{DRAFT}/")
    one.get_by_role("button", name="Compare:").click()
    expect_columns(other, "FrostQuant", "Draft")
    other.get_by_role("button", name=re.compile("^Remove: Draft")).click()

    expect(one.get_by_role("button", name="Compare:")).to_have_attribute("aria-pressed", "false")


def test_without_storage_the_address_still_works(page: Page, site: str) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('off', 'SecurityError'); } })"
    )
    compare(page, site, FROST, DRAFT)
    page.get_by_role("button", name=re.compile("^Remove: Draft")).click()

    expect_columns(page, "FrostQuant")
    expect(page.locator(".said")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
def test_the_table_scrolls_in_its_own_region(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    compare(page, site, FROST, DRAFT, URCHINS, HOSTILE)
    region = page.get_by_role("region", name="Side by side")
    region.focus()

    expect(region).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for button in page.locator("thead button").all():
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24


@pytest.mark.parametrize(
    ("path", "said"), [("compare/", "Comparing needs scripts"), ("reading-list/", "Keeping papers")]
)
def test_without_scripts_the_page_says_what_it_would_do(browser: Browser, site: str, path: str, said: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + path)

    assert said in page.inner_text("main")
    assert page.locator("main :is(button, input, select):visible").count() == 0
    assert page.locator(".own a:visible").count() == 0
    context.close()
