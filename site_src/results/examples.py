"""The examples beside the rows of a vocabulary, tried."""

from collections.abc import Iterable, Iterator

from site_src.language import find_quantities
from site_src.models import Change, Exclusion, Measure, Metric, ResultKind, Vocabulary
from site_src.results.claims import is_setting
from site_src.results.exclusions import is_excluded
from site_src.results.kinds import find_kind
from site_src.results.marks import mark_sentence

AnyRow = Metric | Change | Measure | Exclusion | ResultKind


def wrong_examples(rows: Iterable[AnyRow], vocabulary: Vocabulary) -> Iterator[tuple[int, str, int]]:
    """Of each example that does not hold: the place of its row, `takes` or `leaves`, and its own place there."""
    for place, row in enumerate(rows):
        yield from ((place, "takes", i) for i, text in enumerate(row.takes) if not _takes(row, text, vocabulary))
        yield from ((place, "leaves", i) for i, text in enumerate(row.leaves) if _takes(row, text, vocabulary))


def _takes(row: AnyRow, text: str, vocabulary: Vocabulary) -> bool:
    match row:
        case Measure():
            return _measures(row, text, vocabulary)
        case Exclusion():
            return any(is_excluded(text, quantity, (row,)) for quantity in find_quantities(text, vocabulary.units))
        case ResultKind():
            return _kind_of(text, vocabulary) == row.slug
        case _:
            return any(mark.row.words == row.words for mark in mark_sentence(text, vocabulary).marks)


def _measures(measure: Measure, text: str, vocabulary: Vocabulary) -> bool:
    """Whether a number of the text measures it by its unit, and is not one of things as they are."""
    found = (quantity for quantity in find_quantities(text, vocabulary.units) if not is_setting(text, quantity))
    return any(quantity.measure == measure for quantity in found)


def _kind_of(text: str, vocabulary: Vocabulary) -> str:
    """The slug of the kind of a result written as a value and its metric: `40% cost reduction`."""
    found = next(iter(find_quantities(text, vocabulary.units)), None)
    metric = text[found.end :].strip() if found else ""
    return find_kind(found.unit or metric, metric, vocabulary.kinds).slug if found else ""
