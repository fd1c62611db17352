"""`content/thesaurus.yml` → Thesaurus."""

from typing import Annotated

from pydantic import Field, RootModel

from site_src.errors import Problem
from site_src.frontmatter.pages import Text
from site_src.frontmatter.yaml_place import validate
from site_src.models import Thesaurus


class _Thesaurus(RootModel[dict[Text, Annotated[list[Text], Field(min_length=1)]]]):
    """What people type: the words of papers that mean it."""


def parse_thesaurus(text: str, file: str) -> tuple[Thesaurus, tuple[Problem, ...]]:
    """What people type → what papers say instead, and warnings. Raises InputError naming file and line."""
    stated, problems = validate(_Thesaurus, text, file)
    return {typed: tuple(said) for typed, said in stated.root.items()}, problems
