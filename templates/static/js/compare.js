// The comparison page: which papers are shown, and its address.
// The address says which; without one, the papers marked for comparing, and changes made here are theirs too.

import { makeAddBox } from "./keep/compare-add.js";
import { formatAddress, move, parseAddress } from "./keep/comparison.js";
import { fillTable, sayShared } from "./keep/comparison-table.js";
import { SITE, isSlug, loadMarks, saveMarks } from "./keep/marks.js";
import { fill } from "./shared/address.js";
import { MOST_COMPARED, PAPER_JSON } from "./shared/contract.js";

const status = document.getElementById("comparison-status");
const side = document.getElementById("side-by-side");

const fetched = new Map(); // slug → what the promise of its paper.json gives: the paper, or null where there is none
let shown = []; // papers, as in the table
let slugs = [];
let own = true; // what is shown are the marked papers

const adding = makeAddBox({ shown: () => slugs, add: (slug) => change([...slugs, slug], "Added."), fetchJson });

async function fetchJson(path) {
  const response = await fetch(SITE + path);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

function fetchPaper(slug) {
  if (!isSlug(slug)) return null;
  if (!fetched.has(slug)) fetched.set(slug, fetchJson(fill(PAPER_JSON, slug)));
  return fetched.get(slug);
}

const marked = () => [...loadMarks().compared.keys()].slice(0, MOST_COMPARED);

async function start() {
  const asked = parseAddress(location.search);
  own = !asked || asked.slugs.join() === marked().join();
  slugs = asked?.slugs ?? marked();
  await update(asked?.left.length > 0 ? `Only ${MOST_COMPARED} papers fit side by side: ${asked.left.length} left out.` : "");
}

// Shows the papers of `slugs`; says `said`, and which of them are not here.
async function update(said) {
  const wanted = slugs;
  let found;
  try {
    found = await Promise.all(wanted.map(fetchPaper));
  } catch {
    fetched.clear();
    status.textContent = "The papers could not be loaded. Reload the page to try again.";
    return;
  }
  if (wanted !== slugs) return; // changed meanwhile
  const unknown = wanted.filter((_, i) => !found[i]);
  slugs = wanted.filter((_, i) => found[i]);
  shown = found.filter(Boolean);
  const missing = unknown.length > 0 ? `Not on this site: ${unknown.join(", ")}.` : "";
  status.textContent = [said, missing, advise()].filter(Boolean).join(" ");
  render();
}

function advise() {
  if (shown.length === 0) return "Nothing to compare yet. Press “Compare” on papers anywhere on the site, or add them here.";
  return shown.length === 1 ? "Add another paper to compare this one with." : "";
}

function render() {
  history.replaceState(null, "", location.pathname + formatAddress(slugs) + location.hash);
  document.getElementById("add").hidden = false;
  side.hidden = shown.length === 0;
  fillTable(side.querySelector("table"), shown);
  document.getElementById("shared").textContent = sayShared(shown);
  adding.offer();
}

// The papers become `next`, and the marked ones with them where those are shown.
async function change(next, said) {
  slugs = next;
  await update(said);
  if (!own) return;
  const marks = loadMarks();
  marks.compared = new Map(shown.map(({ slug, title }) => [slug, title]));
  saveMarks(marks);
}

async function remove(slug) {
  const at = slugs.indexOf(slug);
  await change(slugs.filter((other) => other !== slug), "Removed.");
  const next = slugs[at] ?? slugs[at - 1];
  if (next) find("remove", next).focus();
  else adding.focus();
}

async function shift(slug, by) {
  const next = move(slugs, slug, by);
  await change(next, `Now ${next.indexOf(slug) + 1} of ${next.length}.`);
  const button = find(by < 0 ? "left" : "right", slug);
  (button.disabled ? find(by < 0 ? "right" : "left", slug) : button).focus();
}

const find = (action, slug) => side.querySelector(`[data-action="${action}"][data-slug="${slug}"]`);

side.addEventListener("click", ({ target: { dataset } }) => {
  if (dataset.action === "remove") remove(dataset.slug);
  else if (dataset.action) shift(dataset.slug, dataset.action === "left" ? -1 : 1);
});
addEventListener("marks", () => {
  if (own && marked().join() !== slugs.join()) {
    slugs = marked();
    update("");
  }
});

await start();
