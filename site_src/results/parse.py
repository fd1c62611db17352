"""`content/results.yml` → Vocabulary: what a field measures, how it is told, and the kinds its results are of."""

from collections.abc import Iterator

from pydantic import TypeAdapter

from site_src.errors import InputError, Problem
from site_src.forms import NAMED_WORDS
from site_src.frontmatter import find_place, validate
from site_src.models import OTHER, Vocabulary
from site_src.results.field import FieldWords
from site_src.results.vocabulary import make_vocabulary

_WORDS = TypeAdapter(FieldWords)

# The path of what is wrong, what was seen there, and the cure.
_Wrong = tuple[tuple[str | int, ...], str, str]


def parse_results(text: str, file: str) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """The vocabulary of the field, and warnings. Raises InputError naming file and line of all that is wrong.

    Examples beside its rows are not tried (`content_checks`).
    """
    field, warnings = parse_field(text, file)
    vocabulary = make_vocabulary(field)
    _refuse(_check_names(field, vocabulary), text, file)
    return vocabulary, warnings


def parse_field(text: str, file: str) -> tuple[FieldWords, tuple[Problem, ...]]:
    """The file's rows as they are written, and warnings. Raises InputError."""
    field, warnings = validate(_WORDS, text, file)
    _refuse(_check_kinds(field), text, file)
    return field, warnings


def _refuse(wrong: Iterator[_Wrong], text: str, file: str) -> None:
    if problems := [Problem(find_place(text, file, path), seen, cure) for path, seen, cure in wrong]:
        raise InputError(problems)


def _check_kinds(field: FieldWords) -> Iterator[_Wrong]:
    """Slugs and leads given twice, and words that are not there."""
    taken = {OTHER.slug: "the kind of what fits no other"}
    leading = ""
    for i, kind in enumerate(field.kinds):
        if kind.slug in taken:
            yield ("kinds", i, "slug"), f"the slug '{kind.slug}' is that of {taken[kind.slug]}", "name another slug"
        if kind.strongest and leading:
            yield ("kinds", i, "strongest"), f"'{leading}' leads already", "let only one kind say 'strongest'"
        taken[kind.slug] = f"'{kind.name}'"
        leading = leading or (kind.name if kind.strongest else "")
        for name in NAMED_WORDS.findall("|".join((*kind.says, kind.unless))):
            if name not in field.words:
                yield ("kinds", i), f"no words are named '{name}'", "add them under 'words', or write a pattern"


def _check_names(field: FieldWords, vocabulary: Vocabulary) -> Iterator[_Wrong]:
    """Metrics and units that are named, but not there."""
    for i, metric in enumerate(field.metrics):
        if metric.in_times and not vocabulary.metric(metric.in_times):
            yield ("metrics", i, "in_times"), f"no metric is named '{metric.in_times}'", "name one of the metrics"
    known = {"x", "%", "pp", "measure", "bare", *(unit.shown for unit in vocabulary.units.rows)}
    cure = "name a unit as it is shown, or x, %, pp, measure, bare"
    for i, exclusion in enumerate(field.exclusions):
        for name in sorted({*exclusion.of} - known):
            yield ("exclusions", i, "of"), f"no unit is shown as '{name}'", cure
