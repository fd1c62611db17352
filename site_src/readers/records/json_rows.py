"""Rows of Markdown in JSON, `{"2505.01234": "|**2025-05-08**|**A Kiln**|A. Potter et.al.|[…](…)|…|"}`.

Archives that are kept by a daily program and shown as one page have them. Of the authors they name only the first.
"""

import re

from site_src.identifiers import read_arxiv_id

_ROW = re.compile(
    r"\s*+(?:\||- )\s?\**(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})\**\s?[|,]\s?\*\*(?P<title>.+?)\*\*\s?[|,](?P<rest>.*)",
    re.DOTALL,
)
_REPOSITORY = re.compile(r"https?://(?:github|gitlab)\.com/[^\s)\]|*]+")


def read_row(key: str, text: str) -> dict[str, object]:
    """The values of the paper that the row under its id tells of; {} for any other text."""
    row = _ROW.match(text) if read_arxiv_id(key) else None
    if not row:
        return {}
    repository = _REPOSITORY.search(row["rest"])
    code = {"code": repository[0]} if repository else {}
    return {"title": row["title"], "published": row["day"], **code}
