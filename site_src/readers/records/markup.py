"""Text with the markup of HTML or JATS → plain text; text without any is left as it is."""

import html
import re

from selectolax.lexbor import LexborHTMLParser

_BLOCKS = "p|br|div|li|ul|ol|dl|dt|dd|table|tr|td|th|section|sec|title|h[1-6]|blockquote|list|list-item|hr|pre"
_INLINE = (
    "i|b|em|strong|sub|sup|span|a|u|s|small|tt|code|font|italic|bold|sc|monospace|underline|inline-formula"
    "|disp-formula|abstract|img|cite|q|mark|nobr|wbr|tex-math|alternatives|xref|ext-link|named-content|styled-content"
)
_MATHS = "math|m[a-z]{1,12}|semantics|annotation(?:-xml)?"
_PREFIX = r"(?:(?:jats|mml|m|ns[0-9]):)"
_NAME = rf"{_PREFIX}?(?:{_BLOCKS}|{_INLINE})|{_PREFIX}(?:{_MATHS})|math"
_TAG = re.compile(rf"</?(?:{_NAME})(?:\s[^<>=]*=[^<>]*)?\s?/?>", re.IGNORECASE)
_PREFIXED = re.compile(rf"(</?){_PREFIX}", re.IGNORECASE)
_BLOCK = re.compile(rf"</?(?:{_BLOCKS})(?=[\s/>])", re.IGNORECASE)
_RAISED = re.compile(r"<(su[bp])(?:\s[^<>]*)?>([^<>]*)</\1>", re.IGNORECASE)
# A heading says what the text is, and TeX stands beside the same formula as MathML.
_HEADING = re.compile(r"<title(?:\s[^<>]*)?>\s*(?:abstract|summary)\s*:?\s*</title>", re.IGNORECASE)
_TEX = re.compile(r"<tex-math(?:\s[^<>]*)?>[^<>]*</tex-math>(?=\s*<math)", re.IGNORECASE)
_UNSEEN = ["script", "style", "annotation", "annotation-xml", "noscript", "template", "head"]
_SIGNS = {"sub": "_", "sup": "^"}
_STRAY = re.compile(r"<(?!/?[A-Za-z][\w:.-]*(?:\s[^<>]*)?/?>|!)")  # as in `x<y`: what begins no tag
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def plain_text(text: str, *, is_html: bool = False) -> str:
    """The text without tags, entities decoded, scripts written `^2` and `_i`, and blocks told apart by a blank.

    What is not `is_html` for sure is markup only where it has tags that publishers use, so `<think>` stays.
    """
    text = readable(text)
    if not is_html and not _TAG.search(text):
        return text
    if "<" not in text:
        return html.unescape(text)
    text = _HEADING.sub(" ", _PREFIXED.sub(r"\1", _STRAY.sub("&lt;", text)))
    text = _RAISED.sub(_raise, _TEX.sub("", text))
    tree = LexborHTMLParser(f"<!doctype html><body>{_BLOCK.sub(_set_apart, _keep_titles(text))}")
    tree.strip_tags(_UNSEEN)
    return readable(tree.body.text(separator="")) if tree.body else ""


def readable(text: str) -> str:
    """The text without characters that no file should hold; half a pair of UTF-16 is not a character."""
    return text if text.isascii() and text.isprintable() else _UNREADABLE.sub("", text)


def _keep_titles(text: str) -> str:
    """A title is a part of a document's head to HTML, and a heading of a part to JATS."""
    return re.sub(r"(</?)title(?=[\s>])", r"\1p", text, flags=re.IGNORECASE)


def _raise(match: re.Match[str]) -> str:
    sign, inner = _SIGNS[match[1].lower()], match[2].strip()
    return f"{sign}{inner}" if len(inner) == 1 else f"{sign}{{{inner}}}" if inner else ""


def _set_apart(match: re.Match[str]) -> str:
    return f" {match[0]}"
