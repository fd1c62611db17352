"""Papers → references in the formats that reference managers read: BibTeX, RIS, CSL-JSON, and one line of text.

Only facts that are known go in: nobody is called an author who is not named, and no date or venue is made up.
"""

from site_src.citations.cite import cite_paper
from site_src.citations.facts import Citation
from site_src.citations.formats import FORMATS, Format
from site_src.citations.reference import format_reference

__all__ = [
    "FORMATS",
    "Citation",
    "Format",
    "cite_paper",
    "format_reference",
]
