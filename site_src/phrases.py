"""Phrases as people write them → patterns.

A phrase is found however it is printed:

- a word in small letters in any case, a word with a capital (`DoE`, `Raku`) only as written;
- a blank as a blank, hyphen, dash or slash; a hyphen as blank, hyphen or nothing (`slip-casting` = `slipcasting`);
- the last word in the plural too; a word that ends in `*` may go on (`granulat*` = granulate, granulation);
- a phrase that begins with `*` may begin inside a word, which is then found whole (`*DoE` = DoE, QDoE);
- ` .. ` is up to four words of the same sentence (`dip .. glaz*`);
- `re:` begins a regular expression, for what none of this can say.
"""

import re
from dataclasses import dataclass
from typing import Literal

Field = Literal["title", "abstract", "summary"]  # the texts of a paper, in which phrases are looked for

REGEX_MARK = "re:"

_GAP_MARK = re.compile(r"\s+\.\.\s+")
_TOKEN = re.compile(r"[\s-]+|[^\s-]+")
_WORD = re.compile(r"\w+")
LONGEST_PREFIX = 4

_DASHES = r"\-\u2010\u2011\u2013"
_BLANK = rf"[ \u00a0/{_DASHES}]"
_HYPHEN = rf"[ \u00a0{_DASHES}]?"
# Words and what is between them have no character in common: the pattern can match a text in one way only, so a
# hostile text cannot make it try many.
_BETWEEN = rf"[ \u00a0,(/{_DASHES}]{{1,2}}"
_GAP = rf"(?:{_BETWEEN}[^\s.;:!?,(/{_DASHES}]{{1,30}}){{0,4}}?{_BETWEEN}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase as a pattern. It begins where a word begins with `prefix` (small letters); "" = anywhere."""

    prefix: str
    pattern: re.Pattern[str]


def read_phrase(written: object) -> Phrase:
    """What front matter has, compiled. Raises ValueError."""
    if isinstance(written, str):
        return compile_phrase(written)
    raise ValueError("expected words (in quotation marks if YAML reads them as something else)")


def compile_phrase(written: str) -> Phrase:
    """The phrase as a pattern. Raises ValueError for one that is no pattern, or would be found in an empty text."""
    if written.startswith(REGEX_MARK):
        phrase = Phrase(prefix="", pattern=_compile(written.removeprefix(REGEX_MARK)))
    else:
        parts = [_part(part) for part in _GAP_MARK.split(written.strip())]
        ending = "" if written.endswith("*") else r"(?:s|es)?(?!\w)"
        phrase = Phrase(prefix=word_prefix(written), pattern=_compile(_GAP.join(parts) + ending))
    if phrase.pattern.search(""):
        message = "the phrase is found in an empty text"
        raise ValueError(message)
    return phrase


def _compile(pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except (re.error, OverflowError) as error:
        message = f"no regular expression: {error}"
        raise ValueError(message) from None


def word_prefix(written: str) -> str:
    """The first letters, in small, of the word that the phrase begins with; "" where it begins with none."""
    first = _WORD.match(written)
    return first[0][:LONGEST_PREFIX].lower() if first else ""


def _part(words: str) -> str:
    boundary = "" if words.startswith("*") else r"(?<!\w)"
    return boundary + "".join(map(_token, _TOKEN.findall(words.removeprefix("*"))))


def _token(token: str) -> str:
    if not token.strip():
        return _BLANK
    if not token.strip("-"):
        return _HYPHEN
    stem = re.escape(token.removesuffix("*"))
    cased = stem if token != token.lower() else f"(?i:{stem})"
    return cased + (r"\w*" if token.endswith("*") else "")
