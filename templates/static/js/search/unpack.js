// A piece of an index as site_src/search/pack.py packs it, read as far as no weights are needed. Pure.

import { RICE_SHARE } from "../shared/contract.js";

/** @import { Posting } from "./weights.js" */
// Each word with its term, sorted by word, and what holds each term.
/** @typedef {{words: [word: string, term: string][], postings: Map<string, Posting>}} Piece */

// Of an index of so many papers.
/** @type {(bytes: Uint8Array, papers: number) => Piece} */
export function unpack(bytes, papers) {
  const [shared, lines, sizes, gaps, counts] = readSections(bytes);
  const text = new TextDecoder().decode(lines);
  const changes = text ? text.split("\n").map((line) => line.split(" ")) : [];
  const terms = readTerms(shared, changes);
  return { words: readWords(terms, changes), postings: readPostings(terms, numbers(sizes), readBits(gaps), counts, papers) };
}

// The lengths of each field in every paper.
/** @type {(bytes: Uint8Array) => number[][]} */
export function unpackLengths(bytes) {
  return readSections(bytes).map(numbers);
}

/** @type {(bytes: Uint8Array) => Uint8Array[]} */
function readSections(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sections = [];
  for (let at = 0; at < bytes.length; ) {
    const start = at + 4;
    at = start + view.getUint32(at, true);
    sections.push(bytes.subarray(start, at));
  }
  return sections;
}

/** @type {(bytes: Uint8Array) => number[]} */
function numbers(bytes) {
  const read = [];
  let [value, shift] = [0, 0];
  for (const byte of bytes) {
    value |= (byte & 127) << shift;
    shift += 7;
    if (byte < 128) {
      read.push(value);
      [value, shift] = [0, 0];
    }
  }
  return read;
}

/** @type {(shared: Uint8Array, changes: string[][]) => string[]} */
function readTerms(shared, changes) {
  let term = "";
  return changes.map(([rest], i) => (term = term.slice(0, shared[i]) + rest));
}

/** @type {(terms: string[], changes: string[][]) => Piece["words"]} */
function readWords(terms, changes) {
  /** @type {Piece["words"]} */
  const words = terms.flatMap((term, i) => (changes[i][1] ?? "").split(",").map((change) => [changed(term, change), term]));
  return words.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** @type {(term: string, change: string) => string} */
function changed(term, change) {
  const ending = change.replace(/^[0-9]+/, "");
  const cut = Number(change.slice(0, change.length - ending.length));
  return term.slice(0, term.length - cut) + ending;
}

/** @type {(terms: string[], sizes: number[], nextBit: () => number, counts: Uint8Array, all: number) => Piece["postings"]} */
function readPostings(terms, sizes, nextBit, counts, all) {
  /** @type {Piece["postings"]} */
  const postings = new Map();
  let at = 0;
  for (const [i, term] of terms.entries()) {
    const bits = remainderBits(sizes[i], all);
    const papers = [];
    for (let last = -1; papers.length < sizes[i]; papers.push(last)) last += 1 + readRice(nextBit, bits);
    postings.set(term, [papers, counts.subarray(at, at + sizes[i])]);
    at += sizes[i];
  }
  return postings;
}

/** @type {(bytes: Uint8Array) => () => number} */
function readBits(bytes) {
  let at = 0;
  return () => (bytes[at >> 3] >> (7 - (at++ & 7))) & 1;
}

/** @type {(nextBit: () => number, bits: number) => number} */
function readRice(nextBit, bits) {
  let value = 0;
  while (nextBit()) value += 1;
  for (let i = 0; i < bits; i++) value = 2 * value + nextBit();
  return value;
}

/** @type {(holding: number, papers: number) => number} */
function remainderBits(holding, papers) {
  return Math.max(0, 31 - Math.clz32(Math.floor((RICE_SHARE * papers) / holding)));
}
