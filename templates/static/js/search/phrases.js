// Which papers say a phrase word for word. The index does not know the order of words, so the texts are read. Pure.

const MOST_READ = 300; // texts for one query

/** @import { Word } from "./reading.js" */
/** @import { Texts } from "./snippet.js" */
/** @import { Titles } from "./titles.js" */
/** @import { Tokens } from "./tokens.js" */

export class Phrases {
  #tokens;
  #titles;
  #readText;
  /** @type {Map<number, string[][]>} */
  #texts = new Map();

  /** @param {Tokens} tokens @param {Titles<Word>} titles @param {(paper: number) => Promise<Texts>} readText */
  constructor(tokens, titles, readText) {
    this.#tokens = tokens;
    this.#titles = titles;
    this.#readText = readText;
  }

  // The hits that say every phrase (a text), the best tried first, and how many could not be read or were too many.
  /** @type {<T extends {paper: number, tier: number, score: number}>(phrases: string[], hits: T[]) => Promise<{hits: T[], unread: number}>} */
  async filter(phrases, hits) {
    if (phrases.length === 0) return { hits, unread: 0 };
    const wanted = phrases.map((phrase) => this.#tokens.words(phrase));
    const tried = [...hits].sort((a, b) => a.tier - b.tier || b.score - a.score).slice(0, MOST_READ);
    await this.#titles.load(tried.map(({ paper }) => paper));
    const said = await Promise.all(tried.map(({ paper }) => this.#read(paper)));
    /** @type {(texts: string[][]) => boolean} */
    const says = (texts) => wanted.every((words) => texts.some((text) => holds(text, words)));
    return {
      hits: tried.filter((_, i) => says(said[i] ?? [])),
      unread: hits.length - tried.length + said.filter((texts) => !texts).length,
    };
  }

  // The words of title, summary and abstract; null where the texts cannot be fetched.
  /** @type {(paper: number) => Promise<string[][] | null>} */
  async #read(paper) {
    const known = this.#texts.get(paper);
    if (known) return known;
    const texts = await this.#readText(paper).catch(() => null);
    if (!texts) return null;
    const all = [this.#titles.get(paper).title, texts.summary, texts.abstract];
    const words = all.map((text) => this.#tokens.words(text));
    this.#texts.set(paper, words);
    return words;
  }
}

/** @type {(text: string[], words: string[]) => boolean} */
function holds(text, words) {
  return text.some((_, start) => words.every((word, i) => text[start + i] === word));
}
