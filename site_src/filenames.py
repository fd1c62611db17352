"""Names of files in content/, which are addresses on the site: what is wrong with them, and what each should be."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, count
from pathlib import PurePath

from slugify import slugify

from site_src.contract import CONTENT_LINKS, LONGEST_SLUG, RESERVED, SLUG, STATIC
from site_src.dates import parse_digest_name
from site_src.errors import Place, Problem

# What lies at the root of a site, where the pages of content/pages lie too.
TAKEN = frozenset(address.partition("/")[0] for address in (*CONTENT_LINKS.values(), STATIC))

_SLUG = re.compile(SLUG)
_ENDING = ".md"
_NO_ADDRESS = (
    f"a file name that makes no address (that takes 1 to {LONGEST_SLUG} small letters, digits and single hyphens, "
    "and not readme, nor the name of a device, such as con)"
)


def is_slug(name: str) -> bool:
    """Whether the name can be an address, a file name on every system, and what scripts know a paper by."""
    return bool(_SLUG.fullmatch(name)) and len(name) <= LONGEST_SLUG and name not in RESERVED


def check_slugs(paths: Iterable[str], taken: Collection[str] = ()) -> Iterator[Problem]:
    """A problem for each file of a folder whose name is no slug or is taken; every cure is a name still free."""
    names = {path: PurePath(path).name.removesuffix(_ENDING) for path in paths}
    used = {*names.values(), *taken}
    for path, name in names.items():
        if is_slug(name) and name not in taken:
            continue
        seen = f"the address '{name}/' is another page's" if name in taken else _NO_ADDRESS
        free = _free_slug(name, used)
        used.add(free)
        yield Problem(Place(path), seen, f"rename it to {free}{_ENDING}")


def _free_slug(name: str, used: Collection[str]) -> str:
    """The name as a slug, with a number where that is used or a device's."""
    whole = slugify(name, max_length=LONGEST_SLUG, word_boundary=True, save_order=True) or "page"
    numbered = (f"{whole[: LONGEST_SLUG - len(str(n)) - 1].rstrip('-')}-{n}" for n in count(2))
    return next(slug for slug in chain([whole], numbered) if is_slug(slug) and slug not in used)


def check_digest_names(paths: Iterable[str]) -> Iterator[Problem]:
    """A problem for each introduction that is named after no day, week or month, and so would stand nowhere."""
    for path in paths:
        if parse_digest_name(PurePath(path).name.removesuffix(_ENDING)) is None:
            cure = "name it after the digest, as 2025-05-08.md, 2025-W19.md, 2025-05.md, or undated-05-08.md and so on"
            yield Problem(Place(path), "a file name that is no digest's", cure)
