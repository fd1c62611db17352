"""What a rule of reading is: a thing that texts say, and the words they say it in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that texts say.

    `finds` are examples, each a text and the words of it that say so; `spares` are texts that look alike and say
    something else (the tests search both). `because` says why it is right.
    """

    name: str
    finds: tuple[tuple[str, str], ...]
    spares: tuple[str, ...] = ()
    because: str
    pattern: re.Pattern[str]


def any_of(rules: Iterable[Rule]) -> re.Pattern[str]:
    """One pattern for all the rules, whose flags must be the same; the first that fits wins."""
    patterns = [rule.pattern for rule in rules]
    (flags,) = {pattern.flags for pattern in patterns}
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern in patterns), flags)
