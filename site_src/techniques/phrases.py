"""Phrases as people write them, as patterns; and where a text has them.

A phrase is found however it is printed:

- a word in small letters in any case, a word with a capital (`MoE`, `Mamba`) only as written;
- a blank as a blank, hyphen, dash or slash; a hyphen as blank, hyphen or nothing (`fine-tuning` = `finetuning`);
- the last word in the plural too; a word that ends in `*` may go on (`quantiz*` = quantize, quantization);
- a phrase that begins with `*` may begin inside a word, which is then found whole (`*LoRA` = LoRA, QLoRA);
- ` .. ` is up to four words of the same sentence (`draft .. verif*`);
- `re:` begins a regular expression, for what none of this can say.
"""

import re
from collections.abc import Iterable, Iterator

from site_src.language import Words, word_prefix
from site_src.models import Phrase

REGEX_MARK = "re:"

_GAP_MARK = re.compile(r"\s+\.\.\s+")
_TOKEN = re.compile(r"[\s-]+|[^\s-]+")
_WORD_BEFORE = re.compile(r"\w+\Z")
_LONGEST_WORD = 40

_DASHES = r"\-\u2010\u2011\u2013"
_BLANK = rf"[ \u00a0/{_DASHES}]"
_HYPHEN = rf"[ \u00a0{_DASHES}]?"
# Words and what is between them have no character in common: the pattern can match a text in one way only, so a
# hostile text cannot make it try many.
_BETWEEN = rf"[ \u00a0,(/{_DASHES}]{{1,2}}"
_GAP = rf"(?:{_BETWEEN}[^\s.;:!?,(/{_DASHES}]{{1,30}}){{0,4}}?{_BETWEEN}"


def find_phrase(phrase: Phrase, words: Words) -> Iterable[tuple[int, int]]:
    """The spans `[start, end)` where the text has the phrase, in order; each begins where a word begins."""
    if not phrase.prefix:
        return _find_anywhere(phrase.pattern, words.text)
    starts = words.starts.get(phrase.prefix)
    return _find_at(phrase.pattern, words.text, starts) if starts else ()


def _find_at(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[tuple[int, int]]:
    for start in starts:
        if match := pattern.match(text, start):
            yield match.span()


def _find_anywhere(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text):
        beginning = _WORD_BEFORE.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
        yield beginning.start() if beginning else match.start(), match.end()


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
    except re.error as error:
        message = f"no regular expression: {error}"
        raise ValueError(message) from None


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
