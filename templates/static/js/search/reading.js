// A query's words and all the terms by which papers may have them: in other forms, unfinished, misspelt, run together,
// by other names. Pure.

import { findRuns, Synonyms } from "./synonyms.js";

const MAX_WORDS = 24;
const MAX_LENGTH = 40; // of a word that may be two run together
const MAX_NAME = 3; // words of an author's name
const COMPLETED = 0.5; // what the typed word is only the beginning of, against the word itself
const SAID_INSTEAD = 0.7; // what papers say instead (content/thesaurus.yml), against the word itself
const QUESTION = /\?\s*$|^\s*(?:are|can|could|do|does|how|is|should|what|when|where|which|who|why|will)\s/i;
const YEAR = /^(?:19|20)[0-9]{2}$/;

// A word of a query. `ways` are the terms by which a paper can have it, [{terms, weight}], all terms of a way together
// (a year has besides the papers of that year); a light word need not be found; the open one is the last, while it is being typed; an exact one is quoted, or of an
// address. `part` is the part of the query it was read from, as typed.
class Word {
  light = false;
  open = false;
  exact = false;
  ways = [];

  constructor(word, stem, part = word) {
    this.word = word;
    this.stem = stem;
    this.part = part;
  }
}

export class Reading {
  #tokens;
  #stop;
  #question;
  #synonyms;
  #thesaurus;
  #said;
  #named;
  #dates;

  // `start` is search/start.bin; `said` and `named` are its two lexicons.
  constructor(start, tokens, said, named) {
    this.#tokens = tokens;
    this.#said = said;
    this.#named = named;
    this.#dates = start.facts.dates;
    this.#stop = new Set(start.rules.stop);
    this.#question = new Set(start.rules.question);
    this.#synonyms = new Synonyms(start.synonyms, (word) => tokens.stem(word), this.#stop);
    this.#thesaurus = start.thesaurus.map(([typed, ...others]) => [typed.split(" "), others.map((each) => each.split(" "))]);
  }

  // The words of a text, as they stand.
  words(text) {
    return this.#tokens.words(text).map((word) => new Word(word, this.#tokens.stem(word)));
  }

  // {words, asks, corrected: [{typed, meant}], meant: [{typed, parts, meant}]}: the words of a parsed query with their ways,
  // misspelt ones put right; `meant` are other names that are looked for too, "" where they are other words of the
  // thesaurus. With `pause` nothing is being typed just now.
  async read(query, { pause = false } = {}) {
    const typed = this.#readQuery(query);
    const asks = QUESTION.test(query.parts.map(({ text }) => text).join(" "));
    const isLight = ({ word, exact }) => this.#stop.has(word) || (!exact && asks && this.#question.has(word));
    if (!typed.every(isLight)) for (const word of typed) word.light = isLight(word);
    await this.#load(typed, pause);
    const context = typed.filter((word) => !word.light && this.#has(word.stem)).map((word) => word.stem);
    const fixes = typed.map((word, i) => (this.#isKnown(typed, i) ? null : this.#correct(word, context)));
    fixes.forEach((fix, i) => fix?.words.forEach((word) => (word.part = typed[i].part)));
    const words = typed.flatMap((word, i) => fixes[i]?.words ?? word);
    const meant = this.#addWays(words);
    const corrected = typed.flatMap(({ word }, i) =>
      fixes[i] && !fixes[i].split ? [{ typed: word, meant: fixes[i].words[0].word }] : [],
    );
    return { words, asks, corrected, meant };
  }

  // For each of the words the papers that have it, by number, with what the best of its ways weighs.
  weigh(words) {
    const ways = words.flatMap(({ ways }) => ways.map(({ terms }) => terms));
    const found = [this.#said, this.#named].map((lexicon) => lexicon.weigh(ways));
    let at = 0;
    return words.map(({ word, ways: own }) => {
      const best = new Map(YEAR.test(word) ? this.#publishedIn(word) : []);
      for (const { weight } of own) {
        for (const lexicon of found) keepBest(best, lexicon[at], weight);
        at += 1;
      }
      return best;
    });
  }

  isStop(word) {
    return this.#stop.has(word);
  }

  #publishedIn(year) {
    const papers = this.#dates.flatMap((date, paper) => (date.startsWith(year) ? [paper] : []));
    return papers.map((paper) => [paper, this.#said.rarity(papers.length)]);
  }

  #readQuery({ parts }) {
    const words = parts.flatMap(({ typed, text, isPhrase, isAddress }) => {
      const read = this.#tokens.words(text).map((word) => new Word(word, this.#tokens.stem(word), typed));
      for (const word of read) word.exact = isPhrase || isAddress;
      return read;
    });
    const { isPhrase = true, text = "" } = parts.at(-1) ?? {};
    if (words.length > 0 && !isPhrase && /[^\s\p{P}]$/u.test(text)) words.at(-1).open = true;
    return words.slice(0, MAX_WORDS);
  }

  // Of names and facts only what is needed: few queries hold any.
  async #load(words, pause) {
    const other = this.#synonyms.find(words).flatMap(({ terms }) => terms);
    const runs = this.#runs(words).map(({ joined }) => joined);
    const terms = [...words.map(({ stem }) => stem), ...runs, ...other];
    const beginnings = words.filter(({ open }) => open).map(({ word }) => word);
    await this.#said.load(terms, beginnings);
    const isStrange = ({ word, stem, open, light }) =>
      !light && !this.#said.has(stem) && (pause || !open || this.#said.complete(word).length === 0);
    const mayName = words.some((word) => isStrange(word) && !YEAR.test(word.word)) || (pause && !this.#isSaidTogether(words));
    if (mayName) await this.#named.load(terms, beginnings);
    if (!this.#said.isOnePiece) return; // the parts of a word would be in as many pieces
    const unknown = words.filter((word) => !word.light && !this.#has(word.stem) && !word.open).map(({ word }) => word);
    await this.#said.load(unknown.flatMap((word) => cuts(word).flat().map((part) => this.#tokens.stem(part))));
  }

  // Whether a paper says all the words, or they are too many for a name. If not, they may be one, though papers say each
  // word alone: Tri Dao.
  #isSaidTogether(words) {
    const full = words.filter(({ light }) => !light);
    if (full.length > MAX_NAME) return true;
    const sayings = full.map(
      (word) => new Set(this.#ownWays(word).flatMap(({ terms }) => this.#said.holding(terms))),
    );
    const [first = [], ...others] = sayings;
    return [...first].some((paper) => others.every((papers) => papers.has(paper)));
  }

  #has(term) {
    return this.#said.has(term) || this.#named.has(term);
  }

  #isKnown(words, i) {
    const inRun = ({ run, joined }) => run.includes(words[i]) && this.#has(joined);
    const isTyped = ([typed]) => typed.length === 1 && typed[0] === words[i].stem;
    return (
      words[i].light ||
      words[i].exact ||
      this.#stop.has(words[i].word) ||
      YEAR.test(words[i].word) ||
      this.#ownWays(words[i]).length > 0 ||
      this.#runs(words).some(inRun) ||
      this.#thesaurus.some(isTyped) ||
      this.#synonyms.has(words[i].stem)
    );
  }

  // Adds its ways to every word; returns the other names used, [{typed, parts, meant}].
  #addWays(words) {
    for (const word of words) word.ways.push(...this.#ownWays(word));
    // Neighbours that papers write as one word (4 bit, 4bit): that word stands for each of them.
    for (const { run, joined } of this.#runs(words)) {
      if (this.#has(joined)) for (const word of run) word.ways.push({ terms: [joined], weight: 1 });
    }
    // Where the query has one name of a thing, the other name stands for each word of it.
    const others = this.#synonyms.find(words);
    for (const { run, terms } of others) for (const word of run) word.ways.push({ terms, weight: 1 });
    const instead = this.#saidInstead(words);
    for (const { run, said } of instead) {
      for (const word of run) {
        word.light = false;
        word.ways.push(...said.map((terms) => ({ terms, weight: SAID_INSTEAD })));
      }
    }
    const used = [...others, ...instead].map(({ run, name = "" }) => ({
      typed: run.map(({ word }) => word).join(" "),
      parts: run.map(({ part }) => part).filter((part, i, all) => part !== all[i - 1]),
      meant: name,
    }));
    const isNew = (one, i) => used.findIndex(({ typed, meant }) => typed === one.typed && meant === one.meant) === i;
    return used.filter(isNew);
  }

  #ownWays({ word, stem, open, exact }) {
    const whole = this.#has(stem) ? [{ terms: [stem], weight: 1 }] : [];
    const longer = open && !exact ? [this.#said, this.#named].flatMap((lexicon) => completions(lexicon, word, stem)) : [];
    return [...whole, ...longer];
  }

  // The runs of two and three words, not all of them light, each with the stem of the words written as one.
  #runs(words) {
    const all = [2, 3].flatMap((size) => words.slice(size - 1).map((_, start) => words.slice(start, start + size)));
    const full = all.filter((run) => run.some((word) => !word.light) && !run.some((word) => word.exact));
    return full.map((run) => ({ run, joined: this.#tokens.stem(run.map(({ word }) => word).join("")) }));
  }

  #saidInstead(words) {
    return this.#thesaurus.flatMap(([typed, said]) => findRuns(words, typed).map((run) => ({ run, said })));
  }

  // What an unknown word was meant to be: one word misspelt, or two run together; null if nothing is near. Of equally
  // near words it is the one that papers have most often together with the query's other words.
  #correct({ word, open }, context) {
    const pairs = cuts(word).filter(([first, second]) => this.#areTogether(first, second, open));
    const near = [this.#said, this.#named].flatMap((lexicon) => lexicon.nearest(word));
    const parts = pairs.map((pair) => ({ split: true, words: pair.map((part) => this.words(part)[0]) }));
    const fixes = [...parts, ...near.map(([meant, stem]) => ({ split: false, words: [new Word(meant, stem)] }))];
    const kin = fixes.map((fix) => [this.#kinship(fix.words.map(({ stem }) => stem), context), fix]);
    const fix = kin.sort(([a], [b]) => b - a)[0]?.[1] ?? null;
    if (open && fix?.split) fix.words[1].open = true;
    return fix;
  }

  #areTogether(first, second, open) {
    const stem = this.#tokens.stem(first);
    if (!this.#said.has(stem)) return false;
    const ways = open ? this.#said.complete(second).slice(0, 5) : [];
    const stems = [this.#tokens.stem(second), ...ways.map(([, term]) => term)];
    return stems.some((other) => this.#said.holding([stem, other]).length > 0);
  }

  // How often papers hold `terms` together with a term of `context`, against how often they hold either.
  #kinship(terms, context) {
    const lexicon = terms.every((term) => this.#said.has(term)) ? this.#said : this.#named;
    const holding = lexicon.holding(terms);
    const shared = context.map((term) => {
      const found = new Set(this.#said.holding([term]));
      return found.size ? holding.filter((paper) => found.has(paper)).length / Math.sqrt(found.size) : 0;
    });
    const common = holding.length / 1e6; // decides where there is no context
    return shared.reduce((sum, value) => sum + value, 0) / Math.sqrt(holding.length || 1) + common;
  }
}

function keepBest(best, found, weight) {
  for (const [paper, score] of found) {
    if (weight * score > (best.get(paper) ?? 0)) best.set(paper, weight * score);
  }
}

// The terms that an unfinished word may become. A rare one says no more than all of them together: what is typed is but
// their beginning.
function completions(lexicon, word, stem) {
  const terms = new Set(lexicon.complete(word).map(([, term]) => term).filter((term) => term !== stem));
  const papers = new Set([...terms].flatMap((term) => lexicon.holding([term])));
  const rarity = lexicon.rarity(papers.size);
  return [...terms].map((term) => ({
    terms: [term],
    weight: COMPLETED * Math.min(1, rarity / lexicon.rarity(lexicon.count(term))),
  }));
}

// The ways to cut a word in two; a part of one character is a number.
function cuts(word) {
  if (word.length > MAX_LENGTH) return [];
  const all = [...word].map((_, i) => [word.slice(0, i), word.slice(i)]).slice(1);
  return all.filter((parts) => parts.every((part) => part.length > 1 || /[0-9]/.test(part)));
}
