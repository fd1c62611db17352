"""Paper → CompletePaper: what a page says wins; what it leaves out is derived from the text it has."""

from collections.abc import Mapping, Sequence

from site_src.errors import InputError, Problem
from site_src.links import find_links, source_links, unite_links
from site_src.models import Classification, CompletePaper, Field, Label, Mention, Paper, Technique, Vocabulary
from site_src.results import complete_results, find_results
from site_src.summaries import pick_summary
from site_src.techniques import classify
from site_src.text import repair_text


def complete_paper(paper: Paper, taxonomy: Sequence[Technique], vocabulary: Vocabulary) -> CompletePaper:
    """Everything the site shows of the paper but its related papers. Raises InputError for an unknown technique."""
    title, abstract = repair_text(paper.title), repair_text(paper.abstract or "")
    summary = paper.summary or pick_summary(abstract.text)
    fields: dict[Field, str] = {"title": title.text}
    fields |= {"abstract": abstract.text} if abstract.text else {"summary": summary}
    classification = label_paper(paper, fields, taxonomy)
    stated = paper.results
    return CompletePaper(
        paper=paper,
        title=title.text,
        abstract=abstract.text,
        incomplete=title.incomplete or abstract.incomplete,
        summary=summary,
        summary_source="page" if paper.summary else "derived",
        labels=classification.labels,
        mentions=classification.mentions,
        results=find_results(abstract.text, vocabulary)
        if stated is None
        else complete_results(stated, abstract.text, vocabulary),
        links=unite_links(paper.links, find_links(abstract.text)) + source_links(title.text, paper.arxiv),
    )


def label_paper(paper: Paper, fields: Mapping[Field, str], taxonomy: Sequence[Technique]) -> Classification:
    """The page's own techniques with the evidence found for them, and mentions of the others; else what is derived."""
    derived = classify(fields, taxonomy)
    if paper.techniques is None:
        return derived
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
