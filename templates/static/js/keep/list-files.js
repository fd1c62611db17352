// A reading list as files, and back. Pure: no document, no window, no fetch. Marks are as in marks.js.

import { fill } from "../shared/address.js";
import { PAPER } from "../shared/contract.js";
import { formatMarks, parseMarks } from "./marks.js";

/** @import { Marks } from "./marks.js" */
/** @typedef {{slug: string, title: string, kept: boolean, read: boolean}} Entry */
// What a merge took, had already and did not know, as slugs.
/** @typedef {{taken: string[], present: string[], unknown: string[]}} Merge */

const FORMAT = "distillate-reading-list";
const FEW = 5; // names in a message
const LISTS = /** @type {const} */ (["kept", "read"]);

// What is kept, then what is only read; each in order of adding.
/** @type {(marks: Marks) => Entry[]} */
export function listEntries({ kept, read }) {
  const all = new Map([...kept, ...[...read].filter(([slug]) => !kept.has(slug))]);
  return [...all].map(([slug, title]) => ({ slug, title, kept: kept.has(slug), read: read.has(slug) }));
}

// The entries that are shown: `filter` is all, unread or read; `order` is newest, oldest or title.
/** @type {(entries: Entry[], filter: string, order: string) => Entry[]} */
export function chooseEntries(entries, filter, order) {
  const chosen = entries.filter(({ read }) => filter === "all" || read === (filter === "read"));
  if (order === "title") return chosen.sort((a, b) => a.title.localeCompare(b.title, "en"));
  return order === "newest" ? chosen.reverse() : chosen;
}

// A task list: `- [x]` is a paper that was read.
/** @type {(entries: Entry[], site: string) => string} */
export function formatMarkdown(entries, site) {
  const lines = entries.map(({ slug, title, read }) => `- [${read ? "x" : " "}] [${escape(title)}](${site}${fill(PAPER, slug)})\n`);
  return `# Reading list\n\n${lines.join("")}`;
}

/** @type {(text: string) => string} */
function escape(text) {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>&$~#|]/g, "\\$&");
}

// The whole list, for `parseSaved`; what is compared is not part of it.
/** @type {(marks: Marks) => string} */
export function formatSaved({ kept, read }) {
  const { kept: keptPairs, read: readPairs } = JSON.parse(formatMarks({ kept, read }));
  return `${JSON.stringify({ format: FORMAT, version: 1, kept: keptPairs, read: readPairs }, null, 1)}\n`;
}

// Of a saved file its marks and the number of entries that are unreadable, of any other text the problem.
/** @type {(text: string) => {marks: Marks, unreadable: number, problem?: undefined} | {problem: string, marks?: undefined, unreadable?: undefined}} */
export function parseSaved(text) {
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return { problem: "This file is not JSON, so it is no saved reading list." };
  }
  if (found?.format !== FORMAT) return { problem: "This file is no saved reading list." };
  if (found.version !== 1) return { problem: "This file was saved by a newer version of this site, which this one cannot read." };
  const marks = parseMarks(text);
  const entries = LISTS.flatMap((list) => found[list] ?? []).length;
  const readable = LISTS.flatMap((list) => [...marks[list]]).length;
  return { marks, unreadable: entries - readable };
}

// The marks with those of `incoming` added that are of papers in `titles` (slug → title), which wins over titles saved.
/** @type {(marks: Marks, incoming: Marks, titles: Record<string, string>) => Merge & {marks: Marks}} */
export function mergeMarks(marks, incoming, titles) {
  const merged = { ...marks };
  for (const list of LISTS) {
    const known = [...incoming[list].keys()].filter((slug) => Object.hasOwn(titles, slug));
    merged[list] = new Map(marks[list]);
    for (const slug of known) merged[list].set(slug, titles[slug]);
  }
  const slugs = [...new Set(LISTS.flatMap((list) => [...incoming[list].keys()]))];
  /** @type {(slug: string) => boolean} */
  const isUnknown = (slug) => !Object.hasOwn(titles, slug);
  /** @type {(slug: string) => boolean} */
  const isNew = (slug) => LISTS.some((list) => merged[list].has(slug) && !marks[list].has(slug));
  return {
    marks: merged,
    taken: slugs.filter((slug) => !isUnknown(slug) && isNew(slug)),
    present: slugs.filter((slug) => !isUnknown(slug) && !isNew(slug)),
    unknown: slugs.filter(isUnknown),
  };
}

// What a merge did, in a sentence for each part.
/** @type {(merge: Merge & {unreadable: number}) => string} */
export function describeMerge({ taken, present, unknown, unreadable }) {
  const said = [`${count(taken.length)} taken.`];
  if (present.length > 0) said.push(`${count(present.length)} already there.`);
  if (unknown.length > 0) said.push(`Left out, not on this site: ${nameFew(unknown)}.`);
  if (unreadable > 0) said.push(`Left out, unreadable or repeated: ${unreadable} ${unreadable === 1 ? "entry" : "entries"}.`);
  return said.join(" ");
}

/** @type {(names: string[]) => string} */
export function nameFew(names) {
  const more = names.length - FEW;
  return names.slice(0, FEW).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/** @type {(number: number) => string} */
export function count(number) {
  return `${number} ${number === 1 ? "paper" : "papers"}`;
}

// Citation files as one; a RIS record ends in a space that must stay.
/** @type {(texts: string[]) => string} */
export function joinCitations(texts) {
  return texts.map((text) => `${text.replace(/\n+$/, "")}\n`).join("\n");
}
