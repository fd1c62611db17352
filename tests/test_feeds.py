"""What feeds hold: Atom as RFC 4287 and JSON Feed as 1.1 want it, with the digests' days for times."""

import json
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_src.feeds import make_feed
from site_src.models import SeenIn
from tests.invented_site import JUNE, MAY, UNDATED, full_paper, make_paper, make_site, render_site

ATOM = "{http://www.w3.org/2005/Atom}"


def parse(feed: str) -> ET.Element:
    return ET.fromstring(feed)  # noqa: S314  our own output


def test_a_paper_is_published_with_its_oldest_dated_digest_and_updated_with_its_newest() -> None:
    feed = make_feed("Kiln", "", [make_paper("pot", MAY, JUNE, UNDATED)])

    assert feed is not None
    [post] = feed.posts
    assert (post.published, post.updated) == ("2025-05-08T00:00:00Z", "2025-06-09T00:00:00Z")
    assert feed.updated == "2025-06-09T00:00:00Z"


def test_papers_without_a_dated_digest_stay_out() -> None:
    feed = make_feed("Kiln", "", [make_paper("leap", UNDATED), make_paper("pot", MAY), make_paper("cup")])

    assert feed is not None
    assert [post.paper.slug for post in feed.posts] == ["pot"]


@pytest.mark.parametrize("papers", [[], [make_paper("leap", UNDATED)], [make_paper("cup")]])
def test_there_is_no_feed_without_entries(papers: list[object]) -> None:
    assert make_feed("Kiln", "", papers) is None  # type: ignore[arg-type]


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(1, 28)), min_size=1, max_size=120))
def test_a_feed_holds_the_newest_papers_newest_first(days: list[tuple[int, int]]) -> None:
    names = [f"2025-{month:02d}-{day:02d}" for month, day in days]
    papers = [make_paper(f"p{number}", SeenIn(digest=name, dump="d.txt", line=1)) for number, name in enumerate(names)]

    feed = make_feed("Kiln", "", papers)

    assert feed is not None
    updated = [post.updated[:10] for post in feed.posts]
    assert updated == sorted(names, reverse=True)[:100]


@pytest.mark.parametrize(("papers", "posts"), [(100, 100), (101, 100)])
def test_a_feed_holds_a_hundred_papers_as_readers_fetch_it_whole(papers: int, posts: int) -> None:
    feed = make_feed("Kiln", "", [make_paper(f"p{number}", MAY) for number in range(papers)])

    assert feed is not None
    assert len(feed.posts) == posts


# ---- as written


def test_a_feed_has_what_atom_asks_for() -> None:
    feed = parse(render_site(make_site())["feed.xml"])

    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}id") == "https://example.org/digest/"
    assert feed.findtext(f"{ATOM}updated") == "2025-06-09T00:00:00Z"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "The potters"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": "https://example.org/digest/feed.xml", "alternate": "https://example.org/digest/"}
    for entry in feed.findall(f"{ATOM}entry"):
        assert re.match(r"https://example\.org/digest/papers/\w+/$", entry.findtext(f"{ATOM}id") or "")
        assert entry.findtext(f"{ATOM}title")
        assert entry.findtext(f"{ATOM}updated")


def test_an_entry_tells_authors_techniques_and_our_summary() -> None:
    feed = parse(render_site(make_site())["techniques/glaze/feed.xml"])

    [entry] = feed.findall(f"{ATOM}entry")
    assert [author.text for author in entry.iter(f"{ATOM}name")] == ["Ann Potter", "Bo Turner"]
    assert [category.get("label") for category in entry.findall(f"{ATOM}category")] == ["Glaze", "Fire"]
    assert entry.findtext(f"{ATOM}summary") == full_paper().summary


def test_techniques_without_dated_papers_have_no_feed_and_no_link_to_one() -> None:
    files = render_site(make_site())

    assert not {"techniques/clay/feed.xml", "techniques/clay/feed.json"} & set(files)
    assert "techniques/clay/feed" not in files["techniques/clay/index.html"]
    assert "techniques/glaze/feed.xml" in files["techniques/glaze/index.html"]


def test_a_site_of_undated_digests_has_no_feed_and_no_link_to_one() -> None:
    files = render_site(make_site(make_paper("leap", UNDATED)))

    assert not [path for path in files if "feed." in path]
    assert not [path for path, text in files.items() if "atom+xml" in text or "feed+json" in text]


def test_a_paper_of_a_week_or_a_month_is_as_of_its_last_day() -> None:
    week, month = (SeenIn(digest=name, dump="a.txt", line=1) for name in ("2025-W48", "2025-12"))
    nowhere = SeenIn(dump="library.bib", line=1)
    feed = json.loads(render_site(make_site(make_paper("pot", week, month, nowhere)))["feed.json"])

    [item] = feed["items"]
    assert (item["date_published"], item["date_modified"]) == ("2025-11-30T00:00:00Z", "2025-12-31T00:00:00Z")


def test_a_json_feed_says_what_the_atom_feed_says() -> None:
    files = render_site(make_site())
    feed = json.loads(files["techniques/glaze/feed.json"])

    assert feed == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Kiln: Glaze",
        "home_page_url": "https://example.org/digest/techniques/glaze/",
        "feed_url": "https://example.org/digest/techniques/glaze/feed.json",
        "icon": "https://example.org/digest/static/icon-512.png",
        "favicon": "https://example.org/digest/static/favicon.ico",
        "authors": [{"name": "The potters", "url": "https://example.org/digest/"}],
        "language": "en",
        "items": [
            {
                "id": "https://example.org/digest/papers/full/",
                "url": "https://example.org/digest/papers/full/",
                "title": "Glazes That Fire Twice as Fast",
                "content_text": "A glaze that halves the firing. It costs nothing.",
                "date_published": "2025-05-08T00:00:00Z",
                "date_modified": "2025-05-08T00:00:00Z",
                "authors": [{"name": "Ann Potter"}, {"name": "Bo Turner"}],
                "tags": ["Glaze", "Fire"],
            }
        ],
    }
    atom = parse(files["feed.xml"]).findall(f"{ATOM}entry/{ATOM}id")
    assert [item["id"] for item in json.loads(files["feed.json"])["items"]] == [entry.text for entry in atom]


def test_a_json_feed_leaves_out_what_is_not_known() -> None:
    [item] = json.loads(render_site(make_site(make_paper("pot", MAY)))["feed.json"])["items"]

    assert set(item) == {"id", "url", "title", "content_text", "date_published", "date_modified"}
    assert item["content_text"] == "On pot"


@settings(deadline=None)  # the first example compiles the template
@given(st.text(max_size=60))
def test_a_feed_stays_well_formed_whatever_a_paper_is_called(title: str) -> None:
    paper = replace(make_paper("pot", MAY), title=title, summary=title)

    entry = parse(render_site(make_site(paper), "feed.xml")["feed.xml"]).find(f"{ATOM}entry")

    assert entry is not None
    forbidden = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
    shown = re.sub(forbidden, "", title)
    assert (entry.findtext(f"{ATOM}title") or "") == re.sub("\r\n?", "\n", shown)
    [item] = json.loads(render_site(make_site(paper), "feed.json")["feed.json"])["items"]
    assert re.sub(forbidden, "", item["title"]) == shown
