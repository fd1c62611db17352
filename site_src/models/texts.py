"""A text as it is read once, for all that is derived of it."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

# Who does what: `we`, `this paper`, `our method` (and `the proposed method`), or nobody named (`is proposed`).
Speaker = Literal["we", "paper", "ours", "passive"]
Deed = Literal["propose", "provide", "study", "employ", "show", "find", "gain"]
# Before the authors first speak of their own work; of others' work or the problem after that; of the authors' own work,
# with a word for what they do in it or without.
Voice = Literal["background", "others", "claim", "own"]


@dataclass(frozen=True, slots=True)
class Act:
    """What the authors say they do: the span `[start, end)` from who does it to the verb."""

    deed: Deed
    by: Speaker
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """The span `[start, end)`, and what is told in it.

    From `turn` on it tells of evidence (`end` = nowhere); `is_aside`: it says where to find the code, or what its
    authors hope.
    """

    start: int
    end: int
    voice: Voice
    acts: tuple[Act, ...]
    turn: int
    is_aside: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A text and its sentences, in order; between two there are only blanks."""

    text: str
    sentences: tuple[Sentence, ...]

    def said(self, sentence: Sentence) -> str:
        """The sentence's own words."""
        return self.text[sentence.start : sentence.end]

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence at the place of the text, or the last before it."""
        after = bisect_right(self.sentences, place, key=lambda sentence: sentence.start)
        return self.sentences[after - 1] if after else None
