"""The words behind a label or a mention, of techniques and of named methods, as pages show them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_src.models import CompletePaper, Evidence, Field, Mention, Source, Technique
from site_src.pages.catalogue import Catalogue
from site_src.pages.sections import Anchor


@dataclass(frozen=True, slots=True)
class Words:
    """The words found in a field of the paper, as they stand there."""

    field: Field
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A technique and the words it was found by. A label has a `source`; a mention may be `ruled_out`, with why."""

    technique: Technique
    words: tuple[Words, ...]
    source: Source | None = None
    ruled_out: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `slug` is the technique it is evidence for, or ""."""

    text: str
    slug: str


def found_labels(paper: CompletePaper, catalogue: Catalogue) -> Iterator[Found]:
    """The techniques the paper is filed under."""
    for label in paper.labels:
        yield Found(
            technique=catalogue.techniques[label.slug],
            words=found_words(label.evidence, paper),
            source=label.source,
        )


def found_mention(mention: Mention, paper: CompletePaper, catalogue: Catalogue) -> Found:
    """A mention of the paper's, for its page and for the technique's."""
    return Found(
        technique=catalogue.techniques[mention.slug],
        words=found_words(mention.evidence, paper),
        ruled_out=mention.ruled_out,
    )


def found_words(evidence: Iterable[Evidence], paper: CompletePaper) -> tuple[Words, ...]:
    """The words found, by field, in their order there; those that differ only in letter case once."""
    fields: dict[Field, str] = {"title": paper.title, "summary": paper.summary, "abstract": paper.abstract}
    spans = sorted((found.start, found.end, found.field) for found in evidence)
    found = []
    for field, text in fields.items():
        texts = [text[start:end] for start, end, at in spans if at == field]
        once = {text.casefold(): text for text in reversed(texts)}
        found.append(Words(field, tuple(reversed(once.values()))))
    return tuple(words for words in found if words.texts)


def mark_evidence(paper: CompletePaper) -> tuple[Piece, ...]:
    """The abstract cut around the labels' words; of two that overlap the first is marked. Joined it is the abstract."""
    spans = sorted(
        (found.start, found.end, label.slug)
        for label in paper.labels
        for found in label.evidence
        if found.field == "abstract"
    )
    pieces = []
    at = 0
    for start, end, slug in spans:
        if start >= at:
            pieces += [Piece(paper.abstract[at:start], ""), Piece(paper.abstract[start:end], slug)]
            at = end
    return (*pieces, Piece(paper.abstract[at:], ""))


# ---- names


@dataclass(frozen=True, slots=True)
class Mentioning:
    """The words by which one paper mentions what another named; `paper` is the other one of the two."""

    paper: Anchor
    words: tuple[Words, ...]


def methods_mentioned(slug: str, catalogue: Catalogue) -> Iterator[Mentioning]:
    """The methods of other papers that the paper speaks of."""
    for method, mention in catalogue.methods_in.get(slug, ()):
        words = found_words(mention.evidence, catalogue.papers[slug])
        for paper in catalogue.anchors_of(naming.slug for naming in method.named_by):
            yield Mentioning(paper, words)


def mentioning_papers(slug: str, catalogue: Catalogue) -> Iterator[Mentioning]:
    """The other papers that speak of the methods the paper names."""
    for method in catalogue.methods_of.get(slug, ()):
        for mention in method.mentioned_by:
            words = found_words(mention.evidence, catalogue.papers[mention.slug])
            for paper in catalogue.anchors_of([mention.slug]):
                yield Mentioning(paper, words)
