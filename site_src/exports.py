"""`api/papers.json` and each paper's `paper.json`: the public contract, described by the JSON Schema in `api/`."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import Field, asdict, fields
from typing import Any, get_args, get_origin, get_type_hints

from site_src.contract import PAPER_JSON, TITLES_JSON
from site_src.forms import Form
from site_src.models import CompletePaper, Evidence, Facts, Label, Mention, PartialDate, Result, SeenIn, Source

# Facts that the contract has repaired or completed, and those that only importing needs.
_NOT_PLAIN = {
    "title",
    "techniques",
    "results",
    "links",
    "seen_in",
    "aliases",
    "redirect_from",
    "distinct_from",
    "removed",
}


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
    stated = {fact.name: getattr(paper, fact.name) for fact in plain_facts()}
    return {
        "slug": complete.slug,
        "url": complete.url,
        "title": complete.title,
        "summary": complete.summary,
        "summary_source": complete.summary_source,
        **({"abstract": complete.abstract} if complete.abstract else {}),
        **{name: _plain(fact) for name, fact in stated.items() if fact not in {None, ()}},
        "techniques": [_label(label) for label in complete.labels],
        "techniques_source": _source(paper.techniques),
        "mentions": [_mention(mention) for mention in complete.mentions],
        "results": [_result(result) for result in complete.results],
        "results_source": _source(paper.results),
        "links": [
            {"kind": link.kind, "url": link.url, "source": "page" if link in paper.links else "derived"}
            for link in complete.links
        ],
        "seen_in": [_seen(seen) for seen in paper.seen_in],
        "related": [
            {"slug": related.slug, "techniques": list(related.techniques), "terms": list(related.terms)}
            for related in complete.related
        ],
    }


def _source(stated: object) -> Source:
    """Whose the list is; an empty one as well."""
    return "derived" if stated is None else "page"


def _seen(seen: SeenIn) -> dict[str, Any]:
    return {"dump": seen.dump, "line": seen.line, **({"digest": seen.digest} if seen.digest else {})}


def plain_facts() -> Iterator[Field[Any]]:
    """Those that the contract has as pages state them, and leaves out where they do not."""
    return (fact for fact in fields(Facts) if fact.name not in _NOT_PLAIN)


def _plain(fact: object) -> object:
    match fact:
        case PartialDate():
            return str(fact)
        case tuple():
            return list(fact)
        case _:
            return fact


def fact_schemas() -> dict[str, Mapping[str, Any]]:
    """The JSON Schema of each plain fact, by its name."""
    types = get_type_hints(Facts, include_extras=True)
    return {fact.name: _schema(types[fact.name]) for fact in plain_facts()}


def _schema(kind: Any) -> Mapping[str, Any]:  # noqa: ANN401  a type as a field has it
    """Of a form, of a list of it, which is never empty, and of either or None: what is not known is left out."""
    if forms := [form for form in getattr(kind, "__metadata__", ()) if isinstance(form, Form)]:
        return forms[-1].schema
    inner = _schema(get_args(kind)[0])
    return {"type": "array", "minItems": 1, "items": inner} if get_origin(kind) is tuple else inner


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
