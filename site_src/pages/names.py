"""The index of named methods, and the glossary."""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from site_src.models import Expansion, Page
from site_src.pages.catalogue import Catalogue, gather
from site_src.pages.heads import plan_index
from site_src.pages.sections import GLOSSARY, METHODS, Anchor

# What stands under no letter of A to Z: other scripts are last.
DIGITS, OTHER = "digits", "other"
_NAMES = {DIGITS: "0–9", OTHER: "Other"}

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Letter(Generic[Entry]):
    """The entries of an index under one letter, or DIGITS or OTHER."""

    key: str
    entries: tuple[Entry, ...]

    @property
    def name(self) -> str:
        return _NAMES.get(self.key, self.key.upper())

    @property
    def id(self) -> str:
        return f"letter-{self.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A method, the papers that give it its name, and those that mention it."""

    name: str
    full_name: str
    named_by: tuple[Anchor, ...]
    mentioned_by: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """A full name, and the papers that define the acronym by it."""

    text: str
    papers: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """An acronym; several meanings are a conflict."""

    acronym: str
    meanings: tuple[Meaning, ...]


def plan_methods(catalogue: Catalogue) -> Page:
    """The named methods from A to Z."""
    methods = [
        Method(
            name=method.name,
            full_name=method.full_name,
            named_by=catalogue.anchors_of(naming.slug for naming in method.named_by),
            mentioned_by=catalogue.anchors_of(mention.slug for mention in method.mentioned_by),
        )
        for method in catalogue.site.methods
    ]
    description = "The methods that papers here name, and the papers that mention them."
    return _plan_letters(
        METHODS, "methods.html", description, by_letter(methods, lambda method: method.name), catalogue
    )


def plan_glossary(catalogue: Catalogue) -> Page:
    """The acronyms from A to Z."""
    terms = [
        Term(term.acronym, tuple(_meaning(expansion, catalogue) for expansion in term.expansions))
        for term in catalogue.site.glossary
    ]
    description = "Acronyms as the authors of the papers here spell them out."
    return _plan_letters(GLOSSARY, "glossary.html", description, by_letter(terms, lambda term: term.acronym), catalogue)


def _plan_letters(
    anchor: Anchor, template: str, description: str, letters: tuple[Letter[Entry], ...], catalogue: Catalogue
) -> Page:
    context = {
        "letters": letters,
        "total": sum(len(letter.entries) for letter in letters),
        "without_abstract": sum(not paper.abstract for paper in catalogue.site.papers),
    }
    return plan_index(catalogue, anchor, template, description, context)


def _meaning(expansion: Expansion, catalogue: Catalogue) -> Meaning:
    return Meaning(expansion.text, catalogue.anchors_of(one.slug for one in expansion.definitions))


def by_letter(entries: Iterable[Entry], name: Callable[[Entry], str]) -> tuple[Letter[Entry], ...]:
    """The entries under the letters they begin with, accents aside: digits first, other scripts last."""
    letters = gather((_letter(name(entry)), entry) for entry in entries)
    return tuple(
        Letter(letter, letters[letter]) for letter in sorted(letters, key=lambda at: (at == OTHER, at != DIGITS, at))
    )


def _letter(name: str) -> str:
    first = next(filter(str.isalnum, unicodedata.normalize("NFKD", name)), "").lower()
    if "a" <= first[:1] <= "z":
        return first[0]
    return DIGITS if first.isdigit() else OTHER
