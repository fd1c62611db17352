"""By what a text shows that it is Markdown."""

import re

from site_src.identifiers import ANY_ARXIV_ID

_HEADING = re.compile(r"^ {0,3}#{1,6} +\S", re.MULTILINE)
_HEADING_ID = re.compile(rf"^ {{0,3}}#{{1,6}}[^\n]*[\[( :]({ANY_ARXIV_ID})(?:v\d+)?(?:[\]) :]|$)", re.MULTILINE)
_BULLET = re.compile(
    r"^[ \t]*(?:>[ \t]*)*(?:[-*+]|\d{1,4}[.)])[ \t]+(?:\[[ xX]\] +)?(?:\*\*|__|!?\[|<a |\S[^\n]{0,400}\]\(http)",
    re.MULTILINE,
)
_TABLE = re.compile(r"^ {0,3}\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$", re.MULTILINE)
_BOLD = re.compile(
    r"^(?:>[ \t]*)*(?:(?:\*\*|__)\[?[^\n*_]{3,300}(?:\*\*|__|\])|\[[^\]\n]{3,300}\]\(https?://)", re.MULTILINE
)
_DOCUMENT = re.compile(r"\s*(?:<\?xml|<!doctype|<html|<head|<body)\b", re.IGNORECASE)  # HTML may hold all of these
_BYLINE = re.compile(r"^[^\S\n]*·[^\S\n]*$|^[^\S\n]*•\s*\d[\d,]* authors?\b", re.MULTILINE)
_LABEL = re.compile(r"^\W{0,6}(?:Authors?|Abstract|arXiv|URL|Link|PDF)\W{0,3}:", re.MULTILINE)


def is_markdown(text: str) -> bool:
    """Whether lines are marked as Markdown marks headings, lists, tables or titles, with links or bold words."""
    if _BYLINE.search(text) or _DOCUMENT.match(text):
        return False
    linked = "](" in text or "**" in text or "__" in text or "<a " in text
    if _TABLE.search(text) or (linked and (_BULLET.search(text) or _BOLD.search(text))):
        return True
    return bool(_HEADING.search(text)) and (linked or bool(_LABEL.search(text) or _HEADING_ID.search(text)))
