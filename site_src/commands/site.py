"""`site`: the site of a folder of content."""

import argparse
import sys

from site_src.assets import static_files, templates_folder
from site_src.commands.progress import Progress
from site_src.content import read_content
from site_src.files import check_replaceable, write_tree
from site_src.pipeline import build_site
from site_src.reports import site_summary, warnings_text


def run(options: argparse.Namespace) -> int:
    """Builds, checks and writes it in one move."""
    progress = Progress()
    check_replaceable(options.out)
    progress("reading content")
    built = build_site(
        read_content(options.content, with_papers=not options.no_pages),
        dumps=options.dumps,
        templates=templates_folder(),
        static=static_files(),
        base_url=options.base_url,
        repository=options.repository,
        report=progress,
    )
    progress("writing")
    write_tree(options.out, built.files)
    print(warnings_text(built.problems), end="", file=sys.stderr)
    print(site_summary(built, str(options.out), progress.seconds()))
    return 0
