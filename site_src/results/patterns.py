"""Patterns written as words."""


def any_word(words: str) -> str:
    """A pattern for any of the words, whole and not as a part of a hyphenated one; `*` stands for any ending."""
    alternatives = "|".join(words.replace("*", r"\w*").split())
    return rf"(?<![\w-])(?:{alternatives})(?![\w-])"
