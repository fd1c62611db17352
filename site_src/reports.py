"""What a command says at its end, for a person."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from site_src.errors import Problem, shorten, tell_all
from site_src.models import Dump, Scores
from site_src.outcomes import Built, Import, Outcome
from site_src.scores import Figures, mean_figures, score_figures

_SHOWN_PAPERS = 20  # of each outcome
_SHOWN_ENTRIES = 5  # of each paper


def warnings_text(problems: Iterable[Problem]) -> str:
    """One line a warning, in order of place; a long list is cut and says so."""
    return "".join(f"{line}\n" for line in tell_all(problems, "warning: "))


# ---- what an import comes to

# What becomes of papers, and how it is told.
_OUTCOMES = {
    "new": "new",
    "extended": "extended: their pages gain what these dumps know",
    "merged": "merged: named more than once",
    "retitled": "recognised under another title",
    "listed_only": "listed only: without an abstract they are found and linked, not labelled",
    "removed": "removed: they stay so",
}


def import_summary(imported: Import, folder: str, seconds: float, *, dry: bool = False) -> str:
    """Accounts for every line or record of every dump, and for every paper; a long list of names is cut and says so."""
    rows = [_dump_row(dump) for dump in imported.dumps]
    for kind, told in _OUTCOMES.items():
        rows += _named(told, [_outcome_row(outcome, kind) for outcome in getattr(imported, kind)])
    rows += _named(
        "likely twins", [f"{twins.one.slug} and {twins.other.slug}: {twins.reason}" for twins in imported.twins]
    )
    entries = sum(len(dump.entries) for dump in imported.dumps)
    papers = len(imported.outcomes)
    merged = f"{plural(entries, 'entry', 'entries')} of {plural(papers, 'paper')}"
    pages = f"{len(imported.new)} new, {len(imported.extended)} extended, {len(imported.unchanged)} unchanged"
    pages += f", {len(imported.removed)} removed" if imported.removed else ""
    where = "a dry run: nothing was written" if dry else f"pages are in {folder}"
    end = f"{plural(len(set(imported.problems)), 'warning')}; {where}; {seconds:.1f} s"
    return "\n".join([*rows, f"{merged} ({entries - papers} merged): {pages}", end])


def _dump_row(dump: Dump) -> str:
    kinds = ", ".join(f"{count} {kind}" for kind, count in dump.counts.items() if count)
    counted = plural(sum(dump.counts.values()), dump.counted)
    return f"{dump.name}: {dump.form}, {counted} ({kinds}), {plural(len(dump.entries), 'entry', 'entries')}"


def _named(told: str, rows: Sequence[str]) -> list[str]:
    more = [f"  … and {len(rows) - _SHOWN_PAPERS} more; --json names all"] if len(rows) > _SHOWN_PAPERS else []
    return [f"{told} ({len(rows)})", *(f"  {row}" for row in rows[:_SHOWN_PAPERS]), *more] if rows else []


def _outcome_row(outcome: Outcome, kind: str) -> str:
    paper = outcome.paper
    title = shorten(paper.title)
    match kind:
        case "merged":
            return f"{paper.slug}: {_listed([str(entry.place) for entry in outcome.entries])}"
        case "retitled":
            titles = [f"'{shorten(entry.title)}'" for entry in outcome.entries if entry.retitled]
            return f"{paper.slug}, '{title}': {_listed(titles)}"
        case "removed":
            return f"{paper.slug}: {shorten(paper.removed or '')}"
        case _:
            return f"{paper.slug}: {title}"


def _listed(told: Sequence[str]) -> str:
    more = [f"… and {len(told) - _SHOWN_ENTRIES} more"] if len(told) > _SHOWN_ENTRIES else []
    return ", ".join([*told[:_SHOWN_ENTRIES], *more])


def import_json(imported: Import, *, dry: bool) -> str:
    """The same for programs: every dump, paper and warning; `written` says whether pages are."""
    report = {
        "written": not dry,
        "dumps": [_dump_object(dump) for dump in imported.dumps],
        **{
            kind: [_outcome_object(outcome) for outcome in getattr(imported, kind)]
            for kind in (*_OUTCOMES, "unchanged")
        },
        "twins": [{"slugs": [twins.one.slug, twins.other.slug], "reason": twins.reason} for twins in imported.twins],
        "warnings": [_problem_object(problem) for problem in sorted(set(imported.problems))],
    }
    return json.dumps(report, ensure_ascii=False, indent=1)


def _dump_object(dump: Dump) -> dict[str, object]:
    facts = {"file": dump.name, "form": dump.form, "counted": f"{dump.counted}s", "counts": dict(dump.counts)}
    return {**facts, "entries": len(dump.entries)}


def _outcome_object(outcome: Outcome) -> dict[str, object]:
    entries = [
        {"file": entry.place.file, "line": entry.place.line, "title": entry.title, "recognised_by": entry.by}
        for entry in outcome.entries
    ]
    return {"slug": outcome.paper.slug, "title": outcome.paper.title, "entries": entries}


def _problem_object(problem: Problem) -> dict[str, object]:
    return {"file": problem.place.file, "line": problem.place.line, "seen": problem.seen, "cure": problem.cure}


# ---- what other commands come to


def site_summary(built: Built, out: str, seconds: float) -> str:
    """What the site holds, where it is, and how long it took."""
    site = built.site
    labelled = Counter(bool(paper.labels) for paper in site.papers)[True]
    size = sum(map(len, built.files.values())) / 1e6
    filed = f"{plural(len(site.papers), 'paper')} ({labelled} filed under {plural(len(site.taxonomy), 'technique')})"
    rest = f"{plural(len(site.digests), 'digest')}, {plural(len(set(built.problems)), 'warning')}"
    where = f"{plural(len(built.files), 'file')}, {size:.1f} MB, in {out} for {site.config.base_url}"
    return f"{filed}, {rest}\n{where}; {seconds:.1f} s"


def score_summary(scores: Scores, before: Scores | None, path: str, seconds: float) -> str:
    """Each technique's figures in %, all together, those kept before, where they are kept, and how long it took."""
    width = max((len(score.technique) for score in scores.techniques), default=0)
    rows = [
        f"{score.technique:{width}} {score.right:4} right {len(score.wrong):3} wrong {len(score.missed):3} missed"
        f" {_percents(score_figures(score))}"
        for score in scores.techniques
    ]
    kept = [f"before, on {_totals(before)}"] if before else []
    return "\n".join([*rows, _totals(scores), *kept, f"written to {path}; {seconds:.1f} s"])


def _totals(scores: Scores) -> str:
    micro, macro = score_figures(*scores.techniques), mean_figures(scores.techniques)
    measured = f"{plural(scores.pages, 'page')} in {plural(len(scores.dumps), 'dump')}"
    return f"{measured}: all labels (micro) {_percents(micro)}; mean of techniques (macro) {_percents(macro)}"


def _percents(figures: Figures) -> str:
    named = (("precision", figures.precision), ("recall", figures.recall), ("F1", figures.f1))
    return ", ".join(f"{name} {'–' if figure is None else f'{100 * figure:.1f}'}" for name, figure in named)


def plural(count: int, one: str, many: str | None = None) -> str:
    """`1 paper`, `2 papers`."""
    return f"{count} {one if count == 1 else many or one + 's'}"
