"""Dump text → Dump, or an error that names the line."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence

from site_src.dates import DateError
from site_src.errors import InputError, Place, Problem
from site_src.models import DigestDate, Dump, Entry, Facts
from site_src.printed_spans import parse_digest_date
from site_src.readers.decode import check_plain_text
from site_src.readers.text_copy.bylines import Byline, find_bylines, parse_byline
from site_src.readers.text_copy.format import format_dump
from site_src.readers.text_copy.lines import BULLET, SEPARATOR, Line, hidden_characters, join_lines, split_lines
from site_src.readers.text_copy.reading import LONG_LINE, Segment, read_lines, usual_length

_DATE_CURE = "write the digest's date on a line of its own above the first title, e.g. 'May 8'"
_STEP_CURE = "restore the missing title or abstract here, or delete what belongs to neither"
_SHOWN = 60  # characters of a text in a message
_LABEL_WORDS = 3  # the most words of a stray heading between the date and the first title


def parse_dump(text: str, name: str = "dump") -> Dump:
    """The dump the text holds; warnings are in its `problems`. `name` is the file's path, for places.

    Raises InputError where no date or entry is found, the date is impossible, titles and abstracts have come out of
    step in the middle, or the layout can be read in two ways. So `parse_dump(format_dump(dump)) == dump`, always.
    """
    check_plain_text(text, name)
    dump = _parse(text, name)
    if _parse_or_none(format_dump(dump), name) != dump:
        raise InputError(
            Problem(
                Place(name, dump.date_line), "lines that can be read in two ways", "put a blank line between blocks"
            )
        )
    return dump


def _parse_or_none(text: str, name: str) -> Dump | None:
    try:
        return _parse(text, name)
    except InputError:
        return None


def _parse(text: str, name: str) -> Dump:
    lines = split_lines(text)
    at, date = _find_date(lines, name)
    header, rest = lines[: at + 1], lines[at + 1 :]
    segments = read_lines(rest, tuple(find_bylines(rest)))
    _check_in_step(rest, segments, name)
    entries, unknown, problems = _assemble(rest, segments, name)
    if not entries:
        raise InputError(Problem(Place(name, lines[at].number), "no entries after the date", "copy the whole page"))
    return Dump(
        header=tuple(line.text for line in header),
        date=date,
        printed_date=lines[at].text,
        entries=entries,
        unknown=unknown,
        date_line=lines[at].number,
        name=name,
        final_newline=text.endswith(("\n", "\r")),
        counts=_count_lines(header, segments, rest),
        problems=tuple(sorted([*problems, *_hidden_character_warnings(lines, name)])),
    )


# ---- the header


def _find_date(lines: Sequence[Line], name: str) -> tuple[int, DigestDate]:
    """The header's last line and its date; the header ends before anything that only an entry can hold."""
    wrong: Problem | None = None
    for i, line in enumerate(lines):
        if len(line.text) >= LONG_LINE or line.text.startswith(BULLET) or line.text == SEPARATOR:
            break
        try:
            if date := parse_digest_date(line.text):
                return i, date
        except DateError as error:
            wrong = wrong or Problem(Place(name, line.number), str(error), error.cure)
    place = Place(name, lines[0].number if lines else 1)
    raise InputError(wrong or Problem(place, "no date in the header" if lines else "no text", _DATE_CURE))


# ---- the entries


def _check_in_step(lines: Sequence[Line], segments: Sequence[Segment], name: str) -> None:
    """Raises InputError for text that fits nowhere, unless it stands where headings and footers do."""
    titles = [i for i, segment in enumerate(segments) if segment.kind == "title"]
    first, last = (titles[0], titles[-1]) if titles else (len(segments), -1)
    usual = usual_length(lines)
    problems = [
        Problem(Place(name, lines[segment.start].number), _fits_nowhere(lines, segment, usual), _STEP_CURE)
        for i, segment in enumerate(segments)
        if segment.kind == "unknown"
        and not (i > last and _length(lines, segment) < max(LONG_LINE, usual / 2))
        and not (i < first and _is_label(lines, segment))
    ]
    if problems:
        raise InputError(problems)


def _fits_nowhere(lines: Sequence[Line], segment: Segment, usual: float) -> str:
    text = lines[segment.start].text
    shown = textwrap.shorten(text, _SHOWN, placeholder="…")
    if text.startswith(BULLET) or text == SEPARATOR:
        return f"a byline without an abstract before it: '{shown}'"
    missing = "an abstract without a title" if _length(lines, segment) >= usual / 2 else "a title without an abstract"
    return f"titles and abstracts are out of step: {missing}: '{shown}'"


def _length(lines: Sequence[Line], segment: Segment) -> int:
    return sum(len(line.text) + 1 for line in lines[segment.start : segment.end])


def _is_label(lines: Sequence[Line], segment: Segment) -> bool:
    text = lines[segment.start].text
    return segment.end - segment.start == 1 and len(text.split()) <= _LABEL_WORDS and ":" not in text


def _assemble(
    lines: Sequence[Line], segments: Sequence[Segment], name: str
) -> tuple[tuple[Entry, ...], tuple[tuple[int, str], ...], list[Problem]]:
    """(entries, unknown lines, warnings)."""
    entries: list[Entry] = []
    unknown: list[tuple[int, str]] = []
    problems: list[Problem] = []
    for i, segment in enumerate(segments):
        own = tuple(lines[segment.start : segment.end])
        if segment.kind == "title":
            byline, wrong = _byline_after(lines, segments, i, name)
            problems += wrong
            abstract = segments[i + 1]
            entries.append(
                Entry(
                    facts=Facts(
                        title=join_lines(own),
                        author_count=byline.author_count,
                        organisation=byline.organisation,
                        published=byline.published,
                        comments=byline.comments,
                    ),
                    abstract=join_lines(tuple(lines[abstract.start : abstract.end])),
                    byline=byline.lines,
                    line=own[0].number,
                    abstract_line=lines[abstract.start].number,
                )
            )
        elif segment.kind == "unknown":
            unknown.append((len(entries), join_lines(own)))
    problems += _unknown_warnings(lines, segments, name)
    return tuple(entries), tuple(unknown), problems


def _byline_after(
    lines: Sequence[Line], segments: Sequence[Segment], title: int, name: str
) -> tuple[Byline, tuple[Problem, ...]]:
    following = segments[title + 2 : title + 3]
    if following and following[0].kind == "byline":
        return parse_byline(lines[following[0].start : following[0].end], name)
    return Byline(), ()


def _unknown_warnings(lines: Sequence[Line], segments: Sequence[Segment], name: str) -> Iterator[Problem]:
    unknown = [segment for segment in segments if segment.kind == "unknown"]
    for segment in unknown:
        line = lines[segment.start]
        if segment is segments[-1] and len(unknown) == 1:
            seen = f"a last title without an abstract: '{line.text}'"
            yield Problem(Place(name, line.number), seen, "left out; add its abstract, or delete it if it is a footer")
        else:
            yield Problem(Place(name, line.number), f"'{line.text}' belongs to no entry", "left out")


# ---- the account


def _count_lines(header: Sequence[Line], segments: Sequence[Segment], lines: Sequence[Line]) -> dict[str, int]:
    """Non-blank lines of the file by kind; a line counts once, as what its first words are."""
    kinds = {line.number: "header" for line in reversed(header)}
    for segment in segments:
        for line in lines[segment.start : segment.end]:
            kinds.setdefault(line.number, segment.kind)
    counts = Counter(kinds.values())
    return {kind: counts[kind] for kind in ("header", "title", "abstract", "byline", "unknown")}


def _hidden_character_warnings(lines: Sequence[Line], name: str) -> Iterator[Problem]:
    for line in lines:
        if found := hidden_characters(line.text):
            yield Problem(
                Place(name, line.number),
                f"invisible or direction-changing characters {', '.join(found)}",
                "kept on the page, left out of what the site shows",
            )
