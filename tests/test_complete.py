"""What a page says wins; what it leaves out is derived."""

from dataclasses import replace

import pytest

from site_src.complete import complete_paper
from site_src.errors import InputError, Place
from site_src.models import Cue, Paper
from site_src.phrases import compile_phrase
from site_src.results.vocabulary import make_vocabulary
from tests.invented_site import technique


def cue(word: str) -> Cue:
    return Cue(
        name=word,
        phrases=(compile_phrase(word),),
        weight=1,
        fields=("title", "abstract", "summary"),
        because=f"it says {word}",
    )


TAXONOMY = tuple(
    replace(technique(word, order), cues=(cue(word),)) for order, word in enumerate(("glaze", "clay", "fire"), 1)
)
VOCABULARY = make_vocabulary()
PAPER = Paper(slug="pot", title="A glaze for clay", place=Place("pot.md"))


def labels(*stated: str) -> tuple[list[tuple[str, bool]], list[str]]:
    """The labels of a paper whose page states these, each with whether it has evidence; and the mentions."""
    complete = complete_paper(replace(PAPER, techniques=stated), TAXONOMY, VOCABULARY)
    assert {label.source for label in complete.labels} <= {"page"}
    return [(label.slug, bool(label.evidence)) for label in complete.labels], [one.slug for one in complete.mentions]


def test_without_a_word_from_the_page_labels_are_derived() -> None:
    complete = complete_paper(replace(PAPER, abstract="It is shiny."), TAXONOMY, VOCABULARY)

    assert [(label.slug, label.source) for label in complete.labels] == [("glaze", "derived"), ("clay", "derived")]
    assert complete.mentions == ()


def test_a_title_alone_gives_no_label() -> None:
    complete = complete_paper(PAPER, TAXONOMY, VOCABULARY)

    assert (complete.labels, complete.mentions) == ((), ())
    assert complete_paper(replace(PAPER, summary="It is shiny."), TAXONOMY, VOCABULARY).techniques == ("glaze", "clay")


def test_a_technique_that_was_found_but_is_not_stated_is_a_mention() -> None:
    assert labels("fire", "glaze") == ([("glaze", True), ("fire", False)], ["clay"])
    assert labels() == ([], ["glaze", "clay"])


def test_a_stated_technique_nobody_knows_is_named_with_the_page() -> None:
    with pytest.raises(InputError, match=r"pot\.md: unknown technique 'slip'"):
        labels("slip")
