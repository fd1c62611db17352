"""Records with other tags than those of RIS: PubMed's, EndNote's and Web of Science's → entries, by way of RIS."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from site_src.errors import InputError, Place, Problem
from site_src.models import Dump
from site_src.readers.records.references import unify_lines
from site_src.readers.ris import Item, begins_with, read_items

NAME = "tagged"
FORM = "records with tags, of PubMed, EndNote or Web of Science"

_KIND = re.compile(r"\s*\[[a-z]+\]$")  # `10.1234/kiln.5 [doi]`
_STOP = re.compile(r"(?<=\w\w)\.\s*$")  # which PubMed sets behind a title


@dataclass(frozen=True, slots=True)
class _Tagging:
    """How a form tags its lines: what its records begin with, a line with a tag, and the tags of RIS for those read.

    The first `authors` that a record has are its authors.
    """

    form: str
    begin: re.Pattern[str]
    line: re.Pattern[str]
    same: Mapping[str, str]
    authors: tuple[str, ...]


_TAGGINGS = (
    _Tagging(
        "PubMed's tagged records (MEDLINE)",
        re.compile(r"^PMID- ?\d", re.MULTILINE),
        re.compile(r"([A-Z]{2,4}) {0,2}-(?: (.*)|$)"),
        {"TI": "TI", "AB": "AB", "JT": "JF", "TA": "JA", "DP": "DA", "LID": "DO", "AID": "DO", "PMID": "UR"},
        ("FAU", "AU", "CN"),
    ),
    _Tagging(
        "EndNote's tagged records",
        re.compile(r"^%0 [A-Z]", re.MULTILINE),
        re.compile(r"%(\S)(?: (.*)|$)"),
        {"T": "TI", "X": "AB", "J": "JF", "B": "T2", "D": "PY", "8": "DA", "R": "DO", "U": "UR"},
        ("A",),
    ),
    _Tagging(
        "Web of Science's tagged records",
        re.compile(r"^PT [A-Z]\n(?=A[FU] )", re.MULTILINE),
        re.compile(r"([A-Z][A-Z0-9])(?: (.*)|$)"),
        {"TI": "TI", "AB": "AB", "SO": "JF", "PY": "PY", "PD": "DA", "DI": "DO"},
        ("AF", "AU"),
    ),
)


def detect(text: str) -> bool:
    """Whether a record of one of the forms begins the text, but for a few lines."""
    return bool(_find_tagging(unify_lines(text)))


def read(text: str, name: str) -> Dump:
    """The dump. Raises InputError for a text without any record's beginning."""
    text = unify_lines(text)
    tagging = _find_tagging(text)
    if not tagging:
        raise InputError(Problem(Place(name, 1), f"none of the {FORM}", "name its form"))
    return read_items(_split(text, tagging), name, tagging.form)


def _find_tagging(text: str) -> _Tagging | None:
    return next((tagging for tagging in _TAGGINGS if begins_with(tagging.begin.search(text), text)), None)


def _split(text: str, tagging: _Tagging) -> Iterator[Item]:
    """The records in order, with the tags of RIS. A line without a tag goes on with the value before it."""
    starts = [match.start() for match in tagging.begin.finditer(text)]
    line = 1 + text.count("\n", 0, starts[0])
    for start, end in pairwise([*starts, len(text)]):
        block = text[start:end]
        item = Item(line)
        for written in block.split("\n"):
            match = tagging.line.match(written)
            item.take(match[1] if match else "", match[2] or "" if match else written)
        yield _as_ris(item, tagging)
        line += block.count("\n")


def _as_ris(item: Item, tagging: _Tagging) -> Item:
    found = Item(item.line, ended=True)
    authors = next((item.values[tag] for tag in tagging.authors if tag in item.values), [])
    found.values["AU"] = [[line] for lines in authors for line in lines]
    for tag, same in tagging.same.items():
        values = found.values.setdefault(same, [])
        values += [[_KIND.sub("", lines[0]), *lines[1:]] for lines in item.values.get(tag, [])]
    for lines in found.values.get("TI", []):
        lines[-1] = _STOP.sub("", lines[-1])
    for lines in item.values.get("PMID", []):
        found.values["UR"] = [[f"https://pubmed.ncbi.nlm.nih.gov/{lines[0]}/"]]
    return found
