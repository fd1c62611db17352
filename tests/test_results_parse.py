"""Tests of `content/results.yml`: what a digest of another field gets by writing one, and what it gets wrong."""

import pytest

from site_src.complete import complete_paper
from site_src.errors import InputError
from site_src.exports import paper_object
from site_src.language import read_sentences
from site_src.models import Paper, Strongest, Vocabulary
from site_src.results.derived import find_results
from site_src.results.parse import parse_results
from site_src.results.vocabulary import make_vocabulary
from tests.invented_site import TAXONOMY, make_site, render_site

POTTERY = r"""
metrics:
- {name: soak time, better: lower, words: '(?:soak|holding) times?', takes: [holding times], leaves: [drying time]}
- {name: strength, words: [strength, toughness], unit: MPa, shows_unit: true}
- {name: speed, words: speeds?, gain: quickening, loss: slowing, parts: [drying]}
- {name: performance, words: performance, in_times: speed}
- {name: quality, words: []}
changes:
- {way: down, words: 'thin(?:s|ned)', takes: [is thinned]}
- {way: up, of: strength, words: toughened}
claims: [vitrif]
outcomes: [breakage]
units:
- {of: temperature, alone: true, sign: °C, written: {°C: '°C|degrees'}, takes: [1220 degrees]}
- of: shrinkage
  alone: true
  written: {mm: mm}
  only: [{before: 'shrinks? (?:to|by)'}]
  takes: [shrinks to 3 mm]
  leaves: [3 mm thick]
exclusions:
- {because: a setting, after: 'humidity\b', of: ['%'], takes: [at 40% humidity], leaves: [a 40% gain]}
words:
  less: reduc|sav
kinds:
- slug: soaking
  name: Soaking saved, in percent
  about: How much less time at the highest temperature.
  strongest: {one: largest saving, several: largest savings}
  scale: linear
  sign: '%'
  units: ['%']
  says: [soak, <less>]
  takes: [30% soak time reduction]
  leaves: [30% soak time increase]
"""


def parse(text: str) -> Vocabulary:
    vocabulary, warnings = parse_results(text, "results.yml")
    assert warnings == ()
    return vocabulary


def told(sentence: str, vocabulary: Vocabulary) -> list[tuple[str, str, str]]:
    """The values, metrics and kinds of the results of a paper that speaks of itself."""
    found = find_results(read_sentences(f"We present a kiln. {sentence}"), vocabulary)
    return [(result.value, result.metric, result.kind.slug) for result in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Holding times are reduced by 40%.", [("40%", "soak time reduction", "soaking")]),
        ("It reaches a strength of 41.5.", [("41.5 MPa", "strength", "other")]),
        ("It reaches a toughness of 41.5.", [("41.5 MPa", "strength", "other")]),
        ("Drying is 3× faster.", [("3×", "quickening", "other")]),
        ("It offers 3× faster drying.", [("3×", "drying quickening", "other")]),
        ("It is 2× slower.", [("2×", "slowing", "other")]),
        ("It outperforms Slipware by 3×.", [("3×", "quickening", "other")]),
        ("The wall is thinned by 12%.", [("12%", "reduction", "other")]),
        ("The glaze is toughened by 12%.", [("12%", "strength gain", "other")]),
        ("Quality is 12% better.", [("12%", "improvement", "other")]),
        ("At 1220 degrees nothing cracks.", [("1220°C", "temperature", "other")]),
        ("The tile shrinks to 3 mm.", [("3 mm", "shrinkage", "other")]),
        ("It takes tiles 3 mm thick.", []),
        ("It has an energy saving of 30% at 40% humidity.", [("30%", "energy reduction", "other")]),
        ("It vitrifies in a mere 4 hours.", [("4 hours", "time", "other")]),
    ],
)
def test_results_are_read_in_the_words_of_the_field(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(sentence, parse(POTTERY)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Firing time is reduced by 40%.", [("40%", "firing time reduction", "time-saved")]),
        ("It reduces drying times by 2 hours.", [("2 hours", "drying time reduction", "other")]),
        ("At the same time, waste falls: a 20% reduction in waste.", [("20%", "waste reduction", "other")]),
        ("It saves 30% of the energy.", [("30%", "energy reduction", "cost-saved")]),
        ("The kiln is 3× faster.", [("3×", "speed", "faster")]),
        ("The kiln is 20% faster.", [("20%", "speed gain", "faster-percent")]),
        ("It takes 4 hours within 3 W.", [("4 hours", "time", "other")]),
        ("With 95% confidence, it costs 12% less.", [("12%", "cost reduction", "cost-saved")]),
    ],
)
def test_without_a_file_results_are_read_in_the_words_of_the_language(
    sentence: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(sentence, make_vocabulary()) == expected


def test_a_summary_looks_for_the_outcomes_of_the_field() -> None:
    vocabulary = parse(POTTERY)

    assert vocabulary.outcomes.search("less breakage")
    assert not vocabulary.outcomes.search("breakages")
    assert not make_vocabulary().outcomes.search("less breakage")


def test_an_empty_file_says_nothing_that_the_language_does_not() -> None:
    assert parse("") == make_vocabulary()


def test_the_kind_that_says_what_its_strongest_result_is_called_leads() -> None:
    kinds = parse(POTTERY).kinds

    assert [(kind.slug, kind.strongest) for kind in kinds] == [
        ("soaking", Strongest(one="largest saving", several="largest savings")),
        ("other", None),
    ]


@pytest.mark.parametrize(
    ("seen", "changed", "place", "words"),
    [
        ("better: lower", "better: less", ":3: ", "metrics.0.better"),
        ("'(?:soak|", "'(soak|", ":3: ", "a group of its own"),
        ("'(?:soak|", "'(?:soak|(?:", ":3: ", "no regular expression"),
        ("'(?:soak|", "'(?i)(?:soak|", ":3: ", "no regular expression: global flags"),
        ("'(?:soak|", "'a{99999999999}(?:soak|", ":3: ", "no regular expression: the repetition"),
        ("less: reduc|sav", "less: reduc|<more>", ":24: ", "<more> stands for other words"),
        ("[strength, toughness]", "[<less>, toughness]", ":4: ", "<less> stands for other words"),
        ("[strength, toughness]", "[strength, 'a*']", ":4: ", "found in an empty text"),
        ("[strength, toughness]", "[3]", ":4: ", "expected words"),
        ("in_times: speed", "in_times: size", ":6: ", "no metric is named 'size'"),
        ("way: down", "way: sideways", ":9: ", "changes.0.way"),
        ("of: ['%']", "of: [kg]", ":22: ", "no unit is shown as 'kg'"),
        ("slug: soaking", "slug: Soaking", ":26: ", "kinds.0.slug"),
        ("slug: soaking", "slug: other", ":26: ", "'other' is that of the kind of what fits no other"),
        ("<less>", "<fewer>", ":26: ", "no words are named 'fewer'"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(seen: str, changed: str, place: str, words: str) -> None:
    with pytest.raises(InputError) as error:
        parse_results(POTTERY.replace(seen, changed, 1), "results.yml")
    message = str(error.value)
    assert f"results.yml{place}" in message
    assert words in message


def test_examples_are_left_to_a_check_of_the_content() -> None:
    told = POTTERY.replace("takes: [is thinned]", "takes: [is cut]")

    assert parse(told) != parse(POTTERY)
    assert parse(told).mark == parse(POTTERY).mark


def test_only_one_kind_leads_and_no_two_have_one_slug() -> None:
    twice = POTTERY + POTTERY.partition("kinds:\n")[2]
    with pytest.raises(InputError) as error:
        parse_results(twice, "results.yml")
    assert [str(problem) for problem in error.value.problems] == [
        "results.yml:36: the slug 'soaking' is that of 'Soaking saved, in percent'; name another slug",
        "results.yml:39: 'Soaking saved, in percent' leads already; let only one kind say 'strongest'",
    ]


def test_a_key_nobody_knows_is_warned_of() -> None:
    _, warnings = parse_results(POTTERY.replace("alone: true", "aloon: true", 1), "results.yml")
    assert [str(warning) for warning in warnings] == [
        "results.yml:14: unknown key 'units.0.aloon'; ignored; remove it or correct its spelling"
    ]


def test_a_kind_is_had_everywhere_by_adding_it_to_the_file() -> None:
    vocabulary = parse(POTTERY)
    abstract = "We present a glaze. Holding times are reduced by {}%."
    papers = [
        complete_paper(
            Paper(slug=slug, title=f"On {slug}", abstract=abstract.format(saved), techniques=("glaze",)),
            TAXONOMY,
            vocabulary,
        )
        for slug, saved in (("pot", 40), ("cup", 30))
    ]
    files = render_site(make_site(*papers, kinds=vocabulary.kinds), "techniques/glaze/index.html", "compare/index.html")

    assert paper_object(papers[0])["results"][0]["kind"] == {"slug": "soaking", "name": "Soaking saved, in percent"}
    assert 'data-kinds="soaking other "' in files["compare/index.html"]
    assert "<h3>Soaking saved, in percent</h3>" in files["techniques/glaze/index.html"]
    assert 'data-strongest-name="Largest saving claimed"' in files["techniques/glaze/index.html"]
