"""`content/results.yml` → Vocabulary: what a field measures, how it is told, and the kinds its results are of."""

from collections.abc import Iterator

from pydantic import TypeAdapter

from site_src.errors import InputError, Problem
from site_src.forms import NAMED_WORDS
from site_src.frontmatter import find_place, validate
from site_src.models import OTHER, Vocabulary
from site_src.results.examples import AnyRow, wrong_examples
from site_src.results.field import FieldRows, StatedResults, make_rows
from site_src.results.vocabulary import make_vocabulary

_RESULTS = TypeAdapter(StatedResults)

# The path of what is wrong, what was seen there, and the cure.
_Wrong = tuple[tuple[str | int, ...], str, str]


def parse_results(text: str, file: str) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """The vocabulary of the field, and warnings. Raises InputError naming file and line of all that is wrong.

    So it does where an example beside a row does not hold.
    """
    stated, warnings = validate(_RESULTS, text, file)
    _refuse(_check_kinds(stated), text, file)
    rows = make_rows(stated)
    vocabulary = make_vocabulary(
        metrics=rows.metrics,
        changes=rows.changes,
        units=rows.units,
        exclusions=rows.exclusions,
        kinds=rows.kinds,
        claims=stated.claims,
    )
    _refuse(_check_names(rows, vocabulary), text, file)
    _refuse(_check_examples(rows, vocabulary), text, file)
    return vocabulary, warnings


def _refuse(wrong: Iterator[_Wrong], text: str, file: str) -> None:
    if problems := [Problem(find_place(text, file, path), seen, cure) for path, seen, cure in wrong]:
        raise InputError(problems)


def _check_kinds(stated: StatedResults) -> Iterator[_Wrong]:
    """Slugs and leads given twice, and words that are not there."""
    taken = {OTHER.slug: "the kind of what fits no other"}
    leading = ""
    for i, kind in enumerate(stated.kinds):
        if kind.slug in taken:
            yield ("kinds", i, "slug"), f"the slug '{kind.slug}' is that of {taken[kind.slug]}", "name another slug"
        if kind.strongest and leading:
            yield ("kinds", i, "strongest"), f"'{leading}' leads already", "let only one kind say 'strongest'"
        taken[kind.slug] = f"'{kind.name}'"
        leading = leading or (kind.name if kind.strongest else "")
        for name in NAMED_WORDS.findall("|".join((*kind.says, kind.unless))):
            if name not in stated.words:
                yield ("kinds", i), f"no words are named '{name}'", "add them under 'words', or write a pattern"


def _check_names(rows: FieldRows, vocabulary: Vocabulary) -> Iterator[_Wrong]:
    """Metrics and units that are named, but not there."""
    for i, metric in enumerate(rows.metrics):
        if metric.in_times and not vocabulary.metric(metric.in_times):
            yield ("metrics", i, "in_times"), f"no metric is named '{metric.in_times}'", "name one of the metrics"
    known = {"x", "%", "pp", "measure", "bare", *(unit.shown for unit in vocabulary.units)}
    cure = "name a unit as it is shown, or x, %, pp, measure, bare"
    for i, exclusion in enumerate(rows.exclusions):
        for name in sorted({*exclusion.of} - known):
            yield ("exclusions", i, "of"), f"no unit is shown as '{name}'", cure


def _check_examples(rows: FieldRows, vocabulary: Vocabulary) -> Iterator[_Wrong]:
    """Examples that a row does not take, or does not leave."""
    cure = "correct the words, the example, or the order of the rows: the first that fits counts"
    sections: dict[str, tuple[AnyRow, ...]] = {
        "metrics": rows.metrics,
        "changes": rows.changes,
        "units": rows.measures,
        "exclusions": rows.exclusions,
        "kinds": rows.kinds,
    }
    for section, its in sections.items():
        for place, said, i in wrong_examples(its, vocabulary):
            example = getattr(its[place], said)[i]
            seen = f"the row does not take '{example}'" if said == "takes" else f"the row takes '{example}'"
            yield (section, place, said, i), seen, cure
