"""Paper → CompletePaper: what a page says wins; what it leaves out is derived from the text it has."""

from collections.abc import Mapping, Sequence

from site_src.errors import InputError, Problem
from site_src.language import read_sentences
from site_src.links import find_links, source_links, unite_links
from site_src.models import (
    Classification,
    CompletePaper,
    Field,
    Label,
    Mention,
    Paper,
    Reading,
    Result,
    Technique,
    Vocabulary,
)
from site_src.results.derived import find_results
from site_src.results.stated import complete_results
from site_src.summaries import pick_summary
from site_src.techniques import classify
from site_src.text import repair_text


def complete_paper(paper: Paper, taxonomy: Sequence[Technique], vocabulary: Vocabulary) -> CompletePaper:
    """Everything the site shows of the paper but its related papers. Raises InputError for an unknown technique."""
    title, abstract = repair_text(paper.title), repair_text(paper.abstract or "")
    reading = read_sentences(abstract.text or paper.summary or "")
    known: Field = "abstract" if abstract.text else "summary"
    classification = label_paper(paper, {"title": read_sentences(title.text), known: reading}, taxonomy)
    return CompletePaper(
        paper=paper,
        title=title.text,
        abstract=abstract.text,
        incomplete=title.incomplete or abstract.incomplete,
        summary=paper.summary or pick_summary(reading, vocabulary.outcomes),
        summary_source="page" if paper.summary else "derived",
        labels=classification.labels,
        mentions=classification.mentions,
        results=_results(paper, reading if abstract.text else read_sentences(""), vocabulary),
        links=unite_links(paper.links, find_links(abstract.text)) + source_links(title.text, paper.arxiv, paper.doi),
        reading=reading,
    )


def _results(paper: Paper, abstract: Reading, vocabulary: Vocabulary) -> tuple[Result, ...]:
    if paper.results is None:
        return find_results(abstract, vocabulary)
    return complete_results(paper.results, abstract, vocabulary)


def label_paper(paper: Paper, fields: Mapping[Field, Reading], taxonomy: Sequence[Technique]) -> Classification:
    """The page's own techniques with the evidence found for them, and mentions of the others; else what is derived.

    A title alone is too little to derive a label from.
    """
    derived = classify(fields, taxonomy)
    if paper.techniques is None:
        is_told_of = any(reading.text for field, reading in fields.items() if field != "title")
        return derived if is_told_of else Classification()
    check_techniques(paper, taxonomy)
    found = {label.slug: Mention(slug=label.slug, evidence=label.evidence) for label in derived.labels}
    found |= {mention.slug: mention for mention in derived.mentions}
    evidence = {slug: mention.evidence for slug, mention in found.items()}
    slugs = [technique.slug for technique in taxonomy]
    return Classification(
        labels=tuple(
            Label(slug=slug, source="page", evidence=evidence.get(slug, ()))
            for slug in slugs
            if slug in paper.techniques
        ),
        mentions=tuple(found[slug] for slug in slugs if slug in found and slug not in paper.techniques),
    )


def check_techniques(paper: Paper, taxonomy: Sequence[Technique]) -> None:
    """Raises InputError where the page states a technique that the taxonomy does not have."""
    known = [technique.slug for technique in taxonomy]
    cure = f"write one of {', '.join(known)}, or add a page for it to content/techniques"
    unknown = [slug for slug in paper.techniques or () if slug not in known]
    if unknown:
        raise InputError(Problem(paper.place, f"unknown technique '{slug}'", cure) for slug in unknown)
