"""An index of the methods that papers name, and of the papers that mention them."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from site_src.models import Appearance, Evidence, Field, GlossaryTerm, NamedMethod
from site_src.terms.acronyms import find_acronyms
from site_src.terms.names import find_names, name_pattern
from site_src.terms.texts import PaperText

_SHORTEST_MENTION = 4  # characters; a shorter name is too often something else
_BEGINNING = re.compile(r"[^ -]+?(?=(?<=[a-z]{3})[A-Z]|[ -]|$)")  # what is in a text that mentions a name, loosely too
_MOST_MENTIONS = 3  # papers that may say a name that does not head its paper's title


def find_methods(papers: Sequence[PaperText]) -> tuple[NamedMethod, ...]:
    """Every method a paper names, in alphabetical order; papers stand in the order given."""
    glossary = find_acronyms(papers)
    spelt_out, common = _by_paper(glossary), _common(glossary)
    named_by: defaultdict[str, list[Appearance]] = defaultdict(list)
    for paper in papers:
        for name, found in find_names(paper.title, paper.reading, spelt_out[paper.slug], common).items():
            evidence = replace(found, field=paper.field) if found.field != "title" else found
            named_by[name].append(Appearance(slug=paper.slug, evidence=(evidence,)))
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
    for paper in papers:
        if beginning and paper.slug not in named_by and (beginning[0] in paper.title or beginning[0] in paper.text):
            in_title = _evidence(name, pattern, "title", paper.title)
            if evidence := (*in_title, *_evidence(name, pattern, paper.field, paper.text)):
                yield Appearance(slug=paper.slug, evidence=evidence)


def _evidence(name: str, pattern: re.Pattern[str], field: Field, text: str) -> Iterator[Evidence]:
    for found in pattern.finditer(text):
        yield Evidence(field=field, start=found.start(), end=found.end(), cue=name)
