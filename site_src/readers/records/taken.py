"""What a reader of records has taken so far, and what became of the rest."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from site_src.errors import Place, Problem
from site_src.models import Dump, Entry

PAPERS, UNTITLED, OTHERS = "papers", "without a title", "attachments and notes"


@dataclass(frozen=True, slots=True)
class Taken:
    """Entries, and what became of each record."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def leave_out(self, place: Place, seen: str) -> None:
        """Says that a record is no entry."""
        self.problems.append(Problem(place, seen, "the record is left out"))
        self.counts[UNTITLED] += 1

    def leave_aside(self) -> None:
        """Counts what hangs on a paper and is none."""
        self.counts[OTHERS] += 1

    def take(self, entry: Entry, problems: Iterable[Problem]) -> None:
        """Keeps an entry with its warnings."""
        self.entries.append(entry)
        self.problems.extend(problems)
        self.counts[PAPERS] += 1

    def as_dump(self, name: str, form: str) -> Dump:
        """The dump, whose date is the day that all entries which have one have in common; then they have none."""
        days = {entry.date for entry in self.entries if entry.date}
        date = days.pop() if len(days) == 1 else None
        entries = tuple(replace(entry, date=None) if date else entry for entry in self.entries)
        return Dump(
            name=name,
            form=form,
            date=date,
            printed_date=str(date) if date else "",
            date_line=entries[0].line if date else 0,
            entries=entries,
            counts={kind: self.counts[kind] for kind in (PAPERS, UNTITLED, OTHERS)},
            counted="record",
            problems=tuple(self.problems),
        )
