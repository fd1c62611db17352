"""What words say of a quantity: what is measured, and how it changes."""

import re
from dataclasses import dataclass, replace
from typing import Literal, Self

from site_src.models import Better, Change, Direction, Metric
from site_src.results.marks import Marked
from site_src.results.patterns import any_word

# Where the words stand: `by 3×`, `of 3×`, `is 3×`, `saves 3×`; `3× energy`, `3× in energy`, `3× less energy`.
Form = Literal["", "by", "of", "is", "verb", "noun", "weak", "change"]

# Distances in characters and words beyond which words no longer belong to a number.
PHRASE = 70
REACH = 140
FEW_WORDS = 4

# A noun in its own words: `28% higher firing yield`.
_LEAD = any_word(
    "a an the its their our average mean median relative absolute overall further significant notable substantial"
    " additional"
    " number amount actual theoretical maximum total consistent required wall-clock end-to-end geomean measured of in"
)
_LEADING = re.compile(rf"(?:\s*{_LEAD})*\s*", re.IGNORECASE)
_NOUN_END = re.compile(
    any_word("compared relative in of on for by at with to from than and or up") + r"|[^\w\s/+-]", re.IGNORECASE
)
_NOUN = re.compile(r"[a-z][\w/-]*(?: [\w/-]+){0,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What is measured, which way is better, how it changes, what the change implies; `""` is unknown or none.

    `unit` is the metric's own. Without a `form` nothing is said at all.
    """

    form: Form = ""
    noun: str = ""
    better: Better | Literal[""] = ""
    unit: str = ""
    direction: Direction | Literal[""] = ""
    implied: str = ""

    def with_metric(self, metric: Metric) -> Self:
        return replace(self, noun=metric.name, better=metric.better, unit=metric.unit)

    def with_noun_of(self, other: "Meaning") -> Self:
        """With the other's noun where this one has none."""
        if self.noun or not other.noun:
            return self
        return replace(self, noun=other.noun, better=other.better, unit=other.unit)


def meaning_of_metric(metric: Metric, form: Form) -> Meaning:
    return Meaning(form=form).with_metric(metric)


def meaning_of_change(change: Change, form: Form = "verb") -> Meaning:
    return Meaning(form=form, direction=change.way, implied=change.of)


def meaning_of_phrase(sentence: Marked, change: Change, start: int, end: int, form: Form) -> Meaning:
    """The change of what `[start, end)` names. Who is outperformed there is no metric."""
    meaning = meaning_of_change(change, form)
    outperforms = change.of == "performance" and change.way == "better"
    return meaning if outperforms else meaning.with_noun_of(find_noun(sentence, start, end))


def find_noun(sentence: Marked, start: int, end: int) -> Meaning:
    """The first metric named in `[start, end)`; without one its first words, if they look like a noun."""
    metrics = sentence.metrics(start, end)
    if metrics:
        return Meaning().with_metric(metrics[0][1])
    lead = _LEADING.match(sentence.text, start, end)
    words = _NOUN_END.split(sentence.text[lead.end() if lead else start : end], maxsplit=1)[0].strip()
    return Meaning(noun=words) if _NOUN.fullmatch(words) else Meaning()
