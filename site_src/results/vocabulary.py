"""The words of a field and those of the language as one vocabulary."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from site_src.forms import NAMED_WORDS
from site_src.language import make_units
from site_src.models import OTHER, Change, Metric, ResultKind, Vocabulary
from site_src.results.field import FieldWords
from site_src.results.general.changes import CHANGES
from site_src.results.general.claims import PLACES, VERBS
from site_src.results.general.exclusions import EXCLUSIONS
from site_src.results.general.kinds import KINDS
from site_src.results.general.metrics import METRICS
from site_src.results.marks import compile_marks


def make_vocabulary(field: FieldWords | None = None) -> Vocabulary:
    """The field's rows before the language's, of which those are left out that the field names, too.

    A row of the field without words finds nothing: it only takes a general one away. Kinds of the field's own stand
    for all the general ones.
    """
    field = field or FieldWords()
    named = {metric.name for metric in field.metrics}
    metrics = (*field.metrics, *(metric for metric in METRICS if metric.name not in named))
    rows: tuple[Metric | Change, ...] = (*(metric for metric in metrics if metric.words), *field.changes, *CHANGES)
    kinds = (_spell_out(kind, field.words) for kind in field.kinds or KINDS)
    return Vocabulary(
        rows=rows,
        units=make_units(field.units),
        exclusions=(*field.exclusions, *EXCLUSIONS),
        kinds=(*kinds, OTHER),
        mark=compile_marks(rows),
        told=_compile_told(field.claims),
        outcomes=re.compile(rf"\b(?:{'|'.join(field.outcomes)})\b" if field.outcomes else "(?!)"),
    )


def _spell_out(kind: ResultKind, words: Mapping[str, str]) -> ResultKind:
    """The kind with the words in place of their names."""
    says, unless = (
        tuple(NAMED_WORDS.sub(lambda named: f"(?:{words[named[1]]})", pattern) for pattern in patterns)
        for patterns in (kind.says, (kind.unless,))
    )
    return replace(kind, says=says, unless=unless[0])


def _compile_told(verbs: Iterable[str]) -> re.Pattern[str]:
    """What finds words that make a claim of the number right behind them: the general ones and the field's verbs."""
    any_verb = "|".join((*VERBS.split(), *verbs))
    return re.compile(rf"\b(?:{any_verb})\w*(?:[^.;]|\.\d){{0,70}}\Z|{PLACES}", re.IGNORECASE)
