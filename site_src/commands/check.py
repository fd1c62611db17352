"""`check`: what is wrong with a built site, or with the content it is built from."""

import argparse
import sys
from pathlib import Path

from site_src.checks import check_site, publishing_advice
from site_src.content_checks import find_problems, read_sources
from site_src.files import MARKER, read_mark, read_tree
from site_src.reports import plural


def run(options: argparse.Namespace) -> int:
    """1 where anything is wrong; advice on publishing does not count."""
    return _check_content(options.content) if options.content else _check_site(options.out)


def _check_content(folder: Path) -> int:
    sources = read_sources(folder)
    problems = find_problems(folder, sources)
    print(*problems, sep="\n", end="\n" if problems else "", file=sys.stderr)
    print(f"{plural(len(sources.texts), 'file')} of {folder} checked, {plural(len(problems), 'problem')}")
    return 1 if problems else 0


def _check_site(folder: Path) -> int:
    files = read_tree(folder)
    build = read_mark(files.get(MARKER, b""))
    if not isinstance(build.get("base_url"), str):
        seen = f"no site of ours (it has no {MARKER} that says so)"
        print(f"{folder}: {seen}; build the site first, or name another", file=sys.stderr)
        return 2
    problems = sorted(check_site(files, build["base_url"]))
    print(*problems, sep="\n", end="\n" if problems else "", file=sys.stderr)
    print(*(f"note: {advice}" for advice in publishing_advice(build)), sep="\n")
    print(f"{plural(len(files), 'file')} checked, {plural(len(problems), 'problem')}")
    return 1 if problems else 0
