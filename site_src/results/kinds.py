"""Which results can stand side by side, and which of them a paper leads with."""

import re
from collections.abc import Iterable

from site_src.models import OTHER, Result, ResultKind


def find_kind(unit: str, metric: str, kinds: Iterable[ResultKind]) -> ResultKind:
    """The first kind that a result of the unit and the metric fits; `OTHER` fits all."""
    said = metric.lower()
    return next((kind for kind in kinds if _fits(kind, unit, said)), OTHER)


def _fits(kind: ResultKind, unit: str, said: str) -> bool:
    if kind.units and unit not in kind.units:
        return False
    return all(re.search(words, said) for words in kind.says) and not (kind.unless and re.search(kind.unless, said))


def strength(result: Result) -> float:
    """How strong a claim of its kind the number is, of a range the lower end; minus infinity without one."""
    if result.number is None:
        return float("-inf")
    return -result.number if result.kind.fewer_is_more else result.number


def find_strongest(results: Iterable[Result]) -> Result | None:
    """The strongest of the kind that the site leads with, the first of equals; None where no number is of it."""
    leading = (result for result in results if result.number is not None and result.kind.strongest)
    return max(leading, key=strength, default=None)
