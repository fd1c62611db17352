"""`remove`: a paper goes, and no dump brings it back."""

import argparse

from site_src.commands.curate import carry_out, read_pages
from site_src.curation import plan_remove


def run(options: argparse.Namespace) -> int:
    """Leaves of the page what its paper is recognised by, and why it was removed."""
    change = plan_remove(read_pages(options.content), options.page, options.reason)
    carry_out(change)
    (page,) = change.texts
    print(f"{page} keeps the paper from coming back, and its address says why it is gone; delete the file to undo that")
    return 0
