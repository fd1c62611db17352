"""Tests of `site_src.terms`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.language import read_sentences
from site_src.models import Evidence, GlossaryTerm, NamedMethod
from site_src.terms import PaperText, find_acronyms, find_methods, read_text
from tests.invented_site import make_paper, with_summary

WORDS = st.sampled_from(
    ("We", "we", "propose", "present", "called", "FooBar", "Foo-7", "Bone", "bone", "(FB)", "foo")
) | (st.sampled_from(("bar", "(Foo Bar)", "FB", ",", "a", ".", ":", "is", "the", "LLMs", "(LLM)", "of", "²", "-")))
TEXTS = st.lists(WORDS, max_size=16).map(" ".join) | st.text(max_size=40)
PAPERS = st.lists(st.tuples(TEXTS, TEXTS), max_size=5).map(
    lambda texts: [paper_text(f"paper-{number}", title, abstract) for number, (title, abstract) in enumerate(texts)]
)


def paper_text(slug: str, title: str, text: str) -> PaperText:
    return PaperText(slug, title, read_sentences(text))


def papers(*texts: str) -> list[PaperText]:
    """Papers of one abstract each, called a, b and so on."""
    return [paper_text(chr(ord("a") + place), "Cooking at scale", text) for place, text in enumerate(texts)]


def glossary(*texts: str) -> dict[str, list[str]]:
    return {term.acronym: [full.text for full in term.expansions] for term in find_acronyms(papers(*texts))}


def names(title: str, abstract: str = "") -> list[str]:
    return [method.name for method in find_methods([paper_text("a", title, abstract)])]


def only(methods: tuple[NamedMethod, ...], name: str) -> NamedMethod:
    return next(method for method in methods if method.name == name)


def mentions(*texts: str) -> list[str]:
    """Which of the papers from b on mention FooBar, which paper a names."""
    named = paper_text("a", "FooBar: Cooking at scale", "")
    others = papers("", *texts)[1:]
    return [mention.slug for mention in only(find_methods([named, *others]), "FooBar").mentioned_by]


# ---- acronyms


@pytest.mark.parametrize(
    ("text", "acronym", "full_name"),
    [
        ("We use quick onion frying (QOF).", "QOF", "quick onion frying"),
        ("We use very quick onion frying (QOF) here.", "QOF", "quick onion frying"),
        ("Quick-onion-frying (QOF) helps.", "QOF", "Quick-onion-frying"),
        ("We mix pans, quick onion frying (QOF) and pots.", "QOF", "quick onion frying"),
        ("Mixture of Spices (MoS) is hot.", "MoS", "Mixture of Spices"),
        ("The state of the oven (SOTO) matters.", "SOTO", "state of the oven"),
        ("We send bread oven-to-table (O2T).", "O2T", "oven-to-table"),
        ('An "energy-efficient gas cooker" (E2GC) is used.', "E2GC", "energy-efficient gas cooker"),
        ("We add 4-bit salt (S4) in 4-bit small spoon (SS4) form.", "SS4", "4-bit small spoon"),
        ("It is autocatalytic (AC) by nature.", "AC", "autocatalytic"),
        ("A multi-modal oven (MO) bakes.", "MO", "multi-modal oven"),
        ("The convolutional oven (ConvOven) bakes.", "ConvOven", "convolutional oven"),
        ("Total Oven Distance++ (TOD++) grows.", "TOD++", "Total Oven Distance++"),
        ("We call it QOF (Quick Onion Frying).", "QOF", "Quick Onion Frying"),
        ("We call it RSQ (Rinse, Salt, then Quench).", "RSQ", "Rinse, Salt, then Quench"),
        ("We use quick onion frying (dubbed QOF).", "QOF", "quick onion frying"),
        ("We use quick onion frying (QOF; Cook, 2001).", "QOF", "quick onion frying"),
        ("Structured Salt Frying (S²F) is new.", "S²F", "Structured Salt Frying"),
        ("Large kitchen ovens (LKOs) are big.", "LKO", "Large kitchen oven"),
        ("Mobile oven processes (MOPs) are slow.", "MOP", "Mobile oven process"),
        ("Kitchen oven nets (KONets) glow.", "KONet", "Kitchen oven net"),
        ("Kitchen oven networks (KONets) glow.", "KONet", "Kitchen oven network"),
        ("Kitchen oven systems (KOSys) are one.", "KOSys", "Kitchen oven systems"),
        ("Mixtures of Ovens (MoOs) bake.", "MoO", "Mixtures of Ovens"),
        ("Kitchen oven trees (KOT) are old.", "KOT", "Kitchen oven trees"),
    ],
)
def test_a_full_name_and_its_acronym_are_found(text: str, acronym: str, full_name: str) -> None:
    assert glossary(text)[acronym] == [full_name]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Our oven (GPU) is hot.",
        "We fry quickly onions (QOF).",
        "Quick big onion frying (QOF) skips a word.",
        "Quick. Onion frying (QOF) crosses a sentence.",
        "We stir (ST) and stop (Stop) and bake (in 2020) at noon (see Sec. 4).",
        "We use Stir (Salty Thing) often.",
        "It uses semi-modal ovens (MO) only in part.",
    ],
)
def test_what_the_words_do_not_spell_is_no_definition(text: str) -> None:
    assert glossary(text) == {}


def test_spellings_of_one_full_name_are_one_expansion_in_the_commonest_spelling() -> None:
    texts = [
        "A Mixture-of-Ovens (MoO) bakes.",
        "Our mixture of ovens (MoO) bakes.",
        "A Mixture-of-Oven (MoO) and Mixture-of-Ovens (MoOs) bake.",
    ]
    assert glossary(*texts) == {"MoO": ["Mixture-of-Ovens"]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A pre-baked oven pan (POP)", "A prebaked oven pan (POP)"),
        ("A convolution oven (CO)", "A convolutional oven (CO)"),
    ],
)
def test_hyphens_and_endings_make_no_other_full_name(one: str, other: str) -> None:
    assert [len(expansions) for expansions in glossary(one, other).values()] == [1]


def test_a_conflict_shows_every_full_name_the_commonest_first() -> None:
    texts = ["A dry pan (DP) is hot.", "The deep pot (DP) is cold.", "A deep pot (DP) is cold."]
    assert glossary(*texts) == {"DP": ["deep pot", "dry pan"]}


def test_a_definition_names_its_paper_and_its_words() -> None:
    one, other = (
        paper_text("a", "Deep pots (DPs) win", "A deep pot (DP) is cold."),
        paper_text("b", "", "Deep pots (DPs)."),
    )
    (term,) = find_acronyms([one, other])
    found = [(where.slug, where.evidence) for where in term.expansions[0].definitions]
    assert found == [
        ("a", Evidence(field="title", start=0, end=9, cue="DP")),
        ("b", Evidence(field="abstract", start=0, end=9, cue="DP")),
    ]


# ---- named methods


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("FooBar: Cooking at scale", "FooBar"),
        ("FooBar2 Technical Report: Cooking at scale", "FooBar2"),
        ("FooBar, a quick cook", "FooBar"),
        ("FOO: Cooking at scale", "FOO"),
        ("F²OO: Cooking at scale", "F²OO"),
        ("Foo-7: Cooking at scale", "Foo-7"),
        ("Foo-BAR : Cooking at scale", "Foo-BAR"),
        ("p-FoB: Cooking at scale", "p-FoB"),
        ("FooCook(4+2): Cooking at scale", "FooCook(4+2)"),
        ("FOO.bar8(): Cooking at scale", "FOO.bar8()"),
    ],
)
def test_what_looks_like_a_name_before_a_colon_is_one(title: str, name: str) -> None:
    assert names(title) == [name]


@pytest.mark.parametrize(
    ("name", "abstract"),
    [
        ("Spoon", "Here we present Spoon, a cook."),
        ("Spoon", "Cooks are slow. Spoon is a cook."),
        ("Spoon", "We cook with Spoon, and nobody beats Spoon."),
        ("Deep Frying", "We introduce Deep Frying, which is hot."),
        ("Deep Frying", "We build a cook called Deep-Frying."),
        ("1-bit Chef", "We propose 1-bit Chef."),
    ],
)
def test_a_plain_word_before_a_colon_is_a_name_if_the_abstract_introduces_it(name: str, abstract: str) -> None:
    assert names(f"{name}: Cooking at scale", abstract) == [name]


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        ("Cooking: A Survey", "Cooking is a craft. We study cooking."),
        ("Spoon: Cooking at scale", "We cook with a spoon, and nobody beats Spoon or Spoon."),
        ("Deep Frying: Cooking at scale", "Deep Frying is an old craft."),
        ("Deep Frying: Cooking at scale", "We introduce Deep Frying Chefs."),
        ("On the Heat of a Very Big Oven: Cooking", "We introduce heat."),
        ("GPUs: Cooking at scale", ""),
        ("A100: Cooking at scale", ""),
        ("Cooking with FOO", "We compare cooks on FOO."),
        ("Cooking with FOO", "We propose a new FOO method for cooks."),
        ("Cooking with Deep-Frying", "We propose Chef Deep-Frying for cooks."),
        ("Cooking", "Others introduced FooBar, a cook. In it we design good pans, e.g. BarFoo."),
        ("Cooking", "We build on FooBar, a cook."),
        ("Cooking", "We present L_FB, a loss."),
    ],
)
def test_precision_comes_first(title: str, abstract: str) -> None:
    assert names(title, abstract) == []


@pytest.mark.parametrize(
    "abstract",
    [
        "In this paper, we propose FooBar, a cook.",
        "This work presents FooBar: it cooks.",
        "We design a cook called FooBar.",
        "We present Foo and Bar Cooking (FooBar), which cooks.",
        "To this end, we introduce “FooBar”, which cooks.",
    ],
)
def test_a_name_the_abstract_introduces_is_found_without_the_title(abstract: str) -> None:
    assert names("Cooking at scale", abstract) == ["FooBar"]


def test_a_name_inside_the_title_is_found_where_the_abstract_presents_it() -> None:
    assert names("Quick cooking with Foo-Cook", "We introduce a quick LLM cook Foo-Cook inspired by pans.") == [
        "Foo-Cook"
    ]


def test_an_acronym_that_several_papers_spell_out_is_nobody_s_name() -> None:
    common = [paper_text("b", "", "A deep pot (DPot) is hot."), paper_text("c", "", "Deep pots (DPots) are hot.")]
    titles = [paper_text("a", "DPot: A survey", ""), paper_text("d", "DPot-Foo: Cooking", "")]
    assert [method.name for method in find_methods([*titles, *common])] == ["DPot-Foo"]


def test_a_word_that_many_papers_use_is_not_owned_by_the_one_that_presents_it() -> None:
    presents = "We present BigPan, a pan."
    assert [method.name for method in find_methods(papers(presents))] == ["BigPan"]
    assert find_methods(papers(presents, *["BigPan is hot."] * 4)) == ()


def test_a_method_has_its_full_name_and_no_second_entry_for_it() -> None:
    abstract = "We propose Mixture-of-Pans (MoP), a pan."
    by_acronym, by_name = (
        find_methods([paper_text("a", f"{head}: Cooking", abstract)]) for head in ("MoP", "Mixture-of-Pans")
    )
    assert [(method.name, method.full_name) for method in by_acronym] == [("MoP", "Mixture-of-Pans")]
    assert [(method.name, method.full_name) for method in by_name] == [("Mixture-of-Pans", "")]


def test_two_papers_may_give_one_name() -> None:
    (method,) = find_methods(
        [paper_text("a", "FooBar: Cooking", "FooBar cooks."), paper_text("b", "FooBar: Baking", "")]
    )
    assert [naming.slug for naming in method.named_by] == ["a", "b"]
    assert method.mentioned_by == ()


@pytest.mark.parametrize(
    "text", ["We use FooBar.", "(FooBar) cooks", "FooBar's pans", "FooBar-based pans", "pan-free FooBar, FOO"]
)
def test_a_name_is_mentioned_where_it_stands_alone(text: str) -> None:
    assert mentions(text) == ["b"]


@pytest.mark.parametrize(
    "text",
    ["", "foobar", "FooBars", "FooBar2", "FooBar-2", "FooBar-Pan", "FooBar++", "FooBar.5", "aFooBar", "My-FooBar"],
)
def test_other_words_that_hold_the_name_are_no_mention(text: str) -> None:
    assert mentions("We cook.", text) == []


def test_a_name_of_two_words_written_as_one_is_mentioned_in_two_words_too() -> None:
    methods = find_methods(
        [
            paper_text("a", "QuickFrying: Cooking", ""),
            paper_text("b", "How hot is Quick Frying?", "QuickFrying is hot."),
        ]
    )
    assert only(methods, "QuickFrying").mentioned_by[0].evidence == (
        Evidence(field="title", start=11, end=23, cue="QuickFrying"),
        Evidence(field="abstract", start=0, end=11, cue="QuickFrying"),
    )


def test_a_short_name_is_too_often_something_else() -> None:
    (method,) = find_methods([paper_text("a", "FOO: Cooking", ""), paper_text("b", "Cooking", "We train on FOO.")])
    assert method.mentioned_by == ()


# ---- both


def test_a_method_found_in_a_summary_says_so() -> None:
    texts = [
        read_text(with_summary(make_paper("a"), "We propose FooBar, a fryer.")),
        read_text(make_paper("b", abstract="FooBar is hot.")),
        read_text(with_summary(make_paper("c"), "FooBar is salted.")),
    ]
    (method,) = find_methods(texts)
    fields = [[found.field for found in one.evidence] for one in (*method.named_by, *method.mentioned_by)]
    assert fields == [["summary"], ["abstract"], ["summary"]]


def test_a_summary_defines_no_acronym_for_the_authors() -> None:
    paper = with_summary(make_paper("a", title="Baking with a deep pan (DP)"), "A quick onion fryer (QOF) fries.")
    assert [term.acronym for term in find_acronyms([read_text(paper)])] == ["DP"]


def test_where_the_abstract_is_known_the_summary_is_not_read() -> None:
    paper = with_summary(make_paper("a", abstract="We bake."), "We propose FooBar, a fryer.")
    assert find_methods([read_text(paper)]) == ()


@given(PAPERS)
def test_evidence_covers_the_words_it_speaks_of(texts: list[PaperText]) -> None:
    fields = {paper.slug: {"title": paper.title, "abstract": paper.text} for paper in texts}
    for method in find_methods(texts):
        for appearance in (*method.named_by, *method.mentioned_by):
            for found in appearance.evidence:
                words = fields[appearance.slug][found.field][found.start : found.end]
                assert words.replace(" ", "").replace("-", "") == method.name.replace(" ", "").replace("-", "")
    for term in find_acronyms(texts):
        for where in (where for full in term.expansions for where in full.definitions):
            words = fields[where.slug][where.evidence.field][where.evidence.start : where.evidence.end]
            assert words == words.strip() != ""


@given(PAPERS)
def test_no_paper_mentions_what_it_names(texts: list[PaperText]) -> None:
    for method in find_methods(texts):
        namers = [naming.slug for naming in method.named_by]
        assert len(namers) == len(set(namers)) > 0
        assert not {mention.slug for mention in method.mentioned_by} & set(namers)


@given(PAPERS)
def test_both_lists_are_alphabetical_and_hold_every_name_once(texts: list[PaperText]) -> None:
    acronyms: tuple[GlossaryTerm, ...] = find_acronyms(texts)
    for found in ([method.name for method in find_methods(texts)], [term.acronym for term in acronyms]):
        assert found == sorted(set(found), key=lambda name: (name.casefold(), name))


@given(PAPERS)
def test_the_order_of_the_papers_does_not_change_what_is_defined(texts: list[PaperText]) -> None:
    def content(texts: list[PaperText]) -> list[tuple[str, list[tuple[str, list[str]]]]]:
        return [
            (term.acronym, [(full.text, sorted(w.slug for w in full.definitions)) for full in term.expansions])
            for term in find_acronyms(texts)
        ]

    assert content(texts) == content(texts[::-1])


@pytest.mark.parametrize("text", ["(AB) " * 20_000, "(" * 100_000, "a b " * 25_000 + "(AB)", "A" * 100_000 + " (AB)"])
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    papers = [paper_text("a", "", text), paper_text("b", text, "")]
    assert {term.acronym for term in find_acronyms(papers)} <= {"AB"}
    assert find_methods(papers) == ()


@pytest.mark.parametrize(("name", "mentioned"), [("PotX", True), ("PoX", False)])
def test_a_name_of_four_letters_is_long_enough_to_be_told_from_other_words(name: str, mentioned: bool) -> None:  # noqa: FBT001
    (method,) = find_methods(
        [paper_text("a", f"{name}: Cooking", ""), paper_text("b", "Cooking", f"We train on {name}.")]
    )

    assert bool(method.mentioned_by) is mentioned


@pytest.mark.parametrize(("others", "names"), [(3, ["BigPan"]), (4, [])])
def test_a_word_that_more_than_three_others_use_is_owned_by_nobody(others: int, names: list[str]) -> None:
    found = find_methods(papers("We present BigPan, a pan.", *["BigPan is hot."] * others))

    assert [method.name for method in found] == names


# ---- at the limit and one beyond


@pytest.mark.parametrize(
    ("full_name", "acronym", "found"),
    [
        ("ash bun cup dip eel fig gem ham ice jam", "ABCDEFGHIJ", True),
        ("ash bun cup dip eel fig gem ham ice jam kit", "ABCDEFGHIJK", False),
    ],
)
def test_an_acronym_stands_for_ten_words(full_name: str, acronym: str, found: bool) -> None:  # noqa: FBT001
    assert glossary(f"{full_name} ({acronym})") == ({acronym: [full_name]} if found else {})


@pytest.mark.parametrize(("distance", "found"), [(120, True), (121, False)])
def test_a_full_name_begins_within_120_characters_of_its_acronym(distance: int, found: bool) -> None:  # noqa: FBT001
    full_name = f"quick {'o' * (distance - len('quick  frying '))} frying"

    assert glossary(f"{full_name} (QOF)") == ({"QOF": [full_name]} if found else {})


@pytest.mark.parametrize(("word", "found"), [("overcook", True), ("overcut", False)])
def test_a_full_name_of_one_word_has_eight_letters(word: str, found: bool) -> None:  # noqa: FBT001
    """A shorter one is more often a word that happens to have the letters."""
    assert glossary(f"We {word} (OC) here.") == ({"OC": [word]} if found else {})


@pytest.mark.parametrize(("name", "found"), [("Big Hot Pan Set", True), ("Big Hot Red Pan Set", False)])
def test_a_name_at_the_head_of_a_title_has_four_words(name: str, found: bool) -> None:  # noqa: FBT001
    assert names(f"{name}: Cooking", f"We present {name}, a pan.") == ([name] if found else [])


@pytest.mark.parametrize(("made", "named"), [(8, 8), (9, 8)])
def test_a_paper_names_eight_things(made: int, named: int) -> None:
    """What lists more is a comparison."""
    assert len(names("Cooking", " ".join(f"We propose Pan{place}, a pan." for place in range(made)))) == named


@pytest.mark.parametrize(("distance", "found"), [(120, ["Sizzle"]), (121, [])])
def test_a_verb_introduces_a_name_within_120_characters(distance: int, found: list[str]) -> None:
    pan = "hot" * 40
    between = pan[: distance - len("present a  ")]

    assert names("Sizzle: Cooking", f"We present a {between} Sizzle.") == found


@pytest.mark.parametrize(
    ("abstract", "found"), [("We use hot Sizzle with raw Sizzle.", True), ("We use hot Sizzle.", False)]
)
def test_a_word_used_as_a_name_twice_is_one(abstract: str, found: bool) -> None:  # noqa: FBT001
    assert names("Sizzle: Cooking", abstract) == (["Sizzle"] if found else [])
