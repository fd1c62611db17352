// What a reader types, taken apart: words, "exact phrases", -words, and filters such as year:2024. Whatever is typed is a
// query: what is no syntax, or not yet, is words. Pure.

import { ARXIV_ID } from "../shared/contract.js";

/**
 * Everything has with it how it is typed. `parts` are the words, `without` is what no paper found may say.
 * @typedef {{typed: string, text: string, isPhrase: boolean, isAddress: boolean}} Part
 * @typedef {{field: string, value: string, not: boolean, typed: string}} Filter
 * @typedef {{parts: Part[], without: {value: string, typed: string}[], filters: Filter[]}} Query
 */

const PART = /(-?)(?:([a-z]+):)?(?:"([^"]*)"|(\S+))/giu;
const ADDRESS = /^(?:[a-z]+:)?\/\/|^doi:|^[\w-]+(?:\.[\w-]+)+\//i;
const ID = new RegExp(ARXIV_ID);

/**
 * @param {string} text
 * @param {Iterable<string>} fields the words that stand before a filter
 */
export function parseQuery(text, fields) {
  const known = new Set(fields);
  /** @type {Query} */
  const query = { parts: [], without: [], filters: [] };
  for (const [typed, minus = "", name = "", quoted, bare = ""] of text.matchAll(PART)) {
    const field = name.toLowerCase();
    const not = minus !== "" && /^[^-\s]/u.test(typed.slice(1));
    const value = (quoted ?? bare).trim();
    if (known.has(field)) {
      if (value) query.filters.push({ field, value, not, typed });
    } else if (not && /[\p{L}\p{N}]/u.test(value)) {
      query.without.push({ value: name ? `${name}:${value}` : value, typed });
    } else if (quoted !== undefined && !name) {
      if (value) query.parts.push({ typed, text: value, isPhrase: true, isAddress: false });
    } else {
      query.parts.push(readPart(typed));
    }
  }
  return query;
}

/**
 * An address that names an arXiv paper stands for its id, wherever it leads.
 * @param {string} typed
 */
function readPart(typed) {
  const isAddress = ADDRESS.test(typed);
  const [id] = (isAddress && ID.exec(typed)) || [];
  return { typed, text: id ?? typed, isPhrase: false, isAddress };
}

/**
 * The text with a part of it, as typed, taken out or put in another's place.
 * @param {string} text
 * @param {string} typed
 */
export function replacePart(text, typed, other = "") {
  const parts = splitParts(text);
  const at = parts.indexOf(typed);
  if (at >= 0) parts.splice(at, 1, ...(other ? [other] : []));
  return parts.join(" ");
}

/**
 * The text with neighbouring parts of it, as typed, in quotation marks: these words and no others.
 * @param {string} text
 * @param {string[]} run
 */
export function quoteParts(text, run) {
  const parts = splitParts(text);
  const at = parts.findIndex((_, start) => run.every((part, i) => parts[start + i] === part));
  if (at >= 0) parts.splice(at, run.length, `"${run.join(" ").replaceAll('"', "")}"`);
  return parts.join(" ");
}

/**
 * How a filter is typed.
 * @param {string} field
 * @param {string} value
 */
export function formatFilter(field, value, not = false) {
  return `${not ? "-" : ""}${field}:${/[\s"]/.test(value) ? `"${value.replaceAll('"', "")}"` : value}`;
}

/** @param {string} text */
function splitParts(text) {
  return [...text.matchAll(PART)].map(([part]) => part);
}
