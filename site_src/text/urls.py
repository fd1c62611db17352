"""URLs: where they stand, and what the scrape did to them. They are mended first, then no other rule touches them."""

import re

from site_src.text.rules import Rule

# Hosts whose addresses are written without `https://` too; elsewhere `a.b/c` is no address for sure.
_BARE = (
    r"www\.(?=[\w-]+\.)|(?:github|gitlab|bitbucket|gitee|huggingface|hf)\.(?:com|co|org)/(?=\w)|bit\.ly/(?=\w)"
    r"|[A-Za-z0-9-]{1,63}\.(?:github|gitlab)\.io\b"
)
_HINTS = ("://", "www.", "github", "gitlab", "bitbucket", "gitee", "huggingface", "hf.co", "bit.ly")
# The characters of RFC 3986 without the apostrophe, which is a quotation mark more often.
_URL = re.compile(
    rf"(?:[Hh]ttps?://(?=\w)|(?<![\w./@-])(?:{_BARE}))(?:(?!https?://)[A-Za-z0-9._~:/?#\[\]@!$&()*+,;=%-])*",
    re.ASCII,
)
_ESCAPE = re.compile(r"\\([_%#&~])")
_CLOSING = frozenset(".,;:!?*([#")  # an empty query or fragment says nothing
_PAIRS = {")": "(", "]": "["}


def find_urls(text: str) -> tuple[tuple[int, int, str], ...]:
    """The addresses in the text, as (start, end, URL), without the punctuation of the sentence around them.

    The URL is what stands at `[start, end)`, with `https://` before it where that is left out.
    """
    if not any(hint in text for hint in _HINTS):
        return ()
    found = []
    for match in _URL.finditer(text):
        printed = _without_closing(match[0])
        url = printed if "://" in printed else f"https://{printed}"
        found.append((match.start(), match.start() + len(printed), url))
    return tuple(found)


def _without_closing(url: str) -> str:
    """A closing bracket that the URL itself opens is its own."""
    unclosed = {bracket: url.count(bracket) - url.count(_PAIRS[bracket]) for bracket in _PAIRS}
    end = len(url)
    while url[end - 1] in _CLOSING or unclosed.get(url[end - 1], 0) > 0:
        end -= 1
        if url[end] in _PAIRS:
            unclosed[url[end]] -= 1
        elif url[end] in _PAIRS.values():
            unclosed[")" if url[end] == "(" else "]"] += 1
    return url[:end]


RULES = (
    Rule(
        name="url-command",
        fixes=(
            (r"is public.\url{https://example.org/a }", "is public. https://example.org/a"),
            (r"see \url{https://example.org/a}.", "see https://example.org/a."),
        ),
        because=r"`\url{…}` with an address in it is LaTeX",
        needs=("url{",),
        pattern=re.compile(r"(?P<glued>(?<=[.,;:!?)\w]))?\\url\{\s?(https?://[^\s{}]{1,300})\s?\}"),
        new=lambda match: f"{'' if match['glued'] is None else ' '}{match[2]}",
    ),
    Rule(
        name="url-command-without-backslash",
        fixes=(("see url{https://example.org/a}.", "see https://example.org/a."),),
        because="no prose has `url{http`",
        needs=("url{",),
        pattern=re.compile(r"(?<![\w\\])url\{\s?(https?://[^\s{}]{1,300})\s?\}"),
        new=r"\1",
    ),
    Rule(
        name="url-twice",
        fixes=(
            ("https://example.org/a{https://example.org/a}.", "https://example.org/a."),
            ("https://example.org/a/{example.org/a}.", "https://example.org/a/."),
        ),
        spares=("https://example.org/a{https://example.org/b}",),
        because=r"the text of an `\href` in braces that repeats its target says nothing new",
        needs=("{",),
        pattern=re.compile(r"(https?://([^\s{}/]{1,100}(?:/[^\s{}/]{1,100}){0,9}))(/?)\{(?:https?://)?\2/?\}"),
        new=r"\1\3",
    ),
    Rule(
        name="url-in-braces",
        fixes=(("see {https://example.org/a}.", "see https://example.org/a."),),
        because="an address alone in braces was the argument of a command",
        needs=("{http",),
        pattern=re.compile(r"(?<![\w}])\{(https?://[^\s{}]{1,300})\}"),
        new=r"\1",
    ),
    Rule(
        name="url-blank",
        fixes=(
            ("https://github.com/ octo-cat/Quick", "https://github.com/octo-cat/Quick"),
            ("https:// example.org/a", "https://example.org/a"),
        ),
        spares=("hosted on https://github.com/ and elsewhere", "https://github.com/ either/or"),
        because="these hosts say nothing alone, and `owner/name` with a mark of names (capital, digit, `-_`) follows",
        needs=("/ ",),
        pattern=re.compile(
            r"(?<=https://) (?=[\w-]{1,63}\.[a-z])"
            r"|(?:(?<=https://github\.com/)|(?<=https://gitlab\.com/)|(?<=https://huggingface\.co/)) "
            r"(?=[\w.-]{1,64}/[\w.-])(?=\S{0,80}[A-Z0-9_-])"
        ),
        new="",
    ),
    Rule(
        name="url-escape",
        fixes=((r"https://example.org/a\_b\_c", "https://example.org/a_b_c"),),
        because="a backslash is no character of a URL",
        needs=("\\",),
        pattern=re.compile(r"(?<![^\s(\[{<])https?://(?:[\w./~%#?=&-]|\\[_%#&~]){1,300}"),
        new=lambda match: _ESCAPE.sub(r"\1", match[0]),
    ),
)
