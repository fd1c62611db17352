"""The benchmarks' own parts: invented papers, judged queries, scores, what is typed, what is measured."""

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.browser import longest_task
from bench.corpus import make_papers
from bench.judgements import Query, judge, ndcg, read_queries
from bench.server import Host, Line
from bench.texts import Typing, make_texts, spread
from site_src.models import CompletePaper
from site_src.papers.titles import spell_title

TECHNIQUES = ("glaze", "clay", "fire")


def query(relevant: dict[str, int], kind: str = "topic") -> Query:
    return Query(set="tuned", kind=kind, query="pots", relevant=relevant)


# ---- invented papers


@pytest.fixture(scope="module")
def papers() -> tuple[CompletePaper, ...]:
    return make_papers(300, TECHNIQUES)


def test_the_same_number_and_seed_give_the_same_papers_and_fewer_the_first_of_them(
    papers: tuple[CompletePaper, ...],
) -> None:
    assert papers[:10] == make_papers(10, TECHNIQUES)
    assert papers[:10] != make_papers(10, TECHNIQUES, seed=2)


def test_invented_papers_are_papers(papers: tuple[CompletePaper, ...]) -> None:
    assert len({paper.slug for paper in papers}) == len({spell_title(paper.title) for paper in papers}) == 300
    assert all(0 < len(paper.slug) <= 80 for paper in papers)
    assert {slug for paper in papers for slug in paper.techniques} == set(TECHNIQUES)
    assert all(paper.title and paper.abstract and paper.summary and paper.paper.seen_in for paper in papers)


def test_few_invented_words_are_common_and_many_are_rare(papers: tuple[CompletePaper, ...]) -> None:
    holding = Counter(word for paper in papers for word in set(paper.abstract.lower().split()))
    assert holding.most_common(1)[0][1] > 100
    assert sum(count == 1 for count in holding.values()) > len(holding) / 3


# ---- judged queries


def test_every_query_is_judged_and_in_one_set_alone() -> None:
    queries = read_queries()
    assert Counter(query.set for query in queries) == {"tuned": 44, "held out": 40}
    assert max(Counter(query.query.casefold() for query in queries).values()) == 1
    assert all(query.relevant and set(query.relevant.values()) <= {1, 2} for query in queries)


# ---- scores


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (["a", "b"], 1),
        (["b", "a"], (1 + 3 / math.log2(3)) / (3 + 1 / math.log2(3))),
        (["x", "a"], 3 / math.log2(3) / (3 + 1 / math.log2(3))),
        (["x"] * 10 + ["a"], 0),
        ([], 0),
    ],
)
def test_gains_are_2_to_the_grade_less_1_discounted_by_place(order: list[str], expected: float) -> None:
    assert ndcg(order, {"a": 2, "b": 1}) == pytest.approx(expected)


def test_more_relevant_papers_than_ten_do_not_lower_the_best_order() -> None:
    relevant = {str(number): 1 for number in range(30)}
    assert ndcg([*relevant], relevant) == 1


@given(st.permutations(["a", "b", "c", "x"]))
def test_no_order_is_better_than_by_grade(order: list[str]) -> None:
    relevant = {"a": 2, "b": 1, "c": 1}
    assert 0 < ndcg(order, relevant) <= ndcg(["a", "b", "c", "x"], relevant) == 1


def test_quality_is_the_mean_over_queries() -> None:
    quality = judge([query({"a": 2}), query({"b": 1}), query({"c": 1})], [["a"], ["x", "y"], []])
    assert quality.queries == 3
    assert (quality.ndcg, quality.success, quality.empty) == pytest.approx((1 / 3, 1 / 3, 1 / 3))


# ---- what is typed


def test_a_title_is_typed_from_its_fourth_character_on() -> None:
    typing = Typing(texts=(), titles=(("Otter", "otter"), ("Pot", "pot")), most_keys=9)
    assert typing.keys() == [("Otte", "otter"), ("Otter", "otter")]


def test_what_is_spread_is_at_even_distances() -> None:
    assert spread(range(10), 5) == [0, 2, 4, 6, 8]
    assert spread(range(3), 5) == [0, 1, 2]


def test_invented_queries_are_words_of_titles_whole_misspelt_and_unfinished(papers: tuple[CompletePaper, ...]) -> None:
    words = {word.strip(":") for paper in papers[:8] for word in paper.title.split()}
    texts = make_texts(papers[:8], 8)
    assert len(texts) == 8
    assert all(set(text.split()[:-1]) <= words for text in texts)
    assert {text.split()[-1] in words for text in texts} == {True, False}


# ---- measuring


def test_the_longest_task_is_that_of_the_busiest_main_thread_in_ms() -> None:
    def task(thread: int, microseconds: int, name: str = "RunTask") -> dict[str, object]:
        return {"pid": 1, "tid": thread, "name": name, "tdur": microseconds}

    names = [
        {"pid": 1, "tid": thread, "name": "thread_name", "args": {"name": name}}
        for thread, name in ((1, "CrRendererMain"), (2, "CrRendererMain"), (3, "Compositor"))
    ]
    tasks = [task(1, 4000), task(1, 7000), task(2, 9000), task(3, 50_000), task(1, 90_000, "FunctionCall")]
    assert longest_task([*names, *tasks]) == 7
    assert longest_task([]) == 0


def test_the_host_packs_text_alone_and_counts_what_was_asked_for_in_time() -> None:
    host = Host(files={"a.html": b"<p>" * 500, "b.bin": b"<p>" * 500}, line=Line())
    assert len(host.body("a.html", "text/html")[0]) < 100
    assert host.body("b.bin", "application/octet-stream") == (b"<p>" * 500, False)
    host.sent += [(1.0, 10), (2.0, 20), (3.0, 40)]
    assert (host.bytes_until(2.0), host.requests_until(2.0)) == (30, 2)
