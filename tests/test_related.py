"""Related papers come with reasons a reader can check."""

from site_src.pipeline import Built
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
    vectors = term_vectors(index_papers(papers, ()), {"title", "abstract"})
    found = find_related(papers, vectors, read_terms(papers))
    return {slug: [(one.slug, one.terms) for one in some] for slug, some in found.items()}


def test_papers_of_one_topic_are_related_by_its_words() -> None:
    found = related(KILN, OVEN, BOAT, FISH)

    assert [slug for slug, _ in found["kiln"]] == ["oven"]
    assert set(found["kiln"][0][1]) <= {"glaze", "kiln", "Kilns"}
    assert found["kiln"][0][1]


def test_words_in_passing_relate_nothing() -> None:
    assert related(KILN, OVEN, BOAT, FISH)["boat"] == []


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
