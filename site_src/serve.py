"""A local server that answers as GitHub Pages does: under the site's own path, with 404.html at any depth."""

import functools
import http.server
import io
import sys
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from site_src.contract import NOT_FOUND


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Files below `root`, served under `prefix`."""

    def __init__(self, *args: object, root: Path, prefix: str, **options: object) -> None:
        self._prefix = prefix
        super().__init__(*args, directory=str(root), **options)  # type: ignore[arg-type]  # passed through as given

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        path = unquote(urlsplit(self.path).path)
        if path == "/" and self._prefix != "/":
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", self._prefix)
            self.end_headers()
            return None
        if not path.startswith(self._prefix):
            self._send_not_found()
            return None
        self.path = "/" + self.path[len(self._prefix) :]
        if not Path(self.translate_path(self.path)).exists():
            self._send_not_found()
            return None
        return super().send_head()

    def list_directory(self, path: object) -> None:  # noqa: ARG002  the base class's signature
        """GitHub Pages lists no folders."""
        self._send_not_found()

    def _send_not_found(self) -> None:
        body = (Path(self.directory) / NOT_FOUND).read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class's signature
        """Requests are not worth a line each; what is missing shows in the browser."""


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves before the end is no error; anything else shows its traceback."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # passed through as given


def make_server(root: Path, base_url: str, port: int) -> http.server.ThreadingHTTPServer:
    """A server bound to this computer alone; its site is at the path of `base_url`. Port 0 takes any free one."""
    handler = functools.partial(_Handler, root=root, prefix=urlsplit(base_url).path or "/")
    return _Server(("127.0.0.1", port), handler)
