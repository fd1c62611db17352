"""Rules for what LaTeX writes in prose: escapes, accents, fonts, and braces that are left of a command."""

import re
import unicodedata

from site_src.text.rules import Rule

_MARKS = {"'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307"}
_LETTER_MARKS = {
    "c": "\u0327",
    "v": "\u030c",
    "u": "\u0306",
    "H": "\u030b",
    "k": "\u0328",
    "r": "\u030a",
    "d": "\u0323",
    "b": "\u0331",
}
_LETTERS = {"ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø"}
_LETTERS |= {"l": "ł", "L": "Ł", "i": "ı"}

_FONT_SWITCHES = (
    r"(?:bf|it|em|sc|tt|sl|rm|sf|cal|bfseries|itshape|scshape|ttfamily|tiny|small|footnotesize|large|boldmath)"
)
FONT_COMMANDS = (
    r"(?:text(?:bf|it|tt|sc|sf|rm|sl|up|normal)|emph|underline|mathbf|mathrm|mathcal|mathbb|mathsf|mathit|mathtt"
    r"|mathfrak|boldsymbol|operatorname|mbox)"
)
# What a word in braces belongs to where it stands for something to be filled in.
_PLACEHOLDERS = r"(?:placeholder|template|slot|variable|token|field|prompt|format|string|tag|symbol|sets?|keys?)\b"
_PLACEHOLDER = re.compile(_PLACEHOLDERS + r"\W*\Z", re.IGNORECASE)
_CONTEXT = 20


def compose(letter: str, mark: str) -> str | None:
    """The letter with the combining mark as one character; None where Unicode has none."""
    composed = unicodedata.normalize("NFC", letter + mark)
    return composed if len(composed) == 1 else None


def _accented(match: re.Match[str]) -> str:
    letter = match["braced"] or match["dotless"] or match["plain"]
    return compose(letter, _MARKS[match["mark"]]) or match[0]


def _letter_accented(match: re.Match[str]) -> str:
    return compose(match[2], _LETTER_MARKS[match[1]]) or match[0]


def _unbraced(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - _CONTEXT) : match.start()]
    return match[0] if _PLACEHOLDER.search(before) else match[1]


RULES = (
    Rule(
        name="escape",
        fixes=((r"40\%", "40%"), (r"R\&D", "R&D"), (r"top\_k", "top_k"), (r"\$5", "$5")),
        spares=(r"the string \n", r"a path a\b"),
        because="TeX writes these marks so, and nothing else does",
        needs=("\\",),
        pattern=re.compile(r"(?<!\\)\\([%&#_$])"),
        new=r"\1",
    ),
    Rule(
        name="accent",
        fixes=(
            (r"na\"ive", "naïve"),
            (r"Kl\'{e}ber", "Kléber"),
            (r"M{\"u}ller", "Müller"),
            (r"t\=atou", "tātou"),
            (r"Garc\'{\i}a", "García"),
        ),
        spares=(r"say \"apple\" twice", r"the model\'s size", r"don\'t", r"a\.b", r"path\to"),
        because="inside a word, and only where the letter with that accent is a character of its own",
        needs=("\\",),
        pattern=re.compile(
            r"(?P<open>\{)?(?:(?<=[A-Za-z])|(?<=\{)|(?=\\.\{))\\(?P<mark>['\"`^~=.])"
            r"(?:\{\\?(?P<braced>[A-Za-z])\}|\\(?P<dotless>[ij])(?![A-Za-z])"
            r"|(?<!\.)(?!(?:s|t|d|m|ll|re|ve)\b)(?P<plain>[A-Za-z]))(?(open)\})"
        ),
        new=_accented,
    ),
    Rule(
        name="accent-command",
        fixes=((r"Ha\v{s}ek", "Hašek"), (r"Fran\c{c}ois", "François")),
        spares=(r"a\b{x}",),
        because="a one-letter command with one letter in braces, where Unicode has the two as one character",
        needs=("\\",),
        pattern=re.compile(r"\\([cvuHkrdb])\{([A-Za-z])\}"),
        new=_letter_accented,
    ),
    Rule(
        name="letter-command",
        fixes=((r"J{\o}rgen", "Jørgen"), (r"Stra\ss{}e", "Straße")),
        spares=(r"the string \o",),
        because="in braces, or with a pair of them behind",
        needs=("\\",),
        pattern=re.compile(r"\{\\(ss|ae|AE|oe|OE|aa|AA|[oOlLi])\s?\}|\\(ss|ae|AE|oe|OE|aa|AA|[oOlLi])\{\}"),
        new=lambda match: _LETTERS[match[1] or match[2]],
    ),
    Rule(
        name="font-in-script",
        fixes=((r"L_{\rm max}", "L_{max}"), ("x^{bf k}", "x^{k}")),
        because="a font switch at the start of a group; the script keeps its braces",
        needs=("_{", "^{"),
        pattern=re.compile(rf"(?<=[_^])\{{(?:\\{_FONT_SWITCHES}|(?:bf|rm|it|tiny|sc|sf|tt))\s+([^{{}}]{{1,40}})\}}"),
        new=r"{\1}",
    ),
    Rule(
        name="font-group",
        fixes=((r"{\em fast} path", "fast path"), ("the {bf MASK} token", "the MASK token")),
        spares=("{it, en, fr}", "{small, large}", "{bfloat}"),
        because="a group that begins with the name of a font and a blank; a set would have a comma there",
        needs=("{",),
        pattern=re.compile(rf"(?<![_^\w\\}}])\{{\\?{_FONT_SWITCHES}\s+([^{{}}\s][^{{}}]{{0,300}})\}}"),
        new=lambda match: match[1].rstrip(),
    ),
    Rule(
        name="font-command",
        fixes=((r"\textbf{our tool (XY)}", "our tool (XY)"), ("texttt{run}", "run"), (r"\mathcal{O}(n)", "O(n)")),
        spares=("context{x}", "the emphasis {x}"),
        because="the command's whole name with its braces",
        needs=("{",),
        pattern=re.compile(rf"(?:\\|(?<![A-Za-z\\])){FONT_COMMANDS}\{{([^{{}}]{{0,400}})\}}"),
        new=r"\1",
    ),
    Rule(
        name="brace-comma",
        fixes=(("10{,}000", "10,000"),),
        because="a comma in braces between digits parts thousands",
        needs=("{,}",),
        pattern=re.compile(r"(?<=\d)\{,\}(?=\d{3})"),
        new=",",
    ),
    Rule(
        name="no-space",
        fixes=((r"Foo\xspace is", "Foo is"), (r"Foo\/ is", "Foo is")),
        because="commands that print nothing",
        needs=("\\xspace", "\\/"),
        pattern=re.compile(r"\\xspace(?:\{\})?(?![A-Za-z])|(?<=[A-Za-z])\\/(?=[\s}])"),
        new="",
    ),
    Rule(
        name="brace-hyphen",
        fixes=(("Foo{-}Bar", "Foo-Bar"),),
        because="a hyphen alone in braces between letters is a protected hyphen",
        needs=("{-}",),
        pattern=re.compile(r"(?<=[A-Za-z])\{-\}(?=[A-Za-z0-9])"),
        new="-",
    ),
    Rule(
        name="brace-capitals",
        fixes=(("{B}ayesian", "Bayesian"), ("{GPU}s", "GPUs")),
        spares=("{A} and {B}", "x_{I}j", "f{A}b"),
        because="capitals in braces that a word goes on behind are protected capitals",
        needs=("{",),
        pattern=re.compile(r"(?<![\w\\^_}{\])$])\{([A-Z][A-Za-z]{0,7})\}(?=[a-z])"),
        new=r"\1",
    ),
    Rule(
        name="brace-word",
        fixes=(("decides {when} to stop", "decides when to stop"), ("({where} it stops)", "(where it stops)")),
        spares=(
            "{a, b, c} in set notation",
            "in {-1, 0, 1}",
            "{x}",
            "the template {name}",
            "{key} placeholder",
            "{head} {tail}",
            '"{name}"',
            "the set {on}",
        ),
        because="one word in braces was emphasised; two or more members make a set, and templates say what they are",
        needs=("{",),
        pattern=re.compile(
            r"(?:^|(?<=[\s(—–]))(?<!\} )\{([A-Za-z][a-z]+(?:-[a-z]+)*)\}(?=[\s.,;:!?)—–]|$)(?! \{)"
            rf"(?! {_PLACEHOLDERS})"
        ),
        new=_unbraced,
    ),
)
