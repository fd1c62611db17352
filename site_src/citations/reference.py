"""Citation → one line of text."""

from site_src.citations.facts import Citation

MOST_AUTHORS = 8


def format_reference(citation: Citation) -> str:
    """`Ann Potter and Bo Turner (2025). Glazes That Fire. ICKiln 2025. https://…`, without what is not known."""
    year = f" ({citation.date.year})" if citation.date else ""
    first, second = (_format_authors(citation.authors), citation.title) if citation.authors else (citation.title, "")
    parts = (first + year, second, citation.container or citation.seen_at)
    return " ".join([*(_end(part) for part in parts if part), citation.url])


def _format_authors(authors: tuple[str, ...]) -> str:
    if len(authors) > MOST_AUTHORS:
        return f"{', '.join(authors[:MOST_AUTHORS])} et al."
    *first, last = authors
    return f"{', '.join(first)} and {last}" if first else last


def _end(part: str) -> str:
    return part if part.endswith((".", "!", "?")) else f"{part}."
