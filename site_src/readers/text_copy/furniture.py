"""What a page prints around titles and abstracts: votes, comments, labels, addresses, pictures.

It is told by its form: a line of a number alone, a few words that every such page says, an address alone. What stands
in the middle of an entry is set *aside*; what stands between entries is a *mark*, and so are bylines.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from site_src.identifiers import read_arxiv_id
from site_src.readers.text_copy.bylines import end_of_byline
from site_src.readers.text_copy.lines import LONG_LINE, Line, ends_sentence
from site_src.readers.text_copy.markup import Address, absolute_address

_NUMBER = r"\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d{1,2})?[kKmM]?"
# A box to tick or an arrow may stand before votes; a dash is none.
_COUNT = re.compile(rf"(?:\[ ?[-+]? ?\] ?|[▲△⬆👍❤↑][\ufe0f ]*)?\[?(?P<count>{_NUMBER}|[-–—])\]?")
_SUBMITTED = re.compile(r"submitted by:?(?: (?P<name>\S{1,40}))?", re.IGNORECASE)
_UPVOTES = re.compile(rf"upvotes?:?(?: (?P<count>{_NUMBER}|[-–—]))?", re.IGNORECASE)
_LABELS = re.compile(
    rf"(?:(?:link: ?)?(?:github|code|arxiv(?: page)?|view (?:arxiv|paper) page|view pdf|pdf|(?:project|paper) page|demo"
    rf"|add to collection|bookmark|share)(?: (?:{_NUMBER}))?[ |·•]*)+|\+ ?\d{{1,5}}",
    re.IGNORECASE,
)
# What a mark begins with, so that most lines need no closer look.
_MAY_BE_MARK = re.compile(
    r"[\d\[+–—▲△⬆👍❤↑-]|submitted|upvote|link|github|code|arxiv|view|pdf|pr|pap|demo|add|book|share", re.IGNORECASE
)
_MAY_BE_ASIDE = re.compile(r"[<\[`=_*+-]|http|abstract|ai|summary", re.IGNORECASE)
_ABSTRACT_LABEL = re.compile(r"(?:abstract|(?:ai-generated )?summary)[:.]?", re.IGNORECASE)
_ADDRESS = re.compile(r"<?(?P<url>https?://[^\s<>]+)>?")
_ENDING = re.compile(r"(?<=\S) ?[<(](?P<url>https?://[^\s<>()]+)[>)]$")
_ASIDE = re.compile(
    r"(?:</?[a-zA-Z][^<>]*>\s*)+"  # a tag
    r"|(?:[-*+] )?\[[^\[\]]*[^\W\d_][^\[\]]*\]"  # what stands for a picture
    r"|\[\d+\]: \S+"  # what a numbered link leads to
    r"|```\w*|[-=_*]{3,}|[*+]"  # a fence, a rule, a mark of a list of pictures
)
# What a page lists in turn, of which one is chosen: one such word alone may be a title.
_TAB = re.compile(r"(?:[-*+•] ?)?(?:daily|weekly|monthly|trending(?: papers)?)", re.IGNORECASE)
_THOUSANDS = {"k": 1_000, "m": 1_000_000}
_SHORT = 80  # characters of the longest label
_NAME_WORDS = 3
_OFTEN = 3
_PART_OF_BYLINE = re.compile(r"[•·]|\d")


@dataclass(frozen=True, slots=True)
class Mark:
    """The lines `[start, end)` that stand between entries. `count` is a number printed there, None for a dash."""

    kind: Literal["byline", "count", "submitted", "upvotes", "label"]
    start: int
    end: int
    count: int | None = None


def set_aside(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """(the lines that are left, those set aside): the addresses on the latter are now the line's before them."""
    kept: list[Line] = []
    aside: list[Line] = []
    addresses: list[list[Address]] = []  # of each line that is kept
    loose = False  # whether something was set aside since the last of them
    for line in lines:
        if _is_aside(line, kept):
            aside.append(line)
            if addresses:
                addresses[-1].extend(_addresses(line))
            loose = True
        else:
            text, ending = _without_address(line.text)
            kept.append(replace(line, text=text, gap=line.gap or loose) if loose or ending else line)
            addresses.append([Address(ending)] if ending else [])
            loose = False
    return _with_addresses(kept, addresses), tuple(aside)


def set_tabs_aside(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """(the lines that are left, the tabs among them)."""
    tabs = {i for i, line in enumerate(lines) if _is_tab(line) and any(map(_is_tab, _beside(lines, i)))}
    kept = (replace(line, gap=line.gap or i - 1 in tabs) for i, line in enumerate(lines) if i not in tabs)
    return tuple(kept), tuple(lines[i] for i in sorted(tabs))


def _is_tab(line: Line) -> bool:
    return len(line.text) <= _SHORT and bool(_TAB.fullmatch(line.text))


def _beside(lines: Sequence[Line], i: int) -> Sequence[Line]:
    return (*lines[max(i - 1, 0) : i], *lines[i + 1 : i + 2])


def _without_address(text: str) -> tuple[str, str]:
    """(the text, "") or, of a short one with the address of its paper behind it, both: `A Title <https://…>`."""
    found = _ENDING.search(text) if len(text) < LONG_LINE and text[-1:] in {">", ")"} else None
    if not found or ends_sentence(text[: found.start()]) or not read_arxiv_id(absolute_address(found["url"])):
        return text, ""
    return text[: found.start()], absolute_address(found["url"])


def _with_addresses(lines: Sequence[Line], addresses: Sequence[Sequence[Address]]) -> tuple[Line, ...]:
    return tuple(
        replace(line, addresses=(*line.addresses, *more)) if more else line
        for line, more in zip(lines, addresses, strict=True)
    )


def _is_aside(line: Line, kept: Sequence[Line]) -> bool:
    text = line.text
    if not _MAY_BE_ASIDE.match(text):
        return False
    if address := _ADDRESS.fullmatch(text):
        url = absolute_address(address["url"])
        of_paper = read_arxiv_id(url) is not None
        return line.gap or (of_paper and bool(kept))
    if len(text) > _SHORT:
        return False
    return bool(_ABSTRACT_LABEL.fullmatch(text) or (_ASIDE.fullmatch(text) and not _COUNT.fullmatch(text)))


def _addresses(line: Line) -> tuple[Address, ...]:
    """What an address alone says of the line above; what a picture leads to may be the next entry's."""
    address = _ADDRESS.fullmatch(line.text)
    return (Address(absolute_address(address["url"])),) if address else ()


# ---- marks


def find_marks(lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The bylines, counts and labels among the lines, in order, apart from each other."""
    return tuple(_marks(lines, _learn_labels(lines)))


def _learn_labels(lines: Sequence[Line]) -> Mapping[str, bool]:
    """Few words that stand thrice or oftener and never above a paragraph: what a page says in any language.

    With each stands whether a name is below it, wherever it stands.
    """
    places: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        if line.gap and not line.heading and len(line.text) <= _SHORT and _is_few_words(line):
            places.setdefault(line.text, []).append(i)
    often = {text: found for text, found in places.items() if len(found) >= _OFTEN and not _above_text(lines, found)}
    return {
        text: all(_is_few_words(one) and one.text not in often for one in _lines_below(lines, found))
        for text, found in often.items()
        if not _COUNT.fullmatch(text)
    }


def _above_text(lines: Sequence[Line], places: Sequence[int]) -> bool:
    return any(len(line.text) > _SHORT or ends_sentence(line.text) for line in _lines_below(lines, places))


def _lines_below(lines: Sequence[Line], places: Sequence[int]) -> Sequence[Line]:
    """The line after each of the places."""
    return [lines[i + 1] for i in places if i + 1 < len(lines)]


def _is_few_words(line: Line) -> bool:
    """Whether the line may be a label or a name: it is neither a number nor part of a byline."""
    few = len(line.text.split(None, _NAME_WORDS)) <= _NAME_WORDS and not ends_sentence(line.text)
    return few and any(map(str.isalpha, line.text)) and not _PART_OF_BYLINE.search(line.text)


def _marks(lines: Sequence[Line], learnt: Mapping[str, bool]) -> Iterator[Mark]:
    i, end = 0, 0  # of the mark before
    while i < len(lines):
        mark = _mark_at(lines, i, after_mark=i == end)
        if not mark and (below := end_of_byline(lines, i, named=i > end)):
            mark = Mark("byline", i, below)
        mark = mark or _learnt_mark(lines, i, learnt)
        if mark:
            yield mark
            end = mark.end
        i = mark.end if mark else i + 1


def _learnt_mark(lines: Sequence[Line], i: int, learnt: Mapping[str, bool]) -> Mark | None:
    if lines[i].text not in learnt:
        return None
    named = learnt[lines[i].text] and i + 1 < len(lines)
    return Mark("submitted", i, i + 2) if named else Mark("label", i, i + 1)


def _mark_at(lines: Sequence[Line], i: int, *, after_mark: bool) -> Mark | None:
    text = lines[i].text
    if len(text) > _SHORT or not _MAY_BE_MARK.match(text) or not (after_mark or _is_apart(lines, i)):
        return None
    if found := _SUBMITTED.fullmatch(text):
        return Mark("submitted", i, i + 1 if found["name"] else _end_of_name(lines, i + 1))
    if found := _UPVOTES.fullmatch(text):
        below = _count_at(lines, i + 1) if not found["count"] else None
        printed = found["count"] or below
        return Mark("upvotes", i, i + 2 if below else i + 1, parse_count(printed or ""))
    if _LABELS.fullmatch(text):
        return Mark("label", i, i + 1)
    printed = _count_at(lines, i)
    return Mark("count", i, i + 1, parse_count(printed)) if printed and not _goes_on(lines, i + 1) else None


def _is_apart(lines: Sequence[Line], i: int) -> bool:
    return lines[i].gap or ends_sentence(lines[i - 1].text)


def _goes_on(lines: Sequence[Line], i: int) -> bool:
    """Whether line i is the rest of a sentence that a number stands in."""
    return i < len(lines) and not lines[i].gap and lines[i].text[:1].islower()


def _end_of_name(lines: Sequence[Line], i: int) -> int:
    """A name stands below its label: few words that end no sentence."""
    short = i < len(lines) and len(lines[i].text.split(None, _NAME_WORDS)) <= _NAME_WORDS
    return i + 1 if short and not ends_sentence(lines[i].text) else i


def _count_at(lines: Sequence[Line], i: int) -> str | None:
    if i >= len(lines) or len(lines[i].text) > _SHORT:
        return None
    found = _COUNT.fullmatch(lines[i].text)
    return found["count"] if found else None


def parse_count(printed: str) -> int | None:
    """`1,024`, `12` or `1.2k` as a number; None for a dash and other words."""
    if not re.fullmatch(_NUMBER, printed):
        return None
    digits = printed.rstrip("kKmM").replace(",", "")
    return round(float(digits) * _THOUSANDS.get(printed[-1:].lower(), 1))


def are_cards(marks: Sequence[Mark]) -> bool:
    """Whether the page says who submitted a paper, asks for votes or leads to code: pages that have no date do."""
    return any(mark.kind in {"submitted", "upvotes", "label"} for mark in marks)


def entry_level(lines: Sequence[Line]) -> int:
    """The level of the headings that are titles: the commonest, of equal ones the lowest; 0 without headings."""
    levels = Counter(line.heading for line in lines if line.heading)
    return max(levels, key=lambda level: (levels[level], level), default=0)
