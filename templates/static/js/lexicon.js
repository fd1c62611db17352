// What the papers say, term by term: Lunr's index unpacked, the words it knows, and what a misspelt word was meant to be.
// Pure: no document, no window, no fetch.

const MAX_COMPLETIONS = 40; // of a word that is still being typed: the commonest
const MAX_LENGTH = 40; // of a word that may be misspelt

export class Lexicon {
  #words;
  #stop;
  #stem;
  #index;
  #counts;
  #weights = new Map();

  // `file` is search/index.json (site_src/search), `stem` the stemmer that goes with it.
  constructor(lunr, file, stem) {
    this.#words = file.words;
    this.#stop = new Set(file.rules.stop);
    this.#stem = stem;
    ({ index: this.#index, counts: this.#counts } = unpack(lunr, file));
  }

  has(term) {
    return this.#counts.has(term);
  }

  // The papers that hold `term`: their refs, each with Lunr's score.
  weigh(term) {
    let found = this.#weights.get(term);
    if (!found) {
      const hits = this.has(term) ? this.#index.query((query) => query.term(term, { usePipeline: false })) : [];
      found = new Map(hits.map((hit) => [hit.ref, hit.score]));
      this.#weights.set(term, found);
    }
    return found;
  }

  // The terms of the commonest words that begin with `start`.
  complete(start) {
    const terms = new Set();
    for (let i = firstFrom(this.#words, start); this.#words[i]?.startsWith(start); i++) {
      terms.add(this.#stem(this.#words[i]));
    }
    return [...terms].sort((a, b) => this.#counts.get(b) - this.#counts.get(a)).slice(0, MAX_COMPLETIONS);
  }

  // The word, or the two run together, that `word` was meant to be; null if there is none near. Of equally near ones it
  // is the one that papers have most often together with the terms of `context`.
  correct(word, context) {
    if (word.length > MAX_LENGTH) return null;
    const near = this.#nearest(word).map((known) => [known]);
    const candidates = near.length > 0 && distance(word, near[0][0], 1) === 1 ? near : [...near, ...this.#splits(word)];
    const kinships = candidates.map((meant) => [this.#kinship(meant.map(this.#stem), context), meant]);
    return kinships.sort(([a], [b]) => b - a)[0]?.[1] ?? null;
  }

  // The known words fewest edits away, none if that is more than a word of this length bears.
  #nearest(word) {
    let most = /[0-9]/.test(word) || word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    let found = [];
    for (const known of most > 0 ? this.#words : []) {
      if (!beginAlike(word, known) || this.#stop.has(known)) continue;
      const edits = distance(word, known, most);
      if (edits < most) found = [];
      if (edits <= most) found.push(known);
      most = Math.min(most, edits);
    }
    return found;
  }

  // The pairs of words that make up `word` and are both in some paper.
  #splits(word) {
    const cuts = [...word].map((_, i) => i).slice(2, -1);
    const pairs = cuts.map((cut) => [word.slice(0, cut), word.slice(cut)]);
    return pairs.filter((pair) => this.together(pair.map(this.#stem)).length > 0);
  }

  // The refs of the papers that hold every one of `terms`.
  together(terms) {
    const [first, ...others] = terms.map((term) => this.weigh(term));
    return [...first.keys()].filter((ref) => others.every((found) => found.has(ref)));
  }

  // How often papers hold `terms` together with a term of `context`, against how often they hold either.
  #kinship(terms, context) {
    const holding = this.together(terms);
    const shared = context.map((term) => {
      const found = this.weigh(term);
      return holding.filter((ref) => found.has(ref)).length / Math.sqrt(found.size);
    });
    const common = holding.length / 1e6; // decides where there is no context
    return shared.reduce((sum, value) => sum + value, 0) / Math.sqrt(holding.length) + common;
  }
}

// The lunr.Index, and how many fields of papers hold each term.
function unpack(lunr, file) {
  const fields = Object.keys(file.vectors);
  const counts = new Map(file.terms.map((term) => [term, 0]));
  const postings = file.terms.map((_, number) => ({ _index: number, ...Object.fromEntries(fields.map((f) => [f, {}])) }));
  const unpackVector = (field, ref, [distances, tenths]) => {
    let number = 0;
    return distances.flatMap((distance, i) => {
      number += distance;
      postings[number][field][ref] = {};
      counts.set(file.terms[number], counts.get(file.terms[number]) + 1);
      return [number, tenths[i] / 10];
    });
  };
  const index = lunr.Index.load({
    version: lunr.version,
    fields,
    fieldVectors: fields.flatMap((field) =>
      file.refs.map((ref, i) => [`${field}/${ref}`, unpackVector(field, ref, file.vectors[field][i])]),
    ),
    invertedIndex: file.terms.map((term, number) => [term, postings[number]]),
    pipeline: [],
  });
  return { index, counts };
}

// The place of the first of the sorted `words` that does not come before `start`.
function firstFrom(words, start) {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle] < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

// The first letter is seldom wrong, but it may be missing, doubled or swapped with the second.
function beginAlike(a, b) {
  return a[0] === b[0] || a[0] === b[1] || a[1] === b[0];
}

// The edits (a letter more, less or other, or two swapped) between two words; `most` + 1 if they are more.
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}
