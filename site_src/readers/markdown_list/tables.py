"""Rows of Markdown tables → records of papers, by what their columns are called."""

import re
from itertools import groupby

from site_src.dates import PartialDate
from site_src.readers.markdown_list.blocks import Block, Segment
from site_src.readers.markdown_list.labels import NOTHING, is_generic, label_of
from site_src.readers.markdown_list.titles import linked_addresses, own_addresses, paper_addresses, split_id
from site_src.readers.records import Record
from site_src.readers.records.aliases import fold_name
from site_src.readers.records.paper_addresses import is_code, names_paper
from site_src.readers.records.written_lines import find_day, looks_like_names, read_authors

_TITLE = {"title", "paper title", "标题", "题目", "论文标题", "タイトル", "제목"}
_VOTES = dict.fromkeys(("👍", "▲", "⬆", "🔺", "🔼", "❤", "hf upvotes", "hf votes", "upvote", "vote"), "upvotes") | {
    "💬": "numcomments"
}
_COUNT = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_KINDS = ("code", "project", "dataset", "model")


def read_row(block: Block, day: PartialDate | None, stated: Record) -> Record | None:
    """The row as a record; None where it names no paper. `stated` is what `name_cells` gives, read as fields."""
    cells = block.cells
    title = _title_cell(cells)
    name, identifier = split_id(_unlinked(title), _linked(cells)) if title else ("", "")
    addresses = _addresses(cells, title)
    identifiers = (*filter(None, (identifier,)), *addresses, *filter(names_paper, stated.identifiers))
    told = identifiers or (stated.title and (stated.authors or stated.abstract))
    if not title or not (told or any(piece.href or piece.bold for piece in title.pieces)):
        return None
    values = {label: _value(cell) for column, cell in reversed(cells) if (label := label_of(column)) and cell != title}
    return Record(
        line=block.line,
        title=name,
        abstract=values.get("abstract") or values.get("summary") or stated.abstract,
        authors=read_authors(values.get("authors", "")) or stated.authors,
        author_count=stated.author_count,
        identifiers=(*identifiers, values.get("paper", "")),
        published=_date(values.get("date", "")) or stated.published,
        listed=str(day or ""),
        venue=_venue(values.get("venue", "")) or stated.venue,
        organisation=stated.organisation,
        categories=_categories(values.get("categories", "")) or stated.categories,
        links=tuple(_links(cells, set(identifiers))),
        votes=stated.votes,
        comments=stated.comments,
    )


def _addresses(cells: tuple[tuple[str, Segment], ...], title: Segment | None) -> tuple[str, ...]:
    """Where the row says that its paper is; what a cell of another kind mentions counts where nothing else does."""
    own = [*linked_addresses(title)] if title else []
    for column, cell in cells:
        if cell != title:
            own += paper_addresses(cell) if label_of(column) == "paper" else own_addresses(cell)
    return tuple(own or (address for _, cell in cells for address in paper_addresses(cell)))


def _linked(cells: tuple[tuple[str, Segment], ...]) -> list[str]:
    return [address for _, cell in cells for address in linked_addresses(cell)]


def name_cells(block: Block) -> dict[str, object]:
    """The texts of a row's cells by the names that records have in all forms with fields."""
    values: dict[str, object] = {}
    for column, cell in block.cells:
        text = _value(cell)
        name = _VOTES.get(column.strip("\ufe0f "), fold_name(column))
        if text and text != "-":
            values.setdefault(name, text.replace(",", "") if _COUNT.fullmatch(text) else text)
    return values


def _categories(written: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\b[a-z-]+\.[A-Za-z-]{2,}\b", written))


def _title_cell(cells: tuple[tuple[str, Segment], ...]) -> Segment | None:
    """The column called title; else one that may hold titles; else the first with a linked or bold text."""
    called = [cell for column, cell in cells if column in _TITLE]
    maybe = [cell for column, cell in cells if label_of(column) == "title"]
    marked = [cell for _, cell in cells if paper_addresses(cell) and any(p.href and p.text for p in cell.pieces)]
    for cell in (*called, *maybe, *marked):
        text = _unlinked(cell)
        if text.lower() not in NOTHING and not is_generic(text) and not looks_like_names(text):
            return cell
    return None


def _unlinked(cell: Segment) -> str:
    """The cell's text without links that only say what they lead to."""
    kept = "".join(piece.text for piece in cell.pieces if not (piece.href and is_generic(piece.text)))
    return " ".join(re.sub(r"\[\s*\]|\(\s*\)", "", kept).split())


def _value(cell: Segment) -> str:
    text = cell.text.strip(" *_")
    return "" if text.lower() in NOTHING else text


def _date(written: str) -> str:
    day = find_day(written)
    return str(day) if day else written if re.fullmatch(r"(?:19|20)\d\d", written) else ""


def _venue(written: str) -> str:
    return "" if re.match(r"arxiv\b", written, re.IGNORECASE) else written


def _links(cells: tuple[tuple[str, Segment], ...], papers: set[str]) -> list[tuple[str, str]]:
    links = []
    for column, cell in cells:
        for href, run in groupby(cell.pieces, key=lambda piece: piece.href):
            kinds = (label_of("".join(piece.text for piece in run)), label_of(column))
            if href.startswith("http") and href not in papers:
                kind = next((kind for kind in kinds if kind in _KINDS), "code" if is_code(href) else "")
                links += [(kind, href)] if kind else []
    return list(dict.fromkeys(links))
