// The part of a paper's text that answers a query best, with its words marked. Marks come from the text itself. Pure.

const LENGTH = 40; // words
const CHUNK = /\S+/gu;
const CORE = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/u;

// {from: "summary" | "abstract", pieces: [{text, marked}]}: some words on from where most of the terms are said. `ways`
// are lists of terms; those of one list count where they follow each other, but for words that `skips` says yes to.
export function cutSnippet({ summary, abstract }, ways, tokens, skips) {
  const cuts = [
    ["summary", summary],
    ["abstract", abstract],
  ].map(([from, text]) => ({ from, ...findWindow(readChunks(text, ways, tokens, skips)) }));
  const best = cuts.reduce((a, b) => (b.said > a.said ? b : a));
  return { from: best.from, pieces: joinPieces(best) };
}

// The text's runs without spaces, each with the terms it says.
function readChunks(text, ways, tokens, skips) {
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
function findWindow(chunks) {
  const count = (start) => new Set(chunks.slice(start, start + LENGTH).flatMap(({ said }) => said)).size;
  const starts = chunks.map((_, i) => i).filter((i) => i === 0 || /[.!?]$/.test(chunks[i - 1].chunk));
  const late = chunks.map((_, i) => i).filter((i) => i > 0 && i % 10 === 0 && i + LENGTH <= chunks.length);
  const [start, said] = [...starts, ...late].reduce((best, i) => (count(i) > best[1] ? [i, count(i)] : best), [0, count(0)]);
  return { said, before: start > 0, chunks: chunks.slice(start, start + LENGTH), after: start + LENGTH < chunks.length };
}

function joinPieces({ chunks, before, after }) {
  const pieces = [{ text: before ? "… " : "", marked: false }];
  const add = (text, marked) => {
    if (pieces.at(-1).marked === marked) pieces.at(-1).text += text;
    else pieces.push({ text, marked });
  };
  for (const [i, { chunk, said }] of chunks.entries()) {
    const core = said.length > 0 ? CORE.exec(chunk) : null;
    if (i > 0) add(" ", false);
    add(core ? chunk.slice(0, core.index) : chunk, false);
    if (core) add(core[0], true);
    if (core) add(chunk.slice(core.index + core[0].length), false);
  }
  if (after) add(" …", false);
  return pieces.filter(({ text }) => text);
}
