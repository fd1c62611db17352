"""The command line: arguments in, messages out; what is done is in `pipeline`.

Exit codes: 0 done (perhaps with warnings), 1 a check found something, 2 the input or the arguments cannot be used.
"""

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

from site_src.commands.arguments import make_parser
from site_src.errors import InputError


def main(arguments: Sequence[str] | None = None, *, content: Path = Path("content")) -> int:
    """Runs one command and returns its exit code; `content` is what it works on where the arguments name none."""
    options = make_parser(content).parse_args(arguments)
    # Only now is anything large imported: help must not wait for it.
    command = importlib.import_module(f"site_src.commands.{options.command}")
    try:
        return int(command.run(options))
    except InputError as error:
        print(error, file=sys.stderr)
        print("nothing was written", file=sys.stderr)
        return 2
    except OSError as error:
        print(
            f"{error.filename or 'the system'}: {error.strerror or error}; name another path or port", file=sys.stderr
        )
        return 2
