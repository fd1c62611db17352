"""The taxonomy (pages of `content/techniques`), and which of its techniques a paper is about."""

from site_src.techniques.classify import classify
from site_src.techniques.parse import parse_technique

__all__ = ["classify", "parse_technique"]
