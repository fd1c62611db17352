// Titles and addresses of papers, by number, fetched as they are needed (site_src/search/shown.py). Pure.

import { fill } from "../shared/address.js";
import { NOT_OF_SLUGS, PAPER } from "../shared/contract.js";

const BETWEEN = new RegExp(NOT_OF_SLUGS, "g");

/** @typedef {{title: string, url: string}} Title */

// A file of titles; a slug is how many characters it shares with its title, and the rest.
/** @typedef {{titles: string[], slugs: [shared: number, rest: string][]}} TitlesFile */

/** @template Word */
export class Titles {
  #size;
  #fetchTitles;
  /** @type {Map<number, Promise<void>>} */
  #fetching = new Map();
  /** @type {Map<number, Title & {words?: Word[]}>} */
  #papers = new Map();

  // One file covers `size` papers; `fetchTitles(number)` gives what is in it.
  /** @param {number} size @param {(number: number) => Promise<TitlesFile>} fetchTitles */
  constructor(size, fetchTitles) {
    this.#size = size || 1;
    this.#fetchTitles = fetchTitles;
  }

  // Whether it takes one file to have them all, of so many papers.
  /** @type {(papers: number) => boolean} */
  areInOneFile(papers) {
    return papers <= this.#size;
  }

  // Fetches the files that have these papers.
  /** @type {(papers: number[]) => Promise<void>} */
  async load(papers) {
    const wanted = new Set(papers.map((paper) => Math.floor(paper / this.#size)));
    await Promise.all([...wanted].map((number) => this.#load(number)));
  }

  // Of a paper whose file is loaded.
  /** @type {(paper: number) => Title} */
  get(paper) {
    const { title, url } = this.#known(paper);
    return { title, url };
  }

  // The papers whose files are loaded.
  loaded() {
    return [...this.#papers.keys()];
  }

  // The words of a paper's title as `read(title)` has them, read once.
  /** @type {(paper: number, read: (title: string) => Word[]) => Word[]} */
  words(paper, read) {
    const known = this.#known(paper);
    return (known.words ??= read(known.title));
  }

  /** @type {(paper: number) => Title & {words?: Word[]}} */
  #known(paper) {
    const known = this.#papers.get(paper);
    if (!known) throw new Error(`no title of paper ${paper} yet`);
    return known;
  }

  /** @type {(number: number) => Promise<void>} */
  #load(number) {
    const known = this.#fetching.get(number);
    if (known) return known;
    const loaded = this.#fetch(number);
    loaded.catch(() => this.#fetching.delete(number)); // the next query tries again
    this.#fetching.set(number, loaded);
    return loaded;
  }

  /** @type {(number: number) => Promise<void>} */
  async #fetch(number) {
    const { titles, slugs } = await this.#fetchTitles(number);
    for (const [i, title] of titles.entries()) {
      const [shared, rest] = slugs[i];
      const slug = title.toLowerCase().replace(BETWEEN, "-").slice(0, shared) + rest;
      this.#papers.set(number * this.#size + i, { title, url: fill(PAPER, slug) });
    }
  }
}
