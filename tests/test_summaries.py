"""Tests of `site_src.summaries`."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.language import read_sentences, split_sentences
from site_src.summaries import pick_summary

BACKGROUND = "Large kitchens have become a serious bottleneck for restaurants of every kind."
PROBLEM = "However, existing stoves reduce waste by at most 3% and are slow."
DONE = "In this paper, we propose HotStove, a novel framework that cooks two dishes at once."
DETAIL = "Specifically, we first introduce a pan that is shared by both dishes."
MORE = "Furthermore, we propose a lid that keeps the heat inside."
CAME = "Extensive experiments show that HotStove is up to 2.5x faster than the best stove at equal taste."
HOPE = "We hope our study provides 100% better ideas and improves future stoves."
CODE = "Our code, which outperforms all others by 20%, is available at https://example.org/stove."
VAGUE = "In this work, we do so."

SENTENCES = st.lists(st.sampled_from([BACKGROUND, PROBLEM, DONE, DETAIL, MORE, CAME, HOPE, CODE, VAGUE]), max_size=9)


def summary(abstract: str) -> str:
    return pick_summary(read_sentences(abstract), re.compile("shine"))


def test_the_summary_says_what_was_done_and_what_came_of_it() -> None:
    abstract = f"{BACKGROUND} {PROBLEM} {DONE} {DETAIL} {MORE} {CAME} {HOPE} {CODE}"
    assert summary(abstract) == f"{DONE} {CAME}"


@pytest.mark.parametrize(
    "sentences",
    [
        [DONE],
        [BACKGROUND, DONE],
        [BACKGROUND, PROBLEM, DONE, DETAIL],
        [BACKGROUND, PROBLEM, DONE, HOPE, CODE],
        [VAGUE, DONE],
        [CAME, DONE],
    ],
)
def test_without_an_outcome_after_it_what_was_done_stands_alone(sentences: list[str]) -> None:
    assert summary(" ".join(sentences)) == DONE


@pytest.mark.parametrize(
    "done",
    [
        "We present a pan.  It is made of tin and it is round at the edges.",
        "This survey reviews a hundred ways to fry an egg, from pans to lasers.",
        "To bridge this gap, this thesis investigates how pans grow hot on large stoves.",
        "A pan that never burns is proposed in this work for every kind of egg.",
        "These limits motivate us to design a better pan for every kind of egg.",
    ],
)
def test_authors_say_in_many_ways_what_they_did(done: str) -> None:
    first = done.split("  ", maxsplit=1)[0]
    assert summary(f"{BACKGROUND} {PROBLEM} {done} {HOPE}").startswith(first)


def test_an_outcome_told_with_the_deed_is_not_told_again() -> None:
    deed = "We propose a pan that achieves up to 3x faster frying and reduces burns by 40% compared to pots."
    again = "Overall, our pan improves frying."
    assert summary(f"{BACKGROUND} {deed} {again}") == deed


def test_of_two_outcomes_the_shorter_wins_if_it_says_as_much() -> None:
    long = CAME[:-1] + ", " + "and so on and so forth with ever more words that nobody needs to read " * 4 + "here."
    assert summary(f"{DONE} {long} {CAME}") == f"{DONE} {CAME}"


def test_an_abstract_that_says_neither_is_summed_up_by_one_of_its_sentences() -> None:
    assert summary(f"{BACKGROUND} Stoves are hot.") == BACKGROUND


@pytest.mark.parametrize("abstract", ["", " \n\t "])
def test_no_abstract_has_no_summary(abstract: str) -> None:
    assert summary(abstract) == ""


@given(SENTENCES.map(" ".join) | st.text(max_size=200))
def test_a_summary_is_one_or_two_sentences_of_the_abstract_in_its_order(abstract: str) -> None:
    sentences = [abstract[start:end] for start, end in split_sentences(abstract)]
    pairs = (f"{one} {two}" for place, one in enumerate(sentences) for two in sentences[place + 1 :])
    assert summary(abstract) in [*sentences, *pairs, *([] if sentences else [""])]


@given(SENTENCES, st.integers(1, 4))
def test_blanks_between_sentences_do_not_change_the_choice(sentences: list[str], blanks: int) -> None:
    assert summary((" " * blanks).join(sentences)) == summary(" ".join(sentences))


# ---- what a sentence is worth

FILLER = "Ovens of every kind stand in kitchens of every town."
TIN = "of tin for cooks and bakers here."
PLACES = 100


def beats(head: str, rival: str, place: int) -> bool:
    """Whether the head of a text of a hundred sentences is chosen before a rival at the place."""
    sentences = [head, *[FILLER] * (PLACES - 1)]
    sentences[place] = rival
    return summary(" ".join(sentences)).startswith(head)


@pytest.mark.parametrize(
    ("head", "rival", "place"),
    [
        # Where a rival stands that is worth as much: it loses a fiftieth a place.
        (f"This paper provides pots {TIN}", "propose", 25),
        (f"This paper studies pots {TIN}", "propose", 25),
        (f"This paper uses pots {TIN}", "propose", 25),
        (f"We provide pots {TIN}", "propose", 50),
        (f"Our novel pots are made {TIN}", "propose", 60),
        (f"We study pots {TIN}", "propose", 75),
        (f"We use pots {TIN}", "propose", 75),
        (f"Pots are proposed {TIN}", "show", 25),
        (f"Our pot is made {TIN}", "show", 40),
        (f"This paper finds pots {TIN}", "use", 25),
        (f"This paper shows pots {TIN}", "use", 25),
        (f"We find pots {TIN}", "use", 25),
        (f"We show pots {TIN}", "use", 25),
        (f"In this study, we use pots {TIN}", "propose", 25),
        (f"We use novel pots {TIN}", "propose", 45),
        (f"We use a method for pots {TIN}", "propose", 60),
        (f"Furthermore, we propose pots {TIN}", "show", 25),
        (f"(1) We propose pots {TIN}", "propose", 50),
        (f"Here we also propose pots {TIN}", "propose", 75),
        (f"Specifically, we propose pots {TIN}", "propose", 75),
        (f"These we propose as pots {TIN}", "propose", 50),
        (f"However, we propose pots {TIN}", "propose", 35),
        (f"However, this paper proposes pots {TIN}", "propose", 35),
        (f"Do we propose pots {TIN[:-1]}?", "use", 25),
    ],
)
def test_what_is_said_to_be_done_weighs_so_much(head: str, rival: str, place: int) -> None:
    other = f"We {rival} other pots {TIN}"
    assert beats(head, other, place + 1)
    assert not beats(head, other, place - 1)


def shown(outcome: str, words: int) -> bool:
    """Whether a sentence of so many words follows a proposal of ten; more than 50 cost it a twenty-fifth each."""
    said = f"{outcome} " + " ".join(["pots"] * (words - len(outcome.split()))) + "."
    return summary(f"We propose pots {TIN} {said}") != f"We propose pots {TIN}"


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ("Tin beats iron", 57),
        ("Tin reaches heat and beats iron", 82),
        ("Tin lowers heat and beats iron", 77),
        ("Experiments with tin show", 57),
        ("The experiments show", 87),
        ("Superior tin beats iron", 77),
        ("Tin beats iron 2-fold", 87),
        ("Tin beats iron by 2", 70),
        ("Tin of accuracy beats iron", 67),
        ("Tin of more shine beats iron", 67),
        ("Tin of accuracy and shine beats iron", 67),
        ("Overall, tin beats iron", 65),
        ("We propose tin that beats iron 2-fold", 62),
        ("Besides, tin beats iron 2-fold", 77),
        ("Hence, tin beats iron 2-fold", 72),
        ("Such tin beats iron 2-fold", 57),
        ("Although tin beats iron 2-fold", 72),
    ],
)
def test_what_came_of_it_weighs_so_much(outcome: str, words: int) -> None:
    assert [shown(outcome, count) for count in (words - 1, words + 1)] == [True, False]


def test_an_outcome_must_tell_half_as_much_again_as_the_deed_told_of_it() -> None:
    deed = "We propose pots of tin that beat iron every time."
    outcomes = [" ".join(["Tin beats iron 2-fold", *["pots"] * (words - 4)]) + "." for words in (80, 82)]
    assert [summary(f"{deed} {outcome}") != deed for outcome in outcomes] == [True, False]


@pytest.mark.parametrize(("tin", "is_told"), [("tin", False), ("superior tin", True)])
def test_a_question_tells_of_an_outcome_only_if_it_says_much(tin: str, is_told: bool) -> None:  # noqa: FBT001
    question = f"Do experiments show that {tin} beats iron?"
    assert summary(f"We propose pots {TIN} {question[:-1]}.") != f"We propose pots {TIN}"
    assert (summary(f"We propose pots {TIN} {question}") != f"We propose pots {TIN}") is is_told


@pytest.mark.parametrize(("words", "place"), [(5, 80), (7, 40), (9, 0), (40, 0), (50, 20), (60, 40)])
def test_a_sentence_of_few_words_or_of_many_is_worth_less(words: int, place: int) -> None:
    head = " ".join(["We propose", *["pots"] * (words - 3), "here."])
    assert beats(head, f"We propose pots {TIN}", place + 2)
    assert not place or not beats(head, f"We propose pots {TIN}", place - 2)
