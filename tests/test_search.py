"""The search index: what it holds, that the browser's tests read it fresh, and the synonyms."""

import json
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lunr.index import Index

from site_src.search import FIELDS
from site_src.search.synonyms import find_synonyms
from site_src.terms import PaperText, find_acronyms
from site_src.tokens import RULES, stem
from tests.search_corpus import FOLDER, indexed_corpus, paper, read_corpus, search_files, technique

MOE = technique({"slug": "moe", "name": "Mixture of experts", "aliases": ["MoE", "sparse experts"]})


def index_of(*papers: dict[str, Any]) -> dict[str, Any]:
    files = search_files(tuple(map(paper, papers)), (MOE,))
    index: dict[str, Any] = json.loads(files["search/index.json"])
    return index


def terms_of(index: dict[str, Any], field: str, place: int = 0) -> set[str]:
    """The terms that a paper has in a field."""
    number, terms = 0, set()
    for distance in index["vectors"][field][place][0]:
        number += distance
        terms.add(index["terms"][number])
    return terms


def test_the_index_that_the_browser_tests_read_is_fresh() -> None:
    for name, content in indexed_corpus().items():
        assert (FOLDER / name).read_bytes() == content, "if the change is meant: python -m tests.search_corpus"


def test_building_twice_gives_the_same_bytes() -> None:
    assert search_files(*read_corpus()) == search_files(*read_corpus())


@pytest.mark.parametrize(
    ("field", "stated", "term"),
    [
        ("title", {"title": "Otter Trees"}, "otter"),
        ("title", {"title": "The Otter"}, "the"),
        ("abstract", {"title": "Otter", "abstract": "Pruning of trees"}, "prune"),
        ("summary", {"title": "Otter", "summary": "Trees pruned"}, "prune"),
        ("techniques", {"title": "Otter", "techniques": ["moe"]}, "expert"),
        ("authors", {"title": "Otter", "authors": ["An Ångström"]}, "angstrom"),
        ("authors", {"title": "Otter", "authors": ["An Ångström"]}, "an"),
        ("results", {"title": "Otter", "results": [{"value": "2.6×", "metric": "speed-up", "baseline": None}]}, "2.6x"),
        ("facts", {"title": "Otter", "arxiv": "2301.01234"}, "2301.01234"),
        ("facts", {"title": "Otter", "venue": "Harbour Conference"}, "harbour"),
        ("facts", {"title": "Otter", "year": 2024}, "2024"),
    ],
)
def test_a_paper_is_indexed_by(field: str, stated: dict[str, Any], term: str) -> None:
    assert term in terms_of(index_of(stated), field)


def test_small_words_of_an_abstract_are_not_indexed() -> None:
    assert terms_of(index_of({"title": "Otter", "abstract": "All of the trees"}), "abstract") == {"tree"}


def test_an_alias_of_a_technique_does_not_make_papers_found_that_lack_it() -> None:
    assert "spars" not in terms_of(index_of({"title": "Otter", "techniques": ["moe"]}), "techniques")


def test_the_words_are_those_of_the_papers_and_their_stems_the_terms() -> None:
    index = index_of({"title": "TinyOtters prune", "abstract": "Pruning the 4-bit tree"})
    assert index["words"] == sorted(index["words"])
    assert {"tinyotters", "tiny", "otters", "prune", "pruning", "4bit", "tree"} <= set(index["words"])
    assert {stem(word) for word in index["words"]} == set(index["terms"])


def test_the_index_carries_the_rules_of_the_words() -> None:
    assert index_of({"title": "Otter"})["rules"] == json.loads(json.dumps(RULES))


def test_the_packed_index_is_lunr_s_own() -> None:
    """Unpacked as the browser does it, but by Python's Lunr, it finds what it was made of."""
    packed = json.loads(indexed_corpus()["search-index.json"])
    assert list(packed["vectors"]) == list(FIELDS)
    postings: list[dict[str, Any]] = [{"_index": n, **{f: {} for f in FIELDS}} for n in range(len(packed["terms"]))]
    vectors = []
    for field, of_papers in packed["vectors"].items():
        for ref, (distances, tenths) in zip(packed["refs"], of_papers, strict=True):
            number, elements = 0, []
            for distance, weight in zip(distances, tenths, strict=True):
                number += distance
                postings[number][field][ref] = {}
                elements += [number, weight / 10]
            vectors.append([f"{field}/{ref}", elements])
    index = Index.load(
        {
            "version": "2.3.9",
            "fields": list(FIELDS),
            "fieldVectors": vectors,
            "invertedIndex": list(zip(packed["terms"], postings, strict=True)),
            "pipeline": [],
        }
    )
    assert [hit["ref"] for hit in index.search("orchard")] == ["sparse-orchards"]
    assert {hit["ref"] for hit in index.search("kernel")} == {"c-plus-plus", "c-sharp"}


def test_a_hit_shows_what_the_page_of_the_paper_says() -> None:
    papers, taxonomy = read_corpus()
    shown = json.loads(search_files(papers, taxonomy)["search/papers.json"])
    assert shown["techniques"]["moe"] == "Mixture of experts"
    assert list(shown["papers"]) == [each.slug for each in papers]
    assert shown["papers"]["lanternkv"] == {
        "url": "papers/lanternkv/",
        "title": "LanternKV: Forgetting Keys and Values by Age",
        "summary": "Drops old entries from the cache of keys and values.",
        "techniques": ["kv-cache"],
        "year": 2025,
    }


def test_no_papers_give_an_empty_index() -> None:
    index = index_of()
    assert (index["refs"], index["words"], index["terms"]) == ([], [], [])


# ---- synonyms


def synonyms(*texts: str) -> list[list[str]]:
    """What the glossary of papers with these abstracts gives."""
    papers = [PaperText(str(place), "", text) for place, text in enumerate(texts)]
    return find_synonyms(stated=[], glossary=find_acronyms(papers))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mixture of Experts (MoE) models", ["moe", "mixture of experts"]),
        ("Two state-space models (SSMs)", ["ssm", "state space model"]),
        ("processing-in-memory (PIM)", ["pim", "processing in memory"]),
        ("Salted Otter Distance++ (SOD++)", ["sod plusplus", "salted otter distance plusplus"]),
    ],
)
def test_a_definition_is_a_synonym(text: str, found: list[str]) -> None:
    assert synonyms(text) == [found]


def test_a_short_acronym_is_one_if_two_papers_agree_on_it() -> None:
    assert synonyms("Key-Value (KV) cache") == []
    assert synonyms("Key-Value (KV) cache", "the key value (KV) cache") == [["kv", "key value"]]


def test_of_several_meanings_only_those_that_papers_agree_on_are_synonyms() -> None:
    otters, trees = "sea otter training (SOT)", "sparse orchard trees (SOT)"
    assert synonyms(otters, trees) == []
    assert synonyms(otters, trees, trees) == [["sot", "sparse orchard trees"]]


def test_small_words_alone_are_no_name() -> None:
    assert synonyms("All Narrow Doors (AND) close.") == []


def test_the_commonest_spelling_is_kept() -> None:
    texts = ["State Space Model (SSM)", "state-space models (SSMs)", "state-space model (SSM)"]
    assert synonyms(*texts) == [["ssm", "state space model"]]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["Mixture of experts", "MoE", "expert routing"], [["moe", "mixture of experts"]]),
        (["KV cache", "key-value cache", "prefix caching"], [["kv", "key value"]]),
        (["Distillation", "knowledge distillation", "KD"], [["kd", "knowledge distillation"]]),
        (["Sparsity", "pruning"], []),
        (["Quantization", "QAT"], []),
        (["OtterNet", "otter network"], []),
        (["KV cache", "KV cache"], []),
        (["KV", "cache"], []),
    ],
)
def test_the_names_of_a_technique_give_synonyms(names: list[str], found: list[list[str]]) -> None:
    assert find_synonyms(stated=[names], glossary=[]) == found


def test_one_pair_stands_for_all_spellings() -> None:
    glossary = find_acronyms([PaperText("a", "", "state-space models (SSMs)")])
    names = ["State space models", "SSM"]
    assert find_synonyms(stated=[names], glossary=glossary) == [["ssm", "state space model"]]


@given(st.lists(st.text(st.sampled_from("aAbB() -."), max_size=60), max_size=4), st.randoms())
def test_synonyms_do_not_depend_on_the_order_of_texts(texts: list[str], order: random.Random) -> None:
    assert synonyms(*texts) == synonyms(*order.sample(texts, len(texts)))
