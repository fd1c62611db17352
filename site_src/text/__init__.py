r"""Printed text made readable: what the scrape of a digest broke, mended by rules, precision first.

The scrape drops the dollar signs and backslashes of LaTeX and some commands whole, so `$2.4\times$` is printed
`2.4times`. `repair_text` mends what can only be one thing, and leaves the rest as printed.
"""

from site_src.models import Repair
from site_src.text import escapes, formulas, greek, latex, numbers, punctuation, scripts, urls
from site_src.text.frozen import freeze
from site_src.text.invisible import strip_invisible
from site_src.text.rules import apply_all
from site_src.text.urls import find_urls

__all__ = ["FIRST_RULES", "RULES", "decode_text", "find_urls", "repair_text"]

# In order: what is wrapped around something goes before it, fractions before their exponents.
RULES = (
    *formulas.DELIMITERS,
    *latex.RULES,
    *punctuation.RULES,
    *numbers.RULES,
    *greek.RULES,
    *formulas.RULES,
    *scripts.RULES,
)
# Before what must stay as it is can be told.
FIRST_RULES = (*escapes.RULES, *urls.RULES)
_MOST_ROUNDS = 6


def repair_text(printed: str) -> Repair:
    """The text as the site shows it. Repairing it again changes nothing.

    One repair may uncover another (an escape inside a font inside quotation marks), so the rules go round until none
    finds anything. A text on which they do not come to rest was not written by people, and is left as printed.
    """
    visible = strip_invisible(printed)
    repair = Repair(text=visible)
    for _ in range(_MOST_ROUNDS):
        before, repair = repair.text, _go_round(repair.text)
        if repair.text == before:
            return repair
    return Repair(text=visible)


def decode_text(printed: str) -> str:
    """The printed text in its own characters: what programs wrote in place of them is decoded, nothing else is mended.

    Decoding it again changes nothing. What nobody sees is left out.
    """
    decoded = strip_invisible(printed)
    for _ in range(_MOST_ROUNDS):
        before, decoded = decoded, apply_all(escapes.RULES, decoded)
        if decoded == before:
            return decoded
    return strip_invisible(printed)


def _go_round(text: str) -> Repair:
    frozen = freeze(apply_all(FIRST_RULES, text))
    return Repair(text=frozen.thaw(apply_all(RULES, frozen.text)), incomplete=frozen.lossy)
