"""Whether the scores kept are those of the content as it is."""

from collections.abc import Iterator

from site_src.content import SCORES, Content
from site_src.content_checks.sources import Sources
from site_src.errors import Problem
from site_src.scores import CURE, find_outdated, hash_sources

_CHANGED = {"cues": "the cues", "labels": "what pages state"}


def check_scores(content: Content, sources: Sources) -> Iterator[Problem]:
    """Each thing measured that is another now."""
    if not content.scores:
        return
    for name in find_outdated(content.scores, hash_sources(content.taxonomy, content.papers, ())):
        seen = f"{_CHANGED[name]} changed since labels were measured, so the site shows no figures"
        yield Problem(sources.place(SCORES), seen, CURE)
