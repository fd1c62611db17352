"""What papers name: acronyms as their authors spell them out, and methods with the papers that mention them."""

from site_src.terms.acronyms import find_acronyms
from site_src.terms.methods import find_methods
from site_src.terms.texts import PaperText, read_text

__all__ = ["PaperText", "find_acronyms", "find_methods", "read_text"]
