r"""LaTeX of a BibTeX field → the text that it prints: the inverse of `latex`, and what other programs write.

The macros are pylatexenc's tables. The walk is ours, for fields are not LaTeX through and through: `%` is a percent
sign in most abstracts, a command that nobody knows is worth more as it stands than dropped, and a field may be nested
deeper than a stack is. What stands in dollars is left to `text`, which mends formulas, but for the names of signs.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from pylatexenc.latex2text import get_default_latex_context_db
from pylatexenc.latexencode import get_builtin_uni2latex_dict

from site_src.text.symbols import BACKSLASHED, GREEK, PLAIN, RELATIONS

_MARKS = {"'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307"}
_MARKS |= {"c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328", "r": "\u030a", "d": "\u0323"}
_MARKS |= {"b": "\u0331"}
_LETTERS = {"ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø"}
_LETTERS |= {"l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ"}
_SIGNS = GREEK | PLAIN | BACKSLASHED | RELATIONS
_SIGNS |= {
    "textbraceleft": "{",
    "textbraceright": "}",
    "lbrace": "{",
    "rbrace": "}",
    "slash": "/",
    "textless": "<",
    "sim": "~",
}
_SIGNS |= {"textgreater": ">", "textbar": "|", "textquotesingle": "'", "textquotedbl": '"', "textunderscore": "_"}
_SIGNS |= {"textdollar": "$", "textasciigrave": "`", "LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX"}
# Commands that print nothing themselves; what follows in braces is printed.
_FONTS = re.compile(
    r"text(?:normal|rm|sf|tt|md|bf|up|it|sl|sc)?|math(?:rm|it|bf|sf|tt|cal|normal)|boldsymbol|operatorname|ensuremath"
    r"|emph|u(?:nder)?line|[mh]box|(?:upper|lower)case|Make(?:Upper|Lower)case|NoCaseChange|bibinfo|enquote|url|path"
    r"|relax|protect|xspace|noopsort|rm|it|bf|sf|tt|sc|sl|em|(?:bf|sf|tt|rm)(?:series|family)|mdseries|(?:it|sc|up|sl)shape"
    r"|normalfont|tiny|(?:script|footnote|normal)size|small|large|boldmath|newline|linebreak|allowbreak"
)
_ESCAPES = {**{sign: sign for sign in "%&#_${}"}, **dict.fromkeys(" ,;:\\\n\t", " "), **dict.fromkeys("/-!@", "")}

_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    r"(?P<known>\{\\[A-Za-z'`^\"~=.][^{}\s]{0,30}(?:\{[^{}]{0,20}(?:\{[^{}]{0,12}\}[^{}]{0,5})?\})?\})"
    r"|\\href\s*\{[^{}]*\}"
    r"|\\url\s*\{(?P<url>[^{}]*)\}"
    r"|\\text(?P<script>super|sub)script\s*\{(?P<scripted>[^{}\\]{0,40})\}"
    rf"|\\(?P<mark>['`^\"~=.]|[cvuHkrdb](?![A-Za-z]))[ \t\n]*"
    rf"(?:\{{[ \t]*\\?(?P<braced>{_LETTER}{{1,2}})[ \t]*\}}|\\(?P<dotless>[ij])(?![A-Za-z])[ \t]?|(?P<plain>{_LETTER}))"
    r"|\\(?P<empty>[~^\"'`])\{\}"
    r"|\\(?P<name>[A-Za-z]+)\*?(?P<blank>[ \t\n]*)(?P<group>\{[^{}\\]{0,100}\})?"
    r"|\\\((?P<round>(?:[^\\\n]|\\[^()\n]){1,300})\\\)"
    r"|\\(?P<escaped>[%&#_${} ,;:\\\n\t/@!-])"
    r"|(?P<skip>\\.)"
    r"|(?<!\$)\$(?P<dollars>\$?)(?=\S)(?P<math>(?:[^$\\\n]|\\.|\n(?!\s*\n)){1,300})(?<=\S)\$(?P=dollars)(?!\d)"
    r"|(?P<brace>[{}])"
    r"|(?<=\S)(?P<tie>~)(?=\S)"
    r"|(?P<dashes>(?<!-)-{2,3}(?!-))"
    r"|(?P<quotes>``|'')",
    re.DOTALL,
)
_COMMAND = re.compile(r"\\(?:([A-Za-z]+)|([,;:! ])|([{}]))")
_PLACEHOLDER = re.compile(r"[%<]|^\s*$")  # what an argument is put in, or stands for one
_PUNCTUATION = {"--": "–", "---": "—", "``": "“", "''": "”"}


def read_latex(written: str) -> str:
    """The text, with its white space as it was. Linear in the length."""
    return _TOKEN.sub(_replace, written)


def _replace(token: re.Match[str]) -> str:
    kind = token.lastgroup or ""
    return _READERS[kind](token) if kind in _READERS else ""


def _known(token: re.Match[str]) -> str:
    """A group as `latex` writes it is one character; of any other, what is in its braces."""
    return _written_as().get(token[0][1:-1]) or read_latex(token[0][1:-1])


def _script(token: re.Match[str]) -> str:
    return f"{'^' if token['script'] == 'super' else '_'}{{{token['scripted']}}}"


def _accent(token: re.Match[str]) -> str:
    """The letter with its mark as one character; as it stands where Unicode has none."""
    letter = token["braced"] or token["dotless"] or token["plain"]
    composed = unicodedata.normalize("NFC", letter[0] + _MARKS[token["mark"]])
    return composed + letter[1:] if len(composed) == 1 else token[0]


def _command(token: re.Match[str]) -> str:
    """A letter takes the blank behind it, as TeX has it; behind other signs the blank was meant to be seen."""
    name, inner = token["name"], read_latex(token["group"] or "")
    if name in _LETTERS or _FONTS.fullmatch(name):
        return _LETTERS.get(name, "") + inner
    sign = _sign(name)
    return token[0] if sign is None else sign + token["blank"] + inner


def _math(token: re.Match[str]) -> str:
    r"""The formula without its dollars; `\alpha` and its like as signs, where no command is left that is unknown."""
    inner = token["math"] or token["round"]
    return _COMMAND.sub(_in_formula, inner).strip()


def _in_formula(command: re.Match[str]) -> str:
    if not command[1]:
        return command[3] or ""
    sign = _sign(command[1])
    return command[0] if sign is None or _FONTS.fullmatch(command[1]) else sign


def _sign(name: str) -> str | None:
    return _SIGNS.get(name) or _macros().get(name)


_READERS: dict[str, Callable[[re.Match[str]], str]] = {
    "known": _known,
    "url": lambda token: token["url"],
    "scripted": _script,
    **dict.fromkeys(("braced", "dotless", "plain"), _accent),
    "empty": lambda token: token["empty"],
    **dict.fromkeys(("name", "blank", "group"), _command),
    "round": _math,
    "escaped": lambda token: _ESCAPES[token["escaped"]],
    "skip": lambda token: token[0],
    **dict.fromkeys(("math", "dollars"), _math),
    "brace": lambda _: "",
    "tie": lambda _: " ",
    **dict.fromkeys(("dashes", "quotes"), lambda token: _PUNCTUATION[token[0]]),
}


@cache
def _macros() -> dict[str, str]:
    r"""What each macro without arguments prints, `\alpha` and 800 more."""
    tables = get_default_latex_context_db()
    specs = (spec for category in tables.categories() for spec in tables.iter_macro_specs([category]))
    printed = ((spec.macroname, spec.simplify_repl) for spec in specs)
    signs = {latex[1:]: sign for latex, sign in _written_as().items() if latex[1:].isalpha()}
    return signs | {name: text for name, text in printed if isinstance(text, str) and not _PLACEHOLDER.search(text)}


@cache
def _written_as() -> dict[str, str]:
    """The character of what pylatexenc writes for it; the first, where it writes the same for several."""
    characters: dict[str, str] = {}
    for code, latex in get_builtin_uni2latex_dict().items():
        if latex.startswith("\\"):
            characters.setdefault(latex, chr(code))
    return characters
