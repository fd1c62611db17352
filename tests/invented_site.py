"""Invented papers and techniques, and the sites made of them."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment

from site_src.digests import collect_digests
from site_src.errors import Place
from site_src.language import read_sentences
from site_src.models import (
    OTHER,
    CompletePaper,
    Evidence,
    Field,
    Label,
    Link,
    Mention,
    Paper,
    PartialDate,
    Related,
    Result,
    ResultKind,
    SeenIn,
    Site,
    SiteConfig,
    Strongest,
    Technique,
    TextPage,
)
from site_src.pages import plan_pages
from site_src.render import make_environment, render_page

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"

CONFIG = SiteConfig(
    title="Kiln",
    tagline="Papers, fired",
    description="A digest of pottery research.",
    base_url="https://example.org/digest/",
    repository="https://github.com/acme/kiln",
    author="The potters",
    language="en",
    page_size=5,
    digests={},
)

MAY = SeenIn(digest="2025-05-08", dump="may.txt", line=7)
JUNE = SeenIn(digest="2025-06-09", dump="june.txt", line=3)
UNDATED = SeenIn(digest="undated-02-29", dump="leap.txt", line=9)


def technique(slug: str, order: int) -> Technique:
    return Technique(
        slug=slug,
        name=slug.title(),
        aliases=(),
        definition=f"All about {slug}.",
        hue=40 * order,
        order=order,
        cues=(),
        rules_out=(),
        body=f"What {slug} is for.",
    )


TAXONOMY = (technique("glaze", 1), technique("clay", 2), technique("fire", 3))


SPEED = ResultKind(
    slug="speed-up",
    name="Speed-ups, in times",
    about="How many times faster.",
    scale="log",
    sign="×",
    units=("x",),
    says=("speed",),
    unless="overhead",
    strongest=Strongest(one="largest speed-up", several="largest speed-ups"),
)
FASTER = ResultKind(
    slug="faster",
    name="Faster, in percent",
    about="How much faster.",
    scale="linear",
    sign="%",
    units=("%",),
    says=("speed",),
)
BREAKAGE = ResultKind(
    slug="breakage",
    name="Broken, in percent",
    about="How many break.",
    scale="linear",
    sign="%",
    units=("%",),
    says=("breakage",),
    fewer_is_more=True,
)
KINDS = (SPEED, FASTER, BREAKAGE, OTHER)


def evidence(paper: CompletePaper, field: Field, words: str) -> Evidence:
    start = {"title": paper.title, "summary": paper.summary, "abstract": paper.abstract}[field].index(words)
    return Evidence(field=field, start=start, end=start + len(words), cue="words")


def make_paper(
    slug: str,
    *seen_in: SeenIn,
    title: str = "",
    abstract: str = "",
    **facts: Any,  # noqa: ANN401  whatever a Paper has
) -> CompletePaper:
    """A paper of which nothing else is known."""
    title = title or f"On {slug}"
    return CompletePaper(
        paper=Paper(slug=slug, title=title, seen_in=seen_in, **facts),
        title=title,
        abstract=abstract,
        incomplete=False,
        reading=read_sentences(abstract),
        summary="",
        summary_source="derived",
        labels=(),
        mentions=(),
        results=(),
        links=(),
    )


def with_summary(paper: CompletePaper, summary: str) -> CompletePaper:
    """The paper with a summary, which is read where it has no abstract."""
    return replace(paper, summary=summary, reading=read_sentences(paper.abstract or summary))


def full_paper() -> CompletePaper:
    """A paper of which everything is known: its slug is `full`; `pot` and `cup` must be papers too."""
    plain = make_paper(
        "full",
        MAY,
        UNDATED,
        title="Glazes That Fire Twice as Fast",
        abstract="Old kilns are slow. Our glaze fires 2× faster than salt glaze, on any clay. A glaze is a glaze.",
        arxiv="2501.00001",
        authors=("Ann Potter", "Bo Turner"),
        organisation="Acme Pottery",
        published=PartialDate(2025, 1, 2),
        votes=14,
        comments=3,
        venue="ICKiln 2025",
        notes="See [the other one](papers/pot/).",
        place=Place("content/papers/full.md"),
    )
    quote = "Our glaze fires 2× faster than salt glaze, on any clay."
    return replace(
        plain,
        summary="A glaze that halves the firing. It costs nothing.",
        summary_source="page",
        incomplete=True,
        labels=(
            Label(
                slug="glaze",
                source="derived",
                evidence=(evidence(plain, "title", "Glazes"), evidence(plain, "abstract", "glaze")),
            ),
            Label(slug="fire", source="page"),
        ),
        mentions=(Mention(slug="clay", evidence=(evidence(plain, "abstract", "clay"),), ruled_out="any will do"),),
        results=(
            Result(
                value="2×",
                number=2,
                unit="x",
                metric="speed-up",
                baseline="salt glaze",
                quote=quote,
                quote_start=plain.abstract.index(quote),
                source="derived",
                kind=SPEED,
            ),
        ),
        links=(
            Link(kind="code", url="https://github.com/acme/glaze"),
            Link(kind="arxiv", url="https://arxiv.org/abs/2501.00001"),
        ),
        related=(Related(slug="pot", techniques=("glaze",), terms=("kiln", "salt")),),
    )


def make_site(*papers: CompletePaper, **parts: Any) -> Site:  # noqa: ANN401  whatever a Site has
    """The site of the papers, and of `full`, `pot` and `cup` where none are given."""
    papers = papers or (make_paper("pot", JUNE), full_paper(), make_paper("cup", MAY))
    about = TextPage(slug="about", title="About", description="What this is.", body="# Why\n\nBecause.")
    site = Site(
        config=CONFIG,
        taxonomy=TAXONOMY,
        papers=papers,
        digests=collect_digests(papers),
        digest_pages={},
        text_pages=(about,),
        kinds=KINDS,
    )
    return replace(site, **parts)


class AnyFile:
    """Stands for static files that are all there."""

    def __contains__(self, path: object) -> bool:
        return True


def render_site(site: Site, *only: str) -> dict[str, str]:
    """{path: text} of every planned page, or of those at the paths given."""
    environment = _environment() if site.config == CONFIG else _make_environment(site.config)
    pages = [page for page in plan_pages(site) if not only or page.path in only]
    return {page.path: render_page(page, environment).decode() for page in pages}


@cache
def _environment() -> Environment:
    """Templates are compiled once for all tests."""
    return _make_environment(CONFIG)


def _make_environment(config: SiteConfig) -> Environment:
    return make_environment(TEMPLATES, config, AnyFile(), search_version="abc")
