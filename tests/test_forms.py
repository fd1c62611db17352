"""What front matter may hold, what is said of anything else, and what the same is in JSON."""

from dataclasses import dataclass
from typing import Annotated, Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

from site_src.errors import InputError
from site_src.exports import fact_schemas, paper_object
from site_src.forms import (
    NAMED_APART,
    NOT_EMPTY,
    BaseUrl,
    Count,
    Positive,
    SiteUrl,
    Text,
    TextOrNone,
    matching,
    one_of,
    share,
    whole_number,
)
from site_src.frontmatter import validate
from tests.invented_site import full_paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Kiln:
    """Every form once."""

    name: Text = ""
    note: TextOrNone = ""
    mark: Annotated[str, matching("[a-z]+|[0-9]+", "letters or digits")] = ""
    fuel: Annotated[str, one_of("wood", "gas")] = ""
    site: SiteUrl = ""
    base: BaseUrl = ""
    pots: Count = 0
    shelves: Positive = 1
    cone: Annotated[int, whole_number(5, 500)] = 5
    draught: Annotated[float, share()] = 0
    heat: Annotated[float, share(above_none=True)] = 1
    glazes: Annotated[tuple[Text, ...], NOT_EMPTY] = ()
    doors: Annotated[tuple[object, ...], NAMED_APART] = ()
    twin: "Kiln | None" = None


KILN = TypeAdapter(Kiln)


def read(yaml: str) -> Kiln:
    kiln, problems = validate(KILN, yaml, "kiln.yml")
    assert problems == ()
    return kiln


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("name: '  Old kiln '", "Old kiln"),
        ("note:", ""),
        ("note: Hot.", "Hot."),
        ("mark: '12'", "12"),
        ("fuel: wood", "wood"),
        ("site: https://example.org/kilns/", "https://example.org/kilns"),
        ("base: https://example.org/kilns", "https://example.org/kilns/"),
        ("base: http://localhost:8000", "http://localhost:8000/"),
        ("pots: 0", 0),
        ("shelves: 1", 1),
        ("cone: 5", 5),
        ("cone: 500", 500),
        ("draught: 0", 0),
        ("draught: 1", 1),
        ("heat: 0.01", 0.01),
        ("glazes: [salt]", ("salt",)),
        ("doors: [{name: a}, {name: b}]", ({"name": "a"}, {"name": "b"})),
        ("twin: {pots: 3}", Kiln(pots=3)),
        ("twin:", None),
    ],
)
def test_a_value_in_form_is_read(yaml: str, expected: object) -> None:
    assert getattr(read(yaml), yaml.partition(":")[0]) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("name: 3", "expected one line of text, in quotation marks where YAML reads it as something else"),
        ("name: ' '", "expected one line of text"),
        ('name: "a\\nb"', "expected one line of text"),
        ('name: "a\\rb"', "expected one line of text"),
        ("note: 3", "expected one line of text"),
        ("mark: a1", "expected letters or digits, but here stands 'a1'"),
        ('mark: "a\\n"', "expected letters or digits"),
        ("mark: 12", "expected letters or digits, but here stands 12"),
        ("fuel: woods", "expected one of wood, gas"),
        ("site: example.org", "expected an address as https://example.org/digest/"),
        ("base: https://example.org/?a", "expected an address"),
        ("base: 1", "expected an address"),
        ("pots: -1", "expected a whole number, 0 or more, but here stands -1"),
        ("pots: true", "expected a whole number"),
        ("pots: 1.0", "expected a whole number"),
        ("pots: '1'", "expected a whole number"),
        ("shelves: 0", "expected a whole number, 1 or more"),
        ("cone: 4", "expected a whole number, from 5 to 500"),
        ("cone: 501", "expected a whole number, from 5 to 500"),
        ("draught: -0.1", "expected a number from 0, up to 1"),
        ("draught: 1.1", "expected a number from 0, up to 1"),
        ("draught: true", "expected a number"),
        ("draught: .nan", "expected a number"),
        ("heat: 0", "expected a number above 0, up to 1"),
        ("heat: much", "expected a number above 0, up to 1"),
        ("glazes: []", "expected at least one"),
        ("glazes: salt", "expected a list, but here stands 'salt'"),
        ("doors: [{name: a}, {name: a}]", "two are named a"),
        ("twin: old", "expected 'key: value' lines, but here stands 'old'"),
    ],
)
def test_of_another_value_the_place_and_what_was_expected_are_said(yaml: str, expected: str) -> None:
    with pytest.raises(InputError) as caught:
        read(f"# a kiln\n{yaml}")
    assert str(caught.value).startswith(f"kiln.yml:2: {yaml.partition(':')[0]}: {expected}")


def test_keys_nobody_knows_are_warned_of_at_any_depth_and_what_is_known_is_read() -> None:
    kiln, problems = validate(KILN, "pots: 3\ntwin:\n  pots: 4\n  pot: 5\ndoor: 1\nname: a", "kiln.yml", name="Old")

    assert (kiln.pots, kiln.twin, kiln.name) == (3, Kiln(pots=4), "Old")
    assert [str(problem).partition(";")[0] for problem in problems] == [
        "kiln.yml:4: unknown key 'twin.pot'",
        "kiln.yml:5: unknown key 'door'",
        "kiln.yml:6: unknown key 'name'",
    ]


# ---- in JSON


def test_the_schema_of_a_fact_is_as_strict_as_its_form() -> None:
    text = {"type": "string", "minLength": 1}
    schemas = fact_schemas()

    assert schemas["organisation"] == schemas["venue"] == text
    assert schemas["authors"] == {"type": "array", "minItems": 1, "items": text}
    assert schemas["author_count"] == {"type": "integer", "minimum": 1}
    assert schemas["votes"] == {"type": "integer", "minimum": 0}
    assert whole_number(5, 500).schema == {"type": "integer", "minimum": 5, "maximum": 500}


@pytest.mark.parametrize(
    ("fact", "wrong"),
    [
        ("arxiv", "2501"),
        ("arxiv", "2501.00001 "),
        ("authors", []),
        ("authors", [""]),
        ("author_count", 0),
        ("organisation", ""),
        ("published", "2025-1"),
        ("published", ""),
        ("venue", 3),
        ("votes", -1),
        ("votes", None),
    ],
)
def test_what_is_exported_fits_its_schema_and_another_value_does_not(fact: str, wrong: Any) -> None:  # noqa: ANN401  any JSON
    schema = Draft202012Validator(fact_schemas()[fact])

    assert not schema.is_valid(wrong)
    assert fact == "author_count" or schema.is_valid(paper_object(full_paper())[fact])
