// Titles and addresses of papers, by number, fetched as they are needed (site_src/search/shown.py). Pure.

import { fill } from "../shared/address.js";
import { NOT_OF_SLUGS, PAPER } from "../shared/contract.js";

const BETWEEN = new RegExp(NOT_OF_SLUGS, "g");

export class Titles {
  #size;
  #fetchTitles;
  #fetching = new Map();
  #papers = new Map();

  // One file covers `size` papers; `fetchTitles(number)` gives what is in it.
  constructor(size, fetchTitles) {
    this.#size = size || 1;
    this.#fetchTitles = fetchTitles;
  }

  // Whether it takes one file to have them all, of so many papers.
  areInOneFile(papers) {
    return papers <= this.#size;
  }

  // Fetches the files that have these papers.
  async load(papers) {
    const wanted = new Set(papers.map((paper) => Math.floor(paper / this.#size)));
    await Promise.all([...wanted].map((number) => this.#load(number)));
  }

  // {title, url} of a paper whose file is loaded.
  get(paper) {
    const { title, url } = this.#papers.get(paper);
    return { title, url };
  }

  // The papers whose files are loaded.
  loaded() {
    return [...this.#papers.keys()];
  }

  // The words of a paper's title as `read(title)` has them, read once.
  words(paper, read) {
    const known = this.#papers.get(paper);
    return (known.words ??= read(known.title));
  }

  #load(number) {
    if (!this.#fetching.has(number)) {
      const loaded = this.#fetchTitles(number).then(({ titles, slugs }) => {
        titles.forEach((title, i) => {
          this.#papers.set(number * this.#size + i, { title, url: fill(PAPER, slug(title, slugs[i])) });
        });
      });
      loaded.catch(() => this.#fetching.delete(number)); // the next query tries again
      this.#fetching.set(number, loaded);
    }
    return this.#fetching.get(number);
  }
}

function slug(title, [shared, rest]) {
  return title.toLowerCase().replace(BETWEEN, "-").slice(0, shared) + rest;
}
