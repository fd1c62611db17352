"""Forms that no reader reads, named for what they are, by marks that no copy of a page has."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from site_src.identifiers import read_arxiv_id
from site_src.readers import title_list
from site_src.readers.markdown_list.marks import is_markdown
from site_src.readers.records.columns import is_table
from site_src.readers.records.paper_addresses import ADDRESS

_COPY_TEXT = "copy the page's text into a plain text file, saved as UTF-8"
_EXPORT = "export the papers as BibTeX, RIS, CSL-JSON or CSV"
_CONVERT = "write the papers as JSON, BibTeX or CSV"
_TITLED = "begin it with a line of names, one of them 'title'"
_LIST = "import a list of papers: a copy of a page's text, JSON, Atom, BibTeX, RIS, CSV or Markdown with links"

_HTML = re.compile(
    r"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+(?:html|netscape-bookmark)|html|head|body|div|main"
    r"|article\s*(?:class|id|>)|section|p|script|style|span|table|ul|ol|dl|a\s|meta|link|h[1-6])\b",
    re.IGNORECASE | re.DOTALL,
)
_ROOT = re.compile(
    r"(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?[^>]*>\s*)*<(?P<name>(?:[\w.-]+:)?[\w.-]+)(?=[\s/>])",
    re.DOTALL,
)
_XML = {
    "opml": ("OPML, a list of feeds", "import the feeds themselves, or a copy of what they show"),
    "xml": ("EndNote XML", _EXPORT),
    "modscollection": ("MODS", _EXPORT),
    "mods": ("MODS", _EXPORT),
    "tei": ("TEI", _EXPORT),
    "teicorpus": ("TEI", _EXPORT),
    "article": ("JATS, a paper's full text", _LIST),
    "pmc-articleset": ("JATS, papers' full texts", _LIST),
    "pubmedarticleset": ("PubMed XML", "export from PubMed in its format 'PubMed' or as CSV"),
    "svg": ("SVG, a picture", _LIST),
    "rdf": ("RDF", _EXPORT),
    "collection": ("MARC XML", _EXPORT),
    "record": ("MARC XML", _EXPORT),
    "oai-pmh": ("OAI-PMH, an archive's answer", "ask arXiv's API for Atom, or export the papers as BibTeX"),
    "urlset": ("a sitemap", _LIST),
    "sitemapindex": ("a sitemap", _LIST),
    "plist": ("an Apple property list", _LIST),
    "sources": ("Word's list of sources", _EXPORT),
    "feed": ("an Atom feed without papers", _LIST),
    "rss": ("an RSS feed without papers", _LIST),
}
_SETTING = re.compile(r"\s*(?:- )*[\"']?[a-z_][\w-]*[\"']?:(?:\s|$)|\s*- \S|\s+\S|\.\.\.$|---|#")
_KEY = re.compile(r"\s*(?:- )*[\"']?[a-z_][\w-]*[\"']?:(?:\s|$)")
_TOML = re.compile(r"\s*(?:\[{1,2}[\w.\"' -]+\]{1,2}|[\w.\"'-]+ *= *\S.*|#.*|[\]\"'].*)")
_TOML_SECTION = re.compile(r"^\[{1,2}[\w.\"'-]+\]{1,2}\s*$", re.MULTILINE)
_LATEX = re.compile(r"^\\(?:documentclass|begin\{(?:document|thebibliography)\})", re.MULTILINE)
_LATEX_LINE = re.compile(
    r"^\\(?:section|subsection|title|author|usepackage|bibitem|item|newcommand|maketitle|begin|end|input)\b",
    re.MULTILINE,
)
_LATEX_WORD = re.compile(r"\\(?:cite[a-z]*|ref|label|footnote|emph|textbf)\*?(?:\[[^\[\]\n]*\])?\{")
_RST = re.compile(r"^\.\. [\w-]+::|`[^`\n]{1,200} <https?://[^`\s]+>`_", re.MULTILINE)
_UNDERLINE = re.compile(r"^(?:={4,}|-{4,}|~{4,}|\^{4,})$", re.MULTILINE)
_ORG = re.compile(
    r"^(?:\*\* \S|#\+[A-Za-z_]+:|:PROPERTIES:$|\*+ (?:TODO|DONE) )|\[\[https?://[^\[\]\n]+\]\[[^\[\]\n]+\]\]",
    re.MULTILINE,
)
_WIKI = re.compile(r"^==+ [^=\n]+ ==+[ \t]*$|\{\{cite |^\*+ ?\[https?://\S+ [^\[\]\n]+\]", re.MULTILINE | re.IGNORECASE)
_ASCIIDOC = re.compile(r"https?://[^\s\[\]]+\[[^\[\]\n]+\]")
_ASCIIDOC_HEADING = re.compile(r"^=+ \S", re.MULTILINE)
_MARKUPS = {
    "Org": (_ORG,),
    "MediaWiki's markup": (_WIKI,),
    "AsciiDoc": (_ASCIIDOC_HEADING, _ASCIIDOC),
    "reStructuredText": (_RST, _UNDERLINE),
}
_SQL = re.compile(
    r"(?:--[^\n]*\n|/\*.*?\*/|\s)*"
    r"(?:CREATE (?:TABLE|DATABASE|INDEX)|INSERT INTO|DROP TABLE|BEGIN TRANSACTION|PRAGMA|SET SQL_MODE)\b",
    re.DOTALL,
)
_PYTHON = re.compile(
    r"^(?:from [\w.]+ import \S.*|import [\w.]+(?: as \w+)?|(?:async )?def \w+\(.*|class \w+[(:].*|if __name__ == .*)$",
    re.MULTILINE,
)
_MAIL = re.compile(
    r"^(?:From|To|Subject|Date|Received|Message-ID|Return-Path|MIME-Version|Delivered-To|Reply-To|Cc|Content-Type):",
    re.MULTILINE | re.IGNORECASE,
)
_MBOX = re.compile(r"From \S+ .*\d{4}\s*$", re.MULTILINE)
_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{60,}+\r?\n){2,}+[A-Za-z0-9+/=\s]*+\Z")
_FIRST_WORDS = {
    "BEGIN:VCALENDAR": "an iCalendar file",
    "BEGIN:VCARD": "a vCard file",
    "-----BEGIN ": "a key or certificate",
    "#!": "a program",
    "diff --git ": "a patch",
    "%!PS": "PostScript",
    "version https://git-lfs": "a pointer of Git LFS",
    "[InternetShortcut]": "a shortcut to a page",
    "WEBVTT": "subtitles",
}
_HEAD = 4000  # characters: forms with headers say so among them
_SETTINGS = 0.9  # the share of a settings file's lines that look like settings
_FEWEST_KEYS = 3


@dataclass(frozen=True, slots=True)
class ForeignForm:
    """`form` is what people call it, `line` where that shows."""

    form: str
    cure: str
    line: int = 1


def name_foreign_form(text: str) -> ForeignForm | None:
    """What the text is, where it is plainly no copy of a page."""
    bare = text.lstrip("\ufeff \t\r\n")
    above = text[: len(text) - len(bare)].count("\n")
    found = next((form for name in _NAMES if (form := name(bare))), None)
    return replace(found, line=found.line + above) if found else None


def _name_markup(text: str) -> ForeignForm | None:
    """HTML, or XML by its root: each must begin with a tag, and XML must end with one."""
    if not text.startswith("<") or is_markdown(text):
        return None
    if _HTML.match(text):
        return ForeignForm("HTML", _COPY_TEXT)
    root = _ROOT.match(text)
    if not root or not (
        text.startswith(("<?xml", "<!DOCTYPE")) or text.rstrip().endswith((f"</{root['name']}>", "/>"))
    ):
        return ForeignForm("HTML", _COPY_TEXT) if re.match(r"<!--|<[a-z]+(?:\s[\w-]+=|>\s*<)", text) else None
    name = root["name"].rpartition(":")[2].lower()
    if name == "xml" and "<records" not in text[:_HEAD]:
        return ForeignForm("XML", _EXPORT)
    return ForeignForm(*_XML.get(name, (f"XML with the root <{root['name']}>", _EXPORT)))


def _name_json(text: str) -> ForeignForm | None:
    if text[:1] not in {"{", "["} or not _is_json(text):
        return None
    if '"nbformat"' in text:
        return ForeignForm("a Jupyter notebook", _LIST)
    return ForeignForm("JSON", _LIST)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return bool(re.match(r'\s*(?:\{\s*"|\[\s*(?:["{]|\[\s*["\d]))', text))
    return True


def _name_by_first_words(text: str) -> ForeignForm | None:
    named = next((form for words, form in _FIRST_WORDS.items() if text.startswith(words)), "")
    return ForeignForm(named, _LIST) if named else None


def _name_mail(text: str) -> ForeignForm | None:
    head = text[:_HEAD].split("\n\n", 1)[0].split("\r\n\r\n", 1)[0]
    headers = {match[0].lower() for match in _MAIL.finditer(head)}
    if _MBOX.match(text) and len(headers) > 1:
        return ForeignForm("a mailbox without an arXiv listing", "save the listing e-mails as text")
    if len(headers) < _FEWEST_KEYS or not _MAIL.match(head):
        return None
    if "multipart/related" in head or "Snapshot-Content-Location" in head:
        return ForeignForm("a saved web page (MHTML)", _COPY_TEXT)
    return ForeignForm("an e-mail that is no arXiv listing", "save the papers it names as a list with links")


def _name_source(text: str) -> ForeignForm | None:
    """Texts that are written for another program."""
    commands = len(_LATEX_LINE.findall(text))
    if _LATEX.search(text) or (commands and commands + len(_LATEX_WORD.findall(text)) >= _FEWEST_KEYS):
        return ForeignForm("LaTeX", _CONVERT)
    if _SQL.match(text):
        return ForeignForm("SQL", _CONVERT)
    statements = _PYTHON.findall(text)
    if len(statements) >= _FEWEST_KEYS and len({statement.split()[0] for statement in statements}) > 1:
        return ForeignForm("a Python program", _LIST)
    for form, patterns in _MARKUPS.items():
        if all(pattern.search(text) for pattern in patterns):
            return ForeignForm(form, "write it as Markdown with links")
    return ForeignForm("base64", "decode it first") if _BASE64.match(text) else None


def _name_settings(text: str) -> ForeignForm | None:
    """YAML or TOML: nearly every line is a key with a value, or goes on with one."""
    lines = [line for line in text.splitlines() if line.strip()]
    if _share(_TOML, lines) >= _SETTINGS and _TOML_SECTION.search(text) and "=" in text:
        return ForeignForm("TOML", _CONVERT)
    keys = sum(bool(_KEY.match(line)) for line in lines)
    if keys >= _FEWEST_KEYS and keys * 3 > len(lines) and _share(_SETTING, lines) >= _SETTINGS:
        return ForeignForm("YAML", _CONVERT)
    return None


def _share(pattern: re.Pattern[str], lines: list[str]) -> float:
    return sum(bool(pattern.match(line)) for line in lines) / max(1, len(lines))


def _name_table(text: str) -> ForeignForm | None:
    named = is_table(text) and not is_markdown(text)
    return ForeignForm("a table without a column of titles", _TITLED) if named else None


def _name_list(text: str) -> ForeignForm | None:
    """Lists that leave something out."""
    if is_markdown(text):
        return ForeignForm("Markdown without links to papers", "give each paper a title and a link")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if lines and all(ADDRESS.fullmatch(line) or read_arxiv_id(line) for line in lines):
        return ForeignForm("addresses without titles", "write each paper's title beside its address")
    alone = title_list.find_title_alone(text)
    return ForeignForm("a list of titles without ids", title_list.CURE, alone) if alone else None


_NAMES: tuple[Callable[[str], ForeignForm | None], ...] = (
    _name_markup,
    _name_json,
    _name_by_first_words,
    _name_mail,
    _name_source,
    _name_settings,
    _name_table,
    _name_list,
)
