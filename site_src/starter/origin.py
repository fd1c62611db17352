"""Where this tool was installed from, so that a digest can name the very same one.

No index is asked for the tool by its name: on the public one that name is another project's.
"""

import json
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from site_src import __version__

NAME = "distillate"
WHEEL = f"{NAME}-{__version__}-py3-none-any.whl"
FOLDER = "tool"  # of a digest, for a wheel that has no address


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """`requirement` is a line of a requirements file; `wheel` is what it names in FOLDER, where that is at hand."""

    requirement: str
    wheel: bytes | None = None


def recorded_origin() -> str | None:
    """What the installer noted: direct_url.json of PEP 610; None for what came from an index or is not installed."""
    try:
        return metadata.distribution(NAME).read_text("direct_url.json")
    except metadata.PackageNotFoundError:
        return None


def trace_origin(recorded: str | None) -> Origin:
    """The address the tool was installed from, with its hash; else the wheel in FOLDER."""
    noted = json.loads(recorded) if recorded else {}
    address = urlsplit(noted.get("url", ""))
    if address.scheme in {"http", "https"} and address.path.endswith(WHEEL):
        known = noted.get("archive_info", {}).get("hashes", {}).get("sha256")
        return Origin(requirement=f"{NAME} @ {noted['url']}" + (f"#sha256={known}" if known else ""))
    wheel = Path(url2pathname(address.path))
    found = address.scheme == "file" and wheel.name == WHEEL and wheel.is_file()
    return Origin(requirement=f"./{FOLDER}/{WHEEL}", wheel=wheel.read_bytes() if found else None)
