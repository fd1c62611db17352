"""The figures as tables of text."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from bench.browser import Answers, First, percentile
from bench.judgements import Query, judge

OURS = "Distillate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one engine costs on one corpus.

    `first` and `slow` are the first query over a fast and a slow line (None: not tried), `answers` those to whole
    queries, `keys` those to titles as they are typed, `titles` the share of these with the title in the first five;
    `stall` is in ms.
    """

    name: str
    first: First
    slow: First | None
    answers: Answers
    keys: Answers
    stall: float
    titles: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """A figure of an engine, None where it has none; `meaning` stands under the table."""

    name: str
    meaning: str
    read: Callable[[Measured], float | None]
    digits: int = 0
    has_ratio: bool = True


_COLUMNS = (
    _Column(
        name="first kB",
        meaning="thousands of bytes asked for from opening the search page with a query until its results stand",
        read=lambda m: m.first.size / 1000,
    ),
    _Column(name="requests", meaning="how many, till then", read=lambda m: m.first.requests),
    _Column(name="first ms", meaning="how long that takes with nothing kept", read=lambda m: m.first.ms),
    _Column(
        name="slow line ms",
        meaning="the same where an answer takes 100 ms to begin and 4 Mbit/s follow; left out above 2 MB",
        read=lambda m: m.slow.ms if m.slow else None,
    ),
    _Column(
        name="query ms",
        meaning="from a whole query in the box to its results in the page, with what it fetches; median",
        read=lambda m: median(m.answers.times),
        digits=1,
    ),
    _Column(name="p95", meaning="of the same", read=lambda m: percentile(m.answers.times, 95), digits=1),
    _Column(
        name="key ms",
        meaning="the same for titles being typed; median",
        read=lambda m: median(m.keys.times),
        digits=1,
    ),
    _Column(name="p95 ", meaning="of the same", read=lambda m: percentile(m.keys.times, 95), digits=1),
    _Column(
        name="worker p95",
        meaning="ms of a whole query inside our worker, told by the worker itself",
        read=lambda m: percentile(m.answers.worker_times, 95) if m.answers.worker_times else None,
        digits=1,
        has_ratio=False,
    ),
    _Column(
        name="stall ms",
        meaning="longest task of the page's own thread, loading included, on a processor made 4 times slower",
        read=lambda m: m.stall,
    ),
    _Column(
        name="titles %",
        meaning="keystrokes after the third at which the title being typed is among the first five",
        read=lambda m: 100 * m.titles,
        digits=1,
        has_ratio=False,
    ),
)


def format_speed(papers: int, measured: Sequence[Measured], *, is_real: bool, load: tuple[float, float]) -> str:
    """A table of what the engines cost, and one of how many times our own figures they are."""
    kind = "papers of content/" if is_real else "invented papers"
    ours = next(each for each in measured if each.name == OURS)
    peers = [each for each in measured if each.name != OURS]
    names = [column.name for column in _COLUMNS]
    rows = [[each.name, *(_number(column.read(each), column.digits) for column in _COLUMNS)] for each in measured]
    ratios = [[f"{each.name} / ours", *(_ratio(column, each, ours) for column in _COLUMNS)] for each in peers]
    meanings = [f"{column.name.strip()}: {column.meaning}" for column in _COLUMNS]
    head = f"## {papers:,} {kind} (load of the computer {load[0]:.1f} before, {load[1]:.1f} after)\n"
    return "\n".join((head, *_lines([["", *names], *rows, *ratios]), "", *meanings, ""))


def format_titles(found: Mapping[str, int]) -> str:
    """A sentence on what bench/js/ours.js found."""
    share = found["seen"] / found["keys"]
    typed = f"{OURS}, all {found['titles']:,} titles typed, {found['keys']:,} keystrokes"
    return f"{typed}: the title is in the top 5 at {share:.1%}\n"


def format_quality(queries: Sequence[Query], measured: Sequence[Measured]) -> str:
    """For each set of judged queries a table: nDCG@10 of all, first hit relevant, nothing found, nDCG@10 by kind."""
    names = dict.fromkeys(query.set for query in queries)
    return "\n".join(line for name in names for line in _set(name, queries, measured))


def _set(name: str, queries: Sequence[Query], measured: Sequence[Measured]) -> Iterator[str]:
    chosen = [place for place, query in enumerate(queries) if query.set == name]
    kinds = dict.fromkeys(queries[place].kind for place in chosen)
    yield f"## {len(chosen)} judged queries, {name}: nDCG@10\n"
    rows = [["", "all", "success@1", "empty", *kinds]]
    for each in measured:
        whole = judge([queries[place] for place in chosen], [each.answers.orders[place] for place in chosen])
        of_kinds = []
        for kind in kinds:
            same = [place for place in chosen if queries[place].kind == kind]
            of_kinds.append(judge([queries[place] for place in same], [each.answers.orders[place] for place in same]))
        shares = (f"{whole.success:.0%}", f"{whole.empty:.0%}")
        rows.append([each.name, f"{whole.ndcg:.3f}", *shares, *(f"{quality.ndcg:.2f}" for quality in of_kinds)])
    yield from _lines(rows)
    yield ""


def _number(value: float | None, digits: int) -> str:
    return "–" if value is None else f"{value:,.{digits}f}"


def _ratio(column: _Column, peer: Measured, ours: Measured) -> str:
    one, other = column.read(peer), column.read(ours)
    return f"× {one / other:.2f}" if column.has_ratio and one is not None and other else ""


def _lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows with their columns aligned, the first of them to the left."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        first, *others = (cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join((first.strip().ljust(widths[0]), *others)).rstrip()
