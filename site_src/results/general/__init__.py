"""What the language itself says of results, in any field, as tables to be extended.

A field's own words are `content/results.yml`: they stand before these, and take the place of those of the same name.
The first row that fits wins, so the special stands before the general. Patterns are matched as whole words and
without regard to case, but for what stands in `(?-i:…)`.
"""
