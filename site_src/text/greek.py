"""Rules for Greek letters. A name alone is left as it is: alpha factors, Lambda functions and Phi-2 are names."""

import re

from site_src.text.rules import Rule
from site_src.text.symbols import GREEK, PLAIN, RELATIONS, either

_NAME = either(GREEK)
_COMMAND = rf"(?:{either(RELATIONS | PLAIN)}|times)(?![a-z_])"
# Names that are no English word and too long to be the end of one.
_LONG = r"(?:(?:var)?epsilon|lambda|sigma|omega|gamma|delta)"
_SCRIPT = rf"(?:_\d(?!\d*_)|_[A-Za-z](?![A-Za-z0-9_])|_(?:{_NAME})(?!\w)|_\{{|\^[\d{{+*-]|\^top\b)"
_SOFTWARE = frozenset({"alpha", "beta", "gamma", "delta"})


def _letter(match: re.Match[str]) -> str:
    return GREEK[match[0]]


def _letters(match: re.Match[str]) -> str:
    if match[1] in _SOFTWARE and match[2] in _SOFTWARE:
        return match[0]
    return f"{GREEK[match[1]]}/{GREEK.get(match[2], match[2])}"


RULES = (
    Rule(
        name="greek-with-script",
        fixes=(("at eta_1 and sigma^2", "at η_1 and σ^2"), ("pi_theta", "π_theta"), ("epsilon^{-1}", "ε^{-1}")),
        spares=("alpha_dropout", "beta_1_x", "meta_1", "my_beta_1", "alpha factors"),
        because="a subscript or superscript follows: a number, one letter or a group; longer names are code",
        needs=("_", "^"),
        pattern=re.compile(rf"(?<![A-Za-z\\_])(?:{_NAME})(?={_SCRIPT})"),
        new=_letter,
    ),
    Rule(
        name="greek-behind-letter",
        fixes=(("O(mepsilon^{-2})", "O(mε^{-2})"),),
        spares=("ulambda is", "mepsilon"),
        because="one letter glued to a long name with a script; no word ends so",
        needs=("^", "_"),
        pattern=re.compile(rf"(?<=(?<![A-Za-z\\_])[A-Za-z]){_LONG}(?={_SCRIPT})"),
        new=_letter,
    ),
    Rule(
        name="greek-before-command",
        fixes=(("lambdacdot d", "λcdot d"), ("Omegasubseteq [m]", "Ωsubseteq [m]")),
        spares=("alphabet", "betatimes_x"),
        because="glued to the name of an operator",
        needs=("cdot", "leq", "geq", "neq", "propto", "seteq", "infty", "rightarrow", "atimes", "ntimes"),
        pattern=re.compile(rf"(?<![A-Za-z\\_])(?:{_NAME})(?={_COMMAND})"),
        new=_letter,
    ),
    Rule(
        name="greek-subscript",
        fixes=(("π_theta", "π_θ"), ("f_theta(x)", "f_θ(x)"), ("x^{lambda}", "x^λ"), ("R_{epsilon}", "R_ε")),
        spares=("rate_alpha", "x_beta_1", "f_alphabet", "my_f_beta"),
        because="the script of a single letter",
        needs=("_", "^{"),
        pattern=re.compile(rf"(?:(?<=(?<![A-Za-z_])[A-Za-zα-ωΑ-Ω]_)({_NAME})(?!\w)|(?<=[_^])\{{\\?({_NAME})\}})"),
        new=lambda match: GREEK[match[1] or match[2]],
    ),
    Rule(
        name="greek-bounds",
        fixes=(("is Omega(n)", "is Ω(n)"), ("M=Theta(Nd)", "M=Θ(Nd)")),
        spares=("AlphaOmega(n)", "Delta(x)", "theta(x)", "Omega (n)"),
        because="Landau's symbols with their bracket",
        needs=("Omega(", "Theta("),
        pattern=re.compile(r"(?<![A-Za-z\\_])(?<![A-Za-z]-)(?:Omega|Theta)(?=\()"),
        new=_letter,
    ),
    Rule(
        name="greek-in-bars",
        fixes=(("O(|Omega| k)", "O(|Ω| k)"),),
        spares=("||Omega||alpha", "a|beta|gamma"),
        because="alone between the bars of an absolute value or a size",
        needs=("|",),
        pattern=re.compile(rf"(?<![\w|]\|)(?<=\|)(?:{_NAME})(?=\|(?![\w|]))"),
        new=_letter,
    ),
    Rule(
        name="varepsilon",
        fixes=(("an varepsilon-stationary point", "an ε-stationary point"),),
        because="no word but LaTeX's begins so",
        needs=("varepsilon", "varphi", "vartheta"),
        pattern=re.compile(r"(?<![A-Za-z\\_])(?:varepsilon|varphi|vartheta)(?![A-Za-z_])"),
        new=_letter,
    ),
    Rule(
        name="epsilon-hyphen",
        fixes=(("an epsilon-approximation", "an ε-approximation"),),
        spares=("sub-epsilon-like", "epsilon", "alpha-mining", "epsilon-"),
        because="epsilon before a hyphen is the small number of mathematics; other letters are names there",
        needs=("epsilon-",),
        pattern=re.compile(r"(?<![\w\\-])epsilon(?=-[a-z])"),
        new=_letter,
    ),
    Rule(
        name="privacy-pair",
        fixes=(("(epsilon, delta)-private", "(ε, δ)-private"),),
        because="the two small numbers of differential privacy",
        needs=("(epsilon,",),
        pattern=re.compile(r"\(epsilon,( ?)delta\)"),
        new=r"(ε,\1δ)",
    ),
    Rule(
        name="greek-arithmetic",
        fixes=(
            ("(1+epsilon)-approximate", "(1+ε)-approximate"),
            ("a 1/2 -epsilon ratio", "a 1/2 -ε ratio"),
            ("O(1/delta)", "O(1/δ)"),
            ("(1-gamma)", "(1-γ)"),
        ),
        spares=("GPT-4-alpha", "Foo 2+beta", "version 1-beta", "1-alphabet"),
        because="added to a number; letters that are names as well, only to 1 and inside brackets",
        needs=("epsilon", "(1+", "(1-", "(1/"),
        pattern=re.compile(
            rf"(?<=\d[+/*-])epsilon(?![A-Za-z_])|(?<=\d [+-])epsilon(?![A-Za-z_])|(?<=\d [+-] )epsilon(?![A-Za-z_-])"
            rf"|(?<=\(1[+/-])(?:{_NAME})(?=[\^)])|(?<=[\^{{]-)epsilon(?=[)}}])"
        ),
        new=_letter,
    ),
    Rule(
        name="greek-equals",
        fixes=(("(alpha=0.05)", "(α=0.05)"), ("lambda = 3", "λ = 3"), ("η ≤ epsilon", "η ≤ ε"), ("theta ∈ R", "θ ∈ R")),
        spares=("mode=alpha", "my_beta=3", "Pro-alpha=3", "alpha = True", "--alpha=3"),
        because="set equal to a number, or compared by a mathematical sign",
        needs=("=", "≤", "≥", "≠", "∈", "∝", "≈", "⊆", "≪", "≫", "·"),
        pattern=re.compile(
            rf"(?<![\w\\-])(?:{_NAME})(?= ?=[ -]{{0,2}}\d| ?[≤≥≠∈∝≈⊆≪≫·])|(?<=[≤≥≠∈∝≈⊆≪≫·] )(?:{_NAME})(?![\w-])"
        ),
        new=_letter,
    ),
    Rule(
        name="greek-ratio",
        fixes=(("scales as eta/lambda with", "scales as η/λ with"), ("eta/λ", "η/λ")),
        spares=("alpha/beta testing", "beta/gamma", "a/eta/lambda", "eta/lambda/b", "eta/lambdas"),
        because="one letter over another; those that also name releases and rays do not count among themselves",
        needs=("/",),
        pattern=re.compile(rf"(?<![\w/\\-])({_NAME})/({_NAME}|[α-ω])(?![\w/-])"),
        new=_letters,
    ),
)
