// Sorts and narrows the cards of a list and keeps the choice in the address; tells the page of a paper that is followed
// from here which papers come before and after it.

import { COUNTS } from "./shared/contract.js";

/**
 * A sort is its name in the address, its name here, and what is highest first; cards without that come last.
 * @typedef {[string, string, (card: HTMLElement) => string | number]} Sort
 *
 * What a list may be narrowed by (site_src/facets.py): `values` are keys and names. A card carries the keys of its own
 * values under the name of the field.
 * @typedef {{field: string, name: string, boxes: boolean, values: [string, string][]}} Control
 */

// Both are on every page that lists papers.
const tools = /** @type {HTMLElement} */ (document.querySelector(".list-tools") ?? make("div", { hidden: "" }));
const list = tools.nextElementSibling ?? make("ol");
const cards = /** @type {HTMLElement[]} */ ([...list.children]);
const form = document.createElement("form");
const said = make("p", { role: "status" });

/** @type {Sort[]} */
const SORTS = [
  ["newest", "Newest first", (card) => card.dataset.date ?? ""],
  ...Object.entries(COUNTS).map(countSort),
  // What is strongest is of the digest's field; where nothing is, no card has it.
  [tools.dataset.strongest ?? "", tools.dataset.strongestName ?? "", (card) => Number(card.dataset.strength ?? -Infinity)],
];

/** @type {(count: [name: string, called: string]) => Sort} */
function countSort([name, called]) {
  return [name, called, (card) => Number(card.dataset[name] ?? -1)];
}

/**
 * @param {HTMLElement} card
 * @param {string} field
 */
function keysOf(card, field) {
  return card.dataset[field]?.split(" ") ?? [];
}

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...(string | Node)} children
 */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/**
 * A menu, with the choice of nothing first.
 * @param {string} name
 * @param {string} text
 * @param {[string, string]} nothing
 * @param {[string, string, ...unknown[]][]} options
 */
function select(name, text, nothing, options) {
  const made = [nothing, ...options].map(([value, label]) => make("option", { value }, label));
  form.append(make("label", {}, text, make("select", { name }, ...made)));
}

/**
 * @param {string} name
 * @param {string} value
 * @param {string} text
 */
function tick(name, value, text) {
  form.append(make("label", {}, make("input", { type: "checkbox", name, value }), text));
}

function controls() {
  return /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ ([...form.querySelectorAll("input, select")]);
}

function build() {
  const sorts = SORTS.filter(([, , key]) => new Set(cards.map(key)).size > 1);
  if (sorts.length > 0) select("sort", "Sort", ["", "as listed"], sorts);
  /** @type {Control[]} */
  const offered = JSON.parse(tools.dataset["controls"] ?? "[]");
  for (const { field, name, boxes, values } of offered) {
    const narrowing = values.filter(([key]) => !cards.every((card) => keysOf(card, field).includes(key)));
    if (boxes) narrowing.forEach(([key, value]) => tick(field, key, `${name.toLowerCase()} ${value}`));
    else if (narrowing.length > 0) select(field, name, ["", "any"], narrowing);
  }
  form.append(make("button", { type: "reset" }, "Reset"));
  form.addEventListener("change", choose);
  form.addEventListener("reset", () => setTimeout(choose)); // the event comes before the controls are reset
  form.addEventListener("submit", (event) => event.preventDefault());
  tools.append(make("details", {}, make("summary", {}, "Sort and filter"), form), said);
}

// The sort and everything that cards must have.
function chosen() {
  const all = [...new FormData(form)].map(([name, value]) => ({ name, value: String(value) }));
  return all.filter(({ value }) => value);
}

function choose() {
  const address = new URL(location.href);
  for (const { name } of controls()) address.searchParams.delete(name);
  for (const { name, value } of chosen()) address.searchParams.append(name, value);
  if (address.href !== location.href) history.replaceState(null, "", address);
  show();
}

function show() {
  const wanted = chosen();
  const sort = SORTS.find(([name]) => name === controls().find((control) => control.name === "sort")?.value);
  const key = sort ? sort[2] : () => 0;
  list.append(...[...cards].sort((one, other) => Number(key(one) < key(other)) - Number(key(one) > key(other))));
  const filters = wanted.filter(({ name }) => name !== "sort");
  for (const card of cards) card.hidden = !filters.every(({ name, value }) => keysOf(card, name).includes(value));
  said.textContent = wanted.length > 0 ? describe(sort) : "";
}

/** @param {Sort} [sort] */
function describe(sort) {
  const kept = cards.filter((card) => !card.hidden).length;
  const total = Number(tools.dataset["total"]);
  const parts = [`${kept} of ${cards.length} papers${sort ? `, ${sort[1].toLowerCase()}` : ""}.`];
  if (total > cards.length) parts.push(`Only those on this page are looked at, of ${total} in all.`);
  if (kept === 0) parts.push("Undo a choice to see more.");
  return parts.join(" ");
}

function restore() {
  const asked = new URLSearchParams(location.search);
  for (const control of controls()) {
    const values = asked.getAll(control.name);
    if (control instanceof HTMLInputElement) control.checked = values.includes(control.value);
    else control.value = [...control.options].find(({ value }) => value === values[0])?.value ?? "";
  }
  show();
}

// Kept for this tab alone, until another list is left by one of its cards.
function rememberList() {
  const shown = [...list.querySelectorAll(":scope > :not([hidden]) .card-title a")];
  const papers = shown.map((link) => [/** @type {HTMLAnchorElement} */ (link).pathname, link.textContent]);
  try {
    sessionStorage.setItem("list", JSON.stringify({ name: tools.dataset["name"], from: location.href, papers }));
  } catch {
    // No storage here: the paper's page then keeps to its digest.
  }
}

if (!tools.hidden) {
  build();
  restore();
}
list.addEventListener("click", ({ target }) => {
  if (target instanceof Element && target.closest(".card-title a")) rememberList();
});
