"""Files that people keep papers in → dumps: one module per form, chosen by what the file holds.

A form that is known but cannot be read is named for what it is (`foreign`). What no reader knows is a text copy of a
page, which has no mark of its own.

Modules and packages here are readers, but for `records`, what they share: from what a form says of a paper to an entry.
"""

from site_src.errors import InputError, Place, Problem
from site_src.models import Dump
from site_src.readers import (
    arxiv_listing,
    arxiv_mail,
    atom,
    bibtex,
    csl,
    csv_table,
    json_records,
    markdown_list,
    ris,
    rss,
    tagged,
    text_copy,
    title_list,
)
from site_src.readers.decode import decode
from site_src.readers.foreign import name_foreign_form
from site_src.readers.protocol import Reader

__all__ = ["FORMATS", "read_dump"]

LONGEST_TITLE = 8_000  # characters; that of no paper has an eighth of it

# Each is asked in turn. What none of them knows is a bare text copy, or no dump.
READERS: tuple[Reader, ...] = (
    csl,
    json_records,
    atom,
    rss,
    bibtex,
    ris,
    tagged,
    arxiv_mail,
    arxiv_listing,
    csv_table,
    text_copy,
    markdown_list,
    title_list,
)
FORMATS = {reader.NAME: reader for reader in READERS}


def read_dump(content: bytes, name: str, form: str | None = None) -> Dump:
    """The dump that a file holds; `form`, a name of FORMATS, says which reader is to read it.

    `name` is the file's path, for places. Raises InputError, for a form that no reader knows as well.
    """
    text = decode(content, name)
    if form:
        return _check_titles(FORMATS[form].read(text, name), name)
    reader = next((reader for reader in READERS if reader.detect(text)), None)
    if reader is None and (foreign := name_foreign_form(text)):
        raise InputError(Problem(Place(name, foreign.line), f"{foreign.form} instead of papers", foreign.cure))
    return _check_titles((reader or text_copy).read(text, name), name)


def _check_titles(dump: Dump, name: str) -> Dump:
    """The dump. Raises InputError for what cannot be a title: a text whose line breaks were lost."""
    long = [entry for entry in dump.entries if len(entry.title) > LONGEST_TITLE]
    if long:
        cure = "give the title alone, with a blank line after it where the file is text"
        raise InputError(
            Problem(Place(name, entry.line), f"a title of {len(entry.title):,} characters: '{entry.title[:60]}…'", cure)
            for entry in long
        )
    return dump
