"""Numbers in records: counts, as pages shorten them too, and arXiv ids that were taken for numbers."""

import re

_COUNT = re.compile(r"(?P<whole>[0-9]{1,9})(?:\.0+)?|(?P<short>[0-9]{1,5}(?:\.[0-9]{1,3})?)\s?(?P<unit>[kKmM])")
_UNITS = {"k": 1_000, "m": 1_000_000}
# A number that lost the zero at its end, as spreadsheets take it; since 2015 five digits follow the point.
CUT_NUMBER = re.compile(r"(?:1[5-9]|[2-9][0-9])(?:0[1-9]|1[0-2])\.[0-9]{1,4}")
_ARXIV_LENGTH = 10


def read_count(text: str) -> int | None:
    """A whole number, also as pages shorten it, `1.2k`; None for any other text."""
    found = _COUNT.fullmatch(text.strip())
    if found and found["short"]:
        return round(float(found["short"]) * _UNITS[found["unit"].lower()])
    return int(found["whole"]) if found else None


def complete_number(text: str) -> str:
    """The arXiv id with the zeros that it lost as a number; any other text as it is."""
    return text.ljust(_ARXIV_LENGTH, "0") if CUT_NUMBER.fullmatch(text) else text
