// The search page: reads the box and ?q=, shows hits as one types, says how many there are.

import { Search } from "./search.js";

const PAGE_SIZE = 20;
const URL_DELAY = 300; // ms; browsers refuse addresses that change with every key

const box = document.getElementById("q");
const status = document.getElementById("search-status");
const results = document.getElementById("results");
const more = document.getElementById("more");
const browse = document.getElementById("browse");

let site; // search/papers.json: {techniques: {slug: name}, papers: {ref: what a hit shows}}
let search;
let hits = [];
let addressTimer;

async function fetchJson(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

async function start() {
  if (!box.value) box.value = new URLSearchParams(location.search).get("q") ?? "";
  if (!box.value) box.focus();
  update();
  try {
    const [file, shown] = await Promise.all([fetchJson(results.dataset.index), fetchJson(results.dataset.papers)]);
    site = shown;
    search = new Search(globalThis.lunr, file, site.papers);
  } catch (error) {
    status.textContent = "The search could not be loaded. Reload the page to try again, or browse.";
    throw error;
  }
  update();
}

function update() {
  clearTimeout(addressTimer);
  addressTimer = setTimeout(rememberQuery, URL_DELAY);
  const query = box.value.trim();
  if (!search) {
    if (query) status.textContent ||= "Loading the papers…";
    return;
  }
  const found = search.find(box.value);
  hits = found.hits.filter((hit) => site.papers[hit.ref]);
  results.replaceChildren();
  showMore();
  status.textContent = query ? describe(found) : "";
  browse.hidden = hits.length > 0;
}

function rememberQuery() {
  const address = new URL(location.href);
  if (box.value.trim()) address.searchParams.set("q", box.value.trim());
  else address.searchParams.delete("q");
  if (address.href !== location.href) history.replaceState(null, "", address);
}

function showMore() {
  const shown = results.children.length;
  results.append(...hits.slice(shown, shown + PAGE_SIZE).map(renderHit));
  more.hidden = results.children.length >= hits.length;
}

function describe({ complete, corrected, unknown }) {
  const said = corrected.map(({ typed, meant }) => `No paper says “${typed}”: showing results for “${meant}”.`);
  if (unknown.length > 0) said.push(`No paper says ${unknown.map((word) => `“${word}”`).join(" or ")}.`);
  if (hits.length === 0) said.push("Nothing found. Try fewer or other words, or browse.");
  else if (complete === hits.length) said.push(`${count(complete)} found.`);
  else if (complete > 0) said.push(`${count(complete)} with all words, ${hits.length - complete} more with some of them.`);
  else said.push(`No paper has all words; ${count(hits.length)} with some of them.`);
  return said.join(" ");
}

function count(number) {
  return number === 1 ? "1 paper" : `${number} papers`;
}

function renderHit({ ref, missing }) {
  const paper = site.papers[ref];
  const title = make("h2", "card-title");
  title.append(link(paper.url, "", paper.title));
  const hit = make("li", "card");
  hit.append(title);
  if (paper.summary) hit.append(make("p", "card-summary", paper.summary));
  if (paper.techniques.length > 0) hit.append(renderChips(paper.techniques));
  if (paper.year) hit.append(make("p", "card-facts", String(paper.year)));
  if (missing.length > 0) hit.append(make("p", "card-missing", `Without: ${missing.join(", ")}`));
  for (const child of hit.children) child.dir = "auto";
  return hit;
}

function renderChips(techniques) {
  const chips = make("p", "chips");
  for (const slug of techniques) {
    chips.append(link(`techniques/${slug}/`, `chip technique-${slug}`, site.techniques[slug]), " ");
  }
  return chips;
}

function link(path, className, text) {
  const anchor = make("a", className, text);
  anchor.href = results.dataset.root + path;
  return anchor;
}

function make(name, className, text = "") {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

box.addEventListener("input", update);
box.addEventListener("change", rememberQuery); // the box is left, perhaps for a hit
box.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !box.value) return;
  event.preventDefault();
  box.value = "";
  update();
});
box.form.addEventListener("submit", (event) => {
  event.preventDefault();
  rememberQuery();
});
more.addEventListener("click", () => {
  const next = results.children.length;
  showMore();
  results.children[next].querySelector("a").focus();
});

await start();
