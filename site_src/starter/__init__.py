"""A digest to start from. Its texts are the files beside this module, as a maintainer will see them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from site_src.assets import technique_set
from site_src.files import read_tree
from site_src.starter.origin import FOLDER, WHEEL, Origin, recorded_origin, trace_origin

_REQUIREMENTS = "requirements.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The digest's files by path, and what its maintainer has to do before it is complete."""

    files: Mapping[str, bytes]
    notes: tuple[str, ...]


def plan_digest(techniques: str | None) -> Start:
    """A digest without papers that builds as it is, with the techniques of that set if one is named."""
    origin = trace_origin(recorded_origin())
    files = read_tree(Path(__file__).parent / "files")
    if techniques:
        files |= {f"content/{path}": content for path, content in technique_set(techniques).items()}
    files[_REQUIREMENTS] += f"{origin.requirement}\n".encode()
    return _with_wheel(files, origin)


def _with_wheel(files: Mapping[str, bytes], origin: Origin) -> Start:
    if origin.wheel:
        return Start(files={**files, f"{FOLDER}/{WHEEL}": origin.wheel}, notes=())
    if origin.requirement.startswith("./"):
        return Start(files=files, notes=(f"put {WHEEL} into {FOLDER}/: {_REQUIREMENTS} installs it from there",))
    return Start(files=files, notes=())
