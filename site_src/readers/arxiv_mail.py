r"""arXiv's listing e-mails: entries between rules, each of fields, an abstract and an address, parted by `\\`.

Cross-listed papers come after the new ones, and replaced ones last, without abstracts. A file may hold several mails,
as a mail program keeps them, with headers or without, or quoted in another mail.
"""

import base64
import quopri
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_src.dates import PartialDate
from site_src.errors import InputError, Place, Problem
from site_src.identifiers import ANY_ARXIV_ID
from site_src.models import Dump
from site_src.readers.records import Record, read_record
from site_src.readers.records.fields import find_remarked_links
from site_src.readers.records.written_lines import (
    Written,
    expand_year,
    join_written,
    number_lines,
    only_day,
    read_authors,
    read_day,
)

NAME = "arxiv-mail"
FORM = "arXiv listing e-mail"

_FENCE = re.compile(r"(?P<quoted>(?:[ \t]*>)*)(?P<indent>[ \t]*)\\\\$")
_END = re.compile(r"\\\\\s*\(\s*(?P<address>\S*)")
_RULE = re.compile(r"[-%]{20,}|-{10,}\s*$")
_CROSS = r"\(\*?cross-list(?:ing|ed)?\*?\)"
_PAPER = re.compile(
    rf"(?:arXiv|Paper)\s{{0,9}}(?P<before>{_CROSS})?\s{{0,9}}:\s{{0,9}}(?:arXiv:)?(?P<id>{ANY_ARXIV_ID})(?:v\d+)?"
    rf"\s*(?P<behind>{_CROSS})?(?P<rest>.*)",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?P<name>title|authors?|categories|comments?|report-no|acm-class|msc-class|pacs-class|subj-class|journal-ref|doi"
    r"|proxy|licen[sc]e|from|date)\s{0,9}(?:\([^()]{0,60}\))?\s{0,9}:\s*(?P<value>.*)|"
    r"(?P<replaced>replaced with |figures? added|part added).*",
    re.IGNORECASE,
)
_RECEIVED = re.compile(r"received from\b(?P<from>.*?)(?:\bto\b(?P<to>.*))?$", re.IGNORECASE)
_DATED = re.compile(r"Date:|replaced with", re.IGNORECASE)
_SIZE = re.compile(r"\s*\([^()]*kb[^()]*\)\s*$", re.IGNORECASE)
_DATE_HEADER = re.compile(r"Date:\s*(?P<date>.+)", re.IGNORECASE)
_ENCODING = re.compile(r"Content-Transfer-Encoding:\s*(quoted-printable|base64)\s*$", re.IGNORECASE)
_BOUNDARY = re.compile(r"boundary=\"?([^\";]+)", re.IGNORECASE)
_MBOX = re.compile(r"From \S+ .*\d{4}$")
_TYPE = re.compile(r"Content-Type:\s*([\w.+-]+/[\w.+-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """One entry's lines, from the one with its id on; `kind` is new, cross-listed or replaced."""

    kind: str
    identifier: str
    fields: Mapping[str, str]
    abstract: str
    address: str
    closed: bool  # with the line that has its address
    line: int
    abstract_line: int
    day: PartialDate | None


def detect(text: str) -> bool:
    r"""Whether an entry begins as theirs do: `\\` alone in a line, and an arXiv id in the next."""
    if "\\\\" not in text and "base64" not in text:
        return False
    return bool(_starts(_plain_lines(text)))


def read(text: str, name: str) -> Dump:
    """The entries in their order; each has the day its mail was received, and the dump that of all mails if it is one.

    Raises InputError where there is no entry.
    """
    lines = _plain_lines(text)
    blocks = tuple(_blocks(lines))
    if not blocks:
        raise InputError(Problem(Place(name, 1), f"no entry in this {FORM}", "save the whole mail as text"))
    entries, problems = [], []
    for block in blocks:
        if not block.fields.get("title"):
            seen = f"no title for arXiv:{block.identifier}"
            problems.append(Problem(Place(name, block.line), seen, "left out; restore its title"))
            continue
        entry, wrong = read_record(_record(block), name)
        entries.append(entry)
        problems += wrong
    if not entries:
        raise InputError(problems)
    problems += _warn_of_cut(blocks, name)
    days = [block.day for block in blocks if block.day]
    counts = Counter(block.kind for block in blocks)
    return Dump(
        name=name,
        form=FORM,
        date=only_day(days) if len(days) == len(blocks) else None,
        printed_date=str(days[0]) if days else "",
        entries=tuple(entries),
        counts={kind: counts[kind] for kind in ("new", "cross-listed", "replaced") if counts[kind]},
        counted="record",
        problems=tuple(sorted(problems)),
    )


def _warn_of_cut(blocks: Sequence[_Block], name: str) -> Iterator[Problem]:
    """A warning for each entry that does not end as they do: where others do, or where nothing follows its fields."""
    closed = any(block.closed for block in blocks)
    for block in blocks:
        if not block.closed and (closed or not block.abstract):
            seen = f"the entry of arXiv:{block.identifier} is cut: it does not end with its address"
            yield Problem(Place(name, block.line), seen, "what is there is read; save the whole mail")


def _record(block: _Block) -> Record:
    fields = block.fields
    return Record(
        line=block.line,
        title=fields["title"],
        abstract=block.abstract,
        authors=read_authors(fields.get("authors", "")),
        identifiers=(f"arXiv:{block.identifier}", *re.split(r"[\s,;]+", fields.get("doi", "")), block.address),
        published=_published(fields.get("date", "")) if block.kind != "replaced" else "",
        listed=str(block.day or ""),
        venue=fields.get("journal-ref", ""),
        categories=re.split(r"[\s,;]+", fields.get("categories", fields.get("subj-class", "")))
        if "categories" in fields
        else (),
        links=tuple(find_remarked_links(fields.get("comments", fields.get("comment", "")))),
    )


def _published(written: str) -> str:
    return expand_year(_SIZE.sub("", written))


# ---- blocks


def _starts(lines: Sequence[Written]) -> list[int]:
    r"""The lines with an id, each the next after a `\\`, or after a rule and before a date where that was lost."""
    visible = [i for i, line in enumerate(lines) if line.text]
    starts = []
    for before, i, after in zip(visible[:-1], visible[1:], [*visible[2:], *visible[-1:]], strict=False):
        above = lines[before].text
        lost = _RULE.match(above) and _DATED.match(lines[after].text)
        if (above == "\\\\" or lost) and _PAPER.match(lines[i].text):
            starts.append(i)
    return starts


def _blocks(lines: Sequence[Written]) -> Iterator[_Block]:
    starts = _starts(lines)
    day, read_to = None, 0
    for start, following in zip(starts, [*starts, len(lines)][1:], strict=True):
        day = _day_before(lines[read_to:start]) or day
        rule = next((i for i in range(start, following) if _RULE.match(lines[i].text)), following)
        yield _read_block(lines[start:rule], day)
        read_to = rule


def _read_block(lines: Sequence[Written], day: PartialDate | None) -> _Block:
    first = _PAPER.match(lines[0].text)
    identifier = first["id"] if first else ""
    crossed = bool(first and (first["before"] or first["behind"]))
    parts = _parts(lines[1:])
    fields = _read_fields(parts[0])
    address = next((match[1] for line in lines if (match := _END.match(line.text))), "")
    kind = "replaced" if "replaced" in fields or (first and "replaced" in first["rest"]) else "new"
    abstract = [line for part in parts[1:] for line in part if line.text]
    return _Block(
        kind="cross-listed" if crossed and kind == "new" else kind,
        identifier=identifier,
        fields=fields,
        abstract=join_written(line.text for line in abstract),
        address=address.rstrip(","),
        closed=any(_END.match(line.text) for line in lines),
        line=lines[0].number,
        abstract_line=abstract[0].number if abstract else 0,
        day=day,
    )


def _parts(lines: Sequence[Written]) -> list[list[Written]]:
    r"""The lines between each `\\`, up to the one that ends the entry with its address."""
    parts: list[list[Written]] = [[]]
    for line in lines:
        if _END.match(line.text):
            break
        if line.text == "\\\\":
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


def _read_fields(lines: Sequence[Written]) -> dict[str, str]:
    """By name in small letters; a line that begins no field goes on with the one before. The first of a name counts."""
    found: list[tuple[str, list[str]]] = []
    for line in lines:
        field = _FIELD.fullmatch(line.text)
        if field:
            name = "replaced" if field["replaced"] else field["name"].lower()
            found.append(({"author": "authors", "comment": "comments"}.get(name, name), [field["value"] or ""]))
        elif found:
            found[-1][1].append(line.text)
    return {name: join_written(values) for name, values in reversed(found)}


def _day_before(lines: Sequence[Written]) -> PartialDate | None:
    """The day on which the mail's span of submissions ends, else the mail's own."""
    sent = None
    for i, line in enumerate(lines):
        if received := _RECEIVED.search(line.text):
            to = received["to"] or (re.sub(r"^\s*to\b", "", lines[i + 1].text) if i + 1 < len(lines) else "")
            return read_day(to)
        if header := _DATE_HEADER.match(line.text):
            sent = sent or read_day(header["date"])
    return sent


# ---- what mail programs make of a text


def _plain_lines(text: str) -> tuple[Written, ...]:
    """The lines of the mails' texts as they were sent: decoded, without their HTML and the marks of a quotation."""
    return tuple(_unquoted(tuple(_decoded(number_lines(text)))))


def _unquoted(lines: Sequence[Written]) -> Iterator[Written]:
    fence = next((match for line in lines if (match := _FENCE.match(line.text))), None)
    depth, indent = (fence["quoted"].count(">"), len(fence["indent"])) if fence else (0, 0)
    margin = re.compile(rf"(?:[ \t]*>){{0,{depth}}}[ \t]{{0,{indent}}}")
    for line in lines:
        yield Written(margin.sub("", line.text, count=1) if fence else line.text, line.number)


def _decoded(lines: Sequence[Written]) -> Iterator[Written]:
    """The lines with what a transfer encoding did undone, without parts that are no text; each keeps its number."""
    boundaries = {f"--{match[1]}" for line in lines if (match := _BOUNDARY.search(line.text))}
    part: list[Written] = []
    for line in lines:
        if line.text.removesuffix("--") in boundaries or line.text in boundaries or _MBOX.match(line.text):
            yield from _decode_part(part)
            part = []
        else:
            part.append(line)
    yield from _decode_part(part)


def _decode_part(part: Sequence[Written]) -> Iterator[Written]:
    begin = next((i for i, line in enumerate(part) if line.text), len(part))
    end = next((i for i in range(begin, len(part)) if not part[i].text), len(part))
    head, body = part[begin:end], part[end:]
    kinds = [match[1].lower() for line in head if (match := _TYPE.match(line.text))]
    encodings = [match[1].lower() for line in head if (match := _ENCODING.match(line.text))]
    yield from head
    if kinds and kinds[0].startswith(("text/html", "image/", "application/")):
        return
    yield from _decode(body, encodings[0]) if encodings and body else body


def _decode(lines: Sequence[Written], encoding: str) -> Iterator[Written]:
    if encoding == "base64":
        try:
            text = base64.b64decode("".join(line.text for line in lines)).decode("utf-8", "replace")
        except ValueError:
            yield from lines
            return
        yield from (Written(line.text, lines[0].number) for line in number_lines(text))
        return
    pieces: list[str] = []
    for line in lines:
        pieces.append(line.text.removesuffix("="))
        if not line.text.endswith("="):
            written = quopri.decodestring("".join(pieces).encode("utf-8", "replace")).decode("utf-8", "replace")
            yield Written(written, line.number - len(pieces) + 1)
            pieces = []
