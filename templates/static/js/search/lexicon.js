// The words and terms of one index, fetched a piece at a time: which papers hold a term, how a word may go on, what a
// misspelt one was meant to be. Pure: no document; files come from the function given.

import { WORDS_PIECE } from "../shared/contract.js";
import { Piece, inverseFrequency } from "./piece.js";
import { unpackLengths } from "./unpack.js";

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
  #lengths;
  #pieces = new Map();
  #fetching = new Map();
  #weights = new Map();

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
    return this.#piece(term)?.has(term) ?? false;
  }

  // How many papers hold the term.
  count(term) {
    return this.#piece(term)?.count(term) ?? 0;
  }

  // How much it says that a paper holds what so many hold (Lunr's inverse document frequency).
  rarity(holding) {
    return inverseFrequency(holding, this.#papers);
  }

  // The papers that hold the term, by number, each with Lunr's score.
  weigh(term) {
    let found = this.#weights.get(term);
    if (!found && this.#piece(term)) {
      found = this.#piece(term).weigh(term);
      this.#weights.set(term, found);
    }
    return found ?? new Map();
  }

  // The papers whose first field says one of the terms.
  saidFirst(terms) {
    return new Set(terms.flatMap((term) => this.#piece(term)?.saidFirst(term) ?? []));
  }

  // The papers that hold every one of the terms, each with the mean of what they weigh.
  weighTogether(terms) {
    if (terms.length === 1) return this.weigh(terms[0]);
    const [first, ...others] = terms.map((term) => this.weigh(term));
    const papers = [...first.keys()].filter((paper) => others.every((found) => found.has(paper)));
    const mean = (paper) => others.reduce((sum, found) => sum + found.get(paper), first.get(paper)) / terms.length;
    return new Map(papers.map((paper) => [paper, mean(paper)]));
  }

  // Fetches what `vector` reads.
  async loadVectors() {
    await this.#load(WORDS_PIECE);
  }

  // What each term but the numbers weighs in a paper (piece.js); for an index in one piece.
  vector(paper) {
    return this.#pieces.get(WORDS_PIECE).vector(paper);
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

  #piece(term) {
    return this.#pieces.get(this.#place(term));
  }

  #load(number) {
    if (!this.#fetching.has(number)) {
      const loaded = Promise.all([this.#fetchPiece(number), this.#loadLengths()]).then(([bytes, lengths]) => {
        this.#pieces.set(number, new Piece(this.#lunr, bytes, this.#description.fields, lengths));
      });
      loaded.catch(() => this.#fetching.delete(number)); // the next query tries again
      this.#fetching.set(number, loaded);
    }
    return this.#fetching.get(number);
  }

  #loadLengths() {
    this.#lengths ??= this.#fetchLengths().then(unpackLengths);
    this.#lengths.catch(() => (this.#lengths = null));
    return this.#lengths;
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
