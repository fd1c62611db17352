"""Related papers come with reasons a reader can check."""

from site_src.outcomes import Built
from site_src.related import find_related, read_terms
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
