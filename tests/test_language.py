"""Tests of `site_src.language`: its rules, and what a reading says of sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.language import index_words, read_sentences, split_sentences
from site_src.language.reading import ASIDES, TURNS
from site_src.language.rules import Rule, any_of
from site_src.language.verbs import DEEDS
from site_src.language.voices import OTHERS, OTHERS_CLAUSES, SPEAKERS
from site_src.models import Act, Sentence
from site_src.phrases import compile_phrase
from site_src.summaries import CAME, DONE, MEASURE, OURS
from site_src.techniques import passages
from site_src.terms import names

TABLES = {
    "speakers": SPEAKERS,
    "others": OTHERS,
    "others' clauses": OTHERS_CLAUSES,
    "turns": TURNS,
    "asides": ASIDES,
    "deeds": DEEDS,
    "ours": OURS,
    "done": DONE,
    "came": (*CAME, MEASURE),
    "passages": passages.RULES,
    "names": names.RULES,
}
RULES = [pytest.param(rule, id=f"{table}: {rule.name}") for table, rules in TABLES.items() for rule in rules]

PIECES = st.lists(
    st.sampled_from(
        ("We", "our", "This paper", "However,", "existing", "propose", "shows", "a pan", "is proposed", "results", "I")
    )
    | st.sampled_from(("https://x.org", "code is available", ".", "!", ",", "\n\n", "i.e.,")),
    max_size=30,
).map(" ".join)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_what_it_says_and_spares_what_looks_alike(rule: Rule) -> None:
    found = [rule.pattern.search(text) for text, _ in rule.finds]
    assert [match and match[0] for match in found] == [words for _, words in rule.finds]
    assert [text for text in rule.spares if rule.pattern.search(text)] == []


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_examples_and_a_reason(rule: Rule) -> None:
    assert rule.finds
    assert rule.spares
    assert rule.because


@pytest.mark.parametrize("rules", TABLES.values(), ids=TABLES.keys())
def test_no_two_rules_of_a_table_have_one_name(rules: tuple[Rule, ...]) -> None:
    assert len({rule.name for rule in rules}) == len(rules)


def test_rules_that_read_case_differently_are_not_joined() -> None:
    with pytest.raises(ValueError, match="unpack"):
        any_of((*DEEDS, *TURNS))


# ---- whose voice?


def sentences(text: str) -> list[tuple[str, str]]:
    """Whose voice each sentence speaks in, and its words."""
    reading = read_sentences(text)
    return [(sentence.voice, reading.said(sentence)) for sentence in reading.sentences]


def second(sentence: str) -> Sentence:
    """The sentence read behind one in which the authors have begun to speak."""
    return read_sentences(f"We cook. {sentence}").sentences[1]


def test_a_text_tells_of_the_field_then_of_the_authors_own_work_and_of_others_in_between() -> None:
    assert sentences("Pans burn. We propose a lid. It cools. However, pots leak. It holds. We cook on.") == [
        ("background", "Pans burn."),
        ("claim", "We propose a lid."),
        ("own", "It cools."),
        ("others", "However, pots leak."),
        ("own", "It holds."),
        ("own", "We cook on."),
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "Decoding is slow, i.e., waiting reduces throughput by 40%.",
        "Decoding has two steps, (i) reading and (ii) writing.",
        "Decoding waits for I/O.",
        "Decoding makes Type I errors.",
        "Phase I shows that decoding is slow.",
        "I. Introduction: decoding is slow.",
        "Decoding is slow in the US.",
        "Decoding I and Q signals is slow.",
    ],
)
def test_a_letter_that_looks_like_the_authors_leaves_a_sentence_in_the_background(opening: str) -> None:
    assert sentences(f"{opening} We speed it up.")[0][0] == "background"


@pytest.mark.parametrize(
    "own",
    [
        "I propose a lid.",
        "In this thesis, I show that lids help.",
        "A lid that I've built cools.",
        "My lid cools.",
        "This paper is about lids.",
        "In the present study, lids cool.",
        "A lid is proposed.",
        "The proposed lid cools.",
        "The paper presents a lid.",
        "Fire moved us to make lids.",
    ],
)
def test_authors_speak_of_themselves_in_many_ways(own: str) -> None:
    assert [voice for voice, _ in sentences(f"Pans burn. {own}")] == ["background", sentences(own)[0][0]]


@pytest.mark.parametrize(
    "others",
    [
        "However, pots leak.",
        "Existing lids leak.",
        "Most of the current lids leak.",
        "The conventional lid leaks.",
        "Unfortunately, our kitchen leaks.",
        "Recently, a lid was proposed.",
    ],
)
def test_what_is_told_of_others_or_of_the_problem_is_not_the_authors_own(others: str) -> None:
    assert second(others).voice == "others"


@pytest.mark.parametrize(
    "own",
    [
        "However, our new lid reduces leaks.",
        "Unlike existing lids, it holds.",
        "It beats existing lids.",
        "Recently, we improved it.",
        "In contrast, this paper studies lids.",
    ],
)
def test_what_the_authors_do_against_others_is_their_own(own: str) -> None:
    assert second(own).voice in ("own", "claim")


def test_a_text_in_which_nobody_speaks_has_no_background() -> None:
    assert [voice for voice, _ in sentences("Pans burn. However, pots leak.")] == ["own", "others"]


# ---- what do the authors do?


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("We propose a lid.", [("propose", "we", "We propose")]),
        ("Here we carefully and slowly study lids.", [("study", "we", "we carefully and slowly study")]),
        ("We use lids and propose pots.", [("propose", "we", "We use lids and propose"), ("employ", "we", "We use")]),
        ("This paper is a study of lids.", [("study", "paper", "This paper is a study")]),
        ("We are the first to build lids.", [("provide", "we", "We are the first to build")]),
        ("Our new lid cuts leaks.", [("gain", "ours", "Our new lid cuts")]),
        ("A lid is presented.", [("propose", "passive", "is presented")]),
        ("I also found lids.", [("find", "we", "I also found")]),
        ("We believe this study of the use of our design.", []),
        ("We all are cooks by trade who study lids.", []),
        ("Smith proposes lids.", []),
    ],
)
def test_an_act_runs_from_who_does_it_to_the_verb(text: str, acts: list[tuple[str, str, str]]) -> None:
    (sentence,) = read_sentences(text).sentences
    found = [(act.deed, act.by, text[act.start : act.end]) for act in sentence.acts]
    assert found == acts


def test_acts_are_counted_from_the_beginning_of_the_text() -> None:
    assert second("We use it.").acts == (Act("employ", "we", 9, 15),)


# ---- where does it turn, and is it an aside?


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("Lids cool, and results are good.", "results are good."),
        ("Lids outperform pots.", "outperform pots."),
        ("Lids are cold compared to pots.", "compared to pots."),
        ("Lids are publicly available.", "publicly available."),
        ("The lids' code is available.", "code is available."),
        ("We cook with an open-source lid.", ""),
        ("Lids cool.", ""),
    ],
)
def test_a_sentence_turns_to_evidence_where_it_speaks_of_it(sentence: str, rest: str) -> None:
    text = f"We cook. {sentence}"
    assert text[second(sentence).turn :] == rest


@pytest.mark.parametrize(
    ("sentence", "is_aside"),
    [
        ("We release our code.", True),
        ("The models are made publicly available.", True),
        ("See https://example.org/lids.", True),
        ("We hope it cools.", True),
        ("Keywords: lids, pots", True),
        ("We hop and cool.", False),
        ("The code is short.", False),
    ],
)
def test_where_to_find_the_code_and_what_is_hoped_for_is_an_aside(sentence: str, is_aside: bool) -> None:  # noqa: FBT001
    assert second(sentence).is_aside == is_aside


# ---- a reading


def test_a_place_is_in_the_sentence_that_begins_last_before_it() -> None:
    reading = read_sentences(" We cook. It cools.")
    first, last = reading.sentences
    assert [reading.sentence_at(place) for place in (0, 1, 9, 10, 99)] == [None, first, first, last, last]


@given(PIECES | st.text(max_size=80))
def test_a_reading_has_the_sentences_of_its_text_and_all_else_lies_in_them(text: str) -> None:
    reading = read_sentences(text)
    assert reading.text == text
    assert tuple((sentence.start, sentence.end) for sentence in reading.sentences) == split_sentences(text)
    for sentence in reading.sentences:
        assert sentence.start <= sentence.turn <= sentence.end
        assert all(sentence.start <= act.start < act.end <= sentence.end for act in sentence.acts)


@given(PIECES, PIECES)
def test_what_a_sentence_says_does_not_hang_on_those_before_it_but_for_its_voice(before: str, text: str) -> None:
    alone = [(one.acts, one.turn, one.is_aside) for one in read_sentences(text).sentences]
    shift = len(before) + 2
    after = [one for one in read_sentences(f"{before}\n\n{text}").sentences if one.start >= shift]
    moved = [
        (tuple(Act(a.deed, a.by, a.start - shift, a.end - shift) for a in one.acts), one.turn - shift, one.is_aside)
        for one in after
    ]
    assert moved == alone


@pytest.mark.parametrize("unit", ["we ", "our a-", "I ", "code ", "However, ", "this ", "we propose. "])
def test_a_hostile_text_is_read_to_its_end(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert read_sentences(text).sentences


def test_words_are_found_by_their_first_letters_up_to_four() -> None:
    """Few other words begin so, and hardly a phrase begins with a longer part of a word."""
    assert index_words("Glazed pot").starts == {
        **dict.fromkeys(("g", "gl", "gla", "glaz"), (0,)),
        **dict.fromkeys(("p", "po", "pot"), (7,)),
    }
    assert compile_phrase("glazed pots").prefix == "glaz"
