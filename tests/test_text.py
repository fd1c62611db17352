"""Tests of `site_src.text`."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pylatexenc.latex2text import get_default_latex_context_db as shown_macros
from pylatexenc.latexwalker import get_default_latex_context_db as walked_macros

from site_src.readers.decode import decode
from site_src.readers.text_copy import parse_dump
from site_src.text import FIRST_RULES, RULES, find_urls, repair_text
from site_src.text.invisible import strip_invisible
from site_src.text.rules import Rule

ALL_RULES = (*FIRST_RULES, *RULES)


def split(words: str) -> list[str]:
    return words.split()


# What LaTeX leaves behind, and what it is easily taken for.
SCRAPS = (
    *split(
        r"\ { } ^ _ $ ~ ` '' `` -- --- \% \& \( \) \' {\em {it {bf {-} _{ ^{ }{ [ ] ( ) | . , ; = + - / < > ! 1 0.5"
    ),
    *split("times sim approx pm cdot leq ldots infty bullet top circ circledR sqrt sqrt[3]{ widetilde left( right)"),
    *split(
        r"epsilon varepsilon lambda eta Omega( |Omega| \alpha \times \frac{ \textbf{ \foo \url{ url{ https:// Table"
    ),
    *split("github.com/ https://example.org/a_b in R^ a n x k GPU word H_2 e.g. template 2 big é 语 \U0001f3fd"),
    *split(r"&amp; &lt; &nbsp; &#39; &#x26; &foo; \u2019 \ud83d\ude00 \u005c \n \t \\n \/ \nu \nWe https:\/\/a.org"),
    *('\\"', '"'),
    *" \n\u200b\u200d\x00",
)
LATEX_LIKE = st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join)
PROSE = st.lists(
    st.sampled_from(
        split(
            """four sometimes timesteps simple sim-to-real sigmoid alpha factors Phi-2 Lambda meta-learning epsilon
        approximation logistic top-level subset in R and C++ F* A* <kernel> ~3x 2x 100% R&D 5-40 times 1x1
        N:M pass@1 Mix'n'Match 'quoted' "quoted" it's [1, 2] (a) $100 vs. $2 float8_e4m3 __init__ x<y a/b"""
        )
    )
).map(" ".join)


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.name)
def test_a_rule_does_what_it_says(rule: Rule) -> None:
    assert [rule.apply(printed) for printed, _ in rule.fixes] == [mended for _, mended in rule.fixes]
    assert [rule.apply(printed) for printed in rule.spares] == [*rule.spares]


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for rule in ALL_RULES]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("We cut 1.64\\% of it, 3\\%-5\\% at best", "We cut 1.64% of it, 3%-5% at best"),
        ("It is 2.4times faster and 1.5-2times smaller", "It is 2.4× faster and 1.5-2× smaller"),
        ("from 1.5 sim 3.2times at sim1000 steps", "from 1.5–3.2× at ~1000 steps"),
        ("On 2048times2048 tiles", "On 2048×2048 tiles"),
        ("Planning in $10\\times$ less time", "Planning in 10× less time"),
        ("O(n^2) to O(n \\log n)", "O(n²) to O(n log n)"),
        ("B^{2}Net, B^2Net and Net^+", "B²Net, B²Net and Net⁺"),
        ("O(epsilon^{-1}(log epsilon^{-1})^{2})", "O(ε⁻¹(log ε⁻¹)²)"),
        ("for a matrix Ain R^{mtimes n} with A^top", "for a matrix A ∈ R^{m×n} with A^⊤"),
        ("a set Omegasubseteq [a]times [b]", "a set Ω ⊆ [a] × [b]"),
        ("rates eta_2propto k^{-1} with sigma_1=Theta_k(1)", "rates η₂ ∝ k⁻¹ with σ₁=Θ_k(1)"),
        ("a (1{2}-epsilon)-approximation", "a (1/2-ε)-approximation"),
        ("after k^3n^2{B} reads", "after k³n²/B reads"),
        ("in o(sqrt[3]{log k}) rounds", "in o(∛(log k)) rounds"),
        ("in widetilde O(|Omega| n^2) time", "in Õ(|Ω| n²) time"),
        ("S\\(^2\\)-Net maps \\(A \\rightarrow B\\)", "S²-Net maps A → B"),
        ("of H_2O and CO_2", "of H₂O and CO₂"),
        ("a loss L_{EC} and a weight {bf 1}_n", "a loss L_EC and a weight 1_n"),
        ("{it never} and {\\em \\emph{so}}", "never and so"),
        ("\\textbf{the \\emph{whole} thing}", "the whole thing"),
        ("on Foo^circledR Bar^circledR 2 and Baz^{tiny TM}", "on Foo® Bar® 2 and Baz™"),
        ("a na\\\"ive M\\'elange by Kowal\\'{n}", "a naïve Mélange by Kowalń"),
        ("our \\quickname-7B model", "our quickname-7B model"),
        ("R&amp;D of &lt; 1&nbsp;MB &mdash; &amp;lt; it&#39;s", "R&D of < 1 MB — < it's"),
        (
            r"Kiln\u2019s Escapes\nthat Stay \ud83d\ude00, \"so\" https:\/\/a.org\/b",
            'Kiln’s Escapes that Stay 😀, "so" https://a.org/b',
        ),
        ('"Kilns That Plan \\u2013 Ahead"', "Kilns That Plan – Ahead"),
        ("&#8203;Kilns&#13;That&#x200b; Plan", "Kilns That Plan"),
        ("a ``warm'' and ''hot'' `start'", "a “warm” and “hot” ‘start’"),
        ("speed--accuracy -- or 12--20\\%", "speed–accuracy — or 12–20%"),
        ("planning~(PL), e.g.,~trees in Fig.~2", "planning (PL), e.g., trees in Fig. 2"),
        ("It uses: bullet Trees. bullet Graphs.", "It uses: • Trees. • Graphs."),
        ("$\\alpha$ of {\\bf 2.4$\\times$}", "α of 2.4×"),
        ("\\alpha\\beta\\gamma\\delta\\epsilon\\zeta\\eta", "αβγδεζη"),
    ],
)
def test_what_the_scrape_broke_is_mended(printed: str, expected: str) -> None:
    assert repair_text(printed).text == expected
    assert not repair_text(printed).incomplete


@pytest.mark.parametrize(
    "text",
    [
        "four times, 3 times the size, 5-40 times, sometimes, at 10 timesteps, run times",
        "R^{2k} times larger",
        "alpha factors, AWS Lambda, Phi-2, PixArt-alpha, beta-VAE, meta-learning, zeta potentials",
        "sim-to-real, sim2real, Isaac Sim 2, similar",
        "float8_e4m3, block_out, exp_001, __init__, _private, x.y_1",
        "A*, F*, CM4*, C++, C#, TVD++, pass@1, N:M, 8x7B, 10X",
        "<kernel> + <optional hints>, x < y, a<b>c, R&D",
        "~3x, ~0.6, 12~20%, 40% ~ 80%, ~user",
        "{-1, 0, 1}, {a, b, c}, {g(1),g(2)}",
        "|p|, O(1/K), o(Nd), (t+T), R^d",
        "i-- and x--y in C, 1.15 - 2.28%, use --fast",
        "the user's `x_1 -- x^2` output",
        "Mix'n'Match, MT'14, 'quoted', \"quoted\", f''(x)",
        "cost of $100 vs $2, 50 % of, +3.4%p",
        'newline \\n, say \\"hello\\" twice, don\\\'t',
        "n^{1+o(1)}, d^{0.75}, x_{i,j}",
        "AT&T, R&D; &c., the entity `&amp;`, a &foo; b",
        '"Hot" and "Cold" Kilns, "Hot"',
        "C:\\new\\table, the pair \\n and \\t",
        "in R and C, puts a big burden, top-5, log-space, silver bullet",
    ],
)
def test_what_only_looks_broken_survives(text: str) -> None:
    assert repair_text(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "costs O(n+nk{m}) time",
        "with Obig(n+nk{m}big) steps",
        "an O(klambda^{-2J(J<k)}{JJ} + klambda^{-2}{JC}) bound",
        "is a_{k}{2} of",
    ],
)
def test_a_formula_that_lost_a_root_or_fraction_is_left_whole_and_reported(text: str) -> None:
    repair = repair_text(text)
    assert repair.text == text
    assert repair.incomplete


def test_the_rest_of_a_text_with_such_a_formula_is_mended() -> None:
    repair = repair_text("an epsilon-optimal plan in O(n+n^2{m}b) or O(n^2) steps, 3times faster")
    assert repair.text == "an ε-optimal plan in O(n+n^2{m}b) or O(n²) steps, 3× faster"
    assert repair.incomplete


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("https://example.org/a_1--b^2/~c_2times.", ["https://example.org/a_1--b"]),
        ("see https://example.org/x--y/~me/a_1.", ["https://example.org/x--y/~me/a_1"]),
        ("at https://example.org/a{https://example.org/a}", ["https://example.org/a"]),
        ("public.\\url{https://example.org/a/ }", ["https://example.org/a/"]),
        ("at https://github.com/ octo7/Quick.", ["https://github.com/octo7/Quick"]),
        ("at https://example.org/a\\_b\\_c", ["https://example.org/a_b_c"]),
        ("(https://example.org/a(b)), [https://example.org/c].", ["https://example.org/a(b)", "https://example.org/c"]),
        (
            "github.com/octo/quick, octo.github.io/quick.",
            ["https://github.com/octo/quick", "https://octo.github.io/quick"],
        ),
        (
            "https://example.org/V1.61. Then http://a.example/b?c=d#e!",
            ["https://example.org/V1.61", "http://a.example/b?c=d#e"],
        ),
        ("https://a.example/b,https://a.example/c", ["https://a.example/b", "https://a.example/c"]),
        ("See Foo.jl, Node.js/Deno and https:// alone", []),
    ],
)
def test_urls_stand_whole_and_clean_in_the_repaired_text(printed: str, expected: list[str]) -> None:
    text = repair_text(printed).text
    assert [url for _, _, url in find_urls(text)] == expected
    assert all(
        url.removeprefix("https://").endswith(text[a:b].removeprefix("https://")) for a, b, url in find_urls(text)
    )


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("a\u200bb\u202ec\u2066d\ufeff\u00ad", "abcd"),
        ("a\x00b\x1b[0m\x9b", "ab[0m"),
        ("a\tb\nc\u2028d", "a b c d"),
        ("a\u200db \u200c c", "ab  c"),
        ("👩\u200d🔬 and नि\u200dक and می\u200cخواهم", "👩\u200d🔬 and नि\u200dक and می\u200cخواهم"),
        (
            "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
            "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
        ),
        ("hidden\U000e0068\U000e0069", "hidden"),
        ("two  blanks\u00a0stay ", "two  blanks\u00a0stay "),
    ],
)
def test_what_nobody_sees_is_removed_and_joiners_stay_where_they_join(printed: str, expected: str) -> None:
    assert repair_text(printed).text == expected


@given(LATEX_LIKE | st.text())
@example("{{{{{{{{it a}}}}}}}}" + "{it " * 9 + "x" + "}" * 9)
@example("`a``b''")
@example("\\$a^2\\$")
@example("न\u200d\u200bत")
def test_repairing_twice_is_repairing_once(printed: str) -> None:
    once = repair_text(printed)
    assert repair_text(once.text) == once


@given(LATEX_LIKE | st.text())
def test_nothing_invisible_is_left(printed: str) -> None:
    text = repair_text(printed).text
    assert not [c for c in text if unicodedata.category(c) == "Cc"]
    assert strip_invisible(text) == text


@given(PROSE)
def test_prose_is_left_alone(text: str) -> None:
    assert repair_text(text).text == text


@given(LATEX_LIKE, LATEX_LIKE)
def test_no_rule_touches_a_url(before: str, after: str) -> None:
    url = "https://example.org/a_1--b_2/~c/2times2"
    text = repair_text(f"{before} {url} {after}").text
    assert url in text


def test_every_text_of_the_real_dumps_is_mended_once_and_for_all(real_dumps: Path) -> None:
    for path in sorted(real_dumps.glob("*.txt")):
        for entry in parse_dump(decode(path.read_bytes(), path.name), path.name).entries:
            for printed in (entry.title, entry.abstract):
                repair = repair_text(printed)
                assert repair_text(repair.text) == repair
                assert not re.search(r"\d\\%|\dtimes\b|``|\\text|\^\d", repair.text)


@pytest.mark.parametrize(
    ("layers", "repaired"),
    [(5, "a pot"), (6, r"\textbf{" * 6 + "a pot" + "}" * 6)],
)
def test_what_is_wrapped_in_more_than_five_layers_was_not_written_by_people(layers: int, repaired: str) -> None:
    assert repair_text(r"\textbf{" * layers + "a pot" + "}" * layers).text == repaired


@pytest.mark.parametrize(("distance", "shown"), [(150, "O(x^2"), (151, "O(x²")])
def test_a_bracket_150_characters_before_a_loss_still_belongs_to_its_formula(distance: int, shown: str) -> None:
    inside = "x^2" + " + ab" * 40

    repair = repair_text(f"in O({inside[: distance - len('(n^')]}n^2{{m}}b) steps")

    assert repair.text.startswith(f"in {shown}")
    assert repair.incomplete


@pytest.mark.parametrize(("distance", "shown"), [(20, "{name}"), (21, "name")])
def test_a_word_20_characters_before_braces_can_still_say_what_they_hold(distance: int, shown: str) -> None:
    placeholder = "placeholder".ljust(distance - 1, ".")

    assert repair_text(f"the {placeholder} {{name}} is kept").text == f"the {placeholder} {shown} is kept"


@pytest.mark.parametrize("before", ["x", "a.", "", "kilns "])
def test_no_macro_of_tex_is_taken_for_a_break(before: str) -> None:
    databases = (walked_macros(), shown_macros())
    known = sorted(macro.macroname for database in databases for macro in database.iter_macro_specs())
    [rule] = [rule for rule in ALL_RULES if rule.name == "json-break"]
    macros = [macro for macro in known if macro.isalpha()]
    texts = [f"{before}\\{macro}{after}" for macro in macros for after in ("", " b", "_1", "{b}")]

    assert len(texts) > 1000
    assert [text for text in texts if rule.apply(text) != text] == []


@pytest.mark.parametrize(
    ("words", "kept"), [('"Kilns Plan"', True), ('"Kilns Plan Firings"', False), ('"We "fire" kilns"', False)]
)
def test_marks_around_a_few_words_are_a_quotation(words: str, *, kept: bool) -> None:
    assert (repair_text(words).text == words) is kept
