"""Files that hold no papers in a form that is read: each is named for what it is, and no copy of a page is."""

import contextlib
import io
import time
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.errors import InputError
from site_src.readers import read_dump
from site_src.readers.decode import decode
from site_src.readers.foreign import name_foreign_form
from site_src.readers.records.columns import is_table

XML = '<?xml version="1.0"?>\n<!-- kilns -->\n'
MAIL = "From: ann@example.org\nTo: bo@example.org\nSubject: Kilns\nDate: Fri, 28 Nov 2025 10:00:00\n\nLook at this.\n"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("<!DOCTYPE html><html><body>May 8</body></html>", "HTML"),
        ("  <div class='x'>\nMay 8", "HTML"),
        (f"{XML}<html><body/></html>", "HTML"),
        (f"{XML}<!DOCTYPE html>\n<html/>", "HTML"),
        (f'{XML}<opml version="2.0"><body/></opml>', "OPML"),
        (f"{XML}<xml><records><record/></records></xml>", "EndNote XML"),
        ("<modsCollection><mods/></modsCollection>", "MODS"),
        ('<TEI xmlns="x"><text/></TEI>', "TEI"),
        (f"{XML}<article><front/></article>", "JATS"),
        ('<svg xmlns="x"><path/></svg>', "SVG"),
        ('<rdf:RDF xmlns:rdf="x"><a/></rdf:RDF>', "RDF"),
        (f"{XML}<feed><title>x</title></feed>", "an Atom feed without papers"),
        (f"{XML}<kilns><kiln/></kilns>", "XML with the root <kilns>"),
        ('{"papers": []}', "JSON"),
        ('{"cells": [], "nbformat": 4}', "a Jupyter notebook"),
        ("title: Kilns\nyear: 2025\nauthors:\n  - Ann\nabstract: |\n  Kilns plan.\n  They fire.\n", "YAML"),
        ("- title: Kilns\n  year: 2025\n- title: Pots\n  year: 2025\n", "YAML"),
        ("[kilns]\nhot = true\ntitle = 'Kilns'\n", "TOML"),
        ("\\documentclass{article}\n\\begin{document}\nKilns\n\\end{document}\n", "LaTeX"),
        ("\\bibitem{a} Kilns.\n\n\\bibitem{b} Pots.\n\n\\bibitem{c} Glazes.\n", "LaTeX"),
        ("-- dump\nCREATE TABLE kilns (a INT);\nINSERT INTO kilns VALUES (1);\n", "SQL"),
        ("import os\n\n\ndef fire(kiln):\n    pass\n\n\nclass Kiln:\n    pass\n", "a Python program"),
        ("#!/bin/sh\necho kilns\n", "a program"),
        ("#+TITLE: Kilns\n* Pots\n", "Org"),
        ("Kilns\n=====\n\n.. note:: hot\n", "reStructuredText"),
        (f"{'QUJD' * 19}\n{'QUJD' * 19}\nQUJD==\n", "base64"),
        (MAIL, "an e-mail that is no arXiv listing"),
        (f"From ann@example.org Fri Nov 28 10:00:00 2025\n{MAIL}", "a mailbox without an arXiv listing"),
        (f"From: <Saved by Blink>\nContent-Type: multipart/related;\n{MAIL}", "a saved web page (MHTML)"),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "an iCalendar file"),
        ("2511.00001\narXiv:2511.00002\n", "addresses without titles"),
        ("https://example.org/a\nhttps://example.org/b\n", "addresses without titles"),
        ("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META a='b'>\n<DL></DL>", "HTML"),
        ("<style>\np {}\n</style>\n<div>Kilns</div>", "HTML"),
        ('[[paper]]\ntitle = "Kilns"\n\n[[paper]]\ntitle = "Pots"\n', "TOML"),
        ("\\section{Kilns}\nThey fire~\\cite{bee}. Pots \\citep[p. 2]{cee} hum.\n", "LaTeX"),
        ("* Kilns\n** [[https://arxiv.org/abs/2511.00001][Kilns That Plan]]\n", "Org"),
        ("== Kilns ==\n* [https://arxiv.org/abs/2511.00001 Kilns That Plan]\n", "MediaWiki's markup"),
        ("= Kilns\n\n* https://arxiv.org/abs/2511.00001[Kilns That Plan]\n", "AsciiDoc"),
        ('Authors,Year,Journal\n"Bee, A.",2025,Kilns\n"Cee,\nB.",2024,Pots\n', "a table without a column of titles"),
        ("Authors;Year;DOI\nBee, A.;2025;10.1234/a\n", "a table without a column of titles"),
        ("Kilns That Plan,Ann Bee,2511.00001\nPots That Hum,Bo Cee,2511.00002\n", "a table without a column of titles"),
        ("a,b,c\n" * 4000 + "d", "a table without a column of titles"),
    ],
)
def test_a_foreign_form_is_named_with_its_cure(text: str, form: str) -> None:
    with pytest.raises(InputError) as caught:
        read_dump(text.encode(), "a.txt")

    assert str(caught.value).startswith(f"a.txt:1: {form}")
    assert "; " in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "May 8\n\nKilns, Pots, Glazes\n",
        "Kilns, Pots, and Bowls 2511.00001\nCats, Dogs, and Mice 2511.00002\n",
        "a,b\nc,d\n",
        "a,b,c\n",
        "a,b,c\nd,e\n",
        "a,b,c\n" * 2000 + "d,e\n" * 2 + "f" * 20_000,
    ],
)
def test_a_sentence_with_commas_is_no_table(text: str) -> None:
    assert not is_table(text)


def test_titles_with_marks_between_them_and_their_ids_are_a_list() -> None:
    [entry] = read_dump(b"Kilns, Pots, and Bowls 2511.00001\n", "a.txt").entries

    assert entry.title == "Kilns, Pots, and Bowls"


ABSTRACT = "We study how a kiln controller can plan its firing curve from few and noisy probes. It fires. " * 8


@pytest.mark.parametrize(
    "title",
    [
        "TideKiln: A Planner",
        "import antigravity",
        "<kernel> + <optional hints>",
        "From Kilns to Pots: A Study",
        "title: subtitle",
        "[Kilns] = Pots",
        "SELECT Kilns FROM Pots",
        "\\textbf{Kilns} That Plan",
        "{Kilns} and [Pots]",
        "#Kilns",
        "---",
        "Date: A Planner",
    ],
)
def test_a_copy_of_a_page_is_never_taken_for_another_form(title: str) -> None:
    for header in ("May 8\n\n", ""):
        assert name_foreign_form(header + f"{title}\n\n{ABSTRACT}\n\n" * 4) is None


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (f"<xml>{' ' * 3000}<records/></xml>", "EndNote XML"),
        (f"<xml>{' ' * 5000}<records/></xml>", "XML"),
        ("title: a\nyear: b\nvenue: c\n" * 2 + "Kilns plan.\nThey fire.\nSo it is.\n", ""),
        ("title: a\nyear: b\n", ""),
    ],
)
def test_a_form_shows_itself_early_and_nearly_everywhere(text: str, form: str) -> None:
    named = name_foreign_form(text)

    assert (named.form if named else "") == form


@pytest.mark.parametrize("text", ["\n" * 60_000 + "x", f"{'QUJD' * 20}\n" * 4000 + "!", "== " * 60_000])
def test_a_long_text_is_told_apart_in_little_time(text: str) -> None:
    begun = time.process_time()
    name_foreign_form(f"May 8{text}")
    name_foreign_form(text)

    assert time.process_time() - begun < 2


@given(st.text())
def test_any_text_is_named_or_not(text: str) -> None:
    name_foreign_form(text)


# ---- binary files


def zipped(*names: str, content: str = "") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\n", "a PDF document"),
        (zipped("word/document.xml"), "a Word document"),
        (zipped("xl/workbook.xml"), "an Excel workbook"),
        (zipped("mimetype", content="application/epub+zip"), "an EPUB book"),
        (zipped("kilns.txt"), "a ZIP archive"),
        (b"\x1f\x8b\x08\x00", "a gzip archive"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG picture"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"SQLite format 3\x00", "an SQLite database"),
        (b"{\\rtf1\\ansi May 8}", "an RTF document"),
        (b"\xd0\xcf\x11\xe0\xa1", "an old Office document"),
        (b"\r\n%PDF-1.4\n", "a PDF document"),
        (zipped(), "an empty ZIP archive"),
        (b"\x00\x00\x00\x18ftypheic\x00", "a picture or video"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "a WebP picture"),
        (b"kilns.txt".ljust(257, b"\x00") + b"ustar\x00", "a tar archive"),
    ],
)
def test_a_binary_file_is_named_with_its_cure(content: bytes, form: str) -> None:
    with pytest.raises(InputError) as caught:
        read_dump(content, "a.txt")

    assert str(caught.value).startswith(f"a.txt: {form}")
    assert "; " in str(caught.value)


@pytest.mark.parametrize(("above", "form"), [(1000, "a PDF document"), (1030, "no date in the header")])
def test_a_pdf_says_so_early(above: int, form: str) -> None:
    with pytest.raises(InputError, match=form):
        read_dump(b"\n" * above + b"%PDF-1.4", "a.txt")


@pytest.mark.parametrize("content", [b"", b"\n \r\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_named(content: bytes) -> None:
    with pytest.raises(InputError, match=r"^a.txt: an empty file; put papers into it, or remove it$"):
        read_dump(content, "a.txt")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_in_utf16_is_told_from_binary(encoding: str) -> None:
    with pytest.raises(InputError, match=r"a.txt:1: text in UTF-16; save the file as UTF-8"):
        decode("May 8\n\nKilns That Plan – Ahead\n".encode(encoding), "a.txt")


@pytest.mark.parametrize(("latin", "seen"), [(5, "text in UTF-16"), (3, "binary content")])
def test_a_text_in_utf16_has_enough_empty_bytes(latin: int, seen: str) -> None:
    with pytest.raises(InputError, match=seen):
        decode(("a" * latin + "ж" * (10 - latin)).encode("utf-16-le"), "a.txt")


def test_a_text_in_utf32_is_no_utf16() -> None:
    with pytest.raises(InputError, match="UTF-32"):
        decode("May 8".encode("utf-32"), "a.txt")


@given(st.binary())
def test_any_bytes_are_text_or_an_error(content: bytes) -> None:
    with contextlib.suppress(InputError):
        assert "\x00" not in decode(content, "a.txt")
