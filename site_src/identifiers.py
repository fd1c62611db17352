"""Identifiers of papers, as people and programs write them → as pages state them."""

import re
from urllib.parse import unquote

_NEW_ARXIV = r"[0-9]{2}(?:0[1-9]|1[0-2])\.[0-9]{4,5}"
_OLD_ARXIV = r"[a-z-]+(?:\.[A-Za-z]{2})?/[0-9]{2}(?:0[1-9]|1[0-2])[0-9]{3}"
ANY_ARXIV_ID = rf"{_NEW_ARXIV}|{_OLD_ARXIV}"  # a pattern
_ARXIV = re.compile(rf"(?P<id>{ANY_ARXIV_ID})(?:v[1-9][0-9]*)?")
_CATEGORY = re.compile(r"\s*\[[\w.,; -]{2,60}\]\s*$")  # as arXiv has itself cited: `arXiv:2403.01234 [cs.LG]`
_PREFIX = re.compile(r"\s*(?:ar[Xx]iv|oai:arXiv\.org)\s*:\s*", re.IGNORECASE)
# Addresses whose path names a paper of arXiv: arXiv's own pages and mirrors of it, and pages about papers there.
_ARXIV_ADDRESS = re.compile(
    r"(?:https?://)?(?:www\.|export\.|browse\.)?"
    r"(?:(?:arxiv\.org|ar5iv\.(?:labs\.arxiv\.)?org|alphaxiv\.org)/(?:abs|pdf|html|format|ps|src|e-print|overview)/"
    r"|(?:huggingface\.co|hf\.co)/papers/|papers\.cool/arxiv/|scirate\.com/arxiv/|arxiv\.org/(?=[0-9]{4}\.))"
    r"(?P<id>[^?#\s]+)",
    re.IGNORECASE,
)
_OWN_DOIS = "10.48550/arxiv."
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(?P<id>\S+)", re.IGNORECASE)
_DOI = re.compile(
    r"(?:\s*doi\s*:\s*|(?:https?://)?(?:dx\.|www\.)?doi\.org/)?(?P<doi>10\.[0-9]{4,9}/\S+)", re.IGNORECASE
)


def read_arxiv_id(written: str) -> str | None:
    """`2403.01234` of an id or address that names a paper of arXiv, with or without a version; None for other text.

    An id from before 2007 is `cs/0112017`.
    """
    written = written.strip()
    if address := _ARXIV_ADDRESS.fullmatch(written.split("?")[0].split("#")[0]):
        written = unquote(address["id"]).removesuffix("/").removesuffix(".pdf")
    elif doi := _ARXIV_DOI.fullmatch(read_any_doi(written) or ""):
        written = doi["id"]
    return parse_arxiv_id(_CATEGORY.sub("", _PREFIX.sub("", written, count=1)).strip())


def parse_arxiv_id(written: str) -> str | None:
    """The id alone, of an id with or without a version; None for other text."""
    match = _ARXIV.fullmatch(written)
    return match["id"] if match else None


def read_doi(written: str) -> str | None:
    """`10.1145/3600006.3613165` of a DOI with or without an address; None for other text and for arXiv's own DOIs.

    DOIs are the same in any case, so that it comes in small letters.
    """
    doi = read_any_doi(written)
    return doi if doi and not _ARXIV_DOI.fullmatch(doi) else None


def read_arxiv_doi(written: str) -> str | None:
    """`10.48550/arxiv.2403.01234` of a DOI that arXiv gave a paper, without a version; None for other text."""
    return f"{_OWN_DOIS}{read_arxiv_id(written)}" if is_arxiv_doi(read_any_doi(written) or "") else None


def is_arxiv_doi(doi: str) -> bool:
    """Whether arXiv gave it, so that it says no more than the paper's id there."""
    found = _ARXIV_DOI.fullmatch(doi)
    return bool(found and parse_arxiv_id(found["id"]))


def read_any_doi(written: str) -> str | None:
    """The same, for arXiv's DOIs as well."""
    match = _DOI.fullmatch(written.strip())
    return unquote(match["doi"]).lower() if match else None
