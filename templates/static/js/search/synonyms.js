// Two names for one thing (site_src/search/synonyms.py), looked up by the first word of each: a large site has
// thousands, and a query few. Pure.

/** @import { Word } from "./reading.js" */

export class Synonyms {
  #stem;
  #stop;
  /** @type {Map<string, {place: number, name: string, other: string}[]>} */
  #byFirst = new Map(); // stem of a name's first word -> the names that begin with it, each with its place in all

  // `pairs` are names of words in small letters, with single spaces; `stem(word)` gives a word's term; `stop` are the
  // words that say nothing.
  /** @param {[short: string, full: string][]} pairs @param {(word: string) => string} stem @param {Set<string>} stop */
  constructor(pairs, stem, stop) {
    this.#stem = stem;
    this.#stop = stop;
    const names = pairs.flatMap(([short, full]) => [[short, full], [full, short]]);
    for (const [place, [name, other]] of names.entries()) {
      const first = stem(name.split(" ", 1)[0]);
      const begun = this.#byFirst.get(first) ?? [];
      if (begun.push({ place, name, other }) === 1) this.#byFirst.set(first, begun);
    }
  }

  // The runs of the words that are one name of a thing, and the other name with its terms.
  /** @type {(words: Word[]) => {run: Word[], name: string, terms: string[]}[]} */
  find(words) {
    const firsts = new Set(words.map(({ stem }) => stem));
    const begun = [...firsts].flatMap((first) => this.#byFirst.get(first) ?? []).sort((a, b) => a.place - b.place);
    return begun.flatMap(({ name, other }) =>
      findRuns(words, name.split(" ").map(this.#stem)).map((run) => ({ run, name: other, terms: this.#terms(other) })),
    );
  }

  // Whether a word alone is a name.
  /** @type {(stem: string) => boolean} */
  has(stem) {
    return (this.#byFirst.get(stem) ?? []).some(({ name }) => !name.includes(" "));
  }

  /** @type {(name: string) => string[]} */
  #terms(name) {
    return name.split(" ").filter((word) => !this.#stop.has(word)).map(this.#stem);
  }
}

// The runs of the words that have these stems in this order; quoted words stand for themselves.
/** @type {(words: Word[], stems: string[]) => Word[][]} */
export function findRuns(words, stems) {
  const begun = words.flatMap((word, start) => (word.stem === stems[0] ? [words.slice(start, start + stems.length)] : []));
  return begun.filter((run) => stems.every((stem, i) => run[i]?.stem === stem && !run[i].exact));
}
