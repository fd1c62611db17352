// A reader's marks on papers, kept in this browser alone. Event `marks` of the window: they changed.

import { LONGEST_SLUG, SCRIPTS, SLUG } from "../shared/contract.js";

export const SITE = new URL(SCRIPTS.replace(/[^/]+/g, ".."), import.meta.url).href; // as seen from a bundle
const KEY = `distillate-marks-1 ${SITE}`;
export const NAMES = { kept: "Keep", read: "I’ve read it", compared: "Compare" };

const WHOLE_SLUG = new RegExp(`^${SLUG}$`);

export const isSlug = (text) => text.length <= LONGEST_SLUG && WHOLE_SLUG.test(text);

const isEntry = (entry) =>
  Array.isArray(entry) &&
  entry.length === 2 &&
  entry.every((part) => typeof part === "string") &&
  isSlug(entry[0]);

// {kept, read, compared}, each a Map from slug to title, as added. The text may be anything.
export function parseMarks(text) {
  let found;
  try {
    found = JSON.parse(text);
  } catch {}
  const marks = {};
  for (const list in NAMES) marks[list] = new Map([found?.[list]].flat().filter(isEntry));
  return marks;
}

export const formatMarks = (marks) => JSON.stringify(marks, (_, value) => (value instanceof Map ? [...value] : value));

export function loadMarks() {
  try {
    return parseMarks(localStorage[KEY]);
  } catch {
    return parseMarks();
  }
}

// Whether they could be stored.
export function saveMarks(marks) {
  try {
    localStorage[KEY] = formatMarks(marks);
  } catch {
    return say("Not stored: this browser’s storage is full or off.");
  }
  dispatchEvent(new Event("marks"));
  return true;
}

export function make(name, className = "", textContent = "") {
  return Object.assign(document.createElement(name), { className, textContent });
}

export function makeMark(list, slug, title) {
  const button = make("button", "mark", NAMES[list]);
  button.ariaLabel = `${NAMES[list]}: ${title}`;
  Object.assign(button.dataset, { list, slug, title });
  return button;
}

export function say(text) {
  const said = document.body.appendChild(make("p", "said"));
  said.role = "status";
  setTimeout(() => (said.textContent = text)); // once it is watched
}
