"""Rules for the punctuation that LaTeX spells out: quotation marks, dashes and ties."""

import re

from site_src.text.rules import Rule

RULES = (
    Rule(
        name="double-quotes",
        fixes=(("so-called ``warm start''", "so-called “warm start”"), ('a ``cold" one', "a “cold” one")),
        spares=("``` code ```", "f``(x) = g"),
        because="two grave accents open, two apostrophes or a straight mark close: nobody else quotes so",
        needs=("``",),
        pattern=re.compile(r"(?<!`)``(?![`\s])((?:(?!``|''|[\"\n]).){1,300}?)(?<!\s)(?:''(?!')|\")"),
        new=r"“\1”",
    ),
    Rule(
        name="double-apostrophes",
        fixes=(("the ''gain'' of it", "the “gain” of it"),),
        spares=("f''(x) and g''(x)", "it's ''"),
        because="a pair around words: a second derivative follows its letter directly",
        needs=("''",),
        pattern=re.compile(r"(?<![\w'’)\]])''(?=\w)((?:(?!''|[`\n]).){1,100}?)(?<=[\w.,!?)])''(?![\w'])"),
        new=r"“\1”",
    ),
    Rule(
        name="single-quotes",
        fixes=(("that `lifts' it", "that ‘lifts’ it"),),
        spares=("the user's `ls -l` output", "`don't'", "x`y'"),
        because="one grave accent and one apostrophe around words, with no other of either between",
        needs=("`",),
        pattern=re.compile(r"(?:^|(?<=[\s(\[—–]))`(?=\w)([^`'\n]{1,80})(?<=[\w.,!?)])'(?![\w'])"),
        new=r"‘\1’",
    ),
    Rule(
        name="dash",
        fixes=(("fast -- and small", "fast — and small"), ("fast --- and small", "fast — and small")),
        spares=("use --fast", "i-- and", "a - b", "a ----- b"),
        because="two or three hyphens with a blank on either side",
        needs=(" --",),
        pattern=re.compile(r"(?<=[^\s-] )-{2,3}(?= [^\s-])"),
        new="—",
    ),
    Rule(
        name="dash-tight",
        fixes=(
            ("12--20%", "12–20%"),
            ("speed--accuracy", "speed–accuracy"),
            ("(ABC)--which", "(ABC)–which"),
            ("changes--a skill", "changes–a skill"),
            ("speed---which", "speed—which"),
        ),
        spares=("i-- and x--y in C", "use --fast", "a ----- b", "run foo--"),
        because="between words of two letters or more, or numbers; one-letter names are code",
        needs=("--",),
        pattern=re.compile(r"(?:(?<=[A-Za-z]{2})|(?<=[\d)\]%”]))(-{2,3})(?=[A-Za-z]{2}|[aAI] |\d|[(“\"])"),
        new=lambda match: "–" if match[1] == "--" else "—",
    ),
    Rule(
        name="tie",
        fixes=(
            ("learning~(RL)", "learning (RL)"),
            ("(e.g.,~SVD)", "(e.g., SVD)"),
            ("Table~3", "Table 3"),
            ("use~proxy tasks", "use proxy tasks"),
        ),
        spares=("12~20%", "1M~60M", "A~Z", "~user directory", "p(x)~Normal", "of ~3x", "noise~Normal(0, 1)"),
        because="between words; a tilde before a number means about, but after Table, Figure and the like",
        needs=("~",),
        pattern=re.compile(
            r"(?:(?<=[A-Za-z]{2})|(?<=[A-Za-z.\])][.,;:])|(?<=[A-Z]\))|(?<=[A-Z]s\))|(?<=\d\]))(?<!\\)~"
            r"(?=[A-Za-z]{2,20}(?![A-Za-z(])|\([A-Za-z]|\[\w)"
            r"|(?:(?<=Table)|(?<=Figure)|(?<=Fig\.)|(?<=Section)|(?<=Sec\.)|(?<=Theorem)|(?<=Lemma)|(?<=Algorithm)"
            r"|(?<=Appendix)|(?<=Eq\.)|(?<=Equation))~(?=[\dA-Z(])"
        ),
        new=" ",
    ),
)
