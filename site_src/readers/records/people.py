"""Authors in every shape that files have them → names as printed on a paper, given name first."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from site_src.readers.records.aliases import fold_name, fold_names, is_empty
from site_src.readers.records.markup import plain_text

_AND = re.compile(r" (?:and|&) ")
_OTHERS = re.compile(r"(?:et\.?\s*al\.?|others|and others|\.\.\.|…)", re.IGNORECASE)
_TRAILING_OTHERS = re.compile(r"(?<![ ,;])[ ,;]+et\.? ?al\.?$", re.IGNORECASE)
# Behind a name: affiliations, and the numbers by which lists of people tell namesakes apart.
_BRACKETS = re.compile(r" ?\([^()]*\)| [0-9]{4}$")
_INITIALS = re.compile(r"(?:[A-ZÀ-ÞЀ-Я]\.?[- ]?){1,4}")
_WITHOUT_BLANKS = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]")  # scripts whose names have no blank between their parts
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_DEGREE = re.compile(r"(?:Ph\.? ?D|M\.?D|M\.?Sc|B\.?Sc|D\.?Phil|MPH|MBA|FRCP)\.?")
_WHOLE = ("name", "fullname", "displayname", "literal", "rawauthorname", "authorname", "text", "label", "value")
_GIVEN = ("given", "givenname", "givennames", "firstname", "first", "forename", "forenames")
_FAMILY = ("family", "familyname", "lastname", "last", "surname")
_PARTICLES = ("droppingparticle", "nondroppingparticle", "particle", "von", "middle", "middlename")
_ROLES = ("creatortype", "role", "type")
_NOT_AUTHORS = frozenset({"editor", "translator", "serieseditor", "contributor", "reviewedauthor", "bookauthor"})

_DEEPEST = 3  # people in objects, as in {"authors": {"author": […]}}
_INNER = ("author", "authors", "person", "people", "value", "values", "names", "list")


def read_authors(value: object) -> tuple[str, ...]:
    """The names, in order; () where the value has none."""
    return tuple(name for name in map(_clean, _names(value)) if name and not _OTHERS.fullmatch(name))


def _clean(name: str) -> str:
    return _BRACKETS.sub("", _one_line(plain_text(name))).strip(" ,;")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _names(value: object) -> Iterable[str]:
    for _ in range(_DEEPEST):
        match value:
            case str():
                return split_names(value)
            case [*_]:
                return _of_list(value)
            case Mapping() if [*fold_names(value)] == ["value"]:  # what OpenReview puts around everything
                value = next(iter(fold_names(value).values()))
            case Mapping():
                if names := tuple(filter(None, _of_object(value))):
                    return names
                folded = fold_names(value)
                value = next((folded[name] for name in _INNER if name in folded), None)
            case _:
                return ()
    return ()


def _of_list(value: Sequence[object]) -> Iterable[str]:
    texts = [one for one in value if isinstance(one, str)]
    if len(texts) != len(value):
        return (name for one in value for name in _of_one(one))
    if len(texts) == 1:
        return split_names(texts[0])
    turned = all(text.count(",") == 1 for text in texts)
    return map(_turn, texts) if turned else texts


def _of_one(one: object) -> Iterable[str]:
    """A person: an object, a text, or the parts of a name (family, given, suffix)."""
    if isinstance(one, list | tuple):
        family, given, suffix, *_ = (*(part if isinstance(part, str) else "" for part in one), "", "", "")
        return (f"{given} {family} {suffix}",)
    return _of_object(one) if isinstance(one, Mapping) else (one,) if isinstance(one, str) else ()


def _of_object(person: Mapping[str, object]) -> Iterable[str]:
    fields = {fold_name(name): value for name, value in person.items() if value}  # `Na` is a name
    if any(isinstance(role := fields.get(name), str) and role.casefold() in _NOT_AUTHORS for name in _ROLES):
        return ()
    family = _first(fields, _FAMILY)
    if family and (_first(fields, _GIVEN) or not is_empty(family)):
        particles = (text for name in _PARTICLES if isinstance(text := fields.get(name), str))
        return (" ".join(filter(None, (_first(fields, _GIVEN), *particles, family, _first(fields, ("suffix",))))),)
    if (whole := _first(fields, _WHOLE)) and not is_empty(whole):
        return (_turn(whole) if whole.count(",") == 1 else whole,)
    inner = next((folded for name in _INNER if isinstance(folded := fields.get(name), Mapping)), None)
    return (_first(fold_names(inner), _WHOLE),) if inner else ()


def _first(fields: Mapping[str, object], names: Iterable[str]) -> str:
    return next((text for name in names if isinstance(text := fields.get(name), str)), "")


def split_names(text: str) -> Iterator[str]:
    """The names of one text: told apart by lines, semicolons, ` and ` or commas, whichever it has."""
    for separator in ("\n", ";", "|"):
        if separator in text.strip():
            return map(_turn, text.split(separator))
    text = _TRAILING_OTHERS.sub("", _BRACKETS.sub("", _one_line(text)))
    parts = _AND.split(text)
    if len(parts) > 1 and "," in parts[-1]:
        return map(_turn, parts)
    if len(parts) > 1:
        return _join_suffixes(", ".join(parts).split(","))
    return _split_commas(text)


def _split_commas(text: str) -> Iterator[str]:
    """`Ann Potter, Bo Turner`; `Potter, A., Turner, B.`; `Potter, Ann, Turner, Bo`; or one name, `Potter, Ann`."""
    parts = [part for part in map(str.strip, text.split(",")) if part and not _DEGREE.fullmatch(part)]
    families, given = parts[::2], parts[1::2]
    initials = bool(given) and len(families) == len(given) and all(map(_INITIALS.fullmatch, given))
    has_blanks = not _WITHOUT_BLANKS.search(text)
    one = len(parts) == 2 and " " not in parts[0] and has_blanks  # noqa: PLR2004  of one person
    # No list of whole names has a single word in every place.
    in_turn = bool(given) and len(families) == len(given) and has_blanks and not any(" " in part for part in parts)
    if initials or one or (in_turn and not any(map(_SUFFIX.fullmatch, parts))):
        return (f"{first} {last}" for last, first in zip(families, given, strict=True))
    return _join_suffixes(parts)


def _join_suffixes(parts: Sequence[str]) -> Iterator[str]:
    """The names, `Jr.` joined to the one before it, without degrees."""
    names: list[str] = []
    for part in map(str.strip, parts):
        if names and _SUFFIX.fullmatch(part):
            names[-1] = f"{names[-1]} {part}"
        elif not _DEGREE.fullmatch(part):
            names.append(part)
    return iter(names)


def _turn(name: str) -> str:
    """`Ann Potter` of `Potter, Ann`, and `Ann Potter Jr.` of `Potter, Jr., Ann`."""
    family, *rest = [part for part in map(str.strip, name.split(",")) if not _DEGREE.fullmatch(part)] or [""]
    return " ".join([*rest[-1:], family, *rest[:-1]])
