"""Words of no language, as unevenly used as those of real abstracts."""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

# The word of rank r occurs as often as 1 / (r + 30) / (1 + r / 400): fitted to 391 abstracts without their function
# words, by how many different stems they have together (4,700) and each alone (120).
SIZE = 100_000
_ONSETS = [
    "b",
    "br",
    "c",
    "ch",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "qu",
    "r",
    "s",
    "sk",
    "sp",
    "st",
    "t",
    "tr",
    "v",
    "w",
    "z",
]
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "io")
_CODAS = ("", "", "", "", "l", "m", "n", "r", "t")
_LENGTHS = (2, 2, 2, 3, 3)  # syllables
_ENDINGS = ("", "", "", "s", "s", "ed", "ing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """`words`, the commonest first; `reach` is the sum of their frequencies up to each."""

    words: Sequence[str]
    reach: Sequence[float]

    def draw(self, random: Random) -> str:
        """A word, the common ones oftener, in one of its forms."""
        place = bisect(self.reach, random.random() * self.reach[-1])
        return self.words[place] + random.choice(_ENDINGS)


def make_vocabulary(random: Random, size: int = SIZE) -> Vocabulary:
    """A vocabulary of so many different words."""
    words: dict[str, None] = {}
    while len(words) < size:
        words[_invent(random)] = None
    return Vocabulary(words=tuple(words), reach=tuple(accumulate(map(_frequency, range(size)))))


def _frequency(rank: int) -> float:
    return 1 / (rank + 30) / (1 + rank / 400)


def _invent(random: Random) -> str:
    return "".join(_syllable(random) for _ in range(random.choice(_LENGTHS)))


def _syllable(random: Random) -> str:
    return random.choice(_ONSETS) + random.choice(_VOWELS) + random.choice(_CODAS)
