"""The words of a field and those of the language as one vocabulary."""

from collections.abc import Iterable, Sequence

from site_src.models import OTHER, Change, Exclusion, Metric, ResultKind, Unit, Vocabulary
from site_src.results.claims import compile_told
from site_src.results.general import CHANGES, EXCLUSIONS, KINDS, METRICS, UNITS
from site_src.results.marks import compile_marks
from site_src.results.quantities import compile_quantity


def make_vocabulary(  # noqa: PLR0913  the parts of a vocabulary, each of which may be missing
    *,
    metrics: Sequence[Metric] = (),
    changes: Sequence[Change] = (),
    units: Sequence[Unit] = (),
    exclusions: Sequence[Exclusion] = (),
    kinds: Sequence[ResultKind] = (),
    claims: Iterable[str] = (),
) -> Vocabulary:
    """The field's rows before the language's, of which those are left out that the field names, too.

    A row of the field without words finds nothing: it only takes a general one away. Kinds of the field's own stand
    for all the general ones. `claims` are verbs that claim the number after them, beside the general ones.
    """
    named = {metric.name for metric in metrics}
    shown = {unit.shown for unit in units} - {""}
    all_metrics = (*metrics, *(metric for metric in METRICS if metric.name not in named))
    all_units = (*units, *(unit for unit in UNITS if unit.shown not in shown))
    rows: tuple[Metric | Change, ...] = (*(metric for metric in all_metrics if metric.words), *changes, *CHANGES)
    worded = tuple(unit for unit in all_units if unit.words)
    return Vocabulary(
        rows=rows,
        units=worded,
        exclusions=(*exclusions, *EXCLUSIONS),
        kinds=(*(kinds or KINDS), OTHER),
        mark=compile_marks(rows),
        quantity=compile_quantity(worded),
        told=compile_told(claims),
    )
