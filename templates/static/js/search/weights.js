// What terms weigh in the fields of papers, by the formula and to the digits of Lunr's own builder, and Lunr's index made
// of that. Pure: no document, no fetch.

/** @typedef {typeof import("lunr/lunr.min.js").default} Lunr */
// The papers that hold a term, by number, and the counts of each in a byte.
/** @typedef {[papers: number[], counts: Uint8Array]} Posting */
/** @typedef {{name: string, lengths: number[], mean: number, shift: number, mask: number}} Column */

import { B, K1 } from "../shared/contract.js";

const NO_POSITIONS = Object.freeze({});

export class Weights {
  #columns;

  // `fields` are [name, the highest count] in the order of the counts' bits, `lengths` those of each field in every paper.
  /** @param {[name: string, most: number][]} fields @param {number[][]} lengths */
  constructor(fields, lengths) {
    this.#columns = readColumns(fields, lengths);
  }

  // The papers that say a term in the first field.
  /** @type {(posting: Posting) => number[]} */
  saidFirst([papers, counts]) {
    return papers.filter((_, i) => counts[i] & this.#columns[0].mask);
  }

  // What the terms of these postings weigh in each paper, field by field: numbers of terms, each followed by a weight.
  /** @type {(postings: Iterable<Posting>) => number[][]} */
  vectors(postings) {
    /** @type {number[][]} */
    const vectors = this.#columns[0].lengths.map(() => []);
    let number = 0;
    for (const posting of postings) {
      this.#weigh(posting, (_, paper, weight) => vectors[paper].push(number, weight));
      number += 1;
    }
    return vectors;
  }

  // Lunr's index of some terms, sorted.
  /** @param {Lunr} lunr @param {Map<string, Posting>} terms */
  makeIndex(lunr, terms) {
    /** @type {Record<string, InstanceType<Lunr["Vector"]>>} */
    const fieldVectors = {};
    /** @type {Record<string, object>} */
    const invertedIndex = Object.create(null);
    for (const [number, [term, posting]] of [...terms].entries()) {
      /** @type {Record<number, object>[]} */
      const found = this.#columns.map(() => ({}));
      this.#weigh(posting, (column, paper, weight) => {
        found[column][paper] = NO_POSITIONS;
        const vector = (fieldVectors[`${this.#columns[column].name}/${paper}`] ??= new lunr.Vector());
        vector.elements.push(number, weight);
      });
      invertedIndex[term] = { _index: number, ...Object.fromEntries(this.#columns.map(({ name }, i) => [name, found[i]])) };
    }
    return new lunr.Index({
      fields: this.#columns.map(({ name }) => name),
      fieldVectors,
      invertedIndex,
      tokenSet: lunr.TokenSet.fromArray([...terms.keys()]),
      pipeline: new lunr.Pipeline(),
    });
  }

  // Calls `add` for each field, by number, of each paper that says the posting's term.
  /** @type {(posting: Posting, add: (column: number, paper: number, weight: number) => void) => void} */
  #weigh([papers, counts], add) {
    const times = this.#columns.map(({ shift, mask }) => Array.from(counts, (byte) => (byte >> shift) & mask));
    const holding = times.reduce((sum, each) => sum + each.filter(Boolean).length, 0);
    const idf = inverseFrequency(holding, this.#columns[0].lengths.length);
    this.#columns.forEach(({ lengths, mean }, column) => {
      papers.forEach((paper, i) => {
        if (times[column][i] > 0) add(column, paper, weigh(idf, times[column][i], lengths[paper] / mean));
      });
    });
  }
}

// Where each field's counts are in a byte, and how long the field is, in each paper and on average.
/** @type {(fields: [name: string, most: number][], lengths: number[][]) => Column[]} */
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

// How much it says that a paper holds what so many of all hold: Lunr's own formula.
/** @type {(holding: number, papers: number) => number} */
export function inverseFrequency(holding, papers) {
  return Math.log(1 + Math.abs((papers - holding + 0.5) / (holding + 0.5)));
}

// What a term of this inverse frequency weighs that is said so many times, `length` being the field's against the mean.
/** @type {(idf: number, times: number, length: number) => number} */
function weigh(idf, times, length) {
  const exact = (idf * (K1 + 1) * times) / (K1 * (1 - B + B * length) + times);
  return Math.round(exact * 1000) / 1000;
}
