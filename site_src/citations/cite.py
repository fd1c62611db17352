"""Paper → Citation: what is known, decided once for every format."""

import hashlib
import re

from site_src.addresses import paper_address
from site_src.citations.facts import LISTED_IN, Citation, Kind
from site_src.citations.identifiers import identify_paper
from site_src.models import CompletePaper, PartialDate, SiteConfig

_VENUE = re.compile(r"(?P<name>.+?)(?: Findings)? (?P<year>\d{4})(?: Findings)?")
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_NOT_OF_KEYS = re.compile(r"[^A-Za-z0-9._-]+")
_HASH_LENGTH = 6
# What one line of text in a file of any format may not hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def cite_paper(paper: CompletePaper, config: SiteConfig) -> Citation:
    """The paper's facts. `config` names the venues that are known to be conferences or journals."""
    facts = paper.paper
    kind, container, year = read_venue(facts.venue or "", config)
    published = facts.published if facts.published and facts.published.year else None
    page = paper_address(config.base_url, paper.slug)
    identifiers = identify_paper(facts, in_venue=bool(container))
    listed = "" if identifiers or container else f"{LISTED_IN}{config.title}"
    return Citation(
        key=make_key(paper.slug),
        kind=kind,
        title=one_line(paper.title),
        authors=tuple(name for author in facts.authors if (name := one_line(author))),
        # A conference's year is that of the proceedings; a preprint's date is earlier.
        date=PartialDate(year) if year else published,
        container=container,
        seen_at=one_line("" if container else facts.venue or listed),
        identifiers=identifiers,
        url=identifiers[0].address if identifiers else page,
        page=page,
    )


def read_venue(venue: str, config: SiteConfig) -> tuple[Kind, str, int]:
    """(kind, conference or journal, its year): `ICLR 2024` where ICLR is a known conference; else ("paper", "", 0)."""
    match = _VENUE.fullmatch(one_line(venue))
    if match and match["name"] in config.conferences:
        return "conference", match[0], int(match["year"])
    if match and match["name"] in config.journals and "Findings" not in match[0]:
        return "journal", match["name"], int(match["year"])
    return "paper", "", 0


def make_key(slug: str) -> str:
    """The slug where it is fit for a BibTeX key, else its letters with a hash of the whole."""
    if _KEY.fullmatch(slug):
        return slug
    letters = _NOT_OF_KEYS.sub("-", slug).strip("-._")
    digest = hashlib.sha256(slug.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_LENGTH]
    return "-".join(filter(None, ("paper", letters, digest)))


def one_line(text: str) -> str:
    """The text without characters no file should hold, and with single spaces for all white space."""
    return " ".join(_FORBIDDEN.sub("", text).split())
