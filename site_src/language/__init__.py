"""One reading of a text: its sentences, whose voice each speaks in, and its words."""

from site_src.language.reading import read_sentences
from site_src.language.sentences import split_sentences
from site_src.language.words import Words, index_words

__all__ = ["Words", "index_words", "read_sentences", "split_sentences"]
