"""The identifiers of a paper, and what each format makes of them."""

from site_src.citations.facts import Identifier
from site_src.models import Paper


def identify_paper(paper: Paper, *, in_venue: bool) -> tuple[Identifier, ...]:
    """Those that are known, first the one that leads to the paper itself.

    `in_venue` is whether a conference or a journal has published it.
    """
    return (_arxiv(paper.arxiv, in_venue=in_venue),) if paper.arxiv else ()


def _arxiv(arxiv: str, *, in_venue: bool) -> Identifier:
    """A preprint is published by arXiv; what has a venue is archived there."""
    archived = {"archive": "arXiv", "archive_location": arxiv}
    published = {"publisher": "arXiv", "number": f"arXiv:{arxiv}"}
    return Identifier(
        address=f"https://arxiv.org/abs/{arxiv}",
        bibtex={"eprint": arxiv, "archivePrefix": "arXiv"},
        ris={"AN": f"arXiv:{arxiv}"},
        csl=archived if in_venue else published,
        highwire={"citation_arxiv_id": arxiv, "citation_pdf_url": f"https://arxiv.org/pdf/{arxiv}"},
    )
