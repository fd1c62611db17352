"""The colours of techniques, and how far apart they are as a screen shows them."""

import math
import re
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src.models import Technique
from site_src.pages.hues import TONES, Colour, colour_techniques
from tests.invented_site import technique

STYLES = (Path(__file__).resolve().parent.parent / "templates" / "static" / "css" / "site.css").read_text("utf-8")
LIGHT, DARK = (
    [tuple(map(float, shade)) for shade in re.findall(r"--hue-dot(?:-\d)?: (\.\d+) (\.\d+);", part)]
    for part in STYLES.split("prefers-color-scheme: dark")[:2]
)
PAGE_LIGHT, PAGE_DARK = (re.findall(r"--page: #(\w{6});", part)[0] for part in STYLES.split("color-scheme: dark")[:2])

Triple = tuple[float, float, float]


def techniques(*hues: int | None) -> tuple[Technique, ...]:
    return tuple(replace(technique(f"t{place}", place), hue=hue) for place, hue in enumerate(hues))


def colours(*hues: int | None) -> tuple[Colour, ...]:
    return tuple(colour_techniques(techniques(*hues)))


def linear_rgb(lightness: float, a: float, b: float) -> Triple:
    """OKLab → linear sRGB (Björn Ottosson, A perceptual color space for image processing), cut to what it can show."""
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short
    return tuple(min(1.0, max(0.0, part)) for part in (red, green, blue))  # type: ignore[return-value]  # of three


def oklab(red: float, green: float, blue: float) -> Triple:
    """Linear sRGB → OKLab."""
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def shown(colour: Colour, tones: list[tuple[float, ...]]) -> Triple:
    """The dot's linear sRGB on the screen."""
    lightness, chroma = tones[colour.tone]
    angle = math.radians(colour.hue)
    return linear_rgb(lightness, chroma * math.cos(angle), chroma * math.sin(angle))


def nearest(found: tuple[Colour, ...], tones: list[tuple[float, ...]]) -> float:
    return min(math.dist(*pair) for pair in combinations([oklab(*shown(colour, tones)) for colour in found], 2))


def luminance(rgb: Triple) -> float:
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def luminance_of(page: str) -> float:
    parts = [int(page[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (((part + 0.055) / 1.055) ** 2.4 if part > 0.04 else part / 12.92 for part in parts)
    return luminance((red, green, blue))


@pytest.mark.parametrize("tones", [LIGHT, DARK])
@pytest.mark.parametrize(("number", "least"), [(3, 0.19), (8, 0.099), (18, 0.07), (40, 0.04)])
def test_no_two_of_many_colours_are_nearer_than_can_be_told_apart(
    number: int, least: float, tones: list[tuple[float, ...]]
) -> None:
    assert len(tones) == TONES
    assert nearest(colours(*[None] * number), tones) >= least


@pytest.mark.parametrize("tones", [LIGHT, DARK])
def test_a_hue_that_is_not_stated_keeps_clear_of_those_that_are(tones: list[tuple[float, ...]]) -> None:
    stated = colours(*range(10, 370, 20))
    more = colours(*range(10, 370, 20), *[None] * 6)

    assert more[:18] == stated
    assert nearest(more, tones) == nearest(stated, tones)


@pytest.mark.parametrize(("tones", "page"), [(LIGHT, PAGE_LIGHT), (DARK, PAGE_DARK)])
def test_every_tone_stands_out_from_the_page(tones: list[tuple[float, ...]], page: str) -> None:
    for colour in (Colour("any", hue, tone) for hue in range(0, 360, 10) for tone in range(TONES)):
        lighter, darker = sorted((luminance(shown(colour, tones)), luminance_of(page)), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) > 2.9


def test_few_techniques_have_one_tone_and_hues_across_the_wheel() -> None:
    assert [(colour.hue, colour.tone) for colour in colours(None, None, None)] == [(250, 0), (70, 0), (160, 0)]


HUES = st.lists(st.none() | st.integers(0, 359), max_size=60)


@given(HUES)
def test_a_stated_hue_stays_as_it_is(hues: list[int | None]) -> None:
    found = colours(*hues)

    assert [colour.slug for colour in found] == [f"t{place}" for place in range(len(hues))]
    assert all(
        (colour.hue, colour.tone) == (hue, 0) for colour, hue in zip(found, hues, strict=True) if hue is not None
    )
    assert all(0 <= colour.hue < 360 and 0 <= colour.tone < TONES for colour in found)


@given(HUES, st.integers(0, 20))
def test_a_technique_that_comes_last_changes_no_other_colour(hues: list[int | None], more: int) -> None:
    assert colours(*hues, *[None] * more)[: len(hues)] == colours(*hues)


@pytest.mark.parametrize(("stated", "tone"), [(6, 0), (7, 1)])
def test_a_hue_halves_a_gap_of_60_degrees_and_beyond_that_another_tone_is_clearer(stated: int, tone: int) -> None:
    *_, found = colours(*(360 * place // stated for place in range(stated)), None)

    assert found.tone == tone
