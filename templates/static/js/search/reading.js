// A query's words and all the terms by which papers may have them: in other forms, unfinished, misspelt, run together,
// by other names. Pure.

import { findRuns, Synonyms } from "./synonyms.js";

/** @import { Lexicon, Weighed } from "./lexicon.js" */
/** @import { Part } from "./query.js" */
/** @import { Start } from "./search.js" */
/** @import { Tokens } from "./tokens.js" */
// Terms by which a paper can have a word, all together, and what they count against the word itself.
/** @typedef {{terms: string[], weight: number}} Way */
// Another name that is looked for too, "" where it is other words of the thesaurus, instead of what is typed in `parts`.
/** @typedef {{typed: string, parts: string[], meant: string}} Meant */
/** @typedef {{typed: string, meant: string}} Corrected */
/** @typedef {{words: Word[], asks: boolean, corrected: Corrected[], meant: Meant[]}} Understood */
/** @typedef {{split: boolean, words: Word[]}} Fix */

const MAX_WORDS = 24;
const MAX_LENGTH = 40; // of a word that may be two run together
const MAX_NAME = 3; // words of an author's name
const COMPLETED = 0.5; // what the typed word is only the beginning of, against the word itself
const SAID_INSTEAD = 0.7; // what papers say instead (content/thesaurus.yml), against the word itself
const QUESTION = /\?\s*$|^\s*(?:are|can|could|do|does|how|is|should|what|when|where|which|who|why|will)\s/i;
const YEAR = /^(?:19|20)[0-9]{2}$/;

// A word of a query, with the ways in which a paper can have it (a year has besides the papers of that year). A light word
// need not be found; the open one is the last, while it is being typed; an exact one is quoted, or of an address. `part`
// is the part of the query it was read from, as typed.
export class Word {
  light = false;
  open = false;
  exact = false;
  /** @type {Way[]} */
  ways = [];

  /** @param {string} word @param {string} stem @param {string} part */
  constructor(word, stem, part = word) {
    this.word = word;
    this.stem = stem;
    this.part = part;
  }
}

export class Reading {
  #tokens;
  #stop;
  #question;
  #synonyms;
  #thesaurus;
  #said;
  #named;
  #dates;

  // `start` is search/start.bin; `said` and `named` are its two lexicons.
  /** @param {Start} start @param {Tokens} tokens @param {Lexicon} said @param {Lexicon} named */
  constructor(start, tokens, said, named) {
    this.#tokens = tokens;
    this.#said = said;
    this.#named = named;
    this.#dates = start.facts.date;
    this.#stop = new Set(start.rules.stop);
    this.#question = new Set(start.rules.question);
    this.#synonyms = new Synonyms(start.synonyms, (word) => tokens.stem(word), this.#stop);
    const all = start.thesaurus.map((names) => names.map((name) => name.split(" ")));
    this.#thesaurus = all.map(([typed, ...instead]) => ({ typed, instead }));
  }

  // The words of a text, as they stand.
  /** @type {(text: string) => Word[]} */
  words(text) {
    return this.#tokens.words(text).map((word) => new Word(word, this.#tokens.stem(word)));
  }

  // The words of a query's parts with their ways, misspelt ones put right. With `pause` nothing is being typed just now.
  /** @type {(parts: Part[], options: {pause: boolean}) => Promise<Understood>} */
  async read(parts, { pause }) {
    const typed = this.#readParts(parts);
    const asks = QUESTION.test(parts.map(({ text }) => text).join(" "));
    /** @type {(word: Word) => boolean} */
    const isLight = ({ word, exact }) => this.#stop.has(word) || (!exact && asks && this.#question.has(word));
    if (!typed.every(isLight)) for (const word of typed) word.light = isLight(word);
    await this.#load(typed, pause);
    const context = typed.filter((word) => !word.light && this.#has(word.stem)).map((word) => word.stem);
    const fixes = typed.map((word) => (this.#isKnown(word, typed) ? null : this.#correct(word, context)));
    fixes.forEach((fix, i) => fix?.words.forEach((word) => (word.part = typed[i].part)));
    const words = typed.flatMap((word, i) => fixes[i]?.words ?? word);
    const meant = this.#addWays(words);
    const corrected = typed.flatMap(({ word }, i) => (fixes[i]?.split === false ? [{ typed: word, meant: fixes[i].words[0].word }] : []));
    return { words, asks, corrected, meant };
  }

  // For each of the words the papers that have it, by number, with what the best of its ways weighs.
  /** @type {(words: Word[]) => Weighed[]} */
  weigh(words) {
    const all = words.flatMap(({ ways }) => ways.map(({ terms }) => terms));
    const weighs = [this.#said, this.#named].map((lexicon) => lexicon.weigh(all));
    return words.map(({ word, ways }) => {
      const best = new Map(YEAR.test(word) ? this.#publishedIn(word) : []);
      for (const { terms, weight } of ways) {
        for (const weigh of weighs) keepBest(best, weigh(terms), weight);
      }
      return best;
    });
  }

  /** @type {(word: string) => boolean} */
  isStop(word) {
    return this.#stop.has(word);
  }

  // The papers of a year, each with what the year weighs.
  /** @type {(year: string) => [paper: number, weight: number][]} */
  #publishedIn(year) {
    const papers = this.#dates.flatMap((date, paper) => (date.startsWith(year) ? [paper] : []));
    return papers.map((paper) => [paper, this.#said.rarity(papers.length)]);
  }

  /** @type {(parts: Part[]) => Word[]} */
  #readParts(parts) {
    const words = parts.flatMap(({ typed, text, isPhrase, isAddress }) => {
      const read = this.#tokens.words(text).map((word) => new Word(word, this.#tokens.stem(word), typed));
      for (const word of read) word.exact = isPhrase || isAddress;
      return read;
    });
    const { isPhrase = true, text = "" } = parts.at(-1) ?? {};
    const last = words.at(-1);
    if (last && !isPhrase && /[^\s\p{P}]$/u.test(text)) last.open = true;
    return words.slice(0, MAX_WORDS);
  }

  // Of names and facts only what is needed: few queries hold any.
  /** @type {(words: Word[], pause: boolean) => Promise<void>} */
  async #load(words, pause) {
    const other = this.#synonyms.find(words).flatMap(({ terms }) => terms);
    const runs = this.#runs(words).map(({ joined }) => joined);
    const terms = [...words.map(({ stem }) => stem), ...runs, ...other];
    const beginnings = words.filter(({ open }) => open).map(({ word }) => word);
    await this.#said.load(terms, beginnings);
    /** @type {(word: Word) => boolean} */
    const isStrange = ({ word, stem, open, light }) =>
      !light && !this.#said.has(stem) && (pause || !open || this.#said.complete(word).length === 0);
    const mayName = words.some((word) => isStrange(word) && !YEAR.test(word.word)) || (pause && !this.#isSaidTogether(words));
    if (mayName) await this.#named.load(terms, beginnings);
    if (!this.#said.isOnePiece) return; // the parts of a word would be in as many pieces
    const unknown = words.filter((word) => !word.light && !this.#has(word.stem) && !word.open).map(({ word }) => word);
    await this.#said.load(unknown.flatMap((word) => cuts(word).flat().map((part) => this.#tokens.stem(part))));
  }

  // Whether a paper says all the words, or they are too many for a name. If not, they may be one, though papers say each
  // word alone: Tri Dao.
  /** @type {(words: Word[]) => boolean} */
  #isSaidTogether(words) {
    const full = words.filter(({ light }) => !light);
    if (full.length > MAX_NAME) return true;
    const sayings = full.map(
      (word) => new Set(this.#ownWays(word).flatMap(({ terms }) => this.#said.holding(terms))),
    );
    const [first = new Set(), ...others] = sayings;
    return [...first].some((paper) => others.every((papers) => papers.has(paper)));
  }

  /** @type {(term: string) => boolean} */
  #has(term) {
    return this.#said.has(term) || this.#named.has(term);
  }

  /** @type {(word: Word, words: Word[]) => boolean} */
  #isKnown(word, words) {
    return (
      word.light ||
      word.exact ||
      this.#stop.has(word.word) ||
      YEAR.test(word.word) ||
      this.#ownWays(word).length > 0 ||
      this.#runs(words).some(({ run, joined }) => run.includes(word) && this.#has(joined)) ||
      this.#thesaurus.some(({ typed: [first, second] }) => first === word.stem && !second) ||
      this.#synonyms.has(word.stem)
    );
  }

  // Adds its ways to every word; returns the other names used.
  /** @type {(words: Word[]) => Meant[]} */
  #addWays(words) {
    for (const word of words) word.ways.push(...this.#ownWays(word));
    // Neighbours that papers write as one word (4 bit, 4bit): that word stands for each of them.
    for (const { run, joined } of this.#runs(words)) {
      if (this.#has(joined)) addWays(run, [[joined]], 1);
    }
    // Where the query has one name of a thing, the other name stands for each word of it.
    const others = this.#synonyms.find(words);
    for (const { run, terms } of others) addWays(run, [terms], 1);
    const instead = this.#saidInstead(words);
    for (const { run, said } of instead) {
      addWays(run, said, SAID_INSTEAD);
      for (const word of run) word.light = false;
    }
    const used = [...others, ...instead.map(({ run }) => ({ run, name: "" }))].map(({ run, name }) => ({
      typed: run.map(({ word }) => word).join(" "),
      parts: run.map(({ part }) => part).filter((part, i, all) => part !== all[i - 1]),
      meant: name,
    }));
    return used.filter((one, i) => used.findIndex(({ typed, meant }) => typed === one.typed && meant === one.meant) === i);
  }

  /** @type {(word: Word) => Way[]} */
  #ownWays({ word, stem, open, exact }) {
    const whole = this.#has(stem) ? [{ terms: [stem], weight: 1 }] : [];
    const longer = open && !exact ? [this.#said, this.#named].flatMap((lexicon) => completions(lexicon, word, stem)) : [];
    return [...whole, ...longer];
  }

  // The runs of two and three words, not all of them light, each with the stem of the words written as one.
  /** @type {(words: Word[]) => {run: Word[], joined: string}[]} */
  #runs(words) {
    const all = [2, 3].flatMap((size) => words.slice(size - 1).map((_, start) => words.slice(start, start + size)));
    const full = all.filter((run) => run.some((word) => !word.light) && !run.some((word) => word.exact));
    return full.map((run) => ({ run, joined: this.#tokens.stem(run.map(({ word }) => word).join("")) }));
  }

  /** @type {(words: Word[]) => {run: Word[], said: string[][]}[]} */
  #saidInstead(words) {
    return this.#thesaurus.flatMap(({ typed, instead }) => findRuns(words, typed).map((run) => ({ run, said: instead })));
  }

  // What an unknown word was meant to be: one word misspelt, or two run together; null if nothing is near. Of equally
  // near words it is the one that papers have most often together with the query's other words.
  /** @type {(word: Word, context: string[]) => Fix | null} */
  #correct({ word, open }, context) {
    const pairs = cuts(word).filter(([first, second]) => this.#areTogether(first, second, open));
    const near = [this.#said, this.#named].flatMap((lexicon) => lexicon.nearest(word));
    const parts = pairs.map((pair) => ({ split: true, words: pair.map((part) => this.words(part)[0]) }));
    const fixes = [...parts, ...near.map(([meant, stem]) => ({ split: false, words: [new Word(meant, stem)] }))];
    const kin = fixes.map((fix) => ({ fix, kinship: this.#kinship(fix.words.map(({ stem }) => stem), context) }));
    const fix = kin.sort((a, b) => b.kinship - a.kinship)[0]?.fix ?? null;
    if (open && fix?.split) fix.words[1].open = true;
    return fix;
  }

  /** @type {(first: string, second: string, open: boolean) => boolean} */
  #areTogether(first, second, open) {
    const stem = this.#tokens.stem(first);
    if (!this.#said.has(stem)) return false;
    const ways = open ? this.#said.complete(second).slice(0, 5) : [];
    const stems = [this.#tokens.stem(second), ...ways.map(([, term]) => term)];
    return stems.some((other) => this.#said.holding([stem, other]).length > 0);
  }

  // How often papers hold `terms` together with a term of `context`, against how often they hold either.
  /** @type {(terms: string[], context: string[]) => number} */
  #kinship(terms, context) {
    const lexicon = terms.every((term) => this.#said.has(term)) ? this.#said : this.#named;
    const holding = lexicon.holding(terms);
    const shared = context.map((term) => {
      const found = new Set(this.#said.holding([term]));
      return found.size ? holding.filter((paper) => found.has(paper)).length / Math.sqrt(found.size) : 0;
    });
    const common = holding.length / 1e6; // decides where there is no context
    return shared.reduce((sum, value) => sum + value, 0) / Math.sqrt(holding.length || 1) + common;
  }
}

// Adds the ways, lists of terms, to each word of a run.
/** @type {(run: Word[], ways: string[][], weight: number) => void} */
function addWays(run, ways, weight) {
  for (const word of run) word.ways.push(...ways.map((terms) => ({ terms, weight })));
}

// Adds to `best` what the papers found weigh, where that is more.
/** @type {(best: Weighed, found: Weighed, weight: number) => void} */
function keepBest(best, found, weight) {
  for (const [paper, score] of found) {
    if (weight * score > (best.get(paper) ?? 0)) best.set(paper, weight * score);
  }
}

// The terms that an unfinished word may become. A rare one says no more than all of them together: what is typed is but
// their beginning.
/** @type {(lexicon: Lexicon, word: string, stem: string) => Way[]} */
function completions(lexicon, word, stem) {
  const terms = new Set(lexicon.complete(word).map(([, term]) => term).filter((term) => term !== stem));
  const papers = new Set([...terms].flatMap((term) => lexicon.holding([term])));
  const rarity = lexicon.rarity(papers.size);
  return [...terms].map((term) => ({
    terms: [term],
    weight: COMPLETED * Math.min(1, rarity / lexicon.rarity(lexicon.count(term))),
  }));
}

// The ways to cut a word in two; a part of one character is a number.
/** @type {(word: string) => string[][]} */
function cuts(word) {
  if (word.length > MAX_LENGTH) return [];
  const all = [...word].map((_, i) => [word.slice(0, i), word.slice(i)]).slice(1);
  return all.filter((parts) => parts.every((part) => part.length > 1 || /[0-9]/.test(part)));
}
