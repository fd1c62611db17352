"""Numbers that are no results, by the words right around them."""

from collections.abc import Iterable

from site_src.language import Quantity
from site_src.models import Context, Exclusion

# How far before and after a number its words are looked at: as far as the words of most contexts could be.
_NEAR = 80


def is_excluded(sentence: str, quantity: Quantity, exclusions: Iterable[Exclusion]) -> bool:
    """Whether an exclusion is said of such a number, and fits the words before (those that bound it, too) and after."""
    names = {quantity.unit or "bare", "measure" if quantity.measure else ""}
    return any(
        (not exclusion.of or names.intersection(exclusion.of))
        and stands_in(exclusion, sentence, quantity.at, quantity.end)
        for exclusion in exclusions
    )


def stands_in(context: Context | Exclusion, sentence: str, start: int, end: int) -> bool:
    """Whether the words before and after `[start, end)` of the sentence are those of the context."""
    left = not context.before or context.before.search(sentence[max(0, start - _NEAR) : start])
    return bool(left and (not context.after or context.after.match(sentence[end : end + _NEAR])))
