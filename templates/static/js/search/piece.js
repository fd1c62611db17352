// A piece of an index, turned back into a lunr.Index of the terms asked for. Pure: no document, no fetch.

import { B, K1 } from "../shared/contract.js";
import { unpack } from "./unpack.js";

const NO_POSITIONS = Object.freeze({});

export class Piece {
  // [word, its term], sorted by word
  words;
  #lunr;
  #columns;
  #postings; // term -> [papers, counts of each]
  #vectors;

  // `fields` are [name, the highest count] in the order of the counts' bits, `lengths` those of each field in every paper.
  constructor(lunr, bytes, fields, lengths) {
    const { words, postings } = unpack(bytes, lengths[0].length);
    this.words = words;
    this.#lunr = lunr;
    this.#columns = readColumns(fields, lengths);
    this.#postings = postings;
  }

  has(term) {
    return this.#postings.has(term);
  }

  // How many papers hold the term.
  count(term) {
    return this.#postings.get(term)?.[0].length ?? 0;
  }

  // The papers that hold the term, by number, each with Lunr's score. Lunr searches an index of this term alone: one of
  // all terms takes longer to make than is ever saved.
  weigh(term) {
    if (!this.has(term)) return new Map();
    const index = this.#makeIndex([term], this.#postings.get(term)[0]);
    const hits = index.query((query) => query.term(term, { usePipeline: false }));
    return new Map(hits.map((hit) => [Number(hit.ref), hit.score]));
  }

  // The papers that say the term in the first field.
  saidFirst(term) {
    const [papers, counts] = this.#postings.get(term) ?? [[], []];
    return papers.filter((_, i) => counts[i] & this.#columns[0].mask);
  }

  // What the piece's terms weigh in a paper, field by field: numbers of terms, each followed by a weight.
  vector(paper) {
    this.#vectors ??= this.#readVectors();
    return this.#vectors[paper];
  }

  // Lunr's index of the whole piece, as it serialises itself.
  toJSON() {
    return this.#makeIndex([...this.#postings.keys()], [...this.#columns[0].lengths.keys()]).toJSON();
  }

  #readVectors() {
    const vectors = this.#columns[0].lengths.map(() => []);
    let number = 0;
    for (const posting of this.#postings.values()) {
      weighPosting(this.#columns, posting, (_, paper, weight) => {
        vectors[paper].push(number, weight);
      });
      number += 1;
    }
    return vectors;
  }

  // Lunr's index of some terms and of all the papers that hold one.
  #makeIndex(terms, holding) {
    const elements = this.#columns.map(() => new Map(holding.map((paper) => [paper, []])));
    const invertedIndex = Object.create(null);
    terms.forEach((term, number) => {
      const found = this.#columns.map(() => ({}));
      weighPosting(this.#columns, this.#postings.get(term), (column, paper, weight) => {
        found[column][paper] = NO_POSITIONS;
        elements[column].get(paper).push(number, weight);
      });
      invertedIndex[term] = { _index: number };
      this.#columns.forEach(({ name }, column) => (invertedIndex[term][name] = found[column]));
    });
    const fieldVectors = {};
    this.#columns.forEach(({ name }, column) => {
      elements[column].forEach((each, paper) => (fieldVectors[`${name}/${paper}`] = new this.#lunr.Vector(each)));
    });
    return new this.#lunr.Index({
      fields: this.#columns.map(({ name }) => name),
      fieldVectors,
      invertedIndex,
      tokenSet: this.#lunr.TokenSet.fromArray(terms),
      pipeline: new this.#lunr.Pipeline(),
    });
  }
}

// Where each field's counts are in a byte, and how long the field is, in each paper and on average.
function readColumns(fields, lengths) {
  let shift = 0;
  return fields.map(([name, most], i) => {
    const bits = 32 - Math.clz32(most);
    const mean = lengths[i].reduce((sum, length) => sum + length, 0) / lengths[i].length;
    const column = { name, lengths: lengths[i], mean, shift, mask: 2 ** bits - 1 };
    shift += bits;
    return column;
  });
}

// Calls add(column, paper, weight) for each field of each paper that says a term; weights are computed by the formula
// and to the digits of Lunr's own builder.
function weighPosting(columns, [papers, counts], add) {
  const times = columns.map(({ shift, mask }) => Array.from(counts, (byte) => (byte >> shift) & mask));
  const holding = times.reduce((sum, each) => sum + each.filter(Boolean).length, 0);
  const idf = inverseFrequency(holding, columns[0].lengths.length);
  columns.forEach(({ lengths, mean }, column) => {
    papers.forEach((paper, i) => {
      if (times[column][i] > 0) add(column, paper, weigh(idf, times[column][i], lengths[paper] / mean));
    });
  });
}

// How much it says that a paper holds what so many of all hold: Lunr's own formula.
export function inverseFrequency(holding, papers) {
  return Math.log(1 + Math.abs((papers - holding + 0.5) / (holding + 0.5)));
}

function weigh(idf, times, length) {
  const exact = (idf * (K1 + 1) * times) / (K1 * (1 - B + B * length) + times);
  return Math.round(exact * 1000) / 1000;
}
