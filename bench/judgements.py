"""Judged queries, and how good an order of papers is by them.

`queries.jsonl` holds our own judgements of what a reader would want, by slug: 2 is what was asked for, 1 is worth a
look. The set "tuned" was looked at while the ranking was tuned; the set "held out" was not, so believe that one.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Literal

QUERIES = Path(__file__).with_name("queries.jsonl")
_SHOWN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is typed, of which kind it is, and the grade of each paper worth finding."""

    set: Literal["tuned", "held out"]
    kind: str
    query: str
    relevant: Mapping[str, int]


def read_queries(path: Path = QUERIES) -> tuple[Query, ...]:
    """All judged queries, in the file's order."""
    return tuple(Query(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines())


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """Means over some queries, each 0 to 1: nDCG@10, the first hit is relevant, there is no hit."""

    queries: int
    ndcg: float
    success: float
    empty: float


def judge(queries: Sequence[Query], orders: Sequence[Sequence[str]]) -> Quality:
    """How good the orders of slugs are, one for each of at least one query."""
    pairs = [*zip(queries, orders, strict=True)]
    return Quality(
        queries=len(pairs),
        ndcg=fmean(ndcg(order, query.relevant) for query, order in pairs),
        success=fmean(bool(order) and order[0] in query.relevant for query, order in pairs),
        empty=fmean(not order for _, order in pairs),
    )


def ndcg(order: Sequence[str], relevant: Mapping[str, int]) -> float:
    """Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002); a gain is 2^grade - 1."""
    best = _gain(sorted(relevant.values(), reverse=True))
    return _gain([relevant.get(slug, 0) for slug in order]) / best if best else 0.0


def _gain(grades: Sequence[int]) -> float:
    return sum(((1 << grade) - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:_SHOWN]))
