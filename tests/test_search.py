"""The search's files: what they hold, that the browser's tests read them fresh, and the other names."""

import base64
import gzip
import json
import random
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
import zopfli.gzip as zopfli
from hypothesis import given
from hypothesis import strategies as st

from site_src import search
from site_src.language import read_sentences
from site_src.search import address_search, index_papers, pack, shown
from site_src.search.documents import NAMED, SAID
from site_src.search.index import Index
from site_src.search.synonyms import find_synonyms
from site_src.search.thesaurus import reduce_thesaurus
from site_src.terms import PaperText, find_acronyms
from site_src.tokens import RULES, stem
from tests.invented_site import make_site
from tests.search_corpus import FILES, corpus_files, indexed_corpus, paper, read_corpus, search_files, technique

MOE = technique({"slug": "moe", "name": "Mixture of experts", "aliases": ["MoE", "sparse experts"]})


def terms_of(stated: dict[str, Any], field: str) -> dict[str, int]:
    """How often each term stands in a field of the paper."""
    both = index_papers([paper(stated)], [MOE])
    index = both.said if field in SAID else both.named
    place = list(index.fields).index(field)
    return {term: counts[0][place] for term, counts in index.postings.items() if counts[0][place]}


def unpack(content: bytes) -> Any:  # noqa: ANN401  JSON
    return json.loads(gzip.decompress(content))


def test_the_files_that_the_browser_tests_read_are_fresh() -> None:
    assert FILES.read_bytes() == indexed_corpus(), "if the change is meant: python -m tests.search_corpus"


def test_building_twice_gives_the_same_bytes() -> None:
    assert corpus_files() == search_files(*read_corpus())


@pytest.mark.parametrize(
    ("field", "stated", "term"),
    [
        ("title", {"title": "Otter Trees"}, "otter"),
        ("title", {"title": "The Otter"}, "the"),
        ("title", {"title": "p-Otter"}, "potter"),
        ("text", {"title": "Otter", "abstract": "Pruning of trees"}, "prune"),
        ("text", {"title": "Otter", "summary": "Trees pruned"}, "prune"),
        ("text", {"title": "Otter", "results": [{"value": "2.6×", "metric": "speed-up", "baseline": None}]}, "2.6x"),
        ("techniques", {"title": "Otter", "techniques": ["moe"]}, "expert"),
        ("authors", {"title": "Otter", "authors": ["An Ångström"]}, "angstrom"),
        ("authors", {"title": "Otter", "authors": ["An Ångström"]}, "an"),
        ("facts", {"title": "Otter", "arxiv": "2301.01234"}, "2301.01234"),
        ("facts", {"title": "Otter", "doi": "10.1145/3600006.3613165"}, "3600006.3613165"),
        ("facts", {"title": "Otter", "categories": ["cs.LG"]}, "cslg"),
        ("facts", {"title": "Otter", "categories": ["Soft Robots"]}, "robot"),
        ("facts", {"title": "Otter", "venue": "Harbour Conference"}, "harbour"),
        ("facts", {"title": "Otter", "abstract": "See https://github.com/acme/holt."}, "holt"),
    ],
)
def test_a_paper_is_indexed_by(field: str, stated: dict[str, Any], term: str) -> None:
    assert term in terms_of(stated, field)


def test_small_words_of_an_abstract_are_not_indexed() -> None:
    assert set(terms_of({"title": "Otter", "abstract": "All of the trees"}, "text")) == {"tree"}


def test_an_address_in_an_abstract_says_nothing_of_its_subject() -> None:
    assert set(terms_of({"title": "Otter", "abstract": "Trees: https://github.com/acme/holt"}, "text")) == {"tree"}


def test_an_alias_of_a_technique_does_not_make_papers_found_that_lack_it() -> None:
    assert "sparse" not in terms_of({"title": "Otter", "techniques": ["moe"]}, "techniques")


def test_a_compound_is_a_term_of_its_own_where_some_paper_writes_it_as_one() -> None:
    holt, other = {"title": "Otter", "abstract": "A river-bank"}, {"title": "Eel", "abstract": "A riverbank"}
    alone = index_papers([paper(holt)], [])
    both = index_papers([paper(holt), paper(other | {"slug": "eel"})], [])
    assert "riverbank" not in alone.said.postings
    assert set(both.said.postings["riverbank"]) == {0, 1}


@pytest.mark.parametrize(("field", "most"), SAID.items())
def test_a_term_counts_no_more_often_than_its_byte_can_tell(field: str, most: int) -> None:
    stated = {"title": "otter " * 9, "abstract": "otter " * 9, "techniques": ["moe"] * 9}
    assert max(terms_of(stated, field).values()) == most
    assert sum(count.bit_length() for count in SAID.values()) <= 8
    assert sum(count.bit_length() for count in NAMED.values()) <= 8


def test_every_word_is_written_with_its_term() -> None:
    said = index_papers([paper({"title": "TinyOtters prune", "abstract": "Pruning the trees"})], []).said
    assert said.words["prune"] == ("prune", "pruning")
    assert all(stem(word) == term for term, words in said.words.items() for word in words)


def test_the_files_carry_the_rules_of_the_words() -> None:
    start = unpack(search_files([paper({"title": "Otter"})])["start.bin"])
    assert start["rules"] == json.loads(json.dumps(RULES))


def test_facts_stand_in_the_papers_order() -> None:
    files = corpus_files()
    start, titles = unpack(files["start.bin"]), unpack(files["titles-0.bin"])
    place = titles["titles"].index("TinyBits: 4-bit Weights without Tears")
    assert held(start["facets"], "digest", place) == ["2025-05-08", "2024-03-02"]
    assert held(start["facets"], "technique", place) == ["quantization"]
    assert held(start["facets"], "year", place) == ["2024"]
    assert start["facts"]["date"][place] == "2024"


def test_numbers_that_no_paper_has_are_not_carried() -> None:
    bare, some = (
        unpack(search_files(papers)["start.bin"])["facts"]
        for papers in ([paper({"title": "Otter"})], [paper({"title": "Otter", "comments": 3}), paper({"title": "Eel"})])
    )
    assert list(bare) == ["date"]
    assert some == {"date": ["", ""], "comments": [3, 0]}


def held(facets: list[dict[str, Any]], field: str, paper: int) -> list[str]:
    """The keys of what the paper has of a facet."""
    [facet] = [each for each in facets if each["field"] == field]
    numbers = facet["papers"][paper]
    return [facet["values"][number][0] for number in ([numbers] if isinstance(numbers, int) else numbers)]


def test_a_snippet_s_texts_are_the_paper_s() -> None:
    files = search_files([paper({"title": "Otter", "summary": "Trees.", "abstract": "All <b>trees</b>."})])
    assert json.loads(files["texts/0.json"]) == {"summary": "Trees.", "abstract": "All <b>trees</b>."}


def test_no_papers_give_an_empty_index() -> None:
    start = unpack(search_files([])["start.bin"])
    assert (start["papers"], start["facts"]["date"], start["said"]["pieces"]) == (0, [], ["", ":"])


def test_a_large_index_is_in_pieces_of_neighbouring_terms(monkeypatch: pytest.MonkeyPatch) -> None:
    papers, taxonomy, _ = read_corpus()
    monkeypatch.setattr(pack, "MOST_IN_EACH", 20)
    whole = pack.pack_index(index_papers(papers, taxonomy).said, 1000)
    split = pack.pack_index(index_papers(papers, taxonomy).said, 50)
    starts = [start for start, _ in split]
    assert [start for start, _ in whole] == ["", ":"]
    assert len(split) > 5
    assert starts == sorted(starts)


def test_the_piece_asked_for_in_advance_is_empty_where_there_are_more(monkeypatch: pytest.MonkeyPatch) -> None:
    papers, taxonomy, _ = read_corpus()
    monkeypatch.setattr(pack, "MOST_IN_EACH", 20)
    (_, first), (start, second), (after, _), *_ = pack.pack_index(index_papers(papers, taxonomy).said, 50)
    assert (start, second) == (after, bytes(20))
    assert len(first) > 20


def test_the_very_first_query_may_be_one_that_only_names_or_numbers_answer() -> None:
    (by_id, by_author) = find(corpus_files(), ["2301.01234", "angstrom"])
    assert (by_id["complete"], by_author["complete"]) == (["row-norm"], ["row-norm"])


def test_an_author_is_found_though_papers_say_both_names_as_words() -> None:
    stated: list[dict[str, Any]] = [
        {"slug": "otter", "title": "Otters", "authors": ["Tri Dao"]},
        {"slug": "trees", "title": "Tri Trees"},
        {"slug": "rivers", "title": "Rivers of the Dao"},
    ]
    (found,) = find(search_files([paper(each) for each in stated]), ["tri dao"])
    assert found["complete"] == ["otter"]


def test_a_split_search_finds_the_same_papers_and_fetches_few_files(monkeypatch: pytest.MonkeyPatch) -> None:
    papers, taxonomy, thesaurus = read_corpus()
    rankings = json.loads(FILES.with_name("rankings.json").read_text(encoding="utf-8"))
    # The parts of a word would be in as many pieces, so there words run together are not taken apart.
    queries = [rule["query"] for rule in rankings if "run together" not in rule["rule"]]
    queries += [paper.title for paper in papers]
    whole = find(corpus_files(), queries)
    monkeypatch.setattr(pack, "MOST_IN_EACH", 20)
    monkeypatch.setattr(search, "MOST_SAID_IN_ONE", 50)
    monkeypatch.setattr(search, "MOST_NAMED_IN_ONE", 50)
    monkeypatch.setattr(shown, "MOST_IN_ONE", 4)
    monkeypatch.setattr(shown, "MOST_IN_EACH", 2)
    files = search_files(papers, taxonomy, thesaurus)
    split = find(files, queries)
    assert sum("said" in path for path in files) > 10
    assert [sorted(found["complete"]) for found in split] == [sorted(found["complete"]) for found in whole]
    assert [found["complete"][0] for found in split[-len(papers) :]] == [paper.slug for paper in papers]
    assert max(sum("said" in path for path in found["asked"]) for found in split) <= 10


def find(files: Mapping[str, bytes], queries: list[str]) -> list[dict[str, list[str]]]:
    """What find.js finds in the files: for each query the papers that have all words, and the files asked for."""
    encoded = {path: base64.b64encode(content).decode() for path, content in files.items()}
    found: list[dict[str, list[str]]] = json.loads(run_node("find.js", {"files": encoded, "queries": queries}))
    return found


def test_the_browser_turns_a_piece_back_into_lunr_s_own_index() -> None:
    papers, taxonomy, _ = read_corpus()
    said = index_papers(papers, taxonomy).said
    files = corpus_files()
    start, lengths = unpack(files["start.bin"]), files["said-lengths.bin"]
    (_, numbers), (_, rest) = pack.pack_index(said, 1000)
    vectors: dict[str, dict[str, float]] = {}
    read_words: list[list[str]] = []
    for piece in (numbers, rest):
        read = read_piece(gzip.compress(piece), start["said"]["fields"], lengths)
        terms = [term for term, _ in read["index"]["invertedIndex"]]
        read_words += read["words"]
        for ref, elements in read["index"]["fieldVectors"]:
            weights = {terms[n]: weight for n, weight in zip(elements[::2], elements[1::2], strict=True)}
            vectors[ref] = vectors.get(ref, {}) | weights
    assert vectors == lunr_vectors(said)
    assert sorted(read_words) == sorted([word, term] for term, words in said.words.items() for word in words)


def read_piece(piece: bytes, fields: list[Any], lengths: bytes) -> dict[str, Any]:
    """What unpack.js and weights.js make of a piece."""
    encoded = {"piece": base64.b64encode(piece).decode(), "lengths": base64.b64encode(lengths).decode()}
    read: dict[str, Any] = json.loads(run_node("read-piece.js", {**encoded, "fields": fields}))
    return read


def run_node(script: str, value: object) -> str:
    """What a script beside the JavaScript tests makes of the value."""
    node = shutil.which("node")
    assert node, "no node; `make` installs one"
    return subprocess.run(  # noqa: S603  the program and its arguments are ours
        [node, FILES.with_name(script)],
        input=json.dumps(value),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    ).stdout


def lunr_vectors(index: Index) -> dict[str, dict[str, float]]:
    """What each term weighs in each field of each paper, by `field/number`, as Lunr's builder in Python has it."""
    terms = {posting["_index"]: term for term, posting in index.lunr["invertedIndex"]}
    papers, _, _ = read_corpus()
    numbers = {paper.slug: number for number, paper in enumerate(papers)}
    vectors = {}
    for ref, elements in index.lunr["fieldVectors"]:
        field, slug = ref.split("/")
        weights = {terms[n]: weight for n, weight in zip(elements[::2], elements[1::2], strict=True)}
        if weights:
            vectors[f"{field}/{numbers[slug]}"] = weights
    return vectors


def test_the_files_address_changes_with_any_of_them() -> None:
    files = search_files([paper({"title": "Otter"})])
    version, addressed = address_search(files)
    assert addressed[f"search/{version}/start.bin"] == files["start.bin"]
    assert version == address_search(dict(reversed(files.items())))[0]
    assert version != address_search(files | {"texts/0.json": b"{}"})[0]


# ---- the thesaurus


def test_a_thesaurus_holds_what_some_paper_says() -> None:
    thesaurus = {"cheaply": ("low-cost", "pruned trees", "unheard of"), "unknown": ("nowhere",)}
    assert reduce_thesaurus(thesaurus, {"lowcost", "low", "cost", "prune", "tree"}) == [
        ["cheap", "lowcost", "prune tree"]
    ]


# ---- synonyms


def synonyms(*texts: str) -> list[list[str]]:
    """What the glossary of papers with these abstracts gives."""
    papers = [PaperText(str(place), "", read_sentences(text)) for place, text in enumerate(texts)]
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
    glossary = find_acronyms([PaperText("a", "", read_sentences("state-space models (SSMs)"))])
    names = ["State space models", "SSM"]
    assert find_synonyms(stated=[names], glossary=glossary) == [["ssm", "state space model"]]


@given(st.lists(st.text(st.sampled_from("aAbB() -."), max_size=60), max_size=4), st.randoms())
def test_synonyms_do_not_depend_on_the_order_of_texts(texts: list[str], order: random.Random) -> None:
    assert synonyms(*texts) == synonyms(*order.sample(texts, len(texts)))


# ---- sizes


def index_of(terms: int, papers: int) -> Index:
    """An index of so many terms that each stand in so many papers, in one field."""
    names = [f"t{number:05}" for number in range(terms)]
    return Index(
        fields={"title": 1},
        words={name: (name,) for name in names},
        postings={name: dict.fromkeys(range(papers), (1,)) for name in names},
        lengths=((terms,),) * papers,
        lunr={},
    )


def build_search_of(said: Index, named: Index) -> dict[str, bytes]:
    return search.build_search(search.SearchIndex(refs=(), said=said, named=named), make_site())


@pytest.mark.parametrize(("terms", "pieces"), [(150, 2), (151, 18)])
def test_what_papers_say_is_whole_up_to_150_thousand_postings(terms: int, pieces: int) -> None:
    files = build_search_of(index_of(terms, papers=1000), index_of(1, papers=1))

    assert sum(path.startswith("said-") for path in files) == pieces + 1  # and the lengths


@pytest.mark.parametrize(("terms", "pieces"), [(20, 2), (21, 5)])
def test_who_and_where_is_whole_up_to_20_thousand_postings(terms: int, pieces: int) -> None:
    files = build_search_of(index_of(1, papers=1), index_of(terms, papers=1000))

    assert sum(path.startswith("named-") for path in files) == pieces + 1  # and the lengths


@pytest.mark.parametrize(("terms", "pieces"), [(10, 1), (11, 2)])
def test_a_piece_holds_10_thousand_postings(terms: int, pieces: int) -> None:
    _, _, *others = pack.pack_index(index_of(terms, papers=1000), most_in_one=0)

    assert len(others) == pieces


def test_a_byte_tells_how_many_letters_two_terms_share_however_many_they_are() -> None:
    long = [f"{'o' * 300}{end}" for end in "ab"]
    index = replace(
        index_of(0, papers=1), words={term: (term,) for term in long}, postings={t: {0: (1,)} for t in long}
    )
    _, (_, piece) = pack.pack_index(index, most_in_one=2)

    assert list(piece[4:6]) == [0, 255]


@pytest.mark.parametrize(("papers", "covered", "files"), [(1000, 1000, 1), (1001, 32, 32)])
def test_titles_are_one_file_up_to_a_thousand(papers: int, covered: int, files: int) -> None:
    size, titles = shown.split_titles([paper({"title": "Otter"})] * papers)

    assert (size, len(titles)) == (covered, files)


def test_a_version_is_ten_digits_of_a_hash() -> None:
    version, _ = address_search({})

    assert re.fullmatch("[0-9a-f]{10}", version)


def test_what_a_first_query_waits_for_is_packed_as_small_as_can_be() -> None:
    files = corpus_files()
    small = {name for name, content in files.items() if name.endswith(".bin") and is_smallest(content)}

    assert small == {"start.bin", "titles-0.bin", "said-0.bin", "said-1.bin", "said-lengths.bin"}


def is_smallest(content: bytes) -> bool:
    return content == bytes(zopfli.compress(gzip.decompress(content)))
