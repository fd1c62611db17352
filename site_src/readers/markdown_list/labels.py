"""What lists of papers call their fields, and words that name a link but no paper."""

import re

_NAMES = {
    "title": "title|paper title|paper name|name|paper|work|article|标题|题目|论文标题|论文|論文|タイトル|제목",
    "authors": "author|authors|author(s)|by|作者|著者|저자",
    "abstract": "abstract|abs.|摘要|要旨|초록|paper abstract",
    "summary": "summary|description|overview|brief|简介|总结",
    "date": "date|published|publish date|publication date|submitted|submitdate|submission date|"
    "submitted date|submit date|posted|released|announced|日期|发布日期|published on|submitted on",
    "venue": "venue|journal|conference|publication|published in|journal ref|journal-ref|会议|期刊|where|"
    "journal/conference|conference/journal|publisher",
    "categories": "categories|category|subjects|subject|primary category|arxiv categories|类别|primary subject",
    "paper": "arxiv|arxiv id|arxiv link|arxiv url|paper link|paper url|pdf|pdf link|url|link|links|abs|"
    "id|doi|paper pdf|hf|hugging face|huggingface|hf link|source|paper id|论文链接|链接|openreview|"
    "html|full text|read|download|reference",
    "code": "code|github|repo|repository|code link|github link|代码|开源代码|official code|code url|implementation",
    "project": "project|project page|homepage|website|demo|page|项目|主页|project website|project link|site|web",
    "dataset": "dataset|data|datasets|数据集",
    "model": "model|models|weights|checkpoint|checkpoints",
    "votes": "upvotes|votes|likes",
    "comments": "comments|comment|note|notes|keywords|tags|tldr|tl;dr|updated|institution|institutions|"
    "affiliation|affiliations|citation|citations|stars|video|slides|poster|blog|supplementary|"
    "supp|bibtex|bib|cite|pages|key words|image|figure|score|rank|no.|no|#|type|task|language|"
    "year|month",
    "related": "related|related work|related paper|related papers|see also|cf|follow-up|builds on|extends|"
    "previous version",
}
_KEYS = {name: key for key, names in _NAMES.items() for name in names.split("|")}
_MARKS = " \t*_~`•·-–—>|#:：.()[]【】🔗📄📝👥📅💻🤗🎓🌐🏷️📌⭐✍📜🔥🚀📖📚🧠✨👤🗓️🏛️📊💡🔍🔖"
_LABELLED = re.compile(r"(?P<name>[^\s:：][^:：]{0,28}?)[\s*_]*[:：](?!//)[\s*_]*(?P<value>.*)", re.DOTALL)
NOTHING = {"null", "none", "-", "–", "—", "n/a", "na", "nan", "x", "✗", "✘", "todo", "tbd", ""}  # as values
_GENERIC_WORDS = """
    to see click original details for our at available
    abs abstract acl acm and anthology arxiv bib bibtex blog citation cite code colab conference cvf
    data dataset datasets demo doi download face full github google here hf home homepage html http
    https hugging huggingface iclr icml ieee in jax journal link links material model models more
    neurips of official on openreview page paper papers pdf pmlr post poster posters preprint project
    pytorch read repo repository review scholar semantic slide slides springer star stars supp
    supplementary tensorflow text the this thread tweet twitter url version video view web website
    workshop youtube 主页 代码 论文 项目
"""
_GENERIC = frozenset(_GENERIC_WORDS.split())
_NUMBER = re.compile(r"v?[0-9]+")
_VENUE = re.compile(
    r"[\W_]*(?P<venue>(?!arxiv|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[A-Za-z][A-Za-z&/-]{1,14}"
    r"(?:[ -][A-Z][a-z]{2,12})?[ '’,-]*(?:19|20)?\d{2}"
    r"(?:[ -](?:oral|spotlight|poster|workshop|findings|best paper))?)[\W_]*",
    re.IGNORECASE,
)


def strip_marks(text: str) -> str:
    """The text without the marks and little pictures that lists put around words."""
    return text.strip(_MARKS)


def label_of(text: str) -> str:
    """The field that the text names, "" where it names none."""
    return _KEYS.get(strip_marks(text).lower(), "")


def split_label(text: str) -> tuple[str, str]:
    """(field, value) of a line such as `**Authors:** A, B`, or of a label alone; ("", the text) where there is none."""
    match = _LABELLED.match(text.lstrip(_MARKS))
    if match and (label := label_of(match["name"])):
        return label, match["value"].strip().lstrip(":： ")
    alone = label_of(text) if strip_marks(text) != text.strip() or text.strip()[:1].isupper() else ""
    return (alone, "") if alone in {"abstract", "summary"} else ("", text)


def is_generic(text: str) -> bool:
    """Whether the text of a link says what it leads to, as `[pdf]`, and not what the paper is called."""
    words = re.findall(r"\w+", text.lower())
    return all(word in _GENERIC or _NUMBER.fullmatch(word) for word in words)


def find_venue(text: str) -> str:
    """The meeting of a text that is nothing else, as `(CVPR 2024)`."""
    match = _VENUE.fullmatch(text)
    return match["venue"].strip() if match else ""
