"""XML → its elements with their lines; entities are never expanded, and nothing outside the text is read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from site_src.errors import InputError, Place, Problem

_BLANK = re.compile(r"\s*")
_SKIPPED = (("<?", "?>"), ("<!--", "-->"))
_ROOT = re.compile(r"<([A-Za-z_][\w.:-]*)([^>]*)>")
_CURE = "download the file anew; in text, & is written &amp; and < is written &lt;"
_SAID = {3: "it ends before its elements do", 5: "it ends inside a tag", 20: "it ends inside a CDATA section"}
_SEPARATOR = " "  # between an element's namespace and its name; neither has one


@dataclass(slots=True)
class Element:
    """`name` is without the namespace and without its prefix; `text` is before the first child, `tail` after itself."""

    name: str
    namespace: str
    attributes: Mapping[str, str]
    line: int
    children: list["Element"] = field(default_factory=list)
    text: str = ""
    tail: str = ""

    def all(self, *names: str) -> Iterator["Element"]:
        """The children of these names, in any namespace."""
        return (child for child in self.children if child.name in names)

    def all_text(self) -> str:
        """The text within, markup left out."""
        parts: list[str] = []
        waiting: list[Element | str] = [self]
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                parts.append(one)
            else:
                inner = [part for child in one.children for part in (child, child.tail)]
                waiting += [*reversed(inner), one.text]
        return "".join(parts)


def find_root(text: str) -> tuple[str, str]:
    """(name, what else stands in the tag) of the first element, found without reading the rest; ("", "") without."""
    at = _skip_blank(text, 0)
    while at < len(text):
        end = _skip_prologue(text, at)
        if end == at:
            break
        at = _skip_blank(text, end)
    root = _ROOT.match(text, at)
    return (root[1], root[2]) if root else ("", "")


def _skip_blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _skip_prologue(text: str, at: int) -> int:
    """The end of the declaration, comment or document type that begins there; the same place for anything else."""
    for opening, closing in _SKIPPED:
        if text.startswith(opening, at):
            found = text.find(closing, at)
            return found + len(closing) if found >= 0 else len(text)
    if text[at : at + 9].upper() == "<!DOCTYPE":
        bracket, end = text.find("[", at), text.find(">", at)
        if at < bracket < end:
            end = text.find(">", text.find("]", bracket))
        return end + 1 if end >= 0 else len(text)
    return at


def parse_xml(text: str, name: str) -> Element:
    """The root element. Raises InputError for XML that is malformed or that declares entities."""
    builder = _Builder(name)
    parser = builder.parser
    try:
        parser.Parse(text.lstrip().encode(), True)  # noqa: FBT003  the last piece; expat takes no names
    except expat.ExpatError as error:
        line = error.lineno + _lines_before(text)
        said = _SAID.get(error.code) or expat.errors.messages[error.code]
        raise InputError(Problem(Place(name, line), f"malformed XML: {said}", _CURE)) from None
    return builder.root


def _lines_before(text: str) -> int:
    return text[: len(text) - len(text.lstrip())].count("\n")


class _Builder:
    """What expat calls; the elements that are open are a stack."""

    def __init__(self, name: str) -> None:
        self.root = Element("", "", {}, 0)
        self._name = name
        self._open: list[Element] = []
        self._texts: list[str] = []
        self.parser = expat.ParserCreate("utf-8", _SEPARATOR)
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._texts.append
        self.parser.EntityDeclHandler = self._refuse

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._close_text()
        namespace, _, local = name.rpartition(_SEPARATOR)
        bare = {key.rpartition(_SEPARATOR)[2]: value for key, value in attributes.items()}
        element = Element(local.rpartition(":")[2], namespace, bare, self.parser.CurrentLineNumber)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, _: str) -> None:
        self._close_text()
        self._open.pop()

    def _close_text(self) -> None:
        if self._open and self._texts:
            within = self._open[-1]
            text = "".join(self._texts)
            if within.children:
                within.children[-1].tail += text
            else:
                within.text += text
        self._texts.clear()

    def _refuse(self, *_: object) -> None:
        place = Place(self._name, self.parser.CurrentLineNumber)
        raise InputError(Problem(place, "XML that declares entities of its own", "write out what they stand for"))
