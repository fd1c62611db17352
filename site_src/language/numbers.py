"""Words that bound a number, and words that are one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Qualifier:
    """Words before a number that bound it, and how they are shown."""

    shown: str
    words: str


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A number written in words: how it is shown, its value, its unit."""

    shown: str
    number: float
    unit: str
    words: str


QUALIFIERS = (
    Qualifier("up to ", r"\bup ?to|\bas (?:much|high|low|few) as|\bat most|\ba maximum of|\bmax(?:imum)?"),
    Qualifier("≥", r"\bat least|≥|>="),
    Qualifier(">", r"\bmore than|\bover|\b(?:great|larg|high)er than|\babove|\bexceeding|>"),
    Qualifier("<", r"\bless than|\b(?:few|low|small)er than|\bbelow|\bunder|<!?"),
    Qualifier("~", r"\babout|\baround|\bapproximately|\bapprox\.?|\broughly|\bnearly|\balmost|\bclose to|[~∼≈]"),
)

_COUNTS = (("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("eight", 8), ("ten", 10), ("hundred", 100))
NUMBER_WORDS = (
    *(NumberWord(str(count), count, "x", rf"{word}(?: times|[- ]?fold)") for word, count in _COUNTS),
    NumberWord("10", 10, "x", r"(?:an?|one) order of magnitude"),
    NumberWord("100", 100, "x", r"two orders of magnitude"),
    NumberWord("1000", 1000, "x", r"three orders of magnitude"),
    NumberWord("2", 2, "x", r"twice(?= (?:as|the))|double[sd]?(?= (?:the|as))|doubling(?= the)"),
    NumberWord("50", 50, "%", r"(?<=by )(?:a )?half|in half|half(?= (?:the|of|as))|halv(?:es?|ed|ing)"),
)
