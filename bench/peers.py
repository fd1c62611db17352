"""The search page with another search behind it: Lunr and MiniSearch as they come, and Pagefind."""

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path

from bench import ROOT
from bench.sites import Corpus
from site_src.files import read_tree
from site_src.models import CompletePaper

# Their names, and of which files a page of each needs more than its own script: file on the site, file made.
_NEEDED = {
    "Lunr": {"peer/index.json": "lunr.json", "peer/titles.json": "titles.json"},
    "MiniSearch": {"peer/index.json": "minisearch.json"},
    "Pagefind": {},
}
_SCRIPT = "static/js/search-page.js"
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')  # Pagefind's WebAssembly would not pass ours


def build_peers(corpus: Corpus, report: Callable[[str], None]) -> dict[str, dict[str, bytes]]:
    """By each peer's name the files of its site, without the pages of papers. All index the same texts."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        documents = [_document(number, paper) for number, paper in enumerate(corpus.site.papers)]
        (folder / "documents.json").write_text(json.dumps(documents), encoding="utf-8")
        report("indexing with Lunr and MiniSearch")
        _run(_node(), ROOT / "bench" / "js" / "build-peers.js", folder)
        report("indexing with Pagefind")
        _write_pages(folder / "pages", documents)
        _run(_node(), ROOT / "node_modules" / "pagefind" / "lib" / "runner" / "bin.cjs", "--site", folder / "pages")
        shell = _shell(corpus.files)
        index = {path: content for path, content in read_tree(folder / "pages").items() if path.startswith("pagefind/")}
        peers = {
            peer: shell
            | {path: (folder / made).read_bytes() for path, made in needed.items()}
            | {_SCRIPT: (folder / f"{peer.lower()}-page.js").read_bytes()}
            for peer, needed in _NEEDED.items()
        }
        return peers | {"Pagefind": peers["Pagefind"] | index}


def run_ours(corpus: Corpus, stride: int) -> dict[str, int]:
    """What bench/js/ours.js finds on the corpus."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, content in corpus.files.items():
            if path.startswith("search/") and path.endswith(".bin"):
                (folder / Path(path).name).write_bytes(content)
        (folder / "titles.json").write_text(json.dumps([paper.title for paper in corpus.site.papers]), encoding="utf-8")
        found: dict[str, int] = json.loads(_run(_node(), ROOT / "bench" / "js" / "ours.js", folder, str(stride)))
        return found


def _node() -> str:
    return shutil.which("node") or "node"


def _run(*command: str | Path) -> str:
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603  no shell


def _shell(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """What the search page is made of, but for the search."""
    page = _POLICY.sub("", files["search/index.html"].decode()).encode()
    kept = {path: files[path] for path in files if path.startswith("static/") or "/" not in path}
    return kept | {"search/index.html": page}


def _document(number: int, complete: CompletePaper) -> dict[str, str]:
    paper = complete.paper
    results = (f"{result.value} {result.metric} {result.baseline or ''}" for result in complete.results)
    facts = (paper.arxiv, paper.venue, paper.organisation, *paper.aliases)
    return {
        "id": str(number),
        "slug": paper.slug,
        "title": complete.title,
        "text": "\n".join((complete.abstract, complete.summary, *results)),
        "techniques": " ".join(complete.techniques),
        "authors": ", ".join(paper.authors),
        "facts": " ".join(fact for fact in facts if fact),
    }


def _write_pages(folder: Path, documents: Sequence[Mapping[str, str]]) -> None:
    for document in documents:
        path = folder / "papers" / document["slug"] / "index.html"
        path.parent.mkdir(parents=True)
        title, *texts = (escape(text) for field, text in document.items() if field not in {"id", "slug"})
        main = f"<h1>{title}</h1>" + "".join(f"<p>{text}</p>" for text in texts)
        page = f'<!doctype html><html lang="en"><title>{title}</title><main data-pagefind-body>{main}</main>'
        path.write_text(page, encoding="utf-8")
