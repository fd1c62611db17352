"""What the language itself says of results, in any field, as tables to be extended.

A field's own words are `content/results.yml`: they stand before these, and take the place of those of the same name.
The first row that fits wins, so the special stands before the general. Patterns are matched as whole words and
without regard to case, but for what stands in `(?-i:…)`.
"""

from site_src.results.general.changes import CHANGES
from site_src.results.general.exclusions import EXCLUSIONS
from site_src.results.general.kinds import KINDS
from site_src.results.general.metrics import METRICS
from site_src.results.general.numbers import NUMBER_WORDS, QUALIFIERS
from site_src.results.general.units import MEASURES, UNITS

__all__ = ["CHANGES", "EXCLUSIONS", "KINDS", "MEASURES", "METRICS", "NUMBER_WORDS", "QUALIFIERS", "UNITS"]
