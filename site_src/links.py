"""The links of a paper: what its abstract points to, and where the paper itself is found.

Abstracts are hostile: what comes back is an http(s) address of a named host, with no user information, and with
every character percent-encoded that RFC 3986 does not allow in one.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from site_src.models import Link
from site_src.text import find_urls

_LEGAL = "!$%&'()*+,/:;=?@"  # in every part behind the host, besides letters, digits and `_.-~`
_HOST = re.compile(
    r"(?=.{4,253}\Z)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z]{2,24}(?::\d{1,5})?", re.IGNORECASE | re.ASCII
)
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_LONGEST = 2000  # characters; what is longer is no address a person would follow

# What a host (and path) holds, whatever is said of it; the first that matches counts.
_BY_HOST = tuple(
    (kind, re.compile(rf"(?:www\.)?(?:{pattern})", re.IGNORECASE))
    for kind, pattern in (
        ("dataset", r"(?:huggingface\.co|hf\.co|kaggle\.com|modelscope\.cn)/datasets/"),
        ("project", r"(?:huggingface\.co|hf\.co)/spaces/|[\w.-]+\.hf\.space\b|modelscope\.cn/studios/"),
        ("other", r"(?:huggingface\.co|hf\.co)/(?:papers|blog|docs|learn)\b"),
        ("model", r"(?:huggingface\.co|hf\.co|ollama\.com|tfhub\.dev|civitai\.com|modelscope\.cn/models)/\w"),
        ("code", r"(?:gist\.)?github\.com/\w|gitlab\.[\w.-]+/\w|(?:bitbucket|codeberg)\.org/\w|gitee\.com/\w"),
        ("code", r"(?:git|code)\.[\w.-]+/|anonymous\.4open\.science/|raw\.githubusercontent\.com/|git\.sr\.ht/"),
        ("code", r"sourceforge\.net/|pypi\.org/|colab\.research\.google\.com/|codeocean\.com/"),
        (
            "project",
            r"[\w-]+\.(?:(?:github|gitlab|gitbook|readthedocs)\.io|(?:netlify|vercel|web|pages)\.(?:app|dev))\b",
        ),
        ("project", r"sites\.google\.com/|[\w-]+\.notion\.site\b"),
        ("other", r"(?:arxiv|openreview|doi)\.(?:org|net)/|[\w-]+\.wikipedia\.org/"),
    )
)
_EMPTY_HOST = re.compile(r"(?:www\.)?(?:github|gitlab|gitee|huggingface|hf)\.(?:com|co)/?", re.IGNORECASE)
# Addresses that say nothing themselves: shortened ones, and stores of any kind of file.
_OPAQUE = re.compile(
    r"(?:bit\.ly|tinyurl\.com|goo\.gl|t\.ly|rb\.gy|shorturl\.at|aka\.ms|git\.io|drive\.google\.com|dropbox\.com"
    r"|zenodo\.org|figshare\.com|osf\.io|box\.com|1drv\.ms)(?:/|$)",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"\b(?:codes?|codebase|implementations?|repository|repo|software|library|toolkit|package|open[- ]?sourced?)\b",
    re.IGNORECASE,
)
_PROJECT = re.compile(
    r"\b(?:(?:project|web) ?-?(?:page|site)s?|home ?page|websites?|demos?|videos?|visuali[sz]ations?|examples"
    r"|samples|leaderboard|blog)\b",
    re.IGNORECASE,
)
_MODEL = re.compile(r"\b(?:(?:pre-?trained |model )?(?:models?|checkpoints?|weights))\b", re.IGNORECASE)
_DATASET = re.compile(r"\b(?:data ?-?sets?|data|corpus|corpora|annotations)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]\s+(?=\S)")
_CONTEXT = 200


def find_links(abstract: str) -> tuple[Link, ...]:
    """What the repaired abstract points to, in its order, each address once."""
    found = [(start, end, safe) for start, end, url in find_urls(abstract) if (safe := _make_safe(url))]
    ends = (0, *(end for _, end, _ in found))
    starts = (*(start for start, _, _ in found), len(abstract))
    around = [abstract[end:start] for end, start in zip(ends, starts, strict=True)]
    links = (
        Link(kind=_kind(url, before, after), url=url)
        for (_, _, url), (before, after) in zip(found, pairwise(around), strict=True)
    )
    return unite_links((), tuple(links))


def unite_links(stated: Sequence[Link], derived: Sequence[Link]) -> tuple[Link, ...]:
    """The stated links, then the derived ones that are not among them.

    Addresses are compared without scheme, case, closing slash or `.git`; of equal ones the first stands as written.
    """
    by_address: dict[str, Link] = {}
    for link in (*stated, *derived):
        by_address.setdefault(_comparable(link.url), link)
    return tuple(by_address.values())


def source_links(title: str, arxiv: str | None, doi: str | None = None) -> tuple[Link, ...]:
    """Where the paper is found: its arXiv page and its DOI, or searches of arXiv and of Hugging Face for its title."""
    arxiv_page = (Link(kind="arxiv", url=f"https://arxiv.org/abs/{quote(arxiv)}"),) if arxiv else ()
    if known := (*arxiv_page, *((Link(kind="doi", url=f"https://doi.org/{quote(doi)}"),) if doi else ())):
        return known
    arxiv_search = urlencode({"query": title, "searchtype": "title"})
    return (
        Link(kind="search", url=f"https://arxiv.org/search/?{arxiv_search}"),
        Link(kind="search", url=f"https://huggingface.co/papers?{urlencode({'q': title})}"),
    )


def _comparable(url: str) -> str:
    bare = url.casefold().removeprefix("https://").removeprefix("http://").rstrip("/")
    return bare.removesuffix(".git").rstrip("/")


def _make_safe(url: str) -> str | None:
    """The address as a browser may be given it; None when it is not one, or might deceive."""
    if len(url) > _LONGEST:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets where a host should be
        return None
    if not _HOST.fullmatch(parts.netloc) or _EMPTY_HOST.fullmatch(parts.netloc + parts.path):
        return None
    return urlunsplit((parts.scheme, parts.netloc, *map(_encode, parts[2:])))


def _encode(part: str) -> str:
    return quote(_STRAY_PERCENT.sub("%25", part), safe=_LEGAL)


# ---- kinds


def _kind(url: str, before: str, after: str) -> str:
    address = url.partition("://")[2]
    said = _said(before, after)
    by_host = next((kind for kind, pattern in _BY_HOST if pattern.match(address)), None)
    if by_host == "code":
        return "dataset" if _is_only_data(said) else "code"
    return by_host or (_kind_of_opaque(said) if _OPAQUE.match(address) else _kind_of_page(said))


def _said(before: str, after: str) -> str:
    """What the sentence says of the address: its words up to it, or, where these say nothing, those after it."""
    left = _SENTENCE_END.split(before[-_CONTEXT:])[-1]
    right = _SENTENCE_END.split(after[:_CONTEXT])[0]
    return left if any(cue.search(left) for cue in (_CODE, _PROJECT, _MODEL, _DATASET)) else right


def _is_only_data(said: str) -> bool:
    return bool(_DATASET.search(said)) and not any(cue.search(said) for cue in (_CODE, _PROJECT, _MODEL))


def _kind_of_opaque(said: str) -> str:
    cues = (("code", _CODE), ("model", _MODEL), ("dataset", _DATASET), ("project", _PROJECT))
    return next((kind for kind, cue in cues if cue.search(said)), "other")


def _kind_of_page(said: str) -> str:
    """A page of its own that offers code is the project's page, not the code."""
    cues = (("project", _PROJECT), ("project", _CODE), ("dataset", _DATASET), ("model", _MODEL))
    return next((kind for kind, cue in cues if cue.search(said)), "other")
