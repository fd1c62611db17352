"""The search against Lunr, MiniSearch and Pagefind, on the same papers, in the same browser, in one run.

`python -m bench.search [--dumps PATH …] [--sizes N …]`: first content/ with the dumps laid over it, then invented
papers. What the columns mean is in `tables`. Other programs of the computer spoil times, so its load is told, too.
"""

import argparse
import os
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.browser import CHROMIUM, SLOW_LINE, Answers, ask_all, measure_first, measure_stall
from bench.judgements import Query, read_queries
from bench.peers import build_peers, run_ours
from bench.server import serve
from bench.sites import Corpus, build_invented, build_real
from bench.tables import OURS, Measured, format_quality, format_speed, format_titles
from bench.texts import Typing, make_texts, spread

_COLD = 7  # texts asked with nothing kept; opening the page again for each takes long
_SLOW = 3  # the same over a slow line, left out where it would take minutes
_MOST_SLOW = 2_000_000  # bytes
_STALLS = 5  # titles typed on a slow processor, each so many characters long
_STALLED = 30
_TEXTS = 60  # asked of invented papers
_TITLES = 40  # typed to their end
_KEYS = {True: 900, False: 300}  # at most, of all their keystrokes: of real papers, of invented ones
_OWN_KEYS = 8_000  # the same of all titles, which needs no browser
_TIMED = (Path(__file__).parent / "js" / "timed.js").read_bytes()
_WORKER = "static/js/search-worker.js"


def main() -> None:
    """Measures, and prints the tables as they are done."""
    parser = argparse.ArgumentParser(prog="bench.search", description=__doc__)
    parser.add_argument("--dumps", nargs="*", type=Path, default=[], help="dumps to lay over content/")
    parser.add_argument("--sizes", nargs="*", type=int, default=[3000, 10_000], help="numbers of invented papers")
    options = parser.parse_args()
    report("building the site of content/")
    real = build_real(options.dumps)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        compare(browser, real)
        for size in options.sizes:
            report(f"building the search of {size} invented papers")
            compare(browser, build_invented(size, real))
        browser.close()


def compare(browser: Browser, corpus: Corpus) -> None:
    """Measures all engines on the corpus and prints what was found."""
    papers = corpus.site.papers
    queries = _answerable(read_queries(), corpus) if corpus.is_real else ()
    typing = Typing(
        texts=[query.query for query in queries] or make_texts(papers, _TEXTS),
        titles=[(paper.title, paper.slug) for paper in spread(papers, _TITLES)],
        most_keys=_KEYS[corpus.is_real],
    )
    sites = {OURS: corpus.files, **build_peers(corpus, report)}
    load = os.getloadavg()[0]
    measured = measure(browser, sites, typing)
    print(format_speed(len(papers), measured, is_real=corpus.is_real, load=(load, os.getloadavg()[0])))
    if corpus.is_real:
        report("typing every title")
        stride = max(1, sum(len(paper.title) for paper in papers) // _OWN_KEYS)
        print(format_titles(run_ours(corpus, stride)))
        print(format_quality(queries, measured))
    sys.stdout.flush()


def measure(browser: Browser, sites: Mapping[str, Mapping[str, bytes]], typing: Typing) -> list[Measured]:
    """Everything that is measured of each engine on one corpus; `sites` are the files of each."""
    cold = spread(typing.texts, _COLD)
    with ExitStack() as stack:
        hosts = {name: stack.enter_context(serve(files)) for name, files in sites.items()}
        report("opening the page with a query")
        firsts = measure_first(browser, hosts, cold)
        light = {name: host for name, host in hosts.items() if firsts[name].size <= _MOST_SLOW}
        report("the same over a slow line")
        slows = measure_first(browser, light, spread(cold, _SLOW), SLOW_LINE)
        report("typing on a slow processor")
        stalls = measure_stall(browser, hosts, [title[:_STALLED] for title, _ in typing.titles[:_STALLS]])
    measured = []
    for name, files in sites.items():
        report(f"asking {name}")
        answers, keys, found = _ask(browser, {**files, _WORKER: _TIMED + files[_WORKER]}, typing)
        measured.append(
            Measured(
                name=name,
                first=firsts[name],
                slow=slows.get(name),
                answers=answers,
                keys=keys,
                stall=stalls[name],
                titles=found,
            )
        )
    return measured


def _ask(browser: Browser, files: Mapping[str, bytes], typing: Typing) -> tuple[Answers, Answers, float]:
    """The answers to whole queries and to titles being typed, and the share of these with the title in the top 5."""
    keys = typing.keys()
    with serve(files) as host:
        answers = ask_all(browser, host, typing.texts)
        typed = ask_all(browser, host, [text for text, _ in keys])
    seen = [slug in order[:5] for (_, slug), order in zip(keys, typed.orders, strict=True)]
    return answers, typed, sum(seen) / len(seen)


def _answerable(queries: Sequence[Query], corpus: Corpus) -> tuple[Query, ...]:
    """The queries, of whose papers those are left out that the corpus does not have."""
    slugs = {paper.slug for paper in corpus.site.papers}
    if missing := sorted({slug for query in queries for slug in query.relevant} - slugs):
        report(f"judged, but not among the papers: {', '.join(missing)}")
    known = (
        replace(query, relevant={slug: grade for slug, grade in query.relevant.items() if slug in slugs})
        for query in queries
    )
    return tuple(query for query in known if query.relevant)


def report(step: str) -> None:
    """Says on the error stream what is being done."""
    print(f"{time.strftime('%H:%M:%S')}  {step}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
