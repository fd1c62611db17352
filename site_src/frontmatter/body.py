"""The body of a paper's page: the summary, free Markdown, and the authors' abstract under `## Abstract`."""

import re
from dataclasses import dataclass

ABSTRACT_HEADING = "## Abstract"
_HEADING = re.compile(r"#{1,6}(?:\s|$)")
_HEADING_OR_ESCAPE = re.compile(r"\\*#{1,6}(?:\s|$)")
_ABSTRACT_LINE = re.compile(r"^## abstract[ \t]*$", re.IGNORECASE | re.MULTILINE)
_FENCE = re.compile(r" {0,3}(?:```|~~~)")


@dataclass(frozen=True, slots=True)
class Body:
    """`summary` and `abstract` are one line each, None when absent; `notes` is Markdown; the line is the abstract's."""

    summary: str | None
    notes: str
    abstract: str | None
    abstract_line: int


def parse_body(body: str, first_line: int) -> Body:
    """The body's parts. The abstract is no Markdown: only a heading ends it."""
    summary: list[str] = []
    notes: list[str] = []
    abstract: list[str] = []
    abstract_line = 0
    part, fenced = summary, False
    for number, line in enumerate(body.split("\n"), first_line):
        if part is not abstract and _FENCE.match(line):
            fenced = not fenced
        if not fenced and _HEADING.match(line):
            is_abstract = line.rstrip().lower() == ABSTRACT_HEADING.lower()
            part = abstract if is_abstract and not any(map(str.strip, abstract)) else notes
            if part is abstract:
                abstract_line = number
                continue
        part.append(line)
    return Body(
        summary=" ".join(" ".join(summary).split()) or None,
        notes="\n".join(notes).strip(),
        abstract=_unescape(" ".join(line.strip() for line in abstract if line.strip())) or None,
        abstract_line=abstract_line,
    )


def add_abstract(body: str, abstract: str) -> str:
    """The body with the abstract, on one line, under its empty heading, or else as its last section."""
    if _ABSTRACT_LINE.search(body):
        return _ABSTRACT_LINE.sub(lambda _: f"{ABSTRACT_HEADING}\n\n{_escape(abstract)}", body, count=1)
    return f"{body.rstrip()}\n\n{ABSTRACT_HEADING}\n\n{_escape(abstract)}\n"


def add_summary(body: str, summary: str) -> str:
    """The body, which has none, with the summary as its beginning."""
    rest = body.lstrip("\n")
    return f"\n{summary}\n" + (f"\n{rest}" if rest else "")


def add_notes(body: str, notes: str) -> str:
    """The body with notes at its end; they begin with a heading, which ends an abstract."""
    return f"{body.rstrip()}\n\n{notes}\n"


def _escape(abstract: str) -> str:
    """An abstract that begins like a heading gets a backslash, so that it is read back as text."""
    return f"\\{abstract}" if _HEADING_OR_ESCAPE.match(abstract) else abstract


def _unescape(text: str) -> str:
    return text[1:] if text.startswith("\\") and _HEADING_OR_ESCAPE.match(text) else text
