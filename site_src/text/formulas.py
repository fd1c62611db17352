"""Rules for formulas: their delimiters, fractions, roots, operators, scripts."""

import re

from site_src.text.frozen import FRACTION
from site_src.text.latex import compose
from site_src.text.rules import Rule
from site_src.text.symbols import (
    BACKSLASHED,
    GREEK,
    HAT,
    PLAIN,
    RELATIONS,
    ROOTS,
    TILDE,
    either,
)

_ATOM = re.compile(r"[A-Za-zα-ωΑ-Ω]|\d+")
SYMBOLS = GREEK | PLAIN | BACKSLASHED | RELATIONS
# Commands that do something; dropping their backslash would leave nonsense.
_STRUCTURE = r"(?:text|math|new|line|page|begin|end|item|cite|ref|label|foot|noindent|left|right|frac|sqrt|over|under)"
_NO_PATH = rf"(?!\\(?!(?:{either(SYMBOLS)})(?![A-Za-z])))"
_ONE_LETTER = r"(?:(?<![A-Za-z_\\])|(?<=(?<![A-Za-z_\\])[A-Za-z]))"


def _grouped(part: str) -> str:
    """The part as an operand: in brackets unless it is one letter, a number, or bracketed already."""
    is_bracketed = part.startswith("(") and part.find(")") == len(part) - 1
    return part if _ATOM.fullmatch(part) or is_bracketed else f"({part})"


def _spaced(match: re.Match[str]) -> str:
    """The sign between blanks, but none at a bracket or an end."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    after = match.string[match.end() : match.end() + 1]
    left = " " if match[1] or before not in "([{ " else ""
    right = " " if match[3] or after not in ")]}.,;: " else ""
    return f"{left}{RELATIONS[match[2]]}{right}"


def _accented(match: re.Match[str]) -> str:
    letter = match[2] or match[3]
    mark = TILDE if match[1].endswith("tilde") else HAT
    return compose(letter, mark) or letter + mark


# What goes before all other rules: they look at what is inside.
DELIMITERS = (
    Rule(
        name="inline-math",
        fixes=((r"for \(A \to B\) tasks", r"for A \to B tasks"), (r"S\(^2\)-Net", "S^2-Net")),
        spares=(r"the regex \(", r"\(a"),
        because="a pair of delimiters that nothing but LaTeX has",
        needs=("\\(",),
        pattern=re.compile(r"\\\(((?:(?!\\[()]).){1,120})\\\)(?!\\\))"),
        new=lambda match: match[1].strip(),
    ),
    Rule(
        name="dollar-symbol",
        fixes=((r"2.4$\times$ faster", "2.4× faster"), (r"an $\epsilon$-optimal", "an ε-optimal")),
        spares=(r"$\unknown$", "$times$"),
        because="a pair around one command that is known",
        needs=("$\\",),
        pattern=re.compile(rf"(?<!\\)\$\\({either(SYMBOLS)})\$"),
        new=lambda match: SYMBOLS[match[1]],
    ),
    Rule(
        name="dollar-script",
        fixes=(("M$^2$oE", "M^2oE"), ("H$_{2}$O", "H_{2}O")),
        spares=("$^2", "a $ ^ $"),
        because="a pair around one script",
        needs=("$^", "$_"),
        pattern=re.compile(r"(?<!\\)\$([_^](?:[\w+*]|\{[\w+*-]{1,12}\}))\$"),
        new=r"\1",
    ),
    Rule(
        name="dollar-math",
        fixes=((r"for $100\times n$ less", r"for 100\times n less"), ("$k$-NN", "k-NN"), (r"by $5\%$", r"by 5\%")),
        spares=("cost of $100 vs $2", "$5 and $6", "$HOME/$USER", r"$5, 10\% less than $6", "a $ b $ c"),
        because="a pair around one letter, or around commands and scripts; money has neither",
        needs=("$",),
        pattern=re.compile(
            r"(?<![\\$\w])\$(?!\s)(?:([A-Za-z])|(?=[^$]{0,60}(?:\\[A-Za-z%]|[_^]))"
            r"((?:\\[A-Za-z]{2,20}|\\%|[A-Za-z]{1,3}(?![A-Za-z])|[^$\\A-Za-z]){1,80}))(?<!\s)\$(?![\d$])"
        ),
        new=lambda match: match[1] or match[2],
    ),
    Rule(
        name="fraction",
        fixes=(
            ("a 1{2}+x bound", "a 1/2+x bound"),
            ("(1{2}-x)", "(1/2-x)"),
            ("uses N^2d^3{M} steps", "uses N^2d^3/M steps"),
        ),
        spares=("nk{m}", "x^1{2}", "O(n+n^2{m})", "f{x}", r"\d{2}"),
        because=r"`\frac` and the first braces are gone, but two numbers, or powers over a letter, show them",
        needs=("{",),
        pattern=re.compile(FRACTION),
        new=lambda match: f"{match[1] or match[3]}/{match[2] or match[4]}",
    ),
)

RULES = (
    Rule(
        name="fraction-command",
        fixes=((r"\frac{1}{2}", "1/2"), (r"\frac{a+b}{n}", "(a+b)/n")),
        spares=(r"\frac{\sqrt{a}}{n}",),
        because="a whole command with two plain groups",
        needs=("frac{",),
        pattern=re.compile(r"\\[dt]?frac\{([^{}\\]{1,30})\}\{([^{}\\]{1,30})\}"),
        new=lambda match: f"{_grouped(match[1])}/{_grouped(match[2])}",
    ),
    Rule(
        name="root",
        fixes=(("o(sqrt[3]{log n})", "o(∛(log n))"), (r"\sqrt{n}", "√n"), ("sqrt{mn}", "√(mn)")),
        spares=("sqrt(n)", "sqrt[5]{n}", "mysqrt{n}"),
        because="a whole command; an index up to 4 has a sign of its own",
        needs=("sqrt",),
        pattern=re.compile(r"(?:\\|(?<![A-Za-z\\]))sqrt(?:\[([234])\])?\{([^{}]{1,60})\}"),
        new=lambda match: f"{ROOTS[match[1]]}{_grouped(match[2])}",
    ),
    Rule(
        name="wide-accent",
        fixes=(("(widetilde P, V)", "(P̃, V)"), ("time widetilde O(n)", "time Õ(n)"), (r"\tilde{O}(n)", "Õ(n)")),
        spares=("widetilde", "a tilde O", "widehat words"),
        because="no word but LaTeX's begins so, and one letter follows",
        needs=("wide", "\\tilde", "\\hat"),
        pattern=re.compile(r"(\\tilde|\\hat|\\?widetilde|\\?widehat)(?: ?\{([A-Za-z])\}| ([A-Za-z])(?![A-Za-z]))"),
        new=_accented,
    ),
    Rule(
        name="command-relation",
        fixes=((r"A \rightarrow B", "A → B"), (r"x\leq 5", "x ≤ 5")),
        because="a command of TeX's, with its backslash",
        needs=("\\",),
        pattern=re.compile(rf"( ?)\\({either(RELATIONS)})(?![A-Za-z]){_NO_PATH}( ?)"),
        new=_spaced,
    ),
    Rule(
        name="command-times",
        fixes=((r"2.4\times faster", "2.4× faster"), (r"3\times 3", "3×3"), (r"n \times d", "n × d")),
        because="a command of TeX's, with its backslash; TeX's blank behind goes before a second factor",
        needs=("\\times",),
        pattern=re.compile(r"(?<! )\\times (?=\d|[b-zA-HJ-Z](?![A-Za-z]))|\\times(?![A-Za-z])"),
        new="×",
    ),
    Rule(
        name="command-symbol",
        fixes=((r"\alpha of \approx 3", "α of ≈ 3"), (r"O(\log n)", "O(log n)"), (r"\alpha\beta", "αβ")),
        spares=(r"C:\in", r"\to\file", r"the \newname of", r"\n and \t"),
        because="a command of TeX's, with its backslash; before a backslash that begins no command it may be a path",
        needs=("\\",),
        pattern=re.compile(rf"(?<![:\\])\\({either(GREEK | PLAIN | BACKSLASHED)})(?![A-Za-z]){_NO_PATH}"),
        new=lambda match: SYMBOLS[match[1]],
    ),
    Rule(
        name="relation",
        fixes=(
            ("Here Tgeq 0 holds", "Here T ≥ 0 holds"),
            ("M geq d", "M ≥ d"),
            ("rate η_2propto d", "rate η_2 ∝ d"),
            ("(log(D) cdot |p|)", "(log(D) · |p|)"),
        ),
        spares=("__geq__", "proptosis", "myleq 3"),
        because="no words of any language, alone or glued to a single letter or number",
        needs=tuple(RELATIONS),
        pattern=re.compile(rf"( ?){_ONE_LETTER}({either(RELATIONS)})(?![A-Za-z_])( ?)"),
        new=_spaced,
    ),
    Rule(
        name="plain-symbol",
        fixes=(("{g(1),ldots,g(J)}", "{g(1),…,g(J)}"), ("L_infty", "L_∞")),
        spares=("my_infty", "infty_x"),
        because="no words of any language",
        needs=tuple(PLAIN),
        pattern=re.compile(rf"(?:{_ONE_LETTER}|(?<=(?<![A-Za-z_])[A-Za-z]_))({either(PLAIN)})(?![A-Za-z_])"),
        new=lambda match: PLAIN[match[1]],
    ),
    Rule(
        name="bullet",
        fixes=(("two parts: bullet One", "two parts: • One"), ("time. bullet On the", "time. • On the")),
        spares=("silver bullet", "a bullet Train", "bullet Train", "bullet points"),
        because="after the end of a clause and before a capital",
        needs=("bullet",),
        pattern=re.compile(r"(?<=[.:;] )bullet(?= [A-Z])"),
        new="•",
    ),
    Rule(
        name="member-of",
        fixes=(("a matrix Min R^{m×n}", "a matrix M ∈ R^{m×n}"), ("x_i in R^d per", "x_i ∈ R^d per")),
        spares=("a gain in R^2", "1.8x in R^d", "in R^d", "is in R^2"),
        because="a single letter before, and a space of vectors behind",
        needs=("in R^",),
        pattern=re.compile(
            r"(?<![A-Za-z0-9\\_])([A-Za-zα-ωΑ-Ω](?:_[a-z0-9]|[₀-₉])?) ?in (?=R\^(?:[a-z](?![A-Za-z])|\{))"
        ),
        new=r"\1 ∈ ",
    ),
    Rule(
        name="norm-index",
        fixes=(("the ell_2 norm", "the ℓ_2 norm"), ("ell_p", "ℓ_p"), ("ell_∞", "ℓ_∞")),
        spares=("ell_matrix", "bell_2", "ell_10_x"),
        because="the letter of a norm with its index",
        needs=("ell_",),
        pattern=re.compile(r"(?<![A-Za-z_\\])ell(?=_(?:[\dpq∞]|\{\w\})(?!\w))"),
        new="ℓ",
    ),
    Rule(
        name="big-brackets",
        fixes=(("Obig(n log n big)", "O(n log n)"), ("Oleft(f(n)right)", "O(f(n))")),
        spares=("it is big (very big)", "on the left(a) and right"),
        because="a bracket glued to its size on both ends",
        needs=("big)", "Big)", "right)", "bigg)", "Bigg)"),
        pattern=re.compile(r"\\?(?:left|[bB]igg?l?)\( ?((?:[^()]|\([^()]{0,40}\)){1,80}?) ?\\?(?:right|[bB]igg?r?)\)"),
        new=r"(\1)",
    ),
    Rule(
        name="undefined-macro",
        fixes=((r"our \quickname-7B model", "our quickname-7B model"), (r"\ourtool{} is", "ourtool is")),
        spares=(r"a \newline here", r"C:\windows", r"the \footnote{a}", r"\a", r"\begin", r"\alpha"),
        because="a long lower-case name that no rule knows is the authors' own macro, named like what it prints",
        needs=("\\",),
        pattern=re.compile(
            rf"(?<![\w\\:/.])\\(?!{_STRUCTURE}|(?:{either(SYMBOLS)}|hat|tilde)(?![a-z]))([a-z]{{4,30}})(?:\{{\}}|(?![A-Za-z\\{{(\[_]))"
        ),
        new=r"\1",
    ),
)
