"""The identifiers of a paper, and what each format makes of them."""

import re
from collections.abc import Sequence
from urllib.parse import quote

from site_src.citations.facts import Identifier
from site_src.models import Paper

_CATEGORY = re.compile(r"[a-z-]+(?:\.[A-Za-z-]+)?")
_OF_DOIS = "/:;()<>+@!$&',=*[]#?"  # beside letters, digits, `_`, `.`, `-` and `~`


def identify_paper(paper: Paper, *, in_venue: bool) -> tuple[Identifier, ...]:
    """Those that are known, first the one that leads to the paper itself.

    `in_venue` is whether a conference or a journal has published it.
    """
    arxiv = (_arxiv(paper.arxiv, paper.categories, in_venue=in_venue),) if paper.arxiv else ()
    return (*arxiv, _doi(paper.doi)) if paper.doi else arxiv


def _arxiv(arxiv: str, categories: Sequence[str], *, in_venue: bool) -> Identifier:
    """A preprint is published by arXiv; what has a venue is archived there. The first category is the paper's own."""
    primary = {"primaryClass": categories[0]} if categories and _CATEGORY.fullmatch(categories[0]) else {}
    archived = {"archive": "arXiv", "archive_location": arxiv}
    published = {"publisher": "arXiv", "number": f"arXiv:{arxiv}"}
    return Identifier(
        address=f"https://arxiv.org/abs/{arxiv}",
        bibtex={"eprint": arxiv, "archivePrefix": "arXiv", **primary},
        ris={"AN": f"arXiv:{arxiv}"},
        csl=archived if in_venue else published,
        highwire={"citation_arxiv_id": arxiv, "citation_pdf_url": f"https://arxiv.org/pdf/{arxiv}"},
    )


def _doi(doi: str) -> Identifier:
    """DOIs are the same in any case. What would end a value, and what stands for another character, is escaped."""
    written = quote(doi.lower(), safe=_OF_DOIS)
    return Identifier(
        address=f"https://doi.org/{quote(doi.lower())}",
        bibtex={"doi": written},
        ris={"DO": written},
        csl={"DOI": written},
        highwire={"citation_doi": written},
    )
