// A reader's marks on papers, kept in this browser alone. Event `marks` of the window: they changed.

import { LONGEST_SLUG, SCRIPTS, SLUG } from "../shared/contract.js";

export const SITE = new URL(SCRIPTS.replace(/[^/]+/g, ".."), import.meta.url).href; // as seen from a bundle
const KEY = `distillate-marks-1 ${SITE}`;
export const NAMES = { kept: "Keep", read: "I’ve read it", compared: "Compare" };

/** @typedef {keyof typeof NAMES} List */
// Titles by slug, as added.
/** @typedef {Record<List, Map<string, string>>} Marks */

const WHOLE_SLUG = new RegExp(`^${SLUG}$`);

/** @type {(text: string) => boolean} */
export const isSlug = (text) => text.length <= LONGEST_SLUG && WHOLE_SLUG.test(text);

/** @param {unknown} entry @returns {entry is [slug: string, title: string]} */
const isEntry = (entry) =>
  Array.isArray(entry) &&
  entry.length === 2 &&
  entry.every((part) => typeof part === "string") &&
  isSlug(entry[0]);

// The text may be anything.
/** @type {(text: string) => Marks} */
export function parseMarks(text) {
  /** @type {Record<string, unknown> | null | undefined} */
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    // Nothing is read from it.
  }
  const marks = /** @type {Marks} */ ({});
  for (const list in NAMES) marks[/** @type {List} */ (list)] = new Map([found?.[list]].flat().filter(isEntry));
  return marks;
}

/** @type {(marks: Partial<Marks>) => string} */
export const formatMarks = (marks) => JSON.stringify(marks, (_, value) => (value instanceof Map ? [...value] : value));

export function loadMarks() {
  try {
    return parseMarks(localStorage[KEY]);
  } catch {
    return parseMarks("");
  }
}

// Whether they could be stored.
/** @type {(marks: Marks) => boolean | void} */
export function saveMarks(marks) {
  try {
    localStorage[KEY] = formatMarks(marks);
  } catch {
    return say("Not stored: this browser’s storage is full or off.");
  }
  dispatchEvent(new Event("marks"));
  return true;
}

/** @type {<K extends keyof HTMLElementTagNameMap>(name: K, className?: string, textContent?: string) => HTMLElementTagNameMap[K]} */
export function make(name, className = "", textContent = "") {
  return Object.assign(document.createElement(name), { className, textContent });
}

/** @type {(list: List, slug: string, title: string) => HTMLButtonElement} */
export function makeMark(list, slug, title) {
  const button = make("button", "mark", NAMES[list]);
  button.ariaLabel = `${NAMES[list]}: ${title}`;
  Object.assign(button.dataset, { list, slug, title });
  return button;
}

/** @type {(text: string) => void} */
export function say(text) {
  const said = document.body.appendChild(make("p", "said"));
  said.role = "status";
  setTimeout(() => (said.textContent = text)); // once it is watched
}
