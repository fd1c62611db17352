"""The words and stems that search knows, and that the browser reads the same ones."""

import json
import os
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_src.tokens import RULES, findable_words, joined_words, stem, words
from tests.conftest import CORPUS, ROOT

# Node may be the machine's own, or the one installed beside Python.
NODE = shutil.which("node", path=os.pathsep.join([os.environ["PATH"], str(Path(sys.executable).parent)]))

# The two languages know different versions of Unicode, but both know all that 3.2 had.
characters = st.characters(exclude_categories=["Cs", "Cn"]).filter(
    lambda character: unicodedata.ucd_3_2_0.category(character) != "Cn"
)
NOT_TEXT = {"Cn", "Co", "Cs"}  # not assigned, for private use, halves of a character
tricky = st.sampled_from("aAbBeEiIsSyYzZ0129.:,-–_^{}+#'’/ \n×²½ﬁſßæØłİıΣσςéÅ\u0301\u00ad\u200bЙ网ガ🚀")
letters = st.text("abcdeeefgiiilmnoprsstuvy", max_size=14)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("4-bit", ["4", "bit"]),
        ("4bit", ["4bit"]),
        ("FP8, W4A8", ["fp8", "w4a8"]),
        ("N:M and 2:4", ["n:m", "and", "2:4"]),
        ("Name: a subtitle", ["name", "a", "subtitle"]),
        ("S²FT", ["s2ft"]),
        ("S^2FT", ["s2ft"]),
        ("S^{2}FT", ["s2ft"]),
        ("1.61 bits", ["1.61", "bits"]),
        ("up to 2.4× faster.", ["up", "to", "2.4x", "faster"]),
        ("10,000 of 1,234,567", ["10000", "of", "1234567"]),
        ("KV-cache", ["kv", "cache"]),
        ("the model's, the models’, don't", ["the", "model", "the", "models", "dont"]),
        ("Ångström Łukasz Straße", ["angstrom", "lukasz", "strasse"]),
        ("ΣΊΣΥΦΟΣ", ["σισυφοσ"]),
        ("C++ and C#", ["c", "plusplus", "and", "c", "sharp"]),
        ("网络⚡", ["网", "络", "⚡"]),
        ("𝐁𝐨𝐥𝐝 ﬁne", ["bold", "fine"]),
        ("soft\u00adhyphen", ["softhyphen"]),
        ("https://arxiv.org/abs/2301.01234v2", ["arxiv", "2301.01234"]),
        ("<b>~ * + ?", ["b"]),
        ("", []),
    ],
)
def test_words_of_a_text(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("key-value", ["key", "value"]),
        ("float8_e4m3", ["float8", "float", "e4m3"]),
        ("SwiftAttention-2", ["swiftattention", "swift", "attention", "2"]),
        ("QMoE", ["qmoe", "moe"]),
        ("HTTPServer", ["httpserver", "http", "server"]),
        ("MoE GPUs LoRA", ["moe", "gpus", "lora"]),
    ],
)
def test_a_paper_is_found_by_more_words_than_it_has(text: str, found: list[str]) -> None:
    assert list(findable_words(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("4-bit", ["4bit"]),
        ("a key-value cache", ["keyvalue"]),
        ("mixture-of-experts", ["mixtureofexperts"]),
        ("one-two-three-four", []),
        ("8-16", []),
        ("float8_e4m3", ["float8e4m3"]),
        ("SwiftAttention-2", ["swiftattention2"]),
    ],
)
def test_words_tied_together_may_be_written_as_one(text: str, found: list[str]) -> None:
    assert list(joined_words(text)) == found


@pytest.mark.parametrize(
    "forms",
    [
        "quantize quantized quantizing quantization quantisation quantizer",
        "sparse sparsity sparsely",
        "prune prunes pruned pruning",
        "cache caches cached caching",
        "efficient efficiently efficiency",
        "adapt adapter adapters adaptive adaptation",
        "cheap cheaper cheapest cheaply",
        "large larger largest",
        "hop hops hopping",
        "hope hopes hoping",
        "verify verifies verified verifier verification",
        "compress compressed compression",
        "distill distilled distillation",
        "represent represented representation",
        "generate generated generative generation generator",
        "array arrays",
        "try tries tried",
        "memory memories",
        "gpu gpus",
        "fpga fpgas",
        "matrix matrices",
        "bias biases",
        "agree agrees agreed",
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "different",
    [
        "general generation",
        "hop hope",
        "spars spark",
        "need ned",
        "status state",
        "routing rope",
        "w4a8 w4a4",
        "moe mo",
    ],
)
def test_different_words_keep_different_stems(different: str) -> None:
    one, other = different.split()
    assert stem(one) != stem(other)


@given(st.text(characters))
def test_reading_words_again_changes_nothing(text: str) -> None:
    once = words(text)
    assert words(" ".join(once)) == once


@given(st.text(tricky))
def test_every_word_is_findable(text: str) -> None:
    assert set(words(text)) <= set(findable_words(text))


@pytest.mark.parametrize("part", ["a", "a1", "1.", "1", "a-", "'s", "aA", "A", "y", "e", "1,", "^{", "A.", "http://"])
def test_hostile_text_is_read_promptly(part: str) -> None:
    assert all(map(stem, findable_words(part * 50_000)))


# ---- the browser reads the same words


@dataclass(frozen=True, slots=True)
class BrowserReader:
    """A Node that runs tokens.js, kept since it takes longer to start than to read."""

    process: subprocess.Popen[str]

    def read(self, texts: Sequence[str], to_stem: Sequence[str]) -> dict[str, list[object]]:
        """What tokens.js makes of the same texts and words."""
        assert self.process.stdin
        assert self.process.stdout
        print(json.dumps({"rules": RULES, "texts": texts, "words": to_stem}), file=self.process.stdin, flush=True)
        read: dict[str, list[object]] = json.loads(self.process.stdout.readline())
        return read

    def assert_reads_alike(self, texts: Sequence[str], to_stem: Sequence[str]) -> None:
        read = self.read(texts, to_stem)
        assert read["texts"] == [words(text) for text in texts]
        assert read["words"] == [stem(word) for word in to_stem]

    def assert_reads_vocabulary_alike(self, files: Sequence[Path]) -> None:
        lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
        vocabulary = sorted({word for line in lines for word in (*findable_words(line), *joined_words(line))})
        assert vocabulary
        self.assert_reads_alike(lines, vocabulary)


@pytest.fixture(scope="module")
def browser() -> Iterator[BrowserReader]:
    assert NODE, "no node; `make` installs one"
    with subprocess.Popen(  # noqa: S603  the program and its arguments are ours
        [NODE, ROOT / "tests" / "js" / "read-words.js"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        yield BrowserReader(process)


@given(texts=st.lists(st.text(characters), max_size=50), to_stem=st.lists(letters, max_size=200))
@settings(max_examples=20)
def test_the_browser_reads_any_text_alike(browser: BrowserReader, texts: list[str], to_stem: list[str]) -> None:
    browser.assert_reads_alike(texts, to_stem)


@given(texts=st.lists(st.text(tricky), max_size=200))
@settings(max_examples=20)
def test_the_browser_reads_tricky_text_alike(browser: BrowserReader, texts: list[str]) -> None:
    browser.assert_reads_alike(texts, [word for text in texts for word in findable_words(text)])


def test_the_browser_reads_every_character_alike(browser: BrowserReader) -> None:
    """Of those for private use, which are more than all others, one is as good as any."""
    assigned = [chr(code) for code in range(0x110000) if unicodedata.ucd_3_2_0.category(chr(code)) not in NOT_TEXT]
    known = [*assigned, "\ue000"]
    browser.assert_reads_alike([f"{character}a{character}B {character}" for character in known], known)


def test_the_browser_reads_the_whole_corpus_alike(browser: BrowserReader) -> None:
    browser.assert_reads_vocabulary_alike(sorted([*CORPUS.glob("content/**/*.md"), *CORPUS.glob("**/*.txt")]))


def test_the_browser_reads_real_dumps_alike(browser: BrowserReader, real_dumps: Path) -> None:
    browser.assert_reads_vocabulary_alike(sorted(real_dumps.glob("*.txt")))
