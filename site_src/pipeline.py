"""The program as lists of steps: `import_dumps`, `build_site` and `score_labels`."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from site_src.checks import check_site
from site_src.citations.files import citation_files
from site_src.complete import check_techniques, complete_paper
from site_src.content import Content, load_dumps
from site_src.contract import PAPERS_JSON, STYLES
from site_src.dates import digest_order, is_dated
from site_src.digests import collect_digests, derive_dates
from site_src.errors import InputError, Place, Problem
from site_src.exports import build_json, paper_files, papers_json
from site_src.files import GENERATOR, MARKER
from site_src.frontmatter import extend_page, format_paper
from site_src.models import CompletePaper, Dump, Paper, Scores, Site, SiteConfig
from site_src.moved import moved_files
from site_src.outcomes import Built, Import
from site_src.pages import HUES, plan_pages
from site_src.papers.merging import merge_dumps
from site_src.papers.twins import explain_twins, find_twins
from site_src.prose import unlink_missing
from site_src.related import find_related, read_terms
from site_src.render import make_environment, render_page
from site_src.scores import compare_labels, find_outdated, hash_sources
from site_src.search import SearchIndex, address_search, build_search, index_papers, term_vectors
from site_src.terms import find_acronyms, find_methods, read_text

STYLE_SHEET = f"{STYLES}site.css"
Report = Callable[[str], None]


def import_dumps(
    content: Content, paths: Iterable[Path], *, form: str | None = None, with_abstracts: bool, report: Report
) -> Import:
    """The pages that importing the dumps would write or extend; nothing is written here. Raises InputError.

    `form` is what to read the dumps as, where that is not to be found out.
    """
    report("reading dumps")
    dumps, warnings = load_dumps(paths, content.config, form)
    report("merging papers")
    merged = merge_dumps((*content.papers, *content.removed), dumps)
    report("formatting pages")
    pages = _extended_pages(content, merged.pages, with_abstracts=with_abstracts)
    pages |= {f"{paper.slug}.md": format_paper(paper, with_abstract=with_abstracts) for paper in merged.fresh}
    report("looking for twins")
    twins = tuple(
        twins
        for twins in find_twins((*merged.pages, *merged.fresh, *content.removed))
        if not pages.keys().isdisjoint({f"{twins.one.slug}.md", f"{twins.other.slug}.md"})
    )
    return Import(
        pages=pages,
        dumps=tuple(dated.dump for dated in dumps),
        outcomes=merged.outcomes,
        twins=twins,
        problems=(*content.problems, *warnings, *merged.problems, *map(explain_twins, twins)),
    )


def _extended_pages(content: Content, completed: Iterable[Paper], *, with_abstracts: bool) -> dict[str, str]:
    """File name → text of the pages that gain something."""
    pages = {}
    stated = {paper.slug: paper for paper in content.papers}
    for paper in completed:
        if paper == stated[paper.slug]:
            continue
        text = content.texts[paper.slug]
        extended = extend_page(text, paper, with_abstract=with_abstracts)
        if extended != text:
            pages[f"{paper.slug}.md"] = extended
    return pages


def build_site(  # noqa: PLR0913  the seams of the whole program: what goes in, and where it is read from
    content: Content,
    *,
    dumps: Sequence[Path],
    templates: Path,
    static: Mapping[str, bytes],
    base_url: str | None,
    repository: str | None = None,
    report: Report,
) -> Built:
    """Every file of the site, checked. Raises InputError.

    `static` are the files copied as they are; `base_url` and `repository` take the place of the content's own.
    """
    report("reading dumps")
    read, papers, warnings = _lay_dumps_over(content, dumps)
    report(f"deriving what {len(papers)} pages leave out")
    complete = in_site_order(tuple(complete_paper(paper, content.taxonomy, content.vocabulary) for paper in papers))
    report("indexing for search, and finding what is related")
    index = index_papers(complete, content.taxonomy)
    complete = _relate(complete, index)
    report("gathering what papers name")
    config = replace(
        content.config,
        base_url=base_url or content.config.base_url,
        repository=repository.rstrip("/") if repository else content.config.repository,
    )
    site, unlinked = unlink_missing(_assemble_site(content, config, complete, read))
    report("packing the search")
    version, search = address_search(build_search(index, site))
    report("rendering pages")
    environment = make_environment(templates, config, static, search_version=version)
    files = {page.path: render_page(page, environment) for page in plan_pages(site)}
    files |= {**search, **citation_files(site), **paper_files(site.papers), **_join_styles(static, files.pop(HUES))}
    files |= moved_files(files, site.papers)
    files[PAPERS_JSON] = papers_json(site.papers)
    files[MARKER] = build_json(describe_build(site, files))
    report("checking")
    if problems := tuple(check_site(files, config.base_url)):
        raise InputError(problems)
    return Built(files=files, site=site, problems=(*content.problems, *warnings, *unlinked))


def _join_styles(static: Mapping[str, bytes], hues: bytes) -> dict[str, bytes]:
    """The static files with the techniques' hues in the one style sheet: a browser draws nothing before it has all."""
    return {**static, STYLE_SHEET: static[STYLE_SHEET] + hues}


def _lay_dumps_over(
    content: Content, paths: Sequence[Path]
) -> tuple[tuple[Dump, ...], tuple[Paper, ...], tuple[Problem, ...]]:
    """The dumps, the pages' papers with the dumps laid over them in memory, and warnings."""
    if not paths:
        return (), content.papers, ()
    dumps, warnings = load_dumps(paths, content.config)
    merged = merge_dumps((*content.papers, *content.removed), dumps)
    read = tuple(dated.dump for dated in dumps)
    papers = tuple(derive_dates(paper, content.config.digests) for paper in (*merged.pages, *merged.fresh))
    return read, papers, (*warnings, *merged.problems)


def _relate(papers: Sequence[CompletePaper], index: SearchIndex) -> tuple[CompletePaper, ...]:
    """The papers with their related ones, by what titles, summaries, abstracts and results say."""
    vectors = term_vectors(index, {"title", "text"})
    related = find_related(papers, vectors, read_terms(papers))
    return tuple(replace(paper, related=related[paper.slug]) for paper in papers)


def in_site_order(papers: Sequence[CompletePaper]) -> tuple[CompletePaper, ...]:
    """Newest digest first and those without a year last; within a digest as its dumps list them."""
    in_order = sorted(papers, key=_position)
    return tuple(sorted(in_order, key=lambda complete: digest_order(_newest_digest(complete))[1:], reverse=True))


def _newest_digest(complete: CompletePaper) -> str:
    """Its name; empty for a paper seen in no dated digest."""
    dated = (seen.digest for seen in complete.paper.seen_in if is_dated(seen.digest))
    return max(dated, key=digest_order, default="")


def _position(complete: CompletePaper) -> tuple[str, int, str]:
    newest = _newest_digest(complete)
    places = ((s.dump, s.line) for s in complete.paper.seen_in if newest in {s.digest, ""})
    return *min(places, default=("", 0)), complete.slug


def _assemble_site(
    content: Content, config: SiteConfig, papers: tuple[CompletePaper, ...], dumps: Sequence[Dump]
) -> Site:
    texts = [read_text(paper) for paper in papers]
    hashes = hash_sources(content.taxonomy, content.papers, dumps)
    return Site(
        config=config,
        taxonomy=content.taxonomy,
        papers=papers,
        removed=content.removed,
        digests=collect_digests(papers),
        digest_pages=content.digest_pages,
        text_pages=content.text_pages,
        kinds=content.vocabulary.kinds,
        methods=find_methods(texts),
        glossary=find_acronyms(texts),
        thesaurus=content.thesaurus,
        scores=content.scores,
        outdated=find_outdated(content.scores, hashes) if content.scores else (),
    )


def describe_build(site: Site, files: Mapping[str, bytes]) -> dict[str, object]:
    """What `check` and a curious reader may ask of a build."""
    return {
        "generator": GENERATOR,
        "base_url": site.config.base_url,
        "repository": site.config.repository,
        "papers": len(site.papers),
        "techniques": len(site.taxonomy),
        "digests": [digest.name for digest in site.digests],
        "files": len(files) + 1,
    }


def score_labels(content: Content, paths: Sequence[Path], *, report: Report) -> tuple[Scores, tuple[Problem, ...]]:
    """How well labels derived from the dumps alone fit the pages that state theirs, and warnings. Raises InputError."""
    report("reading dumps")
    dumps, papers, warnings = _lay_dumps_over(content, paths)
    stated = {paper.slug: paper.techniques for paper in papers if paper.techniques is not None and paper.abstract}
    if not stated:
        cure = "state the techniques of a paper you have read in its page"
        raise InputError(
            Problem(Place(str(paths[0])), "no paper of these dumps has a page that states techniques", cure)
        )
    report(f"deriving the labels of {len(stated)} papers anew")
    derived = {paper.slug: _derive_labels(paper, content) for paper in papers if paper.slug in stated}
    scores = Scores(
        pages=len(stated),
        dumps=tuple(dump.file for dump in dumps),
        hashes=hash_sources(content.taxonomy, content.papers, dumps),
        techniques=compare_labels(stated, derived, [technique.slug for technique in content.taxonomy]),
    )
    return scores, (*content.problems, *warnings)


def _derive_labels(paper: Paper, content: Content) -> tuple[str, ...]:
    """The techniques the site would show if the page stated nothing."""
    check_techniques(paper, content.taxonomy)
    bare = replace(paper, techniques=None, results=None, summary=None)
    return complete_paper(bare, content.taxonomy, content.vocabulary).techniques
