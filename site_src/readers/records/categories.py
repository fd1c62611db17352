"""Names of arXiv's categories."""

import re

_CATEGORY = re.compile(
    r"(?:cs|math|stat|eess|econ|q-bio|q-fin|physics|astro-ph|cond-mat|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nlin"
    r"|nucl-(?:ex|th)|quant-ph)(?:\.[A-Za-z]{2}|\.[a-z]+-[a-z]+|\.(?:optics|soft|other))?"
)


def is_category(word: str) -> bool:
    """Whether the word is one, as `cs.LG` or `hep-th`."""
    return bool(_CATEGORY.fullmatch(word))


def are_categories(text: str) -> bool:
    """Whether the text is a list of them and nothing else."""
    words = text.replace(",", " ").replace(";", " ").split()
    return bool(words) and all(map(is_category, words))
