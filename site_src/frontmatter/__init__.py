"""Markdown files with YAML front matter ↔ papers, techniques and pages.

`read` parses and validates (every complaint has a file and line); `write` adds to a page without disturbing what is
there: comments, order and quoting survive.
"""

from site_src.frontmatter.config import parse_config, parse_thesaurus
from site_src.frontmatter.pages import parse_paper, parse_technique, parse_text_page
from site_src.frontmatter.write import bury_page, extend_body, extend_page, format_paper, move_page
from site_src.frontmatter.yaml_place import find_place, parse_mapping, split_front_matter, validate

__all__ = [
    "bury_page",
    "extend_body",
    "extend_page",
    "find_place",
    "format_paper",
    "move_page",
    "parse_config",
    "parse_mapping",
    "parse_paper",
    "parse_technique",
    "parse_text_page",
    "parse_thesaurus",
    "split_front_matter",
    "validate",
]
