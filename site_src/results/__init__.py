"""Headline results: derived from an abstract, or stated by a page and completed from it.

They are read in the words of a vocabulary: those of the language, and those of the digest's field.
"""

from site_src.results.derived import find_results
from site_src.results.parse import parse_results
from site_src.results.stated import complete_results
from site_src.results.vocabulary import make_vocabulary

__all__ = ["complete_results", "find_results", "make_vocabulary", "parse_results"]
