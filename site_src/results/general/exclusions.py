"""Numbers that are no results in any field."""

from site_src.forms import right_after, right_before
from site_src.models import Exclusion

EXCLUSIONS = (
    Exclusion(
        because="a percentile or a significance",
        after=right_after(r"-?ile\b|th percentile|confidence\b|probability\b"),
        takes=("with 95% confidence", "the 99%-ile"),
        leaves=("95% of them are confident",),
    ),
    Exclusion(
        because="a percentile or a deviation",
        before=right_before(r"\b(?:deviation|percentile|p) ?(?:of|=|<)?"),
        takes=("a deviation of 3%", "p < 5%"),
        leaves=("a deviation by 3%",),
    ),
    Exclusion(
        because="a share of the data",
        after=right_after(r"(?:of (?:the )?)?(?:real )?data\b(?! \w*compr)"),
        of=("%",),
        takes=("with 10% of the data",),
        leaves=("40% data compression", "3× data"),
    ),
    Exclusion(
        because="a setting",
        before=right_before(r"\bthis|\bthese|\bsuch an?"),
        takes=("this 157-fold growth",),
        leaves=("the 157-fold growth",),
    ),
    Exclusion(
        because="a setting",
        before=right_before(r"\bunder"),
        of=("x", "%"),
        takes=("under 50% load",),
        leaves=("under 3 hours",),
    ),
    Exclusion(
        because="a constraint",
        after=right_after(r"(?:\w+ ){0,2}(?:constraints?|budgets?|limits?|deadlines?)\b"),
        of=("measure",),
        takes=("a 3 W power budget",),
        leaves=("a 3% budget",),
    ),
    Exclusion(
        because="a constraint",
        before=right_before(
            r"(?<!in )\bunder|\b(?:within|given|budgets? of|limits? of|constrain\w+ to|stringent)|\(\s*[<>]"
            r"|\b(?:same|given)\b[^,;]{0,50}"
        ),
        of=("measure",),
        takes=("within 3 hours", "the same wait of 3 hours", "kilns (< 3 W)"),
        leaves=("in under 3 hours",),
    ),
    Exclusion(
        because="the other of two",
        before=right_before(r"\bvs\.?|\bversus|\b(?:than|over|to|improves|outperforms) [\w.-]+(?: \w+)? with"),
        of=("measure", "bare"),
        takes=("4 hours vs. 3 hours", "faster than Slipware with 3 hours"),
        leaves=("it dries with 3 hours",),
    ),
    Exclusion(
        because="one of two",
        after=right_after(r"(?:vs\.?|versus)\s"),
        of=("bare",),
        takes=("(69.48 vs. 72.41)",),
        leaves=("12% vs. 14%",),
    ),
)
