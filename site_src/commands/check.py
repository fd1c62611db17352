"""`check`: what is wrong with a built site."""

import argparse
import json
import sys

from site_src.checks import check_site, publishing_advice
from site_src.files import MARKER, read_tree


def run(options: argparse.Namespace) -> int:
    """1 where anything is wrong; advice on publishing does not count."""
    files = read_tree(options.out)
    build = json.loads(files.get(MARKER, b"{}"))
    if "base_url" not in build:
        print(f"{options.out}: no site of ours (no {MARKER}); build the site first, or name another", file=sys.stderr)
        return 2
    problems = sorted(check_site(files, build["base_url"]))
    print(*problems, sep="\n", end="\n" if problems else "", file=sys.stderr)
    print(*(f"note: {advice}" for advice in publishing_advice(build)), sep="\n")
    print(f"{len(files)} files checked, {len(problems)} problems")
    return 1 if problems else 0
