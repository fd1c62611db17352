"""`content/thesaurus.yml`: what people type, and what papers say instead."""

from collections.abc import Container, Iterator, Sequence

from site_src.models import Thesaurus
from site_src.tokens import stem, words


def reduce_thesaurus(thesaurus: Thesaurus, terms: Container[str]) -> list[list[str]]:
    """[stems of what people type, stems of one thing that papers say, of another, …] of what the index has, sorted.

    Entries of which no paper says anything are left out.
    """
    return sorted(entry for typed, said in thesaurus.items() if len(entry := _reduce(typed, said, terms)) > 1)


def _reduce(typed: str, said: Sequence[str], terms: Container[str]) -> list[str]:
    return [" ".join(map(stem, words(typed))), *dict.fromkeys(_known(said, terms))]


def _known(said: Sequence[str], terms: Container[str]) -> Iterator[str]:
    """The stems of each phrase whose words are all indexed; those of a compound as one where papers write it so."""
    for phrase in said:
        stems = [*map(stem, words(phrase))]
        joined = stem("".join(words(phrase)))
        if joined in terms:
            yield joined
        elif all(each in terms for each in stems):
            yield " ".join(stems)
