"""Which blocks name a paper: a linked or bold title at a block's beginning, a heading, a row of a table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from site_src.readers.markdown_list.blocks import Block, Piece, Segment
from site_src.readers.markdown_list.labels import find_venue, is_generic, label_of, split_label, strip_marks
from site_src.readers.records.paper_addresses import find_addresses, is_document, names_paper
from site_src.readers.records.written_lines import looks_like_names, read_day

_MARKED = re.compile(
    r"\s*(?:\d{1,4}[.)、:]\s*)?(?:(?:\[[^\[\]]{0,40}\]|\([^()]{0,40}\)|【[^【】]{0,40}】)[\s:-]*){0,3}"
)
_PREFIX = re.compile(r"[\W\d_]*")
_NUMBERED = re.compile(r"\s*(?:\d{1,4}[.)、]|\[\d{1,4}\])\s*")
_TASK = re.compile(r"\s*\[[ xX]\]\s+")
_TAGS = re.compile(r"^(?:\[(?!Re\])[^\[\]]{1,40}\]\s*)+(?=\S+ \S+ \S)|\s*\(@[^()]{1,60}\)$")  # [Re] is a title's own
_QUOTED = re.compile(r"[\"“](?P<title>[^\"“”]{10,300}?)[.,]?[\"”]")
_BRACKETS = re.compile(r"\s*[(（\[][^()（）\[\]]{0,80}[)）\]]\s*$")
_ID = re.compile(r"(?:arXiv:\s*)(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?", re.IGNORECASE)
_FILE = re.compile(r"(?!https?:)(?:[^\s?#]*/)?(?P<id>\d{4}\.\d{4,5})(?:v\d+)?(?:\.(?:md|pdf|html))?")  # beside the list
_FEWEST_WORDS = 3  # of a title that nothing marks as one
_LONGEST_TITLE = 400  # characters


@dataclass(frozen=True, slots=True)
class Title:
    """What a block calls its paper, what stands in the block before and after it; `sure` where it links to a paper."""

    text: str
    before: str
    rest: tuple[Segment, ...]
    sure: bool


def find_title(block: Block) -> Title | None:
    """The title that a heading, item or paragraph begins with; None where it begins with none."""
    segments = tuple(_without_task(segment) for segment in block.segments)
    linked = any(paper_addresses(segment) for segment in segments)
    for i, segment in enumerate(segments):
        if any(piece.text.strip() for piece in segment.pieces):
            found = _title_of_line(segment.pieces, block.kind, linked=linked)
            if not found:
                return None
            text, before, after = found
            rest = (Segment(after, segment.line), *segments[:i], *segments[i + 1 :])
            title = clean_title(text)
            follows = not text and block.kind == "heading"  # `### Title:` and the title in the next line
            unfit = len(title) > _LONGEST_TITLE or looks_like_names(title) or (is_generic(title) and not follows)
            return None if unfit else Title(title, before, rest, linked)
    return None


def _without_task(segment: Segment) -> Segment:
    for i, piece in enumerate(segment.pieces):
        if piece.text.strip():
            shorter = Piece(_TASK.sub("", piece.text, count=1), piece.href, piece.bold, piece.emphasis)
            return Segment((*segment.pieces[:i], shorter, *segment.pieces[i + 1 :]), segment.line)
    return segment


_Found = tuple[str, str, tuple[Piece, ...]]


def _title_of_line(pieces: Sequence[Piece], kind: str, *, linked: bool) -> _Found | None:
    if kind == "heading":
        return _heading_title(pieces)
    start, before = _skip_prefix(pieces)
    if start < len(pieces):
        first = pieces[start]
        if (first.bold or (first.emphasis and kind == "item" and linked)) and (found := _styled(pieces, start, before)):
            return found
        if first.href and not is_generic(_linked_text(pieces, start)):
            end = _end_of_link(pieces, start)
            return _linked_text(pieces, start), before, (Piece("", first.href), *pieces[end:])
    return _plain(pieces) if kind == "item" and linked else None


def _heading_title(pieces: Sequence[Piece]) -> _Found | None:
    """The whole heading, but for links that only say what they lead to; `Title: …` without its label."""
    kept = [piece for piece in pieces if not (piece.href and is_generic(piece.text))]
    text = "".join(piece.text for piece in kept)
    label, value = split_label(text)
    if label and label != "title":
        return None
    return (value if label else text), "", tuple(Piece("", piece.href) for piece in pieces if piece.href)


def _skip_prefix(pieces: Sequence[Piece]) -> tuple[int, str]:
    """The first piece that is more than a number, a mark, a date or a meeting in brackets; and the text before it."""
    before = ""
    for i, piece in enumerate(pieces):
        text = piece.text.strip()
        plain = not piece.href and not piece.bold
        if text and not _is_prefix(text, plain=plain) and label_of(text) != "title":
            return i, before
        before += f" {piece.text}"
    return len(pieces), before


def _is_prefix(text: str, *, plain: bool) -> bool:
    bare = strip_marks(text)
    return bool(
        _PREFIX.fullmatch(text)
        or find_venue(text)
        or read_day(bare)
        or (plain and _MARKED.fullmatch(text.rstrip(" :-")))
    )


def _styled(pieces: Sequence[Piece], start: int, before: str) -> _Found | None:
    """The run of bold pieces (or emphasised ones); a name with a colon goes on in the plain words behind it."""
    bold = pieces[start].bold
    end = start
    while end < len(pieces) and (pieces[end].bold if bold else pieces[end].emphasis or not pieces[end].text):
        end += 1
    text = "".join(piece.text for piece in pieces[start:end])
    label, value = split_label(text)
    behind = pieces[end] if end < len(pieces) else Piece("")
    if label == "title":
        rest = "".join(piece.text for piece in pieces[end:])
        return (value or rest.lstrip(" :：")), before, tuple(pieces[end:]) if value else ()
    if label or (
        label_of(text) and (text.rstrip().endswith((":", "：")) or behind.text.lstrip().startswith((":", "：")))
    ):
        return None
    goes_on = text.rstrip().endswith(":") or behind.text.lstrip().startswith(":")
    if goes_on and behind.text.strip(" :") and not behind.href and not label_of(text):
        cut = _BRACKETS.sub("", behind.text.strip(" ,;"))
        links = tuple(Piece("", piece.href) for piece in pieces[start:end] if piece.href)
        return f"{text.rstrip(' :')}: {cut.lstrip(' :')}", before, (*links, *pieces[end + 1 :])
    return text, before, (*(Piece("", p.href) for p in pieces[start:end] if p.href), *pieces[end:])


def _linked_text(pieces: Sequence[Piece], start: int) -> str:
    return "".join(piece.text for piece in pieces[start : _end_of_link(pieces, start)])


def _end_of_link(pieces: Sequence[Piece], start: int) -> int:
    end = start
    while end < len(pieces) and pieces[end].href == pieces[start].href:
        end += 1
    return end


def _plain(pieces: Sequence[Piece]) -> _Found | None:
    """Words before a link that only says what it leads to; a title in quotation marks has its authors before it."""
    end = next((i for i, piece in enumerate(pieces) if piece.href), len(pieces))
    if any(piece.href and not is_generic(piece.text) for piece in pieces):
        return None
    whole = text = "".join(piece.text for piece in pieces[:end])
    if address := find_addresses(text):
        text = text.partition(address[0])[0]
    elif end == len(pieces) and (identifier := _ID.search(text)):
        text = text[: identifier.start()]
    pieces = (*pieces[:end], Piece(whole[len(text) :]), *pieces[end:])
    if quoted := _QUOTED.search(text):
        return quoted["title"], text[: quoted.start()], (Piece(text[quoted.end() :]), *pieces[end:])
    styled = next((i for i, piece in enumerate(pieces[:end]) if piece.emphasis and i), 0)
    if styled and (words := "".join(piece.text for piece in pieces[:styled])).strip(" ,.;(-"):
        text, after = words, tuple(pieces[styled:])
    else:
        after = tuple(pieces[end:])
    marked = _MARKED.match(text)
    before = marked[0] if marked else ""
    text = text[len(before) :].rstrip(" ,;:-–—|([")
    if behind := _BRACKETS.search(text):
        text, before = text[: behind.start()], f"{before} {behind[0]}"
    return (text, before, (*after, Piece(""))) if len(text.split()) >= _FEWEST_WORDS else None


def clean_title(text: str) -> str:
    """The title without its number, the marks around it and the stop that closes it."""
    text = " ".join(text.split())
    text = _NUMBERED.sub("", text, count=1) if _NUMBERED.match(text) else text
    text = re.sub(r"^\W*(?:Title|标题|题目)\s*[:：]\s*", "", text, flags=re.IGNORECASE)
    text = re.sub(r"^[\s#*_🔗📄📝👥🎓🌐🏷📌⭐✍📜🔥🚀📖📚🧠✨💡•·|-]+|[\s*_|]+$", "", text)
    if text.startswith("[") and text.endswith("]") and text.count("[") == 1:
        text = text[1:-1].strip()
    text = re.sub(r"(?<=\w\w)[.,;:]$", "", _TAGS.sub("", text))
    return text.strip()


def paper_addresses(segment: Segment) -> tuple[str, ...]:
    """Where the line's links and addresses lead that name a paper, and the arXiv ids it spells out."""
    linked = [piece.href for piece in segment.pieces if piece.href]
    named = [
        piece.href
        for piece in segment.pieces
        if piece.href and is_document(piece.href) and label_of(piece.text) in {"title", "paper"}
    ]
    text = " ".join(piece.text for piece in segment.pieces)
    written = [*find_addresses(text), *(match[0] for match in _ID.finditer(text))]
    named += [match["id"] for href in linked if (match := _FILE.fullmatch(href))]
    return tuple(dict.fromkeys([*filter(names_paper, (*linked, *written)), *named]))
