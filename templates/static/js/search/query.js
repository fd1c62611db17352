// What a reader types, taken apart: words, "exact phrases", -words, and filters such as year:2024. Whatever is typed is a
// query: what is no syntax, or not yet, is words. Pure.

import { ARXIV_ID } from "../shared/contract.js";

// Everything has with it how it is typed. `parts` are the words, `without` is what no paper found may say.
/** @typedef {{typed: string, text: string, isPhrase: boolean, isAddress: boolean}} Part */
/** @typedef {{field: string, value: string, not: boolean, typed: string}} Filter */
/** @typedef {{parts: Part[], without: {value: string, typed: string}[], filters: Filter[]}} Query */

const PART = /(-?)(?:([a-z]+):)?(?:"([^"]*)"|(\S+))/giu;
const ADDRESS = /^(?:[a-z]+:)?\/\/|^doi:|^[\w-]+(?:\.[\w-]+)+\//i;
const ID = new RegExp(ARXIV_ID);
const DOI = /(?:^|[/:])(10\.[0-9]{4,9}\/(?!arxiv\.)[^\s?#]+)/i; // arXiv gives its papers DOIs of their ids

// A part as it is typed; `name` is the word before a colon.
/** @typedef {{typed: string, name: string, value: string, not: boolean, isPhrase: boolean}} Said */

// `fields` are the words that stand before a filter; one without a value, or not yet, is nothing.
/** @type {(text: string, fields: string[]) => Query} */
export function parseQuery(text, fields) {
  /** @type {Query} */
  const query = { parts: [], without: [], filters: [] };
  for (const { typed, name, value, not, isPhrase } of [...text.matchAll(PART)].map(readMatch)) {
    const field = name.toLowerCase();
    if (fields.includes(field)) query.filters.push({ field, value, not, typed });
    else if (not && /[\p{L}\p{N}]/u.test(value)) query.without.push({ value: name ? `${name}:${value}` : value, typed });
    else query.parts.push(isPhrase ? { typed, text: value, isPhrase, isAddress: false } : readPart(typed));
  }
  return { ...query, parts: query.parts.filter((part) => part.text), filters: query.filters.filter(({ value }) => value) };
}

/** @type {(match: RegExpExecArray) => Said} */
function readMatch([typed, minus, name = "", quoted, bare = ""]) {
  const not = minus !== "" && /^[^-\s]/u.test(typed.slice(1));
  return { typed, name, value: (quoted ?? bare).trim(), not, isPhrase: quoted !== undefined && !name };
}

// An address that names a paper by its DOI or its arXiv id stands for that, wherever it leads.
/** @type {(typed: string) => Part} */
function readPart(typed) {
  const isAddress = ADDRESS.test(typed);
  const [id] = (isAddress && (DOI.exec(typed)?.slice(1) ?? ID.exec(typed))) || [];
  return { typed, text: id ?? typed, isPhrase: false, isAddress };
}

// The text with a part of it, as typed, taken out or put in another's place.
/** @type {(text: string, typed: string, other?: string) => string} */
export function replacePart(text, typed, other = "") {
  const parts = splitParts(text);
  const at = parts.indexOf(typed);
  if (at >= 0) parts.splice(at, 1, ...(other ? [other] : []));
  return parts.join(" ");
}

// The text with neighbouring parts of it, as typed, in quotation marks: these words and no others.
/** @type {(text: string, run: string[]) => string} */
export function quoteParts(text, run) {
  const parts = splitParts(text);
  const at = parts.findIndex((_, start) => run.every((part, i) => parts[start + i] === part));
  if (at >= 0) parts.splice(at, run.length, `"${run.join(" ").replaceAll('"', "")}"`);
  return parts.join(" ");
}

// How a filter is typed.
/** @type {(field: string, value: string, not?: boolean) => string} */
export function formatFilter(field, value, not = false) {
  return `${not ? "-" : ""}${field}:${/[\s"]/.test(value) ? `"${value.replaceAll('"', "")}"` : value}`;
}

/** @type {(text: string) => string[]} */
function splitParts(text) {
  return [...text.matchAll(PART)].map(([part]) => part);
}
