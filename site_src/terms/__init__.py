"""What papers name: acronyms as their authors spell them out, and methods with the papers that mention them."""

from site_src.terms.acronyms import Definition, Expansion, GlossaryTerm, PaperText, find_acronyms
from site_src.terms.methods import Appearance, NamedMethod, find_methods

__all__ = [
    "Appearance",
    "Definition",
    "Expansion",
    "GlossaryTerm",
    "NamedMethod",
    "PaperText",
    "find_acronyms",
    "find_methods",
]
