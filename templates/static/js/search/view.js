// What a search answered, as elements of a page: cards of papers, what was found, in how many ways it was read.

import { ask } from "./client.js";
import { quoteParts, replacePart } from "./query.js";

/** @import { Chip } from "./facets.js" */
/** @import { Hit } from "./ranking.js" */
/** @import { Answer, ShownHit, SnippetQuestion } from "./search.js" */
/** @import { Suggestion } from "./suggest.js" */
// Asks for what `edit` makes of the text.
/** @typedef {(edit: (text: string) => string) => void} Change */

const { root = "" } = document.documentElement.dataset;
const LONG = 40; // characters of a word to quote
const SLOW = 1.5; // ms for a card, or what changed above it
const WALKING = ["ArrowDown", "ArrowUp", "Escape"]; // keys
const SNIPPETS_AFTER = 150; // ms: for those who type on they would be fetched in vain

/** @type {<K extends keyof HTMLElementTagNameMap>(name: K, className?: string, ...children: (string | Node)[]) => HTMLElementTagNameMap[K]} */
export function make(name, className = "", ...children) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** @type {(className: string, text: string, press: () => void) => HTMLButtonElement} */
export function makeButton(className, text, press) {
  const button = make("button", className, text);
  button.type = "button";
  button.addEventListener("click", press);
  return button;
}

/** @type {(path: string, className: string, text: string) => HTMLAnchorElement} */
function link(path, className, text) {
  const anchor = make("a", className, text);
  anchor.href = root + path;
  return anchor;
}

// What was found, in a sentence or two.
/** @type {(answer: Answer) => string} */
export function describe({ total, complete, near, corrected, unknown, unread, senseless }) {
  const found = total - near;
  const said = senseless.map((typed) => `“${shorten(typed)}” narrows nothing down here.`);
  said.push(...corrected.map(({ typed, meant }) => `No paper says “${shorten(typed)}”: showing results for “${meant}”.`));
  if (unknown.length > 0) said.push(`No paper says ${unknown.map((word) => `“${shorten(word)}”`).join(" or ")}.`);
  if (found === 0) said.push("Nothing found. Try fewer or other words, or browse.");
  else if (complete === found) said.push(`${count(found)} found.`);
  else if (complete > 0) said.push(`${count(complete)} with all words, ${found - complete} more with some of them.`);
  else said.push(`No paper has all words; ${count(found)} with some of them.`);
  if (unread > 0) said.push(`The texts of ${count(unread)} more could not be read for the phrase.`);
  return said.join(" ");
}

/** @type {(text: string) => string} */
function shorten(text) {
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
}

/** @type {(number: number) => string} */
function count(number) {
  return number === 1 ? "1 paper" : `${number} papers`;
}

// What one may press to be understood otherwise.
/** @type {(answer: Answer, change: Change) => HTMLElement[]} */
export function renderChoices({ drops, meant }, change) {
  const dropped = drops.slice(0, 3).map(({ typed, instead = "", papers }) => {
    const name = instead ? "Without the quotation marks" : `Without “${shorten(typed)}”`;
    return makeButton("choice", `${name}: ${count(papers)}`, () => change((text) => replacePart(text, typed, instead)));
  });
  const others = meant.slice(0, 6).map(({ typed, parts, meant: other }) => {
    const name = other ? `“${other}”` : `other words for “${typed}”`;
    const button = makeButton("choice", `also ${name} ×`, () => change((text) => quoteParts(text, parts)));
    button.setAttribute("aria-label", `Do not search for ${name}, only for “${typed}”`);
    return button;
  });
  return [...dropped, ...others];
}

// What the text being typed may lead to.
/** @type {(suggestions: Suggestion[], change: Change) => HTMLElement[]} */
export function renderSuggestions(suggestions, change) {
  return suggestions.map(({ name, url, look, text }) => {
    if (url) return link(url, look ? `chip ${look}` : "choice", name);
    return makeButton("choice", name, () => change(() => /** @type {string} */ (text)));
  });
}

/** @type {WeakMap<Element, number>} */
const turns = new WeakMap(); // by list, how often hits were put in it
/** @type {WeakMap<Element, string>} */
const looks = new WeakMap(); // by card, what it was made of

// Puts the hits' cards in the list; a link that had the focus keeps it where its card comes again. The terms of `ways` are marked
// in the snippets once these are seen. False if other hits were put there meanwhile.
/** @type {(list: HTMLElement, hits: ShownHit[], ways: string[][]) => Promise<boolean>} */
export async function showHits(list, hits, ways) {
  const turn = (turns.get(list) ?? 0) + 1;
  turns.set(list, turn);
  const isLatest = () => turns.get(list) === turn;
  const links = () => [...list.querySelectorAll("a")];
  const focused = links().find((anchor) => anchor === document.activeElement);
  const cards = await putCards(list, hits, isLatest);
  if (!isLatest()) return false;
  while (list.children.length > cards.length) list.lastChild?.remove();
  const isLost = focused && document.activeElement === document.body;
  if (isLost) links().find(({ href }) => href === focused.href)?.focus({ preventScroll: true });
  layOut(list);
  setTimeout(() => isLatest() && cards.forEach((card, i) => watch(card, hits[i].paper, ways)), SNIPPETS_AFTER);
  return true;
}

// The cards; those already there stay, with their snippets. On a slow processor they come one by one, so that keys need not wait
// for all.
/** @type {(list: HTMLElement, hits: ShownHit[], isLatest: () => boolean) => Promise<Element[]>} */
async function putCards(list, hits, isLatest) {
  /** @type {Map<string | undefined, Element>} */
  const old = new Map([...list.children].map((card) => [looks.get(card), card]));
  const first = hits.findIndex((hit) => hit.near);
  const wanted = hits.map((hit, i) => JSON.stringify([hit, i === first]));
  const staying = new Set(wanted.map((look) => old.get(look)));
  const cards = [];
  let start = performance.now();
  for (const [i, look] of wanted.entries()) {
    layOut(list);
    if (performance.now() - start > SLOW) await breathe();
    if (!isLatest()) break;
    start = performance.now();
    const card = old.get(look) ?? renderHit(hits[i], i === first);
    looks.set(card, look);
    putCard(list, i, card, staying);
    cards.push(card);
  }
  return cards;
}

// Puts a card in its place, and instead of what was there, unless that stays.
/** @type {(list: HTMLElement, place: number, card: Element, staying: Set<Element | undefined>) => void} */
function putCard(list, place, card, staying) {
  const there = list.children[place];
  if (there === card) return;
  if (there && !staying.has(there)) there.replaceWith(card);
  else list.insertBefore(card, there ?? null);
}

// Now, and not with all else before the next picture.
/** @type {(element: Element) => void} */
function layOut(element) {
  element.getBoundingClientRect();
}

// Lets the browser do what waits, above all take keys.
/** @type {() => Promise<void>} */
function breathe() {
  return globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}

/** @type {(hit: ShownHit, isFirstNear: boolean) => HTMLElement} */
function renderHit({ title, url, year, chips, missing, near }, isFirstNear) {
  const heading = make("h2", "card-title", link(url, "", title));
  const snippet = make("p", "card-summary snippet");
  const hit = make("li", near ? "card near" : "card", heading, snippet);
  if (year || chips.length > 0) hit.append(make("p", "chips", ...(year ? [make("span", "count", year)] : []), ...chips.map(renderChip)));
  if (missing.length > 0) hit.append(make("p", "card-missing", `Without: ${missing.join(", ")}`));
  hit.append(make("p", "marks")); // for the buttons of keep/buttons.js
  for (const child of hit.children) child.setAttribute("dir", "auto");
  if (isFirstNear) hit.dataset.before = "Without these words, but like the papers above:";
  return hit;
}

/** @type {(chip: Chip) => HTMLElement} */
function renderChip({ name, url, look }) {
  return link(url, `chip ${look}`, name);
}

const seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    seen.unobserve(target);
    fill(target);
  }
});
/** @type {WeakMap<Element, SnippetQuestion>} */
const asked = new WeakMap(); // by card

/** @type {(card: Element, paper: number, ways: string[][]) => void} */
function watch(card, paper, ways) {
  if (JSON.stringify(asked.get(card)?.ways) === JSON.stringify(ways)) return;
  asked.set(card, { paper, ways });
  seen.observe(card);
}

/** @type {(card: Element) => Promise<void>} */
async function fill(card) {
  const question = /** @type {SnippetQuestion} */ (asked.get(card));
  const { from, pieces } = await ask("snippet", question).catch(() => ({ from: "", pieces: [] })); // a card does without
  const texts = pieces.map(({ text, marked }) => (marked ? make("mark", "", text) : text));
  card.querySelector(".snippet")?.replaceChildren(...(from === "abstract" ? [make("q", "", ...texts)] : texts));
  layOut(card);
  await breathe();
  card.dispatchEvent(new Event("seen", { bubbles: true })); // for the buttons (keep/buttons.js)
  layOut(card);
}

// Up and down lead through the links of the cards, and back into the box; Escape leads back at once.
/** @type {(box: HTMLElement, list: HTMLElement) => void} */
export function walkWithArrows(box, list) {
  /** @type {(event: KeyboardEvent) => void} */
  const walk = (event) => {
    const isModified = [event.shiftKey, event.altKey, event.ctrlKey, event.metaKey].includes(true);
    if (!WALKING.includes(event.key) || event.isComposing || isModified) return;
    const links = /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(".card-title a"));
    const all = [box, ...links];
    const at = all.findIndex((element) => element === document.activeElement);
    const next = { ArrowDown: all[at + 1], ArrowUp: all[at - 1], Escape: at > 0 && box }[event.key];
    if (at < 0 || !next) return;
    event.preventDefault();
    if (event.key === "Escape") event.stopPropagation();
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  };
  box.addEventListener("keydown", walk);
  list.addEventListener("keydown", walk);
}
