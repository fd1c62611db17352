"""Dump → canonical text."""

from collections.abc import Iterator, Sequence

from site_src.models import Dump
from site_src.readers.text_copy.lines import BULLET


def format_dump(dump: Dump) -> str:
    """The canonical text: one blank line between blocks, bullets indented by two, a final newline if there was one."""
    return "\n\n".join(_blocks(dump)) + ("\n" if dump.final_newline else "")


def _blocks(dump: Dump) -> Iterator[str]:
    yield from dump.header
    unknown = iter((*dump.unknown, (len(dump.entries) + 1, "")))
    before, line = next(unknown)
    for i in range(len(dump.entries) + 1):
        while before == i:
            yield line
            before, line = next(unknown)
        if i < len(dump.entries):
            yield dump.entries[i].title
            yield dump.entries[i].abstract
            if byline := dump.entries[i].byline:
                yield _format_byline(byline)


def _format_byline(byline: Sequence[str]) -> str:
    return "\n".join(f"  {line}" if line.startswith(BULLET) else line for line in byline)
