// From what a reader types to the papers that fit, best first. Pure: no document, no window, no fetch; files come from
// the function given.

import { fill } from "../shared/address.js";
import {
  NAMED, SAID, SEARCH_FORMAT, SEARCH_LENGTHS, SEARCH_PIECE, SEARCH_START, SEARCH_TEXTS, SEARCH_TITLES,
} from "../shared/contract.js";
import { Facets } from "./facets.js";
import { Lexicon } from "./lexicon.js";
import { Phrases } from "./phrases.js";
import { parseQuery } from "./query.js";
import { Ranking } from "./ranking.js";
import { Reading } from "./reading.js";
import { cutSnippet } from "./snippet.js";
import { suggest } from "./suggest.js";
import { Titles } from "./titles.js";
import { Tokens } from "./tokens.js";

/** @import { Chip, Facet, FacetCount, Facts } from "./facets.js" */
/** @import { Description, Weighed } from "./lexicon.js" */
/** @import { Filter, Part, Query } from "./query.js" */
/** @import { Hit, RankedHit } from "./ranking.js" */
/** @import { Corrected, Meant, Word } from "./reading.js" */
/** @import { Snippet, Texts } from "./snippet.js" */
/** @import { Suggestion } from "./suggest.js" */
/** @import { TitlesFile } from "./titles.js" */
/** @import { Rules } from "./tokens.js" */
/** @import { Lunr } from "./weights.js" */

/**
 * What the first file of the search says.
 * @typedef {object} Start
 * @property {number} format
 * @property {number} papers how many there are
 * @property {number} titles how many papers a file of titles covers
 * @property {Rules} rules
 * @property {Description} said
 * @property {Description} named
 * @property {Facts} facts
 * @property {Facet[]} facets
 * @property {[short: string, full: string][]} synonyms
 * @property {string[][]} thesaurus what is typed, and what papers say instead
 */

/** @typedef {(name: string) => Promise<Uint8Array>} ReadFile */

// What every paper found must be, as typed and as a test; senseless where it names what is not here.
/** @typedef {{typed: string, passes: (paper: number) => boolean, isSenseless: boolean}} Constraint */

// A part of the query without which, or with `instead` in its place, it would find so many papers.
/** @typedef {{typed: string, instead?: string, papers: number}} Drop */

/**
 * @typedef {object} Found
 * @property {Hit[]} hits first the papers that have all words, then those that lack some, then those near
 * @property {number} complete how many have all words
 * @property {number} near how many have none but are like the others
 * @property {Corrected[]} corrected words that no paper has, with what they were likely meant to be
 * @property {Meant[]} meant the other names that were looked for
 * @property {string[]} unknown other words that no paper has
 * @property {number} unread papers whose texts could not be read for a phrase
 * @property {string[]} senseless filters of what is not here, as typed
 * @property {(Filter & {name: string})[]} filters all of them, with values and names as facets have them
 * @property {Drop[]} drops
 * @property {FacetCount[]} facets counts of the papers found
 * @property {string[][]} ways what to mark, lists of terms
 */

// What the card of a hit shows besides a snippet.
/** @typedef {Hit & {title: string, url: string, year: string, chips: Chip[]}} ShownHit */

// What the worker may be asked, and its answers; null for a query that a newer one has overtaken.
/** @typedef {{text: string, count: number, sort?: string, pause?: boolean}} Question */
/** @typedef {{total: number, hits: ShownHit[]}} FoundTitles */
/** @typedef {{paper: number, ways: string[][]}} SnippetQuestion */
/** @typedef {Found & FoundTitles & {suggestions: Suggestion[]}} Answer */
/**
 * @typedef {object} Answers
 * @property {(question: Question) => Answer | null} find
 * @property {(question: Question) => FoundTitles} titles
 * @property {(question: SnippetQuestion) => Snippet} snippet
 */

const AUTHOR = "author"; // the word before a filter that the index answers
const REHEARSALS = 12;

export class Search {
  #start;
  #tokens;
  #reading;
  #said;
  #named;
  #titles;
  #facets;
  #ranking;
  #phrases;
  #readText;

  // `readFile(name)` gives a file of the search, unpacked. Throws where the files are of another version than the scripts.
  /** @param {Lunr} lunr @param {ReadFile} readFile */
  static async open(lunr, readFile) {
    /** @param {string} path */
    const readJson = async (path) => JSON.parse(new TextDecoder().decode(await readFile(path)));
    const start = await readJson(SEARCH_START);
    if (start.format !== SEARCH_FORMAT) throw new Error(`search files of format ${start.format}, not ${SEARCH_FORMAT}`);
    return new Search(lunr, start, readFile, readJson);
  }

  /** @param {Lunr} lunr @param {Start} start @param {ReadFile} readFile @param {(name: string) => Promise<any>} readJson */
  constructor(lunr, start, readFile, readJson) {
    this.#start = start;
    this.#tokens = new Tokens(start.rules);
    /** @type {(name: string, description: Description) => Lexicon} */
    const openLexicon = (name, description) =>
      new Lexicon(lunr, description, start.papers, (number) => readFile(fill(SEARCH_PIECE, name, number)), () => readFile(fill(SEARCH_LENGTHS, name)));
    this.#said = openLexicon(SAID, start.said);
    this.#named = openLexicon(NAMED, start.named);
    /** @type {Titles<Word>} */
    this.#titles = new Titles(start.titles, (number) => readJson(fill(SEARCH_TITLES, number)));
    this.#facets = new Facets(start);
    this.#reading = new Reading(start, this.#tokens, this.#said, this.#named);
    this.#ranking = new Ranking(start.papers, this.#reading, this.#titles, this.#said);
    /** @type {(paper: number) => Promise<Texts>} */
    this.#readText = (paper) => readJson(fill(SEARCH_TEXTS, paper));
    this.#phrases = new Phrases(this.#tokens, this.#titles, this.#readText);
  }

  // What is found, best first. With `pause` nothing is being typed just now; `sort` is a fact's name, or else it is by relevance.
  /** @type {(text: string, options?: {pause?: boolean, sort?: string}) => Promise<Found>} */
  async find(text, { pause = false, sort = "" } = {}) {
    const query = this.#parse(text);
    const reading = await this.#reading.read(query.parts, { pause });
    const counted = reading.words.filter((word) => !word.light);
    const found = this.#reading.weigh(counted);
    const constraints = await this.#constraints(query);
    const matched = counted.length > 0 ? this.#ranking.score(reading, counted, found) : this.#browsed(constraints);
    const passed = matched.filter(({ paper }) => constraints.every(({ passes }) => passes(paper)));
    const phrases = query.parts.filter(({ isPhrase }) => isPhrase);
    const { hits: saying, unread } = await this.#phrases.filter(phrases.map(({ text: phrase }) => phrase), passed);
    const ranked = await this.#ranking.rank(saying, reading.words);
    const complete = ranked.filter(({ missing }) => missing.length === 0);
    const isNarrowed = constraints.length + phrases.length > 0;
    const near = isNarrowed || sort ? [] : this.#ranking.near(ranked);
    return {
      hits: [...this.#inOrder(ranked, sort, counted), ...near],
      complete: complete.length,
      near: near.length,
      corrected: reading.corrected,
      meant: reading.meant,
      unknown: counted.filter((_, i) => found[i].size === 0).map(({ word }) => word),
      unread,
      senseless: constraints.filter(({ isSenseless }) => isSenseless).map(({ typed }) => typed),
      filters: query.filters.map((filter) => ({ ...filter, ...this.#facets.name(filter) })),
      drops: ranked.length === 0 ? dropConstraints(constraints, phrases, matched) : dropWords(counted, found, passed),
      facets: this.#facets.count(this.#counted(text, ranked, complete)),
      ways: listWays(counted),
    };
  }

  // Step by step, what makes later queries quick: reads what the ranking of every query reads, and asks for some titles and for a
  // misspelt word of each, for what runs for the first time runs slowly. Fetches nothing that a first query does not: titles with
  // numbers would.
  async *prepare() {
    await this.#titles.load([0]);
    if (this.#said.isOnePiece) await this.#said.loadVectors();
    const papers = this.#titles.loaded();
    for (const paper of papers) this.#ranking.prepare(paper);
    if (!this.#said.isOnePiece) return;
    const titles = papers.map((paper) => this.#titles.get(paper).title).filter((title) => !/[0-9]/.test(title));
    for (const title of titles.slice(0, REHEARSALS)) {
      this.#said.nearest(`${this.#reading.words(title)[0]?.word}x`);
      yield await this.find(title, { pause: true });
    }
  }

  // Papers whose title has every word, the last one perhaps unfinished: what can be said before the index is there.
  /** @type {(text: string) => Promise<Hit[]>} */
  async findTitles(text) {
    await this.#titles.load([0]);
    /** @type {(title: string) => Word[]} */
    const read = (title) => this.#reading.words(title);
    const words = this.#parse(text).parts.flatMap((part) => read(part.text));
    /** @type {(paper: number, word: string) => boolean} */
    const says = (paper, word) => this.#titles.words(paper, read).some((each) => each.word.startsWith(word));
    /** @type {(paper: number) => boolean} */
    const has = (paper) => words.every(({ word }) => says(paper, word));
    return words.length > 0 ? this.#titles.loaded().filter(has).map((paper) => ({ paper, missing: [] })) : [];
  }

  // What the text being typed may lead to.
  /** @type {(text: string) => Suggestion[]} */
  suggest(text) {
    const titles = this.#titles.loaded().map((paper) => this.#titles.get(paper));
    return suggest(text, this.#facets.chips(), titles, this.#said, (word) => this.#tokens.stem(word));
  }

  /** @type {(hits: Hit[]) => Promise<ShownHit[]>} */
  async describe(hits) {
    await this.#titles.load(hits.map(({ paper }) => paper));
    return hits.map(({ paper, missing, near }) => ({ paper, missing, near, ...this.#titles.get(paper), ...this.#facets.describe(paper) }));
  }

  // The part of a paper's summary or abstract that says most of what `ways` list.
  /** @type {(paper: number, ways: string[][]) => Promise<Snippet>} */
  async snippet(paper, ways) {
    return cutSnippet(await this.#readText(paper), ways, this.#tokens, (word) => this.#reading.isStop(word));
  }

  // Without words to weigh hits by, the newest come first.
  /** @type {(ranked: RankedHit[], sort: string, counted: Word[]) => RankedHit[]} */
  #inOrder(ranked, sort, counted) {
    return sort || counted.length === 0 ? this.#facets.sort(ranked, sort || "date") : ranked;
  }

  // The papers that facets count: where nothing is asked all of them.
  /** @type {(text: string, ranked: Hit[], complete: Hit[]) => number[]} */
  #counted(text, ranked, complete) {
    if (!text.trim()) return this.#all();
    return (complete.length > 0 ? complete : ranked).map(({ paper }) => paper);
  }

  /** @type {(text: string) => Query} */
  #parse(text) {
    return parseQuery(text, [...this.#facets.fields, AUTHOR]);
  }

  #all() {
    return Array.from({ length: this.#start.papers }, (_, paper) => paper);
  }

  /** @type {(constraints: Constraint[]) => RankedHit[]} */
  #browsed(constraints) {
    return constraints.length > 0 ? this.#all().map((paper) => ({ paper, missing: [], score: 0, tier: 1 })) : [];
  }

  // A filter of what is not here lets nothing pass.
  /** @type {(query: Query) => Promise<Constraint[]>} */
  async #constraints({ filters, without }) {
    /** @type {Constraint[]} */
    const constraints = [];
    for (const filter of filters) {
      const passes = filter.field === AUTHOR ? await this.#byAuthor(filter) : this.#facets.test(filter);
      constraints.push({ typed: filter.typed, passes: passes ?? (() => filter.not), isSenseless: !passes });
    }
    for (const { value, typed } of without) {
      const saying = await this.#saying(value);
      constraints.push({ typed, passes: (paper) => !saying.has(paper), isSenseless: false });
    }
    return constraints;
  }

  // The papers that say the text, several words in this order.
  /** @type {(text: string) => Promise<Set<number>>} */
  async #saying(text) {
    const holding = await this.#holding(text, [this.#said, this.#named]);
    if (this.#reading.words(text).length < 2) return holding;
    const { hits } = await this.#phrases.filter([text], [...holding].map((paper) => ({ paper, score: 0, tier: 0 })));
    return new Set(hits.map(({ paper }) => paper));
  }

  /** @type {(filter: Filter) => Promise<(paper: number) => boolean>} */
  async #byAuthor({ value, not }) {
    const holding = await this.#holding(value, [this.#named]);
    return (paper) => holding.has(paper) !== not;
  }

  // The papers in which every word of the text is.
  /** @type {(text: string, lexicons: Lexicon[]) => Promise<Set<number>>} */
  async #holding(text, lexicons) {
    const words = this.#reading.words(text);
    const full = words.filter(({ word }) => !this.#reading.isStop(word));
    const terms = (full.length > 0 ? full : words).map(({ stem }) => stem);
    /** @type {Set<number>[]} */
    const holding = terms.map(() => new Set());
    for (const lexicon of lexicons) {
      await lexicon.load(terms);
      terms.forEach((term, i) => lexicon.holding([term]).forEach((paper) => holding[i].add(paper)));
    }
    const [first = new Set(), ...others] = holding;
    return new Set([...first].filter((paper) => others.every((papers) => papers.has(paper))));
  }
}

// The ways in which a paper may have the words, none of them twice.
/** @type {(words: Word[]) => string[][]} */
function listWays(words) {
  const ways = words.flatMap((word) => word.ways.map(({ terms }) => terms));
  return [...new Map(ways.map((terms) => [terms.join(" "), terms])).values()];
}

// For each constraint or phrase, how many papers the query would find without it.
/** @type {(constraints: Constraint[], phrases: Part[], matched: Hit[]) => Drop[]} */
function dropConstraints(constraints, phrases, matched) {
  const all = matched.map(({ paper }) => paper);
  const without = constraints.map((left) => {
    const others = constraints.filter((constraint) => constraint !== left);
    return { typed: left.typed, papers: all.filter((paper) => others.every(({ passes }) => passes(paper))).length };
  });
  const loose = all.filter((paper) => constraints.every(({ passes }) => passes(paper))).length;
  const unquoted = phrases.map(({ typed, text }) => ({ typed, instead: text, papers: loose }));
  return [...unquoted, ...without].filter(({ papers }) => papers > 0);
}

// For each word that no paper has together with all others, how many have all others.
/** @type {(counted: Word[], found: Weighed[], passed: Hit[]) => Drop[]} */
function dropWords(counted, found, passed) {
  if (counted.length < 2 || passed.some(({ missing }) => missing.length === 0)) return [];
  const drops = counted.map(({ part }, i) => ({
    typed: part,
    papers: passed.filter(({ paper }) => found.every((weights, j) => j === i || weights.has(paper))).length,
  }));
  return drops.filter(({ papers }) => papers > 0).sort((a, b) => b.papers - a.papers);
}
