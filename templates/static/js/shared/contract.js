// Written by `make` from site_src/contract.py, which says what each of these is; not to be changed here.

export const SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*";
export const LONGEST_SLUG = 80;
export const NOT_OF_SLUGS = "[^a-z0-9]+";
export const PAPER = "papers/{}/";
export const SCRIPTS = "static/js/";
export const OFFLINE = "offline.js";
export const PAPER_JSON = "papers/{}/paper.json";
export const TITLES_JSON = "papers/titles.json";
export const PAPER_CITATION = "papers/{}/cite.{}";
/** @type {Readonly<Record<string, string>>} */
export const CITATION_FORMATS = {"bib": "BibTeX", "ris": "RIS", "csl.json": "CSL-JSON"};
export const QUERY = "q";
export const SEARCH_FILE = "search/{}/{}";
export const SEARCH_FOLDER = "/search/[0-9a-f]{10}/";
export const SEARCH_FORMAT = 4;
export const SEARCH_START = "start.bin";
export const SEARCH_TITLES = "titles-{}.bin";
export const SEARCH_TEXTS = "texts/{}.json";
export const SEARCH_PIECE = "{}-{}.bin";
export const SEARCH_LENGTHS = "{}-lengths.bin";
export const SAID = "said";
export const NAMED = "named";
export const WORDS_PIECE = 1;
export const SEARCH_FIRST = ["titles-0.bin", "said-1.bin", "said-lengths.bin"];
export const RICE_SHARE = 0.7;
export const K1 = 1.2;
export const B = 0.75;
/** @type {Readonly<Record<string, string>>} */
export const LINK_KINDS = {"arxiv": "arXiv", "doi": "DOI", "code": "Code", "project": "Project", "model": "Model", "dataset": "Dataset", "other": "Link", "search": "Look for it"};
/** @type {Readonly<Record<string, number>>} */
export const LINK_RANKS = {"arxiv": 0, "doi": 0, "search": 2};
/** @type {Readonly<Record<string, string>>} */
export const COUNTS = {"comments": "Most comments", "votes": "Most votes"};
export const OTHER_RESULTS = "other";
export const ARXIV_ID = "[0-9]{4}\\.[0-9]{4,5}";
export const MOST_COMPARED = 4;
export const PAGE_CACHE = "distillate";
export const SEARCH_CACHE = "distillate-search";
