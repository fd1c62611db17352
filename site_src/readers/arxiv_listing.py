"""Text copies of arXiv's pages: lists of what is new or recent, search results, and single abstracts.

Each entry begins with a line `[1] arXiv:2611.10234 [pdf, html, other]`. What follows has labels, but for the authors
and the abstract of a list and for the title of a search result. Lists of recent papers have no abstracts.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from site_src.dates import PartialDate
from site_src.errors import InputError, Place, Problem
from site_src.identifiers import ANY_ARXIV_ID
from site_src.models import Dump
from site_src.readers.records import Record, read_record
from site_src.readers.records.categories import are_categories
from site_src.readers.records.fields import find_remarked_links
from site_src.readers.records.written_lines import (
    Written,
    expand_year,
    join_written,
    number_lines,
    only_day,
    read_authors,
    read_day,
)

NAME = "arxiv-list"
FORM = "arXiv listing page"

_START = re.compile(
    rf"(?:\[?\d{{1,5}}[.\]]?\s*)?\[?arXiv:(?P<id>{ANY_ARXIV_ID})(?:v\d+)?\]?(?:\(https?://[^\s()]*\))?(?P<rest>.*)",
    re.IGNORECASE,
)
_FORMATS = re.compile(r"\[\s*(?:pdf|ps|html|other|format|abs)\b[^\[\]]*\]", re.IGNORECASE)
_SUBMITTED_ON = re.compile(r"\[Submitted on (?P<date>[^\[\](,;]{4,40})", re.IGNORECASE)
_LABEL = re.compile(
    r"(?P<name>title|authors?|comments?|subjects?|abstract|journal[- ]ref(?:erence)?|msc[- ]class(?:es)?"
    r"|acm[- ]class(?:es)?|report[- ](?:no|number)|(?:related )?doi|cite as)\s*:(?P<value>.*)|abstract$",
    re.IGNORECASE,
)
_SUBMITTED = re.compile(r"Submitted\s*(?P<date>\d{1,2} \w+,? \d{4}).*", re.IGNORECASE)
_FIRST_SUBMITTED = re.compile(r"v1\s*submitted\s*(?P<date>\d{1,2} \w+,? \d{4})", re.IGNORECASE)
_DOI = re.compile(r"\bdoi:?\s*(?P<doi>10\.\d{4,9}/\S+)", re.IGNORECASE)
_SUBJECT = re.compile(r"[^();]{1,80}\([a-z-]+(?:\.[A-Za-z-]+)?\)\s*")
_CATEGORY = re.compile(r"\(([a-z-]+(?:\.[A-Za-z-]+)?)\)")
_TAG = re.compile(
    r"(?<![\w.-])[a-z-]{2,}(?:\.[A-Z][A-Za-z-]*|\.[a-z]{2}-[a-z]{2,})(?![\w.-])|\b(?:quant-ph|hep-\w+|gr-qc|math-ph)\b"
)
_HEADING = re.compile(
    r"(?:new submissions|cross[- ](?:lists?|submissions)|replacements?(?: submissions)?)\b(?!.*[.!?]$).*"
    r"|\[?\s*(?:total of \d|showing (?:up to|new listings|\d))|[^()]{0,60}\([^()]{0,60}showing [^()]{0,60} entries ?\)$"
    r"|submission history|current browse context|access paper:?|bibliographic (?:and citation )?tools"
    r"|links to: arxiv|about ?help|contact arxiv|references & citations|export bibtex|view a pdf of the paper"
    r"|search v\d|showing \d.*results|bookmark$",
    re.IGNORECASE,
)
_PAGE_WORDS = re.compile(
    r"view pdf|html \(experimental\)|html|other formats?|tex source|view license|download pdf.*|focus to learn more.*"
    r"|\(or arxiv:.*|https?://doi\.org/10\.48550/\S+|arxiv-issued doi via.*|full-text links:?|[△▽]\s*\w+",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?:(?:showing )?new (?:listings|submissions) for|catchup results for .{0,80}? on|announced)\s+"
    r"(?P<date>(?:\w{3,9},? )?\d{1,2} \w{3,9},? \d{2,4})",
    re.IGNORECASE,
)
_MONTH = re.compile(r"Authors and titles for (?:\S+ in )?(?P<month>[A-Z][a-z]{2,8}),? (?P<year>\d{4})$")
_DAY_HEADING = re.compile(
    r"(?P<date>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? \d{1,2} [A-Z][a-z]{2,8},? \d{2,4})(?:\s*\(.*\))?"
)
_LESS, _MORE = "△ Less", "▽ More"
_NARROW = 100  # characters; a text whose lines are all shorter has wrapped ones


@dataclass(slots=True)
class _Fields:
    """What an entry's lines say, by label in small letters; those without one are before the labels or after."""

    labelled: dict[str, list[str]] = field(default_factory=dict)
    bare: list[str] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)


def detect(text: str) -> bool:
    """Whether an entry begins as theirs do: its id with its formats, or with the day it was submitted on."""
    lower = text.lower()
    return ("arxiv:" in lower or "[submitted on" in lower) and bool(_starts(number_lines(_unlinked(text))))


def read(text: str, name: str) -> Dump:
    """The entries in their order, each with the day it was listed, where the page says so of each.

    Raises InputError where there is no entry.
    """
    lines = [Written(line.text.strip(), line.number) for line in number_lines(_unlinked(text))]
    starts = _starts(lines)
    if not starts:
        raise InputError(Problem(Place(name, 1), f"no entry in this {FORM}", "copy the whole page as text"))
    days = _days(lines, starts)
    narrow = max(len(line.text) for line in lines) <= _NARROW
    entries, problems, counts = [], [], Counter({"header": sum(bool(line.text) for line in lines[: starts[0]])})
    for start, end, day in zip(starts, [*starts[1:], len(lines)], days, strict=True):
        block, rest = _cut(lines[start:end])
        counts["entry"] += sum(bool(line.text) for line in block)
        counts["page"] += sum(bool(line.text) for line in rest)
        record, wrong = _read_entry(block, day, name, narrow=narrow)
        problems += wrong
        if record:
            entry, unread = read_record(record, name)
            entries.append(entry)
            problems += unread
    if not entries:
        raise InputError(problems)
    listed, line = (None, None) if _listed_days(lines) else _find_listed(lines[: starts[0]])
    return Dump(
        name=name,
        form=FORM,
        date=listed or (only_day([day for day in days if day]) if all(days) else None),
        date_line=line.number if line else 0,
        printed_date=line.text if line else "",
        entries=tuple(entries),
        counts={kind: counts[kind] for kind in ("header", "entry", "page") if counts[kind]},
        problems=tuple(sorted(problems)),
    )


def _unlinked(text: str) -> str:
    """The text of a copy in Markdown without its addresses."""
    return re.sub(r"\[([^\[\]\n]{1,300})\]\(https?://[^()\s]{1,300}\)", r"\1", text) if "](" in text else text


def _starts(lines: Sequence[Written]) -> list[int]:
    """The lines an entry begins with; an id that a page names again begins none."""
    starts: list[int] = []
    identifier = ""
    for i, line in enumerate(lines):
        match = _START.match(line.text.strip())
        if match and match["id"] != identifier and _is_start(match["rest"], lines, i):
            starts.append(i)
            identifier = match["id"]
        elif not match and line.text.strip().lower().startswith("[submitted on") and not _begun(starts, lines, i):
            starts.append(i)
            identifier = ""
    return starts


def _begun(starts: Sequence[int], lines: Sequence[Written], i: int) -> bool:
    """Whether the line is the first one after an entry's id."""
    return bool(starts) and not any(line.text.strip() for line in lines[starts[-1] + 1 : i])


def _is_start(rest: str, lines: Sequence[Written], i: int) -> bool:
    following = " ".join(line.text.strip() for line in lines[i + 1 : i + 4])
    return bool(
        _FORMATS.search(rest)
        or _FORMATS.match(following)
        or _SUBMITTED_ON.match(following)
        or (rest.strip().startswith("(cross-list from") or rest.strip() == "(replaced)")
    )


def _cut(lines: Sequence[Written]) -> tuple[Sequence[Written], Sequence[Written]]:
    """The entry's own lines, and what the page says after it."""
    end = next((i for i, line in enumerate(lines) if i and _ends_entry(line.text)), len(lines))
    return lines[:end], lines[end:]


def _ends_entry(text: str) -> bool:
    return bool(_HEADING.match(text) or _DAY_HEADING.fullmatch(text))


# ---- days


def _days(lines: Sequence[Written], starts: Sequence[int]) -> list[PartialDate | None]:
    """For each entry the day of the heading that it stands under."""
    headings = {i: day for i, line in enumerate(lines) if (day := _heading_day(line.text))} | _listed_days(lines)
    days: list[PartialDate | None] = []
    day, read_to = None, 0
    for start in starts:
        day = next((headings[i] for i in range(start - 1, read_to - 1, -1) if i in headings), day)
        days.append(day)
        read_to = start
    return days


def _listed_days(lines: Sequence[Written]) -> dict[int, PartialDate]:
    """The days that several pages in one file say they list, by their lines; {} for one page."""
    found = {
        i: day
        for i, line in enumerate(lines)
        if (match := _LISTED.search(line.text)) and (day := read_day(match["date"]))
    }
    return found if len(set(found.values())) > 1 else {}


def _heading_day(text: str) -> PartialDate | None:
    match = _DAY_HEADING.fullmatch(text)
    return read_day(match["date"]) if match else None


def _find_listed(lines: Sequence[Written]) -> tuple[PartialDate | None, Written | None]:
    """The day or month that the page says it lists, and the line that says so."""
    for line in lines:
        if match := _LISTED.search(line.text):
            if day := read_day(match["date"]):
                return day, line
        elif (month := _MONTH.search(line.text)) and (day := read_day(f"1 {month['month']} {month['year']}")):
            return PartialDate(day.year, day.month), line
    return None, None


# ---- entries


def _read_entry(
    lines: Sequence[Written], day: PartialDate | None, name: str, *, narrow: bool
) -> tuple[Record | None, list[Problem]]:
    place = Place(name, lines[0].number)
    match = _START.match(lines[0].text)
    fields = _read_fields(lines[1:] if match else lines)
    title, authors = _title_and_authors(fields, narrow=narrow)
    if not title:
        return None, [Problem(place, "an entry without a title", "left out; restore its title")]
    abstract, problems = _abstract(fields, place)
    labelled = {label: join_written(values) for label, values in fields.labelled.items()}
    rest = match["rest"] if match else ""
    doi = _DOI.search(" ".join((rest, *fields.bare[:2])))
    return Record(
        line=lines[0].number,
        title=title,
        abstract=abstract,
        authors=read_authors(authors),
        identifiers=(match["id"] if match else "", *_other_ids(labelled), doi["doi"] if doi else ""),
        published=_published(lines),
        listed=str(day or ""),
        venue=labelled.get("journal-ref", ""),
        categories=_categories(labelled.get("subjects", ""), rest, fields.bare),
        links=tuple(find_remarked_links(labelled.get("comments", ""))),
    ), problems


def _other_ids(labelled: dict[str, str]) -> tuple[str, ...]:
    cited = re.match(r"\S+", labelled.get("cite as", ""))
    return (cited[0] if cited else "", *labelled.get("doi", "").split())


def _read_fields(lines: Sequence[Written]) -> _Fields:
    """A line without a label goes on with a field whose value it is or may be; else it is bare, or loose at the end."""
    fields = _Fields()
    values, gap = fields.bare, False
    for line in lines:
        label = _LABEL.fullmatch(line.text)
        if label:
            values = fields.labelled.setdefault(_label_name(label), [])
            values += [label["value"].strip()] if label["value"] and label["value"].strip() else []
        elif not line.text:
            gap = bool(values) or gap
            continue
        elif _is_page_word(line.text):
            values = fields.loose
        else:
            values = _field_of(line.text, values, fields, gap=gap)
            values.append(line.text)
        gap = False
    return fields


def _label_name(label: re.Match[str]) -> str:
    name = (label["name"] or "abstract").lower().replace(" ", "-")
    names = {"author": "authors", "subject": "subjects", "comment": "comments", "related-doi": "doi"}
    return "journal-ref" if name.startswith("journal") else names.get(name, name.replace("cite-as", "cite as"))


def _is_page_word(text: str) -> bool:
    return bool(
        _PAGE_WORDS.fullmatch(text) or _FORMATS.fullmatch(text) or _SUBMITTED.match(text) or _SUBMITTED_ON.match(text)
    )


def _field_of(text: str, values: list[str], fields: _Fields, *, gap: bool) -> list[str]:
    """Where a line without a label goes: to the values before it, or to those that have no label."""
    labelled = fields.labelled
    if values is labelled.get("title") and values:
        return values
    if values is labelled.get("subjects"):
        return values if not values or values[-1].endswith(";") or _are_subjects(text) else fields.loose
    if "subjects" in labelled and values and values is not fields.loose and values is not labelled.get("abstract"):
        return fields.loose
    if gap and values and values is not labelled.get("abstract") and (labelled or values is not fields.bare):
        return fields.loose
    return values


def _are_subjects(text: str) -> bool:
    """Whether the line is `Machine Learning (cs.LG); Artificial Intelligence (cs.AI)`."""
    return all(_SUBJECT.fullmatch(subject) for subject in text.rstrip("; ").split(";"))


def _title_and_authors(fields: _Fields, *, narrow: bool) -> tuple[str, str]:
    """With a label, lines after the title's own name the authors; of a search result the lines before labels are it."""
    titles = fields.labelled.get("title", [])
    authors = join_written(fields.labelled.get("authors", []))
    if not titles:
        return join_written(line for line in fields.bare if not (_DOI.match(line) or are_categories(line))), authors
    if authors:
        return join_written(titles), authors
    end = 1
    width = max(map(len, titles)) + len("Title: ")
    while narrow and end < len(titles) - 1 and _is_full(titles[end - 1], titles[end], width):
        end += 1
    return join_written(titles[:end]), join_written(titles[end:])


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the line ended because the next word would not have fitted."""
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width - len("Title: ")


def _abstract(fields: _Fields, place: Place) -> tuple[str, list[Problem]]:
    written = join_written(fields.labelled.get("abstract") or fields.loose)
    if _LESS in written:
        return written.rpartition(_LESS)[0].rpartition(_MORE)[2].strip(), []
    if _MORE in written:
        cure = "left out; show all abstracts on the page before copying it"
        return "", [Problem(place, "an abstract that is cut short", cure)]
    return written, []


def _published(lines: Sequence[Written]) -> str:
    for line in lines:
        text = line.text
        if match := _SUBMITTED_ON.search(text) or _FIRST_SUBMITTED.search(text) or _SUBMITTED.match(text):
            return expand_year(match["date"].strip())
    return ""


def _categories(subjects: str, rest: str, bare: Sequence[str]) -> tuple[str, ...]:
    """In a list they stand in brackets behind names, in a search result behind the formats or in a line below."""
    below = re.findall(r"[^\s,;]+", " ".join(filter(are_categories, bare)))
    return tuple(_CATEGORY.findall(subjects)) or tuple(_TAG.findall(_FORMATS.sub("", rest))) or tuple(below)
