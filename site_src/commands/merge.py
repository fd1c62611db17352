"""`merge`: two pages of one paper become one."""

import argparse
import sys

from site_src.commands.curate import carry_out, read_pages
from site_src.curation import plan_merge
from site_src.reports import warnings_text


def run(options: argparse.Namespace) -> int:
    """Writes the one page, deletes the other, and names what is not kept of it."""
    change = plan_merge(read_pages(options.content), options.page, options.other)
    carry_out(change)
    print(warnings_text(change.problems), end="", file=sys.stderr)
    (page,), (other,) = change.texts, change.deleted
    print(f"{other} is merged into {page}, and its address leads there")
    return 0
