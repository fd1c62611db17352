"""`import`: pages of papers from dumps."""

import argparse
import sys

from site_src.commands.progress import Progress
from site_src.content import read_content
from site_src.files import tidy_pages, write_pages
from site_src.pipeline import import_dumps
from site_src.reports import import_json, import_summary, warnings_text


def run(options: argparse.Namespace) -> int:
    """Writes what is new and accounts for every line; with `--dry-run` only says what it would write."""
    progress = Progress()
    folder = options.content / "papers"
    if not options.dry_run:
        tidy_pages(folder)
    imported = import_dumps(
        read_content(options.content),
        options.dumps,
        form=options.format,
        with_abstracts=not options.no_abstracts,
        report=progress,
    )
    if not options.dry_run:
        write_pages(folder, imported.pages)
    print(warnings_text(imported.problems), end="", file=sys.stderr)
    if options.json:
        print(import_json(imported, dry=options.dry_run))
    else:
        print(import_summary(imported, str(folder), progress.seconds(), dry=options.dry_run))
    return 0
