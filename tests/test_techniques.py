"""Tests of `site_src.techniques`, with the taxonomy of the invented corpus."""

from collections.abc import Mapping
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_src.errors import InputError
from site_src.frontmatter import parse_technique
from site_src.language import index_words, read_sentences
from site_src.models import Classification, Evidence, Example, Field, Mention, Reading, Technique
from site_src.phrases import compile_phrase
from site_src.readers.decode import decode
from site_src.readers.text_copy import parse_dump
from site_src.techniques import classify
from site_src.techniques.passages import read_passages
from site_src.techniques.phrases import find_phrase
from tests.conftest import CORPUS, DUMPS, REAL_DUMPS


@cache
def taxonomy() -> tuple[Technique, ...]:
    pages = (CORPUS / "content" / "techniques").glob("*.md")
    parsed = [parse_technique(page.read_text(encoding="utf-8"), str(page)) for page in sorted(pages)]
    assert [problem for _, problems in parsed for problem in problems] == []
    return tuple(sorted((technique for technique, _ in parsed), key=lambda technique: technique.order))


def read(fields: Mapping[Field, str]) -> dict[Field, Reading]:
    return {field: read_sentences(text) for field, text in fields.items()}


def judge(title: str, abstract: str) -> Classification:
    return classify(read({"title": title, "abstract": abstract}), taxonomy())


def labels(title: str, abstract: str) -> list[str]:
    return [label.slug for label in judge(title, abstract).labels]


def mention(title: str, abstract: str, slug: str) -> Mention:
    return next(mention for mention in judge(title, abstract).mentions if mention.slug == slug)


def quotes(text: Mapping[Field, str], evidence: tuple[Evidence, ...]) -> list[str]:
    return [text[found.field][found.start : found.end] for found in evidence]


# ---- phrases


def found(written: str, text: str) -> list[str]:
    spans = find_phrase(compile_phrase(written), index_words(text))
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("written", "text", "expected"),
    [
        ("low-rank", "Low-rank, low rank and lowrank", ["Low-rank", "low rank", "lowrank"]),
        ("draft model", "Draft models, a draft-model", ["Draft models", "draft-model"]),
        ("quantiz*", "We quantize; Quantization.", ["quantize", "Quantization"]),
        ("MoE", "MoEs and MoE, not moe or SMoE", ["MoEs", "MoE"]),
        ("*MoE", "LeanMoE beats MoEs, not MoEFoo", ["LeanMoE", "MoEs"]),
        ("*Mamba*", "a MicroMambaNet", ["MicroMambaNet"]),
        ("draft .. verif*", "draft five tokens, then verify them", ["draft five tokens, then verify"]),
        ("draft .. verif*", "draft verified", ["draft verified"]),
        ("draft .. verif*", "a draft. It verifies", []),
        ("draft .. verif*", "draft one two three four five verified", []),
        ("key/value cache", "key/value caches", ["key/value caches"]),
        ("few bits", "few\u2010bits, few\u00a0bits", ["few\u2010bits", "few\u00a0bits"]),
        ("C++", "in C++.", ["C++"]),
        ("rank", "a crank ranks pranks", ["ranks"]),
        (r"re:\b[NM]:\d\b", "M:4 and M:42", ["M:4"]),
    ],
)
def test_a_phrase_is_found_however_it_is_printed(written: str, text: str, expected: list[str]) -> None:
    assert found(written, text) == expected


@pytest.mark.parametrize("written", ["re:(", "re:x{99999999999}", "re:x*", "re:", "", " ", "*"])
def test_a_phrase_that_is_no_pattern_or_matches_nothing_at_all_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"no regular expression|empty text"):
        compile_phrase(written)


@given(
    st.lists(st.sampled_from(["sparse", "MoE", "fine", "Tuning", "x2"]), min_size=1, max_size=4),
    st.sampled_from([" ", "-", "\u2011"]),
    st.sampled_from(["", "s"]),
)
def test_a_phrase_is_found_in_its_own_words_whatever_joins_them(words: list[str], joint: str, plural: str) -> None:
    printed = joint.join(words) + plural
    assert found("-".join(words), f"of {printed} here") == [printed]


# ---- what a sentence is for


def test_an_abstract_goes_from_background_to_claims_to_results() -> None:
    text = (
        "Caches grow. We propose a small one. It forgets politely, and outperforms larger ones. Existing ones do not."
    )
    fields: dict[Field, str] = {"title": "Small Caches", "abstract": text}
    roles = [
        (passage.role, fields[passage.field][passage.start : passage.end]) for passage in read_passages(read(fields))
    ]
    assert roles == [
        ("title", "Small Caches"),
        ("background", "Caches grow."),
        ("claim", "We propose a small one."),
        ("own", "It forgets politely, and "),
        ("result", "outperforms larger ones."),
        ("background", "Existing ones do not."),
    ]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("We propose a smaller cache.", "claim"),
        ("In this paper, we focus on the size of caches.", "subject"),
        ("This work studies caches.", "subject"),
        ("This study carefully examines caches.", "subject"),
        ("We make two contributions: a smaller cache and a rule to fill it.", "listed"),
        ("It rests on three key ideas, none of them new.", "listed"),
        ("Its caches need less room than existing ones.", "own"),
        ("Existing caches need more room.", "background"),
        ("An ablation drops the cache.", "own"),
    ],
)
def test_a_sentence_says_whether_it_is_about_the_work_itself(sentence: str, role: str) -> None:
    fields: dict[Field, str] = {"title": "Small Caches", "abstract": f"We keep caches small. {sentence}"}
    start = fields["abstract"].index(sentence)
    assert next(p.role for p in read_passages(read(fields)) if p.field == "abstract" and p.start == start) == role


def test_what_is_proposed_by_name_is_what_the_paper_is_about() -> None:
    proposed = "Ledgers are long. We propose a sparse attention for ledgers that bakers keep."
    used = "Ledgers are long. We propose a reader for ledgers of bakers and millers that uses sparse attention."
    assert labels("Reading Ledgers", proposed) == ["efficient-attention"]
    assert labels("Reading Ledgers", used) == []


def test_what_a_survey_says_it_covers_is_its_subject() -> None:
    abstract = "Models are large. We first discuss pruning, then quantization, and close with open questions."
    assert labels("Making Models Small: A Survey", abstract) == ["quantization", "sparsity-pruning"]
    assert labels("Making Models Small", abstract) == []


# ---- labels


ABOUT = [
    (
        "quantization",
        "Four Bits Are Plenty",
        "We quantize the weights of a translator to INT4. Quantization errors are spread evenly.",
    ),
    (
        "kv-cache",
        "Forgetting Politely",
        "We present a policy that evicts entries of the KV cache. The KV cache shrinks by half.",
    ),
    (
        "moe",
        "Busy Experts",
        "Experts of an MoE idle. We propose a router for MoE layers that keeps all routed experts busy.",
    ),
    (
        "speculative-decoding",
        "Guess First",
        "We propose a draft model whose draft tokens a large model verifies. Speculative decoding gets faster.",
    ),
    (
        "sparsity-pruning",
        "Cutting Channels",
        "We present a way to prune channels by their influence. Pruning takes one pass.",
    ),
    (
        "efficient-attention",
        "Windows That Slide",
        "We propose a sliding window attention for genomes. Sparse attention keeps memory flat.",
    ),
    (
        "serving",
        "Queues for Chatbots",
        "We present a scheduler for LLM serving. Requests meet their deadlines, and the serving system idles less.",
    ),
    (
        "code-and-compilers",
        "Asking for a Program",
        "We benchmark generated code. A compiler checks each step of program synthesis.",
    ),
    ("hardware", "An Accelerator for Sorting", "We design an FPGA accelerator with a systolic array. It needs 2 W."),
]


@pytest.mark.parametrize(("slug", "title", "abstract"), ABOUT)
def test_a_paper_about_a_technique_is_labelled_with_it(slug: str, title: str, abstract: str) -> None:
    assert slug in labels(title, abstract)


@pytest.mark.parametrize(
    ("slug", "title", "abstract"),
    [
        ("kv-cache", "A KV Cache of Answers", "We build a semantic cache of answers to similar questions."),
        ("quantization", "Dataset Quantization for Birds", "We propose dataset quantization, which keeps few songs."),
        ("quantization", "Vector Quantization of Whispers", "We train a codec. Vector quantization yields tokens."),
        (
            "speculative-decoding",
            "Speculative Decoding of Branches",
            "We build a branch predictor that guesses further ahead.",
        ),
        ("moe", "Routing Mail for Dense and MoE Models", "We propose a router of mail."),
        ("sparsity-pruning", "Pruning Tokens of Long Films", "We propose token pruning. Pruned tokens are merged."),
        ("code-and-compilers", "A Planner like a Compiler", "We orchestrate function calls in parallel."),
    ],
)
def test_a_namesake_is_not_the_technique(slug: str, title: str, abstract: str) -> None:
    assert slug not in labels(title, abstract)


@pytest.mark.parametrize(
    "passing",
    [
        "Our method is compatible with quantization.",
        "Experiments show that it outperforms quantization and quantized baselines.",
        "Existing work relies on quantization.",
    ],
)
def test_a_passing_mention_is_a_mention_and_no_label(passing: str) -> None:
    title, abstract = "Sharing Layers", f"Models are large. We propose to share layers. {passing}"
    assert "quantization" not in labels(title, abstract)
    passed = mention(title, abstract, "quantization")
    assert passed.ruled_out is None
    assert "quantization" in quotes({"title": title, "abstract": abstract}, passed.evidence)


def test_background_alone_never_makes_a_label() -> None:
    background = "Mixture-of-experts models are large. " * 20
    assert labels("Sharing Layers", f"{background}We propose to share layers.") == []


def test_what_is_ruled_out_says_why_in_a_sentence_for_readers() -> None:
    title, abstract = "Dataset Quantization for Birds", "We propose dataset quantization for bird songs."
    ruled_out = mention(title, abstract, "quantization")
    reasons = {rule.name: rule.because for technique in taxonomy() for rule in technique.rules_out}
    assert ruled_out.ruled_out == reasons["other-things-made-coarse"]
    assert quotes({"title": title, "abstract": abstract}, ruled_out.evidence) == ["Quantization", "quantization"]


def test_a_supporting_word_alone_is_not_even_a_mention() -> None:
    assert judge("Rounding Up", "We study rounding and clipping of outliers in surveys of sheep.") == Classification()


def test_a_paper_without_abstract_is_judged_by_its_summary() -> None:
    fields: dict[Field, str] = {"title": "Four Bits Are Plenty", "summary": "Quantizes a translator to four bits."}
    (label,) = classify(read(fields), taxonomy()).labels
    assert label.slug == "quantization"
    assert quotes(fields, label.evidence) == ["Four Bits", "Quantizes", "four bits"]


def test_evidence_names_its_cue_and_stands_in_order_without_overlaps() -> None:
    title, abstract = "Low-Bit Post-Training Quantization", "We quantize weights to 4-bit integers with INT4 kernels."
    (label, *_) = judge(title, abstract).labels
    assert [(found.field, found.cue) for found in label.evidence][:2] == [
        ("title", "number-of-bits"),
        ("title", "says-quantize"),
    ]
    texts: dict[Field, str] = {"title": title, "abstract": abstract}
    assert quotes(texts, label.evidence) == ["Low-Bit", "Quantization", "quantize", "4-bit", "INT4"]


def test_labels_and_mentions_stand_in_the_order_of_the_taxonomy() -> None:
    title, abstract = ABOUT[-1][1], " ".join(abstract for _, _, abstract in reversed(ABOUT))
    judged = judge(title, abstract)
    order = [technique.slug for technique in taxonomy()]
    for group in ([label.slug for label in judged.labels], [one.slug for one in judged.mentions]):
        assert group == sorted(group, key=order.index)
    assert not {label.slug for label in judged.labels} & {one.slug for one in judged.mentions}


# ---- without the evidence, no label


def without(text: Mapping[Field, str], evidence: tuple[Evidence, ...], filler: str) -> dict[Field, str]:
    left = dict(text)
    for found in sorted(evidence, key=lambda found: found.start, reverse=True):
        before, after = left[found.field][: found.start], left[found.field][found.end :]
        left[found.field] = before + filler + after
    return left


def assert_evidence_carries_its_label(text: Mapping[Field, str]) -> None:
    for label in classify(read(text), taxonomy()).labels:
        assert label.evidence
        for filler in ("", "…"):
            left = classify(read(without(text, label.evidence, filler)), taxonomy())
            assert label.slug not in [other.slug for other in left.labels]


SENTENCES = st.sampled_from([f"{sentence.strip('.')}." for _, _, text in ABOUT for sentence in text.split(". ")])


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([title for _, title, _ in ABOUT]), st.lists(SENTENCES, min_size=1, max_size=8))
def test_without_its_evidence_a_label_is_gone(title: str, sentences: list[str]) -> None:
    assert_evidence_carries_its_label({"title": title, "abstract": " ".join(sentences)})


def test_without_its_evidence_no_label_of_the_dumps_is_left() -> None:
    paths = [*DUMPS.glob("*.txt"), *REAL_DUMPS.glob("*.txt")]
    entries = [entry for path in paths for entry in parse_dump(decode(path.read_bytes(), path.name)).entries]
    assert entries
    for entry in entries:
        assert_evidence_carries_its_label({"title": entry.title, "abstract": entry.abstract})


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.text(alphabet="aMoEKV -.*/\u2013:1quantized\u00e9\u4e2d", max_size=200))
def test_any_text_is_judged_and_its_spans_are_its_own(title: str, abstract: str) -> None:
    text: dict[Field, str] = {"title": title, "abstract": abstract}
    judged = classify(read(text), taxonomy())
    evidence = [found for one in judged.labels for found in one.evidence]
    evidence += [found for one in judged.mentions for found in one.evidence]
    assert all(quotes(text, tuple(evidence)))


@pytest.mark.parametrize(
    "unit",
    [
        "draft ",
        "a-",
        "prun ",
        "We propose ",
        "such as ",
        "MoE",
        "key-value ",
        "x" * 50,
        "(",
        "-,",
        "train . ",
        "W4A",
        "1",
    ],
)
def test_a_hostile_text_is_judged_to_the_end(unit: str) -> None:
    text = (unit * (100_000 // len(unit))).strip()
    assert isinstance(judge("Hostile", text), Classification)


# ---- pages


PAGE = """\
---
name: Knots
order: 3
hue: 120
aliases: [tying]
definition: Tying, not cutting.
cues:
  - name: names-knots
    weight: 1
    because: it speaks of knots
    phrases:
      [
        knot, bow,
        're:loops?',
      ]
rules_out:
  - name: ships
    fields: [title]
    because: a ship's speed is meant
    phrases: [knots of speed]
examples:
  - title: Bows
    abstract: We tie bows.
namesakes:
  - title: Ten Knots
    abstract: We sail
      fast.
---

Knots hold.
"""


def test_a_page_is_read_into_a_technique() -> None:
    technique, problems = parse_technique(PAGE, "content/techniques/knots.md")
    assert problems == ()
    assert (technique.slug, technique.name, technique.order, technique.hue) == ("knots", "Knots", 3, 120)
    assert (technique.aliases, technique.definition, technique.body) == (
        ("tying",),
        "Tying, not cutting.",
        "Knots hold.",
    )
    (cue,), (rule,) = technique.cues, technique.rules_out
    assert (cue.name, cue.weight, cue.fields) == ("names-knots", 1, ("title", "abstract", "summary"))
    assert (rule.because, rule.weight, rule.fields) == ("a ship's speed is meant", 0, ("title",))
    assert [bool(phrase.pattern.search("two loops")) for phrase in cue.phrases] == [False, False, True]
    assert technique.examples == (Example(title="Bows", abstract="We tie bows."),)
    assert technique.namesakes == (Example(title="Ten Knots", abstract="We sail fast."),)


@pytest.mark.parametrize(
    ("seen", "changed", "line", "words"),
    [
        ("order: 3", "order: third", 3, "order"),
        ("hue: 120", "hue: 400", 4, "hue"),
        ("definition: Tying, not cutting.", "definition: [a]", 6, "definition"),
        ("weight: 1", "weight: 3", 9, "weight"),
        ("'re:loops?'", "'re:loops(?'", 14, "no regular expression"),
        ("knot, bow,", "knot, 3,", 13, "expected words"),
        ("because: it speaks of knots", "because: ''", 10, "because"),
        ("[title]", "[heading]", 18, "fields"),
        ("abstract: We tie bows.", "abstract: 3", 23, "examples.0.abstract"),
        ("name: Knots\n", "", 2, "name"),
    ],
)
def test_a_wrong_page_is_refused_with_the_line(seen: str, changed: str, line: int, words: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_technique(PAGE.replace(seen, changed), "knots.md")
    (problem,) = caught.value.problems
    assert (problem.place.file, problem.place.line) == ("knots.md", line)
    assert words in problem.seen


def test_two_cues_of_one_name_are_refused() -> None:
    twice = PAGE.replace(
        "rules_out:\n", "  - name: names-knots\n    weight: 1\n    because: b\n    phrases: [c]\nrules_out:\n"
    )
    with pytest.raises(InputError, match="two are named names-knots"):
        parse_technique(twice, "knots.md")


def test_an_unknown_key_is_a_warning_with_the_line() -> None:
    _, problems = parse_technique(PAGE.replace("    weight: 1\n", "    weight: 1\n    wieght: 2\n"), "knots.md")
    (problem,) = problems
    assert (problem.place.line, "wieght" in problem.seen) == (10, True)


def test_a_page_without_front_matter_is_refused() -> None:
    with pytest.raises(InputError, match=r"knots\.md:1"):
        parse_technique("Knots hold.", "knots.md")
