"""Blocks → records of papers: which blocks begin one, and what the blocks after it say of it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from site_src.dates import PartialDate
from site_src.readers.markdown_list.blocks import Block, Piece, Segment
from site_src.readers.markdown_list.labels import NOTHING, find_venue, is_generic, label_of, split_label, strip_marks
from site_src.readers.markdown_list.titles import Title, find_title, own_addresses, paper_addresses, split_id
from site_src.readers.records import Record
from site_src.readers.records.paper_addresses import find_addresses, is_code
from site_src.readers.records.written_lines import (
    LONGEST_NAME,
    find_day,
    is_name,
    join_written,
    looks_like_names,
    read_authors,
    read_day,
)

_CATEGORIES = re.compile(r"(?:arXiv:\S+)?(?:\W*\b[a-z-]{2,8}\.[A-Z][A-Za-z-]{1,8}\b)+\W*")
_PARTS = re.compile(r"\s+[|·•]\s+|\s*\|\s*(?=\*{0,2}[A-Z][\w ]{1,20}\*{0,2}:)")
_VOTES = re.compile(r"[👍▲⬆🔺🔼❤]\ufe0f?\s*(\d[\d,]*)")
_YEAR_ALONE = re.compile(r"\W*((?:19|20)\d\d)?\W*")
_MEETING = re.compile(r"[A-Z]{3,8} ?(?:19|20)\d\d")  # whose name may say what a link leads to: `[ICLR]`
_SENTENCES = re.compile(r"[a-z)]{2}\. ")
_LONGEST_ADDRESS = 120  # characters of a line that is an address and a few words
_LONGEST_DATE = 30  # characters, with a weekday
_LISTS = {"authors", "categories"}  # labels whose value may be in the next line
_ABSTRACT = 160  # characters: a paragraph without a label is an abstract from so many on


@dataclass(frozen=True, slots=True)
class Found:
    """A paper's title, the blocks that are about it, and the day of the heading it stands under."""

    block: Block
    title: Title
    body: tuple[Block, ...]
    day: PartialDate | None


@dataclass(slots=True)
class _Reading:
    """What the lines of an entry have said so far."""

    identifiers: list[str]
    values: dict[str, list[str]] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    label: str = ""

    def add(self, label: str, value: str) -> None:
        if value:
            self.values.setdefault(label, []).append(value)

    def first(self, label: str) -> str:
        return self.values.get(label, [""])[0]


# ---- which blocks begin an entry


def find_papers(blocks: Sequence[Block]) -> tuple[Found, ...]:
    """Every paper of the document but those in tables, in order."""
    titles = _starting_titles(blocks)
    days = _days(blocks, titles)
    ends = _ends(blocks, titles)
    return tuple(Found(blocks[i], titles[i], tuple(blocks[i + 1 : ends[i]]), days[i]) for i in sorted(titles))


def _starting_titles(blocks: Sequence[Block]) -> dict[int, Title]:
    """By the place of its block. A title that links to no paper needs a paper's address or field in what follows."""
    named = {i: title for i, block in enumerate(blocks) if block.kind != "row" and (title := find_title(block))}
    starts = {i: title for i, title in named.items() if title.sure and blocks[i].kind != "heading"}
    marks = list(accumulate((_is_mark(block) for block in blocks), initial=0))
    for kind in ("item", "paragraph", "heading"):
        begun = list(accumulate((i in starts or blocks[i].kind == "row" for i in range(len(blocks))), initial=0))
        for i, title in named.items():
            if blocks[i].kind != kind or i in starts or (kind == "paragraph" and not _is_alone(blocks[i])):
                continue
            # What stands under a paragraph ends where the next entry begins.
            stop = bisect_right(begun, begun[i + 1]) - 1 if kind == "paragraph" else len(blocks)
            end = _reach(blocks, i, stop)
            alone = begun[end] == begun[i + 1]
            if (alone and marks[end] > marks[i + 1]) or title.sure:
                starts[i] = title
    return _without_headline(blocks, starts)


def _without_headline(blocks: Sequence[Block], starts: dict[int, Title]) -> dict[int, Title]:
    """A heading of the first level is the document's own unless nothing else begins an entry."""
    top = [i for i in starts if blocks[i].kind == "heading" and blocks[i].level == 1]
    others = len(starts) - len(top)
    return {i: title for i, title in starts.items() if i not in top or not others}


def _is_alone(block: Block) -> bool:
    """Whether the block's first line is bold or a link as a whole, as headings of entries are."""
    line = next((segment for segment in block.segments if segment.text), Segment((), 0))
    return all(piece.bold or piece.href or is_generic(piece.text) for piece in line.pieces)


def _is_mark(block: Block) -> bool:
    """Whether it says of a paper where it is, who wrote it or what its abstract is, and is no prose about others."""
    for segment in block.segments:
        label = split_label(segment.text)[0]
        if label in {"authors", "abstract"} or (label == "paper" and paper_addresses(segment)):
            return True
        if (label or _only_links(segment)) and own_addresses(segment):
            return True
    return False


def _only_links(segment: Segment) -> bool:
    return all(is_generic(piece.text) for piece in segment.pieces if piece.href) and (
        len("".join(piece.text for piece in segment.pieces if not piece.href)) <= _LONGEST_ADDRESS
    )


def _reach(blocks: Sequence[Block], start: int, stop: int) -> int:
    """Where, up to `stop`, what may belong to the block ends.

    That is at the next heading, and for an item at the next that is no part of it.
    """
    kind, level = blocks[start].kind, blocks[start].level
    for i in range(start + 1, stop):
        block = blocks[i]
        if block.kind == "heading" and not _labels_only(block):
            return i
        if kind == "item" and (block.level < level or (block.kind == "item" and block.level == level)):
            return i
        if kind == "paragraph" and block.kind == "paragraph" and _is_alone(block) and find_title(block):
            return i
    return stop


def _labels_only(block: Block) -> bool:
    return split_label(block.text)[0] in {"abstract", "authors", "summary"} or label_of(block.text) == "paper"


def _ends(blocks: Sequence[Block], starts: dict[int, Title]) -> dict[int, int]:
    ordered = sorted(starts)
    return {i: _reach(blocks, i, following) for i, following in zip(ordered, [*ordered, len(blocks)][1:], strict=True)}


# ---- days


def _days(blocks: Sequence[Block], starts: dict[int, Title]) -> dict[int, PartialDate | None]:
    """For each start the day that the last heading with one names."""
    day = None
    days: dict[int, PartialDate | None] = {}
    for i, block in enumerate(blocks):
        if block.kind == "heading" and i not in starts:
            day = find_day(block.text) or day
        days[i] = day
    return days


# ---- what an entry says


def read_paper(found: Found) -> tuple[Record, tuple[int, ...]]:
    """The record, and the lines of its blocks that are no part of it."""
    title = found.title.text
    reading = _Reading(identifiers=[found.title.identifier])
    _read_before(found.title.before, reading)
    for segment in found.title.rest:
        _read_segment(segment, reading, near=True)
    reading.identifiers += () if any(reading.identifiers) else paper_addresses(found.title.rest[0])
    for block in found.body:
        if not title and block.segments:  # `### Title:` and the title in the next line
            title, identifier = split_id(block.segments[0].text, ())
            reading.identifiers.append(identifier)
            continue
        for segment in block.segments:
            _read_segment(segment, reading, near=block.kind != "code")
        if reading.label not in {"abstract", "summary"}:
            reading.label = ""
    return _record(found, title, reading), tuple(reading.unread)


def _record(found: Found, title: str, reading: _Reading) -> Record:
    abstract = join_written(reading.values.get("abstract") or ())
    return Record(
        line=found.block.line,
        title=title,
        abstract=_unwrapped(abstract or join_written(reading.values.get("summary") or reading.loose)),
        authors=read_authors(", ".join(reading.values.get("authors", ()))),
        identifiers=tuple(reading.identifiers),
        published=reading.first("date"),
        listed=str(found.day or ""),
        venue=reading.first("venue"),
        categories=re.findall(r"\b[a-z-]+\.[A-Za-z-]{2,}\b", " ".join(reading.values.get("categories", ()))),
        links=tuple(dict.fromkeys(reading.links)),
        votes=_count(reading.first("votes")),
    )


def _unwrapped(abstract: str) -> str:
    """Without the square brackets that a template left around the whole."""
    whole = abstract.startswith("[") and abstract.endswith("]") and abstract.count("[") == 1
    return abstract[1:-1] if whole else abstract


def _count(written: str) -> int | None:
    match = re.search(r"\b\d{1,6}\b", written.replace(",", ""))
    return int(match[0]) if match else None


def _read_before(text: str, reading: _Reading) -> None:
    """Marks before a title: a meeting or a day in brackets, or names."""
    if votes := _VOTES.search(text):
        reading.add("votes", votes[1])
    for piece in re.split(r"[\[\]()【】]", text):
        bare = strip_marks(piece)
        if venue := find_venue(bare):
            reading.add("venue", venue)
        elif day := find_day(bare):
            reading.add("date", str(day))
        elif looks_like_names(bare):
            reading.add("authors", bare.rstrip("."))


def _read_segment(segment: Segment, reading: _Reading, *, near: bool) -> None:
    for line in _cut_at_labels(segment):
        _read_line(line, reading, near=near)


def _cut_at_labels(segment: Segment) -> Iterator[Segment]:
    """The line in pieces, each from a bold label on: `**Authors:** A, B **Date:** 2025`."""
    start = 0
    for i, piece in enumerate(segment.pieces):
        following = segment.pieces[i + 1].text if i + 1 < len(segment.pieces) else ""
        labelled = piece.bold and label_of(piece.text) and ":" in piece.text[-2:] + following[:1]
        if labelled and i > start:
            yield Segment(segment.pieces[start:i], segment.line)
            start = i
    yield Segment(segment.pieces[start:], segment.line)


def _read_line(segment: Segment, reading: _Reading, *, near: bool) -> None:
    text = segment.text
    if split_label(text)[0] == "related":
        reading.unread.append(segment.line)
        return
    _read_links(segment, reading)
    for part in _PARTS.split(text):
        label, value = split_label(part)
        if label:
            _read_labelled(label, value, segment, reading)
        elif reading.label in {"abstract", "summary"} and _is_prose(segment, part):
            reading.add(reading.label, part.lstrip("> ").strip())
        elif reading.label in _LISTS and reading.label not in reading.values:
            _read_labelled(reading.label, part, segment, reading)
        elif strip_marks(part) and not _read_unlabelled(part, segment, reading, near=near):
            reading.unread.append(segment.line)


def _read_links(segment: Segment, reading: _Reading) -> None:
    label = split_label(segment.text)[0]
    reading.identifiers += paper_addresses(segment) if label == "paper" else own_addresses(segment)
    for piece in segment.pieces:
        if piece.href.startswith("http") and piece.href not in reading.identifiers:
            _read_link(piece, label, reading)
    if label in {"code", "project", "dataset", "model"}:
        reading.links += [(label, address) for address in find_addresses(segment.text)]


def _read_link(piece: Piece, label: str, reading: _Reading) -> None:
    kind = label_of(piece.text) or label
    if is_code(piece.href) and kind in {"", "code", "title"}:
        kind = "code"
    if kind in {"code", "project", "dataset", "model"}:
        reading.links.append((kind, piece.href))


def _read_labelled(label: str, value: str, segment: Segment, reading: _Reading) -> None:
    reading.label = label
    again, inner = split_label(value)
    value = inner if again == label else value  # `**Subjects:** Subjects:`
    value = "" if value.strip("*_ ").lower() in NOTHING else value
    prose = label in {"abstract", "summary"}
    if label in {"paper", "title"}:
        reading.identifiers += [value.strip("[]() ")] if value and not find_addresses(value) else []
    elif label in {"code", "project", "dataset", "model", "comments"}:
        return
    elif label == "date":
        day = find_day(value) or read_day(value.split(" [")[0])
        reading.add("date", str(day or ""))
    elif not prose or _is_prose(segment, value):
        words = value if prose else _before_links(value, segment)
        reading.add(label, words.lstrip("*_ ") if prose else words.strip(" *_|"))


def _before_links(value: str, segment: Segment) -> str:
    """The value without the generic links behind it: `A, B [abs](…) [pdf](…)`."""
    names = [piece.text for piece in segment.pieces if piece.href and is_generic(piece.text) and piece.text.strip()]
    for name in reversed(names):
        value = value.rstrip(" |[]()").removesuffix(name.strip("[]() "))
    return value.strip(" |[]")


def _is_prose(segment: Segment, text: str) -> bool:
    """Whether the words are more than names of links."""
    return not is_generic(text) and not (find_addresses(text) and len(text.split()) == 1) and bool(segment.pieces)


def _read_unlabelled(part: str, segment: Segment, reading: _Reading, *, near: bool) -> bool:
    """Whether a line without a label says something of the paper: its authors, its meeting, its day, or an abstract."""
    has_links = any(piece.href for piece in segment.pieces)
    words = "".join(piece.text for piece in segment.pieces if not piece.href) if has_links else part
    bare = strip_marks(words)
    if len(bare) <= _LONGEST_DATE and (day := find_day(bare)):
        reading.add("date", str(day))
    elif not bare or (find_addresses(part) and len(part.split()) == 1):
        return True
    elif (venue := find_venue(bare)) and (_MEETING.match(bare) or not is_generic(bare)):
        reading.add("venue", venue)
    elif is_generic(bare):
        return True
    elif _CATEGORIES.fullmatch(bare):
        reading.add("categories", bare)
    elif near and not reading.values.get("authors") and not reading.loose and _read_names(segment, bare, reading):
        return True
    elif len(part) >= _ABSTRACT or (reading.loose and len(part) > LONGEST_NAME):
        reading.loose.append(part)
    else:
        return _read_mixed(words, reading)
    return True


def _read_names(segment: Segment, bare: str, reading: _Reading) -> bool:
    """Whether the line is authors; one alone is set in italics, or the whole of its line."""
    emphasised = "".join(piece.text for piece in segment.pieces if piece.emphasis).strip(" .,")
    whole = emphasised == segment.text.strip(" .,")
    if emphasised and (looks_like_names(emphasised) or (whole and is_name(emphasised))):
        reading.add("authors", emphasised)
        rest = "".join(piece.text for piece in segment.pieces if not piece.emphasis and not piece.href)
        return not strip_marks(rest) or _read_mixed(rest, reading)
    if emphasised and _read_names_and_venue(segment, emphasised, reading):
        return True
    alone = bare == strip_marks(segment.text) and is_name(bare) and bare.istitle()
    if alone or (looks_like_names(bare) and not _SENTENCES.search(bare)):
        reading.add("authors", bare.rstrip("."))
        return True
    return False


def _read_names_and_venue(segment: Segment, emphasised: str, reading: _Reading) -> bool:
    """Whether the line is `Ann Bee et al., *Journal of Kilns*, 2025`."""
    first = next(i for i, piece in enumerate(segment.pieces) if piece.emphasis)
    plain = ["" if piece.href or piece.emphasis else piece.text for piece in segment.pieces]
    names, year = strip_marks("".join(plain[:first])).rstrip(", "), _YEAR_ALONE.fullmatch("".join(plain[first:]))
    if not year or not (looks_like_names(names) or is_name(names)):
        return False
    reading.add("authors", names)
    reading.add("venue", f"{emphasised} {year[1] or ''}".strip())
    return True


def _read_mixed(text: str, reading: _Reading) -> bool:
    """Whether all pieces between stops or brackets say something: `Ann Bee, Bo Cee. CVPR 2024`."""
    read = True
    for piece in re.split(r"(?<=[a-z)]{2})\.\s+|[()\[\]]|\s[-–—]\s|,\s*(?=[A-Z]+ ?'?\d{2,4}\b)", text):
        bare = strip_marks(piece).strip(" ,;")
        if venue := find_venue(bare):
            reading.add("venue", venue)
        elif not reading.values.get("authors") and looks_like_names(bare):
            reading.add("authors", bare)
        else:
            read = read and is_generic(bare)
    return read


def iterate_lines(found: Sequence[Found]) -> Iterator[int]:
    """The lines of the blocks that entries are read from."""
    for one in found:
        for block in (one.block, *one.body):
            yield from (segment.line for segment in block.segments)
