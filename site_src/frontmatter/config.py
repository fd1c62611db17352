"""Files of YAML alone → SiteConfig and Thesaurus, validated."""

from pydantic import TypeAdapter

from site_src.errors import Problem
from site_src.frontmatter.yaml_place import validate
from site_src.models import SiteConfig, Thesaurus

_CONFIG = TypeAdapter(SiteConfig)
_THESAURUS: TypeAdapter[Thesaurus] = TypeAdapter(Thesaurus)


def parse_config(text: str, file: str) -> tuple[SiteConfig, tuple[Problem, ...]]:
    """`content/site.yml`: the site's configuration, and warnings. Raises InputError."""
    return validate(_CONFIG, text, file)


def parse_thesaurus(text: str, file: str) -> tuple[Thesaurus, tuple[Problem, ...]]:
    """`content/thesaurus.yml`: what people type → what papers say instead, and warnings. Raises InputError."""
    return validate(_THESAURUS, text, file)
