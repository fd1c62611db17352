"""The corpora to search, and our own site of each as far as searching needs it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench import ROOT
from bench.corpus import make_papers
from site_src.assets import static_files, templates_folder
from site_src.content import read_content
from site_src.digests import collect_digests
from site_src.models import Site
from site_src.pages.catalogue import make_catalogue
from site_src.pages.single import plan_search
from site_src.pipeline import build_site
from site_src.render import make_environment, render_page
from site_src.search import address_search, build_search, index_papers
from site_src.terms import find_acronyms, read_text

BASE_URL = "http://127.0.0.1/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Papers, and by path the files that searching them on our site needs; `is_real` tells content/ from invented."""

    site: Site
    files: Mapping[str, bytes]
    is_real: bool


def build_real(dumps: Sequence[Path]) -> Corpus:
    """The site of content/ with the dumps laid over it."""
    built = build_site(
        read_content(ROOT / "content"),
        dumps=dumps,
        templates=templates_folder(),
        static=static_files(),
        base_url=BASE_URL,
        report=lambda _: None,
    )
    return Corpus(site=built.site, files=built.files, is_real=True)


def build_invented(count: int, real: Corpus) -> Corpus:
    """A site of so many invented papers, with techniques and looks of the real one; of its pages only the search."""
    papers = make_papers(count, [technique.slug for technique in real.site.taxonomy])
    site = replace(
        real.site,
        papers=papers,
        digests=collect_digests(papers),
        methods=(),
        glossary=find_acronyms([read_text(paper) for paper in papers]),
    )
    version, search = address_search(build_search(index_papers(papers, site.taxonomy), site))
    environment = make_environment(templates_folder(), site.config, real.files, search_version=version)
    page = plan_search(make_catalogue(site))
    kept = {path: content for path, content in real.files.items() if not path.startswith(("search/", "papers/"))}
    return Corpus(site=site, files=kept | search | {page.path: render_page(page, environment)}, is_real=False)
