"""Dump text → Dump, or an error that names the line."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_src.errors import InputError, Place, Problem
from site_src.identifiers import read_arxiv_id
from site_src.models import Dump, Entry
from site_src.readers.decode import check_plain_text
from site_src.readers.records.written_lines import shown_line
from site_src.readers.text_copy.account import Part, count_lines
from site_src.readers.text_copy.bylines import has_date
from site_src.readers.text_copy.entries import Card, find_cards, read_card, unite_repeated
from site_src.readers.text_copy.furniture import Mark, are_cards, find_marks, set_aside, set_tabs_aside
from site_src.readers.text_copy.header import find_header
from site_src.readers.text_copy.lines import LONG_LINE, Line, hidden_characters, join_lines, split_lines
from site_src.readers.text_copy.paper_page import PaperPage, read_paper_page
from site_src.readers.text_copy.prices import Segment, usual_length
from site_src.readers.text_copy.reading import is_label, read_lines, unmarked

_STEP_CURE = "restore the missing title or abstract here, or delete what belongs to neither"
_STOP = re.compile(r"[.。．…](?:\W|$)")


def parse_dump(text: str, name: str = "dump") -> Dump:
    """The dump the text holds; warnings are in its `problems`. `name` is the file's path, for places.

    Raises InputError where no date or entry is found, the date is impossible, titles and abstracts have come out of
    step in the middle, or the text is Markdown but no copy of a page of papers.
    """
    check_plain_text(text, name)
    lines = split_lines(text)
    hidden = tuple(_hidden_character_warnings(lines, name))
    page = read_paper_page(lines, name)
    dump = _dump_of_page(page, lines, name) if page else _parse_list(lines, name)
    return replace(dump, problems=tuple(sorted((*dump.problems, *hidden))))


def _dump_of_page(page: PaperPage, lines: Sequence[Line], name: str) -> Dump:
    head, rest = lines[: page.header], lines[page.header :]
    parts = [(start - page.header, end - page.header, kind) for start, end, kind in page.parts]
    return Dump(
        header=tuple(line.text for line in head),
        entries=(page.entry,),
        name=name,
        counts=count_lines(head, rest, (), parts),
        problems=page.problems,
    )


def _parse_list(every_line: Sequence[Line], name: str) -> Dump:
    lines, aside = set_aside(every_line)
    all_marks = find_marks(lines)
    _check_markup(every_line, all_marks, name)
    header = find_header(lines, all_marks, name)
    head, (rest, tabs) = lines[: header.end], set_tabs_aside(_below(lines, header.end))
    marks = find_marks(rest)
    segments = read_lines(rest, marks)
    _check_in_step(rest, segments, marks, name)
    cards = find_cards(segments, marks)
    dateless = _has_no_dates(rest, marks)
    read = [read_card(card, rest, name, dateless=dateless) for card in cards]
    entries, repeated = unite_repeated([entry for entry, _ in read], doubled=are_cards(marks))
    date_line = 0 if header.date_at is None else lines[header.date_at].number
    _check_cards(cards, rest, every_line, Place(name, date_line or 1))
    sentences = () if marks else _check_sentences(entries, name, apart=any(line.gap for line in rest[1:]))
    problems = [problem for i, (_, wrong) in enumerate(read) if i not in repeated for problem in wrong]
    return Dump(
        header=tuple(line.text for line in head),
        date=header.date,
        printed_date="" if header.date_at is None else lines[header.date_at].text,
        entries=entries,
        unknown=tuple(_unknown(rest, segments)),
        date_line=date_line,
        name=name,
        counts=count_lines(head, rest, (*aside, *tabs), _parts(segments, marks, [cards[i] for i in repeated])),
        problems=(*problems, *sentences, *_unknown_warnings(rest, segments, name)),
    )


def _below(lines: Sequence[Line], start: int) -> Sequence[Line]:
    """The lines from `start` on; right below a header needs no blank line."""
    return tuple(replace(line, gap=line.gap or i == 0) for i, line in enumerate(lines[start:]))


def _has_no_dates(lines: Sequence[Line], marks: Sequence[Mark]) -> bool:
    """Whether the page's bylines need none: those of cards, and where there are several and none has one."""
    bylines = [lines[mark.start : mark.end] for mark in marks if mark.kind == "byline"]
    return are_cards(marks) or (len(bylines) > 1 and not any(map(has_date, bylines)))


def _parts(segments: Sequence[Segment], marks: Sequence[Mark], repeated: Sequence[Card]) -> Iterator[Part]:
    yield from ((one.start, one.end, one.kind) for one in segments)
    yield from ((one.start, one.end, "byline" if one.kind == "byline" else "furniture") for one in marks)
    yield from ((card.start, card.end, "repeated") for card in repeated)


# ---- what is no dump


def _check_markup(lines: Sequence[Line], marks: Sequence[Mark], name: str) -> None:
    """Raises InputError for Markdown with nothing in it that a page of papers has."""
    of_papers = any(line.heading or read_arxiv_id(one.url) for line in lines for one in line.addresses if one.whole)
    if not of_papers and not any(mark.kind != "count" for mark in marks):
        _refuse_markup(lines, Place(name, 1))


def _check_cards(cards: Sequence[Card], rest: Sequence[Line], lines: Sequence[Line], place: Place) -> None:
    """Raises InputError for a dump without entries, and for Markdown where most titles lead nowhere and stand alone."""
    if not cards:
        raise InputError(Problem(place, "no papers below the date", "copy the whole page"))
    told = [card for card in cards if card.head or card.tail or rest[card.title.start].addresses]
    if 2 * len(told) < len(cards):
        _refuse_markup(lines, place)


def _check_sentences(entries: Sequence[Entry], name: str, *, apart: bool) -> tuple[Problem, ...]:
    """A warning where no abstract has a sentence: every second may be a title as well.

    Raises InputError for it where blank lines set nothing `apart`: titles under one another.
    """
    if any(_STOP.search(entry.abstract) for entry in entries):
        return ()
    seen = "no abstract with a full stop: a list of titles alone?"
    place = Place(name, entries[0].line)
    if apart:
        return (Problem(place, seen, "every second text is taken for an abstract; see that these are"),)
    cure = "copy the page with its abstracts; a list of titles needs the address or arXiv id of each"
    raise InputError(Problem(place, seen, cure))


def _refuse_markup(lines: Sequence[Line], place: Place) -> None:
    marked = next((line for line in lines if line.heading or line.addresses), None)
    if marked:
        shown = shown_line(marked.text)
        seen = f"Markdown instead of papers: a {'heading' if marked.heading else 'link'} '{shown}'"
        raise InputError(Problem(Place(place.file, marked.number), seen, "copy a page of papers as it is"))


def _check_in_step(lines: Sequence[Line], segments: Sequence[Segment], marks: Sequence[Mark], name: str) -> None:
    """Raises InputError for text that fits nowhere, unless it stands where headings and footers do."""
    titles = [segment for segment in segments if segment.kind == "title"]
    first, last = (titles[0].start, titles[-1].start) if titles else (len(lines), -1)
    last = max([last, *(mark.start for mark in marks if mark.kind == "byline")])
    unknown = [segment for segment in segments if segment.kind == "unknown"]
    usual = usual_length(unmarked(lines, marks)) if unknown else 0.0
    problems = [
        Problem(Place(name, lines[segment.start].number), _fits_nowhere(lines, segment, usual), _STEP_CURE)
        for segment in unknown
        if not (segment.start > last and _length(lines, segment) < max(LONG_LINE, usual / 2))
        and not (segment.start < first and is_label(lines[segment.start : segment.end]))
    ]
    problems += [
        Problem(Place(name, lines[mark.start].number), _without_entry(lines, mark), _STEP_CURE)
        for mark in _bylines_without_entry(segments, marks)
    ]
    if problems:
        raise InputError(sorted(problems))


def _bylines_without_entry(segments: Sequence[Segment], marks: Sequence[Mark]) -> Iterator[Mark]:
    """Those with no title, or what might have been one, since the byline before."""
    starts = [segment.start for segment in segments if segment.kind != "abstract"]
    titles = -1
    for mark in marks:
        before = bisect_left(starts, mark.start) - 1
        if mark.kind == "byline":
            if before <= titles:
                yield mark
            titles = before


def _without_entry(lines: Sequence[Line], mark: Mark) -> str:
    shown = shown_line(lines[mark.start].text)
    return f"a byline without an abstract before it: '{shown}'"


def _fits_nowhere(lines: Sequence[Line], segment: Segment, usual: float) -> str:
    shown = shown_line(lines[segment.start].text)
    long = _length(lines, segment) >= usual / 2 and not lines[segment.start].heading
    missing = "an abstract without a title" if long else "a title without an abstract"
    return f"titles and abstracts are out of step: {missing}: '{shown}'"


def _length(lines: Sequence[Line], segment: Segment) -> int:
    return sum(len(line.text) + 1 for line in lines[segment.start : segment.end])


# ---- warnings

# What pages say below their last entry.
_FOOT = re.compile(
    r"previous|next|load more|show more|company|tos|terms(?: of service)?|privacy(?: policy)?|about|careers|contact"
    r"|blog|website|models|datasets|spaces|pricing|docs|system theme|log in|sign up|(?:©|\(c\)|copyright) .*",
    re.IGNORECASE,
)


def _unknown(lines: Sequence[Line], segments: Sequence[Segment]) -> Iterator[tuple[int, str]]:
    """(how many titles stand before it, the text) for each text that belongs to no entry."""
    titles = 0
    for segment in segments:
        titles += segment.kind == "title"
        if segment.kind == "unknown":
            yield titles, join_lines(lines[segment.start : segment.end])


def _unknown_warnings(lines: Sequence[Line], segments: Sequence[Segment], name: str) -> Iterator[Problem]:
    unknown = [segment for segment in segments if segment.kind == "unknown"]
    last = max((segment.start for segment in segments if segment.kind != "unknown"), default=-1)
    for segment in unknown:
        line = lines[segment.start]
        if segment.start > last and _FOOT.fullmatch(line.text):
            continue
        if segment is segments[-1] and len(unknown) == 1:
            seen = f"a last title without an abstract: '{line.text}'"
            yield Problem(Place(name, line.number), seen, "left out; add its abstract, or delete it if it is a footer")
        else:
            yield Problem(Place(name, line.number), f"'{line.text}' belongs to no entry", "left out")


def _hidden_character_warnings(lines: Sequence[Line], name: str) -> Iterator[Problem]:
    for line in lines:
        if found := hidden_characters(line.text):
            yield Problem(
                Place(name, line.number),
                f"invisible or direction-changing characters {', '.join(found)}",
                "left out, but for joiners that emoji and scripts need",
            )
