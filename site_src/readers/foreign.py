"""Forms that no reader reads, named for what they are."""

import json
import re
from dataclasses import dataclass

_TAG = re.compile(r"\s*<(?:!doctype|!--|html|head|body|div|main|article|section|p|script)\b", re.IGNORECASE)
# Three lines of what a message begins with; a line that is indented goes on with the one before.
_MAIL = re.compile(
    r"(?:From [^\n]*\n)?(?:(?:from|to|cc|date|subject|sender|reply-to|received|return-path|delivered-to|message-id"
    r"|mime-version|content-type|dkim-signature|list-[a-z]+|x-[a-z-]+):[^\n]*\n(?:[ \t][^\n]*\n)*){3}",
    re.IGNORECASE,
)
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
    if _MAIL.match(text.lstrip().replace("\r\n", "\n")):
        return ForeignForm("an e-mail", "copy the papers out of it into a plain text file, below their date")
    if text.lstrip()[:1] in {"{", "["} and _is_json(text):
        return ForeignForm("JSON", _COPY_TEXT)
    return None


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return bool(re.match(r'\s*[\[{]\s*["{\[]', text))
    return True
