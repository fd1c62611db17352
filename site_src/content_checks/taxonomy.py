"""Whether techniques are told apart, and whether their cues find what their own pages say they find."""

from collections.abc import Iterator

from site_src.content import Content
from site_src.content_checks.sources import Sources
from site_src.errors import Place, Problem
from site_src.language import read_sentences
from site_src.models import Example, Field, Technique
from site_src.techniques import classify


def check_taxonomy(content: Content, sources: Sources) -> Iterator[Problem]:
    """Orders and names of two techniques, examples without their label, namesakes with it."""
    orders: dict[int, str] = {}
    names: dict[str, str] = {}
    for technique in content.taxonomy:
        path = f"techniques/{technique.slug}.md"
        if (other := orders.setdefault(technique.order, technique.slug)) != technique.slug:
            seen = f"the order {technique.order}, which {other}.md has too"
            yield Problem(sources.place(path, "order:"), seen, "give each technique a place of its own")
        for name in dict.fromkeys((technique.name, *technique.aliases)):
            if (other := names.setdefault(name.casefold(), technique.slug)) != technique.slug:
                seen = f"'{name}' is a name of {other}, too"
                yield Problem(sources.place(path, name), seen, "leave it to one of the two")
        yield from _check_cues(technique, sources, path)


def _check_cues(technique: Technique, sources: Sources, path: str) -> Iterator[Problem]:
    for example in technique.examples:
        if not _is_labelled(example, technique):
            yield _problem(
                sources.place(path, "examples:", example.title), example, "is not", "add a cue that finds it"
            )
    for example in technique.namesakes:
        if _is_labelled(example, technique):
            place = sources.place(path, "namesakes:", example.title)
            yield _problem(place, example, "is", "narrow a cue, or rule it out")


def _is_labelled(example: Example, technique: Technique) -> bool:
    fields: dict[Field, str] = {"title": example.title, "abstract": example.abstract}
    readings = {field: read_sentences(text) for field, text in fields.items()}
    return bool(classify(readings, [technique]).labels)


def _problem(place: Place, example: Example, verb: str, cure: str) -> Problem:
    return Problem(place, f"'{example.title}' {verb} labelled with this technique", f"{cure}, or take the example out")
