// The search page: reads the box and the address, shows hits as one types, says how many there are, and narrows them.

import { ask, explainFailure, prepare } from "./search/client.js";
import { formatFilter, replacePart } from "./search/query.js";
import { areShown, describe, make, makeButton, renderChoices, renderHits, renderSuggestions, replaceHits, walkWithArrows } from "./search/view.js";

const PAGE_SIZE = 10;
const PAUSE = 300; // ms without a key; also because browsers refuse addresses that change with every key
const FIELDS = { technique: "Technique", year: "Year", digest: "Digest", has: "With" };
const ONE_OF = new Set(["year"]); // a paper has one, so another takes its place

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
let isSettled = true; // what the address holds is to be found again with the back button
let asked = 0;
let pauseTimer;

function start() {
  const { searchParams } = new URL(location);
  box.value ||= searchParams.get("q") ?? "";
  sort.value = searchParams.get("sort") ?? "";
  if (!sort.value) sort.value = "";
  walkWithArrows(box, results);
  if (box.value) update({ pause: true });
  else box.focus();
}

function change(text) {
  box.value = text;
  remember({ push: true });
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
    if (number !== asked) return;
    answer = null;
    results.replaceChildren();
    status.textContent = explainFailure(error);
    browse.hidden = false;
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
  if (areShown(found, answer)) return; // what may just be read or pressed is not replaced by the same
  const isAsked = text.trim() !== "";
  const isMore = isContinued(found);
  answer = found;
  if (isMore) results.append(...renderHits(found.hits.slice(results.children.length), found.ways));
  else replaceHits(results, isAsked ? renderHits(found.hits, found.ways) : []);
  separateNear(found);
  more.hidden = !isAsked || found.hits.length >= found.total;
  status.textContent = isAsked ? describe(found) : "";
  browse.hidden = isAsked && found.total > 0;
  requestAnimationFrame(() => {
    choices.replaceChildren(...(isAsked ? renderChoices(found, text, change) : []));
    suggestions.replaceChildren(...renderSuggestions(found.suggestions, change));
    if (narrowing.open) renderFacets(found, text); // it takes longer than the hits
  });
}

// Whether an answer is the one shown and more.
function isContinued({ hits, ways }) {
  const look = (some) => JSON.stringify(some);
  return Boolean(answer?.hits.length) && hits.length > answer.hits.length && look(ways) === look(answer.ways) && look(hits.slice(0, answer.hits.length)) === look(answer.hits);
}

function separateNear({ hits, near }) {
  const first = hits.findIndex((hit) => hit.near);
  if (near > 0 && first >= 0) results.children[first].dataset.before = "Without these words, but like the papers above:";
}

// The address holds what is asked. With `push` it is what one may come back to; what is typed on from there is an entry
// of its own, and only the last of what is typed is kept.
function remember({ push }) {
  const address = new URL(location.href);
  for (const [name, value] of [["q", box.value.trim()], ["sort", sort.value]]) {
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

function renderFacets({ facets: groups, filters }, text) {
  const active = document.activeElement?.dataset?.facet;
  facets.replaceChildren(...groups.flatMap((group) => renderFacet(group, filters, text)));
  if (active) facets.querySelector(`[data-facet="${CSS.escape(active)}"]`)?.focus();
}

function renderFacet({ field, values }, filters, text) {
  const chosen = filters.filter((filter) => filter.field === field);
  const missing = chosen.filter(({ value }) => !values.some((each) => each.value === value));
  const all = [...values, ...missing.map(({ value, name }) => ({ value, name, count: "" }))];
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
sort.addEventListener("change", () => change(box.value));
narrowing.addEventListener("toggle", () => (answer ? renderFacets(answer, box.value) : update({ pause: true })));
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
