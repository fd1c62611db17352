"""The frozen types the stages hand to each other; nothing here reads, parses or renders.

Two texts of a paper are told apart everywhere: *printed* is what a dump or page holds, character for character;
*repaired* is what the site shows (`text.repair_text`). Every span counts code points of the repaired text.
"""

from site_src.dates import PartialDate
from site_src.models.content import Cue, Example, Rule, SiteConfig, Technique, TextPage, Thesaurus
from site_src.models.derived import (
    Appearance,
    Classification,
    Definition,
    Evidence,
    Expansion,
    GlossaryTerm,
    Label,
    Mention,
    NamedMethod,
    Related,
    Repair,
    Result,
    Score,
    Scores,
    Source,
)
from site_src.models.dumps import Byline, Dump, Entry
from site_src.models.papers import Facts, Link, Paper, SeenIn, StatedResult
from site_src.models.site import CompletePaper, Digest, Page, Site
from site_src.phrases import Field, Phrase

__all__ = [
    "Appearance",
    "Byline",
    "Classification",
    "CompletePaper",
    "Cue",
    "Definition",
    "Digest",
    "Dump",
    "Entry",
    "Evidence",
    "Example",
    "Expansion",
    "Facts",
    "Field",
    "GlossaryTerm",
    "Label",
    "Link",
    "Mention",
    "NamedMethod",
    "Page",
    "Paper",
    "PartialDate",
    "Phrase",
    "Related",
    "Repair",
    "Result",
    "Rule",
    "Score",
    "Scores",
    "SeenIn",
    "Site",
    "SiteConfig",
    "Source",
    "StatedResult",
    "Technique",
    "TextPage",
    "Thesaurus",
]
