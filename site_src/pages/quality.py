"""The page that tells how often derived labels are right, and on what that was measured."""

from dataclasses import dataclass

from site_src.models import Page, Score, Scores, Technique
from site_src.pages.catalogue import Catalogue
from site_src.pages.heads import make_head
from site_src.pages.sections import QUALITY, Anchor
from site_src.scores import Figures, mean_figures, score_figures

_DEPENDS_ON = {"cues": "other cues", "labels": "pages that state other labels", "dumps": "other dumps"}


@dataclass(frozen=True, slots=True)
class Rate:
    """A share in percent, "–" where there was nothing to count, and the counts behind it ("" where there are none)."""

    percent: str
    counts: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    precision: Rate
    recall: Rate
    f1: Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A technique's score; `wrong` and `missed` are papers."""

    technique: Technique
    rates: Rates
    wrong: tuple[Anchor, ...]
    missed: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What was measured, for the template, and how many papers of the site were not."""

    scores: Scores
    others: int
    rows: tuple[Row, ...]
    micro: Rates
    macro: Rates


def plan_quality(catalogue: Catalogue) -> Page:
    """The scores where they are of this site; else that there are none, and why those kept are not its own."""
    description = "How often the labels derived here agree with those decided by reading."
    scores, outdated = catalogue.site.scores, catalogue.site.outdated
    context = {
        "head": make_head(catalogue, QUALITY.path, QUALITY.name, description=description),
        "measured": _measured(scores, catalogue) if scores and not outdated else None,
        "measured_with": tuple(_DEPENDS_ON[name] for name in outdated) if scores else (),
    }
    return Page(path=f"{QUALITY.path}index.html", template="quality.html", context=context)


def _measured(scores: Scores, catalogue: Catalogue) -> Measured:
    by_technique = {score.technique: score for score in scores.techniques}
    known = ((technique, by_technique.get(slug)) for slug, technique in catalogue.techniques.items())
    return Measured(
        scores=scores,
        others=max(0, len(catalogue.site.papers) - scores.pages),
        rows=tuple(_row(technique, score, catalogue) for technique, score in known if score),
        micro=_counted(*scores.techniques),
        macro=_rates(mean_figures(scores.techniques)),
    )


def _row(technique: Technique, score: Score, catalogue: Catalogue) -> Row:
    return Row(
        technique=technique,
        rates=_counted(score),
        wrong=catalogue.anchors_of(score.wrong),
        missed=catalogue.anchors_of(score.missed),
    )


def _counted(*scores: Score) -> Rates:
    right = sum(score.right for score in scores)
    found = right + sum(len(score.wrong) for score in scores)
    read = right + sum(len(score.missed) for score in scores)
    return _rates(score_figures(*scores), f"{right} of {found}", f"{right} of {read}")


def _rates(figures: Figures, precision: str = "", recall: str = "") -> Rates:
    return Rates(
        precision=Rate(_percent(figures.precision), precision),
        recall=Rate(_percent(figures.recall), recall),
        f1=Rate(_percent(figures.f1)),
    )


def _percent(figure: float | None) -> str:
    return "–" if figure is None else f"{100 * figure:.0f}%"
