"""What reference managers write in whatever form: names, venues, dates and identifiers → as records have them."""

import re
from collections.abc import Iterable, Iterator

from site_src.addresses import is_paper_address
from site_src.citations.facts import LISTED_IN
from site_src.citations.names import keep_name, split_name, turn_name
from site_src.identifiers import ANY_ARXIV_ID, read_arxiv_id
from site_src.printed_dates import month_number

_ARXIV_ID = re.compile(rf"\b(?:arxiv[\s:./]*(?:org/)?(?:abs/|pdf/)?|abs/)(?P<id>{ANY_ARXIV_ID})", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_WORDS = re.compile(r"[^\W\d_]+")
# Where nothing but these words is said, a preprint has no venue.
_OF_PREPRINTS = re.compile(r"arxiv|corr|(?:e|pre)?prints?|prepr|e|org|abs|the")
_NO_VENUES = (LISTED_IN, "Accessed", "accessed", "Available at", "Available from", "Retrieved", "Online")
_YEAR = re.compile(r"[0-9]{4}")
_YEAR_ALONE = re.compile(r"(?<!\w)[0-9]{4}(?=[a-z]?(?!\w))")
_DAY = re.compile(r"(?<![\w-])[0-9]{1,2}(?!\w)")
_NUMBERS = re.compile(
    r"(?P<year>[0-9]{4})(?:[/.-](?P<month>[0-9]{1,2}|[A-Za-z]{3,9})?)?(?:[/.-](?P<day>[0-9]{1,2})?)?"
    r"(?P<rest>[/T ~?%].*)?",
    re.DOTALL,
)


def unify_lines(text: str) -> str:
    """The text with its lines ended as Unix has them; there are as many."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def find_arxiv_ids(*texts: str) -> Iterator[str]:
    """`arXiv:2301.00001` for each id that a text names as one: `arXiv preprint arXiv:2301.00001`, `abs/2301.00001`."""
    for text in texts:
        for found in _ARXIV_ID.finditer(text):
            yield f"arXiv:{found['id']}"


def find_addresses(*texts: str) -> Iterator[str]:
    """Every address in the texts, without the punctuation of the sentence around."""
    for text in texts:
        for found in _ADDRESS.finditer(text):
            yield found[0].rstrip(".,;)")


def find_whole_lines(*texts: str) -> Iterator[str]:
    """The lines that are nothing but an arXiv id or an address: a note that says more may speak of another paper."""
    for text in texts:
        for line in text.splitlines():
            bare = line.strip().rstrip(".")
            if read_arxiv_id(bare):
                yield bare


def is_own_record(addresses: Iterable[str]) -> bool:
    """Whether one of its addresses says that the record is from a site of ours."""
    return any(map(is_paper_address, addresses))


def read_author(written: str, *, own: bool) -> str:
    """The name as pages state it; of a record of our own so that it is written as it was."""
    name = " ".join(written.split())
    return keep_name(split_name(name)) if own else turn_name(name)


def read_venue(written: str, year: str = "") -> str:
    """The venue, ended by the `year` where it does not say one; "" for an address, and for no more than a preprint."""
    venue = " ".join(written.split())
    bare = _ARXIV_ID.sub(" ", re.sub(r"\[[^\[\]]*\]", " ", venue)).lower()
    if (
        _ADDRESS.search(venue)
        or venue.startswith(_NO_VENUES)
        or all(map(_OF_PREPRINTS.fullmatch, _WORDS.findall(bare)))
    ):
        return ""
    return venue if not _YEAR.fullmatch(year) or year in venue else f"{venue} {year}"


def read_day(written: str, year: str = "") -> str:
    """`2024-02-29` as far as a date says it; `Feb 29` gets the `year`; as written where there is no year to be seen.

    Of a span the first day counts: `2024-02/2024-03`, `July-August 2024`.
    """
    written = written.strip()
    numbers = _NUMBERS.fullmatch(written)
    if numbers and (numbers["month"] or not _WORDS.search(numbers["rest"] or "")):
        month = numbers["month"] or "0"
        return _iso(numbers["year"], int(month) if month.isdecimal() else month_number(month), numbers["day"])
    if years := _YEAR_ALONE.findall(written):
        year = years[0]
    months = [number for word in _WORDS.findall(written) if (number := month_number(word))]
    if not year:
        return written
    return _iso(year, months[0] if months else 0, next(iter(_DAY.findall(written)), ""))


def _iso(year: str, month: int, day: str | None) -> str:
    """As far as it is known: a day without a month says nothing."""
    if not month:
        return year
    number = int(day or 0)
    return f"{year}-{month:02d}-{number:02d}" if number else f"{year}-{month:02d}"
