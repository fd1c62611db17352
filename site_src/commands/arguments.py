"""What each command may be told. Nothing large is imported here; `command` names the module that runs it."""

import argparse
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from site_src import __version__
from site_src.assets import SETS

_AddCommand = Callable[..., argparse.ArgumentParser]


def make_parser(content: Path) -> argparse.ArgumentParser:
    """Parses to options with `command` set; `content` is the folder meant where none is named."""
    parser = argparse.ArgumentParser(description="Distillate: digest dumps in, a static site out.")
    parser.add_argument("--version", action="version", version=f"distillate {__version__}")
    add = parser.add_subparsers(required=True, metavar="COMMAND").add_parser
    _add_init(add)
    _add_import(add, content)
    _add_site(add, content)
    _add_score(add, content)
    _add_check(add, content)
    _add_serve(add)
    return parser


def _add_init(add: _AddCommand) -> None:
    command = add("init", help="write a digest to start from")
    command.add_argument("folder", type=Path, metavar="DIR", help="where: a new folder, or one without a content/")
    command.add_argument("--techniques", choices=sorted(SETS), metavar="NAME", help=f"as well: {', '.join(SETS)}")
    command.set_defaults(command="init")


def _add_import(add: _AddCommand, content: Path) -> None:
    command = add("import", help="write or extend content/papers from dumps")
    command.add_argument("dumps", nargs="+", type=Path, metavar="DUMP", help="a dump, or a folder of dumps")
    command.add_argument("--content", type=Path, default=content, metavar="DIR", help="where pages are kept")
    command.add_argument("--no-abstracts", action="store_true", help="leave the authors' text out of the pages")
    command.set_defaults(command="imports")


def _add_site(add: _AddCommand, content: Path) -> None:
    command = add("site", help="build the site")
    command.add_argument("--content", type=Path, default=content, metavar="DIR", help="what the site says")
    command.add_argument("--dumps", nargs="+", type=Path, default=[], metavar="PATH", help="dumps to lay over it")
    command.add_argument("--no-pages", action="store_true", help="leave out content/papers: derive everything")
    command.add_argument("--out", type=Path, default=Path("_site"), metavar="DIR", help="where the site goes")
    command.add_argument("--base-url", type=_address, metavar="URL", help="where it will be served")
    command.add_argument("--repository", type=_address, metavar="URL", help="where its source is, for correction links")
    command.set_defaults(command="site")


def _address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
        message = f"'{text}' is no web address; expected e.g. https://example.org/digest/"
        raise argparse.ArgumentTypeError(message)
    return text.rstrip("/") + "/"


def _add_score(add: _AddCommand, content: Path) -> None:
    command = add("score", help="measure derived labels against those that pages state")
    command.add_argument("--content", type=Path, default=content, metavar="DIR", help="what the pages state")
    command.add_argument("--dumps", nargs="+", type=Path, required=True, metavar="PATH", help="dumps to derive from")
    command.set_defaults(command="score")


def _add_check(add: _AddCommand, content: Path) -> None:
    command = add("check", help="look for faults in a built site, or in what it is built from")
    command.add_argument("--out", type=Path, default=Path("_site"), metavar="DIR", help="the built site")
    command.add_argument(
        "--content", type=Path, nargs="?", const=content, metavar="DIR", help="check this content instead"
    )
    command.set_defaults(command="check")


def _add_serve(add: _AddCommand) -> None:
    command = add("serve", help="serve a built site on this computer")
    command.add_argument("--out", type=Path, default=Path("_site"), metavar="DIR", help="the built site")
    command.add_argument(
        "--port", type=int, choices=range(65536), metavar="N", default=8000, help="the port (0: any free one)"
    )
    command.set_defaults(command="serve")
