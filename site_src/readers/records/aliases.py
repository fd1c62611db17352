"""The names that files have for what they say of a paper: data, shared by all forms that have fields.

A name stands here as `fold_name` folds it, so that `paper_title`, `paperTitle` and `Paper Title` are one. What an
object inside the record says has the names of both: `externalidsarxiv`. Where a record has several of them, the first
counts.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

_NOT_OF_NAMES = re.compile(r"[\W_]+")

TITLE = (*("title", "papertitle", "papername", "documenttitle", "articletitle", "titleen", "titles", "ti"),)
# What a thing of any kind is called; a title only where the rest is like a paper.
NAME = ("displayname", "name", "headline", "paper")
ABSTRACT = (
    *("abstract", "abstractnote", "abstracttext", "paperabstract", "summary", "summaries", "abs", "abstracts", "ab"),
    *("abstractinvertedindex", "abstracten", "originalabstract", "description", "descriptions", "contenttext"),
    *("contenthtml", "content", "shortabstract", "tldr"),
)
AUTHORS = (
    *("authorsparsed", "authorfullnames", "fullauthornames", "authors", "author", "authorships", "creators", "creator"),
    *("authornames", "authornamelist", "authorlist", "authorstring", "authorsite", "dccreator", "researchers", "au"),
)
AUTHOR_COUNT = ("authorcount", "authorscount", "numauthors", "nauthors", "authorscompletecount")
# Those that may say which paper it is, the surest first.
IDENTIFIERS = (
    *("arxiv", "arxivid", "arxivnumber", "arxividentifier", "paperarxivid", "externalidsarxiv", "arxiveprints"),
    *("eprint", "archiveid", "archivelocation", "entryid", "rawid", "id", "paperid", "pid", "guid"),
    *("absurl", "urlabs", "paperurlabs", "arxivurl", "arxivlink", "abslink", "urlarxiv", "linksarxiv"),
    *("linksabs", "abs", "doi", "externalidsdoi", "idsdoi", "articledoi", "paperdoi", "dois", "di", "identifier"),
    *("url", "paperurl", "paperlink", "link", "articleurl", "alternate", "externalurl", "landingpage", "oa", "site"),
    *("papersite", "openreviewurl", "openreview", "primarylocationlandingpageurl", "virtualsiteurl", "htmlurl"),
    *("absolutepaperurl", "ee", "linkspaper", "paper", "pdf", "pdfurl", "urlpdf", "paperurlpdf", "pdflink"),
    *("paperpdfurl", "linkspdf", "fulltexturl", "openaccesspdf", "primarylocationpdfurl", "bestoalocationpdfurl"),
    *("links", "hfurl", "hfpaperurl", "huggingfaceurl", "alphaxivurl", "sourceurl"),
)
# Text in which an arXiv id may stand after `arXiv:`.
MENTIONS = ("number", "reportnumber", "journal", "venue", "publication", "publicationtitle")
# Text that may speak of other papers: a line of it that is an id alone is the paper's own.
NOTES = ("note", "extra", "source")
PUBLISHED = (
    *("publishedat", "published", "publisheddate", "publishdate", "publicationdate", "datepublished", "pubdate"),
    *("firstpublished", "firstpublicationdate", "submitteddate", "submitted", "submittedat", "versions", "date"),
    *("paperdate", "issued", "publishedonline", "publishedprint", "created", "createdat", "pdate", "cdate"),
    *("dcdate", "publicationyear", "publishedyear", "pubyear", "year", "py", "yr"),
)
LISTED = (
    *("submittedondailyat", "dailydate", "digestdate", "listedat", "listed", "announcedat", "announcedate"),
    *("announceddate", "announced", "featuredat", "crawldate", "dailyat"),
)
VENUE = (
    *("venue", "conference", "proceeding", "proceedings", "proceedingstitle", "conferencename", "booktitle"),
    *("eventtitle", "containertitle", "journalref", "journalreference", "journal", "journalbook", "journaltitle"),
    *(
        "publicationvenue",
        "publicationname",
        "publicationtitle",
        "publication",
        "sourcetitle",
        "primarylocationsource",
        "so",
    ),
)
ORGANISATION = (
    *("organization", "organisation", "org", "affiliation", "affiliations", "institution", "institutions", "aff"),
    *("company", "lab"),
)
CATEGORIES = (
    *("primarycategory", "arxivprimarycategory", "categories", "category", "arxivcategories", "arxivcategory"),
    *("subjects", "subject", "tags", "tag", "terms", "primarysubject"),
)
VOTES = ("upvotes", "numupvotes", "upvotecount", "upvotescount", "votes", "votecount", "likes")
COMMENTS = ("numcomments", "ncomments", "commentcount", "commentscount", "comments")
# What authors remark of a submission; it may hold addresses.
REMARKS = ("comment", "comments", "arxivcomment", "arxivcomments", "authorcomment")
LINKS = {
    "code": (
        *("githubrepo", "github", "githuburl", "githublink", "githubrepourl", "code", "codeurl", "codelink"),
        *("codeurls", "codelinks", "urlcode", "repo", "repourl", "repository", "repositoryurl", "officialcode"),
        *("officialcodeurl", "coderepository", "coderepo", "implementation", "gitlab", "linkscode", "linksgithub"),
    ),
    "project": (
        *("projectpage", "projectpageurl", "project", "projecturl", "projectlink", "projectwebsite", "website"),
        *("websiteurl", "homepageurl", "demo", "demourl", "linksproject", "linkswebsite"),
    ),
    "model": ("modelurl", "modellink", "model", "linksmodel"),
    "dataset": ("dataseturl", "datasetlink", "dataset", "linksdataset"),
}

# Objects around a paper's own, whose names count where its own say nothing.
WRAPPERS = (
    *("paper", "data", "row", "attributes", "source", "metadata", "meta", "info", "content", "citingpaper"),
    *("citedpaper", "node", "work", "article", "document", "doc", "fields", "bibjson", "item", "entry"),
)
# Objects that only add to a paper's record; they may leave out its title.
DETAILS = (
    *("details", "detail", "paperdetails", "paperdetail", "paperinfo", "paperdata", "papermetadata", "extra", "extras"),
    *("additional", "arxiv", "arxivdata", "arxivmetadata", "arxivinfo", "huggingface", "semanticscholar", "openalex"),
    *WRAPPERS,
)
# Lists of papers in an object that has a title of its own, as a feed has.
LISTS = ("papers", "items", "entries", "results", "articles", "publications", "records")
# Objects in a record that have ids and links.
_OUTER = ("externalids", "ids", "links", "primarylocation", "bestoalocation")
# What says of all papers in a container on which day they were listed.
DAYS = ("date", "day", "datestring", "digestdate", "dailydate", "listdate", "crawldate", "fetchdate")
# Of Zotero: what hangs on a paper and is none.
NOT_PAPERS = frozenset({"attachment", "note", "annotation"})


@lru_cache(maxsize=10_000)
def fold_name(name: str) -> str:
    """The name without case, blanks and punctuation, and without `paper.` before it, as of a flattened object."""
    return _NOT_OF_NAMES.sub("", name.removeprefix("paper.")).casefold()


def fold_names(record: Mapping[str, object]) -> dict[str, object]:
    """The record with folded names, without what says nothing; of two that fold alike, the first that says more."""
    folded: dict[str, object] = {}
    for name, value in record.items():
        if not is_empty(value):
            folded.setdefault(fold_name(name), value)
    return folded


def add_parts(values: dict[str, object]) -> dict[str, object]:
    """The values with those of the objects in which some APIs keep ids and links."""
    for outer in _OUTER:
        inner = values.get(outer)
        if isinstance(inner, Mapping):
            for name, value in fold_names(inner).items():
                values.setdefault(f"{outer}{name}", value)
    return values


_PLACEHOLDERS = frozenset({"", "none", "null", "nan", "n/a", "na", "-", "–", "—", "nil", "undefined", "tbd", "tba"})


def is_empty(value: object) -> bool:
    """Whether it says nothing: no value, an empty one, or a word that programs write for none."""
    if isinstance(value, str):
        return value.strip().casefold() in _PLACEHOLDERS
    return value is None or value is False or value in ((), [], {})
