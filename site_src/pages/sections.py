"""The parts of the site: what each is called, and where it is."""

from site_src import contract
from site_src.pages.views import Anchor

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
