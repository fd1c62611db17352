"""Tests of `site_src.language.sentences`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.language import split_sentences

TEXTS = st.text(alphabet=st.sampled_from("aB 1.!?)\"'(:\n。,vs etcWe"), max_size=80) | st.text(max_size=60)


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Kernels stall.", "We reorder them.", "It works!"],
        ["Many tools (e.g. Foo, i.e. Bar) exist.", "None is quick."],
        ["It beats Lee et al. (2020) and Roe et al. 2021 by 3.5 points.", "Code follows."],
        ["We follow Lee et al.", "Our variant is simpler."],
        ["See Fig. 3, Eq. (2), Sec. 4 and No. 7.", "Then stop."],
        ["Models, kernels, etc. are slow.", "Ours is not."],
        ["We prune layers, heads, etc.", "Pruning helps."],
        ["Blocks shrink w.r.t. Gamma and vs. Delta.", "Good."],
        ["We test Toy 7B.", "We also test version 3.5.", "Done."],
        ["It is the state of the art.", "Latency is 4 ms.", "Memory is 3 GB."],
        ["Code is at https://example.org/a.b/c.", "We hope it helps."],
        ["Code is on the web.", "https://example.org/x has more."],
        ["It is fast.", "vTool is faster.", "nn-Fast is slower."],
        ["Is it fast?", "“Yes.”", "(It is.)", "So be it."],
        ["We add three things: 1. Fast kernels.", "2. Small ones.", "3. None at all."],
        ["It drops from .5 to .25 on T. Rex.", "We pick class C.", "We stop."],
        ["这很快。", "我们测试了它！", "好吗？"],
        ["It ends with dots...", "Then goes on."],
        ["Results are stable.", "the rest is typing."],
    ],
)
def test_a_text_of_joined_sentences_is_split_where_they_were_joined(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Some (seq. length 512) run, cf. Table 2, approx. 4 times longer ... than others",
        "We use node.js and Dr.Tool with a.b. values",
        "Latency of Foo! and more is low",
        "no mark at all",
        "Results are great. the rest is typing",
    ],
)
def test_a_mark_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(("letters", "count"), [(30, 1), (44, 2)])
def test_of_a_word_forty_letters_are_looked_at(letters: int, count: int) -> None:
    assert len(sentences(f"See 1{'a' * letters}. then go on")) == count


def test_a_missing_blank_between_two_sentences_is_seen() -> None:
    assert sentences("The cache is shared.This saves space.") == ["The cache is shared.", "This saves space."]


@pytest.mark.parametrize("mark", ["", ".", " et al."])
def test_a_blank_line_ends_a_sentence(mark: str) -> None:
    assert sentences(f"Not here{mark}\n \nbut there") == [f"Not here{mark}", "but there"]


@pytest.mark.parametrize("text", ["", " ", "\n\n \t"])
def test_blank_text_has_no_sentence(text: str) -> None:
    assert split_sentences(text) == ()


@given(TEXTS)
def test_spans_are_ordered_trimmed_and_leave_only_blanks_out(text: str) -> None:
    spans = split_sentences(text)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    cuts = [0, *(cut for span in spans for cut in span), len(text)]
    assert cuts == sorted(cuts)
    assert all(text[a:b].strip() == "" for a, b in zip(cuts[::2], cuts[1::2], strict=True))


@pytest.mark.parametrize("piece", [".", ". ", "a.b.", "(", "\n", '."', "1. ", "e.g. "])
def test_hostile_repetition_is_split_promptly(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert all(start < end for start, end in split_sentences(text))
