"""`init`: a digest to start from."""

import argparse

from site_src.files import write_new
from site_src.starter import plan_digest


def run(options: argparse.Namespace) -> int:
    """Writes it where there is no digest yet, and says what to do next."""
    planned = plan_digest(options.techniques)
    write_new(options.folder, planned.files, absent=["content"])
    print(f"{len(planned.files)} files written to {options.folder}; README.md there says what to do with them")
    for note in planned.notes:
        print(f"note: {note}")
    return 0
