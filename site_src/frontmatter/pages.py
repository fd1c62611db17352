"""Text of a page → Paper, Technique or TextPage, validated."""

from dataclasses import replace
from pathlib import PurePosixPath

from pydantic import TypeAdapter

from site_src.errors import Place, Problem
from site_src.frontmatter.body import parse_body
from site_src.frontmatter.yaml_place import split_front_matter, validate
from site_src.models import Paper, Technique, TextPage

_PAPER = TypeAdapter(Paper)
_TECHNIQUE = TypeAdapter(Technique)
_TEXT_PAGE = TypeAdapter(TextPage)


def parse_paper(text: str, file: str) -> tuple[Paper, tuple[Problem, ...]]:
    """The paper a page states, and warnings. Raises InputError."""
    front, body_text, body_line = split_front_matter(text, Place(file))
    body = parse_body(body_text, body_line)
    paper, problems = validate(
        _PAPER,
        front,
        file,
        first_line=2,
        slug=_slug(file),
        summary=body.summary,
        notes=body.notes,
        abstract=body.abstract,
        place=Place(file, body.abstract_line),
    )
    return replace(paper, seen_in=tuple(sorted(paper.seen_in))), problems


def parse_technique(text: str, file: str) -> tuple[Technique, tuple[Problem, ...]]:
    """The technique a page states, and warnings. Raises InputError."""
    front, body, _ = split_front_matter(text, Place(file))
    return validate(_TECHNIQUE, front, file, first_line=2, slug=_slug(file), body=body.strip())


def parse_text_page(text: str, file: str) -> tuple[TextPage, tuple[Problem, ...]]:
    """A page of prose, and warnings. Raises InputError."""
    front, body, _ = split_front_matter(text, Place(file))
    return validate(_TEXT_PAGE, front, file, first_line=2, slug=_slug(file), body=body.strip())


def _slug(file: str) -> str:
    return PurePosixPath(file).stem
