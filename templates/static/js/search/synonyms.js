// Two names for one thing (site_src/search/synonyms.py), looked up by the first word of each: a large site has
// thousands, and a query few. Pure.

export class Synonyms {
  #stem;
  #stop;
  #byFirst = new Map(); // stem of a name's first word -> the names that begin with it, each with its place in all

  // `pairs` are names of words in small letters, with single spaces; `stem(word)` gives a word's term; `stop` are the
  // words that say nothing.
  constructor(pairs, stem, stop) {
    this.#stem = stem;
    this.#stop = stop;
    const names = pairs.flatMap(([short, full]) => [[short, full], [full, short]]);
    for (const [place, [name, other]] of names.entries()) {
      const first = stem(name.split(" ", 1)[0]);
      if (!this.#byFirst.has(first)) this.#byFirst.set(first, []);
      this.#byFirst.get(first).push({ place, name, other });
    }
  }

  // [{run, name, terms}]: the runs of the words that are one name of a thing, and the other name with its terms.
  find(words) {
    const firsts = new Set(words.map(({ stem }) => stem));
    const begun = [...firsts].flatMap((first) => this.#byFirst.get(first) ?? []).sort((a, b) => a.place - b.place);
    return begun.flatMap(({ name, other }) =>
      findRuns(words, name.split(" ").map(this.#stem)).map((run) => ({ run, name: other, terms: this.#terms(other) })),
    );
  }

  // Whether a word alone is a name.
  has(stem) {
    return (this.#byFirst.get(stem) ?? []).some(({ name }) => !name.includes(" "));
  }

  #terms(name) {
    return name.split(" ").filter((word) => !this.#stop.has(word)).map(this.#stem);
  }
}

// The runs of the words that have these stems in this order; quoted words stand for themselves.
export function findRuns(words, stems) {
  const runs = words.map((_, start) => words.slice(start, start + stems.length));
  return runs.filter((run) => stems.every((stem, i) => run[i]?.stem === stem && !run[i].exact));
}
