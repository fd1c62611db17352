"""`serve`: a built site on this computer."""

import argparse
from urllib.parse import urlsplit

from site_src.files import MARKER, read_mark, read_tree
from site_src.serve import make_server


def run(options: argparse.Namespace) -> int:
    """Serves until Ctrl+C."""
    base_url = read_mark(read_tree(options.out).get(MARKER, b"")).get("base_url", "/")
    with make_server(options.out, base_url, options.port) as server:
        print(f"http://localhost:{server.server_port}{urlsplit(base_url).path}  (Ctrl+C stops)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return 0
    return 0
