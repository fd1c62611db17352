"""An entry's fields → a record."""

import re
from collections.abc import Iterator, Mapping

from site_src.addresses import is_paper_address
from site_src.citations.latex_text import read_latex
from site_src.readers.records import Record, one_line
from site_src.readers.records.references import (
    find_addresses,
    find_arxiv_ids,
    find_whole_lines,
    is_own_record,
    read_author,
    read_day,
    read_venue,
)

_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_OTHERS = frozenset({"and", "others", "et al", "et al.", "et. al.", "..."})
_PARTS_OF_NAMES = re.compile(r"\b(family|given|prefix|suffix)\s*=\s*(\"[^\"]*\"|[^,]*)", re.IGNORECASE)
_OF_ADDRESSES = re.compile(r"\\([%_&#~{}$])|\{?\$\\sim\$\}?|\\textasciitilde(?:\{\})?|\\url|[{}]")
_OLD_ID = re.compile(r"\d{7}")
_YEAR = re.compile(r"[0-9]{4}")
_CONTAINERS = ("booktitle", "journal", "journaltitle", "eventtitle")
_NOT_ARXIV = frozenset({"", "arxiv"})


def make_record(kind: str, values: Mapping[str, str], line: int) -> Record:
    """What the entry says; `kind` is in small letters, as are the names of fields."""
    identifiers = tuple(_identifiers(values))
    own = is_own_record(identifiers)
    published = _published(values)
    return Record(
        line=line,
        title=_title(values),
        abstract=_text(values, "abstract"),
        authors=tuple(_authors(values.get("author", ""), own=own)),
        identifiers=identifiers,
        published=published,
        venue=_venue(kind, values, published[:4]),
        categories=tuple(_categories(values)),
    )


def _text(values: Mapping[str, str], *names: str) -> str:
    """The first of the fields that says something."""
    return next((text for name in names if (text := one_line(read_latex(values.get(name, ""))))), "")


def _title(values: Mapping[str, str]) -> str:
    title, subtitle = _text(values, "title"), _text(values, "subtitle")
    return f"{title}: {subtitle}" if title and subtitle and subtitle.lower() not in title.lower() else title


# ---- names


def _authors(written: str, *, own: bool) -> Iterator[str]:
    for name in _split_names(written):
        if _is_whole_group(name):
            yield one_line(read_latex(name))
        elif parts := {part.lower(): value.strip('"') for part, value in _PARTS_OF_NAMES.findall(name)}:
            order = (parts.get(part, "") for part in ("given", "prefix", "family", "suffix"))
            yield one_line(read_latex(" ".join(order)))
        else:
            yield read_author(read_latex(name), own=own)


def _split_names(written: str) -> list[str]:
    """The names between `and` outside of braces, without what stands for others."""
    names = [name.strip(" ,") for name in _split_outside(_AND, " ".join(written.split()))]
    names = [name for name in names if name and name.strip("{}").lower() not in _OTHERS]
    return [one for name in names for one in _split_list(name)] if len(names) == 1 else names


def _split_list(name: str) -> list[str]:
    """The names of a list that has semicolons or commas for `and`: `A. Potter, B. Turner, C. Glaze`."""
    if _is_whole_group(name):
        return [name]
    if ";" in name:
        return [part.strip() for part in _split_outside(re.compile(";"), name) if part.strip()]
    parts = [part.strip() for part in _split_outside(re.compile(","), name)]
    return parts if len(parts) > 2 and all(" " in part for part in parts) else [name]  # noqa: PLR2004  a list


def _split_outside(separator: re.Pattern[str], text: str) -> list[str]:
    """The parts between separators that are in no braces."""
    parts, start, depth, counted = [], 0, 0, 0
    for found in separator.finditer(text):
        depth += text.count("{", counted, found.start()) - text.count("}", counted, found.start())
        counted = found.start()
        if depth <= 0:
            parts.append(text[start : found.start()])
            start = found.end()
    return [*parts, text[start:]]


def _is_whole_group(name: str) -> bool:
    """Whether one pair of braces holds all of the name, so that it is in one piece."""
    if not (name.startswith("{") and name.endswith("}")) or name.startswith("{\\"):
        return False
    depth = 0
    for brace in re.finditer(r"[{}]", name):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.end() == len(name)
    return False


# ---- which paper it is


def _identifiers(values: Mapping[str, str]) -> Iterator[str]:
    """The surest first."""
    yield from _eprints(values)
    yield from (_address(values.get(name, "")) for name in ("arxiv", "arxivid", "arxiv_id", "doi"))
    addresses = [_address(values.get(name, "")) for name in ("url", "ee", "link", "howpublished")]
    yield from find_addresses(*addresses)
    said = (*_CONTAINERS, "volume", "number", "publisher", "howpublished", "pages", "type", "institution")
    yield from find_arxiv_ids(*(values.get(name, "") for name in said))
    yield from find_whole_lines(values.get("note", ""))
    if is_paper_address(values.get("biburl", "")):  # DBLP has addresses of its own there
        yield values["biburl"]


def _eprints(values: Mapping[str, str]) -> Iterator[str]:
    archive = _address(values.get("archiveprefix") or values.get("eprinttype") or "").lower()
    eprint = (_address(values.get("eprint", "")).split() or [""])[0]
    if archive in _NOT_ARXIV:
        yield eprint
    elif _OLD_ID.fullmatch(eprint):
        yield f"{archive}/{eprint}"


def _address(written: str) -> str:
    """An address or identifier as it is meant: nothing in it is LaTeX but for what programs escape."""
    return _OF_ADDRESSES.sub(
        lambda found: found[1] or ("~" if "sim" in found[0] or "tilde" in found[0] else ""), written
    )


# ---- where and when


def _venue(kind: str, values: Mapping[str, str], year: str) -> str:
    for name in _CONTAINERS:
        if venue := read_venue(_text(values, name), "" if kind == "misc" else year):
            return venue
    return read_venue(_text(values, "howpublished"))


def _categories(values: Mapping[str, str]) -> Iterator[str]:
    written = values.get("primaryclass") or values.get("eprintclass") or ""
    yield from re.findall(r"[A-Za-z][\w.-]*", written)


def _published(values: Mapping[str, str]) -> str:
    """`2024-02-29` as far as it is said; as written where it is no date."""
    if date := _text(values, "date"):
        return read_day(date)
    year, month, day = _text(values, "year").strip("()[] "), _text(values, "month"), _text(values, "day")
    if not _YEAR.fullmatch(year) or not month:
        return read_day(year)
    return read_day(f"{year}-{month}-{day}" if month.isdecimal() else f"{month} {day}", year)
