"""A record as its form has it, names and values → a `Record`, by the table of names in `aliases`."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from site_src.readers.records import Record, aliases, one_line
from site_src.readers.records.aliases import fold_names
from site_src.readers.records.categories import is_category
from site_src.readers.records.markup import plain_text, readable
from site_src.readers.records.numbers import complete_number, read_count
from site_src.readers.records.people import read_authors
from site_src.readers.records.values import (
    TEXTS,
    Under,
    Values,
    find,
    find_named,
    first_text,
    read_long_text,
    read_text,
)
from site_src.readers.records.written_dates import read_date_text, read_day_text

_ADDRESSES = ("url", "href", "link", "value", "id", "term", "doi")
_NOT_OF_CATEGORIES = re.compile(r"[\s,;|\[\]()'\"]+")
_MENTION = re.compile(r"\barxiv\s?:\s?([\w./-]{9,24})(?:\s?\[([\w.,\s-]{2,60})\])?", re.IGNORECASE)
_ANNOUNCED = re.compile(r"\s*arXiv:\S{9,24}\s+Announce Type:\s+(\S+)\s+(?:Abstract:\s+)?", re.IGNORECASE)
# arXiv's old feeds closed each title with a full stop of their own.
_OLD_TITLE = re.compile(r"\.? ?\(arXiv:\S{9,24}(?: \[[^\[\]]{2,40}\])?(?: UPDATED| CROSS LISTED)?\)$")
_NO_VENUE = re.compile(r"\s*(?:arxiv|corr\b|submitted to|preprint\b)", re.IGNORECASE)
_REPOSITORY = re.compile(r"[A-Za-z0-9][\w.-]*/[\w.-]+")
_SCHEMELESS = re.compile(r"(?:www\.|github\.com/|gitlab\.com/|huggingface\.co/|[\w-]+\.github\.io\b)\S*")
_CLOSING = ".,;)"
_LINK = re.compile(r"[A-Za-z][A-Za-z+.-]{0,20}://\S*")
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_HOSTS = {
    "code": re.compile(r"https?://(?:www\.)?(?:github|gitlab|bitbucket|codeberg)\.(?:com|org)/"),
    "project": re.compile(r"https?://[\w-]+\.(?:github|gitlab)\.io\b"),
    "model": re.compile(r"https?://huggingface\.co/(?!datasets/|spaces/|papers/)"),
    "dataset": re.compile(r"https?://huggingface\.co/datasets/"),
}


def read_fields(values: Values, line: int) -> Record:
    """What a record's values say, which `fold_names` made; its title is "" where it has none."""
    abstract = _abstract(values)
    announced = _ANNOUNCED.match(abstract)
    mentions = tuple(_mentions(values))
    return Record(
        line=line,
        title=_OLD_TITLE.sub("", one_line(_title(values))),
        abstract=abstract[announced.end() :] if announced else abstract,
        authors=_authors(values),
        author_count=_number(values, aliases.AUTHOR_COUNT),
        identifiers=(*_identifiers(values), *(arxiv for arxiv, _ in mentions)),
        published=read_date_text(values, aliases.PUBLISHED),
        listed=read_day_text(values, aliases.LISTED),
        venue=_venue(values),
        organisation=_organisation(values),
        categories=_categories(values, mentions),
        links=tuple(_links(values)),
        votes=_number(values, aliases.VOTES),
        comments=_number(values, aliases.COMMENTS),
    )


# ---- texts


def _title(values: Values) -> str:
    """Where nothing is called a title, what the record is called; a paper's link is none."""
    title = first_text(values, aliases.TITLE) or first_text(values, aliases.NAME)
    return "" if _LINK.fullmatch(title.strip()) else plain_text(title)


def _abstract(values: Values) -> str:
    for value in find(values, aliases.ABSTRACT):
        text = read_long_text(value)
        if text and not text.startswith(("http://", "https://")):
            return plain_text(text)
    return ""


# ---- people


def _authors(values: Values) -> tuple[str, ...]:
    found = (read_authors(_unpack(value)) for value in find(values, aliases.AUTHORS))
    return next(filter(None, found), ())


def _unpack(value: object) -> object:
    """The list that a cell of a table holds as text, in JSON or as Python writes it; any other value as it is."""
    if not isinstance(value, str) or not value.strip().startswith(("[", "{")):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        pass
    return _quoted(value) or value


# What Python writes for a list of texts, and for a list of objects with names.
_QUOTED = r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\""""
_ANY_QUOTED = re.compile(_QUOTED, re.DOTALL)
_NAMED_QUOTED = re.compile(rf"['\"](?:name|full_?name|term)['\"]: ?({_QUOTED})", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def _quoted(text: str) -> list[str]:
    found = _NAMED_QUOTED.findall(text) if "{" in text else _ANY_QUOTED.findall(text)
    return [_ESCAPED.sub(r"\1", one[1:-1]) for one in found]


def _organisation(values: Values) -> str:
    """The one organisation; several are the authors', and no text says whose paper it is."""
    for value in find(values, aliases.ORGANISATION):
        several = len(value) > 1 if isinstance(value, list) else False
        text = "" if several else read_text(value, ("fullname", "displayname", *TEXTS))
        if text and ";" not in text:
            return plain_text(text)
    return ""


# ---- identifiers and links


def _identifiers(values: Values) -> tuple[str, ...]:
    found = (text for value in find_named(values, aliases.IDENTIFIERS) for text in _identify(value))
    return tuple(dict.fromkeys(found))


def _identify(found: Under) -> Iterator[str]:
    if not isinstance(found.value, list | tuple):
        texts = [read_text(found.value, _ADDRESSES)]
    else:
        texts = [read_text(one, _ADDRESSES) for one in found.value if not _is_of_another(one)]
    for text in map(complete_number, map(str.strip, texts)):
        if text.startswith("/") and _is_openreview(text):
            yield f"https://openreview.net{text}"
        elif text:
            yield _with_scheme(text)


def _is_of_another(link: object) -> bool:
    """Whether the link is said to lead to something related."""
    fields = fold_names(link) if isinstance(link, Mapping) else {}
    return leads_elsewhere(read_text(fields.get("rel")), read_text(fields.get("title")))


def leads_elsewhere(rel: str, title: str) -> bool:
    """Whether a link is of something related, and no paper's own: arXiv has its PDFs and DOIs as related."""
    return rel in {"related", "via"} and title.casefold() not in {"pdf", "doi"}


def _is_openreview(path: str) -> bool:
    return path.startswith(("/pdf/", "/forum?id=", "/attachment/"))


def _with_scheme(text: str) -> str:
    return f"https://{text}" if _SCHEMELESS.fullmatch(text) else text


def _mentions(values: Values) -> Iterator[tuple[str, str]]:
    """(arXiv id, the categories in brackets behind it) of texts that mention one, of notes only as a whole line."""
    texts = (read_text(value) for value in find(values, aliases.MENTIONS))
    lines = (line.strip() for value in find(values, aliases.NOTES) for line in read_text(value).splitlines())
    found = chain(
        chain.from_iterable(map(_MENTION.finditer, texts)),
        filter(None, map(_MENTION.fullmatch, lines)),
    )
    for match in found:
        yield match[1].rstrip(_CLOSING), match[2] or ""


def _links(values: Values) -> Iterator[tuple[str, str]]:
    for kind, names in aliases.LINKS.items():
        for found in find_named(values, names):
            several: list[object] = found.value if isinstance(found.value, list) else [found.value]
            yield from ((kind, _address(read_text(one, _ADDRESSES), found.name)) for one in several)
    for value in find(values, aliases.REMARKS):
        yield from find_remarked_links(value if isinstance(value, str) else "")


def find_remarked_links(remark: str) -> Iterator[tuple[str, str]]:
    """(kind, address) of each address in what authors remark of a submission."""
    for match in _ADDRESS.finditer(readable(remark)):
        yield _kind(match[0]), match[0].rstrip(_CLOSING)


def _address(text: str, name: str) -> str:
    """The address, also of a repository that is named without its host."""
    text = text.strip().rstrip(_CLOSING)
    if "github" in name and _REPOSITORY.fullmatch(text) and not _SCHEMELESS.fullmatch(text):
        return f"https://github.com/{text}"
    return _with_scheme(text)


def _kind(address: str) -> str:
    """What an address in a remark leads to, by its host."""
    return next((kind for kind, host in _HOSTS.items() if host.match(address)), "other")


# ---- dates, counts, and the rest


def _number(values: Values, names: Iterable[str]) -> int | None:
    """The first whole number; a list is no count, nor is a remark."""
    texts = (read_text(value) for value in find(values, names) if isinstance(value, str | int | float))
    return next((count for count in map(read_count, texts) if count is not None), None)


def _venue(values: Values) -> str:
    """Where it appeared. A preprint server is no venue, nor where it was only sent to."""
    texts = map(read_text, find(values, aliases.VENUE))
    return next((plain_text(text) for text in texts if text.strip() and not _NO_VENUE.match(text)), "")


def _categories(values: Values, mentions: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Those of arXiv; other tags are not categories."""
    written = [text for value in find(values, aliases.CATEGORIES) for text in _texts(_unpack(value))]
    written += [inner for _, inner in mentions]
    words = (word for text in written for word in _NOT_OF_CATEGORIES.split(text))
    return tuple(dict.fromkeys(word for word in words if is_category(word)))


def _texts(value: object) -> Iterator[str]:
    several = value if isinstance(value, list | tuple) else [value]
    return (read_text(one, ("term", "id", "tag", *TEXTS)) for one in several)
