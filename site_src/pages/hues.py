"""The colours of techniques: their own hues, and for the others hues that can be told apart from all before them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from site_src.models import Technique

# What site.css has: the lightness of dots in each tone is there.
TONES = 3
FIRST = 250
# Degrees between two hues that leave room for a third between them; with less, another tone tells more.
ROOM = 60


@dataclass(frozen=True, slots=True)
class Colour:
    """A technique's hue, an angle in OKLCH, and its tone: 0 is the lightness of all hues that are stated."""

    slug: str
    hue: int
    tone: int


def colour_techniques(taxonomy: Sequence[Technique]) -> Iterator[Colour]:
    """Each technique's colour, in their order. Techniques that come after it do not change one, unless they state it.

    A hue that is not stated is halfway between two that are far enough apart, in the first tone that has such two;
    where none has, between those farthest apart of all.
    """
    stated = {technique.hue for technique in taxonomy if technique.hue is not None}
    wheels = [sorted(stated), *([] for _ in range(1, TONES))]
    for technique in taxonomy:
        if technique.hue is not None:
            yield Colour(technique.slug, technique.hue, 0)
            continue
        gaps = [_widest_gap(wheel) for wheel in wheels]
        roomy = (tone for tone, (width, _) in enumerate(gaps) if width >= ROOM)
        tone = next(roomy, gaps.index(max(gaps, key=lambda gap: gap[0])))
        hue = gaps[tone][1]
        wheels[tone] = sorted((*wheels[tone], hue))
        yield Colour(technique.slug, hue, tone)


def _widest_gap(wheel: Sequence[int]) -> tuple[int, int]:
    """How many degrees wide the widest gap between the sorted hues is, and the hue in its middle."""
    if not wheel:
        return 360, FIRST
    around = pairwise((*wheel, wheel[0] + 360))
    width, start = max(((after - before, -before) for before, after in around))
    return width, (-start + width // 2) % 360
