// The search page: reads the box and the address, shows hits as one types, says how many there are, and narrows them.

import { LiveSearch } from "./search/live.js";
import { formatFilter, replacePart } from "./search/query.js";
import { QUERY } from "./shared/contract.js";
import { describe, make, makeButton, renderChoices, renderSuggestions, showHits, walkWithArrows } from "./search/view.js";

/** @import { CountedValue, FacetCount } from "./search/facets.js" */
/** @import { Filter } from "./search/query.js" */
/** @import { Answer, Question } from "./search/search.js" */
/** @typedef {Filter & {name: string}} NamedFilter */

const PAGE_SIZE = 10;

const box = /** @type {HTMLInputElement & {form: HTMLFormElement}} */ (document.getElementById("q"));
const sort = /** @type {HTMLSelectElement} */ (document.getElementById("sort"));
const status = /** @type {HTMLElement} */ (document.getElementById("search-status"));
const choices = /** @type {HTMLElement} */ (document.getElementById("choices"));
const suggestions = /** @type {HTMLElement} */ (document.getElementById("suggestions"));
const facets = /** @type {HTMLElement} */ (document.getElementById("facets"));
const narrowing = /** @type {HTMLDetailsElement} */ (facets.closest("details"));
const results = /** @type {HTMLElement} */ (document.getElementById("results"));
const more = /** @type {HTMLElement} */ (document.getElementById("more"));
const browse = /** @type {HTMLElement} */ (document.getElementById("browse"));

const live = new LiveSearch({ list: results, show, fail, rest: settle });
let shown = PAGE_SIZE;
let isSettled = true; // what the address holds is to be found again with the back button

function start() {
  const text = readAddress();
  box.value ||= text;
  walkWithArrows(box, results);
  update({ pause: true }); // without a text: so that all is there when one types
  if (!box.value) box.focus();
}

// Asks for what `edit` makes of the text in the box.
/** @type {(edit: (text: string) => string) => void} */
function change(edit) {
  box.value = edit(box.value);
  remember({ push: true });
  update({ pause: true });
}

function update({ pause = false, count = PAGE_SIZE } = {}) {
  shown = count;
  const question = { text: box.value, sort: sort.value, count };
  const answering = live.ask(question, { pause });
  if (!live.answer && question.text.trim()) showTitles(question);
  return answering;
}

/** @type {(question: Question) => Promise<void>} */
async function showTitles(question) {
  status.textContent ||= "Loading the papers…";
  const found = await live.askTitles(question);
  if (!found) return;
  status.textContent = "Loading the papers… So far by their titles.";
  showHits(results, found.hits, []);
}

function settle() {
  remember({ push: false });
  if (box.value.trim()) update({ pause: true, count: shown });
}

/** @type {(found: Answer, text: string) => Promise<void>} */
async function show(found, text) {
  const isAsked = text.trim() !== "";
  status.textContent = isAsked ? describe(found) : "";
  choices.replaceChildren(...(isAsked ? renderChoices(found, change) : []));
  suggestions.replaceChildren(...renderSuggestions(found.suggestions, change));
  more.hidden = !isAsked || found.hits.length >= found.total;
  browse.hidden = isAsked && found.total > 0;
  const isDone = await showHits(results, isAsked ? found.hits : [], found.ways);
  if (isDone && narrowing.open) renderFacets(found);
}

/** @type {(message: string) => void} */
function fail(message) {
  showHits(results, [], []);
  status.textContent = message;
  browse.hidden = false;
}

// The text in the address; the order that stands with it is chosen.
function readAddress() {
  const { searchParams } = new URL(location.href);
  sort.value = searchParams.get("sort") ?? "";
  if (!sort.value) sort.value = ""; // there is no such order
  return searchParams.get(QUERY) ?? "";
}

// The address holds what is asked. With `push` it is what one may come back to; what is typed on from there is an entry
// of its own, and only the last of what is typed is kept.
/** @type {(options: {push: boolean}) => void} */
function remember({ push }) {
  const address = new URL(location.href);
  for (const [name, value] of [[QUERY, box.value.trim()], ["sort", sort.value]]) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  if (address.href !== location.href) {
    if (push || isSettled) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    isSettled = false;
  }
  if (push) isSettled = true;
}

// ---- narrowing

/** @type {(answer: Answer) => void} */
function renderFacets({ facets: groups, filters }) {
  const active = document.activeElement?.getAttribute("data-facet");
  facets.replaceChildren(...groups.flatMap((group) => renderFacet(group, filters)));
  const buttons = [...facets.querySelectorAll("button")];
  if (active) buttons.find(({ dataset }) => dataset.facet === active)?.focus();
}

/** @type {(facet: FacetCount, filters: NamedFilter[]) => HTMLElement[]} */
function renderFacet({ field, name: heading, oneOf, values }, filters) {
  const chosen = filters.filter((filter) => filter.field === field);
  const missing = chosen.filter(({ value }) => !values.some((each) => each.value === value));
  const all = [...values, ...missing.map(({ value, name }) => ({ value, name }))];
  if (all.length === 0) return [];
  const list = make("ul", "", ...all.map((value) => renderValue({ field, oneOf }, value, chosen)));
  const group = make("div", "facet", make("h3", "", heading), list);
  return [group];
}

// Of a facet with `oneOf` a paper has one value, so another takes its place.
/** @type {(facet: {field: string, oneOf: boolean}, value: Omit<CountedValue, "count"> & {count?: number}, chosen: NamedFilter[]) => HTMLElement} */
function renderValue({ field, oneOf }, { value, name, count = "" }, chosen) {
  const filter = chosen.find((each) => each.value === value);
  /** @type {(not: boolean) => (text: string) => string} */
  const toggle = (not) => (text) => {
    const typed = formatFilter(field, value, not);
    if (filter) return replacePart(text, filter.typed, filter.not === not ? "" : typed);
    const other = oneOf && !not && chosen.find((each) => !each.not);
    return other ? replacePart(text, other.typed, typed) : `${text.trim()} ${typed}`.trim();
  };
  const only = makeButton("facet-only", name, () => change(toggle(false)));
  const without = makeButton("facet-not", "−", () => change(toggle(true)));
  only.setAttribute("aria-pressed", String(Boolean(filter && !filter.not)));
  without.setAttribute("aria-pressed", String(Boolean(filter?.not)));
  without.setAttribute("aria-label", `Leave out ${name}`);
  only.dataset.facet = `${field}:${value}`;
  without.dataset.facet = `-${field}:${value}`;
  only.append(make("span", "count", String(count)));
  return make("li", "", only, without);
}

// ---- events

box.addEventListener("input", () => update());
box.addEventListener("blur", () => remember({ push: false })); // perhaps for a hit
box.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.isComposing || !box.value) return;
  event.preventDefault();
  box.value = "";
  update();
});
box.form.addEventListener("submit", (event) => {
  event.preventDefault();
  remember({ push: true });
  update({ pause: true });
});
sort.addEventListener("change", () => change((text) => text));
narrowing.addEventListener("toggle", () => (live.answer ? renderFacets(live.answer) : update({ pause: true })));
addEventListener("popstate", () => {
  box.value = readAddress();
  update({ pause: true });
});
more.querySelector("button")?.addEventListener("click", async () => {
  const next = results.children.length;
  await update({ pause: true, count: next + PAGE_SIZE });
  results.children[next]?.querySelector("a")?.focus();
});

start();
