"""`rename`: a page gets another address."""

import argparse

from site_src.commands.curate import carry_out, read_pages
from site_src.curation import plan_rename


def run(options: argparse.Namespace) -> int:
    """Writes the page under its new name, and deletes the old."""
    change = plan_rename(read_pages(options.content), options.page, options.name)
    carry_out(change)
    (page,), (old,) = change.texts, change.deleted
    print(f"{old} is {page} now, and its old address leads there")
    return 0
