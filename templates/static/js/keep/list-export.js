// Saves a reading list as a file; citations are fetched from the site, one file for each paper.

import { fill } from "../shared/address.js";
import { CITATION_FORMATS, PAPER_CITATION } from "../shared/contract.js";
import { SITE, make } from "./marks.js";
import { count, formatMarkdown, formatSaved, joinCitations, nameFew } from "./list-files.js";

/** @import { Entry } from "./list-files.js" */
/** @import { Marks } from "./marks.js" */

const AT_ONCE = 8; // citations fetched
/** @type {Record<string, string>} */
const NAMES = { ...CITATION_FORMATS, md: "Markdown", json: "JSON" };

// Saves the entries in the format, as JSON all that `marks` list; what to tell the reader of it.
/** @type {(format: string, wanted: Entry[], marks: Marks) => Promise<string>} */
export async function exportAs(format, wanted, marks) {
  if (format === "json") download(format, formatSaved(marks));
  if (format === "md") download(format, formatMarkdown(wanted, SITE));
  const missing = format in CITATION_FORMATS ? await exportCitations(wanted, format) : [];
  const lost = nameFew(missing.map(({ title }) => `“${title}”`));
  const saved = `${count(wanted.length - missing.length)} saved as ${NAMES[format]}.`;
  return lost ? `${saved} No citation could be loaded of ${lost}.` : saved;
}

// The entries without a citation.
/** @type {(wanted: Entry[], format: string) => Promise<Entry[]>} */
async function exportCitations(wanted, format) {
  /** @type {string[]} */
  const texts = [];
  for (let start = 0; start < wanted.length; start += AT_ONCE) {
    const some = wanted.slice(start, start + AT_ONCE);
    texts.push(...(await Promise.all(some.map(({ slug }) => fetchText(fill(PAPER_CITATION, slug, format))))));
  }
  const found = texts.filter(Boolean);
  if (found.length > 0) download(format, joinCitations(found));
  return wanted.filter((_, i) => !texts[i]);
}

// The file's text; "" where it is not there or cannot be loaded.
/** @type {(path: string) => Promise<string>} */
export async function fetchText(path) {
  const response = await fetch(SITE + path).catch(() => null);
  return response?.ok ? response.text() : "";
}

/** @type {(format: string, text: string) => void} */
function download(format, text) {
  const link = make("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = `reading-list.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // some browsers read it late
}
