"""Atom and RSS → entries: arXiv's API and lists, other feeds, our own, and XML that is wrong or hostile."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.errors import InputError
from site_src.models import Dump, Entry, Link, PartialDate
from site_src.outcomes import Built
from site_src.readers import atom, read_dump, rss

MARKED_UP = "<p>We fire.</p><p>H<sub>2</sub>O &amp; x</p>"
XHTML = "http://www.w3.org/1999/xhtml"
DAY = PartialDate(2025, 5, 8)
ATOM = 'xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"'
RSS = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"'
)


def atom_feed(*entries: str, head: str = "<title>A feed</title><updated>2026-01-01T00:00:00Z</updated>") -> str:
    inner = "\n".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<feed {ATOM}>{head}\n{inner}\n</feed>'


def rss_feed(*items: str, head: str = "<title>A feed</title>") -> str:
    inner = "\n".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?>\n<rss version="2.0" {RSS}><channel>{head}\n{inner}\n</channel></rss>'


def read(text: str, form: str | None = None) -> Dump:
    return read_dump(text.encode(), "kiln.xml", form)


def only(text: str) -> Entry:
    (entry,) = read(text).entries
    return entry


def error(text: str, form: str | None = None) -> str:
    with pytest.raises(InputError) as caught:
        read(text, form)
    return str(caught.value)


ID = "<id>http://arxiv.org/abs/2505.01234</id>"


# ---- what is no paper


@pytest.mark.parametrize(
    "text",
    [
        atom_feed("<id>tag:kiln.example.org,2026:1</id><title>Fix</title><updated>2026-01-01T00:00:00Z</updated>"),
        rss_feed("<title>Fix</title><description>We talk.</description><enclosure url='https://a.example.org/1'/>"),
    ],
)
def test_entries_without_any_sign_of_a_paper_are_refused(text: str) -> None:
    assert "feed of no papers: 1 entry without authors, ids and addresses, as 'Fix'" in error(text)


def test_entries_that_only_have_authors_or_an_address_are_told() -> None:
    dump = read(rss_feed("<title>Our Trip</title><link>https://a.example.org/trip</link>", "<title>Our Tea</title>"))

    (problem,) = dump.problems
    assert str(problem) == (
        "kiln.xml:1: RSS feed of 2 entries without an id or a paper's address, as 'Our Trip'; "
        "read as papers; leave out the file if they are none"
    )


@pytest.mark.parametrize("link", ["https://arxiv.org/abs/2505.01234", "https://a.example.org/kiln.pdf"])
def test_one_paper_in_a_feed_makes_it_one_of_papers(link: str) -> None:
    assert not read(rss_feed(f"<title>Kiln</title><link>{link}</link>", "<title>Clay</title>")).problems


# ---- Atom


API_ENTRY = """
  <id>http://arxiv.org/abs/2505.01234v2</id>
  <updated>2025-06-01T00:00:00Z</updated><published>2025-05-08T17:59:59Z</published>
  <title>A Kiln That
  Plans</title>
  <summary>  We fire a&lt;b clay
and cool it.
</summary>
  <author><name>Ann Potter</name><arxiv:affiliation>Kiln U</arxiv:affiliation></author>
  <author><name>Bo van Dyke</name></author>
  <arxiv:doi>10.1145/Kiln.7</arxiv:doi>
  <link title="doi" href="http://dx.doi.org/10.1145/Kiln.7" rel="related"/>
  <arxiv:comment>9 pages. Code: https://github.com/kiln/fire</arxiv:comment>
  <arxiv:journal_ref>Clay 7 (2025)</arxiv:journal_ref>
  <link href="http://arxiv.org/abs/2505.01234v2" rel="alternate" type="text/html"/>
  <link title="pdf" href="http://arxiv.org/pdf/2505.01234v2" rel="related"/>
  <arxiv:primary_category term="stat.ML" scheme="http://arxiv.org/schemas/atom"/>
  <category term="cs.LG"/><category term="stat.ML"/><category term="68T05"/>
"""


def test_an_entry_of_arxivs_api_says_all_it_knows() -> None:
    dump = read(atom_feed(API_ENTRY))
    (entry,) = dump.entries
    facts = entry.facts

    assert (dump.form, dump.date, dump.problems) == ("Atom feed", None, ())
    assert (entry.title, entry.abstract, entry.line) == ("A Kiln That Plans", "We fire a<b clay and cool it.", 3)
    assert (facts.arxiv, facts.doi, facts.authors) == ("2505.01234", "10.1145/kiln.7", ("Ann Potter", "Bo van Dyke"))
    assert (facts.published, facts.venue, facts.categories) == (DAY, "Clay 7 (2025)", ("stat.ML", "cs.LG"))
    assert facts.links == (Link(kind="code", url="https://github.com/kiln/fire"),)


@pytest.mark.parametrize(
    ("summary", "abstract"),
    [
        (f'<summary type="html">{html.escape(MARKED_UP)}</summary>', "We fire. H_2O & x"),
        (f'<content type="xhtml"><div xmlns="{XHTML}"><p>We <i>f</i>ire.</p></div></content>', "We fire."),
        ("<summary><![CDATA[a <think> & b]]></summary>", "a <think> & b"),
        ("<summary/><content>We fire.</content>", "We fire."),
    ],
)  # fmt: skip
def test_text_is_read_as_its_type_says(summary: str, abstract: str) -> None:
    assert only(atom_feed(f"<id>https://x.example/7</id><title>A Kiln</title>{summary}")).abstract == abstract


def test_the_page_of_an_entry_is_its_address_and_a_feeds_machinery_is_not() -> None:
    links = '<link rel="self" href="https://x.example/atom"/><link href="https://x.example/7"/>'

    assert only(atom_feed(f"<id>urn:uuid:7</id><title>A Kiln</title>{links}")).address == "https://x.example/7"


@pytest.mark.parametrize("rel", ["related", "via"])
def test_what_is_related_identifies_no_entry(rel: str) -> None:
    link = f'<link rel="{rel}" href="https://arxiv.org/abs/2505.09999"/>'

    assert only(atom_feed(f"<title>Kiln</title><author><name>A. Potter</name></author>{link}")).facts.arxiv is None
    titled = link.replace("/>", ' title="pdf"/>')
    assert only(atom_feed(f"<title>Kiln</title>{titled}")).facts.arxiv == "2505.09999"


def test_a_prefix_is_no_matter() -> None:
    text = (
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry>'
        "<a:title>A Kiln</a:title><a:id>arXiv:2505.01234</a:id></a:entry></a:feed>"
    )

    assert only(text).title == "A Kiln"


def test_arxivs_error_is_no_paper() -> None:
    entry = "<id>http://arxiv.org/api/errors#x</id><title>Error</title><summary>incorrect id format</summary>"

    assert error(atom_feed(entry)).startswith("kiln.xml:3: arXiv's answer is an error: incorrect id format")


def test_our_own_feed_has_slugs_summaries_and_days_of_digests(built: Built) -> None:
    dump = read(built.files["feed.xml"].decode())
    papers = {paper.slug: paper for paper in built.site.papers}

    assert dump.entries
    for entry in dump.entries:
        paper = papers[entry.slug]
        assert (entry.title, entry.summary or "") == (paper.title, paper.summary)
        assert (entry.abstract, entry.facts.published, entry.address) == ("", None, "")
        assert str(entry.date or dump.date) in {seen.digest for seen in paper.paper.seen_in}


# ---- RSS


SECOND = "We fire clay 2 times."


def announced(number: int, kind: str = "new", day: str = "Thu, 08 May 2025 00:00:00 -0400") -> str:
    return f"""
      <title>Kiln {number}</title>
      <link>https://arxiv.org/abs/2505.0000{number}</link>
      <description>arXiv:2505.0000{number}v1 Announce Type: {kind}
Abstract: We fire clay {number} times.</description>
      <guid isPermaLink="false">oai:arXiv.org:2505.0000{number}v1</guid>
      <category>cs.LG</category><category>stat.ML</category>
      <pubDate>{day}</pubDate>
      <arxiv:announce_type>{kind}</arxiv:announce_type>
      <dc:rights>http://creativecommons.org/licenses/by/4.0/</dc:rights>
      <dc:creator>Ann Potter, Bo Turner</dc:creator>"""


def test_arxivs_list_is_a_digest_of_its_day() -> None:
    dump = read(rss_feed(announced(1), announced(2, "replace-cross")))
    first, second = dump.entries
    facts = first.facts

    assert (dump.form, dump.date, first.date, facts.published) == ("RSS feed", DAY, None, None)
    assert (first.title, first.abstract, second.abstract) == (
        "Kiln 1",
        "We fire clay 1 times.",
        "We fire clay 2 times.",
    )
    assert (facts.arxiv, facts.authors) == ("2505.00001", ("Ann Potter", "Bo Turner"))
    assert facts.categories == ("cs.LG", "stat.ML")
    assert (first.line, second.line) == (3, 14)


def test_arxivs_list_as_it_was_is_read() -> None:
    item = (
        "<title>A Kiln. (arXiv:2505.01234v1 [cs.LG])</title><link>http://arxiv.org/abs/2505.01234</link>"
        "<description>&lt;p&gt;We fire.&lt;/p&gt;</description>"
        '<dc:creator>&lt;a href="x"&gt;Ann Potter&lt;/a&gt;, &lt;a href="y"&gt;Bo Turner&lt;/a&gt;</dc:creator>'
    )
    text = (
        f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" {RSS}>'
        f"<channel><dc:date>2025-05-08T20:30:00-05:00</dc:date></channel><item>{item}</item></rdf:RDF>"
    )
    dump = read(text)
    (entry,) = dump.entries

    assert (dump.date, entry.title, entry.abstract, entry.facts.arxiv) == (DAY, "A Kiln", "We fire.", "2505.01234")
    assert entry.facts.authors == ("Ann Potter", "Bo Turner")


def test_a_journals_feed_has_papers_with_dates_of_their_own() -> None:
    item = (
        "<title>A &lt;i&gt;Kiln&lt;/i&gt;</title><link>https://clay.example/7</link>"
        "<description>Short.</description><content:encoded><![CDATA[<p>We fire.</p>]]></content:encoded>"
        "<pubDate>Thu, 08 May 2025 00:00:00 GMT</pubDate><dc:creator>Ann Potter</dc:creator>"
        "<dc:creator>Bo Turner</dc:creator><dc:identifier>doi:10.1145/kiln.7</dc:identifier>"
        "<prism:publicationName>Clay</prism:publicationName>"
    )
    dump = read(rss_feed(item, head="<title>Clay</title><pubDate>Fri, 09 May 2025 00:00:00 GMT</pubDate>"))
    (entry,) = dump.entries
    facts = entry.facts

    assert (dump.date, entry.title, entry.abstract) == (None, "A Kiln", "We fire.")
    assert (facts.published, facts.doi, facts.venue) == (DAY, "10.1145/kiln.7", "Clay")
    assert (facts.authors, entry.address) == (("Ann Potter", "Bo Turner"), "https://clay.example/7")


# ---- what is neither


@pytest.mark.parametrize(
    "text",
    [
        "<html><feed/></html>",
        "<feed><entry/></feed>",
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><z:x/></rdf:RDF>',
        "<!-- <rss> --><opml/>",
        "<?xml",
        "<!DOCTYPE rss [<!ENTITY x '>'>",
        "A <rss> feed",
        "",
    ],
)
def test_other_xml_is_left_alone(text: str) -> None:
    assert (atom.detect(text), rss.detect(text)) == (False, False)


@pytest.mark.parametrize(
    "prologue",
    [
        "\n <?xml version='1.0'?>\n<?xml-stylesheet href='a.xsl'?>\n<!-- <html> -->\n",
        '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "rss-0.91.dtd">\n',
        "<!DOCTYPE rss [\n<!ELEMENT rss ANY>\n]>\n",
    ],
)
def test_what_stands_before_the_first_element_is_passed_over(prologue: str) -> None:
    assert rss.detect(f'{prologue}<rss version="2.0"/>')


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (rss_feed(), "kiln.xml:1: RSS feed without entries; name a feed that lists papers"),
        (atom_feed(), "kiln.xml:1: Atom feed without entries"),
        (atom_feed("<title>Kiln</title>")[:-8], "kiln.xml:3: malformed XML: it ends before its elements do; download"),
        (atom_feed("<title>Kiln</title>")[:-4], "kiln.xml:4: malformed XML: it ends inside a tag; download"),
        (atom_feed("<title><![CDATA[Kiln"), "kiln.xml:4: malformed XML: it ends inside a CDATA section; download"),
        (rss_feed("<title>Clay & Kiln</title>"), "kiln.xml:3: malformed XML: not well-formed (invalid token)"),
        ("\n\n" + rss_feed("<title>x</b>"), "kiln.xml:5: malformed XML: mismatched tag"),
        (rss_feed("<title>a&nbsp;b</title>"), "kiln.xml:3: malformed XML: undefined entity"),
        ('<!DOCTYPE rss [<!ENTITY a "b">]>\n' + rss_feed()[22:], "kiln.xml:1: XML that declares entities of its own"),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_its_cure(text: str, message: str) -> None:
    assert error(text).startswith(message)


def test_a_bomb_of_entities_does_not_go_off() -> None:
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    item = "<channel><item><title>&a9;</title></item></channel>"
    text = f'<!DOCTYPE rss [<!ENTITY a0 "fire">{entities}]><rss>{item}</rss>'

    assert "declares entities" in error(text)


def test_elements_in_elements_are_no_fault() -> None:
    deep = "<b>" * 50_000 + "We fire." + "</b>" * 50_000

    assert only(atom_feed(f"{ID}<title>A Kiln</title><summary>{deep}</summary>")).abstract == "We fire."


def test_entries_without_a_title_are_warnings_and_counted() -> None:
    dump = read(atom_feed(f"{ID}<title>A Kiln</title>", "<summary>We fire.</summary>"))

    assert [str(problem) for problem in dump.problems] == [
        "kiln.xml:4: an entry without a title; the record is left out"
    ]
    assert sum(dump.counts.values()) == 2


@given(st.text(alphabet="<>/!?-[]&;= \n'\"abx"), st.sampled_from(["atom", "rss", None]))
def test_no_text_is_a_bug(text: str, form: str | None) -> None:
    try:
        read(atom_feed(text) if form is None else text, form)
    except InputError:
        return
