"""Related papers come with reasons a reader can check."""

import pytest

from site_src.models import Related
from site_src.outcomes import Built
from site_src.related import Terms, find_related, read_terms
from site_src.search import index_papers, term_vectors
from tests.search_corpus import paper

KILN = {
    "slug": "kiln",
    "title": "Glaze-Aware Kilns",
    "abstract": "A glaze needs a kiln. The kiln heats the glaze. We then leave. Few of us may stay.",
}
OVEN = {
    "slug": "oven",
    "title": "An Oven for Glaze",
    "abstract": "The glaze melts in an oven. A kiln melts more glaze than an oven. Few of us may like it.",
}
BOAT = {"slug": "boat", "title": "A Boat", "abstract": "Boats float. A boat is not baked. Few of us may sail a boat."}
FISH = {"slug": "fish", "title": "Fish", "abstract": "A fish swims. Every fish swims. Few of us may follow a fish."}


def related(*stated: dict[str, str]) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    papers = tuple(map(paper, stated))
    vectors = term_vectors(index_papers(papers, ()), {"title", "text"})
    found = find_related(papers, vectors, read_terms(papers))
    return {slug: [(one.slug, one.terms) for one in some] for slug, some in found.items()}


def test_papers_of_one_topic_are_related_by_its_words() -> None:
    found = related(KILN, OVEN, BOAT, FISH)

    assert [slug for slug, _ in found["kiln"]] == ["oven"]
    assert set(found["kiln"][0][1]) <= {"glaze", "kiln", "Kilns"}
    assert found["kiln"][0][1]


def test_words_in_passing_relate_nothing() -> None:
    assert related(KILN, OVEN, BOAT, FISH)["boat"] == []


def test_stop_words_are_no_reason_however_often_they_are_said() -> None:
    in_is = "In is in. Is in less in? It can, can it, with less. Better is better, best is best."

    found = related(*({**one, "abstract": f"{one['abstract']} {in_is}"} for one in (KILN, OVEN)), BOAT, FISH)

    assert [(slug, set(terms) & set(in_is.replace(".", " ").lower().split())) for slug, terms in found["kiln"]] == [
        ("oven", set())
    ]


def test_a_part_of_a_camel_case_name_is_no_reason_but_the_name_is() -> None:
    bench = "GlazeEval scores kilns. GlazeEval is ours. We run GlazeEval."
    one = {"slug": "one", "title": "One", "abstract": bench}
    two = {"slug": "two", "title": "Two", "abstract": bench}
    parts = {"slug": "parts", "title": "Parts", "abstract": "An eval of an eval. No eval is an eval."}

    others = [{"slug": f"p{number}", "title": "Boat", "abstract": "It floats."} for number in range(12)]

    slug, terms = related(one, two, parts, *others)["one"][0]

    assert slug == "two"
    assert "GlazeEval" in terms
    assert "eval" not in terms


def test_a_paper_is_not_related_to_itself(built: Built) -> None:
    for complete in built.site.papers:
        assert complete.slug not in {one.slug for one in complete.related}


def test_every_reason_is_shared(built: Built) -> None:
    papers = {complete.slug: complete for complete in built.site.papers}
    for complete in papers.values():
        for one in complete.related:
            other = papers[one.slug]
            assert set(one.techniques) <= set(complete.techniques) & set(other.techniques)
            assert one.techniques or one.terms


# ---- how near is near enough

Vectors = dict[str, dict[str, float]]


def relate(vectors: Vectors, topicality: dict[str, float] | None = None, **about: str) -> dict[str, list[str]]:
    """What is related to each paper, where papers have these terms and are about these techniques."""
    return {slug: [one.slug for one in some] for slug, some in reasons(vectors, topicality, **about).items()}


def reasons(
    vectors: Vectors, topicality: dict[str, float] | None = None, **about: str
) -> dict[str, tuple[Related, ...]]:
    papers = tuple(paper({"slug": slug, "title": slug, "techniques": about.get(slug, "").split()}) for slug in vectors)
    every = {term: term for vector in vectors.values() for term in vector}
    said = {slug: frozenset(vector) for slug, vector in vectors.items()}
    topics = dict.fromkeys(every, 1.0) if topicality is None else topicality
    return find_related(papers, vectors, Terms(spelling=every, topicality=topics, said=said))


def alike(similarity: float) -> Vectors:
    """Two papers, kiln and oven, of that similarity (cosine); what else they say is said by one other paper each."""
    shared, own = similarity**0.5, (1 - similarity) ** 0.5
    return {
        "kiln": {"glaze": shared, "clay": own},
        "oven": {"glaze": shared, "bread": own},
        "potter": {"clay": 1.0},
        "baker": {"bread": 1.0},
    }


@pytest.mark.parametrize(("similarity", "related"), [(0.175, True), (0.165, False)])
def test_papers_less_alike_than_a_sixth_are_not_related(similarity: float, related: bool) -> None:  # noqa: FBT001
    assert ("oven" in relate(alike(similarity))["kiln"]) is related


@pytest.mark.parametrize(("similarity", "related"), [(0.155, True), (0.148, False)])
def test_a_technique_of_half_the_papers_makes_two_an_eighth_more_alike(similarity: float, related: bool) -> None:  # noqa: FBT001
    assert ("oven" in relate(alike(similarity), kiln="fire", oven="fire")["kiln"]) is related


@pytest.mark.parametrize(("holders", "related"), [(4, True), (5, False)])
def test_a_term_of_more_than_a_fifth_of_all_papers_relates_none(holders: int, related: bool) -> None:  # noqa: FBT001
    vectors: Vectors = {f"p{number}": {"glaze" if number < holders else f"t{number}": 1.0} for number in range(20)}

    assert bool(relate(vectors)["p0"]) is related


@pytest.mark.parametrize(("times", "related"), [(9.4, True), (8.7, False)])
def test_a_word_said_in_passing_relates_papers_if_it_weighs_nine_times_what_they_are_about(
    times: float,
    related: bool,  # noqa: FBT001
) -> None:
    """Of a rare word that each says once, so that the papers on one rare thing are not lost."""
    vectors = alike(0.5)
    for slug in ("kiln", "oven"):
        vectors[slug]["glaze"] *= times
    everywhere = dict.fromkeys(vectors, "fire")  # a technique of all papers is a reason and makes none more alike

    assert ("oven" in relate(vectors, {"clay": 1.0, "bread": 1.0}, **everywhere)["kiln"]) is related


@pytest.mark.parametrize(("topicality", "related"), [(0.25, True), (0.24, False)])
def test_a_word_that_one_text_in_four_says_again_is_a_reason_to_show(topicality: float, related: bool) -> None:  # noqa: FBT001
    topics = {"glaze": topicality, "clay": 0.01, "bread": 0.01}

    assert ("oven" in relate(alike(0.5), topics)["kiln"]) is related


def test_a_paper_has_five_related_ones_and_each_has_four_reasons() -> None:
    vectors: Vectors = {f"p{number}": {f"t{term}": 1.0 for term in range(5)} for number in range(7)}
    vectors |= {f"other{number}": {f"o{number}": 1.0} for number in range(28)}

    related = reasons(vectors)["p0"]

    assert [one.slug for one in related] == ["p1", "p2", "p3", "p4", "p5"]
    assert [one.terms for one in related] == [("t0", "t1", "t2", "t3")] * 5
