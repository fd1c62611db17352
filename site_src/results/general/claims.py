"""Words right before a number that make a claim of it, in any field."""

# Verbs and beginnings of verbs.
VERBS = (
    "achiev reach obtain attain requir tak(?:es|ing)\\b run sustain only just reduc measur deliver consum keep"
    " hav(?:e|ing)\\b us(?:es|ing)\\b yield maintain preserv retain enabl complet demonstrat"
)
# Where the number itself stands.
PLACES = (
    r"\b(?:is|are|was|were|be)\s*\Z|\([^()]*\Z|\bin (?:just|only|under|less than|about|around)?\s*\Z"
    r"|\bwith (?:between|an?(?: \w+)?)\s*\Z"
)
