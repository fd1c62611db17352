"""The parts of the site: what each is called, and where it is."""

from dataclasses import dataclass

from site_src import contract


@dataclass(frozen=True, slots=True)
class Anchor:
    """A name and the address it leads to, from the site's root."""

    name: str
    path: str


HOME = Anchor("Home", "")
TECHNIQUES = Anchor("Techniques", contract.TECHNIQUES)
MAP = Anchor("Map", contract.MAP)
DIGESTS = Anchor("Digests", contract.DIGESTS)
YEARS = Anchor("Years", contract.YEARS)
PAPERS = Anchor("Papers", contract.PAPERS)
METHODS = Anchor("Methods", contract.METHODS)
GLOSSARY = Anchor("Glossary", contract.GLOSSARY)
QUALITY = Anchor("Quality", contract.QUALITY)
SEARCH = Anchor("Search", contract.SEARCH)
READING_LIST = Anchor("Reading list", contract.READING_LIST)
COMPARE = Anchor("Compare papers", contract.COMPARE)

# The header leads to these, and to the pages of content/pages.
NAVIGATION = (TECHNIQUES, MAP, DIGESTS, YEARS, PAPERS)
