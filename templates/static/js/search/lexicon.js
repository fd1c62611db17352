// The words and terms of one index, fetched a piece at a time: which papers hold a term, how a word may go on, what a
// misspelt one was meant to be. Pure: no document; files come from the function given.

import { WORDS_PIECE } from "../shared/contract.js";
import { unpack, unpackLengths } from "./unpack.js";
import { Weights, inverseFrequency } from "./weights.js";

const MAX_COMPLETIONS = 40; // of a word that is still being typed: the commonest
const MAX_LENGTH = 40; // of a word that may be misspelt
const MAX_PIECES = 2; // fetched for the beginning of one word
const WRONG_START = 0.5; // what a misspelt beginning costs besides
const DOUBLED = 0.5; // what a letter doubled or not doubled costs, any other edit costing 1

export class Lexicon {
  #lunr;
  #description;
  #papers;
  #fetchPiece;
  #fetchLengths;
  #weighing; // a promise of
  #weights;
  #pieces = new Map(); // by number: {words, postings}
  #fetching = new Map();
  #vectors;
  #weighed = new Map(); // the terms of a way -> its papers

  // `description` says the fields and the pieces' first terms (search/start.bin) of an index of so many papers;
  // `fetchPiece(number)` gives a piece's bytes, `fetchLengths()` those of the fields' lengths, both unpacked.
  constructor(lunr, description, papers, fetchPiece, fetchLengths) {
    this.#lunr = lunr;
    this.#description = description;
    this.#papers = papers;
    this.#fetchPiece = fetchPiece;
    this.#fetchLengths = fetchLengths;
  }

  // Whether all but the numbers, which are the first piece, is one piece.
  get isOnePiece() {
    return this.#description.pieces.length === 2;
  }

  // Fetches the pieces that hold these terms, and the words that begin with these beginnings.
  async load(terms, beginnings = []) {
    const wanted = new Set(terms.map((term) => this.#place(term)));
    for (const start of beginnings) {
      const [first, last] = [this.#place(start), this.#place(`${start}\uffff`)];
      for (let n = first; n <= Math.min(last, first + MAX_PIECES - 1); n++) wanted.add(n);
    }
    await Promise.all([...wanted].map((number) => this.#load(number)));
  }

  has(term) {
    return this.#posting(term) !== undefined;
  }

  // How many papers hold the term.
  count(term) {
    return this.#posting(term)?.[0].length ?? 0;
  }

  // How much it says that a paper holds what so many hold (Lunr's inverse document frequency).
  rarity(holding) {
    return inverseFrequency(holding, this.#papers);
  }

  // The papers that hold every one of the terms.
  holding(terms) {
    const [first, ...others] = terms.map((term) => this.#posting(term)?.[0] ?? []);
    const sets = others.map((papers) => new Set(papers));
    return first.filter((paper) => sets.every((papers) => papers.has(paper)));
  }

  // The papers whose first field says one of the terms.
  saidFirst(terms) {
    const postings = terms.map((term) => this.#posting(term)).filter(Boolean);
    return new Set(postings.flatMap((posting) => this.#weights.saidFirst(posting)));
  }

  // For each of the ways, lists of terms, the papers that hold every term, each with the mean of what Lunr has them weigh.
  weigh(ways) {
    const known = ways.filter((terms) => terms.every((term) => this.has(term)));
    const fresh = new Map(known.map((terms) => [terms.join(" "), terms]).filter(([way]) => !this.#weighed.has(way)));
    if (fresh.size > 0) this.#search(fresh);
    return ways.map((terms) => this.#weighed.get(terms.join(" ")) ?? new Map());
  }

  // Lunr searches an index of all the terms for each of the ways.
  #search(ways) {
    const terms = [...new Set([...ways.values()].flat())].sort();
    const index = this.#weights.makeIndex(this.#lunr, terms.map((term) => [term, this.#posting(term)]));
    const presence = this.#lunr.Query.presence.REQUIRED;
    for (const [way, all] of ways) {
      const hits = index.query((query) => all.forEach((term) => query.term(term, { usePipeline: false, presence })));
      const share = 1 / Math.sqrt(all.length); // Lunr's score is the sum, divided by this already
      this.#weighed.set(way, new Map(hits.map(({ ref, score }) => [Number(ref), score * share])));
    }
  }

  // Fetches what `vector` reads.
  async loadVectors() {
    await this.#load(WORDS_PIECE);
  }

  // What each term but the numbers weighs in a paper (weights.js); for an index in one piece.
  vector(paper) {
    this.#vectors ??= this.#weights.vectors(this.#pieces.get(WORDS_PIECE).postings.values());
    return this.#vectors[paper];
  }

  // The commonest words that begin with `start`, as [word, term].
  complete(start) {
    const found = [];
    for (const { words } of this.#pieces.values()) {
      for (let i = firstFrom(words, start); words[i]?.[0].startsWith(start); i++) found.push(words[i]);
    }
    return found.sort((a, b) => this.count(b[1]) - this.count(a[1])).slice(0, MAX_COMPLETIONS);
  }

  // The words that `typed` may have been meant for, as [[word, term]]: those fewest edits away, none if that is more
  // than a word of this length bears.
  nearest(typed) {
    if (typed.length > MAX_LENGTH || /[0-9]/.test(typed) || typed.length < 4) return [];
    let most = typed.length < 8 ? 1 : 2;
    let found = [];
    for (const { words } of this.#pieces.values()) {
      for (const known of words) {
        if (!beginAlike(typed, known[0])) continue;
        const edits = distance(typed, known[0], most) + (typed[0] === known[0][0] ? 0 : WRONG_START);
        if (edits > most) continue;
        if (edits < most) found = [];
        most = edits;
        found.push(known);
      }
    }
    return found;
  }

  // The number of the piece that holds the term, if one does.
  #place(term) {
    const starts = this.#description.pieces;
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= term) low = middle;
      else high = middle;
    }
    return low;
  }

  #posting(term) {
    return this.#pieces.get(this.#place(term))?.postings.get(term);
  }

  #load(number) {
    if (!this.#fetching.has(number)) {
      const loaded = Promise.all([this.#fetchPiece(number), this.#loadWeights()]).then(([bytes]) => {
        this.#pieces.set(number, unpack(bytes, this.#papers));
      });
      loaded.catch(() => this.#fetching.delete(number)); // the next query tries again
      this.#fetching.set(number, loaded);
    }
    return this.#fetching.get(number);
  }

  async #loadWeights() {
    this.#weighing ??= this.#fetchLengths().then((bytes) => {
      this.#weights = new Weights(this.#description.fields, unpackLengths(bytes));
    });
    this.#weighing.catch(() => (this.#weighing = null));
    return this.#weighing;
  }
}

// The place of the first of the sorted `words` that does not come before `start`.
function firstFrom(words, start) {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle][0] < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

// The first letter is seldom wrong, but it may be missing, doubled or swapped with the second.
function beginAlike(a, b) {
  return a[0] === b[0] || a[0] === b[1] || a[1] === b[0];
}

// What it takes to turn one word into the other: a letter more, less or other, or two swapped, each costs 1, a letter
// doubled or not doubled less. More than `most` where it is more than that.
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > 2 * most) return most + 1;
  let [before, last, row] = [[], [], []];
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    let least = (row[0] = i);
    const less = a[i - 1] === a[i - 2] ? DOUBLED : 1;
    for (let j = 1; j <= b.length; j++) {
      const more = b[j - 1] === b[j - 2] ? DOUBLED : 1;
      let edits = Math.min(last[j] + less, row[j - 1] + more, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, before[j - 2] + 1);
      row[j] = edits;
      if (edits < least) least = edits;
    }
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  return last[b.length];
}
