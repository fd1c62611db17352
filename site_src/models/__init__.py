"""The frozen types the stages hand to each other; nothing here reads, parses or renders.

Two texts of a paper are told apart everywhere: *printed* is what a dump or page holds, character for character;
*repaired* is what the site shows (`text.repair_text`). Every span counts code points of the repaired text.
"""

from site_src.models.derived import (
    Appearance,
    Classification,
    CompletePaper,
    Definition,
    Evidence,
    Expansion,
    Field,
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
from site_src.models.dumps import MONTHS, Byline, Dump, Entry, PartialDate
from site_src.models.papers import Link, Paper, SeenIn, StatedResult
from site_src.models.site import Cue, Digest, Page, Phrase, Site, SiteConfig, Technique, TextPage, Thesaurus
from site_src.models.texts import Act, Deed, Reading, Sentence, Speaker, Voice

__all__ = [
    "MONTHS",
    "Act",
    "Appearance",
    "Byline",
    "Classification",
    "CompletePaper",
    "Cue",
    "Deed",
    "Definition",
    "Digest",
    "Dump",
    "Entry",
    "Evidence",
    "Expansion",
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
    "Reading",
    "Related",
    "Repair",
    "Result",
    "Score",
    "Scores",
    "SeenIn",
    "Sentence",
    "Site",
    "SiteConfig",
    "Source",
    "Speaker",
    "StatedResult",
    "Technique",
    "TextPage",
    "Thesaurus",
    "Voice",
]
