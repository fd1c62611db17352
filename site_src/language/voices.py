"""Who speaks of whose work, and what for: the rules by which a sentence's voice is known."""

import re

from site_src.language.rules import Rule

# Case is told apart only where a sentence may begin: a text in small letters is read alike.
THIS_PAPER = (
    r"\b(?:[Tt]his|[Tt]he (?:present|current)|[Oo]ur) (?:[\w-]{1,20} )?"
    r"(?:paper|work|study|article|survey|report|thesis|dissertation|tutorial|review|research|letter|chapter|project"
    r"|manuscript|note)\b"
)
# What others did …
_OTHERS = r"(?:conventional|existing|previous|prior(?! to\b)|recent|traditional)\b"
# … and how it is done today.
_TODAY = rf"(?i:{_OTHERS}|current(?:ly)?\b|recently\b|typical(?:ly)?\b)"
_UNTIL_NUMBER = r"(?:[^.;,]|\.\d)*\Z"

# Each is named after the speaker (`models.texts.Speaker`); of two that begin at one place the first wins.
SPEAKERS = (
    Rule(
        name="paper",
        finds=(
            ("In this paper, pans are heated.", "this paper"),
            ("This empirical study heats pans.", "This empirical study"),
            ("Our work heats pans.", "Our work"),
            ("Pans are the subject of the present thesis.", "the present thesis"),
            ("The paper presents a pan.", "The paper"),
        ),
        spares=("this pan works", "the study of pans", "on paper", "this research area", "these reports"),
        because="a paper that says this of a paper means itself",
        pattern=re.compile(
            rf"{THIS_PAPER}(?! (?:area|direction|field|question|topic)s?\b)"
            r"|\b[Tt]he (?:paper|article|report|study|thesis|work)(?= (?:also |further |then )?"
            r"(?:propose|present|introduce|develop|describe|stud(?:y|ie)|investigate|show|explore|examine)s\b)"
        ),
    ),
    Rule(
        name="we",
        finds=(
            ("Here we cook.", "we"),
            ("We cook.", "We"),
            ("This moved us to cook.", "us to"),
            ("In this, I propose a lid.", "I"),
            ("I show that lids help.", "I"),
            ("I then describe lids.", "I"),
            ("A pan that I've built", "I"),
        ),
        spares=(
            "Pans are hot, i.e., not cold.",
            "They are (i) hot and (ii) round.",
            "The I/O of the pan is slow.",
            "A Type I error burns.",
            "Phase I shows that it burns.",
            "I. Introduction",
            "Chapter I describes pans.",
            "I and Q signals go from the US to Canada.",
            "a we-mode of the I-frame",
        ),
        because="authors speak of themselves; a numeral, a list's item or an abbreviation with an i speaks of nobody",
        pattern=re.compile(
            r"(?<![\w-])(?:[Ww]e(?![\w-])|us to\b)"
            r"|(?<![\w/&.-])(?<![Tt]ype )(?<![Pp]art )(?<![Pp]hase )(?<![Ss]tage )(?<![Ss]tudy )I"
            r"(?='(?:d|ll|m|ve)\b| (?:[a-z]+ly |also |first |then )?"
            r"(?:(?:analy[sz]|argu|describ|examin|explor|investigat|introduc|propos|provid|us)ed?"
            r"|(?:design|demonstrat|develop|discuss|focus|present|review)(?:ed?)?|stud(?:y|ied)"
            r"|am|buil[dt]|can|could|did|do|find|found|have|show|showed|was|will|would)\b)"
        ),
    ),
    Rule(
        name="ours",
        finds=(
            ("Our pan glows.", "Our"),
            ("No pan beats ours.", "ours"),
            ("It helped us.", "us"),
            ("In my kitchen", "my"),
            ("The proposed pan glows.", "The proposed"),
        ),
        spares=("the US", "sour hours", "our-like my-pans", "a proposed pan"),
        because="what is the authors' own is their work",
        pattern=re.compile(r"(?<![\w-])(?:[Oo]urs?|us|[Mm]y)(?![\w-])|\b[Tt]he proposed\b"),
    ),
    Rule(
        name="passive",
        finds=(("A pan is proposed here.", "is proposed"), ("Two pans are then presented.", "are then presented")),
        spares=("Pans have been proposed.", "a pan proposed by Smith"),
        because="what is being proposed is proposed here; what others proposed has been",
        pattern=re.compile(
            r"\b(?:is|are) (?:(?:also|first|further|then|therefore|thus) )?"
            r"(?:developed|introduced|presented|proposed)\b"
        ),
    ),
)

# Each is what a sentence begins with that tells of others' work or of the problem, where the authors do nothing in it.
OTHERS = (
    Rule(
        name="turns-to-the-problem",
        finds=(("However, pans burn.", "However"), ("In contrast, a pot holds.", "In contrast")),
        spares=("Pans burn, however.", "In contrasting pans", "However-like"),
        because="with these words a text leaves what it has told for what is against it, or for its rivals",
        pattern=re.compile(r"\A(?:However|Nevertheless|Today|Unfortunately|Yet|In (?:comparison|contrast))(?![\w-])"),
    ),
    Rule(
        name="what-is-there",
        finds=(
            ("Existing pans burn.", "Existing"),
            ("Recently, pans burn.", "Recently"),
            ("Most of the current pans burn.", "Most of the current"),
            ("The conventional pan burns.", "The conventional"),
        ),
        spares=(
            "Pans beat existing ones.",
            "The current pan is ours.",
            "Priority pans burn.",
            "Prior to frying, pans burn.",
            "All pans burn.",
        ),
        because="what existed before is not the paper's own; behind other words it is what that is compared with",
        pattern=re.compile(rf"\A(?:(?:All|Many|Most|Several|Some) (?:of (?:the )?)?|The (?!current|recent))?{_TODAY}"),
    ),
)
# Each runs from where a sentence leaves the authors' own work up to a number, the text's end here.
OTHERS_CLAUSES = (
    Rule(
        name="while-others",
        finds=(
            ("It holds while existing pans lose 4", "while existing pans lose 4"),
            ("It holds, the previous ones lose 0.4", ", the previous ones lose 0.4"),
            ("It holds, baselines lose ", ", baselines lose "),
        ),
        spares=("It holds while it cooks 4", "while existing pans burn, it loses 4", "It beats existing pans by 4"),
        because="up to its next comma, a clause that begins with others is about them",
        pattern=re.compile(
            rf"(?:\b(?:while|whereas|but)|,) (?:the )?(?:state[- ]of[- ]the[- ]art\b|other\b|baselines?\b|{_OTHERS})"
            rf"{_UNTIL_NUMBER}",
            re.IGNORECASE,
        ),
    ),
    Rule(
        name="while-a-rival",
        finds=(("It holds, but Potter only boils 4", "but Potter only boils 4"),),
        spares=("It holds, but it only boils 4", "It holds, but Potter boils 4"),
        because="a name of which only so much is said is a rival's",
        pattern=re.compile(
            rf"\b(?:while|whereas|but) (?-i:[A-Z])[\w.-]+ (?:only|merely|just|suffers|loses|drops)\b{_UNTIL_NUMBER}",
            re.IGNORECASE,
        ),
    ),
    Rule(
        name="share-of-the-problem",
        finds=(("Frying accounts for 4", "accounts for 4"), ("time spent on pans of 4", "spent on pans of 4")),
        spares=("on account of 4", "Frying accounts for all. It takes 4"),
        because="what takes most of the time or room is the problem, not its solution",
        pattern=re.compile(r"\b(?:dominated by|account(?:s|ing)? for|spent on)\b[^.;]*\Z", re.IGNORECASE),
    ),
)
# Each is where a sentence turns to what came of the work.
EVIDENCE = (
    Rule(
        name="experiments",
        finds=(
            ("Extensive experiments show it.", "experiments"),
            ("The result is hot.", "result"),
            ("We evaluate pans empirically.", "evaluate"),
            ("Our findings are hot.", "findings"),
        ),
        spares=("the experience of an empire", "as resulting heat"),
        because="experiments and their results come after what they are about",
        pattern=re.compile(
            r"\b(?:ablations?|empirical\w*|evaluat\w*|experiment\w*|findings|results?|simulations)\b", re.IGNORECASE
        ),
    ),
    Rule(
        name="outdoes",
        finds=(("It outperforms pots.", "outperforms"), ("It achieved heat.", "achieved")),
        spares=("An archive of surpluses",),
        because="what is better than others, or reached, came of the work",
        pattern=re.compile(r"\b(?:achiev|outperform|surpass)\w*", re.IGNORECASE),
    ),
    Rule(
        name="compares",
        finds=(("hot compared to pots", "compared to"), ("a state-of-the-art pan", "state-of-the-art")),
        spares=("a pan compared by cooks", "the art of the state"),
        because="rivals are named here, and what they are good at",
        pattern=re.compile(r"\b(?:compared (?:to|with)|sota|state-of-the-art)\b", re.IGNORECASE),
    ),
    Rule(
        name="available",
        finds=(("Pans are publicly available.", "publicly available"), ("It is available at a shop.", "available at")),
        spares=("the available pans", "the public"),
        because="where something is to be had says nothing more of what it is",
        pattern=re.compile(r"\b(?:available at|publicly available)\b", re.IGNORECASE),
    ),
)
WHERE_TO_FIND = (
    Rule(
        name="address",
        finds=(("See https://example.org.", "https://"),),
        spares=("an http server",),
        because="an address is where to read on",
        pattern=re.compile(r"https?://", re.IGNORECASE),
    ),
    Rule(
        name="code-is-there",
        finds=(
            ("The code and data are made available.", "code and data are made available"),
            ("Our model has been released.", "model has been released"),
            ("We release our code.", "release our code"),
        ),
        spares=(
            "The code is short.",
            "We release heat.",
            "Data is scarce and hardly found.",
            "A code. It is available",
        ),
        because="what can be downloaded is not what was done",
        pattern=re.compile(
            r"\b(?:code|codes|models?|data|dataset|implementation|checkpoints|weights|page|demos?|videos?)\b[^.]{0,40}"
            r"\b(?:is|are|be|been|made) (?:\w+ ){0,3}?(?:available|released|open[- ]?sourced?|found at|accessed)\b"
            r"|\b(?:release|open-?source) (?:our|the|all) (?:\w+ )?(?:code|implementation|software)",
            re.IGNORECASE,
        ),
    ),
)
HOPES = (
    Rule(
        name="hopes",
        finds=(("We hope it helps.", "We hope"), ("The authors also thank cooks.", "authors also thank")),
        spares=("a hope we have", "We cook."),
        because="what is hoped for, believed or planned has not been done",
        pattern=re.compile(r"\b(?:we|authors) (?:\w+ )?(?:hope|believe|plan|thank)\b", re.IGNORECASE),
    ),
    Rule(
        name="keywords",
        finds=(("Keywords: pans, pots", "Keywords"),),
        spares=("We find keywords.",),
        because="a list of words is no sentence",
        pattern=re.compile(r"\Akeywords\b", re.IGNORECASE),
    ),
)
