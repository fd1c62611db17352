"""Patterns written as words."""

import re

from site_src.models import Context


def any_word(words: str) -> str:
    """A pattern for any of the words, whole and not as a part of a hyphenated one; `*` stands for any ending."""
    alternatives = "|".join(words.replace("*", r"\w*").split())
    return rf"(?<![\w-])(?:{alternatives})(?![\w-])"


def make_context(before: str = "", after: str = "") -> Context:
    """The context of the words as patterns; "" is any."""
    return Context(
        before=re.compile(rf"(?:{before})\s*\Z", re.IGNORECASE) if before else None,
        after=re.compile(rf"\s*(?:{after})") if after else None,
    )
