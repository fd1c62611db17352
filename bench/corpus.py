"""Invented papers, as many as are wanted, shaped like real ones: lengths, dates, labels, how unevenly words occur.

The same number and seed give the same papers, and fewer papers are the first of more. Words are invented (`vocabulary`)
and none of them is a function word, which an index would mostly leave out: a text has as many words as a real one has
without those.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from bench.vocabulary import Vocabulary, make_vocabulary
from site_src.language import read_sentences
from site_src.models import CompletePaper, Label, Link, Paper, PartialDate, Result, SeenIn
from site_src.papers.slugs import assign_slugs

_FIRST_DIGEST = date(2025, 1, 1)
_IN_A_DIGEST = 80
_FOCUS = 40  # words that the papers of one technique say oftener than others do
_UNITS = ("x", "%", "B", "k", "-bit", "", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """What papers are drawn from; `focus` are the words of each technique."""

    vocabulary: Vocabulary
    techniques: Sequence[str]
    focus: Sequence[Sequence[str]]


def make_papers(count: int, techniques: Sequence[str], seed: int = 1) -> tuple[CompletePaper, ...]:
    """So many papers about the techniques (slugs), each with a slug and title of its own."""
    vocabulary = make_vocabulary(Random(f"words {seed}"))
    random = Random(f"focus {seed}")
    focus = [[vocabulary.draw(random) for _ in range(_FOCUS)] for _ in techniques]
    source = _Source(vocabulary=vocabulary, techniques=techniques, focus=focus)
    drawn: dict[str, CompletePaper] = {}
    number = 0
    while len(drawn) < count:
        paper = _draw_paper(source, Random(f"paper {seed} {number}"), len(drawn))
        drawn.setdefault(paper.title.casefold(), paper)
        number += 1
    slugs = [paper.slug for paper in assign_slugs([complete.paper for complete in drawn.values()], ())]
    return tuple(
        replace(complete, paper=replace(complete.paper, slug=slug))
        for complete, slug in zip(drawn.values(), slugs, strict=True)
    )


def _draw_paper(source: _Source, random: Random, number: int) -> CompletePaper:
    about = sorted(random.sample(range(len(source.techniques)), k=random.choice((0, 1, 1, 1, 2, 2, 3))))
    focus = [word for technique in about for word in source.focus[technique]]
    name = _name(source.vocabulary, random)
    title = _title(source, random, name, focus)
    abstract = _abstract(source, random, focus, title)
    url = f"https://github.com/{name.lower()}/{name.lower()}"
    return CompletePaper(
        paper=_stated(source.vocabulary, random, title, number),
        title=title,
        abstract=abstract,
        incomplete=False,
        summary=" ".join(_sentences(source, random, focus, 35)),
        summary_source="page",
        reading=read_sentences(abstract),
        labels=tuple(Label(slug=source.techniques[technique], source="page") for technique in about),
        mentions=(),
        results=tuple(_result(source.vocabulary, random) for _ in range(random.choice((0, 0, 1, 1, 2, 4)))),
        links=(Link(kind="code", url=url),) if random.random() < 0.4 else (),  # noqa: PLR2004  a share
    )


def _stated(vocabulary: Vocabulary, random: Random, title: str, number: int) -> Paper:
    year, month = random.choices(range(2017, 2026), (1, 1, 2, 2, 7, 6, 24, 34, 23))[0], random.randint(1, 12)
    digest = _FIRST_DIGEST + timedelta(days=number // _IN_A_DIGEST)
    return Paper(
        slug="",
        title=title,
        arxiv=f"{year % 100:02d}{month:02d}.{random.randrange(100_000):05d}",
        authors=tuple(_author(vocabulary, random) for _ in range(random.choice((0, 3, 4, 5, 6, 8, 10, 12)))),
        venue=f"{_name(vocabulary, random).upper()[:5]} {year}" if random.random() < 0.6 else None,  # noqa: PLR2004
        published=PartialDate(year, month),
        comments=random.choice((0, 0, 0, 1, 3)),
        seen_in=(SeenIn(digest=str(digest), dump=f"{digest}.txt", line=2 * (number % _IN_A_DIGEST) + 1),),
    )


def _title(source: _Source, random: Random, name: str, focus: Sequence[str]) -> str:
    words = [_word(source, random, focus).capitalize() for _ in range(random.choice((4, 5, 6, 7, 8, 9, 11)))]
    return " ".join((f"{name}:", *words) if random.random() < 0.6 else words)  # noqa: PLR2004  a share


def _abstract(source: _Source, random: Random, focus: Sequence[str], title: str) -> str:
    """About 140 words, now and then those of the title, and a definition of an acronym."""
    said = [word.lower().strip(":") for word in title.split()]
    sentences = list(_sentences(source, random, (*focus, *said * 6), random.choice((120, 135, 150, 170, 190))))
    if random.random() < 0.5:  # noqa: PLR2004  a share
        words = [source.vocabulary.draw(random) for _ in range(3)]
        acronym = "".join(word[0] for word in words).upper()
        sentences[1] = f"{sentences[1][:-1]}, {' '.join(words)} ({acronym})."
    return " ".join(sentences)


def _sentences(source: _Source, random: Random, focus: Sequence[str], length: int) -> Iterator[str]:
    while length > 0:
        words = [_word(source, random, focus) for _ in range(min(length, random.randint(9, 16)))]
        length -= len(words)
        yield " ".join((words[0].capitalize(), *words[1:])) + "."


def _word(source: _Source, random: Random, focus: Sequence[str]) -> str:
    kind = random.random()
    if kind < 0.03:  # noqa: PLR2004  a share
        return _number(random)
    return random.choice(focus) if focus and kind < 0.42 else source.vocabulary.draw(random)  # noqa: PLR2004  a share


def _number(random: Random) -> str:
    number = random.choice((random.randint(2, 9), random.randint(2, 128), random.randint(10, 99) / 10))
    return f"{number}{random.choice(_UNITS)}"


def _result(vocabulary: Vocabulary, random: Random) -> Result:
    times = random.randint(2, 9)
    metric = vocabulary.draw(random)
    return Result(value=f"{times}×", number=times, unit="x", metric=metric, baseline=None, quote="", source="page")


def _author(vocabulary: Vocabulary, random: Random) -> str:
    return f"{random.choice(vocabulary.words[:600]).capitalize()} {random.choice(vocabulary.words[:9000]).capitalize()}"


def _name(vocabulary: Vocabulary, random: Random) -> str:
    """A method's: ProgNet, say, or SkaiVor2."""
    first, second = random.choice(vocabulary.words), random.choice(vocabulary.words)
    return first[:5].capitalize() + second[:4].capitalize() + random.choice(("", "", "", "-2"))
