"""What the build and the browser agree on, said once: slugs, addresses, files, formats, kinds of links.

Modules import it, templates know it as `contract`, and scripts get what they need of it as
`templates/static/js/shared/contract.js`, which `python -m site_src.contract` writes to the standard output.

Addresses count from the site's root. Those with `{}` are filled in: with a slug, unless said otherwise. To rename an
address is to change its line here; links in `content/` keep their form (`CONTENT_LINKS`).
"""

import json
import sys

# ---- slugs

SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
LONGEST_SLUG = 80
SLUG_HASH_LENGTH = 6
NOT_OF_SLUGS = "[^a-z0-9]+"  # each run of it is one hyphen
# What is no page in a folder of pages, and what Windows takes for a device, whatever follows after a dot.
RESERVED = frozenset(
    {"readme", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)

# ---- addresses of pages

PAPERS = "papers/"
TECHNIQUES = "techniques/"
DIGESTS = "digests/"
YEARS = "years/"
MAP = "map/"
METHODS = "methods/"
GLOSSARY = "glossary/"
QUALITY = "quality/"
SEARCH = "search/"
READING_LIST = "reading-list/"
COMPARE = "compare/"
API = "api/"  # files for programs

PAPER = f"{PAPERS}{{}}/"
TECHNIQUE = f"{TECHNIQUES}{{}}/"
DIGEST = f"{DIGESTS}{{}}/"  # the digest's name
YEAR = f"{YEARS}{{}}/"  # the year, or UNKNOWN
MEETING = f"{MAP}{{}}/{{}}/"  # two techniques
TEXT = "{}/"  # a page of content/pages
SHEET = "{}page/{}/"  # the list's own address, the number of the page

NOT_FOUND = "404.html"
UNKNOWN = "unknown"  # in place of a year

# What links in content/ begin with: its folders, and names of pages that are made. They stay as they are written when
# an address is renamed.
CONTENT_LINKS = {
    "papers/": PAPERS,
    "techniques/": TECHNIQUES,
    "digests/": DIGESTS,
    "years/": YEARS,
    "map/": MAP,
    "methods/": METHODS,
    "glossary/": GLOSSARY,
    "quality/": QUALITY,
    "search/": SEARCH,
    "reading-list/": READING_LIST,
    "compare/": COMPARE,
    "api/": API,
}

# ---- addresses of files

STATIC = "static/"
SCRIPTS = f"{STATIC}js/"
STYLES = f"{STATIC}css/"
OFFLINE = "offline.js"  # a service worker is in charge of the folder it lies in
PAPERS_JSON = f"{API}papers.json"
PAPERS_SCHEMA = f"{API}papers.schema.json"
PAPER_JSON = f"{PAPER}paper.json"
TITLES_JSON = f"{PAPERS}titles.json"
PAPER_CITATION = f"{PAPER}cite.{{}}"  # the slug, the format
LIST_CITATIONS = "{}papers.{}"  # the list's own address, or API for all papers; the format
ATOM = "{}feed.xml"  # the address of the page it belongs to
JSON_FEED = "{}feed.json"
SITEMAP = "sitemap.xml"
OPENSEARCH = "opensearch.xml"
MANIFEST = "site.webmanifest"

# The formats of citations, by the ending of their files.
CITATION_FORMATS = {"bib": "BibTeX", "ris": "RIS", "csl.json": "CSL-JSON"}

# ---- the search

QUERY = "q"  # what is asked, in the address of the search page
# Its files are in a folder of their version, some digits of their hash.
VERSION_LENGTH = 10
SEARCH_FILE = f"{SEARCH}{{}}/{{}}"  # the version, the file
SEARCH_FOLDER = f"/{SEARCH}[0-9a-f]{{{VERSION_LENGTH}}}/"  # a pattern
SEARCH_FORMAT = 4  # raised when a browser's old scripts could not read the files
SEARCH_START = "start.bin"
SEARCH_TITLES = "titles-{}.bin"  # N counts from 0, here and below
SEARCH_TEXTS = "texts/{}.json"  # the paper's number
SEARCH_PIECE = "{}-{}.bin"  # the index, N
SEARCH_LENGTHS = "{}-lengths.bin"  # the index
SAID, NAMED = "said", "named"  # its two indexes
NUMBERS_PIECE, WORDS_PIECE = 0, 1  # of an index: what begins with a digit, and the rest or the beginning of the rest
# What a first query needs besides the start; with a split index these are few bytes.
SEARCH_FIRST = (SEARCH_TITLES.format(0), SEARCH_PIECE.format(SAID, WORDS_PIECE), SEARCH_LENGTHS.format(SAID))
# How many bits a distance between papers takes in Rice's code: 2^k is at most this share of the mean distance.
RICE_SHARE = 0.7  # about ln 2
# Lunr's own defaults: how soon a word said again counts no more, and how much a long field counts against a paper.
K1, B = 1.2, 0.75

# ---- kinds of things

# Links of a paper by kind, and what each is called.
LINK_KINDS = {
    "arxiv": "arXiv",
    "doi": "DOI",
    "code": "Code",
    "project": "Project",
    "model": "Model",
    "dataset": "Dataset",
    "other": "Link",
    "search": "Look for it",
}
LINK_RANKS = {"arxiv": 0, "doi": 0, "search": 2}  # the paper itself first, where to look for it last; the others are 1
STATED_LINK_KINDS = tuple(kind for kind in LINK_KINDS if kind not in LINK_RANKS)
# Numbers of a paper that others gave it, by the fact: what lists call a sort by it, most first.
COUNTS = {"comments": "Most comments", "votes": "Most votes"}
OTHER_RESULTS = "other"  # the kind of results that fit none
ARXIV_ID = r"[0-9]{4}\.[0-9]{4,5}"  # since 2007
MOST_COMPARED = 4  # papers side by side
# Names of a browser's caches; one host may have several sites, so their paths follow.
PAGE_CACHE, SEARCH_CACHE = "distillate", "distillate-search"

# What `--format` takes: the names of the readers, as they are asked.
FORMS = (
    *("csl", "json", "atom", "rss", "bibtex", "ris", "tagged", "arxiv-mail", "arxiv-list"),
    *("csv", "text", "markdown", "titles"),
)

# ---- for scripts

FOR_SCRIPTS = (
    *("SLUG", "LONGEST_SLUG", "NOT_OF_SLUGS", "PAPER", "SCRIPTS", "OFFLINE"),
    *("PAPER_JSON", "TITLES_JSON", "PAPER_CITATION", "CITATION_FORMATS", "QUERY", "SEARCH_FILE", "SEARCH_FOLDER"),
    *("SEARCH_FORMAT", "SEARCH_START", "SEARCH_TITLES", "SEARCH_TEXTS", "SEARCH_PIECE", "SEARCH_LENGTHS", "SAID"),
    *("NAMED", "WORDS_PIECE", "SEARCH_FIRST", "RICE_SHARE", "K1", "B", "LINK_KINDS", "LINK_RANKS", "COUNTS"),
    *("OTHER_RESULTS", "ARXIV_ID", "MOST_COMPARED", "PAGE_CACHE", "SEARCH_CACHE"),
)
_SCRIPT_TYPES = {str: "string", int: "number"}


def format_script() -> str:
    """The module that scripts import: the constants they need, under the same names."""
    head = (
        "// Written by `make` from site_src/contract.py, which says what each of these is; not to be changed here.\n\n"
    )
    return head + "".join(_export(name, globals()[name]) for name in FOR_SCRIPTS)


def _export(name: str, value: object) -> str:
    """A constant. With a table stands its type, since a script may ask it for any text."""
    types = {_SCRIPT_TYPES[type(each)] for each in value.values()} if isinstance(value, dict) else ()
    comment = "".join(f"/** @type {{Readonly<Record<string, {each}>>}} */\n" for each in types)
    return f"{comment}export const {name} = {json.dumps(value)};\n"


if __name__ == "__main__":
    sys.stdout.write(format_script())
