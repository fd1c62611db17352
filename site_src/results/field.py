"""What `content/results.yml` may say of a field."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from site_src.forms import Pattern
from site_src.models import Change, Exclusion, Measure, Metric, ResultKind, Slug


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWords:
    """The file's rows, in its order; what it leaves out is not of the field.

    `claims` are verbs that claim the number after them. What `kinds` say may name some of the `words`: `<less>`.
    """

    metrics: tuple[Metric, ...] = ()
    changes: tuple[Change, ...] = ()
    claims: tuple[Pattern, ...] = ()
    outcomes: tuple[Pattern, ...] = ()
    units: tuple[Measure, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    words: Mapping[Slug, Pattern] = field(default_factory=dict)
    kinds: tuple[ResultKind, ...] = ()
