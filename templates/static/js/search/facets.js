// What narrows a search apart from words, as search/start.bin describes it (site_src/facets.py), and how many papers each
// value would leave. Pure.

import { fill } from "../shared/address.js";

/** @import { Filter } from "./query.js" */
/** @import { Hit } from "./ranking.js" */

/**
 * @typedef {object} Facet
 * @property {string} field
 * @property {string} name
 * @property {boolean} oneOf whether a paper has one value
 * @property {boolean} ranges whether a filter may say from which value to which
 * @property {string} chips the address of a value's page where hits show values as chips, and else ""
 * @property {string[][]} values the names of each
 * @property {(number | number[])[]} papers the numbers of each paper's values, a single one as it is
 */

// What papers are sorted by: of each fact a list, by number.
/** @typedef {{date: string[]} & Record<string, (string | number)[]>} Facts */
/** @typedef {{value: string, name: string, count: number}} CountedValue */
/** @typedef {{field: string, name: string, oneOf: boolean, values: CountedValue[]}} FacetCount */

// A value that hits show, with the names it goes by, the address of its page and the class that says its looks.
/** @typedef {{field: string, name: string, names: string[], url: string, look: string}} Chip */

const YEAR = /^[0-9]{4}$/;
const RANGE = /^([0-9]{4})?(-|\.\.)?([0-9]{4})?$/;

export class Facets {
  #facts;
  #facets;

  /** @param {{facts: Facts, facets: Facet[]}} start */
  constructor({ facts, facets }) {
    this.#facts = facts;
    this.#facets = new Map(facets.map((facet) => [facet.field, facet]));
  }

  // The words that stand before a filter.
  get fields() {
    return [...this.#facets.keys()];
  }

  // What a hit shows besides its title.
  /** @type {(paper: number) => {year: string, chips: Chip[]}} */
  describe(paper) {
    const chips = this.#withChips().flatMap((facet) => numbersOf(facet, paper).map((number) => makeChip(facet, number)));
    return { year: this.#facts.date[paper].slice(0, 4), chips };
  }

  // All values that hits show.
  chips() {
    return this.#withChips().flatMap((facet) => facet.values.map((_, number) => makeChip(facet, number)));
  }

  // Whether a paper passes the filter; null for a filter that means nothing here. Authors are for the index to find.
  /** @type {(filter: Filter) => ((paper: number) => boolean) | null} */
  test({ field, value, not }) {
    const facet = this.#facets.get(field);
    const wanted = facet && choose(facet, value);
    if (!facet || !wanted) return null;
    return (paper) => numbersOf(facet, paper).some((number) => wanted.has(number)) !== not;
  }

  // Each facet's values over the papers; those that none has are left out.
  /** @type {(papers: number[]) => FacetCount[]} */
  count(papers) {
    return [...this.#facets.values()].map((facet) => {
      const counts = facet.values.map(() => 0);
      for (const paper of papers) for (const number of numbersOf(facet, paper)) counts[number] += 1;
      const values = facet.values.map(([value, name = value], number) => ({ value, name, count: counts[number] }));
      return { field: facet.field, name: facet.name, oneOf: facet.oneOf, values: values.filter(({ count }) => count > 0) };
    });
  }

  // The papers with all words before those with some; of each, the newest first or what has most. What is not known
  // comes last.
  /** @type {<T extends Hit>(hits: T[], by: string) => T[]} */
  sort(hits, by) {
    /** @type {(string | number)[]} */
    const facts = this.#facts[by] ?? this.#facts.date;
    /** @type {(hit: Hit) => number} */
    const isPart = ({ missing }) => (missing.length > 0 ? 1 : 0);
    return hits.sort((a, b) => isPart(a) - isPart(b) || compare(facts[b.paper], facts[a.paper]));
  }

  // A filter's value and name as `count` has them; the value as typed where facets do not have it.
  /** @type {(filter: Filter) => {value: string, name: string}} */
  name({ field, value }) {
    const facet = this.#facets.get(field);
    const [found = value, name = found] = facet?.values[find(facet, value)] ?? [];
    return { value: found, name };
  }

  #withChips() {
    return [...this.#facets.values()].filter(({ chips }) => chips);
  }
}

/** @type {(facet: Facet, paper: number) => number[]} */
function numbersOf({ papers }, paper) {
  return [papers[paper]].flat();
}

/** @type {(facet: Facet, number: number) => Chip} */
function makeChip({ field, chips, values }, number) {
  const [key, name = key, ...others] = values[number];
  return { field, name, names: [name, ...others], url: fill(chips, key), look: `${field}-${key}` };
}

// The numbers of the values that a filter lets pass; null where it means nothing.
/** @type {(facet: Facet, value: string) => Set<number> | null} */
function choose(facet, value) {
  const range = facet.ranges ? RANGE.exec(value) : null;
  const numbers = range ? within(facet, range) : [find(facet, value)];
  return numbers.includes(-1) ? null : new Set(numbers);
}

// The numbers of the years from the one to the other.
/** @type {(facet: Facet, range: RegExpExecArray) => number[]} */
function within({ values }, [, first = "0000", isOpen, last = isOpen ? "9999" : first]) {
  const years = values.map(([key], number) => ({ key, number })).filter(({ key }) => YEAR.test(key));
  return years.filter(({ key }) => key >= first && key <= last).map(({ number }) => number);
}

// The number of the value that goes by the name; -1 for none.
/** @type {(facet: Facet, name: string) => number} */
function find({ values }, name) {
  return values.findIndex((names) => names.some((each) => fold(each) === fold(name)));
}

/** @type {(name: string) => string} */
function fold(name) {
  return name.toLowerCase().replace(/[\s_-]+/g, "-");
}

/** @type {(a: string | number, b: string | number) => number} */
function compare(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
