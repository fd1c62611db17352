"""Bytes of a file → its text, or an error that says what the file is instead."""

import re

from site_src.errors import InputError, Place, Problem

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1f]")
_COPY_TEXT = "copy the page's text into a plain text file, saved as UTF-8"


def decode(content: bytes, name: str) -> str:
    """The text without a byte order mark. Raises InputError for what is no UTF-8 plain text."""
    line = content[: _undecodable(content)].count(b"\n") + 1
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(Problem(Place(name, 1), "text in UTF-16", "save the file as UTF-8"))
    if b"\x00" in content:
        raise InputError(Problem(Place(name), "binary content", _COPY_TEXT))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        seen = f"byte 0x{content[error.start]:02x} is not UTF-8"
        raise InputError(Problem(Place(name, line), seen, "save the file as UTF-8")) from None
    check_plain_text(text, name)
    return text


def _undecodable(content: bytes) -> int:
    try:
        content.decode()
    except UnicodeDecodeError as error:
        return error.start
    return len(content)


def check_plain_text(text: str, name: str) -> None:
    """Raises InputError for what is binary."""
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        seen = f"control character U+{ord(control[0]):04X}: binary content"
        raise InputError(Problem(Place(name, line), seen, _COPY_TEXT))
