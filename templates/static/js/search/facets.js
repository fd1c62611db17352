// What narrows a search apart from words, as search/start.bin describes it (site_src/facets.py), and how many papers each
// value would leave. Pure.

import { fill } from "../shared/address.js";

/**
 * `papers` are the numbers of each paper's values, a single one as it is; `chips` is the address of a value's page where
 * hits show values as chips, and else "".
 * @typedef {{field: string, name: string, oneOf: boolean, ranges: boolean, chips: string, values: string[][],
 *   papers: (number | number[])[]}} Facet
 * @typedef {{field: string, value: string, not: boolean, typed: string}} Filter
 * @typedef {{field: string, name: string, names: string[], url: string, look: string}} Chip
 * @typedef {{paper: number, missing: string[]}} Hit
 */

const YEAR = /^[0-9]{4}$/;
const RANGE = /^([0-9]{4})?(-|\.\.)?([0-9]{4})?$/;

export class Facets {
  /** @type {{dates: string[], votes: number[]}} */
  #facts;
  /** @type {Map<string, Facet>} */
  #facets;

  /** @param {{facts: {dates: string[], votes: number[]}, facets: Facet[]}} start search/start.bin */
  constructor({ facts, facets }) {
    this.#facts = facts;
    this.#facets = new Map(facets.map((facet) => [facet.field, facet]));
  }

  /** The words that stand before a filter. */
  get fields() {
    return [...this.#facets.keys()];
  }

  /**
   * What a hit shows besides its title.
   * @param {number} paper
   */
  describe(paper) {
    const chips = this.#withChips().flatMap((facet) => numbersOf(facet, paper).map((number) => makeChip(facet, number)));
    return { year: (this.#facts.dates[paper] ?? "").slice(0, 4), chips };
  }

  /** All values that hits show as chips, with the names they go by. */
  chips() {
    return this.#withChips().flatMap((facet) => facet.values.map((_, number) => makeChip(facet, number)));
  }

  /**
   * Whether a paper passes the filter; null for a filter that means nothing here. Authors are for the index to find.
   * @param {Filter} filter
   * @returns {((paper: number) => boolean) | null}
   */
  test({ field, value, not }) {
    const facet = this.#facets.get(field);
    const wanted = facet && choose(facet, value);
    if (!facet || !wanted) return null;
    return (paper) => numbersOf(facet, paper).some((number) => wanted.has(number)) !== not;
  }

  /**
   * Each facet's values over the papers; those that none has are left out.
   * @param {number[]} papers
   */
  count(papers) {
    return [...this.#facets.values()].map((facet) => {
      const counts = facet.values.map(() => 0);
      for (const paper of papers) for (const number of numbersOf(facet, paper)) counts[number] = (counts[number] ?? 0) + 1;
      const values = facet.values.map(([value = "", name = value], number) => ({ value, name, count: counts[number] ?? 0 }));
      return { field: facet.field, name: facet.name, oneOf: facet.oneOf, values: values.filter(({ count }) => count > 0) };
    });
  }

  /**
   * The papers with all words before those with some; of each, the newest or most voted for first. What is not known
   * comes last.
   * @template {Hit} T
   * @param {T[]} hits
   * @param {string} by
   */
  sort(hits, by) {
    /** @type {(string | number)[]} */
    const facts = by === "votes" ? this.#facts.votes : this.#facts.dates;
    const isPart = (/** @type {T} */ { missing }) => (missing.length > 0 ? 1 : 0);
    return hits.sort((a, b) => isPart(a) - isPart(b) || compare(facts[b.paper] ?? "", facts[a.paper] ?? ""));
  }

  /**
   * A filter's value and name as `count` has them; the value as typed where facets do not have it.
   * @param {Filter} filter
   */
  name({ field, value }) {
    const facet = this.#facets.get(field);
    const [found = value, name = found] = (facet && facet.values[find(facet, value)]) ?? [];
    return { value: found, name };
  }

  #withChips() {
    return [...this.#facets.values()].filter(({ chips }) => chips);
  }
}

/**
 * @param {Facet} facet
 * @param {number} paper
 */
function numbersOf({ papers }, paper) {
  return [papers[paper] ?? []].flat();
}

/**
 * @param {Facet} facet
 * @param {number} number
 * @returns {Chip}
 */
function makeChip({ field, chips, values }, number) {
  const [key = "", name = key, ...others] = values[number] ?? [];
  return { field, name, names: [name, ...others], url: fill(chips, key), look: `${field}-${key}` };
}

/**
 * The numbers of the values that a filter lets pass; null where it means nothing.
 * @param {Facet} facet
 * @param {string} value
 */
function choose(facet, value) {
  const range = facet.ranges ? RANGE.exec(value) : null;
  const numbers = range ? within(facet, range) : [find(facet, value)];
  return numbers.includes(-1) ? null : new Set(numbers);
}

/**
 * The numbers of the years from the one to the other.
 * @param {Facet} facet
 * @param {RegExpExecArray} range
 */
function within({ values }, [, first = "0000", isOpen, last = isOpen ? "9999" : first]) {
  const years = values.map(([key = ""], number) => ({ key, number })).filter(({ key }) => YEAR.test(key));
  return years.filter(({ key }) => key >= first && key <= last).map(({ number }) => number);
}

/**
 * The number of the value that goes by the name; -1 for none.
 * @param {Facet} facet
 * @param {string} name
 */
function find({ values }, name) {
  return values.findIndex((names) => names.some((each) => fold(each) === fold(name)));
}

/** @param {string} name */
function fold(name) {
  return name.toLowerCase().replace(/[\s_-]+/g, "-");
}

/**
 * @param {string | number} a
 * @param {string | number} b
 */
function compare(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
