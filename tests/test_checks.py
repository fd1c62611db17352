"""What the checks see in finished files."""

import pytest

from site_src.checks import check_site, publishing_advice

PAGE = "<!doctype html><html lang=en><head><title>Kiln</title></head><body><h1>Kiln</h1>{}</body></html>"
BASE = "https://example.org/digest/"


def problems(files: dict[str, str]) -> list[str]:
    whole = {"index.html": PAGE.format(""), "a/index.html": PAGE.format("<p id=x>"), **files}
    return [str(problem) for problem in check_site({path: text.encode() for path, text in whole.items()}, BASE)]


def test_a_sound_site_has_no_problems() -> None:
    links = "".join(
        f'<a href="{link}">k</a>'
        for link in (
            "/digest/",
            "/digest/a/",
            "/digest/a/#x",
            "https://example.org/digest/a/",
            "https://example.com/nothing/of/ours",
            "https://example.org/another/site/",
            "https://example.org/digest/of/another/",
            "#y",
            "a/",
            "a/index.html",
            "?q=1",
            "mailto:a@example.org",
        )
    )

    assert problems({"b.html": PAGE.format(links + "<p id=y>"), "index.html": PAGE.format(links + "<p id=y>")}) == []


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("/digest/b/", "dead link '/digest/b/'"),
        ("b/", "dead link 'b/'"),
        ("/a/", "the link '/a/' leaves the site"),
        ("../a/", "the link '../a/' leaves the site"),
        ("/digest/a/#z", "no element for the fragment of '/digest/a/#z'"),
        ("#z", "no element for the fragment of '#z'"),
        ("//[", "malformed address"),
    ],
)
def test_a_link_must_lead_somewhere(link: str, expected: str) -> None:
    found = problems({"index.html": PAGE.format(f'<a href="{link}">k</a>')})

    assert len(found) == 1
    assert found[0].startswith("index.html: ")
    assert expected in found[0]


def test_a_canonical_address_must_lead_somewhere() -> None:
    page = PAGE.format("").replace("</title>", f"</title><link rel=canonical href='{BASE}b/'>")

    assert problems({"index.html": page}) == [
        f"index.html: dead link '{BASE}b/'; correct it, or make the page it points to"
    ]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (PAGE.format("<h1>Two</h1>"), "2 h1 headings"),
        (PAGE.format("").replace("Kiln</title>", "</title>"), "no title"),
        (PAGE.format("<p id=x><p id=x>"), "the id 'x' 2 times"),
        (PAGE.format("<p style='color:red'>"), "inline style or script"),
        (PAGE.format("<script>1</script>"), "inline style or script"),
        (PAGE.format("<img src='/digest/'>"), "an image without alt"),
    ],
)
def test_a_page_must_be_sound(html: str, expected: str) -> None:
    found = problems({"b.html": html})

    assert len(found) == 1
    assert expected in found[0]


@pytest.mark.parametrize(("path", "text"), [("a.json", "{"), ("feed.xml", "<feed>"), ("site.webmanifest", "")])
def test_files_for_programs_must_be_well_formed(path: str, text: str) -> None:
    assert "not well-formed" in problems({path: text})[0]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("a.bib", "@misc{a,\n title = {b}}\n}", "a closing brace too many in line 3"),
        ("a.bib", "@misc{a, title = {b}", "1 braces not closed"),
        ("a.ris", "TY  - GEN\nTI  - a\nb\nER  - \n", "no tag in line 3"),
        ("a.ris", "TY  - GEN\nTI  - a\n", "1 records begun, 0 ended"),
    ],
)
def test_citations_must_be_well_formed(path: str, text: str, expected: str) -> None:
    assert problems({path: text}) == [f"{path}: not well-formed: {expected}; correct the template or the exporter"]


def test_paths_must_differ_in_more_than_letter_case() -> None:
    assert "letter case" in problems({"A/index.html": PAGE.format("")})[0]


def test_advice_names_what_publishing_still_needs() -> None:
    assert list(publishing_advice({"base_url": BASE, "repository": "https://example.org/r"})) == []
    assert len(list(publishing_advice({"base_url": "http://localhost:8000/", "repository": None}))) == 2
