"""Every non-blank line of a copy by what it is."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from site_src.readers.text_copy.lines import Line

# `furniture` is what a page prints around entries, `repeated` all of a card that stood there just before.
KINDS = ("header", "title", "abstract", "byline", "furniture", "repeated", "unknown")

Part = tuple[int, int, str]  # the lines `[start, end)` and what they are


def count_lines(
    header: Sequence[Line], lines: Sequence[Line], aside: Sequence[Line], parts: Iterable[Part]
) -> Mapping[str, int]:
    """Non-blank lines of the file by kind; a line counts once, as what its first words are.

    `lines` are those below the header, and of several `parts` that hold a line the last one says what it is.
    """
    kinds = {line.number: "header" for line in header}
    of_lines = [""] * len(lines)
    for start, end, kind in parts:
        of_lines[start:end] = [kind] * (end - start)
    for line, kind in zip(lines, of_lines, strict=True):
        kinds.setdefault(line.number, kind)
    last = header[-1].number if header else 0
    for line in aside:
        kinds.setdefault(line.number, "header" if line.number < last else "furniture")
    counts = Counter(kinds.values())
    return {kind: counts[kind] for kind in KINDS}
