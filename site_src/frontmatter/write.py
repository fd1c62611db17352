"""Adding to a page's front matter and body without disturbing what is there."""

import datetime as dt
import io
import re
from dataclasses import fields
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from site_src.errors import Place
from site_src.frontmatter.body import add_abstract, add_notes, add_summary, parse_body
from site_src.frontmatter.yaml_place import check_yaml, load_yaml, split_front_matter
from site_src.models import Facts, Link, Paper, PartialDate, SeenIn, StatedResult

# In the order of a fresh page; a key that is added later goes where it would have stood.
KEYS = tuple(fact.name for fact in fields(Facts))
_OF_TOMBSTONES = ("title", "arxiv", "doi", "seen_in", "aliases", "redirect_from")
# Lists to which what is new is added; other facts stay as a page has them.
_LISTS = ("aliases", "redirect_from", "distinct_from", "categories", "links")

_WIDTH = 1_000_000  # characters: long titles stay on one line
_BEYOND = re.compile(r"[\U00010000-\U0010ffff]")
_NUMBER = re.compile(r"[-+]?[0-9][0-9_]*(?:\.[0-9]*)?[eE][-+]?[0-9]+|0o[0-7]+")  # in newer YAML

# Words that are plain text in any YAML; asking it takes long.
_WORDS = re.compile(r"[A-Za-z][A-Za-z0-9,.()/-]*(?: [A-Za-z0-9,.()/][A-Za-z0-9,.()/-]*)+")


class _Dumper(yaml.SafeDumper):
    """Writes what the page's facts are made of."""


class _FastDumper(yaml.CSafeDumper):
    """The same by libyaml, five times faster; what is beyond Unicode's first plane, as emoji are, it would escape."""


for _each in (_Dumper, _FastDumper):
    _each.add_representer(
        DoubleQuotedScalarString,
        lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style='"'),
    )
    _each.add_representer(CommentedMap, yaml.SafeDumper.represent_dict)


def format_paper(paper: Paper, *, with_abstract: bool = True) -> str:
    """A fresh page that states what the paper states."""
    front = _format_front(_stated(paper))
    body = "".join(f"\n{part}\n" for part in (paper.summary, paper.notes) if part)
    return _join(front, paper.title, body, paper.abstract if with_abstract else None)


def _format_front(stated: dict[str, Any]) -> str:
    """YAML as `_round_trip` writes it, in a tenth of its time: there is nothing of a person's in it to be kept."""
    dumper = _Dumper if _BEYOND.search(repr(stated)) else _FastDumper
    return str(yaml.dump(stated, Dumper=dumper, sort_keys=False, allow_unicode=True, width=_WIDTH))


def extend_page(text: str, paper: Paper, *, with_abstract: bool = True) -> str:
    """The page completed with what only `paper` states; the same text when there is nothing to add.

    `paper` must be the page's own paper completed (`papers.merge_papers`). Comments, order and quoting survive.
    """
    front_text, body, first_line = split_front_matter(text, Place(paper.slug))
    front = _round_trip().load(front_text) or CommentedMap()
    extended = _add_keys(front, paper)
    abstract = paper.abstract if with_abstract and parse_body(body, first_line).abstract is None else None
    return _compose(front, body, abstract) if extended or abstract else text


def extend_body(text: str, *, summary: str | None, notes: str) -> str:
    """The page with a summary where it has none, and with notes after its own."""
    front_text, body, first_line = split_front_matter(text, Place(""))
    if summary and parse_body(body, first_line).summary is None:
        body = add_summary(body, summary)
    return f"---\n{front_text}\n---\n{add_notes(body, notes) if notes else body}"


def move_page(text: str, old: str, new: str) -> str:
    """The page as it is at the address `new`, to which `old` leads."""
    front_text, body, _ = split_front_matter(text, Place(old))
    front = _round_trip().load(front_text) or CommentedMap()
    if new in front.get("redirect_from", ()):
        front["redirect_from"].remove(new)
    if "redirect_from" not in front:
        front.insert(_position(front, "redirect_from"), "redirect_from", [])
    _add_members(front, "redirect_from", [old])
    return _compose(front, body, None)


def bury_page(text: str, reason: str) -> str:
    """The page as a tombstone: what its paper is recognised by, and why it was removed."""
    front_text, _, _ = split_front_matter(text, Place(""))
    front = _round_trip().load(_drop_keys(front_text)) or CommentedMap()
    front.insert(_position(front, "removed"), "removed", _text(reason))
    return _compose(front, "", None)


def _drop_keys(front_text: str) -> str:
    """The front matter without the lines of facts that no tombstone keeps; comments above other keys stay."""
    front = _round_trip().load(front_text) or CommentedMap()
    starts = [(front.lc.key(key)[0], key) for key in front]
    lines = front_text.split("\n")
    kept = lines[: starts[0][0]] if starts else lines
    for (start, key), (end, _) in pairwise([*starts, (len(lines), "")]):
        block = lines[start:end]
        comments = list(takewhile(lambda line: not line.strip() or line.startswith("#"), reversed(block)))
        kept += block if key in _OF_TOMBSTONES else reversed(comments)
    return "\n".join(kept)


def _compose(front: CommentedMap, body: str, abstract: str | None) -> str:
    stream = io.StringIO()
    _round_trip().dump(front, stream)
    return _join(stream.getvalue(), str(front.get("title")), body, abstract)


def _join(front: str, title: str, body: str, abstract: str | None) -> str:
    check_yaml(front, title)  # what is written must be readable, or nothing is
    return f"---\n{front}---\n{add_abstract(body, abstract) if abstract else body}"


def _round_trip() -> YAML:
    ruamel = YAML()
    ruamel.preserve_quotes = True
    ruamel.width = _WIDTH
    return ruamel


def _add_keys(front: CommentedMap, paper: Paper) -> bool:
    """Whether anything was added."""
    added = False
    for key, value in _stated(paper).items():
        if key not in front:
            front.insert(_position(front, key), key, value)
            added = True
        elif key in _LISTS:
            added = _add_members(front, key, value) or added
    return _add_seen_in(front, paper) or added


def _add_members(front: CommentedMap, key: str, members: list[Any]) -> bool:
    """Whether the list gained any. One written on a line stays on it."""
    there = set(map(_known_by, front[key] or ()))
    fresh = [member for member in members if _known_by(member) not in there]
    if fresh and not front[key]:
        front[key] = fresh
    elif fresh:
        front[key].extend(fresh)
    return bool(fresh)


def _known_by(member: object) -> str:
    """A link's address, or the word itself."""
    return str(member["url"] if isinstance(member, dict) else member)


def _position(front: CommentedMap, key: str) -> int:
    """After the last key that comes before it in a fresh page."""
    before = KEYS[: KEYS.index(key)]
    return max((i + 1 for i, present in enumerate(front) if present in before), default=0)


def _add_seen_in(front: CommentedMap, paper: Paper) -> bool:
    # Not by the digest, which is derived again where site.yml names a date.
    there = {(seen["dump"], seen["line"]) for seen in front.get("seen_in", ())}
    added = False
    for i, seen in enumerate(paper.seen_in):
        if (seen.dump, seen.line) not in there:
            fresh = _seen_in(seen)
            if any(neighbour.fa.flow_style() for neighbour in front["seen_in"]):
                fresh.fa.set_flow_style()
            front["seen_in"].insert(i, fresh)
            added = True
    return added


def _stated(paper: Paper) -> dict[str, Any]:
    """The front matter of a page that states all the paper does."""
    facts = {fact.name: getattr(paper, fact.name) for fact in fields(Facts)}
    defaults = {fact.name: fact.default for fact in fields(Facts)}
    stated = {key: _written(fact) for key, fact in facts.items() if fact != defaults[key]}
    # Most of its kind are numbers to YAML, so that all are in quotation marks.
    return stated | ({"arxiv": DoubleQuotedScalarString(paper.arxiv)} if paper.arxiv else {})


def _written(fact: object) -> object:
    """The fact as the writer takes it."""
    match fact:
        case str():
            return _text(fact)
        case PartialDate():
            return _date(fact)
        case tuple():
            return [_written(one) for one in fact]
        case SeenIn():
            return _seen_in(fact)
        case Link() | StatedResult():
            members = {one.name: getattr(fact, one.name) for one in fields(fact)}
            return CommentedMap({key: _written(member) for key, member in members.items() if member is not None})
        case _:
            return fact


def _date(date: PartialDate) -> object:
    """As YAML prints it without quotes: a year alone is a number, a day of it is a timestamp."""
    if date.day and date.year:
        return dt.date(date.year, date.month, date.day)
    return str(date) if date.month else date.year


def _seen_in(seen: SeenIn) -> CommentedMap:
    digest = {"digest": _text(seen.digest)} if seen.digest else {}
    return CommentedMap(dump=_text(seen.dump), line=seen.line, **digest)


@lru_cache  # names of dumps and digests come again and again
def _text(text: str) -> str:
    """Quoted where a YAML 1.1 reader (ours) would take the plain word for something else: `on`, `1e3`, `2:30`."""
    if _WORDS.fullmatch(text):
        return text
    try:
        plain = load_yaml(text) == text
    except yaml.YAMLError:
        plain = True  # no plain scalar at all: the writer quotes it by itself
    return text if plain and not _NUMBER.fullmatch(text) else DoubleQuotedScalarString(text)
