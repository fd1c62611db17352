"""Forms that no reader reads, named for what they are."""

import json
import re
from dataclasses import dataclass

_TAG = re.compile(r"\s*<(?:!doctype|!--|html|head|body|div|main|article|section|p|script)\b", re.IGNORECASE)
_COPY_TEXT = "copy the page's text into a plain text file, saved as UTF-8"


@dataclass(frozen=True, slots=True)
class ForeignForm:
    """`form` is what people call it."""

    form: str
    cure: str


def name_foreign_form(text: str) -> ForeignForm | None:
    """What the text is, where it is plainly no copy of a page."""
    if _TAG.match(text):
        return ForeignForm("HTML", _COPY_TEXT)
    if text.lstrip()[:1] in {"{", "["} and _is_json(text):
        return ForeignForm("JSON", _COPY_TEXT)
    return None


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return bool(re.match(r'\s*[\[{]\s*["{\[]', text))
    return True
