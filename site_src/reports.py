"""What a command says at its end, for a person."""

from collections import Counter
from collections.abc import Iterable, Mapping

from site_src.errors import Problem
from site_src.pipeline import Built, Import

_SHOWN_WARNINGS = 40


def warnings_text(problems: Iterable[Problem]) -> str:
    """One line a warning, in order of place; a long list is cut and says so."""
    lines = [f"warning: {problem}\n" for problem in sorted(set(problems))]
    if len(lines) > _SHOWN_WARNINGS:
        lines[_SHOWN_WARNINGS:] = [f"warning: … and {len(lines) - _SHOWN_WARNINGS} more\n"]
    return "".join(lines)


def import_summary(imported: Import, folder: str, seconds: float) -> str:
    """Accounts for every line of every dump, and for every page."""
    rows = [_dump_row(dump.name, dump.line_counts, len(dump.entries)) for dump in imported.dumps]
    entries = sum(len(dump.entries) for dump in imported.dumps)
    extended = len(imported.pages) - imported.fresh
    unchanged = imported.papers - len(imported.pages)
    merged = f"{plural(entries, 'entry', 'entries')} of {plural(imported.papers, 'paper')}"
    pages = f"{imported.fresh} new, {extended} extended, {unchanged} unchanged"
    end = f"{plural(len(set(imported.problems)), 'warning')}; pages are in {folder}; {seconds:.1f} s"
    return "\n".join([*rows, f"{merged} ({entries - imported.papers} merged): {pages}", end])


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


def plural(count: int, one: str, many: str | None = None) -> str:
    """`1 paper`, `2 papers`."""
    return f"{count} {one if count == 1 else many or one + 's'}"
