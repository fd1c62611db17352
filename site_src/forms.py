"""The types of what people write in front matter: how each is read, and what it is in JSON.

pydantic finds a `Form` in the type of a field and reads what is written there with it (`frontmatter`), and the schema
of `api/papers.json` says what the `schema` of the form says (`exports`).
"""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

_URL = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_SITE = re.compile(r"https?://[^\s/?#]+(?:/[^\s?#]*)?")


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """`read` gives the value of what is written, or raises ValueError with what was expected."""

    read: Callable[[object], object]
    schema: Mapping[str, object] = field(default_factory=dict)

    def __get_pydantic_core_schema__(self, source: type, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        """What pydantic asks of a type's metadata: first `read`, then whatever the type itself demands."""
        from pydantic_core import core_schema  # noqa: PLC0415  takes long to load, and only front matter needs it

        return core_schema.no_info_before_validator_function(self.read, handler(source))


# ---- text


def _read_line(written: object) -> str:
    line = written.strip() if isinstance(written, str) else ""
    if not line or "\n" in line or "\r" in line:
        raise ValueError("expected one line of text, in quotation marks where YAML reads it as something else")
    return line


# No line breaks, since it is shown and exported as one line.
Text = Annotated[str, Form(_read_line, {"type": "string", "minLength": 1})]
# A key without a value is as good as none.
TextOrNone = Annotated[str, Form(lambda written: "" if written is None else _read_line(written))]


def matching(pattern: str, expected: str) -> Form:
    """Text that the pattern matches as a whole; `expected` says so to people."""
    compiled = re.compile(pattern)

    def read(written: object) -> object:
        if not isinstance(written, str) or not compiled.fullmatch(written):
            raise ValueError(f"expected {expected}")
        return written

    return Form(read, {"type": "string", "pattern": f"^(?:{pattern})$"})


def one_of(*words: str) -> Form:
    """One of the words."""
    return matching("|".join(map(re.escape, words)), f"one of {', '.join(words)}")


def _read_site(written: object) -> str:
    if not isinstance(written, str) or not _SITE.fullmatch(written) or not _has_parts(written):
        raise ValueError("expected an address as https://example.org/digest/")
    return written.rstrip("/")


def _read_url(written: object) -> str:
    if not isinstance(written, str) or not _URL.fullmatch(written) or not _has_parts(written):
        raise ValueError("expected an address that begins with https:// or http://")
    return written


def _has_parts(address: str) -> bool:
    """Whether it can be taken apart: `https://[x` has no host."""
    try:
        urlsplit(address)
    except ValueError:
        return False
    return True


# Any address of the web.
Url = Annotated[str, Form(_read_url)]
# An address that paths are put behind.
SiteUrl = Annotated[str, Form(_read_site)]
BaseUrl = Annotated[str, Form(lambda written: f"{_read_site(written)}/")]


def _read_pattern(written: object) -> str:
    """One pattern, or a list of which any will do."""
    patterns = [written] if isinstance(written, str) else written
    if not isinstance(patterns, list) or not all(isinstance(pattern, str) and pattern for pattern in patterns):
        raise ValueError("expected words, or a list of them (in quotation marks if YAML reads them as something else)")
    for pattern in patterns:
        _check_pattern(pattern)
    return "|".join(patterns)


def _read_whole_pattern(written: object) -> str:
    pattern = _read_pattern(written)
    if named := NAMED_WORDS.search(pattern):
        raise ValueError(f"{named[0]} stands for other words, which only a kind can name: write them out")
    return pattern


def _check_pattern(pattern: str) -> None:
    bare = NAMED_WORDS.sub("_", pattern)
    try:
        compiled = re.compile(bare)
        re.compile(f"(?:{bare})")  # as it is tried beside others, where flags for a whole pattern have no place
    except (re.error, OverflowError) as error:
        raise ValueError(f"no regular expression: {error}") from None
    if compiled.groups:
        raise ValueError("a pattern with a group of its own; write (?:…)")
    if compiled.search(""):
        raise ValueError("a pattern that is found in an empty text")


NAMED_WORDS = re.compile(r"<([a-z][a-z-]*)>")  # in a pattern: the words that the same file has under this name
# A regular expression without groups of its own, so that many can be tried as one; and one that may name words.
Pattern = Annotated[str, Form(_read_whole_pattern)]
NamingPattern = Annotated[str, Form(_read_pattern)]


def anywhere(words: str) -> re.Pattern[str]:
    """What finds the words in any case."""
    return re.compile(words, re.IGNORECASE)


def right_before(words: str) -> re.Pattern[str]:
    """What finds the words, in any case, where a text ends with them."""
    return re.compile(rf"(?:{words})\s*\Z", re.IGNORECASE)


def right_after(words: str) -> re.Pattern[str]:
    """What matches the words where a text begins with them."""
    return re.compile(rf"\s*(?:{words})")


Words = Annotated[re.Pattern[str], Form(lambda written: anywhere(_read_whole_pattern(written)))]
WordsBefore = Annotated[re.Pattern[str], Form(lambda written: right_before(_read_whole_pattern(written)))]
WordsAfter = Annotated[re.Pattern[str], Form(lambda written: right_after(_read_whole_pattern(written)))]


# ---- numbers


def whole_number(least: int, most: float = math.inf) -> Form:
    """A whole number in the bounds, which belong to it."""
    bounds = f"{least} or more" if most == math.inf else f"from {least} to {most}"

    def read(written: object) -> object:
        if not isinstance(written, int) or isinstance(written, bool) or not least <= written <= most:
            raise ValueError(f"expected a whole number, {bounds}")
        return written

    return Form(read, {"type": "integer", "minimum": least} | ({} if most == math.inf else {"maximum": most}))


def share(*, above_none: bool = False) -> Form:
    """A number from 0 to 1; with `above_none`, not 0."""
    bounds = f"{'above' if above_none else 'from'} 0, up to 1"

    def read(written: object) -> object:
        if not isinstance(written, int | float) or isinstance(written, bool) or not 0 <= written <= 1:
            raise ValueError(f"expected a number {bounds}")
        if above_none and not written:
            raise ValueError(f"expected a number {bounds}")
        return written

    return Form(read)


Count = Annotated[int, whole_number(0)]
Positive = Annotated[int, whole_number(1)]


# ---- lists


def _read_some(written: object) -> object:
    if written == []:
        raise ValueError("expected at least one")
    return written


def _read_named_apart(written: object) -> object:
    names = [one.get("name") for one in written if isinstance(one, dict)] if isinstance(written, list) else []
    if twice := sorted({str(name) for name in names if names.count(name) > 1}):
        raise ValueError(f"two are named {', '.join(twice)}")
    return written


def _read_each_once(written: object) -> object:
    if isinstance(written, list) and (twice := sorted({str(one) for one in written if written.count(one) > 1})):
        raise ValueError(f"expected each once, not {', '.join(twice)} twice")
    return written


NOT_EMPTY = Form(_read_some)
EACH_ONCE = Form(_read_each_once)
NAMED_APART = Form(_read_named_apart)


# ---- rows of tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table that people extend, with examples of texts that it `takes` and `leaves`: they are tried."""

    takes: tuple[Text, ...] = ()
    leaves: tuple[Text, ...] = ()
