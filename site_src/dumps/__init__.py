"""Dump text ↔ Dump, losslessly: every word of a dump is header, title, abstract, byline or (reported) unknown.

A canonical dump prints one blank line between blocks: the header's lines, the date last among them; then per entry
its title, its abstract and perhaps a byline of three lines. `parse_dump` also reads what people's copies look like:
wrapped lines, missing or extra blank lines, footers (see `reading`).
"""

from site_src.dumps.decode import decode_dump
from site_src.dumps.format import format_dump
from site_src.dumps.parse import parse_dump

__all__ = ["decode_dump", "format_dump", "parse_dump"]
