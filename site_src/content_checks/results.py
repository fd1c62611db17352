"""Whether the words of the field find what the examples beside them say."""

from collections.abc import Iterator, Mapping, Sequence

from site_src.content import RESULTS, Content
from site_src.content_checks.sources import Sources
from site_src.errors import Problem
from site_src.frontmatter import find_place
from site_src.results.examples import AnyRow, wrong_examples
from site_src.results.parse import parse_field

_CURE = "correct the words, the example, or the order of the rows: the first that fits counts"


def check_results(content: Content, sources: Sources) -> Iterator[Problem]:
    """Examples that a row does not take, or does not leave."""
    text, file = sources.texts.get(RESULTS, ""), sources.place(RESULTS).file
    field, _ = parse_field(text, file)
    sections: Mapping[str, Sequence[AnyRow]] = {
        "metrics": field.metrics,
        "changes": field.changes,
        "units": field.units,
        "exclusions": field.exclusions,
        "kinds": field.kinds,
    }
    for section, rows in sections.items():
        for row, said, i in wrong_examples(rows, content.vocabulary):
            example = getattr(rows[row], said)[i]
            seen = f"the row does not take '{example}'" if said == "takes" else f"the row takes '{example}'"
            yield Problem(find_place(text, file, (section, row, said, i)), seen, _CURE)
