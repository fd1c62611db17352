"""Dump text ↔ Dump: lossless, tolerant of layout, never an abstract as a title."""

import os
import re
import textwrap
from collections.abc import Sequence
from itertools import cycle, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.errors import InputError
from site_src.models import Dump, Entry, PartialDate
from site_src.readers import read_dump
from site_src.readers.decode import decode
from site_src.readers.text_copy import parse_dump
from site_src.readers.text_copy.lines import split_lines
from site_src.readers.text_copy.prices import read_by_price, usual_length

REAL_DUMPS = sorted(Path(os.environ.get("DISTILLATE_DUMPS", "../shared/dumps")).glob("*.txt"))
needs_real_dumps = pytest.mark.skipif(not REAL_DUMPS, reason="no real dumps beside the checkout; set DISTILLATE_DUMPS")

SENTENCES = (
    "We study how a kiln controller can plan its firing curve from few and noisy probes.",
    "Earlier controllers waste energy because they treat every shelf of the kiln alike.",
    "Our planner keeps a small model of the heat flow and corrects it after each firing.",
    "On a bench of invented glazes it needs fewer firings and cracks fewer bowls than before.",
    "An ablation shows that most of the gain comes from the correction step, not the model.",
)
TITLES = tuple(f"Firing Plan {n}: Controllers That Learn a Kiln" for n in "ABCDEFGHIJ")


def abstract(n: int) -> str:
    """A realistic length, different for each n."""
    return " ".join([f"Report {n}.", *(SENTENCES * 3)[: 10 + n % 5]])


def dump_text(*blocks: str) -> str:
    return "\n\n".join(["new", "Daily Papers", "byAK and the research community", "May 8", *blocks])


def byline_facts(entry: Entry) -> tuple[int | None, str | None, PartialDate | None, int | None]:
    facts = entry.facts
    return facts.author_count, facts.organisation, facts.published, facts.comments


def words_of(dump: Dump) -> list[str]:
    """Every word that a dump keeps, in order: of a copy without votes and links that is every word of the file."""
    texts = [*dump.header]
    for i, entry in enumerate(dump.entries):
        texts += [text for before, text in dump.unknown if before == i]
        texts += [entry.title, entry.abstract, *entry.byline]
    texts += [text for before, text in dump.unknown if before == len(dump.entries)]
    return " ".join(texts).split()


def count_non_blank(text: str) -> int:
    return len({line.number for line in split_lines(text)})


def blocks(count: int) -> list[str]:
    return [block for n in range(count) for block in (TITLES[n], abstract(n))]


# ---- a canonical dump


BYLINE = "  • 5 authors\n·\nFeb 3, 2024 12"


def test_an_entry_is_a_title_an_abstract_and_perhaps_a_byline() -> None:
    dump = parse_dump(dump_text(TITLES[0], abstract(0), BYLINE, TITLES[1], abstract(1)))

    assert dump.header == ("new", "Daily Papers", "byAK and the research community", "May 8")
    assert PartialDate(0, 5, 8) == dump.date
    first, second = dump.entries
    assert (TITLES[0], abstract(0), 9, 11) == (first.title, first.abstract, first.line, first.abstract_line)
    assert first.byline == ("• 5 authors", "·", "Feb 3, 2024 12")
    assert byline_facts(first) == (5, None, PartialDate(2024, 2, 3), 12)
    assert second.byline == ()
    assert dump.problems == ()


def test_every_line_is_accounted_for() -> None:
    dump = parse_dump(dump_text(*blocks(3), BYLINE, "Jobs", "Terms"))

    assert {kind: count for kind, count in dump.counts.items() if count} == {
        "header": 4,
        "title": 3,
        "abstract": 3,
        "byline": 3,
        "unknown": 2,
    }


@pytest.mark.parametrize("ending", ["", "\n"])
def test_every_word_of_a_canonical_dump_is_kept_in_its_place(ending: str) -> None:
    text = dump_text(TITLES[0], abstract(0), BYLINE, TITLES[1], abstract(1)) + ending

    assert text.split() == words_of(parse_dump(text))


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("  • 1 author\n·\nFeb 3", (1, None, PartialDate(0, 2, 3), None)),
        ("  • 1,024 authors\n·\nFeb 3", (1024, None, PartialDate(0, 2, 3), None)),
        ("kilnlab The Kiln Lab\n·\nOct 14 2", (None, "The Kiln Lab", PartialDate(0, 10, 14), 2)),
        ("kilnlab\n·\nOct 14", (None, "kilnlab", PartialDate(0, 10, 14), None)),
        ("  • 5 authors\n·\nMar 11, 2021", (5, None, PartialDate(2021, 3, 11), None)),
        ("  • 5 authors · Mar 11, 2021 3", (5, None, PartialDate(2021, 3, 11), 3)),
        ("·\nMar 11", (None, None, PartialDate(0, 3, 11), None)),
        ("  • 5 authors\n\n·\n\nFeb 29", (5, None, PartialDate(0, 2, 29), None)),
    ],
)
def test_a_byline_gives_who_when_and_comments(
    printed: str, expected: tuple[int | None, str | None, PartialDate | None, int | None]
) -> None:
    dump = parse_dump(dump_text(TITLES[0], abstract(0), printed, TITLES[1], abstract(1)))

    assert dump.entries[0].byline
    assert expected == byline_facts(dump.entries[0])
    assert dump.problems == ()
    assert len(dump.entries) == 2


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("  • many authors\n·\nFeb 3 2", (None, None, PartialDate(0, 2, 3), 2)),
        ("  • 0 authors\n·\nFeb 3", (None, None, PartialDate(0, 2, 3), None)),
        ("  • 5 authors\n·\nFeb 3 1.2k", (5, None, PartialDate(0, 2, 3), None)),
        ("  • 5 authors\n·\nFeb 30 2", (5, None, None, 2)),
        ("  • 5 authors\n·\nFeb 29, 2023", (5, None, None, None)),
        ("  • 5 authors\n·\nyesterday", (5, None, None, None)),
        ("  • 5 authors\n·\nFeb 3 2021", (5, None, None, None)),
        ("  • 5 authors", (5, None, None, None)),
        ("  • 5 authors\n·", (5, None, None, None)),
        ("?!\n·\nFeb 3", (None, None, PartialDate(0, 2, 3), None)),
    ],
)
def test_a_malformed_byline_loses_the_field_and_keeps_the_paper(
    printed: str, expected: tuple[int | None, str | None, PartialDate | None, int | None]
) -> None:
    text = dump_text(TITLES[0], abstract(0), printed, TITLES[1], abstract(1))
    dump = parse_dump(text, "a.txt")

    assert dump.entries[0].byline
    assert expected == byline_facts(dump.entries[0])
    assert [TITLES[0], TITLES[1]] == [entry.title for entry in dump.entries]
    assert len(dump.problems) == 1
    assert str(dump.problems[0]).startswith("a.txt:1")
    assert text.split() == words_of(dump)


# ---- what carries no meaning


TEXT = dump_text(TITLES[0], abstract(0), BYLINE, *blocks(4)[2:])


def wrapped(text: str, width: int, *, hyphens: bool = False) -> str:
    return "\n".join(
        "\n".join(textwrap.wrap(line, width, break_on_hyphens=hyphens)) if "•" not in line else line
        for line in text.split("\n")
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TEXT.replace("\n", "\r\n"), id="CRLF"),
        pytest.param(TEXT.replace("\n", "\r"), id="CR"),
        pytest.param("\ufeff" + TEXT, id="byte order mark"),
        pytest.param(TEXT.replace("\n", "  \t\n"), id="trailing blanks"),
        pytest.param(TEXT.replace("\n", "\u00a0\n"), id="no-break blanks at the end"),
        pytest.param(TEXT.replace(" ", "\u00a0"), id="no-break blanks"),
        pytest.param(TEXT.replace("\n\n", "\n\u2028\n"), id="line separators between blocks"),
        pytest.param(TEXT.replace("before. An", "before.\u2028An"), id="a line separator inside an abstract"),
        pytest.param(TEXT.replace("\n\n", "\n\n\n\n"), id="more blank lines"),
        pytest.param(re.sub("\n\n+", "\n", TEXT), id="no blank lines"),
        pytest.param(TEXT.replace(f"{TITLES[2]}\n\n", f"{TITLES[2]}\n"), id="one blank line missing"),
        pytest.param(TEXT.replace(f"\n\n{TITLES[2]}", f"\n{TITLES[2]}"), id="another blank line missing"),
        pytest.param(TEXT.replace("·\n", "·\n\n"), id="a blank line in a byline"),
        pytest.param("\n\n\n" + TEXT + "\n\n\n", id="blank lines around"),
        pytest.param(TEXT.replace("\n\n", "\n\u200b\n"), id="lines of zero-width blanks"),
        pytest.param(wrapped(TEXT, 60), id="wrapped at 60"),
        pytest.param(wrapped(TEXT, 72), id="wrapped at 72"),
        pytest.param(wrapped(TEXT, 100), id="wrapped at 100"),
        pytest.param(wrapped(TEXT, 30), id="titles wrapped too"),
        pytest.param(wrapped(TEXT, 80).replace("\n", "\r\n"), id="wrapped, CRLF"),
    ],
)
def test_layout_carries_no_meaning(text: str) -> None:
    dump = parse_dump(text)

    assert parse_dump(TEXT).entries == dump.entries


def test_a_word_broken_at_its_hyphen_is_joined_again() -> None:
    text = TEXT.replace("few and noisy", "few-shot and pre- and post-processed noisy")

    assert parse_dump(text).entries == parse_dump(wrapped(text, 50, hyphens=True)).entries


@pytest.mark.parametrize(
    "header",
    [
        "Tägliche Arbeiten\n\nAbonnieren\n\nMay 8",
        "新しい\n\nMay 8",
        "new\n\nTop 10\n\nSeason 2\n\nSort by votes\n\nMay 8",
        "May 8",
    ],
)
def test_a_header_may_say_anything_above_its_date(header: str) -> None:
    dump = parse_dump("\n\n".join([header, *blocks(2)]))

    assert parse_dump(dump_text(*blocks(2))).entries == dump.entries
    assert dump.problems == ()


def test_a_short_heading_below_the_date_is_reported() -> None:
    dump = parse_dump(dump_text("Sort by votes", *blocks(2)), "a.txt")

    assert len(dump.entries) == 2
    assert [str(problem) for problem in dump.problems] == ["a.txt:9: 'Sort by votes' belongs to no entry; left out"]


# ---- a warning, the rest kept


def test_a_lone_last_title_is_reported() -> None:
    text = dump_text(*blocks(3), TITLES[3])
    dump = parse_dump(text, "a.txt")

    assert list(TITLES[:3]) == [entry.title for entry in dump.entries]
    assert [f"a.txt:21: a last title without an abstract: '{TITLES[3]}'"] == [
        str(problem).split(";")[0] for problem in dump.problems
    ]
    assert text.split() == words_of(dump)


def test_an_abstract_that_ends_in_an_address_does_not_swallow_the_next_title() -> None:
    kept = [*blocks(3)[:-1], abstract(2) + " Code is at https://example.org/kiln", "A Lonely Last Title: Kilns at Sea"]

    assert [entry.title for entry in parse_dump(dump_text(*kept)).entries] == list(TITLES[:3])


def test_words_below_the_last_entry_are_reported_line_by_line_where_few_pages_have_them() -> None:
    footer = ["The Potters", "Ovens", "Clay", "Glazes"]
    dump = parse_dump(dump_text(*blocks(3), *footer), "a.txt")

    assert len(dump.entries) == 3
    assert len(footer) == len(dump.problems)


@pytest.mark.parametrize("hidden", ["\u200b", "\u202e", "\u2066", "\u00ad", "\ufeff"])
def test_invisible_and_bidirectional_characters_are_reported_and_kept(hidden: str) -> None:
    text = dump_text(TITLES[0] + hidden + "x", abstract(0))
    dump = parse_dump(text, "a.txt")

    assert hidden in dump.entries[0].title
    assert len(dump.problems) == 1
    assert f"U+{ord(hidden):04X}" in dump.problems[0].seen
    assert text.split() == words_of(dump)


def test_an_emoji_of_several_characters_is_no_warning() -> None:
    assert parse_dump(dump_text("👩‍🔬 at the Kiln ❤️", abstract(0))).problems == ()


# ---- an error


def error_of(text: str) -> str:
    with pytest.raises(InputError) as caught:
        read_dump(text.encode(), "a.txt")
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u200b", "a.txt:1: no date in the header"),
        ("new\n\nDaily Papers", "a.txt:1: no date in the header"),
        ("\n\n".join(blocks(2)), "a.txt:1: no date in the header"),
        ("\n\n".join([*blocks(1), BYLINE, *blocks(2)]), "a.txt:1: no date in the header"),
        (dump_text(*blocks(1)).replace("May 8", "Mya 8"), "a.txt:7: unknown month in 'Mya 8'"),
        (dump_text(*blocks(1)).replace("May 8", "Feb 30"), "a.txt:7: impossible date 'Feb 30'"),
        (dump_text(*blocks(1)).replace("May 8", "Feb 29, 2025"), "a.txt:7: impossible date 'Feb 29, 2025'"),
        (dump_text(), "a.txt:7: no papers below the date"),
        ("<!DOCTYPE html><html><body>May 8</body></html>", "a.txt:1: HTML instead of papers"),
        ("  <div class='x'>\nMay 8", "a.txt:1: HTML instead of papers"),
        ('{"papers": []}', "a.txt:1: JSON without papers"),
        ('[{"title": "broken"', "a.txt:1: malformed JSON"),
        ("May 8\n\nA\x01B", "a.txt:3: control character U+0001"),
    ],
)
def test_what_cannot_be_a_dump_is_an_error_with_its_line(text: str, expected: str) -> None:
    assert error_of(text).startswith(expected)
    assert "; " in error_of(text)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"May 8\n\nTitle\n\n\xff\xfe", "a.txt:5: byte 0xff is not UTF-8"),
        ("May 8".encode("utf-16"), "a.txt:1: text in UTF-16"),
        (b"May 8\x00\xff", "a.txt: binary content"),
        (b"May 8\n\ncaf\xe9", "a.txt:3: byte 0xe9 is not UTF-8"),
    ],
)
def test_bytes_that_are_no_text_are_an_error(content: bytes, expected: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(content, "a.txt")
    assert str(caught.value).startswith(expected)


def test_a_byte_order_mark_is_no_text() -> None:
    assert decode("\ufeffMay 8".encode(), "a.txt") == "May 8"


COUNT = 8


@pytest.mark.parametrize("lost", range(2 * COUNT - 2))
def test_a_lost_title_or_abstract_is_an_error(lost: int) -> None:
    kept = blocks(COUNT)
    del kept[lost]

    assert "out of step" in error_of(dump_text(*kept))


@pytest.mark.parametrize(
    ("first", "second"),
    [(a, b) for a, b in [(0, 3), (1, 4), (2, 7), (3, 8), (4, 9), (5, 12), (1, 3), (0, 2), (6, 11)]],
)
def test_two_losses_that_cancel_in_the_count_are_an_error(first: int, second: int) -> None:
    kept = [block for i, block in enumerate(blocks(COUNT)) if i not in {first, second}]

    assert "out of step" in error_of(dump_text(*kept))


def test_a_stray_line_in_the_middle_is_an_error_at_its_line() -> None:
    kept = blocks(4)
    kept.insert(4, "Sponsored by the Kiln Company, makers of kilns")

    assert error_of(dump_text(*kept)).startswith("a.txt:17: titles and abstracts are out of step")


def test_a_byline_before_any_entry_is_an_error() -> None:
    assert "a byline without an abstract" in error_of(dump_text(BYLINE, *blocks(2)))


# ---- properties


words = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)
titles = st.lists(words, min_size=1, max_size=12).map(lambda found: "T" + " ".join(found))
abstracts = st.lists(st.sampled_from(SENTENCES), min_size=6, max_size=14).map(" ".join)
bylines = st.sampled_from(["", BYLINE, "kilnlab The Kiln Lab\n·\nOct 14 2", "  • 3 authors\n·\nFeb 3"])
entries = st.lists(st.tuples(titles, abstracts, bylines), min_size=1, max_size=8)


@given(entries)
def test_every_word_of_any_canonical_dump_is_kept_in_its_place(found: list[tuple[str, str, str]]) -> None:
    text = dump_text(*(block for entry in found for block in entry if block))
    dump = parse_dump(text)

    assert [entry[0] for entry in found] == [entry.title for entry in dump.entries]
    assert text.split() == words_of(dump)


layouts = st.lists(st.sampled_from(["\n", "\n\n", "\n\n\n", "\r\n\r\n", "\u2028\n", "\n\u00a0\n"]), min_size=40)
any_lines = st.lists(
    st.one_of(titles, abstracts, bylines, words, st.sampled_from(["·", "• many authors", "May 9", "Jobs"])),
    max_size=16,
)


@given(any_lines, layouts)
def test_every_line_of_any_dump_is_of_one_kind(lines: list[str], gaps: list[str]) -> None:
    text = "May 8\n\n" + "".join(line + gap for line, gap in zip(lines, gaps, strict=False))
    try:
        dump = parse_dump(text)
    except InputError:
        return
    assert sum(dump.counts.values()) == count_non_blank(text)


@given(st.text(max_size=300))
def test_no_text_is_too_odd_for_a_message(text: str) -> None:
    try:
        parse_dump(text)
    except InputError as error:
        problems = error.problems
    else:
        problems = ()
    assert all(problem.cure for problem in problems)


# ---- the real dumps


@needs_real_dumps
@pytest.mark.parametrize("path", REAL_DUMPS, ids=lambda path: path.name[:3])
def test_every_word_of_a_real_dump_is_kept_in_its_place(path: Path) -> None:
    text = path.read_bytes().decode()
    dump = parse_dump(text)

    assert text.split() == words_of(dump)
    assert dump.problems == ()
    assert all(one.line < other.line for one, other in pairwise(dump.entries))


@needs_real_dumps
def test_the_real_dumps_hold_what_they_are_known_to_hold() -> None:
    dumps = [parse_dump(path.read_text(encoding="utf-8")) for path in REAL_DUMPS]
    found = [entry.facts for dump in dumps for entry in dump.entries if entry.byline]

    assert [len(dump.entries) for dump in dumps] == [102, 56, 68, 105, 112]
    assert sum(facts.author_count is not None for facts in found) == 47
    assert sum(facts.organisation is not None for facts in found) == 2
    assert sum(facts.published is not None for facts in found) == 49
    assert sum(facts.comments is not None for facts in found) == 14


@needs_real_dumps
def test_real_dumps_wrapped_hold_the_same_entries() -> None:
    for path, width in zip(REAL_DUMPS, cycle((80, 120)), strict=False):
        text = path.read_text(encoding="utf-8")
        again = parse_dump(
            "\n".join(
                "\n".join(textwrap.wrap(line, width, break_on_hyphens=False, break_long_words=False))
                if "•" not in line
                else line
                for line in text.split("\n")
            )
        )

        assert parse_dump(text).entries == again.entries


# ---- how far a reading goes


def prose(length: int, end: str = ".", start: str = "Kilns") -> str:
    """A sentence of so many characters."""
    text = (start + " glow" * length)[: length - len(end)]
    return (f"{text[:-1]}w" if text.endswith(" ") else text) + end


def kinds(*middle: str, usual: int = 1000) -> Sequence[str]:
    """What the blocks are read as between sound entries with abstracts of the usual length."""
    entry = ("Kilns at Sea", prose(usual))
    lines = split_lines("\n\n".join([*entry * 3, *middle, *entry * 3]))
    return [segment.kind for segment in read_by_price(lines, usual_length(lines))][6:-6]


ENTRY = ["title", "abstract"]


@pytest.mark.parametrize(
    ("end", "length", "expected"),
    [
        (".", 58, ENTRY),
        (".", 48, ["unknown", "unknown"]),
        ("?", 520, ENTRY),
        ("?", 480, ["unknown", "unknown"]),
        ("", 695, ENTRY),
        ("", 605, ["unknown", "unknown"]),
    ],
)
def test_an_abstract_may_be_short_if_it_ends_well(end: str, length: int, expected: list[str]) -> None:
    """A nineteenth of the usual length with a full stop, half of it with another mark, two thirds without any."""
    assert kinds("Pots on Land", prose(length, end)) == expected


@pytest.mark.parametrize(("length", "expected"), [(110, ENTRY), (100, ["unknown"])])
def test_a_title_and_a_tenth_of_an_abstract_need_a_blank_line_between_them(length: int, expected: list[str]) -> None:
    assert kinds(f"Pots on Land\n{prose(length)}") == expected


@pytest.mark.parametrize(("width", "expected"), [(100, ENTRY), (90, ENTRY * 2)])
def test_a_line_set_off_from_a_finished_sentence_is_a_title_though_a_small_letter_follows(
    width: int, expected: list[str]
) -> None:
    """Where the sentence ends with the line, nothing sets the next one off: a blank line has slipped in below it."""
    lines = [*[prose(100, "w")] * 7, prose(width), "Kilns that are fired at sea in the long nights of the winter"]

    assert kinds("Pots on Land", "\n".join(lines), prose(800, start="kilns")) == expected


@pytest.mark.parametrize(("length", "expected"), [(184, ENTRY), (160, ["unknown", *ENTRY])])
def test_sentences_before_a_blank_line_begin_the_abstract_if_they_are_too_long_for_a_title(
    length: int, expected: list[str]
) -> None:
    assert kinds("Pots on Land", f"Pots crack. {prose(length - 12, '')}", prose(1000)) == expected


@pytest.mark.parametrize(("usual", "expected"), [(2000, ENTRY), (1000, [*ENTRY, "unknown"])])
def test_a_line_below_a_long_one_is_taken_in_where_that_alone_were_far_too_short(
    usual: int, expected: list[str]
) -> None:
    assert kinds("Pots on Land", f"{prose(260)}\n{prose(400)}", usual=usual) == expected


@pytest.mark.parametrize(("length", "expected"), [(146, [*ENTRY, "unknown"]), (136, ["unknown", *ENTRY])])
def test_a_sentence_between_a_title_and_an_abstract_is_what_it_is_more_like(length: int, expected: list[str]) -> None:
    """So the error names what is missing: a title after an abstract of a sixth, or an abstract before a title."""
    assert kinds("Pots on Land", prose(length), prose(800), usual=800) == expected


@pytest.mark.parametrize(
    ("length", "start", "end", "expected"),
    [(2200, "kilns", ".", ENTRY), (2201, "kilns", ".", ["unknown"]), (2201, "Kilns", "", ENTRY)],
)
def test_what_does_not_begin_like_an_abstract_is_none_beyond_2200_characters(
    length: int, start: str, end: str, expected: list[str]
) -> None:
    assert kinds("Pots on Land", prose(length, end, start)) == expected


@pytest.mark.parametrize(("lines", "whole"), [(24, True), (25, False)])
def test_an_abstract_has_at_most_24_lines_that_end_early(lines: int, whole: bool) -> None:  # noqa: FBT001
    """Each is so much shorter than the one before that its next word would have fitted."""
    ragged = [prose(158 - 6 * number, "w", start="kilns") for number in range(lines - 1)]

    assert (kinds("Pots on Land", "\n".join([*ragged, prose(20, "?")])) == ENTRY) is whole


@pytest.mark.parametrize(("length", "expected"), [(180, ENTRY * 2), (188, ENTRY)])
def test_a_line_of_a_wrapped_text_that_ends_early_is_a_title_unless_it_is_long(
    length: int, expected: list[str]
) -> None:
    wrapped = [prose(240, "w"), prose(240, "w"), prose(240)]

    assert kinds("Pots on Land", "\n".join([*wrapped, prose(length, "w"), *wrapped])) == expected


@pytest.mark.parametrize(("lines", "whole"), [(32, True), (33, False)])
def test_an_abstract_has_at_most_32_lines_that_end_with_a_sentence(lines: int, whole: bool) -> None:  # noqa: FBT001
    assert (kinds("Pots on Land", "\n".join([prose(100, start="kilns")] * lines)) == ENTRY) is whole


@pytest.mark.parametrize(("lines", "expected"), [(4, ENTRY), (5, ["unknown", "unknown"])])
def test_a_title_has_four_lines(lines: int, expected: list[str]) -> None:
    assert kinds("\n".join([prose(20, "w")] * lines), prose(1000)) == expected


@pytest.mark.parametrize(("blanks", "whole"), [(2, True), (3, False)])
def test_an_abstract_torn_by_two_blank_lines_is_whole(blanks: int, whole: bool) -> None:  # noqa: FBT001
    torn = [prose(300, "w"), *[prose(300, "w", start="kilns")] * (blanks - 1), prose(300, start="kilns")]

    assert (kinds("Pots on Land", *torn) == ENTRY) is whole


def test_a_title_torn_by_a_blank_line_is_not_put_together() -> None:
    assert kinds("Pots on Land", "and at sea", prose(1000)) == ["unknown", *ENTRY]


@pytest.mark.parametrize(("length", "read"), [(249, True), (250, False)])
def test_a_line_of_250_characters_is_none_of_the_header(length: int, read: bool) -> None:  # noqa: FBT001
    text = "\n\n".join([prose(length), "May 8", *blocks(2)])

    if read:
        assert len(parse_dump(text).entries) == 2
    else:
        assert "no date in the header" in error_of(text)


@pytest.mark.parametrize(("heading", "read"), [("Sort by votes", True), ("Sort by most votes", False)])
def test_a_heading_below_the_date_has_three_words(heading: str, read: bool) -> None:  # noqa: FBT001
    text = dump_text(heading, *blocks(2))

    if read:
        assert len(parse_dump(text).entries) == 2
    else:
        assert f"a title without an abstract: '{heading}'" in error_of(text)


@pytest.mark.parametrize(
    ("stray", "shown"),
    [("kiln " * 11 + "kilns", "kiln " * 11 + "kilns"), ("kiln " * 11 + "kilnsy", "kiln " * 10 + "kiln…")],
)
def test_a_message_quotes_60_characters(stray: str, shown: str) -> None:
    kept = blocks(4)
    kept.insert(4, f"K{stray[1:]}")

    assert f"'K{shown[1:]}'" in error_of(dump_text(*kept))


@pytest.mark.parametrize(("length", "named"), [(100, True), (101, False)])
def test_an_organisation_s_line_has_100_characters_and_a_longer_one_is_of_the_abstract(
    length: int,
    named: bool,  # noqa: FBT001
) -> None:
    line = prose(length, "", start="kilnlab The")
    entry = parse_dump(dump_text(TITLES[0], abstract(0), f"{line}\n·\nOct 14", TITLES[1], abstract(1))).entries[0]

    assert entry.byline
    assert entry.facts.organisation == (line.removeprefix("kilnlab ") if named else None)
    assert entry.abstract.endswith(line) is not named


@pytest.mark.parametrize(
    ("printed", "date", "comments"),
    [
        ("20 de jul. de 2026", PartialDate(2026, 7, 20), None),
        ("20 de jul. de 2026 3", PartialDate(2026, 7, 20), 3),
        ("7 сент. 2026 г.", PartialDate(2026, 9, 7), None),
        ("2026年10月20日 2", PartialDate(2026, 10, 20), 2),
        ("2026년 3월 10일", PartialDate(2026, 3, 10), None),
        ("2026년 3월 10일 12", PartialDate(2026, 3, 10), 12),
    ],
)
def test_a_byline_has_its_date_in_any_language(printed: str, date: PartialDate, comments: int | None) -> None:
    text = f"8 May 2027\n\nKiln Fire at Night\n\nIt fires pots all night.\n\n  • 5 authors\n·\n{printed}\n"
    dump = read_dump(text.encode(), "a.txt")

    assert [(one.facts.published, one.facts.comments) for one in dump.entries] == [(date, comments)]
    assert dump.problems == ()


def test_what_pages_say_below_their_last_entry_is_no_warning() -> None:
    footer = ["Previous", "Next", "Company", "TOS", "Privacy", "About", "© 2025 The Kiln Company."]
    dump = parse_dump(dump_text(*blocks(3), *footer), "a.txt")

    assert len(dump.entries) == 3
    assert dump.counts["unknown"] == len(footer)
    assert dump.problems == ()


def test_a_byline_in_a_list_of_markdown_has_no_organisation() -> None:
    text = "May 8\n\n### [Kiln Fire at Night](https://arxiv.org/abs/2501.00001)\n\nIt fires pots all night.\n\n"
    dump = read_dump(f"{text}*   · 2 authors\n\n·\n\nNov 21, 2024\n".encode(), "a.md")

    assert [(one.facts.author_count, one.facts.organisation) for one in dump.entries] == [(2, None)]
    assert dump.problems == ()
