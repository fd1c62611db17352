"""Numbers that are no results, by the words right around them."""

from collections.abc import Iterable

from site_src.language import Quantity
from site_src.models import Context, Exclusion

# How far before and after a number its words are looked at.
_NEAR = 60


def is_excluded(sentence: str, quantity: Quantity, exclusions: Iterable[Exclusion]) -> bool:
    """Whether an exclusion is said of such a number, and fits the words before (those that bound it, too) and after."""
    before = sentence[max(0, quantity.at - _NEAR) : quantity.at]
    after = sentence[quantity.end : quantity.end + _NEAR]
    names = {quantity.unit or "bare", "measure" if quantity.measure else ""}
    return any(
        (not exclusion.of or names.intersection(exclusion.of)) and stands_in(exclusion, before, after)
        for exclusion in exclusions
    )


def stands_in(context: Context | Exclusion, before: str, after: str) -> bool:
    """Whether words before and after a number are those of the context."""
    left = not context.before or context.before.search(before)
    return bool(left and (not context.after or context.after.match(after)))
