"""Headline results: derived from an abstract, or stated by a page and completed from it."""

from site_src.results.derived import find_results
from site_src.results.stated import complete_results

__all__ = ["complete_results", "find_results"]
