"""Where the sentences of an abstract begin and end.

A mark (`.`, `!`, `?`) ends a sentence unless it closes an abbreviation, counts an item of a list (`1. …`), or what
follows does not look like a beginning. In doubt two sentences stay one: half a sentence misleads, a long one does not.
"""

import re
from collections.abc import Iterator
from itertools import pairwise


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A full stop of these does not end a sentence, but where a word of `_OPENERS` follows.
_ABBREVIATIONS = _words("al approx cf chap eqn eqs fig figs eg ie incl jr prof dr mr mrs resp seq viz vs wrt")
# These are words or units of their own, and abbreviations only before a number: `No. 3`, `Sec. 2`.
_BEFORE_NUMBERS = _words("ch eq no nos p pp ref refs sec sect tab thm vol")
# Words that seldom stand capitalised anywhere but at the beginning of a sentence.
_OPENERS = _words(
    """A Additionally After Although An And As At Because Besides But By Compared Despite Due Each Even
    Experiments Extensive Finally First For Further Furthermore Given Hence Here How However If In Inspired
    Instead It Its Many Moreover Most Notably On Our Overall Second Several Since So Some Specifically Such That
    The Their Then There Therefore These They Third This Those Through Thus To Unlike Using We What When While
    With"""
)

_WIDE_MARKS = "。！？"
_MARK = re.compile(rf"[.!?…]++[\"'”’)\]»]*+\s*+|[{_WIDE_MARKS}]++[”’」』）]*+\s*+|\n\s*\n\s*+")
_BLANK_LINE = re.compile(r"\n\s*\n")
_LAST_WORD = re.compile(r"[^\s()\[\]\"“‘,;:]+\Z")
_NEXT_WORD = re.compile(r"[\"'“‘(\[«]*(?P<word>[^\s,;:)\]]*)")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]")
_LIST_NUMBER = re.compile(r"(?:\A|:)\s*\d{1,2}\Z")
_PLAIN_WORD = re.compile(r"[a-z]{3,}")
_SHORTEST_SURE_WORD = 6
_WINDOW = 40


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The spans `[start, end)` of the sentences, in order, without the blanks around them.

    Every character outside the spans is blank.
    """
    cuts = [0, *_boundaries(text), len(text)]
    spans = (_trimmed(text, start, end) for start, end in pairwise(cuts))
    return tuple((start, end) for start, end in spans if start < end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _boundaries(text: str) -> Iterator[int]:
    start = 0
    for mark in _MARK.finditer(text):
        if _ends_sentence(text, start, mark):
            start = mark.end()
            yield start


def _ends_sentence(text: str, start: int, mark: re.Match[str]) -> bool:
    if mark[0][0] in _WIDE_MARKS or _BLANK_LINE.search(mark[0]):
        return True
    before = text[max(start, mark.start() - _WINDOW) : mark.start()]
    found = _LAST_WORD.search(before)
    last = found[0] if found else ""
    following = _NEXT_WORD.match(text, mark.end(), mark.end() + _WINDOW)
    word = following["word"] if following else ""
    if not mark[0][-1].isspace():
        return _is_glued(last, word, text[mark.end() + len(word) : mark.end() + len(word) + 1])
    if mark[0].startswith(".") and (_LIST_NUMBER.search(before) or _abbreviates(last, word)):
        return False
    return _begins(word) or (len(last) >= _SHORTEST_SURE_WORD and bool(_PLAIN_WORD.fullmatch(last)))


def _is_glued(last: str, word: str, after: str) -> bool:
    """Whether only the blank between two sentences is missing: `… is shared.The rest …`."""
    return word in _OPENERS and after.isspace() and bool(_PLAIN_WORD.fullmatch(last))


def _abbreviates(last: str, word: str) -> bool:
    if last.lower() in _BEFORE_NUMBERS:
        return word[:1].isdigit()
    return word not in _OPENERS and bool(last.lower() in _ABBREVIATIONS or _INITIALS.fullmatch(last))


def _begins(word: str) -> bool:
    """Whether a sentence may begin with the word: anything but a lower-case word; `vLLM` and addresses may."""
    may_begin = not word[:1].islower() or word.startswith("http") or any(map(str.isupper, word))
    return word != "" and may_begin
