"""Addresses on the web: which of them name a paper, and what the others that stand beside one lead to."""

import re
from functools import lru_cache

from site_src.identifiers import read_arxiv_id, read_doi

ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_CLOSING = ".,;:!?'*_。，；）】"
# Where publishers and archives keep papers: each path names one.
_PAPER = re.compile(
    r"https?://(?:www\.)?(?:"
    r"openreview\.net/(?:forum|pdf|references/pdf|attachment)\?"
    r"|(?:www\.)?(?:aclanthology\.org|aclweb\.org/anthology)/."
    r"|proceedings\.(?:mlr\.press|neurips\.cc|iclr\.cc)/.|papers\.(?:nips|neurips)\.cc/."
    r"|openaccess\.thecvf\.com/.|ecva\.net/papers/.|jmlr\.org/papers/.|link\.springer\.com/(?:article|chapter|content)/"
    r"|ieeexplore\.ieee\.org/(?:abstract/|stamp/|document)|dl\.acm\.org/(?:doi|citation)|sciencedirect\.com/science/article"
    r"|nature\.com/articles/|science\.org/doi/|pnas\.org/doi/|(?:bio|med)rxiv\.org/content/|ojs\.aaai\.org/.|aaai\.org/.*/view"
    r"|usenix\.org/(?:conference|system/files)/.|vldb\.org/pvldb/.|ijcai\.org/proceedings/.|isca-(?:archive|speech)\.org/."
    r"|roboticsproceedings\.org/.|semanticscholar\.org/paper/.|pubmed\.ncbi\.nlm\.nih\.gov/\d|ncbi\.nlm\.nih\.gov/pmc/"
    r"|hal\.(?:science|archives-ouvertes\.fr)/hal-|eprint\.iacr\.org/\d|papers\.ssrn\.com/.|(?:mdpi|frontiersin)\.(?:com|org)/."
    r"|onlinelibrary\.wiley\.com/doi/|tandfonline\.com/doi/|academic\.oup\.com/.*article|journals\.plos\.org/.*article"
    r"|direct\.mit\.edu/.*article|transacl\.org/.)",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"10\.\d{4,9}/[^\s?#]+")
_PDF = re.compile(r"https?://\S+\.pdf", re.IGNORECASE)
_CODE = re.compile(
    r"https?://(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)/[^/]+/.", re.IGNORECASE
)


def find_addresses(text: str) -> tuple[str, ...]:
    """Those written out in a text, without the punctuation of the sentence."""
    return tuple(trim_address(match[0]) for match in ADDRESS.finditer(text))


def trim_address(address: str) -> str:
    """The address without what closes the sentence or bracket around it."""
    address = address.rstrip(_CLOSING)
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1].rstrip(_CLOSING)
    return address


@lru_cache(maxsize=10_000)
def names_paper(address: str) -> bool:
    """Whether the address is that of one paper, not of a list, a project or a program."""
    return bool(read_arxiv_id(address) or find_doi(address) or _PAPER.match(address))


def is_document(address: str) -> bool:
    """Whether it leads to a PDF, which a link called "paper" makes that of the paper."""
    return bool(_PDF.fullmatch(address.split("?", maxsplit=1)[0]))


def is_code(address: str) -> bool:
    """Whether it is that of a repository."""
    return bool(_CODE.match(address))


def find_doi(address: str) -> str | None:
    """The DOI that the address is made of, as publishers' addresses are."""
    inside = _INSIDE.search(address) if address.startswith("http") else None
    return read_doi(address) or (read_doi(inside[0].removesuffix(".pdf")) if inside else None)
