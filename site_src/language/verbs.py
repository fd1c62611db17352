"""What authors do in a paper, by the verbs they say it with, in any form."""

import re

from site_src.language.rules import Rule


def verbs(stems: str) -> str:
    """A pattern of the verbs in any form; a stem lacks the e or y that inflection drops. Behind `the` there is none."""
    return rf"\b(?<!\b[Tt]he )(?<!\b[Oo]ur )(?:{stems.replace(' ', '|')})(?:e|es|s|ed|ing|y|ies|ied)?\b"


# Each is named after its deed.
DEEDS = (
    Rule(
        name="propose",
        finds=(("We propose a lid.", "propose"), ("A lid is described.", "described")),
        spares=("A proposal is a purpose.", "The designers left.", "our introduced lid", "the design of a pan"),
        because="what is new in a paper is what its authors propose",
        pattern=re.compile(verbs("describ design develop devis introduc pioneer present propos unveil")),
    ),
    Rule(
        name="provide",
        finds=(("We built a stove.", "built"), ("It releases heat.", "releases"), ("We enable frying.", "enable")),
        spares=("The building is a creature.", "A provider of offerings."),
        because="something is there, or can be done, that was not before",
        pattern=re.compile(
            verbs(
                "build built collect construct creat curat enabl establish help implement offer provid releas suggest"
            )
        ),
    ),
    Rule(
        name="study",
        finds=(("We study pans.", "study"), ("It focuses on pans.", "focuses"), ("We surveyed pans.", "surveyed")),
        spares=("The student of exploration", "an addressee", "the study of pans"),
        because="what is studied is what the paper is about, though nothing of it be new",
        pattern=re.compile(
            verbs("address delv examin explor focus investigat rethink review revisit stud survey tackl")
        ),
    ),
    Rule(
        name="employ",
        finds=(("We use two pans.", "use"), ("We aim to cook.", "aim"), ("It takes an hour.", "takes")),
        spares=("the user of our fuse", "an aimless taker"),
        because="a step of the work, and not yet what it is for",
        pattern=re.compile(
            verbs(
                "adapt adopt aim analys analyz answer appl attempt benchmark characteris characteriz combin compar"
                " conduct consider contribut defin deriv discuss employ enhanc evaluat extend formaliz formulat identif"
                " improv initiat leverag look mak operationaliz perform quantif question replac resolv seek tak train"
                " unravel us"
            )
        ),
    ),
    Rule(
        name="show",
        finds=(("We show that it burns.", "show"), ("We argue.", "argue")),
        spares=("the shower of demonstrators",),
        because="what the authors want to be believed after reading",
        pattern=re.compile(verbs("argu conclud confirm demonstrat report show")),
    ),
    Rule(
        name="find",
        finds=(("It was found to burn.", "found"), ("We observed fire.", "observed")),
        spares=("a foundation of proof",),
        because="what came of looking",
        pattern=re.compile(verbs("discover find found observ prov reveal")),
    ),
    Rule(
        name="gain",
        finds=(("Our pan reduces burns.", "reduces"), ("It outperforms pots.", "outperforms")),
        spares=("a gainful reduction",),
        because="what got better came of the work",
        pattern=re.compile(
            verbs(
                "accelerat achiev attain beat boost cut decreas deliver exceed gain improv increas lower obtain"
                " outperform reach reduc sav surpass yield"
            )
        ),
    ),
)
# The deeds that something new comes of …
MAKING = ("propose", "provide")
# … and those by which a sentence of the authors' own is a claim.
CLAIMING = ("propose", "provide", "study", "show")
