"""Where blank lines set blocks apart and these alternate, that is the reading, however long or short they are."""

import textwrap
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.errors import InputError
from site_src.readers import read_dump
from site_src.readers.text_copy.lines import join_lines, split_lines

SENTENCES = (
    "We study how a kiln can plan its firing curve from few and noisy probes.",
    "Earlier kilns waste energy because they treat every shelf alike.",
    "Our planner keeps a small model of the heat flow and corrects it.",
)
BYLINE = "  • 5 authors\n·\nFeb 3, 2024 12"
LONG_TITLE = ("Kilns and Bowls at Sea " * 20)[:313]
CHINESE = "窑炉控制" * 75

Entries = Sequence[tuple[str, str]]


def title(n: int) -> str:
    return f"Firing Plan {n}: Ovens That Learn"


def abstract(n: int, sentences: int = 10) -> str:
    return " ".join([f"Report {n}.", *(SENTENCES * sentences)[:sentences]])


def with_one(n: int, one: str, other: str, count: int = 6) -> Entries:
    """Usual entries, of which the nth is another."""
    return [(one, other) if i == n else (title(i), abstract(i)) for i in range(count)]


def read(*blocks: str) -> list[tuple[str, str]]:
    dump = read_dump("\n\n".join(["new", "Daily Papers", "May 8", *blocks]).encode(), "a.txt")
    return [(entry.title, entry.abstract) for entry in dump.entries]


def blocks_of(entries: Entries, layout: str) -> list[str]:
    """`plain`, or with a `byline` below every entry, or `votes` above."""
    blocks = []
    for i, entry in enumerate(entries):
        blocks += [*([str(i + 3)] if layout == "votes" else []), *entry, *([BYLINE] if layout == "byline" else [])]
    return blocks


REGULAR = {
    "long titles": [(f"{LONG_TITLE}{i}", abstract(i)) for i in range(6)],
    "one long title": with_one(3, LONG_TITLE, abstract(3)),
    "Chinese": [(f"{CHINESE}{i}", "我们研究窑炉如何在少量噪声探针下规划烧制曲线。" * 6) for i in range(5)],
    "Chinese, short abstracts": [(f"{CHINESE}{i}", "我们研究窑炉。") for i in range(5)],
    "abstracts shorter than titles": [(f"{LONG_TITLE}{i}", "A short abstract ends here.") for i in range(6)],
    "one abstract shorter than its title": with_one(2, LONG_TITLE, "It fires pots very well."),
    "titles of two sentences": [(f"Kilns {i} are hot. Bowls are not", abstract(i)) for i in range(6)],
    "titles that end in a full stop": [(f"Kilns {i} are hot. Bowls are not.", abstract(i)) for i in range(6)],
    "an abstract of five words": with_one(2, title(2), "It fires pots very well."),
    "all abstracts of five words": [(title(i), f"It fires {i} pots well") for i in range(6)],
    "one entry": [(title(1), "It fires.")],
    "one entry with a long title": [(LONG_TITLE, "It fires.")],
    "abstracts without full stops": [(title(i), abstract(i)[:-1]) for i in range(6)],
    "titles that ask": [(f"{title(i)}?", abstract(i)) for i in range(6)],
    "titles of one word": [("Mamba", abstract(1)), ("Kiln", abstract(2)), ("Glaze", abstract(3))],
    "abstracts of all lengths": [(title(i), abstract(i, 1 + 37 * (i % 4))) for i in range(9)],
    "titles in small letters": [(f"on the power of kilns {i}", abstract(i)) for i in range(6)],
}


@pytest.mark.parametrize("layout", ["plain", "byline", "votes"])
@pytest.mark.parametrize("entries", REGULAR.values(), ids=REGULAR.keys())
def test_a_regular_layout_is_the_reading(entries: Entries, layout: str) -> None:
    assert read(*blocks_of(entries, layout)) == list(entries)


def test_titles_under_one_another_are_no_titles_and_abstracts_in_turn() -> None:
    with pytest.raises(InputError, match="a list of titles alone"):
        read("\n".join(title(i) for i in range(6)))


def test_titles_set_apart_that_no_sentence_stands_below_are_read_with_a_warning() -> None:
    text = "\n\n".join(["May 8", *(title(i) for i in range(6))])

    assert [str(problem).split(":", 2)[:2] for problem in read_dump(text.encode(), "a.txt").problems] == [
        ["a.txt", "3"],
    ]
    assert read_dump(f"{text}. It fires.".encode(), "a.txt").problems == ()
    assert read_dump(f"{text}\n\n{BYLINE}".encode(), "a.txt").problems == ()


@pytest.mark.parametrize(
    "footer", [["Previous", "Next"], ["Previous", "Next", "Company"], ["© 2026 The Kiln Company."]]
)
@pytest.mark.parametrize("layout", ["plain", "byline", "votes"])
def test_what_a_page_says_below_is_no_entry(footer: list[str], layout: str) -> None:
    entries = REGULAR["long titles"]

    assert read(*blocks_of(entries, layout), *footer) == entries


@pytest.mark.parametrize("labels", [["Sort by votes"], ["Daily", "Weekly", "Monthly"], ["Daily\nWeekly\nMonthly"]])
@pytest.mark.parametrize("layout", ["plain", "byline", "votes"])
def test_headings_below_the_date_are_no_entry(labels: list[str], layout: str) -> None:
    entries = REGULAR["long titles"]

    assert read(*labels, *blocks_of(entries, layout)) == entries


@pytest.mark.parametrize(
    "tabs", ["Daily\n\nWeekly\n\nMonthly", "Daily\nWeekly\nMonthly\nTrending Papers", "- Daily\n- Weekly"]
)
@pytest.mark.parametrize("layout", ["plain", "byline", "votes"])
def test_spans_to_choose_from_are_furniture_below_the_date_as_well(tabs: str, layout: str) -> None:
    text = "\n\n".join(["May 8", tabs, *blocks_of(REGULAR["one entry"], layout)])
    dump = read_dump(text.encode(), "a.txt")

    assert [(entry.title, entry.abstract) for entry in dump.entries] == REGULAR["one entry"]
    assert dump.problems == ()
    assert dump.counts["furniture"] == tabs.count("ly") + tabs.count("Trend") + (layout == "votes")


def test_one_word_that_is_a_span_may_be_a_title() -> None:
    assert read("Daily", abstract(1), "Weekly", abstract(2)) == [("Daily", abstract(1)), ("Weekly", abstract(2))]


def test_bylines_set_abstracts_of_several_paragraphs_apart() -> None:
    paragraphs = [
        [abstract(i, 4), abstract(i + 9, 5), "Code is at https://example.org/kiln"][: 1 + i % 3] for i in range(7)
    ]
    blocks = [block for i, one in enumerate(paragraphs) for block in (title(i), *one, BYLINE)]

    assert read(*blocks) == [(title(i), " ".join(one)) for i, one in enumerate(paragraphs)]


def test_without_marks_a_second_paragraph_is_an_error_as_a_lost_title_would_be() -> None:
    with pytest.raises(
        InputError, match=r"a\.txt:11: titles and abstracts are out of step: an abstract without a title"
    ):
        read(title(1), abstract(1), abstract(2), title(3), abstract(3))


def test_two_lines_between_bylines_are_a_title_and_an_abstract() -> None:
    entries = REGULAR["one long title"]

    assert read(*(f"{one}\n{other}\n{BYLINE}" for one, other in entries)) == entries


def test_a_title_that_no_blank_line_sets_apart_is_found_in_a_paragraph() -> None:
    first, second = abstract(1), abstract(2)

    assert read(title(1), f"{first}\n{title(2)}\n{second}", title(3), abstract(3)) == [
        (title(1), first),
        (title(2), second),
        (title(3), abstract(3)),
    ]


def test_entries_wrapped_without_a_blank_line_are_told_apart() -> None:
    entries = [(title(i), abstract(i)) for i in range(60)]
    text = "\n".join("\n".join(textwrap.wrap(block, 60 + i % 20)) for i, one in enumerate(entries) for block in one)

    assert read(text) == entries


@pytest.mark.parametrize("wrapped", [textwrap.fill(abstract(3, 3000), 80), abstract(3, 3000).replace(" ", "\n")])
def test_a_very_long_abstract_may_be_wrapped_anywhere(wrapped: str) -> None:
    entries = with_one(3, title(3), " ".join(wrapped.split()))

    assert read(*blocks_of(with_one(3, title(3), wrapped), "plain")) == entries


kiln_words = st.lists(
    st.sampled_from(["Kilns", "of", "the", "Sea", "glaze-free", "MoE", "3D", "窑炉", "Über"]), min_size=1
)
titles = kiln_words.map(lambda words: "The " + " ".join(words * 3)[:320].strip(" -"))
abstracts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=30).map(" ".join)
regular = st.lists(st.tuples(titles, abstracts), min_size=1, max_size=8)


@given(regular, st.sampled_from(["plain", "byline", "votes"]))
def test_any_titles_and_abstracts_that_alternate_are_read_so(entries: Entries, layout: str) -> None:
    assert read(*blocks_of(entries, layout)) == list(entries)


usual_titles = st.integers(1, 99).map(title)
usual_abstracts = st.integers(5, 30).map(lambda sentences: abstract(sentences, sentences))
usual = st.lists(st.tuples(usual_titles, usual_abstracts), min_size=3, max_size=8)


@given(usual, st.data())
def test_a_block_that_is_lost_is_never_a_wrong_pair(entries: Entries, data: st.DataObject) -> None:
    """Either an error, or nothing but a last title left out."""
    blocks = [block for entry in entries for block in entry]
    lost = data.draw(st.integers(0, len(blocks) - 3))
    try:
        found = read(*blocks[:lost], *blocks[lost + 1 :])
    except InputError:
        return
    assert set(found) <= set(entries)


@given(st.lists(st.text(alphabet="ab -\n", min_size=1, max_size=12), min_size=1))
def test_joined_lines_keep_every_word(pieces: list[str]) -> None:
    lines = split_lines("\n".join(pieces))

    assert join_lines(lines).replace(" ", "") == "".join(line.text for line in lines).replace(" ", "")
