"""What a search page costs in a real Chromium."""

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page

from bench.server import Host, Line

CHROMIUM = os.environ.get("CHROMIUM_PATH") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
PROBE = Path(__file__).parent / "js" / "probe.js"
FAST_LINE = Line()
SLOW_LINE = Line(delay=0.1, rate=500_000)  # a phone's: 100 ms until an answer begins, 4 Mbit/s
_THROTTLE = 4  # times slower: a phone's processor
_KEY = 70  # ms from one key to the next
_SETTLED = 700  # ms after the last key: by then pauses are noticed and snippets cut
_TRACED = ["-*", "disabled-by-default-devtools.timeline"]  # tasks and little else: tracing more slows what it traces
_TASK = "RunTask"  # with the microtasks that follow it


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """Opening the page with a query and nothing kept: bytes and requests asked for, and ms, until its results stand."""

    size: float
    requests: float
    ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The slugs each text found, the ms each took in the page, and, if told, in our worker."""

    orders: list[list[str]]
    times: list[float]
    worker_times: list[float]


@contextmanager
def open_page(browser: Browser, address: str) -> Iterator[Page]:
    """The page in a browser that knows nothing yet. What goes wrong in it is an error here."""
    context = browser.new_context()
    context.add_init_script(path=PROBE)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(address)
    yield page
    context.close()
    if faults:
        raise RuntimeError(f"{address}: {faults[0]}")


def measure_first(
    browser: Browser, hosts: Mapping[str, Host], texts: Sequence[str], line: Line = FAST_LINE
) -> dict[str, First]:
    """By the hosts' names the medians over the texts, each asked in a fresh browser.

    The hosts take turns, so that what else the computer does slows them alike.
    """
    turns = [{name: _open_with(browser, host, text, line) for name, host in hosts.items()} for text in texts]
    return {name: _median([turn[name] for turn in turns]) for name in hosts}


def _median(found: Sequence[First]) -> First:
    return First(
        size=median(first.size for first in found),
        requests=median(first.requests for first in found),
        ms=median(first.ms for first in found),
    )


def _open_with(browser: Browser, host: Host, text: str, line: Line) -> First:
    host.line = line
    host.sent.clear()
    with open_page(browser, f"{host.address}search/?{urlencode({'q': text})}") as page:
        first = page.evaluate("probe.first")
    host.line = FAST_LINE
    return First(size=host.bytes_until(first["at"]), requests=host.requests_until(first["at"]), ms=first["ms"])


def ask_all(browser: Browser, host: Host, texts: Sequence[str]) -> Answers:
    """The answers in one page, one after the other; what the very first query takes to load is left out.

    Nobody types that fast: what a page does of itself after its first answer is given time.
    """
    with open_page(browser, f"{host.address}search/") as page:
        page.evaluate("text => probe.ask(text)", texts[0])
        page.wait_for_timeout(_SETTLED)
        page.evaluate("probe.workerTimes.length = 0")
        answers = page.evaluate("texts => probe.askAll(texts)", [" ", *texts])[1:]
        worker_times = page.evaluate("probe.workerTimes")[1:]
    return Answers(
        orders=[answer["slugs"] for answer in answers],
        times=[answer["ms"] for answer in answers],
        worker_times=worker_times,
    )


def measure_stall(browser: Browser, hosts: Mapping[str, Host], texts: Sequence[str]) -> dict[str, float]:
    """By the hosts' names the longest task of the page's own thread, in ms, on a slow processor while a text is typed.

    The page is open but nobody has searched yet, so that loading counts. The browser's own trace tells the tasks: with
    rendering, without waiting for other programs of this computer. Medians over the texts; the hosts take turns.
    """
    turns = [{name: _longest_task(browser, host, text) for name, host in hosts.items()} for text in texts]
    return {name: median(turn[name] for turn in turns) for name in hosts}


def _longest_task(browser: Browser, host: Host, text: str) -> float:
    with open_page(browser, f"{host.address}search/") as page:
        page.locator("#q").focus()
        page.evaluate("0")  # like the focus brings scripts of the driver's own into the page: not to be traced
        page.wait_for_timeout(_SETTLED)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": _THROTTLE})
        browser.start_tracing(page=page, categories=_TRACED)
        page.keyboard.type(text, delay=_KEY)
        page.evaluate("text => probe.until(text)", text)
        page.wait_for_timeout(_SETTLED)
        trace = json.loads(browser.stop_tracing())
    return longest_task(trace["traceEvents"])


def longest_task(events: Sequence[Mapping[str, object]]) -> float:
    """The longest task, in ms of processor time, on the busiest main thread of a trace."""
    mains = {
        (e["pid"], e["tid"]) for e in events if e["name"] == "thread_name" and e["args"] == {"name": "CrRendererMain"}
    }
    tasks: dict[object, list[float]] = {thread: [] for thread in mains}
    for event in events:
        thread = (event["pid"], event["tid"])
        if thread in tasks and event["name"] == _TASK and "tdur" in event:
            tasks[thread].append(float(str(event["tdur"])) / 1000)
    return max(max(tasks.values(), key=sum, default=[]), default=0.0)


def percentile(values: Sequence[float], share: int) -> float:
    """The value that so many percent do not exceed."""
    return quantiles(values, n=100, method="inclusive")[share - 1] if len(values) > 1 else values[0]
