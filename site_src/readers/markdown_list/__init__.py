"""Markdown that lists papers: bullets, tables and headings with links, and digests kept as Markdown.

What makes an entry is a title in bold or in a link, or a heading, with an address that names a paper: prose that
mentions papers on its way makes none. A note whose front matter describes a paper is about that one alone. A copy of a
page, with its bylines, is no list: `text_copy` reads it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from site_src.dates import PartialDate
from site_src.errors import InputError, Place, Problem
from site_src.models import Dump, Entry
from site_src.readers.markdown_list.blocks import Block, Segment, read_blocks
from site_src.readers.markdown_list.entries import Found, find_papers, iterate_lines, read_paper
from site_src.readers.markdown_list.front_matter import read_front_matter
from site_src.readers.markdown_list.labels import split_label
from site_src.readers.markdown_list.marks import is_markdown
from site_src.readers.markdown_list.tables import name_cells, read_row
from site_src.readers.markdown_list.titles import Title
from site_src.readers.records import Record, read_record
from site_src.readers.records.fields import read_fields
from site_src.readers.records.paper_addresses import names_paper
from site_src.readers.records.written_lines import find_day, number_lines, shown_line

__all__ = ["FORM", "NAME", "detect", "read"]

NAME = "markdown"
FORM = "Markdown with links"

_PAPER = re.compile(
    r"^ {0,3}#[^\n]*\d{4}\.\d{4}|arxiv\.org/|arxiv:\s*\d{4}\.\d"
    r"|doi\.org/10\.|/10\.\d{4,9}/|openreview\.net/|aclanthology\.org/|/papers/\d{4}\.\d"
    r"|proceedings|openaccess|ieeexplore|\.pdf\b|semanticscholar\.org/paper|nature\.com/articles|springer\.com"
    r"|^\W{0,6}(?:Authors?|Abstract)\W{0,3}:|^[^\n|]{0,100}\|[^\n]{0,400}\b(?:authors?|abstract|arxiv|doi)\b",
    re.IGNORECASE | re.MULTILINE,
)
_FRONT_DATE = re.compile(
    r"\A\ufeff?---[ \t]*\n(?:[^\n]*\n){0,60}?date:[ \t]*[\"']?(?P<date>[^\n\"']{4,40})", re.IGNORECASE
)
_LONGEST_DATE_LINE = 120  # characters
_ENOUGH = 200_000  # characters: a list names a paper among them, and most in a tenth of it


def detect(text: str) -> bool:
    """Whether it is Markdown that names papers, and no copy of a page with bylines."""
    if _stated_paper(text):
        return True
    if not (is_markdown(text) and _PAPER.search(text)):
        return False
    return any(_list_papers(read_blocks(text[:length])) for length in (_ENOUGH // 10, _ENOUGH))


def read(text: str, name: str) -> Dump:
    """The papers in their order, without those that are only mentioned in prose.

    Raises InputError where no paper is named.
    """
    blocks = read_blocks(text)
    note = _stated_paper(text)
    papers = (_read_note(note, blocks),) if note else _list_papers(blocks)
    if not papers:
        cure = "name a list of papers with a link to each, or keep this file elsewhere"
        raise InputError(Problem(Place(name, 1), "Markdown without links to papers", cure))
    entries: list[Entry] = []
    problems: list[Problem] = []
    for paper in papers:
        entry, wrong = read_record(paper.record, name)
        entries.append(entry)
        problems += wrong
    date, printed, line = (None, "", 0) if note else _find_date(text, blocks, papers)
    counts, unread = _count_lines(blocks, papers)
    return Dump(
        name=name,
        form=FORM,
        date=date,
        printed_date=printed,
        date_line=line,
        entries=tuple(entries),
        counts=counts,
        problems=tuple(sorted([*problems, *_unread_warning(unread, text, name)])),
    )


@dataclass(frozen=True, slots=True)
class _Listed:
    """A paper, the lines it was read from, and those of them that say nothing that is read."""

    record: Record
    lines: tuple[int, ...]
    unread: tuple[int, ...] = ()


def _list_papers(blocks: Sequence[Block]) -> tuple[_Listed, ...]:
    listed = []
    for found in find_papers(blocks):
        record, unread = read_paper(found)
        if record.title:
            listed.append(_Listed(record, tuple(iterate_lines([found])), unread))
    day = None
    for block in blocks:
        day = (find_day(block.text) if block.kind == "heading" else None) or day
        stated = read_fields(name_cells(block), block.line) if block.kind == "row" else None
        if stated and (row := read_row(block, day, stated)):
            listed.append(_Listed(row, (block.line,)))
    return tuple(sorted(listed, key=lambda paper: paper.record.line))


def _stated_paper(text: str) -> Record | None:
    """The paper that front matter describes by a title and what tells papers apart; None for that of a list."""
    record = read_fields(*read_front_matter(text))
    sure = any(map(names_paper, record.identifiers)) or (record.authors and record.abstract)
    return record if record.title and sure else None


def _read_note(record: Record, blocks: Sequence[Block]) -> _Listed:
    """The paper that front matter describes, with the abstract that the note has under that name."""
    body, under = [], False
    for block in blocks:
        says = split_label(block.text)[0] == "abstract"
        under = says if block.kind == "heading" else under
        body += [block] if says or under else []
    title = Title(record.title, "", "", (Segment((), record.line),), sure=True)
    read, unread = read_paper(Found(Block(kind="heading", level=1, line=record.line), title, tuple(body), None))
    lines = {record.line, *(segment.line for block in body for segment in block.segments)}
    return _Listed(replace(record, abstract=record.abstract or read.abstract), tuple(lines), unread)


def _find_date(text: str, blocks: Sequence[Block], papers: Sequence[_Listed]) -> tuple[PartialDate | None, str, int]:
    """The day that front matter states, or the one day all entries stand under, or one named above them; and where."""
    if (front := _FRONT_DATE.match(text)) and (day := find_day(front["date"])):
        return day, front["date"].strip(), text.count("\n", 0, front.start("date")) + 1
    listed = {paper.record.listed for paper in papers}
    first = papers[0].record.line
    for block in blocks:
        named = find_day(block.text) if len(block.text) <= _LONGEST_DATE_LINE else None
        if named and str(named) in listed and len(listed) == 1 and block.kind == "heading":
            return named, block.text, block.line
        if named and listed == {""} and block.line < first:
            return named, block.text, block.line
    return None, "", 0


def _count_lines(blocks: Sequence[Block], papers: Sequence[_Listed]) -> tuple[dict[str, int], list[int]]:
    """How many lines are of entries, are headings or are not read; and which are not."""
    own = Counter(line for paper in papers for line in set(paper.lines))
    silent = {line for paper in papers for line in paper.unread}
    headings = {block.line for block in blocks if block.kind == "heading"} - set(own)
    others = {segment.line for block in blocks for segment in block.segments if segment.text}
    rows = {block.line for block in blocks if block.kind == "row"}
    unread = sorted(((others | rows) - set(own) - headings) | silent)
    counts = {"entry": len(set(own) - silent), "heading": len(headings), "unread": len(unread)}
    return {kind: count for kind, count in counts.items() if count}, unread


def _unread_warning(unread: Sequence[int], text: str, name: str) -> list[Problem]:
    """One warning for all such lines: a list may have hundreds."""
    if not unread:
        return []
    shown = shown_line(number_lines(text)[unread[0] - 1].text)
    lines = (
        "a line that says nothing of a paper"
        if len(unread) == 1
        else f"{len(unread)} lines that say nothing of a paper"
    )
    first = f"'{shown}'" if len(unread) == 1 else f"the first '{shown}'"
    return [Problem(Place(name, unread[0]), f"{lines}: {first}", "left out")]
