"""`content/site.yml` → SiteConfig."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from site_src.errors import Problem
from site_src.frontmatter.pages import Strict, Text, _date
from site_src.frontmatter.yaml_place import validate
from site_src.models import HOME_PARTS, HomePart, PartialDate, SiteConfig

_Url = Annotated[str, StringConstraints(strict=True, pattern=r"^https?://[^\s/?#]+(?:/[^\s?#]*)?$")]


def _differ(parts: list[HomePart]) -> list[HomePart]:
    if len(set(parts)) < len(parts):
        message = "a part of the home page twice"
        raise ValueError(message)
    return parts


class _Config(Strict):
    title: Text
    tagline: Text
    description: Text
    base_url: _Url
    repository: _Url | None = None
    author: Text
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$")] = "en"
    page_size: Annotated[int, Field(ge=5, le=500)] = 50
    digests: dict[str, Annotated[PartialDate, BeforeValidator(_date)]] = Field(default_factory=dict)
    conferences: list[Text] = Field(default_factory=list)
    journals: list[Text] = Field(default_factory=list)
    home: Annotated[list[HomePart], AfterValidator(_differ), Field(min_length=1)] = Field(
        default_factory=lambda: list(HOME_PARTS)
    )


def parse_config(text: str, file: str) -> tuple[SiteConfig, tuple[Problem, ...]]:
    """The site's configuration, and warnings. Raises InputError naming file and line."""
    stated, problems = validate(_Config, text, file)
    config = SiteConfig(
        title=stated.title,
        tagline=stated.tagline,
        description=stated.description,
        base_url=stated.base_url.rstrip("/") + "/",
        repository=stated.repository.rstrip("/") if stated.repository else None,
        author=stated.author,
        language=stated.language,
        page_size=stated.page_size,
        digests=stated.digests,
        conferences=tuple(stated.conferences),
        journals=tuple(stated.journals),
        home=tuple(stated.home),
    )
    return config, problems
