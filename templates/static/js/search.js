// From what a reader types to the papers that fit, best first. Pure: no document, no window, no fetch.
// Lunr's index says what a term weighs in a paper; how the words of a query add up is decided here.

import { Lexicon } from "./lexicon.js";
import { Tokens } from "./tokens.js";

const MAX_WORDS = 24;
const COMPLETED = 0.5; // what the typed word is only the beginning of, against the word itself
const TITLE_BEGINS = 4; // the title begins with the query
const TITLE_HAS = 2; // the words of the query follow each other in the title
const QUESTION = /\?\s*$|^\s*(?:are|can|could|do|does|how|is|should|what|when|where|which|who|why|will)\s/i;

// A word of a query. `ways` are the terms by which a paper can have it, [{terms, weight}], all terms of a way together;
// a light word need not be found; the open one is the last, while it is being typed.
class Word {
  light = false;
  open = false;
  ways = [];

  constructor(word, stem) {
    this.word = word;
    this.stem = stem;
  }
}

export class Search {
  #tokens;
  #lexicon;
  #stop;
  #question;
  #titles;
  #places;
  #synonyms;

  // `file` is search/index.json, `papers` says at least the title for every ref (search/papers.json).
  constructor(lunr, file, papers) {
    this.#tokens = new Tokens(file.rules);
    this.#lexicon = new Lexicon(lunr, file, this.#stem);
    this.#stop = new Set(file.rules.stop);
    this.#question = new Set(file.rules.question);
    this.#titles = new Map(file.refs.map((ref) => [ref, this.#read(papers[ref]?.title ?? "")]));
    this.#places = new Map(file.refs.map((ref, place) => [ref, place]));
    this.#synonyms = file.synonyms.map((pair) => pair.map((name) => this.#read(name)));
  }

  // {hits: [{ref, missing}], complete, corrected: [{typed, meant}], unknown}. First come the papers that have all words,
  // `complete` in number, then those that lack the words in `missing`. A word that no paper has is replaced by what it
  // was likely meant to be, or else `unknown`.
  find(text) {
    const typed = this.#readQuery(text);
    const context = typed.filter((word) => !word.light && this.#lexicon.has(word.stem)).map((word) => word.stem);
    const fixes = typed.map((word, i) => (this.#isKnown(typed, i) ? null : this.#lexicon.correct(word.word, context)));
    const words = typed.flatMap((word, i) => fixes[i]?.map((meant) => new Word(meant, this.#stem(meant))) ?? word);
    this.#addWays(words);
    const counted = words.filter((word) => !word.light);
    const hits = this.#rank(words, counted);
    return {
      hits,
      complete: hits.filter((hit) => hit.missing.length === 0).length,
      corrected: typed.flatMap(({ word }, i) => (fixes[i] ? [{ typed: word, meant: fixes[i].join(" ") }] : [])),
      unknown: counted.filter((word) => word.ways.length === 0).map(({ word }) => word),
    };
  }

  #stem = (word) => this.#tokens.stem(word);

  #read(text) {
    return this.#tokens.words(text).map((word) => new Word(word, this.#stem(word)));
  }

  #readQuery(text) {
    const words = this.#read(text).slice(0, MAX_WORDS);
    const asks = QUESTION.test(text);
    const isLight = ({ word }) => this.#stop.has(word) || (asks && this.#question.has(word));
    if (!words.every(isLight)) for (const word of words) word.light = isLight(word);
    if (words.length > 0 && /[^\s\p{P}]$/u.test(text)) words.at(-1).open = true;
    return words;
  }

  #isKnown(words, i) {
    const inRun = ({ run, joined }) => run.includes(words[i]) && this.#lexicon.has(joined);
    return words[i].light || this.#ownWays(words[i]).length > 0 || this.#runs(words).some(inRun);
  }

  #addWays(words) {
    for (const word of words) word.ways.push(...this.#ownWays(word));
    // Neighbours that papers write as one word (4 bit, 4bit): that word stands for each of them.
    for (const { run, joined } of this.#runs(words)) {
      if (this.#lexicon.has(joined)) for (const word of run) word.ways.push({ terms: [joined], weight: 1 });
    }
    // Where the query has one name of a thing, the other name stands for each word of it.
    for (const [short, full] of this.#synonyms) {
      this.#addSynonym(words, short, full);
      this.#addSynonym(words, full, short);
    }
  }

  #ownWays({ word, stem, open }) {
    const longer = open ? this.#lexicon.complete(word).filter((term) => term !== stem) : [];
    const whole = this.#lexicon.has(stem) ? [{ terms: [stem], weight: 1 }] : [];
    return [...whole, ...longer.map((term) => ({ terms: [term], weight: COMPLETED }))];
  }

  // The runs of two and three words, not all of them light, each with the stem of the words written as one.
  #runs(words) {
    const all = [2, 3].flatMap((size) => words.slice(size - 1).map((_, start) => words.slice(start, start + size)));
    const full = all.filter((run) => run.some((word) => !word.light));
    return full.map((run) => ({ run, joined: this.#stem(run.map(({ word }) => word).join("")) }));
  }

  #addSynonym(words, name, other) {
    const terms = other.filter(({ word }) => !this.#stop.has(word)).map(({ stem }) => stem);
    for (const start of words.keys()) {
      const run = words.slice(start, start + name.length);
      if (name.every(({ stem }, i) => run[i]?.stem === stem)) for (const word of run) word.ways.push({ terms, weight: 1 });
    }
  }

  #rank(words, counted) {
    const found = counted.map((word) => this.#weigh(word.ways));
    const refs = new Set(found.flatMap((weights) => [...weights.keys()]));
    const hits = [...refs].map((ref) => {
      const missing = counted.filter((_, i) => !found[i].has(ref)).map(({ word }) => word);
      const title = matchTitle(words, this.#titles.get(ref));
      const sum = found.reduce((total, weights) => total + (weights.get(ref) ?? 0), 0);
      const score = sum * (1 - missing.length / counted.length) * title.factor;
      return { ref, missing, score, tier: title.exact ? 0 : missing.length === 0 ? 1 : 2 };
    });
    const place = ({ ref }) => this.#places.get(ref);
    return hits.sort((a, b) => a.tier - b.tier || b.score - a.score || place(a) - place(b));
  }

  // The papers that have a word, by ref, with what the best of its ways weighs: the mean of the way's terms.
  #weigh(ways) {
    const best = new Map();
    for (const { terms, weight } of ways) {
      const weights = terms.map((term) => this.#lexicon.weigh(term));
      for (const ref of this.#lexicon.together(terms)) {
        const mean = weights.reduce((sum, found) => sum + found.get(ref), 0) / terms.length;
        best.set(ref, Math.max(best.get(ref) ?? 0, weight * mean));
      }
    }
    return best;
  }
}

function matchTitle(words, title) {
  const fits = (word, here) => here && (here.stem === word.stem || (word.open && here.word.startsWith(word.word)));
  const at = title.findIndex((_, start) => words.every((word, i) => fits(word, title[start + i])));
  const factor = at < 0 ? 1 : at === 0 ? TITLE_BEGINS : TITLE_HAS;
  return { factor, exact: at === 0 && words.length === title.length };
}
