"""Headline results: derived from an abstract (`derived`), or stated by a page and completed from it (`stated`).

They are read in the words of a `vocabulary`: those of the language (`general`), and those of the digest's field, which
`content/results.yml` has (`field`, `parse`).
"""
