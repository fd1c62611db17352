r"""Rules for what programs write in place of characters: entities of HTML, escapes of JSON, quotation marks around all.

A text goes through many hands on its way into a dump, and one of them may have forgotten to decode it. LaTeX has
backslashes of its own: `\n` is only a line's break where no macro can begin.
"""

import re
import sys
from collections.abc import Callable
from html.entities import html5

from site_src.text.invisible import strip_invisible
from site_src.text.rules import Rule

_CODE = r"(?<![`\w])`(?!`)[^`\n]{1,80}`(?!`)"
_ENTITY = re.compile(
    rf"{_CODE}|&(?:#(?P<decimal>\d{{1,7}})|#[xX](?P<hex>[0-9a-fA-F]{{1,6}})|(?P<name>[A-Za-z][A-Za-z0-9]{{1,31}}));"
)
_SURROGATES = range(0xD800, 0xE000)
_WINDOWS = range(0x80, 0xA0)  # what HTML takes for the characters that Windows has there

_HEX = r"[0-9a-fA-F]"
_PAIR = rf"\\{{1,2}}u(?P<high>[dD][89abAB]{_HEX}{{2}})\\{{1,2}}u(?P<low>[dD][c-fC-F]{_HEX}{{2}})"
_ONE = rf"\\{{1,2}}u(?P<one>(?![dD][89a-fA-F])(?:[fF][eE][fF][fF]|(?={_HEX}{{0,3}}[0-9]){_HEX}{{4}}))"
_UNICODE = re.compile(rf"{_PAIR}|{_ONE}")
# What shows that a text was not decoded at all.
_UNDECODED = re.compile(rf"{_PAIR}|{_ONE}|https?:\\/\\/")
# Words that may begin a line behind `\n` or `\t` and make no macro of TeX's with it, as `\tan`.
_STARTERS = (
    "(?:the|this|that|these|those|we|our|its|they|their|on|of|for|from|with|without|by|as|and|but|if|when|while|where"
    "|which|who|how|what|why|are|was|were|be|can|also|using|use|via|new|based|both|each|first|second|finally)"
)
_BREAK = re.compile(
    r"(?P<glued>(?<=[^\s\\({\[$:/]))?(?P<escape>(?:\\{1,2}r)?(?:\\{1,2}[nt])+)"
    rf"(?![LRV][A-Za-z]*(?:arrow|ash)(?![A-Za-z]))(?=[^A-Za-z{{_^]|$|[A-Z][a-z ]|{_STARTERS}\b)"
)
_QUOTE = re.compile(r'\\{1,2}"')
_WHOLE = re.compile(r"\A.+\Z", re.DOTALL)
_ENCLOSED = re.compile(r'\s*"(?P<text>[^\s"](?:.*[^\s"])?)"\s*', re.DOTALL)
_OPENING, _CLOSING = re.compile(r'(?<![^\s(\[—–-])"(?=\S)'), re.compile(r'(?<=\S)"(?![^\s.,;:!?)\]—–-])')
_FEWEST_WORDS = 3  # in the marks around all of a text; fewer may be a quotation


def _decoded(match: re.Match[str]) -> str:
    """The character of an entity; the entity where there is none, and a blank for one that cannot be seen."""
    if not (match["decimal"] or match["hex"] or match["name"]):
        return match[0]
    if match["name"]:
        return _plain(html5[f"{match['name']};"]) if f"{match['name']};" in html5 else match[0]
    code = int(match["decimal"] or match["hex"], 10 if match["decimal"] else 16)
    if code in _WINDOWS:
        return bytes([code]).decode("cp1252", "ignore")
    return match[0] if code in _SURROGATES or not 0 < code <= sys.maxunicode else _plain(chr(code))


def _plain(characters: str) -> str:
    """A no-break blank is there for the page's lines, not for the text."""
    return strip_invisible(characters).replace("\u00a0", " ")


def _unescaped(match: re.Match[str]) -> str:
    if match["one"]:
        return _plain(chr(int(match["one"], 16)))
    high, low = int(match["high"], 16) - 0xD800, int(match["low"], 16) - 0xDC00
    return _plain(chr(0x10000 + (high << 10) + low))


def _break_lines(whole: re.Match[str]) -> str:
    """The text with blanks for breaks; those that stand apart from words are some where nothing was decoded."""
    undecoded = _UNDECODED.search(whole[0])
    return _BREAK.sub(lambda match: " " if undecoded or match["glued"] is not None else match[0], whole[0])


def _where_undecoded(escape: str, character: str) -> Callable[[re.Match[str]], str]:
    """What writes the character for its escape in a whole text that was not decoded."""

    def write(whole: re.Match[str]) -> str:
        text = whole[0]
        return text.replace(f"\\{escape}", escape).replace(escape, character) if _UNDECODED.search(text) else text

    return write


def _unquoted(match: re.Match[str]) -> str:
    """The text inside, unless the marks inside show that the outer ones belong to two quotations."""
    text = match["text"]
    marks = [inside.start() for inside in re.finditer(r'(?<!\\)"', text)]
    opened = all(_OPENING.match(text, mark) for mark in marks[::2])
    paired = len(marks) % 2 == 0 and opened and all(_CLOSING.match(text, mark) for mark in marks[1::2])
    if not paired or len(text.split()) < _FEWEST_WORDS:
        return match[0]
    return _QUOTE.sub('"', text)


RULES = (
    Rule(
        name="quotes-around-all",
        fixes=(
            ('"Kilns That Plan Their Firing"', "Kilns That Plan Their Firing"),
            ('"We call it "hot" at times."', 'We call it "hot" at times.'),
            (r'"We call it \"hot\" at times."', 'We call it "hot" at times.'),
        ),
        spares=('"Hot" and "Cold"', '"Good Robot!"', '"Is It Hot?" A Study of Kilns', 'Kilns Say "Hot Today"'),
        because="a pair around a whole title or abstract comes from a table or from JSON, and says nothing",
        needs=('"',),
        pattern=re.compile(rf"\A{_ENCLOSED.pattern}\Z", re.DOTALL),
        new=_unquoted,
    ),
    Rule(
        name="json-break",
        fixes=(
            (r"to stay.\nWe fire", "to stay. We fire"),
            (r"Kilns\nthat Stay", "Kilns that Stay"),
            (r"one.\n\n2. Two", "one. 2. Two"),
            (r"a dash \u2013 and \n a break", r"a dash \u2013 and   a break"),
        ),
        spares=(
            r"the string \n is",
            r"a\neq b, 3\times 4, \theta, x\to y, x\nu",
            r"our \name is",
            r"A\nRightarrow B",
            r"C:\new",
            r"sin\tan x",
        ),
        because="behind a word and before a capital, a number or a word that no macro ends in",
        needs=(r"\n", r"\t"),
        pattern=_WHOLE,
        new=_break_lines,
    ),
    Rule(
        name="json-quote",
        fixes=((r"Kiln\u2019s \"hot\" run", r'Kiln\u2019s "hot" run'),),
        spares=(r"say \"apple\" twice", r"na\"ive"),
        because="where other escapes show that nothing was decoded",
        needs=('\\"',),
        pattern=_WHOLE,
        new=_where_undecoded('\\"', '"'),
    ),
    Rule(
        name="json-slash",
        fixes=((r"https:\/\/example.org\/kiln", "https://example.org/kiln"),),
        spares=(r"Foo\/ is", r"and\/or"),
        because="where other escapes show that nothing was decoded",
        needs=("\\/",),
        pattern=_WHOLE,
        new=_where_undecoded("\\/", "/"),
    ),
    Rule(
        name="json-unicode",
        fixes=(
            (r"Kiln\u2019s 3\u00d7", "Kiln’s 3×"),
            (r"a \ud83d\ude00 kiln", "a 😀 kiln"),
            (r"1\u00a0kiln", "1 kiln"),
            (r"Kiln\\u2019s", "Kiln’s"),
        ),
        spares=(r"\uparrow", r"\u{o}", r"\ud83d alone", r"\udecade", r"\uface"),
        because="four digits behind it: no macro has digits",
        needs=("\\u",),
        pattern=_UNICODE,
        new=_unescaped,
    ),
    Rule(
        name="entity",
        fixes=(
            ("R&amp;D of &lt; 1&nbsp;MB", "R&D of < 1 MB"),
            ("a &quot;hot&quot; kiln &mdash; it&#39;s 30&#37; &#x2265; 5", 'a "hot" kiln — it\'s 30% ≥ 5'),
            ("R&amp;amp;D", "R&amp;D"),
            ("kiln&#146;s", "kiln’s"),
            ("&#x10FFFD;", "\U0010fffd"),
        ),
        spares=(
            "AT&T, R&D and &c.",
            "a &foo; b",
            "x&y;",
            "&amp without",
            "the entity `&amp;`",
            "&#xD800; &#0; &#1200000;",
        ),
        because="a known name or a number, with its semicolon",
        needs=("&",),
        pattern=_ENTITY,
        new=_decoded,
    ),
)
