// The words and terms of one index, fetched a piece at a time: which papers hold a term, how a word may go on, what a
// misspelt one was meant to be. Pure: no document; files come from the function given.

import { WORDS_PIECE } from "../shared/contract.js";
import { bearableEdits, countEdits } from "./edits.js";
import { unpack, unpackLengths } from "./unpack.js";
import { Weights, inverseFrequency } from "./weights.js";

/** @import { Piece } from "./unpack.js" */
/** @import { Lunr, Posting } from "./weights.js" */
/** @typedef {[word: string, term: string]} KnownWord */
// The names and highest counts of the fields, and the first term of each piece.
/** @typedef {{fields: [name: string, most: number][], pieces: string[]}} Description */
// The papers found, by number, each with what it weighs.
/** @typedef {Map<number, number>} Weighed */

const MAX_COMPLETIONS = 40; // of a word that is still being typed: the commonest
const MAX_PIECES = 2; // fetched for the beginning of one word

export class Lexicon {
  #lunr;
  #description;
  #papers;
  #fetchPiece;
  #fetchLengths;
  /** @type {Promise<void> | null} */
  #weighing = null; // a promise of
  /** @type {Weights | undefined} */
  #weights;
  /** @type {Map<number, Piece>} */
  #pieces = new Map(); // by number
  /** @type {Map<number, Promise<void>>} */
  #fetching = new Map();
  /** @type {number[][] | undefined} */
  #vectors;
  /** @type {Map<string, Weighed>} */
  #weighed = new Map(); // by the terms of a way

  // `description` says the fields and the pieces' first terms (search/start.bin) of an index of so many papers;
  // `fetchPiece(number)` gives a piece's bytes, `fetchLengths()` those of the fields' lengths, both unpacked.
  /**
   * @param {Lunr} lunr
   * @param {Description} description
   * @param {number} papers
   * @param {(number: number) => Promise<Uint8Array>} fetchPiece
   * @param {() => Promise<Uint8Array>} fetchLengths
   */
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
  /** @param {string[]} terms @param {string[]} beginnings */
  async load(terms, beginnings = []) {
    const wanted = new Set(terms.map((term) => this.#place(term)));
    for (const start of beginnings) {
      const [first, last] = [this.#place(start), this.#place(`${start}\uffff`)];
      for (let n = first; n <= Math.min(last, first + MAX_PIECES - 1); n++) wanted.add(n);
    }
    await Promise.all([...wanted].map((number) => this.#load(number)));
  }

  /** @type {(term: string) => boolean} */
  has(term) {
    return this.#posting(term) !== undefined;
  }

  // How many papers hold the term.
  /** @type {(term: string) => number} */
  count(term) {
    return this.#posting(term)?.[0].length ?? 0;
  }

  // How much it says that a paper holds what so many hold (Lunr's inverse document frequency).
  /** @type {(holding: number) => number} */
  rarity(holding) {
    return inverseFrequency(holding, this.#papers);
  }

  // The papers that hold every one of the terms.
  /** @type {(terms: string[]) => number[]} */
  holding(terms) {
    const [first, ...others] = terms.map((term) => this.#posting(term)?.[0] ?? []);
    if (others.length === 0) return first;
    const sets = others.map((papers) => new Set(papers));
    return first.filter((paper) => sets.every((papers) => papers.has(paper)));
  }

  // The papers whose first field says one of the terms.
  /** @type {(terms: string[]) => Set<number>} */
  saidFirst(terms) {
    return new Set([...this.#postings(terms).values()].flatMap((posting) => this.#weights?.saidFirst(posting) ?? []));
  }

  // Of each of the ways, lists of terms, the papers that hold every term, each with the mean of what Lunr has them weigh.
  /** @type {(ways: string[][]) => (way: string[]) => Weighed} */
  weigh(ways) {
    const known = ways.filter((terms) => terms.every((term) => this.has(term)));
    const fresh = known.filter((terms) => !this.#weighed.has(terms.join(" ")));
    if (fresh.length > 0 && this.#weights) this.#search(fresh, this.#weights);
    return (way) => this.#weighed.get(way.join(" ")) ?? new Map();
  }

  // Lunr searches an index of all their terms for each of the ways.
  /** @type {(ways: string[][], weights: Weights) => void} */
  #search(ways, weights) {
    const index = weights.makeIndex(this.#lunr, this.#postings(ways.flat().sort()));
    const presence = this.#lunr.Query.presence.REQUIRED;
    for (const way of ways) {
      const hits = index.query((query) => way.forEach((term) => query.term(term, { usePipeline: false, presence })));
      const share = Math.sqrt(way.length); // by which Lunr has divided the sum already
      this.#weighed.set(way.join(" "), new Map(hits.map(({ ref, score }) => [Number(ref), score / share])));
    }
  }

  // Fetches what `vector` reads.
  async loadVectors() {
    await this.#load(WORDS_PIECE);
  }

  // What each term but the numbers weighs in a paper (weights.js), once they are loaded; for an index in one piece.
  /** @type {(paper: number) => number[]} */
  vector(paper) {
    this.#vectors ??= this.#weights?.vectors(this.#pieces.get(WORDS_PIECE)?.postings.values() ?? []) ?? [];
    return this.#vectors[paper];
  }

  // The commonest words that begin with `start`.
  /** @type {(start: string) => KnownWord[]} */
  complete(start) {
    const found = [];
    for (const { words } of this.#pieces.values()) {
      for (let i = firstFrom(words, start); words[i]?.[0].startsWith(start); i++) {
        found.push({ known: words[i], papers: this.count(words[i][1]) });
      }
    }
    return found.sort((a, b) => b.papers - a.papers).slice(0, MAX_COMPLETIONS).map(({ known }) => known);
  }

  // The words that `typed` may have been meant for: those fewest edits away, none if that is more than a word of this
  // length bears.
  /** @type {(typed: string) => KnownWord[]} */
  nearest(typed) {
    let most = bearableEdits(typed);
    /** @type {KnownWord[]} */
    let found = [];
    if (most === 0) return found;
    for (const { words } of this.#pieces.values()) {
      for (const known of words) {
        const edits = countEdits(typed, known[0], most);
        if (edits > most) continue;
        if (edits < most) found = [];
        most = edits;
        found.push(known);
      }
    }
    return found;
  }

  // The number of the piece that holds the term, if one does.
  /** @type {(term: string) => number} */
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

  /** @type {(term: string) => Posting | undefined} */
  #posting(term) {
    return this.#pieces.get(this.#place(term))?.postings.get(term);
  }

  // The postings of those of the terms that are here.
  /** @type {(terms: string[]) => Map<string, Posting>} */
  #postings(terms) {
    const found = new Map();
    for (const term of terms) {
      const posting = this.#posting(term);
      if (posting) found.set(term, posting);
    }
    return found;
  }

  /** @type {(number: number) => Promise<void>} */
  #load(number) {
    const known = this.#fetching.get(number);
    if (known) return known;
    const loaded = Promise.all([this.#fetchPiece(number), this.#loadWeights()]).then(([bytes]) => {
      this.#pieces.set(number, unpack(bytes, this.#papers));
    });
    loaded.catch(() => this.#fetching.delete(number)); // the next query tries again
    this.#fetching.set(number, loaded);
    return loaded;
  }

  #loadWeights() {
    this.#weighing ??= this.#fetchLengths().then((bytes) => {
      this.#weights = new Weights(this.#description.fields, unpackLengths(bytes));
    });
    this.#weighing.catch(() => (this.#weighing = null));
    return this.#weighing;
  }
}

// The place of the first of the sorted `words` that does not come before `start`.
/** @type {(words: KnownWord[], start: string) => number} */
function firstFrom(words, start) {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle][0] < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
