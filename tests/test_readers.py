"""Which reader reads a file: by what it holds, or as it is told."""

import pytest

from site_src.contract import FORMS
from site_src.errors import InputError
from site_src.readers import FORMATS, read_dump

BYLINES = "May 8\n\nA Kiln\n\nIt fires bowls, and it does so slowly.\n\n  • 5 authors\n·\nMay 6 12\n"
BARE = "May 8\n\nA Kiln\n\nIt fires bowls, and it does so slowly.\n"
LINKED = "# Kilns\n\n- [A Kiln](https://arxiv.org/abs/2401.01234)\n- [A Glaze](https://arxiv.org/abs/2401.01235)\n"
LINKED_COPY = "May 8\n\n### [A Kiln](https://arxiv.org/abs/2401.01234)\n\nIt fires bowls.\n\n  • 5 authors\n·\nMay 6\n"
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2401.01234v1</id><title>A Kiln</title>'
    "<summary>It fires bowls.</summary></entry></feed>"
)
MAIL = (
    "\\\\\narXiv:2401.01234\nDate: Fri, 5 Jan 2024 09:10:22 GMT   (81kb)\n\nTitle: A Kiln\nAuthors: Ada Ofen\n"
    "Categories: cs.LG\n\\\\\n  It fires bowls.\n\\\\ ( https://arxiv.org/abs/2401.01234 ,  81kb)\n"
)
LISTING = "[1] arXiv:2401.01234 [pdf, html, other]\nTitle: A Kiln\nAda Ofen\nSubjects: Machine Learning (cs.LG)\n"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (BYLINES, "text"),
        (BARE, "text"),
        (LINKED_COPY, "text"),
        (LINKED, "markdown"),
        ("A Kiln\nhttps://arxiv.org/abs/2401.01234\n\nA Glaze\nhttps://arxiv.org/abs/2401.01235\n", "titles"),
        ('[{"title": "A Kiln", "abstract": "It fires bowls."}]', "json"),
        ('[{"type": "article", "title": "A Kiln", "author": [{"family": "Ofen", "given": "Ada"}]}]', "csl"),
        (ATOM, "atom"),
        (
            "<rss version='2.0'><channel><item><title>A Kiln</title><author>A. Potter</author></item></channel></rss>",
            "rss",
        ),
        ("@misc{ofen, title = {A Kiln}}", "bibtex"),
        ("TY  - JOUR\nTI  - A Kiln\nER  - \n", "ris"),
        (MAIL, "arxiv-mail"),
        (LISTING, "arxiv-list"),
        ("title,abstract\nA Kiln,It fires bowls.\n", "csv"),
    ],
)
def test_what_a_file_holds_tells_its_form(text: str, form: str) -> None:
    dump = read_dump(text.encode(), "dumps/kilns")

    assert dump.entries[0].title == "A Kiln"
    assert dump == FORMATS[form].read(text, "dumps/kilns")


def test_a_form_that_is_named_is_taken() -> None:
    assert read_dump(BARE.encode(), "a.txt", "text").entries
    with pytest.raises(InputError, match=r"a\.txt"):
        read_dump(BARE.encode(), "a.txt", "json")


def test_the_command_line_knows_every_reader() -> None:
    assert tuple(FORMATS) == FORMS


@pytest.mark.parametrize(
    "text",
    [
        "@article{ofen, title = {A Kiln}, journal = {Journal of Ovens}, note = {Extended from arXiv:2301.00002}}",
        "TY  - JOUR\nTI  - A Kiln\nN1  - See also https://arxiv.org/abs/2301.00002\nER  - \n",
        '[{"title": "A Kiln", "abstract": "It fires.", "note": "extends arXiv:2301.00002 [cs.LG]"}]',
        "Title,Abstract,Extra\nA Kiln,It fires.,see arXiv:2301.00002\n",
    ],
)
def test_a_paper_that_a_note_mentions_is_another(text: str) -> None:
    assert read_dump(text.encode(), "kilns").entries[0].facts.arxiv is None


@pytest.mark.parametrize(
    "text",
    [
        "@article{ofen, title = {A Kiln}, note = {arXiv:2301.00002 [cs.LG]}}",
        "TY  - JOUR\nTI  - A Kiln\nN1  - arXiv:2301.00002 [cs.LG]\nER  - \n",
        '[{"title": "A Kiln", "abstract": "It fires.", "note": "arXiv:2301.00002 [cs.LG]"}]',
        '[{"title": "A Kiln", "abstract": "It fires.", "arxiv": "arXiv:2301.00002v1 [cs.LG]"}]',
    ],
)
def test_a_note_that_is_an_id_alone_is_the_paper_s(text: str) -> None:
    assert read_dump(text.encode(), "kilns").entries[0].facts.arxiv == "2301.00002"


def test_what_follows_a_sign_is_not_lost_where_there_is_markup() -> None:
    text = '[{"title": "A Kiln", "abstract": "We <i>fire</i> bowls when x<y and the rest follows. More of it."}]'

    assert read_dump(text.encode(), "a").entries[0].abstract == (
        "We fire bowls when x<y and the rest follows. More of it."
    )
