"""The site's files of citations: of each paper, technique and digest, and of all papers."""

from collections.abc import Iterator

from site_src.citations.cite import cite_paper
from site_src.citations.formats import FORMATS, paper_path, papers_path
from site_src.contract import API, DIGEST, TECHNIQUE
from site_src.models import CompletePaper, Site


def citation_files(site: Site) -> dict[str, bytes]:
    """{path: content} of every file; there is none of a technique without papers."""
    citations = {paper.slug: cite_paper(paper, site.config) for paper in site.papers}
    files: dict[str, bytes] = {}
    for form in FORMATS:
        records = {slug: form.format(citation) for slug, citation in citations.items()}
        for paper in site.papers:
            files[paper_path(paper.slug, form)] = form.join([records[paper.slug]]).encode()
        for folder, papers in _lists(site):
            if listed := [records[paper.slug] for paper in papers]:
                files[papers_path(folder, form)] = form.join(listed).encode()
    return files


def _lists(site: Site) -> Iterator[tuple[str, list[CompletePaper]]]:
    """(folder, its papers in site order)."""
    yield API, list(site.papers)
    for technique in site.taxonomy:
        yield TECHNIQUE.format(technique.slug), [paper for paper in site.papers if technique.slug in paper.techniques]
    for digest in site.digests:
        seen = [paper for paper in site.papers if any(at.digest == digest.name for at in paper.paper.seen_in)]
        yield DIGEST.format(digest.name), seen
