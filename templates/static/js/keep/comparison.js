// What a comparison of papers consists of. Pure: no document, no window, no fetch.

import { MOST_COMPARED, OTHER_RESULTS } from "../shared/contract.js";

/** @typedef {{value: string, metric: string, baseline: string, kind: {slug: string, name: string}, quote: string}} Result */

/**
 * A paper as its paper.json has it.
 * @typedef {object} Paper
 * @property {string} slug
 * @property {string} url
 * @property {string} title
 * @property {string} summary
 * @property {string} summary_source
 * @property {string} [published]
 * @property {string[]} [authors]
 * @property {number} [author_count]
 * @property {string} [organisation]
 * @property {string} [venue]
 * @property {{slug: string}[]} techniques
 * @property {Result[]} results
 * @property {{kind: string, url: string}[]} links
 */

// A kind's name with each paper's results of it.
/** @typedef {{slug: string, kind: string, cells: Result[][]}} KindRow */

// `order` gives slugs of kinds. Within that order kinds of several papers come first and other results last.
/** @type {(papers: Pick<Paper, "results">[], order: string[]) => KindRow[]} */
export function groupResults(papers, order) {
  const names = new Map(papers.flatMap(({ results }) => results.map(({ kind }) => [kind.slug, kind.name])));
  const slugs = [...new Set([...order, ...names.keys()])].filter((slug) => names.has(slug));
  const rows = slugs.map((slug) => ({
    slug,
    kind: names.get(slug) ?? "",
    cells: papers.map(({ results }) => results.filter(({ kind }) => kind.slug === slug)),
  }));
  /** @type {(row: KindRow) => boolean} */
  const isShared = ({ slug, cells }) => slug !== OTHER_RESULTS && cells.filter((cell) => cell.length > 0).length > 1;
  return [...rows.filter(isShared), ...rows.filter((row) => !isShared(row))];
}

// The slugs of techniques: those of `all` papers, and of `some`, two or more but not all; in order of first mention.
/** @type {(papers: Pick<Paper, "techniques">[]) => {all: string[], some: string[]}} */
export function shareTechniques(papers) {
  const slugs = papers.map(({ techniques }) => techniques.map(({ slug }) => slug));
  /** @type {(slug: string) => number} */
  const count = (slug) => slugs.filter((of) => of.includes(slug)).length;
  const shared = [...new Set(slugs.flat())].filter((slug) => count(slug) > 1);
  return {
    all: shared.filter((slug) => count(slug) === papers.length),
    some: shared.filter((slug) => count(slug) < papers.length),
  };
}

// The slugs an address asks for, each once, and those beyond what fits side by side; null where it asks for none.
/** @type {(search: string) => {slugs: string[], left: string[]} | null} */
export function parseAddress(search) {
  const asked = new URLSearchParams(search).get("papers");
  if (asked === null) return null;
  const slugs = [...new Set(asked.split(",").map((slug) => slug.trim()))].filter(Boolean);
  return { slugs: slugs.slice(0, MOST_COMPARED), left: slugs.slice(MOST_COMPARED) };
}

/** @type {(slugs: string[]) => string} */
export function formatAddress(slugs) {
  return slugs.length > 0 ? `?papers=${slugs.map(encodeURIComponent).join()}` : "";
}

// The same slugs with one moved a place to the left (-1) or right (1), if there is one.
/** @type {(slugs: string[], slug: string, by: number) => string[]} */
export function move(slugs, slug, by) {
  const at = slugs.indexOf(slug);
  if (at < 0 || !(at + by in slugs)) return slugs;
  const others = slugs.filter((other) => other !== slug);
  return [...others.slice(0, at + by), slug, ...others.slice(at + by)];
}

// Of titles by slug those that have every word typed, at the beginning of a word; none where nothing is typed.
/** @type {(titles: Record<string, string>, typed: string) => [slug: string, title: string][]} */
export function findTitles(titles, typed) {
  const words = fold(typed).split(" ").filter(Boolean);
  if (words.length === 0) return [];
  return Object.entries(titles).filter(([, title]) => words.every((word) => ` ${fold(title)}`.includes(` ${word}`)));
}

/** @type {(text: string) => string} */
function fold(text) {
  return text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ");
}
