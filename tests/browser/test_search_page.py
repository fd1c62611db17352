"""The search page as a reader meets it: typing, keys, addresses, scripts off, things going wrong."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from site_src import contract
from tests.browser.variants import AT_THE_ROOT_TOO, WITH_THE_WORKER
from tests.browser.waiting import wait_for
from tests.search_corpus import paper, search_files

FROST = "FrostQuant: Four-Bit Weights without a Calibration Set"


def hits(page: Page) -> list[str]:
    """The titles shown, in order: the text of the first link of each hit."""
    return [hit.locator("a").first.inner_text() for hit in page.locator("#results > li").all()]


def search(page: Page, site: str, query: str) -> None:
    page.goto(f"{site}search/")
    page.get_by_role("searchbox").press_sequentially(query)
    settle(page)


def settle(page: Page) -> None:
    """Waits until the search has answered: the hits stand, and the status no longer says that papers are loading."""
    expect(page.get_by_role("status")).to_have_text(re.compile("^(?!Loading).+"))
    expect(page.locator("#results[aria-busy=false]")).to_have_count(1)


@AT_THE_ROOT_TOO
def test_typing_shows_the_papers_that_fit(page: Page, site: str) -> None:
    search(page, site, "frostq")

    assert hits(page) == [FROST]
    hit = page.locator("#results > li")
    expect(hit.get_by_role("heading")).to_have_text(FROST)
    expect(hit).to_contain_text("Quantization")


def test_keys_in_quick_succession_on_a_slow_processor_end_with_what_was_typed(page: Page, site: str) -> None:
    page.goto(f"{site}search/")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 10})
    page.get_by_role("searchbox").press_sequentially("the frostquant", delay=10)

    expect(page.locator("#results > li").first).to_contain_text(FROST)
    page.get_by_role("searchbox").press_sequentially(" -frostquant", delay=10)
    expect(page.locator("#results > li").filter(has_text=FROST)).to_have_count(0)


def test_a_hit_leads_to_the_page_of_the_paper(page: Page, site: str) -> None:
    search(page, site, "frostquant")
    page.locator("#results a").first.click()

    expect(page).to_have_url(re.compile(f"^{re.escape(site)}papers/frostquant[^/]*/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(FROST)


@AT_THE_ROOT_TOO
def test_a_chip_leads_to_the_technique(page: Page, site: str) -> None:
    search(page, site, "frostquant")
    page.locator("#results").get_by_role("link", name="Quantization").click()

    expect(page).to_have_url(f"{site}techniques/quantization/")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("frostquant", "1 paper found."),
        ("frostquant urchins", "No paper has all words; 2 papers with some of them."),
        ("kernels that write themselves", "2 papers with all words, 1 more with some of them."),
        ("callibration", "No paper says “callibration”: showing results for “calibration”. 1 paper found."),
        ("zzyzx", "No paper says “zzyzx”. Nothing found. Try fewer or other words, or browse."),
    ],
)
def test_the_status_says_what_was_found(page: Page, site: str, query: str, said: str) -> None:
    search(page, site, query)

    expect(page.get_by_role("status")).to_have_text(said)


def test_a_hit_that_lacks_a_word_says_so(page: Page, site: str) -> None:
    search(page, site, "frostquant urchins")

    expect(page.locator("#results > li", has_text=FROST)).to_contain_text("Without: urchins")


def test_the_word_lacked_is_the_one_typed_last(page: Page, site: str) -> None:
    search(page, site, "frostquant ur")
    expect(page.locator("#results > li", has_text=FROST)).to_contain_text("Without: ur")
    page.get_by_role("searchbox").press_sequentially("chins")

    expect(page.locator("#results > li", has_text=FROST)).to_contain_text("Without: urchins")


def test_the_address_holds_the_query(page: Page, site: str) -> None:
    search(page, site, "c++ kernels")
    page.wait_for_url(f"{site}search/?q=c%2B%2B+kernels")
    found = hits(page)
    page.reload()

    expect(page.get_by_role("searchbox")).to_have_value("c++ kernels")
    settle(page)
    assert hits(page) == found


def test_one_comes_back_to_what_was_found(page: Page, site: str) -> None:
    search(page, site, "frostquant")
    page.locator("#results a").first.click()
    page.wait_for_url(re.compile("/papers/"))
    page.go_back()

    expect(page.get_by_role("searchbox")).to_have_value("frostquant")
    expect(page.locator("#results > li")).to_have_count(1)


def test_pasting_finds_the_same_as_typing(page: Page, site: str) -> None:
    search(page, site, "cache of keys")
    typed = hits(page)
    page.get_by_role("searchbox").fill("")
    expect(page.locator("#results > li")).to_have_count(0)
    page.get_by_role("searchbox").fill("cache of keys")
    expect(page.locator("#results > li")).to_have_count(len(typed))

    assert hits(page) == typed


def test_enter_stays_on_the_page(page: Page, site: str) -> None:
    search(page, site, "frostquant")
    page.evaluate("window.stayed = true")
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{site}search/?q=frostquant")
    settle(page)
    assert page.evaluate("window.stayed")
    assert hits(page) == [FROST]


def test_escape_empties_the_box(page: Page, site: str) -> None:
    search(page, site, "frostquant")
    page.keyboard.press("Escape")

    expect(page.get_by_role("searchbox")).to_have_value("")
    expect(page.get_by_role("status")).to_be_empty()
    expect(page.locator("#results > li")).to_have_count(0)
    expect(page).to_have_url(f"{site}search/")


def test_browsing_is_offered_when_nothing_is_found(page: Page, site: str) -> None:
    page.goto(f"{site}search/")
    browse = page.locator("main").get_by_role("link", name="All papers")
    expect(browse).to_be_visible()
    page.get_by_role("searchbox").fill("frostquant")
    expect(browse).to_be_hidden()
    page.get_by_role("searchbox").fill("zzyzx")
    expect(browse).to_be_visible()


def test_the_slash_key_opens_a_quick_search_over_any_page(page: Page, site: str) -> None:
    page.goto(f"{site}techniques/")
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog", name="Quick search")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("frostquant")
    expect(dialog.get_by_role("status")).to_have_text("1 paper found.")
    page.keyboard.press("ArrowDown")
    expect(dialog.get_by_role("link", name=FROST)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/papers/frostquant"))


@AT_THE_ROOT_TOO
def test_the_quick_search_leads_to_the_search_page(page: Page, site: str) -> None:
    page.goto(f"{site}techniques/")
    page.keyboard.press("/")
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("frostquant")
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{site}search/?q=frostquant")
    expect(page.get_by_role("status")).to_have_text("1 paper found.")


def test_escape_closes_the_quick_search_where_one_was(page: Page, site: str) -> None:
    page.goto(f"{site}techniques/")
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page).to_have_url(f"{site}techniques/")


def test_the_box_of_a_page_goes_on_in_the_quick_search(page: Page, site: str) -> None:
    page.goto(f"{site}techniques/")
    page.get_by_role("searchbox").press_sequentially("fr")
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("ostquant")
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_have_value("frostquant")


def test_the_slash_key_can_be_switched_off(page: Page, site: str) -> None:
    page.goto(f"{site}techniques/")
    page.keyboard.press("/")
    page.get_by_role("checkbox", name="the key / opens this").uncheck()
    page.reload()
    page.keyboard.press("/")
    page.wait_for_timeout(300)
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_facets_narrow_and_turn_round(page: Page, site: str) -> None:
    page.goto(f"{site}search/")
    page.get_by_text("Narrow down").click()
    facet = page.get_by_role("button", name=re.compile("^Quantization"))
    facet.click()
    expect(page.get_by_role("searchbox")).to_have_value("technique:quantization")
    expect(facet).to_have_attribute("aria-pressed", "true")
    expect(facet).to_be_focused()
    expect(page.locator("#results > li").filter(has_text=FROST)).to_have_count(1)
    page.get_by_role("button", name="Leave out Quantization").click()
    expect(page.get_by_role("searchbox")).to_have_value("-technique:quantization")
    expect(page.locator("#results > li").filter(has_text=FROST)).to_have_count(0)
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("technique:quantization")
    expect(page.locator("#results > li").filter(has_text=FROST)).to_have_count(1)


def test_the_order_is_in_the_address(page: Page, site: str) -> None:
    search(page, site, "cache")
    page.get_by_label("Sort by").select_option("date")
    expect(page).to_have_url(f"{site}search/?q=cache&sort=date")
    page.reload()
    expect(page.get_by_label("Sort by")).to_have_value("date")


def test_the_back_button_leads_through_what_was_asked(page: Page, site: str) -> None:
    page.goto(f"{site}search/")
    box = page.get_by_role("searchbox")
    for query in ("frostquant", "urchins"):
        box.fill(query)
        settle(page)
        page.keyboard.press("Enter")
        page.wait_for_url(f"{site}search/?q={query}")
    page.go_back()
    expect(box).to_have_value("frostquant")
    expect(page.locator("#results > li .card-title").first).to_have_text(FROST)


def test_what_a_newer_query_answered_stands_though_an_older_one_fails(browser: Browser, site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    held: list[Route] = []
    context.route("**/named-1.bin", lambda route: held.append(route))  # noqa: PLW0108  Playwright cannot mark a method of C
    page.goto(f"{site}search/")
    page.get_by_role("searchbox").fill("zzyzx ")
    page.wait_for_timeout(500)
    page.get_by_role("searchbox").fill("frostquant")
    expect(page.get_by_role("status")).to_have_text("1 paper found.")
    for route in held:
        route.abort()
    page.wait_for_timeout(500)
    expect(page.get_by_role("status")).to_have_text("1 paper found.")
    context.close()


def test_a_page_older_than_the_files_says_so(browser: Browser, site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    context.route("**/search/*/*.bin", lambda route: route.fulfill(status=404))
    page.goto(f"{site}search/?q=frostquant")
    expect(page.get_by_role("status")).to_contain_text("renewed since the page was opened")
    context.close()


def test_the_key_leads_back_to_what_had_the_focus(page: Page, site: str) -> None:
    page.goto(f"{site}techniques/")
    link = page.locator("main a").last
    link.focus()
    page.keyboard.press("/")
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_arrows_walk_through_the_hits(page: Page, site: str) -> None:
    search(page, site, "cache")
    links = page.locator("#results .card-title a")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_role("searchbox")).to_have_value("cache")


def test_a_snippet_shows_the_words_in_their_text(page: Page, site: str) -> None:
    search(page, site, "calibration")

    expect(page.locator("#results mark").first).to_have_text(re.compile("calibration", re.IGNORECASE))


def test_the_cards_of_papers_that_are_still_found_stay(page: Page, site: str) -> None:
    page.goto(f"{site}search/?q=kernels+that+write+themselves")
    expect(page.get_by_role("status")).to_have_text("2 papers with all words, 1 more with some of them.")
    settle(page)
    page.evaluate("() => document.querySelectorAll('#results > li').forEach((card) => (card.dataset.seen = 'before'))")
    page.get_by_role("searchbox").fill("kernels")

    expect(page.get_by_role("status")).to_have_text(re.compile("papers found"))
    settle(page)
    expect(page.locator("#results > [data-seen=before]")).to_have_count(2)


def test_a_choice_changes_what_stands_in_the_box_by_now(page: Page, site: str) -> None:
    search(page, site, "frostquant")
    page.get_by_text("Narrow down").click()
    choice = page.get_by_role("button", name=re.compile("^Quantization"))
    expect(choice).to_be_visible()
    page.evaluate("() => (document.getElementById('q').value += ' weights')")  # not yet asked for
    choice.click()

    expect(page.get_by_role("searchbox")).to_have_value("frostquant weights technique:quantization")


def test_another_name_is_a_choice(page: Page, site: str) -> None:
    search(page, site, "moe")
    page.get_by_role("button", name="Do not search for “mixture of experts”").click()
    expect(page.get_by_role("searchbox")).to_have_value('"moe"')
    expect(page.locator("#choices").get_by_role("button")).to_have_count(0)


def test_a_part_that_leaves_nothing_can_be_dropped(page: Page, site: str) -> None:
    search(page, site, "frostquant year:1999")
    page.get_by_role("button", name="Without “year:1999”: 1 paper").click()
    expect(page.get_by_role("searchbox")).to_have_value("frostquant")
    expect(page.locator("#results > li")).to_have_count(1)


def test_what_is_typed_suggests_where_it_may_lead(page: Page, site: str) -> None:
    search(page, site, "quant")
    expect(page.locator("#suggestions").get_by_role("link", name="Quantization")).to_be_visible()


@AT_THE_ROOT_TOO
@WITH_THE_WORKER
def test_the_search_works_without_a_network_once_it_was_used(page: Page, site: str) -> None:
    search(page, site, "frostquant")
    wait_for(page, "navigator.serviceWorker.controller !== null")
    wait_for(
        page, f"caches.open('{contract.PAGE_CACHE} {urlsplit(site).path}').then(c => c.keys()).then(k => k.length > 4)"
    )
    page.context.set_offline(True)
    page.goto(f"{site}search/?q=calibration")
    expect(page.get_by_role("status")).to_have_text(re.compile("found"))
    assert FROST in hits(page)


def test_hostile_titles_are_shown_and_not_run(page: Page, site: str) -> None:
    search(page, site, "script alert titles")

    assert '<script>alert("x")</script> & Other "Titles" <b>Bold</b>' in hits(page)
    assert page.locator("#results :is(script, img, b)").count() == 0


def test_a_hostile_query_is_shown_and_not_run(page: Page, site: str) -> None:
    page.goto(f"{site}search/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+zzyzx")

    expect(page.get_by_role("status")).to_contain_text("zzyzx")
    assert page.locator("main img").count() == 0


def test_there_is_one_search_box(page: Page, site: str) -> None:
    page.goto(f"{site}search/")

    expect(page.get_by_role("searchbox")).to_have_count(1)


def test_many_hits_come_a_page_at_a_time(page: Page, site: str) -> None:
    papers = tuple(paper({"slug": f"otter-{n}", "title": f"Otter {n}"}) for n in range(45))
    files = search_files(papers)

    def answer(route: Route) -> None:
        name = re.sub(contract.SEARCH_FOLDER, "", f"/{route.request.url.removeprefix(site)}")
        route.fulfill(body=files[name]) if name in files else route.continue_()

    page.context.route("**/search/**", answer)
    search(page, site, "otter")
    expect(page.get_by_role("status")).to_have_text("45 papers found.")
    more = page.get_by_role("button", name="Show more papers")
    expect(page.locator("#results > li")).to_have_count(10)
    for shown in (20, 30, 40, 45):
        more.click()
        expect(page.locator("#results > li")).to_have_count(shown)
        expect(page.locator(f"#results > li:nth-child({(shown - 1) // 10 * 10 + 1}) .card-title a")).to_be_focused()
    expect(more).to_be_hidden()


def test_without_scripts_the_page_leads_on(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}search/?q=frostquant")
    expect(page.locator("noscript p")).to_be_visible()
    page.locator("main").get_by_role("link", name="All papers").click()
    expect(page).to_have_url(f"{site}papers/")
    context.close()


def test_a_failed_download_is_told(browser: Browser, site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    context.route("**/search/*/start.bin", lambda route: route.abort())
    page.goto(f"{site}search/?q=frostquant")
    expect(page.get_by_role("status")).to_contain_text("could not be loaded")
    expect(page.locator("main").get_by_role("link", name="All papers")).to_be_visible()
    context.close()
