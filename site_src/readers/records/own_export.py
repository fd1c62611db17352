"""A record of our own `api/papers.json` or of a `paper.json` → the entry that gives the same record again.

What the build derived is left out, since it derives it again; what a page states is kept.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from site_src.errors import Place, Problem
from site_src.exports import plain_facts
from site_src.models import Entry, Facts
from site_src.readers.records import one_line, read_slug
from site_src.readers.records.values import read_text

_ONLY_OURS = ("slug", "title", "summary_source", "techniques", "results", "links", "seen_in")
_STATED = "page"


def is_own(record: Mapping[str, object]) -> bool:
    """Whether it is a record of ours."""
    return all(name in record for name in _ONLY_OURS)


def read_own(record: Mapping[str, object], place: Place) -> tuple[Entry, tuple[Problem, ...]]:
    """The entry, and a warning for each fact that is not as the contract has it."""
    facts, problems = _validate(_state(record), place)
    is_stated = record["summary_source"] == _STATED
    entry = Entry(
        facts=facts,
        abstract=one_line(read_text(record.get("abstract"))),
        slug=read_slug(read_text(record["slug"])),
        summary=one_line(read_text(record.get("summary"))) or None if is_stated else None,
        seen_here=False,
        line=place.line,
    )
    return entry, problems


def _state(record: Mapping[str, object]) -> dict[str, object]:
    """What the record says that its page states, by the names of facts."""
    stated = {fact.name: record[fact.name] for fact in plain_facts() if fact.name in record}
    stated |= {"title": one_line(read_text(record["title"])) or "…", "seen_in": record["seen_in"]}
    stated["links"] = [_part(link, "kind", "url") for link in _stated(record["links"])]
    if record.get("techniques_source") == _STATED:
        stated["techniques"] = [label.get("slug") for label in _stated(record["techniques"])]
    if record.get("results_source") == _STATED:
        stated["results"] = [_part(result, "value", "metric", "baseline") for result in _stated(record["results"])]
    return stated


def _stated(parts: object) -> Iterator[Mapping[str, object]]:
    several: Iterable[object] = parts if isinstance(parts, list) else ()
    return (part for part in several if isinstance(part, Mapping) and part.get("source") == _STATED)


def _part(whole: Mapping[str, object], *names: str) -> dict[str, object]:
    return {name: whole[name] for name in names if name in whole}


@cache
def _facts() -> TypeAdapter[Facts]:
    return TypeAdapter(Facts)


def _validate(stated: Mapping[str, object], place: Place) -> tuple[Facts, tuple[Problem, ...]]:
    """The facts that are as their types say, and a warning for each that is not."""
    try:
        return _facts().validate_python(stated), ()
    except ValidationError as error:
        wrong: dict[str, Any] = {str(one["loc"][0]): one for one in reversed(error.errors(include_url=False))}
    problems = tuple(_complain(name, error, place) for name, error in sorted(wrong.items()))
    return _facts().validate_python({name: fact for name, fact in stated.items() if name not in wrong}), problems


def _complain(name: str, error: Mapping[str, Any], place: Place) -> Problem:
    said = error["msg"].removeprefix("Value error, ")
    return Problem(place, f"{name}: {said[:1].lower()}{said[1:]}", "the fact is left out")
