"""Front matter of a note about a paper → what it says, by the names that records have in all forms with fields."""

import re

import yaml

from site_src.readers.markdown_list.blocks import FRONT_MATTER
from site_src.readers.records.aliases import fold_name

_NOTE_LINK = re.compile(r"\[\[(?:[^\[\]|\n]*\|)?([^\[\]|\n]*)\]\]")  # `[[Ann Bee]]`, `[[people/bee|Ann Bee]]`
_TITLE = re.compile(r"^[\"']?title\b", re.IGNORECASE | re.MULTILINE)


def read_front_matter(text: str) -> tuple[dict[str, object], int]:
    """(its values, the line of its title); ({}, 0) where there is none that can be read.

    All values are texts or made of texts: `2401.00010` is no number.
    """
    match = FRONT_MATTER.match(text)
    title = _TITLE.search(text, 0, match.end()) if match else None
    values = _load(_NOTE_LINK.sub(r"\1", match["yaml"])) if match and title else None
    if not isinstance(values, dict) or not title:
        return {}, 0
    return {fold_name(name): value for name, value in values.items()}, text.count("\n", 0, title.start()) + 1


def _load(written: str) -> object:
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(written, yaml.CBaseLoader)):
            return None
        return yaml.load(written, yaml.CBaseLoader)  # noqa: S506  it makes texts, lists and mappings alone
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
