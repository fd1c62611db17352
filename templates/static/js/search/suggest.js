// What the text being typed may lead to: a value of a facet, a method that papers name, a longer word. Pure.

/** @import { Chip } from "./facets.js" */
/** @import { KnownWord, Lexicon } from "./lexicon.js" */
/** @import { Title } from "./titles.js" */

const MOST = 3; // of each kind

// A value of a facet has an address and a look, a method the address of its paper, a word the whole text with it.
/** @typedef {{name: string, url?: string, look?: string, text?: string}} Suggestion */

// `chips` are values of facets, `said` is the lexicon of what papers say, with its `stem`.
/**
 * @param {string} text
 * @param {Chip[]} chips
 * @param {Title[]} titles
 * @param {Lexicon} said
 * @param {(word: string) => string} stem
 * @returns {Suggestion[]}
 */
export function suggest(text, chips, titles, said, stem) {
  const typed = text.trim().toLowerCase();
  const last = /(?<![\p{L}\p{N}.:])\p{L}[\p{L}\p{N}]+$/u.exec(text)?.[0].toLowerCase() ?? "";
  if (typed.length < 2 || /["():]/.test(typed)) return [];
  /** @type {(name: string) => boolean} */
  const begins = (name) => name.toLowerCase().startsWith(typed);
  const named = chips.filter(({ names }) => names.some(begins));
  const words = last ? said.complete(last).filter(([, term]) => term !== stem(last)) : [];
  return [
    ...named.slice(0, MOST).map(({ name, url, look }) => ({ name, url, look })),
    ...nameMethods(titles).filter(({ name }) => begins(name)).slice(0, MOST),
    ...differ(words).slice(0, MOST).map((word) => ({ name: word, text: text.slice(0, -last.length) + word })),
  ];
}

// The names that titles begin with: "Name: what it does".
/** @param {Title[]} titles */
function nameMethods(titles) {
  const named = titles.map(({ title, url }) => ({ name: /^(\S+(?: \S+)?): /.exec(title)?.[1] ?? "", url }));
  return named.filter(({ name }) => name);
}

// One word of each term: forms of one word find the same.
/** @type {(words: KnownWord[]) => string[]} */
function differ(words) {
  const terms = new Set();
  return words.filter(([, term]) => !terms.has(term) && terms.add(term)).map(([word]) => word);
}
