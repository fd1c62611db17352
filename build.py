"""The command line: arguments in, messages out; what is done is in site_src/pipeline.py.

Exit codes: 0 done (perhaps with warnings), 1 a check found something, 2 the input or the arguments cannot be used.
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from site_src.bundle import bundle_static
from site_src.checks import check_site, publishing_advice
from site_src.content import SCORES, read_content
from site_src.errors import InputError
from site_src.files import (
    MARKER,
    check_replaceable,
    read_static,
    read_tree,
    tidy_pages,
    write_pages,
    write_tree,
)
from site_src.pipeline import build_site, import_dumps, score_labels
from site_src.reports import import_summary, score_summary, site_summary, warnings_text
from site_src.scores import format_scores
from site_src.serve import make_server

ROOT = Path(__file__).resolve().parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.command(options))
    except InputError as error:
        print(error, file=sys.stderr)
        print("nothing was written", file=sys.stderr)
        return 2
    except OSError as error:
        print(
            f"{error.filename or 'the system'}: {error.strerror or error}; name another path or port", file=sys.stderr
        )
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build.py", description="Distillate: digest dumps in, a static site out.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    command = commands.add_parser("import", help="write or extend content/papers from dumps")
    command.add_argument("dumps", nargs="+", type=Path, metavar="DUMP", help="a dump, or a folder of .txt dumps")
    command.add_argument("--content", type=Path, default=ROOT / "content", metavar="DIR", help="where pages are kept")
    command.add_argument("--no-abstracts", action="store_true", help="leave the authors' text out of the pages")
    command.set_defaults(command=_import)

    _add_site(commands)

    command = commands.add_parser("score", help="measure derived labels against those that pages state")
    command.add_argument("--content", type=Path, default=ROOT / "content", metavar="DIR", help="what the pages state")
    command.add_argument("--dumps", nargs="+", type=Path, required=True, metavar="PATH", help="dumps to derive from")
    command.set_defaults(command=_score)

    command = commands.add_parser("check", help="look for dead links and other faults in a built site")
    command.add_argument("--out", type=Path, default=Path("_site"), metavar="DIR", help="the built site")
    command.set_defaults(command=_check)

    command = commands.add_parser("serve", help="serve a built site on this computer")
    command.add_argument("--out", type=Path, default=Path("_site"), metavar="DIR", help="the built site")
    command.add_argument(
        "--port", type=int, choices=range(65536), metavar="N", default=8000, help="the port (0: any free one)"
    )
    command.set_defaults(command=_serve)
    return parser


def _add_site(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("site", help="build the site")
    command.add_argument("--content", type=Path, default=ROOT / "content", metavar="DIR", help="what the site says")
    command.add_argument("--dumps", nargs="+", type=Path, default=[], metavar="PATH", help="dumps to lay over it")
    command.add_argument("--no-pages", action="store_true", help="leave out content/papers: derive everything")
    command.add_argument("--out", type=Path, default=Path("_site"), metavar="DIR", help="where the site goes")
    command.add_argument("--base-url", type=_address, metavar="URL", help="where it will be served")
    command.add_argument("--repository", type=_address, metavar="URL", help="where its source is, for correction links")
    command.set_defaults(command=_site)


def _address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
        message = f"'{text}' is no web address; expected e.g. https://example.org/digest/"
        raise argparse.ArgumentTypeError(message)
    return text.rstrip("/") + "/"


class _Progress:
    """Says on the error stream what is being done, and at the end how long it took."""

    def __init__(self) -> None:
        self._start = time.perf_counter()

    def __call__(self, step: str) -> None:
        print(f"{self.seconds():6.2f}s  {step}", file=sys.stderr, flush=True)

    def seconds(self) -> float:
        return time.perf_counter() - self._start


def _import(options: argparse.Namespace) -> int:
    progress = _Progress()
    folder = options.content / "papers"
    tidy_pages(folder)
    content = read_content(options.content)
    imported = import_dumps(content, options.dumps, with_abstracts=not options.no_abstracts, report=progress)
    write_pages(folder, imported.pages)
    print(warnings_text(imported.problems), end="", file=sys.stderr)
    print(import_summary(imported, str(folder), progress.seconds()))
    return 0


def _site(options: argparse.Namespace) -> int:
    progress = _Progress()
    check_replaceable(options.out)
    progress("reading content")
    built = build_site(
        read_content(options.content, with_papers=not options.no_pages),
        dumps=options.dumps,
        templates=ROOT / "templates",
        static=read_static(ROOT) | bundle_static(ROOT),
        base_url=options.base_url,
        repository=options.repository,
        report=progress,
    )
    progress("writing")
    write_tree(options.out, built.files)
    print(warnings_text(built.problems), end="", file=sys.stderr)
    print(site_summary(built, str(options.out), progress.seconds()))
    return 0


def _score(options: argparse.Namespace) -> int:
    progress = _Progress()
    content = read_content(options.content)
    scores, problems = score_labels(content, options.dumps, report=progress)
    write_pages(options.content, {SCORES: format_scores(scores)})
    print(warnings_text(problems), end="", file=sys.stderr)
    print(score_summary(scores, str(options.content / SCORES), progress.seconds()))
    return 0


def _check(options: argparse.Namespace) -> int:
    files = read_tree(options.out)
    build = json.loads(files.get(MARKER, b"{}"))
    if "base_url" not in build:
        print(f"{options.out}: no site of ours (no {MARKER}); run 'make build' first", file=sys.stderr)
        return 2
    problems = sorted(check_site(files, build["base_url"]))
    print(*problems, sep="\n", end="\n" if problems else "", file=sys.stderr)
    print(*(f"note: {advice}" for advice in publishing_advice(build)), sep="\n")
    print(f"{len(files)} files checked, {len(problems)} problems")
    return 1 if problems else 0


def _serve(options: argparse.Namespace) -> int:
    base_url = json.loads(read_tree(options.out).get(MARKER, b"{}")).get("base_url", "/")
    with make_server(options.out, base_url, options.port) as server:
        print(f"http://localhost:{server.server_port}{urlsplit(base_url).path}  (Ctrl+C stops)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
