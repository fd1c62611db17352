"""The site as a reader meets it: ways through it, by mouse and by keys, with scripts and without, on any screen."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.variants import AT_THE_ROOT_TOO, WITH_THE_WORKER
from tests.browser.waiting import wait_for

PAGES = (
    "",
    "about/",
    "digests/",
    "digests/2025-12-02/",
    "digests/undated-03-13/",
    "map/",
    "compare/",
    "papers/",
    "papers/page/2/",
    "papers/pageloom-weaving-the-key-value-cache-across-requests/",
    "papers/script-alert-x-script-other-titles-b-bold-b-418d3e/",
    "reading-list/",
    "search/",
    "techniques/",
    "techniques/quantization/",
    "years/",
    "years/2024/",
    "404.html",
)


@AT_THE_ROOT_TOO
def test_a_reader_finds_a_paper_by_its_technique(page: Page, site: str) -> None:
    page.goto(site)
    page.locator("main").get_by_role("link", name="KV cache").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("KV cache")
    page.locator("main").get_by_role("link", name=re.compile("^PageLoom")).first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^PageLoom"))
    expect(page.locator("#abstract-text mark").first).to_be_visible()


@AT_THE_ROOT_TOO
def test_a_reader_finds_a_paper_by_its_digest_and_goes_back_up(page: Page, site: str) -> None:
    page.goto(site)
    page.locator("main").get_by_role("link", name=re.compile("2 December 2025")).first.click()
    page.locator("main").get_by_role("link", name=re.compile("^FrostQuant")).first.click()
    page.get_by_label("Breadcrumb").get_by_role("link", name="Papers").click()

    expect(page).to_have_url(f"{site}papers/")


@AT_THE_ROOT_TOO
def test_a_list_goes_on_over_pages(page: Page, site: str) -> None:
    titles: list[str] = []
    page.goto(f"{site}papers/")
    while True:
        titles += page.locator("main .card h2, main .card h3").all_inner_texts()
        following = page.get_by_role("link", name=re.compile("^(Next|Older)"))
        if following.count() == 0:
            break
        following.first.click()

    assert len(titles) == len(set(titles)) == 14


def test_the_first_tab_stop_skips_to_the_content(page: Page, site: str) -> None:
    page.goto(site)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("#main$"))


def test_a_slash_goes_to_the_search_box_of_any_page(page: Page, site: str) -> None:
    for path in (path for path in PAGES if path != "search/"):  # where the cursor is in the box from the start
        page.goto(site + path)
        page.keyboard.press("/")
        page.keyboard.type("f/q")

        expect(page.locator(":focus")).to_have_value("f/q")


@AT_THE_ROOT_TOO
def test_the_search_box_of_any_page_leads_to_its_results(page: Page, site: str) -> None:
    page.goto(f"{site}about/")
    page.keyboard.press("/")
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("urchins")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(rf"^{re.escape(site)}search/\?q=urchins$"))
    expect(page.locator("#results > li a").first).to_contain_text("Sea Urchins")


@pytest.fixture(scope="module")
def both_ways(browser: Browser) -> Iterator[tuple[Page, Page]]:
    """A page that runs scripts and one that does not."""
    contexts = [browser.new_context(java_script_enabled=scripts, service_workers="block") for scripts in (True, False)]
    with_scripts, without = (context.new_page() for context in contexts)
    yield with_scripts, without
    for context in contexts:
        context.close()


@pytest.mark.parametrize("path", [path for path in PAGES if path not in {"compare/", "reading-list/"}])
def test_a_page_is_whole_without_scripts(both_ways: tuple[Page, Page], site: str, path: str) -> None:
    shown = []
    for page in both_ways:
        page.goto(site + path)
        page.evaluate(
            "document.querySelectorAll('main button[type=button], .narrowing').forEach((made) => made.remove())"
        )
        made = page.locator("main .marks").all_inner_texts()  # buttons that scripts make
        shown.append(set(page.inner_text("main").splitlines()) - {"", *"\n".join(made).splitlines()})

    controls = {"Sort and filter"}
    assert shown[0] - controls <= shown[1]  # without scripts a page may say more: what to do instead


def test_without_scripts_the_form_leads_to_the_lists(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    page.get_by_role("searchbox").first.fill("urchins")
    page.keyboard.press("Enter")
    page.locator("main").get_by_role("link", name="Papers by technique").click()

    expect(page).to_have_url(f"{site}techniques/")
    context.close()


@AT_THE_ROOT_TOO
@pytest.mark.parametrize("path", ["nothing", "papers/nothing/", "a/b/c/d.html"])
def test_what_is_not_there_is_said_at_any_depth(browser: Browser, site: str, path: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    response = page.goto(site + path)

    assert response is not None
    assert response.status == 404
    page.locator("header").get_by_role("link", name="Techniques").click()
    expect(page).to_have_url(f"{site}techniques/")
    context.close()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_hangs_over_the_edge(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in PAGES:
        page.goto(site + path)

        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_dark_is_dark_and_light_is_light(page: Page, site: str) -> None:
    brightness = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(site)
        color = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        brightness[scheme] = sum(int(part) for part in re.findall(r"\d+", color)[:3])

    assert brightness["light"] > 600
    assert brightness["dark"] < 150


CITED = "papers/pageloom-weaving-the-key-value-cache-across-requests/"


def test_a_reader_copies_a_citation(context: BrowserContext, page: Page, site: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site + CITED)
    cite = page.locator("#cite")
    for name in ("reference", "BibTeX", "RIS", "CSL-JSON"):
        if name != "reference":
            cite.locator("summary", has_text=name).click()
        cite.get_by_role("button", name=f"Copy {name}").click()

        expect(cite.get_by_role("status").filter(has_text="Copied").last).to_be_visible()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == cite.locator(f"[data-copy='{name}']").text_content()


def test_what_a_page_may_not_copy_is_selected(page: Page, site: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(site + CITED)
    page.locator("#cite").get_by_role("button", name="Copy reference").click()

    expect(page.locator("#cite").get_by_role("status").first).to_have_text("Selected, for you to copy")
    assert page.evaluate("getSelection().toString()") == page.locator("#cite [data-copy=reference]").inner_text()


def test_a_citation_is_downloaded_under_a_name_that_tells_what_it_is(page: Page, site: str) -> None:
    page.goto(f"{site}techniques/kv-cache/")
    with page.expect_download() as started:
        page.get_by_role("link", name="BibTeX").click()

    assert started.value.suggested_filename == "kv-cache-papers.bib"


def test_citations_are_there_without_scripts_and_without_a_gap(browser: Browser, site: str) -> None:
    tops = []
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.goto(site + CITED)
        tops.append(page.locator("#cite summary").first.bounding_box())
        page.locator("#cite summary", has_text="RIS").click()
        expect(page.get_by_role("link", name="Download RIS")).to_be_visible()
        context.close()

    with_row, without_row = (box["y"] for box in tops if box)
    assert with_row - without_row > 24  # no empty row where no script will fill it


def test_hostile_text_is_shown_as_printed(page: Page, site: str) -> None:
    page.goto(f"{site}papers/script-alert-x-script-other-titles-b-bold-b-418d3e/")

    expect(page.get_by_role("heading", level=1)).to_have_text(
        '<script>alert("x")</script> & Other "Titles" <b>Bold</b>'
    )
    expect(page.locator("#abstract-text")).to_contain_text("<img src=x onerror=alert(1)>, </script>, {{ config }}")
    assert page.locator("main :is(script, img, b)").count() == 0


@AT_THE_ROOT_TOO
@WITH_THE_WORKER
def test_what_was_visited_works_without_a_network(page: Page, site: str) -> None:
    page.goto(f"{site}about/")
    heading = page.get_by_role("heading", level=1).inner_text()
    wait_for(page, f"caches.open('distillate {urlsplit(site).path}').then(c => c.match(location.href)).then(Boolean)")
    page.goto(f"{site}techniques/")
    wait_for(page, f"caches.open('distillate {urlsplit(site).path}').then(c => c.match(location.href)).then(Boolean)")
    page.context.set_offline(True)
    page.goto(f"{site}about/")
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    expect(page.locator("body")).to_have_css("max-width", "1344px")


@pytest.mark.parametrize("width", [320, 360, 640, 900])
def test_the_header_has_no_line_for_what_is_not_there(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site}about/")
    name, own = page.locator(".site-name").bounding_box(), page.locator(".own").bounding_box()
    form, header = page.locator(".site-header form").bounding_box(), page.locator(".site-header").bounding_box()

    assert name is not None
    assert own is not None
    assert form is not None
    assert header is not None
    assert own["y"] < name["y"] + name["height"]
    assert form["x"] + form["width"] == header["x"] + header["width"]
    assert width == 900 or form["x"] == header["x"]


@pytest.mark.parametrize("width", [360, 1280])
def test_the_quick_search_gives_its_box_the_row(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site}about/")
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog")
    box, close = dialog.get_by_role("searchbox").bounding_box(), dialog.get_by_role("button").first.bounding_box()

    assert box is not None
    assert close is not None
    assert abs(box["y"] - close["y"]) < 4
    assert box["width"] > 2 * close["width"]


def test_the_years_of_the_map_stay_in_view_on_a_small_screen(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 300})
    page.goto(f"{site}map/")
    page.evaluate("document.querySelector('.growth tfoot').scrollIntoView({ block: 'end', behavior: 'instant' })")

    expect(page.locator(".growth thead th").first).to_be_in_viewport()


def test_on_paper_the_map_fits_and_results_show_what_is_folded(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 700, "height": 1000})  # A4 within its margins
    page.emulate_media(media="print")
    page.goto(f"{site}map/")
    assert page.evaluate("document.querySelector('.matrix').getBoundingClientRect().right") <= 700

    page.goto(f"{site}compare/?papers=frostquant-four-bit-weights-without-a-calibration-set")
    sentence = page.locator(".side-by-side blockquote").first
    expect(sentence).to_be_attached()
    assert sentence.evaluate("(quote) => quote.offsetHeight") > 0
