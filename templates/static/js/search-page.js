// The search page: reads the box and the address, shows hits as one types, says how many there are, and narrows them.

import { ask, prepare } from "./search/client.js";
import { formatFilter, parseQuery, replacePart } from "./search/query.js";
import { describe, make, makeButton, renderChoices, renderHits, renderSuggestions, walkWithArrows } from "./search/view.js";

const PAGE_SIZE = 20;
const PAUSE = 300; // ms without a key; also because browsers refuse addresses that change with every key
const FIELDS = { technique: "Technique", year: "Year", digest: "Digest", has: "With" };
const ONE_OF = new Set(["year", "digest"]); // a paper has one, so another takes its place

const box = document.getElementById("q");
const sort = document.getElementById("sort");
const status = document.getElementById("search-status");
const choices = document.getElementById("choices");
const suggestions = document.getElementById("suggestions");
const facets = document.getElementById("facets");
const narrowing = facets.closest("details");
const results = document.getElementById("results");
const more = document.getElementById("more");
const browse = document.getElementById("browse");

let answer; // the worker's, to the query shown
let shown = PAGE_SIZE;
let asked = 0;
let pauseTimer;

function start() {
  const { searchParams } = new URL(location);
  box.value ||= searchParams.get("q") ?? "";
  sort.value = searchParams.get("sort") ?? "";
  if (!sort.value) sort.value = "";
  document.getElementById("controls").hidden = false;
  walkWithArrows(box, results);
  if (box.value) update({ pause: true });
  else box.focus();
}

function change(text, { push = true } = {}) {
  box.value = text;
  remember({ push });
  update({ pause: true });
}

async function update({ pause = false, count = PAGE_SIZE } = {}) {
  clearTimeout(pauseTimer);
  if (!pause) pauseTimer = setTimeout(settle, PAUSE);
  const number = ++asked;
  const text = box.value;
  shown = count;
  if (!answer && text.trim()) showTitles(text, number);
  try {
    const found = await ask("find", { text, pause, sort: sort.value, count: shown });
    if (found && number === asked) show(found, text);
  } catch (error) {
    status.textContent = "The search could not be loaded. Type on to try again, reload the page, or browse.";
    browse.hidden = false;
    throw error;
  }
}

// What titles alone can tell, while the index is on its way.
async function showTitles(text, number) {
  status.textContent ||= "Loading the papers…";
  const found = await ask("titles", { text, count: PAGE_SIZE }).catch(() => null); // `update` tells what failed
  if (!found?.total || number !== asked || answer) return;
  results.replaceChildren(...renderHits(found.hits, []));
  status.textContent = "Loading the papers… So far by their titles.";
}

function settle() {
  remember({ push: false });
  if (box.value.trim()) update({ pause: true, count: shown });
}

function show(found, text) {
  const isSame = answer && answer.hits.length > 0 && shownOf(answer) === shownOf(found);
  answer = found;
  const isAsked = text.trim() !== "";
  if (!isSame || !isAsked) results.replaceChildren(...(isAsked ? renderHits(found.hits, found.terms) : []));
  separateNear(found);
  more.hidden = !isAsked || found.hits.length >= found.total;
  const said = isAsked ? describe(found) : "";
  if (status.textContent !== said) status.textContent = said;
  browse.hidden = isAsked && found.total > 0;
  requestAnimationFrame(() => {
    choices.replaceChildren(...(isAsked ? renderChoices(found, text, change) : []));
    suggestions.replaceChildren(...renderSuggestions(found.suggestions, change));
    if (narrowing.open) renderFacets(found.facets, text); // it takes longer than the hits
  });
}

// What the cards of an answer depend on.
function shownOf({ hits, terms }) {
  return JSON.stringify([hits.map(({ paper, missing }) => [paper, missing]), terms]);
}

function separateNear({ hits, near }) {
  const first = hits.findIndex((hit) => hit.near);
  if (near > 0 && first >= 0) results.children[first].dataset.before = "Without these words, but like the papers above:";
}

// The address holds what is asked. With `push` the back button leads to what was asked before.
function remember({ push }) {
  const address = new URL(location.href);
  for (const [name, value] of [["q", box.value.trim()], ["sort", sort.value]]) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  if (address.href === location.href) return;
  if (push) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

// ---- narrowing

function renderFacets(groups, text) {
  const active = document.activeElement?.dataset?.facet;
  const { filters } = parseQuery(text);
  facets.replaceChildren(...groups.flatMap((group) => renderFacet(group, filters, text)));
  if (active) facets.querySelector(`[data-facet="${CSS.escape(active)}"]`)?.focus();
}

function renderFacet({ field, values }, filters, text) {
  const chosen = filters.filter((filter) => filter.field === field);
  const missing = chosen.filter(({ value }) => !values.some((each) => each.value === value));
  const all = [...values, ...missing.map(({ value }) => ({ value, name: value, count: 0 }))];
  if (all.length === 0) return [];
  const list = make("ul", "", ...all.map((value) => renderValue(field, value, chosen, text)));
  const group = make("div", "facet", make("h3", "", FIELDS[field]), list);
  return [group];
}

function renderValue(field, { value, name, count }, chosen, text) {
  const filter = chosen.find((each) => each.value === value);
  const toggle = (not) => {
    const typed = formatFilter(field, value, not);
    if (filter) return replacePart(text, filter.typed, filter.not === not ? "" : typed);
    const other = ONE_OF.has(field) && !not && chosen.find((each) => !each.not);
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

box.addEventListener("focus", prepare, { once: true });
box.addEventListener("input", () => update());
box.addEventListener("change", () => remember({ push: false })); // the box is left, perhaps for a hit
box.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !box.value) return;
  event.preventDefault();
  box.value = "";
  update();
});
box.form.addEventListener("submit", (event) => {
  event.preventDefault();
  remember({ push: true });
  update({ pause: true });
});
sort.addEventListener("change", () => change(box.value));
narrowing.addEventListener("toggle", () => (answer ? renderFacets(answer.facets, box.value) : update({ pause: true })));
addEventListener("popstate", () => {
  const { searchParams } = new URL(location);
  sort.value = searchParams.get("sort") ?? "";
  box.value = searchParams.get("q") ?? "";
  update({ pause: true });
});
more.querySelector("button").addEventListener("click", async () => {
  const next = results.children.length;
  await update({ pause: true, count: next + PAGE_SIZE });
  results.children[next]?.querySelector("a").focus();
});

start();
