"""Citation → an item of CSL-JSON 1.0, which citation processors and Zotero read."""

import json
from typing import Any

from site_src.citations.facts import Citation
from site_src.citations.names import split_name
from site_src.dates import PartialDate

_TYPES = {"paper": "article", "conference": "paper-conference", "journal": "article-journal"}


def format_csl(citation: Citation) -> str:
    """The item as JSON, one fact a line, without the list it stands in and without a line break at its end."""
    facts = (f" {_json(name)}: {_json(fact)}" for name, fact in csl_item(citation).items())
    return "{\n" + ",\n".join(facts) + "\n}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def csl_item(citation: Citation) -> dict[str, Any]:
    """The item; what is not known is left out."""
    facts = {
        "author": [_name(author) for author in citation.authors],
        "container-title": citation.container,
        "issued": {"date-parts": [_date_parts(citation.date)]} if citation.date else None,
        **{name: value for identifier in citation.identifiers for name, value in identifier.csl.items()},
        "note": citation.seen_at,
    }
    names = {"id": citation.key, "type": _TYPES[citation.kind], "title": citation.title}
    addresses = {"URL": citation.url, "source": citation.source}
    return names | {name: fact for name, fact in (facts | addresses).items() if fact}


def _name(printed: str) -> dict[str, str]:
    """The particle is in the family name: Zotero reads no other."""
    name = split_name(printed)
    if not name.given:
        return {"literal": printed}
    suffix = {"suffix": name.suffix} if name.suffix else {}
    return {"family": name.whole_family, "given": name.given, **suffix}


def _date_parts(date: PartialDate) -> list[int]:
    return [part for part in (date.year, date.month, date.day) if part]
