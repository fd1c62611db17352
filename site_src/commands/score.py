"""`score`: how well derived labels fit stated ones."""

import argparse
import sys

from site_src.commands.progress import Progress
from site_src.content import SCORES, read_content
from site_src.files import write_pages
from site_src.pipeline import score_labels
from site_src.reports import score_summary, warnings_text
from site_src.scores import format_scores


def run(options: argparse.Namespace) -> int:
    """Measures, and keeps the figures with the content."""
    progress = Progress()
    content = read_content(options.content)
    scores, problems = score_labels(content, options.dumps, report=progress)
    write_pages(options.content, {SCORES: format_scores(scores)})
    print(warnings_text(problems), end="", file=sys.stderr)
    print(score_summary(scores, content.scores, str(options.content / SCORES), progress.seconds()))
    return 0
