"""What a repair rule is. The tables are in `typography`, `numbers`, `greek` and `formulas`."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that the scrape breaks, and how it is mended.

    `fixes` are examples, each printed text and its repair by this rule alone; `spares` are texts that look alike and
    that the rule leaves as they are (the tests apply the rule to both). `because` says why it is safe.
    The pattern is only tried on a text that holds one of the words in `needs`.
    """

    name: str
    fixes: tuple[tuple[str, str], ...]
    spares: tuple[str, ...] = ()
    because: str
    needs: tuple[str, ...]
    pattern: re.Pattern[str]
    new: str | Callable[[re.Match[str]], str]

    def apply(self, text: str) -> str:
        for word in self.needs:
            if word in text:
                return self.pattern.sub(self.new, text)
        return text


def apply_all(rules: Sequence[Rule], text: str) -> str:
    """The text after each rule in turn."""
    for rule in rules:
        text = rule.apply(text)
    return text
