"""`api/papers.json` and each paper's `paper.json`: the public contract, described by the JSON Schema in `api/`."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from site_src.contract import PAPER_JSON, TITLES_JSON
from site_src.models import CompletePaper, Evidence, Label, Mention, Result


def papers_json(papers: Iterable[CompletePaper]) -> bytes:
    """All papers in site order, UTF-8, one paper a line; unknown facts are left out, lists are never null."""
    lines = ",\n".join(json.dumps(paper_object(paper), ensure_ascii=False) for paper in papers)
    return f'{{"papers": [\n{lines}\n]}}\n'.encode()


def paper_files(papers: Sequence[CompletePaper]) -> dict[str, bytes]:
    """Each paper's `paper.json`, without the abstract that its page has; and `papers/titles.json`, {slug: title}."""
    files = {PAPER_JSON.format(paper.slug): _to_json(_without_abstract(paper)) for paper in papers}
    return files | {TITLES_JSON: _to_json({paper.slug: paper.title for paper in papers})}


def _without_abstract(paper: CompletePaper) -> dict[str, Any]:
    return {key: value for key, value in paper_object(paper).items() if key != "abstract"}


def _to_json(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False) + "\n").encode()


def paper_object(complete: CompletePaper) -> dict[str, Any]:
    """One paper as the contract has it; spans count code points of the repaired text."""
    paper = complete.paper
    facts = {
        "abstract": complete.abstract or None,
        "arxiv": paper.arxiv,
        "authors": list(paper.authors) or None,
        "author_count": paper.author_count,
        "organisation": paper.organisation,
        "published": str(paper.published) if paper.published else None,
        "venue": paper.venue,
        "votes": paper.votes,
    }
    return {
        "slug": complete.slug,
        "url": complete.url,
        "title": complete.title,
        "summary": complete.summary,
        "summary_source": complete.summary_source,
        **{key: value for key, value in facts.items() if value is not None},
        "techniques": [_label(label) for label in complete.labels],
        "mentions": [_mention(mention) for mention in complete.mentions],
        "results": [_result(result) for result in complete.results],
        "links": [{"kind": link.kind, "url": link.url} for link in complete.links],
        "seen_in": [{"dump": seen.dump, "line": seen.line, "digest": seen.digest} for seen in paper.seen_in],
        "related": [
            {"slug": related.slug, "techniques": list(related.techniques), "terms": list(related.terms)}
            for related in complete.related
        ],
    }


def _label(label: Label) -> dict[str, Any]:
    return {"slug": label.slug, "source": label.source, "evidence": _evidence(label.evidence)}


def _mention(mention: Mention) -> dict[str, Any]:
    reason = {"ruled_out": mention.ruled_out} if mention.ruled_out else {}
    return {"slug": mention.slug, "evidence": _evidence(mention.evidence), **reason}


def _evidence(evidence: Sequence[Evidence]) -> list[dict[str, Any]]:
    return [asdict(found) for found in evidence]


def _result(result: Result) -> dict[str, Any]:
    high = {"number_hi": result.number_hi} if result.number_hi is not None else {}
    return {
        "value": result.value,
        "number": result.number,
        **high,
        "unit": result.unit,
        "metric": result.metric,
        "baseline": result.baseline,
        "kind": {"slug": result.kind.slug, "name": result.kind.name},
        "quote": result.quote,
        "source": result.source,
    }


def build_json(facts: Mapping[str, Any]) -> bytes:
    """What this build is: read by `check`, and the mark by which a folder is known as a site of ours."""
    return (json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
