"""A server on this computer that sends what a static host sends: text as gzip -6, all else as it is.

It counts every byte of a body it sends, and can be as slow as a line.
"""

import functools
import gzip
import http.server
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from mimetypes import guess_type
from urllib.parse import unquote, urlsplit

_LEVEL = 6
_TEXT = ("text/", "application/json", "application/javascript", "application/manifest+json", "image/svg+xml")
_CHUNK = 4096  # bytes sent at a time where the line is slow


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """How long an answer takes to begin, in seconds, and how many bytes a second follow; 0 = no limit."""

    delay: float = 0
    rate: float = 0


@dataclass(slots=True, kw_only=True)
class Host:
    """What is served, by path, over which line, and what was sent: when a request came (Unix time), how many bytes."""

    address: str = ""
    files: Mapping[str, bytes]
    line: Line = Line()
    sent: list[tuple[float, int]] = field(default_factory=list)
    _packed: dict[str, bytes] = field(default_factory=dict)
    _busy: threading.Lock = field(default_factory=threading.Lock)

    def body(self, path: str, kind: str) -> tuple[bytes, bool]:
        """The bytes to send for a file, and whether they are gzip on the way."""
        if not kind.startswith(_TEXT):
            return self.files[path], False
        if path not in self._packed:
            self._packed[path] = gzip.compress(self.files[path], _LEVEL, mtime=0)
        return self._packed[path], True

    def bytes_until(self, moment: float) -> int:
        """How many bytes were asked for until then (Unix time)."""
        return sum(size for came, size in self.sent if came <= moment)

    def requests_until(self, moment: float) -> int:
        return sum(came <= moment for came, _ in self.sent)

    def pace(self, body: bytes) -> Iterator[bytes]:
        """The body in parts, each as late as the line brings it, which all answers share."""
        time.sleep(self.line.delay)
        if not self.line.rate:
            yield body
            return
        for start in range(0, len(body), _CHUNK):
            part = body[start : start + _CHUNK]
            with self._busy:
                time.sleep(len(part) / self.line.rate)
            yield part


class _Answer(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, *args: object, host: Host) -> None:
        self._host = host
        super().__init__(*args)  # type: ignore[arg-type]  # passed through as given

    def do_GET(self) -> None:
        came = time.time()
        path = unquote(urlsplit(self.path).path).removeprefix("/")
        path = f"{path}index.html" if path.endswith("/") or not path else path
        if path not in self._host.files:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        kind = guess_type(path)[0] or "application/octet-stream"
        body, is_packed = self._host.body(path, kind)
        self._host.sent.append((came, len(body)))
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if is_packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        for part in self._host.pace(body):
            self.wfile.write(part)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class's signature
        """Counted, not logged."""


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves before the end is no error."""


@contextmanager
def serve(files: Mapping[str, bytes]) -> Iterator[Host]:
    """A host of the files, while it is needed."""
    host = Host(files=files)
    with _Server(("127.0.0.1", 0), functools.partial(_Answer, host=host)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        host.address = f"http://127.0.0.1:{server.server_port}/"
        yield host
        server.shutdown()
