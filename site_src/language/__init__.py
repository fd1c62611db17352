"""One reading of a text: its sentences, whose voice each speaks in, its quantities, and its words."""

from site_src.language.quantities import Quantity, find_quantities, suffix_of
from site_src.language.reading import read_sentences
from site_src.language.sentences import split_sentences
from site_src.language.units import make_units
from site_src.language.words import Words, index_words

__all__ = [
    "Quantity",
    "Words",
    "find_quantities",
    "index_words",
    "make_units",
    "read_sentences",
    "split_sentences",
    "suffix_of",
]
