// How the words of a query add up: which papers it finds, and in which order. Pure. Lunr says what a term weighs in a
// paper; tests/js/rankings.json says what is to come before what.

import { compareWith } from "./likeness.js";

/** @import { Lexicon, Weighed } from "./lexicon.js" */
/** @import { Reading, Understood, Word } from "./reading.js" */
/** @import { Titles } from "./titles.js" */
// A paper found, and the words it lacks; a near one has none of them but is like the others.
/** @typedef {{paper: number, missing: string[], near?: boolean}} Hit */
/** @typedef {Hit & {score: number, tier: number}} RankedHit */

const TITLE_BEGINS = 4; // the title begins with the query
const TITLE_HAS = 2; // the title has every word of the query
const TITLES_READ = 60; // those of so many of the best hits
const TITLES_FETCHED = 12; // the same where titles are in many files, those first that may be titled as the query
const LIKE_THE_BEST = 0.2; // what being like the best hits adds, at most, to the best score
const BEST = 5; // hits that say what the best hits are like
const FEW = 10; // fewer hits are followed by papers like them
const ALIKE = 0.1; // the least likeness of such a paper, 1 being the hits' own

export class Ranking {
  #papers;
  #reading;
  #titles;
  #said;

  // `papers` is their number; the others are the search's parts.
  /** @param {number} papers @param {Reading} reading @param {Titles<Word>} titles @param {Lexicon} said */
  constructor(papers, reading, titles, said) {
    this.#papers = papers;
    this.#reading = reading;
    this.#titles = titles;
    this.#said = said;
  }

  // The papers that have any of the counted words; `found` says what each word weighs in which papers.
  /** @type {(understood: Understood, counted: Word[], found: Weighed[]) => RankedHit[]} */
  score({ asks }, counted, found) {
    const shares = counted.map((_, i) => (asks ? 1 : this.#said.rarity(found[i].size)));
    const total = shares.reduce((sum, share) => sum + share, 0);
    const papers = new Set(found.flatMap((weights) => [...weights.keys()]));
    return [...papers].map((paper) => {
      let [sum, covered] = [0, 0];
      /** @type {string[]} */
      const missing = [];
      for (let i = 0; i < counted.length; i++) {
        const weight = found[i].get(paper);
        if (weight === undefined) missing.push(counted[i].word);
        else [sum, covered] = [sum + weight, covered + shares[i]];
      }
      return { paper, missing, score: sum * (covered / total), tier: missing.length === 0 ? 1 : 2 };
    });
  }

  // The hits, best first: papers titled as the query, those with all words, and the others.
  /** @type {(hits: RankedHit[], words: Word[]) => Promise<RankedHit[]>} */
  async rank(hits, words) {
    /** @type {(a: RankedHit, b: RankedHit) => number} */
    const inOrder = (a, b) => a.tier - b.tier || b.score - a.score || a.paper - b.paper;
    hits.sort(inOrder);
    const isOneFile = this.#titles.areInOneFile(this.#papers);
    const top = isOneFile ? hits.slice(0, TITLES_READ) : this.#maybeTitledFirst(hits, words).slice(0, TITLES_FETCHED);
    await this.#titles.load(top.map(({ paper }) => paper));
    for (const hit of top) this.#weighTitle(hit, words);
    hits.sort(inOrder);
    if (this.#said.isOnePiece) await this.#said.loadVectors(); // `near` reads them too
    if (words.filter(({ light }) => !light).length > 1) this.#weighLikeness(hits);
    return hits.sort(inOrder);
  }

  // Reads of a paper what is read once for all queries.
  /** @type {(paper: number) => void} */
  prepare(paper) {
    this.#titleWords(paper);
    if (this.#said.isOnePiece) this.#said.vector(paper);
  }

  // Papers like the few hits, nearest first; none where there are many hits, or no hit to be like.
  /** @type {(hits: RankedHit[]) => Hit[]} */
  near(hits) {
    if (hits.length === 0 || hits.length >= FEW || !this.#said.isOnePiece) return [];
    const likeness = this.#likeness(hits);
    const have = new Set(hits.map(({ paper }) => paper));
    const others = Array.from({ length: this.#papers }, (_, paper) => paper).filter((paper) => !have.has(paper));
    const all = others.map((paper) => ({ paper, missing: [], near: true, score: likeness(paper) }));
    const near = all.filter(({ score }) => score >= ALIKE);
    return near.sort((a, b) => b.score - a.score || a.paper - b.paper).slice(0, FEW - hits.length);
  }

  // The hits, first those whose titles may have every word, as far as the index knows.
  /** @type {(hits: RankedHit[], words: Word[]) => RankedHit[]} */
  #maybeTitledFirst(hits, words) {
    const full = words.filter(({ light }) => !light);
    const titled = full.map(({ ways }) => this.#said.saidFirst(ways.flatMap(({ terms }) => terms)));
    const maybe = new Set(hits.filter(({ paper }) => titled.every((papers) => papers.has(paper))));
    return [...maybe, ...hits.slice(0, TITLES_FETCHED).filter((hit) => !maybe.has(hit))];
  }

  /** @type {(hit: RankedHit, words: Word[]) => void} */
  #weighTitle(hit, words) {
    const said = this.#titleWords(hit.paper);
    /** @type {(word: Word, here: Word | undefined) => boolean | undefined} */
    const fits = (word, here) => here && (here.stem === word.stem || (word.open && here.word.startsWith(word.word)));
    if (words.length > 0 && words.every((word, i) => fits(word, said[i]))) {
      hit.score *= TITLE_BEGINS;
      if (words.length === said.length) hit.tier = 0;
    } else if (words.every((word) => word.light || said.some((here) => fits(word, here)))) {
      hit.score *= TITLE_HAS;
    }
  }

  /** @type {(paper: number) => Word[]} */
  #titleWords(paper) {
    return this.#titles.words(paper, (title) => this.#reading.words(title));
  }

  /** @type {(hits: RankedHit[]) => void} */
  #weighLikeness(hits) {
    if (hits.length === 0 || !this.#said.isOnePiece) return;
    const likeness = this.#likeness(hits);
    const found = hits.map(({ paper }) => likeness(paper));
    const [most, best] = [Math.max(...found), Math.max(...hits.map(({ score }) => score))];
    if (most > 0) hits.forEach((hit, i) => (hit.score += (LIKE_THE_BEST * best * found[i]) / most));
  }

  /** @type {(hits: RankedHit[]) => (paper: number) => number} */
  #likeness(hits) {
    return compareWith(hits.slice(0, BEST), (paper) => this.#said.vector(paper));
  }
}
