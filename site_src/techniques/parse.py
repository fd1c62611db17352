"""A page of `content/techniques` → Technique, validated."""

from pathlib import PurePosixPath
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic import Field as Bounds

from site_src.errors import Place, Problem
from site_src.frontmatter import split_front_matter, validate
from site_src.frontmatter.pages import Strict, Text
from site_src.models import Cue, Example, Field, Phrase, Technique
from site_src.techniques.phrases import compile_phrase

ALL_FIELDS: tuple[Field, ...] = ("title", "abstract", "summary")


def _phrase(written: object) -> Phrase:
    if not isinstance(written, str):
        message = "expected words (in quotation marks if YAML reads them as something else)"
        raise ValueError(message)  # noqa: TRY004  pydantic reports ValueError
    return compile_phrase(written)


def _differ(cues: Any) -> Any:  # noqa: ANN401  pydantic validates what it is
    names = [cue.get("name") for cue in cues if isinstance(cue, dict)] if isinstance(cues, list) else []
    if twice := sorted({str(name) for name in names if names.count(name) > 1}):
        message = f"two are named {', '.join(twice)}"
        raise ValueError(message)
    return cues


class _Cue(Strict):
    name: Text
    weight: Annotated[float, Bounds(gt=0, le=1)]
    fields: list[Field] = Bounds(default_factory=lambda: list(ALL_FIELDS))
    because: Text
    phrases: Annotated[list[Annotated[Phrase, BeforeValidator(_phrase)]], Bounds(min_length=1)]


class _Rule(_Cue):
    weight: Annotated[float, Bounds(ge=0, le=1)] = 0


class _Example(Strict):
    title: Text
    abstract: Text


class _Technique(Strict):
    name: Text
    order: Annotated[int, Bounds(ge=1)]
    hue: Annotated[int, Bounds(ge=0, lt=360)] | None = None
    aliases: list[Text] = Bounds(default_factory=list)
    definition: Text
    cues: Annotated[list[_Cue], BeforeValidator(_differ), Bounds(min_length=1)]
    rules_out: Annotated[list[_Rule], BeforeValidator(_differ)] = Bounds(default_factory=list)
    examples: list[_Example] = Bounds(default_factory=list)
    namesakes: list[_Example] = Bounds(default_factory=list)


def parse_technique(text: str, file: str) -> tuple[Technique, tuple[Problem, ...]]:
    """The technique, and warnings for unknown keys. Raises InputError naming file and line of what is wrong."""
    front, body, _ = split_front_matter(text, Place(file))
    stated, problems = validate(_Technique, front, file, first_line=2)
    technique = Technique(
        slug=PurePosixPath(file).stem,
        name=stated.name,
        aliases=tuple(stated.aliases),
        definition=stated.definition,
        hue=stated.hue,
        order=stated.order,
        cues=tuple(map(_cue, stated.cues)),
        rules_out=tuple(map(_cue, stated.rules_out)),
        body=body.strip(),
        examples=tuple(map(_example, stated.examples)),
        namesakes=tuple(map(_example, stated.namesakes)),
    )
    return technique, problems


def _cue(stated: _Cue) -> Cue:
    return Cue(
        name=stated.name,
        phrases=tuple(stated.phrases),
        weight=stated.weight,
        fields=tuple(stated.fields),
        because=stated.because,
    )


def _example(stated: _Example) -> Example:
    return Example(title=stated.title, abstract=stated.abstract)
