"""Which blocks name a paper: a linked or bold title at a block's beginning, a heading, a row of a table."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from site_src.identifiers import ANY_ARXIV_ID, read_arxiv_id
from site_src.readers.markdown_list.blocks import Block, Piece, Segment
from site_src.readers.markdown_list.labels import find_venue, is_generic, label_of, split_label, strip_marks
from site_src.readers.records.paper_addresses import ADDRESS, find_addresses, is_document, names_paper, trim_address
from site_src.readers.records.written_lines import is_name, looks_like_names, read_day

_MARKED = re.compile(
    r"\s*(?:\d{1,4}[.)、:]\s*)?(?:(?:\[[^\[\]]{0,40}\]|\([^()]{0,40}\)|【[^【】]{0,40}】)[\s:-]*){0,3}"
)
_PREFIX = re.compile(r"[\W\d_]*")
_NUMBERED = re.compile(r"\s*(?:\d{1,4}[.)、]|\[\d{1,4}\])\s*")
_TASK = re.compile(r"\A\s*(?:\[[ xX]\]|TODO|DONE|LATER|DOING)\s+")
_TAGS = re.compile(r"^(?:\[(?!Re\])[^\[\]]{1,40}\]\s*)+(?=\S+ \S+ \S)|\s*\(@[^()]{1,60}\)$")  # [Re] is a title's own
_QUOTED = re.compile(r"[\"“](?P<title>[^\"“”]{10,300}?)[.,]?[\"”]")
_VOTES = re.compile(r"(?:[\s(]*[👍▲⬆🔺🔼❤💬]\ufe0f?\s*\d[\d,.]*k?\)?)+$")
_BRACKETS = re.compile(r"[(（\[][^()（）\[\]]{0,80}[)）\]]\s*$")
_ID = re.compile(r"(?:arXiv:\s*)(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?", re.IGNORECASE)
_FILE = re.compile(r"(?!https?:)(?:[^\s?#]*/)?(?P<id>\d{4}\.\d{4,5})(?:v\d+)?(?:\.(?:md|pdf|html))?")  # beside the list
_WRITTEN = re.compile(f"{ADDRESS.pattern}|{_ID.pattern}", re.IGNORECASE)
_TAGGED_ID = rf"(?:arXiv:\s*)?({ANY_ARXIV_ID})(?:v\d+)?(?:\s*\[[a-z-]+(?:\.[A-Z]{{2}})?\])?"
# In brackets of its own, or at the beginning or behind a mark at the end; a title may name another paper in its words.
_OWN_ID = re.compile(
    rf"\(\s*{_TAGGED_ID}\s*\)|\[\s*{_TAGGED_ID}\s*\]|\A{_TAGGED_ID}(?![\w/-])[\s:|–—-]*|\s*[:|–—-]\s*{_TAGGED_ID}\Z",
    re.IGNORECASE,
)
_WORD = re.compile(r"\s*\w")
_BREAKS, _BREAKS_OF_WRITTEN = re.compile(r"[^\w\s'’-]"), re.compile(r"[^\w\s'’(-]")
_FEWEST_WORDS = 3  # of a title that nothing marks as one
_LONGEST_TITLE = 400  # characters


@dataclass(frozen=True, slots=True)
class Title:
    """What a block calls its paper, what stands in the block before and after it; `sure` where it links to a paper.

    `identifier` is the arXiv id beside the title, "" for none.
    """

    text: str
    identifier: str
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
            title, identifier = split_id(text, [piece.href for piece in segment.pieces])
            follows = not text and block.kind == "heading"  # `### Title:` and the title in the next line
            unfit = len(title) > _LONGEST_TITLE or looks_like_names(title) or (is_generic(title) and not follows)
            return None if unfit else Title(title, identifier, before, rest, linked or bool(identifier))
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
    text = "".join(piece.text for piece in kept).rstrip()
    if len(text) > _LONGEST_TITLE:
        return None
    votes = _VOTES.search(text)
    text = text[: votes.start()] if votes else text
    label, value = ("", "") if _OWN_ID.match(text.strip()) else split_label(text)
    if label and label != "title":
        return None
    links = tuple(Piece("", piece.href) for piece in pieces if piece.href)
    return (value if label else text), votes[0] if votes else "", links


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
        or (plain and looks_like_names(bare))
        or (plain and _MARKED.fullmatch(text.rstrip(" :-")))
    )


def _styled(pieces: Sequence[Piece], start: int, before: str) -> _Found | None:
    """The run of bold pieces (or emphasised ones); a name with a colon goes on in the plain words behind it."""
    bold = pieces[start].bold
    end = start
    while end < len(pieces) and (pieces[end].bold if bold else pieces[end].emphasis or not pieces[end].text):
        end += 1
    text = "".join(piece.text for piece in pieces[start:end])
    label, value = ("", "") if _OWN_ID.match(text.strip()) else split_label(text)
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


def split_id(text: str, addresses: Iterable[str]) -> tuple[str, str]:
    """(the clean title without the arXiv id beside it, the id).

    Where `addresses` are of other papers, the title names one in its words, and has no id.
    """
    text = " ".join(text.split())
    match = _OWN_ID.search(text)
    identifier = next(filter(None, match.groups()), "") if match else ""
    known = set(filter(None, map(read_arxiv_id, addresses)))
    if not match or (known and identifier not in known):
        return clean_title(text), ""
    return clean_title(f"{text[: match.start()]} {text[match.end() :]}"), identifier


def paper_addresses(segment: Segment) -> tuple[str, ...]:
    """Where the line's links and addresses lead that name a paper, and the arXiv ids it spells out."""
    text = " ".join(piece.text for piece in segment.pieces)
    written = [*filter(names_paper, find_addresses(text)), *(match[0] for match in _ID.finditer(text))]
    return tuple(dict.fromkeys([*linked_addresses(segment), *written]))


def linked_addresses(segment: Segment) -> tuple[str, ...]:
    """Where the line's links lead that name a paper."""
    return tuple(filter(None, (_linked_address(piece.href, piece.text) for piece in segment.pieces)))


def own_addresses(segment: Segment) -> tuple[str, ...]:
    """Those of `paper_addresses` that a line about a paper gives as its own: a sentence may mention other papers.

    They are links that say what they lead to, and what is written out alone, behind a stop, a name or no words.
    """
    own = (address for words, address in _addresses_alone(segment) if _ends_phrase(words))
    return tuple(dict.fromkeys(filter(None, own)))


def _addresses_alone(segment: Segment) -> Iterator[tuple[str, str]]:
    """(the words before, address) for each link that says what it leads to and each address that no words follow."""
    words = ""  # since the last address
    for href, run in groupby(segment.pieces, key=lambda piece: piece.href):
        text = "".join(piece.text for piece in run)
        end = 0
        if href:
            says = is_generic(text) or ADDRESS.match(text.strip())
            words = "" if text.startswith("[") else words
            yield _BREAKS.split(words)[-1], _linked_address(href, text) if says else ""
            words, end = "", len(text)
        else:
            for match in _WRITTEN.finditer(text):
                words += text[end : match.start()]
                end = match.end()
                address = trim_address(match[0])
                if names_paper(address) and not (words.strip() and _WORD.match(text, end)):
                    yield _BREAKS_OF_WRITTEN.split(words)[-1], address
                words = ""
        words += text[end:]


def _linked_address(href: str, text: str) -> str:
    """Where a link leads, if to a paper: its address or, of a file beside the list, its id; "" for others."""
    if file := _FILE.fullmatch(href):
        return file["id"]
    return href if names_paper(href) or (is_document(href) and label_of(text) in {"title", "paper"}) else ""


def _ends_phrase(words: str) -> bool:
    """Whether words before an address are none that it goes on with: `pdf`, `Bo Cee`, `CVPR 2025`; not `see also`."""
    return is_generic(words) or is_name(words.strip()) or looks_like_names(words) or bool(find_venue(words))
