"""The facts that every format writes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from site_src.dates import PartialDate

LISTED_IN = "Listed in "  # begins what stands where a venue would and is none
Kind = Literal["paper", "conference", "journal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """`address` is where it leads; the rest is what it adds to a record, by the names that each format has.

    `highwire` are tags in the head of the paper's page. No value has quotation marks, braces or line breaks.
    """

    address: str
    bibtex: Mapping[str, str]
    ris: Mapping[str, str]
    csl: Mapping[str, str]
    highwire: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What is known of a paper; "" and None mean *not known*. Texts are single lines.

    `key` is ASCII, and no other paper's. `container` is the conference or journal, where `kind` says that it is one;
    `seen_at` is where else it appeared. `date` has a year, at least. `url` is where
    the first identifier leads, else `page`, the paper's page here.
    """

    key: str
    kind: Kind
    title: str
    authors: tuple[str, ...]
    date: PartialDate | None
    container: str
    seen_at: str
    identifiers: tuple[Identifier, ...]
    url: str
    page: str

    @property
    def source(self) -> str:
        """The page, where `url` leads elsewhere: by it our own records are known again."""
        return "" if self.url == self.page else self.page
