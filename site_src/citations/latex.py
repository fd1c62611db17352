"""Text → LaTeX for BibTeX fields, in which braces balance whatever the text holds."""

import re
import unicodedata
from functools import cache
from itertools import groupby

from pylatexenc.latexencode import RULE_DICT, UnicodeToLatexConversionRule, UnicodeToLatexEncoder

from site_src.citations.latex_text import read_latex

# BibTeX counts braces without regard to a backslash before them, so `\{` would unbalance an entry; a quotation mark
# outside of braces would end its value.
_DELIMITERS = {ord("{"): r"\textbraceleft", ord("}"): r"\textbraceright", ord('"'): '"'}
# Accents, Greek, mathematical signs; what it does not know stays as it is, for LaTeX reads UTF-8.
_ENCODER = UnicodeToLatexEncoder(
    conversion_rules=[UnicodeToLatexConversionRule(RULE_DICT, _DELIMITERS), "defaults"],
    replacement_latex_protection="braces-all",
    unknown_char_policy="keep",
    unknown_char_warning=False,
)
# Behind its like a hyphen or a quotation mark would be half of another sign.
_SPECIAL = re.compile(r"[#$%&~_^\\{}\"]|[^\x00-\x7f]|(?<=-)-|(?<=`)`|(?<=')'")


def format_latex(text: str) -> str:
    """The text as LaTeX prints it; every replacement is in braces of its own. `read_latex` gives the text back."""
    composed = unicodedata.normalize("NFC", text)
    return _SPECIAL.sub(lambda special: _format_character(special[0]), composed)


@cache
def _format_character(character: str) -> str:
    """Two signs that LaTeX writes alike, as two kinds of hyphens, stay as they are, but for one of them."""
    if character in "-`'":
        return f"{{{character}}}"
    latex = str(_ENCODER.unicode_to_latex(character))
    return latex if read_latex(latex) == character else character


def format_title(text: str) -> str:
    """The same, with every run of words that have capitals in braces: no style prints them small."""
    runs = groupby(text.split(), key=lambda word: word != word.lower())
    pieces = ((capitals, format_latex(" ".join(words))) for capitals, words in runs)
    return " ".join(f"{{{words}}}" if capitals else words for capitals, words in pieces)
