"""RSS 2.0 and 1.0: arXiv's daily lists, and feeds of journals and preprint servers."""

from collections.abc import Iterator

from site_src.models import Dump
from site_src.readers.records import Record
from site_src.readers.records.feeds import as_announced, is_announced, make_dump, others_of
from site_src.readers.records.fields import read_fields
from site_src.readers.records.markup import plain_text
from site_src.readers.records.xml_elements import Element, find_root, parse_xml

NAME = "rss"
FORM = "RSS feed"

_KNOWN = frozenset({"title", "description", "encoded", "creator", "author", "category", "link", "guid", "identifier"})
_RSS_1 = "http://purl.org/rss/1.0/"
_ARXIV = "arxiv.org/"


def detect(text: str) -> bool:
    """Whether its first element is that of RSS."""
    root, rest = find_root(text)
    return root == "rss" or (root.rpartition(":")[2] == "RDF" and _RSS_1 in rest)


def read(text: str, name: str) -> Dump:
    """The papers of the feed. Raises InputError for malformed XML, and where it has no item."""
    root = parse_xml(text, name)
    channels = [root, *root.all("channel")]
    day = next((text for channel in channels for text in _texts(channel, "date", "pubDate", "lastBuildDate")), "")
    items = (item for channel in channels for item in channel.all("item"))
    return make_dump(_records(items, day), name, FORM)


def _records(items: Iterator[Element], day: str) -> Iterator[Record]:
    return (_read(item, day) for item in items)


def _texts(element: Element, *names: str) -> Iterator[str]:
    return (text for name in names for child in element.all(name) if (text := child.all_text().strip()))


def _first(element: Element, *names: str) -> str:
    return next(_texts(element, *names), "")


def _read(item: Element, day: str) -> Record:
    """Dates of arXiv's items, or of its whole list, are those of the list."""
    description = _first(item, "encoded", "description")
    announced = is_announced(item, description)
    link = _first(item, "link")
    others = others_of(item, _KNOWN)
    is_list = _ARXIV in link and not announced and "pubdate" not in others
    values = others | {
        "title": plain_text(_first(item, "title")),
        "summary": description if announced else plain_text(description, is_html=True),
        "authors": [plain_text(text, is_html=True) for text in _texts(item, "creator", "author")],
        "categories": list(_texts(item, "category")),
        "links": [link, *_texts(item, "guid", "identifier")],
        "listed": day if is_list else "",
    }
    if announced:
        values = {"pubdate": day} | values
    record = read_fields({name: value for name, value in values.items() if value}, item.line)
    return as_announced(record) if announced else record
