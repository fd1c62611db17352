"""Numbers that are no results, by the words right around them; a table to be extended."""

import re
from dataclasses import dataclass
from typing import Literal

# `measure` is any other unit, `bare` is none.
Kind = Literal["x", "%", "pp", "bits", "measure", "bare"]


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Why a number is no result, the words right `before` and `after` it, and the kinds it is said of (none = all)."""

    because: str
    before: str = ""
    after: str = ""
    kinds: tuple[Kind, ...] = ()

    def fits(self, kind: Kind, before: str, after: str) -> bool:
        """Whether a number of the kind stands between such words."""
        if self.kinds and kind not in self.kinds:
            return False
        left = not self.before or re.search(rf"(?:{self.before})\s*\Z", before, re.IGNORECASE)
        right = not self.after or re.match(rf"\s*(?:{self.after})", after)
        return bool(left and right)


EXCLUSIONS = (
    Exclusion("a percentile or a significance", after=r"-?ile\b|th percentile|confidence\b|probability\b"),
    Exclusion("a percentile or a deviation", before=r"\b(?:deviation|percentile|p) ?(?:of|=|<)?"),
    Exclusion(
        "a number of machines",
        after=r"(?:[A-Z]\w* ){0,2}(?:GPU|TPU|NPU|CPU|core|node|device|card|chip)s?\b"
        r"(?! ?-?(?:hour|day|memory|time|util|requirement))",
    ),
    Exclusion("a machine's name", after=r"NVIDIA|AMD|Intel|RTX|[AHVLP]\d{2,3}\b"),
    Exclusion(
        "a machine",
        before=r"\b(?:on an?|on one|with one|with an? single|(?:on|with) \d+)(?: \w+){0,2}",
        kinds=("measure",),
    ),
    Exclusion(
        "a share of the data",
        after=r"(?:of (?:the )?)?(?:training |labell?ed |real )?data\b(?! \w*compr)",
        kinds=("%",),
    ),
    Exclusion("data", before=r"\b(?:of|for) (?:audio|video|speech)", kinds=("measure",)),
    Exclusion("data", after=r"(?:of )?(?:audio|video|speech|clip|input|training data|data)s?\b", kinds=("measure",)),
    Exclusion("a setting", after=r"(?:compression rates?|keep rate|mask\w*|dropout|overlap)\b", kinds=("%",)),
    Exclusion("a setting", before=r"\b(?:at|with|under|for)\b[^,;]{0,15}", after=r"(?:\w+ )?sparsity\b", kinds=("%",)),
    Exclusion("a setting", before=r"\bthis|\bthese|\bsuch an?"),
    Exclusion("a setting", before=r"\brange of|\bacross", kinds=("bits",)),
    Exclusion("a setting", before=r"\bunder", kinds=("x", "%")),
    Exclusion(
        "a constraint",
        after=r"(?:\w+ ){0,2}(?:constraints?|budgets?|limits?|deadlines?|SLOs?|SLAs?|windows?|contexts?)\b",
        kinds=("measure",),
    ),
    Exclusion(
        "a constraint",
        before=r"(?<!in )\bunder|\b(?:within|given|budgets? of|limits? of|constrain\w+ to|stringent)|\(\s*[<>]"
        r"|\b(?:same|given)\b[^,;]{0,50}",
        kinds=("measure",),
    ),
    Exclusion(
        "the other of two",
        before=r"\bvs\.?|\bversus|\b(?:than|over|to|improves|outperforms) [\w.-]+(?: \w+)? with",
        kinds=("measure", "bare"),
    ),
    Exclusion("one of two", after=r"(?:vs\.?|versus)\s", kinds=("bare",)),
)
