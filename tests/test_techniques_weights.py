"""What naming a technique counts, by where it is named; with a technique whose cues are single words."""

import pytest

from site_src.language import index_words, read_sentences
from site_src.models import Classification, Cue, Field, Technique
from site_src.phrases import compile_phrase
from site_src.techniques import classify
from site_src.techniques.phrases import find_phrase

FIRST = "We keep bowls small."


def cue(word: str, weight: float) -> Cue:
    return Cue(name=word, phrases=(compile_phrase(word),), weight=weight, because=f"it says {word}")


def judge(weights: dict[str, float], title: str, **texts: str) -> Classification:
    """A paper judged by the words, each with its weight; `texts` are its abstract or summary."""
    cues = tuple(cue(word, weight) for word, weight in weights.items())
    technique = Technique(slug="glaze", name="Glaze", definition="Shine.", order=1, cues=cues, body="")
    names: tuple[Field, ...] = ("abstract", "summary")
    fields = {name: read_sentences(texts[name]) for name in names if name in texts}
    return classify({"title": read_sentences(title), **fields}, [technique])


def is_enough(weight: float, title: str, *, word: float = 1.0, **texts: str) -> bool:
    """Whether `glaze`, of the weight of a `word`, makes a label together with a title that is worth the weight."""
    return bool(judge({"glaze": word, "title": round(weight, 3)}, title, **texts).labels)


def lacks(title: str, *, word: float = 1.0, **texts: str) -> float:
    """What a title must be worth, in hundredths, so that the paper is labelled; 1 where `glaze` counts nothing."""
    return next(step / 100 for step in range(1, 101) if is_enough(step / 100, f"The title {title}", word=word, **texts))


@pytest.mark.parametrize(
    ("sentence", "worth"),
    [
        ("We make two contributions, among them of glaze.", 0.9),
        ("We study the fire of bowls with glaze.", 0.85),
        ("We build an oven that fires bowls, with glaze.", 0.6),
        ("It fires bowls with glaze.", 0.4),
        ("Existing ovens fire bowls with glaze.", 0.15),
        ("Experiments are done with glaze.", 0.15),
        ("It fires bowls without glaze.", 0.2),
        ("It is unlike glaze.", 0.2),
        (f"It is unlike {'x' * 30} {'y' * 25} glaze.", 0.2),
        (f"It is unlike {'x' * 30} {'y' * 45} glaze.", 0.4),
    ],
)
def test_what_naming_it_counts_depends_on_what_the_sentence_is_for(sentence: str, worth: float) -> None:
    assert lacks("of bowls", abstract=f"{FIRST} {sentence}") == pytest.approx(1 - worth)


@pytest.mark.parametrize(
    ("title", "texts", "worth"),
    [
        ("of bowls", {"summary": "Bowls with glaze."}, 0.9),
        ("of bowls", {"summary": "Bowls without glaze."}, 0.45),
        ("of a survey of bowls", {"abstract": "We fire bowls and glaze."}, 0.9),
        ("of a survey of bowls", {"abstract": "We fire bowls without glaze."}, 0.45),
        ("of glaze", {"abstract": "Bowls."}, 0.9),
    ],
)
def test_summaries_surveys_and_titles_count_in_full(title: str, texts: dict[str, str], worth: float) -> None:
    assert lacks(title, word=0.9, **texts) == pytest.approx(1 - worth)


@pytest.mark.parametrize(
    ("words", "worth"),
    [("a quick", 1.0), (f"a {'quick' * 9}", 1.0), (f"a {'quick' * 10}", 0.6), ("bowls, with", 0.6)],
)
def test_the_thing_proposed_counts_in_full_where_it_follows_soon(words: str, worth: float) -> None:
    assert lacks("of bowls", abstract=f"We propose {words} glaze.") == pytest.approx(max(0.01, 1 - worth))


@pytest.mark.parametrize(
    ("abstract", "worth"),
    [
        ("We build ovens with fine glaze and rough glaze.", 0.9),
        (f"{FIRST} It has glaze, fine glaze and rough glaze.", 0.7),
        (f"{FIRST} It has glaze, fine glaze, rough glaze and glaze.", 0.7),
        ("Bowls have glaze. " * 9 + FIRST, 0.4),
    ],
)
def test_naming_it_again_counts_less_each_time_and_beside_the_work_little(abstract: str, worth: float) -> None:
    assert lacks("of bowls", abstract=abstract) == pytest.approx(1 - worth)


@pytest.mark.parametrize(("weights", "count"), [((0.7, 0.2, 0.1), 1), ((0.6, 0.2, 0.18), 0)])
def test_cues_make_a_label_where_together_they_weigh_as_much_as_a_name(weights: tuple[float, ...], count: int) -> None:
    words = dict(zip(("red", "blue", "green"), weights, strict=True))
    assert len(judge(words, "Red, blue and green").labels) == count


@pytest.mark.parametrize(("weight", "count"), [(1.0, 1), (0.9, 0)])
def test_only_a_cue_that_names_it_makes_a_mention(weight: float, count: int) -> None:
    assert len(judge({"glaze": weight}, "Bowls", abstract=f"Bowls have glaze. {FIRST}").mentions) == count


@pytest.mark.parametrize(("letters", "start"), [(39, 0), (70, 30)])
def test_an_expression_inside_a_word_is_found_from_the_word_s_beginning_or_from_forty_letters_before_it(
    letters: int, start: int
) -> None:
    text = "x" * letters + "Glaze"
    assert [*find_phrase(compile_phrase("re:Glaze"), index_words(text))] == [(start, len(text))]
