"""`import`: pages of papers from dumps."""

import argparse
import sys

from site_src.commands.progress import Progress
from site_src.content import read_content
from site_src.files import tidy_pages, write_pages
from site_src.pipeline import import_dumps
from site_src.reports import import_summary, warnings_text


def run(options: argparse.Namespace) -> int:
    """Writes what is new and accounts for every line."""
    progress = Progress()
    folder = options.content / "papers"
    tidy_pages(folder)
    content = read_content(options.content)
    imported = import_dumps(content, options.dumps, with_abstracts=not options.no_abstracts, report=progress)
    write_pages(folder, imported.pages)
    print(warnings_text(imported.problems), end="", file=sys.stderr)
    print(import_summary(imported, str(folder), progress.seconds()))
    return 0
