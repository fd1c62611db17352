"""What the tool brings to every site: from a checkout, with scripts and styles bundled now, or as the wheel packed it.

At wheel-building time nothing but the standard library is there, so nothing else is imported here.
"""

from collections.abc import Mapping
from pathlib import Path

from site_src.bundle import bundle_static
from site_src.files import read_static, read_texts, read_tree

# Techniques that `init` can bring along: name → the content, in a checkout, whose techniques they are.
SETS: Mapping[str, str] = {"efficiency": "content"}

_KINDS = "results.yml"

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent
_PACKED = _PACKAGE / "packed"  # a wheel has it, a checkout has not


def templates_folder() -> Path:
    """Where the templates are."""
    return (_PACKED if _PACKED.is_dir() else _CHECKOUT) / "templates"


def static_files() -> dict[str, bytes]:
    """The files that reach the browser as they are here, by their path on the site; scripts and styles are bundled.

    Raises InputError in a checkout to which npm has not brought the bundler yet.
    """
    return read_tree(_PACKED / "site") if _PACKED.is_dir() else read_static(_CHECKOUT) | bundle_static(_CHECKOUT)


def technique_set(name: str) -> dict[str, bytes]:
    """The files of one of SETS, by their path below a content folder."""
    return read_tree(_PACKED / "sets" / name) if _PACKED.is_dir() else read_set(_CHECKOUT / SETS[name])


def read_set(content: Path) -> dict[str, bytes]:
    """The content's techniques, without the introductions, and the kinds of results it compares, if it names any.

    An introduction speaks of papers that another digest lacks.
    """
    techniques = read_texts(content / "techniques")
    kinds = content / _KINDS
    files = {f"techniques/{Path(path).name}": _front_matter(text).encode() for path, text in techniques.items()}
    return files | ({_KINDS: kinds.read_bytes()} if kinds.is_file() else {})


def _front_matter(page: str) -> str:
    front, end, _ = page.partition("\n---\n")
    return front + end


def pack() -> dict[str, bytes]:
    """What a wheel of this checkout carries besides the modules, by its path below `packed/`. Raises InputError."""
    templates = {path: text for path, text in read_tree(templates_folder()).items() if not path.startswith("static/")}
    sets = {f"{name}/{path}": content for name in SETS for path, content in technique_set(name).items()}
    return {
        **{f"templates/{path}": content for path, content in templates.items()},
        **{f"site/{path}": content for path, content in static_files().items()},
        **{f"sets/{path}": content for path, content in sets.items()},
    }
