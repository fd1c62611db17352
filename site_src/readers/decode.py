"""Bytes of a file → its text, or an error that says what the file is instead."""

import re
from itertools import chain

from site_src.errors import InputError, Place, Problem

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1f]")
_COPY_TEXT = "copy the page's text into a plain text file, saved as UTF-8"
_UNPACK = "unpack it and import what is inside"
_EXPORT = "save it as CSV or plain text"
# What files of each form begin with.
_BINARY = (
    (b"%PDF-", "a PDF document", "import a list of papers, as text, BibTeX or JSON"),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"BZh", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", _UNPACK),
    (b"Rar!", "a RAR archive", _UNPACK),
    (b"\x89PNG", "a PNG picture", _COPY_TEXT),
    (b"\xff\xd8\xff", "a JPEG picture", _COPY_TEXT),
    (b"GIF8", "a GIF picture", _COPY_TEXT),
    (b"SQLite format 3\x00", "an SQLite database", "export its papers as CSV or JSON"),
    (b"\xd0\xcf\x11\xe0", "an old Office document (.doc, .xls)", _EXPORT),
    (b"{\\rtf", "an RTF document", "save it as plain text"),
    (b"bplist00", "a binary property list or Safari archive", _COPY_TEXT),
    (b"PK\x05\x06", "an empty ZIP archive", "pack it again, or import what was to be inside"),
    (b"II*\x00", "a TIFF picture", _COPY_TEXT),
    (b"MM\x00*", "a TIFF picture", _COPY_TEXT),
    (b"PAR1", "a Parquet table", "export its papers as CSV or JSON"),
)
# What binary files have elsewhere, and where.
_INSIDE = (
    (257, b"ustar", "a tar archive", _UNPACK),
    (4, b"ftyp", "a picture or video", _COPY_TEXT),
    (8, b"WEBP", "a WebP picture", _COPY_TEXT),
)
_ZIPPED = (
    (b"word/", "a Word document (.docx)", "save it as plain text"),
    (b"xl/", "an Excel workbook (.xlsx)", "save it as CSV"),
    (b"ppt/", "a PowerPoint file (.pptx)", "save it as plain text"),
    (b"application/epub+zip", "an EPUB book", "import a list of papers, as text, BibTeX or JSON"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file", _EXPORT),
)
_HEAD = 1024  # bytes, among which a PDF begins
_FEW_NULS = 0.2  # a text in UTF-16 has more, but for scripts that need both bytes


def decode(content: bytes, name: str) -> str:
    """The text without a byte order mark. Raises InputError for what is no UTF-8 plain text, or none."""
    if binary := _name_binary(content):
        raise InputError(Problem(Place(name), *binary))
    line = content[: _undecodable(content)].count(b"\n") + 1
    if content.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or _is_wide(content):
        width = "UTF-32" if b"\x00\x00" in content[:4] else "UTF-16"
        raise InputError(Problem(Place(name, 1), f"text in {width}", "save the file as UTF-8"))
    if b"\x00" in content:
        raise InputError(Problem(Place(name), "binary content", _COPY_TEXT))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        seen = f"byte 0x{content[error.start]:02x} is not UTF-8"
        raise InputError(Problem(Place(name, line), seen, "save the file as UTF-8")) from None
    if not text.strip():
        raise InputError(Problem(Place(name), "an empty file", "put papers into it, or remove it"))
    check_plain_text(text, name)
    return text


def _name_binary(content: bytes) -> tuple[str, str] | None:
    """(what it is, the cure) of a file whose first bytes say so."""
    if content.startswith(b"PK\x03\x04"):
        zipped = next(((form, cure) for mark, form, cure in _ZIPPED if mark in content), None)
        return zipped or ("a ZIP archive", _UNPACK)
    start = content[:_HEAD].lstrip(b"\xef\xbb\xbf\r\n\t ")
    named = ((form, cure) for mark, form, cure in _BINARY if start.startswith(mark))
    places = _INSIDE if b"\x00" in start else ()
    inside = ((form, cure) for place, mark, form, cure in places if content.startswith(mark, place))
    return next(chain(named, inside), None)


def _is_wide(content: bytes) -> bool:
    """Whether every other byte is empty, as in Latin text in UTF-16 that does not say so."""
    start = content[:1000]
    empty = max(start[::2].count(0), start[1::2].count(0))
    return empty > len(start) * _FEW_NULS and min(start[::2].count(0), start[1::2].count(0)) == 0


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
