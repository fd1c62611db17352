// The part of a paper's text that answers a query best, with its words marked. Marks come from the text itself. Pure.

const LENGTH = 40; // words
const CHUNK = /\S+/gu;
const CORE = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/u;

/** @import { Tokens } from "./tokens.js" */
/** @typedef {{summary: string, abstract: string}} Texts */
/** @typedef {{text: string, marked: boolean}} Marked */
/** @typedef {{from: "summary" | "abstract", pieces: Marked[]}} Snippet */
// A run without spaces, and the terms it says.
/** @typedef {{chunk: string, said: string[]}} Chunk */
// Some of the chunks, how many terms they say, and whether there are others before and after.
/** @typedef {{said: number, before: boolean, chunks: Chunk[], after: boolean}} Window */

// Some words on from where most of the terms are said. `ways` are lists of terms; those of one list count where they
// follow each other, but for words that `skips` says yes to.
/** @type {(texts: Texts, ways: string[][], tokens: Tokens, skips: (word: string) => boolean) => Snippet} */
export function cutSnippet({ summary, abstract }, ways, tokens, skips) {
  const [short, long] = [summary, abstract].map((text) => findWindow(readChunks(text, ways, tokens, skips)));
  return long.said > short.said ? { from: "abstract", pieces: joinPieces(long) } : { from: "summary", pieces: joinPieces(short) };
}

/** @type {(text: string, ways: string[][], tokens: Tokens, skips: (word: string) => boolean) => Chunk[]} */
function readChunks(text, ways, tokens, skips) {
  /** @type {Chunk[]} */
  const chunks = (text.match(CHUNK) ?? []).map((chunk) => ({ chunk, said: [] }));
  const words = chunks.flatMap(({ chunk, said }) => tokens.words(chunk).map((word) => ({ word, said })));
  const told = words.filter(({ word }) => !skips(word)).map(({ word, said }) => ({ stem: tokens.stem(word), said }));
  for (let start = 0; start < told.length; start++) {
    for (const terms of ways) {
      if (!terms.every((term, i) => told[start + i]?.stem === term)) continue;
      terms.forEach((term, i) => told[start + i].said.push(term));
    }
  }
  return chunks;
}

// The window in which most different terms are said, from a sentence's beginning where there is one near.
/** @type {(chunks: Chunk[]) => Window} */
function findWindow(chunks) {
  /** @type {(start: number) => number} */
  const count = (start) => new Set(chunks.slice(start, start + LENGTH).flatMap(({ said }) => said)).size;
  const starts = chunks.map((_, i) => i).filter((i) => i === 0 || /[.!?]$/.test(chunks[i - 1].chunk));
  const late = chunks.map((_, i) => i).filter((i) => i > 0 && i % 10 === 0 && i + LENGTH <= chunks.length);
  const [start, said] = [...starts, ...late].reduce((best, i) => (count(i) > best[1] ? [i, count(i)] : best), [0, count(0)]);
  return { said, before: start > 0, chunks: chunks.slice(start, start + LENGTH), after: start + LENGTH < chunks.length };
}

/** @type {(window: Window) => Marked[]} */
function joinPieces({ chunks, before, after }) {
  const said = chunks.flatMap((chunk, i) => [plain(i > 0 ? " " : ""), ...markCore(chunk)]);
  /** @type {Marked[]} */
  const pieces = [];
  for (const piece of [plain(before ? "… " : ""), ...said, plain(after ? " …" : "")]) {
    const last = pieces.at(-1);
    if (last?.marked === piece.marked) last.text += piece.text;
    else if (piece.text) pieces.push(piece);
  }
  return pieces;
}

// A chunk that says a term is marked, but for what is no letter or digit around it.
/** @type {(chunk: Chunk) => Marked[]} */
function markCore({ chunk, said }) {
  const core = said.length > 0 ? CORE.exec(chunk) : null;
  if (!core) return [plain(chunk)];
  return [plain(chunk.slice(0, core.index)), { text: core[0], marked: true }, plain(chunk.slice(core.index + core[0].length))];
}

/** @type {(text: string) => Marked} */
function plain(text) {
  return { text, marked: false };
}
