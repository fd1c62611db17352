"""An index of the methods that papers name, and of the papers that mention them."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from site_src.models import Evidence, Field
from site_src.terms.acronyms import GlossaryTerm, PaperText, find_acronyms
from site_src.terms.names import find_names, name_pattern

_SHORTEST_MENTION = 4  # characters; a shorter name is too often something else
_BEGINNING = re.compile(r"[^ -]+?(?=(?<=[a-z]{3})[A-Z]|[ -]|$)")  # what is in a text that mentions a name, loosely too
_MOST_MENTIONS = 3  # papers that may say a name that does not head its paper's title


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """Where a paper says a name."""

    slug: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedMethod:
    """A name, what it is short for ("" where its authors do not say), who gives it, and who else says it.

    Several papers in `named_by` mean different methods by it.
    """

    name: str
    full_name: str
    named_by: tuple[Appearance, ...]
    mentioned_by: tuple[Appearance, ...]


def find_methods(papers: Sequence[PaperText]) -> tuple[NamedMethod, ...]:
    """Every method a paper names, in alphabetical order; papers stand in the order given."""
    glossary = find_acronyms(papers)
    spelt_out, common = _by_paper(glossary), _common(glossary)
    named_by: defaultdict[str, list[Appearance]] = defaultdict(list)
    for slug, title, abstract in papers:
        for name, evidence in find_names(title, abstract, spelt_out[slug], common).items():
            named_by[name].append(Appearance(slug=slug, evidence=(evidence,)))
    methods = (
        NamedMethod(
            name=name,
            full_name=spelt_out[named_by[name][0].slug].get(name, ("", None))[0],
            named_by=tuple(named_by[name]),
            mentioned_by=tuple(_mentions(name, papers, {naming.slug for naming in named_by[name]})),
        )
        for name in sorted(named_by, key=lambda name: (name.casefold(), name))
    )
    return tuple(method for method in methods if not _is_everyones(method))


def _is_everyones(method: NamedMethod) -> bool:
    """Whether so many papers use the word that one which presents something of it does not own it."""
    heads = any(naming.evidence[0].field == "title" and naming.evidence[0].start == 0 for naming in method.named_by)
    return not heads and len(method.mentioned_by) > _MOST_MENTIONS


def _by_paper(glossary: Sequence[GlossaryTerm]) -> defaultdict[str, dict[str, tuple[str, Evidence]]]:
    by_paper: defaultdict[str, dict[str, tuple[str, Evidence]]] = defaultdict(dict)
    for term in glossary:
        for expansion in term.expansions:
            for definition in expansion.definitions:
                by_paper[definition.slug].setdefault(term.acronym, (expansion.text, definition.evidence))
    return by_paper


def _common(glossary: Sequence[GlossaryTerm]) -> frozenset[str]:
    """Acronyms that several papers spell out: those are nobody's name."""
    return frozenset(term.acronym for term in glossary if sum(len(e.definitions) for e in term.expansions) > 1)


def _mentions(name: str, papers: Sequence[PaperText], named_by: Collection[str]) -> Iterator[Appearance]:
    if len(name) < _SHORTEST_MENTION:
        return
    pattern, beginning = name_pattern(name), _BEGINNING.match(name)
    for slug, title, abstract in papers:
        if beginning and slug not in named_by and (beginning[0] in title or beginning[0] in abstract):
            evidence = (*_evidence(name, pattern, "title", title), *_evidence(name, pattern, "abstract", abstract))
            if evidence:
                yield Appearance(slug=slug, evidence=evidence)


def _evidence(name: str, pattern: re.Pattern[str], field: Field, text: str) -> Iterator[Evidence]:
    for found in pattern.finditer(text):
        yield Evidence(field=field, start=found.start(), end=found.end(), cue=name)
