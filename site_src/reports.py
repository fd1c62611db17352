"""What a command says at its end, for a person."""

from collections import Counter
from collections.abc import Iterable, Mapping

from site_src.errors import Problem
from site_src.models import Scores
from site_src.outcomes import Built, Import
from site_src.scores import Figures, mean_figures, score_figures

_SHOWN_WARNINGS = 40


def warnings_text(problems: Iterable[Problem]) -> str:
    """One line a warning, in order of place; a long list is cut and says so."""
    lines = [f"warning: {problem}\n" for problem in sorted(set(problems))]
    if len(lines) > _SHOWN_WARNINGS:
        lines[_SHOWN_WARNINGS:] = [f"warning: … and {len(lines) - _SHOWN_WARNINGS} more\n"]
    return "".join(lines)


def import_summary(imported: Import, folder: str, seconds: float) -> str:
    """Accounts for every line of every dump, and for every page."""
    rows = [_dump_row(dump.name, dump.counts, len(dump.entries)) for dump in imported.dumps]
    entries = sum(len(dump.entries) for dump in imported.dumps)
    papers = len(imported.outcomes)
    merged = f"{plural(entries, 'entry', 'entries')} of {plural(papers, 'paper')}"
    pages = f"{len(imported.new)} new, {len(imported.extended)} extended, {len(imported.unchanged)} unchanged"
    pages += f", {len(imported.removed)} removed" if imported.removed else ""
    end = f"{plural(len(set(imported.problems)), 'warning')}; pages are in {folder}; {seconds:.1f} s"
    return "\n".join([*rows, f"{merged} ({entries - papers} merged): {pages}", end])


def _dump_row(name: str, counts: Mapping[str, int], entries: int) -> str:
    kinds = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count)
    return f"{name}: {plural(sum(counts.values()), 'line')} ({kinds}), {plural(entries, 'entry', 'entries')}"


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
