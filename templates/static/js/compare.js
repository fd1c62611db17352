// The comparison page: which papers are shown, and its address.
// The address says which; without one, the papers marked for comparing, and changes made here are theirs too.

import { makeAddBox } from "./keep/compare-add.js";
import { formatAddress, move, parseAddress } from "./keep/comparison.js";
import { fillTable, sayShared } from "./keep/comparison-table.js";
import { SITE, isSlug, loadMarks, saveMarks } from "./keep/marks.js";
import { fill } from "./shared/address.js";
import { MOST_COMPARED, PAPER_JSON } from "./shared/contract.js";

/** @import { Paper } from "./keep/comparison.js" */

const status = /** @type {HTMLElement} */ (document.getElementById("comparison-status"));
const side = /** @type {HTMLElement} */ (document.getElementById("side-by-side"));
const shared = /** @type {HTMLElement} */ (document.getElementById("shared"));
const add = /** @type {HTMLElement} */ (document.getElementById("add"));

/** @type {Map<string, Promise<Paper | null>>} */
const fetched = new Map(); // by slug; null where there is no such paper
/** @type {Paper[]} */
let shown = []; // as in the table
/** @type {string[]} */
let slugs = [];
let own = true; // what is shown are the marked papers

const adding = makeAddBox({ shown: () => slugs, add: (slug) => change([...slugs, slug], "Added."), fetchJson });

/** @type {(path: string) => Promise<any>} */
async function fetchJson(path) {
  const response = await fetch(SITE + path);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** @type {(slug: string) => Promise<Paper | null> | null | undefined} */
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
  await update(asked?.left.length ? `Only ${MOST_COMPARED} papers fit side by side: ${asked.left.length} left out.` : "");
}

// Shows the papers of `slugs`; says `said`, and which of them are not here.
/** @type {(said: string) => Promise<void>} */
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
  shown = found.filter((paper) => !!paper);
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
  add.hidden = false;
  side.hidden = shown.length === 0;
  fillTable(/** @type {HTMLTableElement} */ (side.querySelector("table")), shown);
  shared.textContent = sayShared(shown);
  adding.offer();
}

// The papers become `next`, and the marked ones with them where those are shown.
/** @type {(next: string[], said: string) => Promise<void>} */
async function change(next, said) {
  slugs = next;
  await update(said);
  if (!own) return;
  const marks = loadMarks();
  marks.compared = new Map(shown.map(({ slug, title }) => [slug, title]));
  saveMarks(marks);
}

/** @type {(slug: string) => Promise<void>} */
async function remove(slug) {
  const at = slugs.indexOf(slug);
  await change(slugs.filter((other) => other !== slug), "Removed.");
  const next = slugs[at] ?? slugs[at - 1];
  if (next) find("remove", next).focus();
  else adding.focus();
}

/** @type {(slug: string, by: number) => Promise<void>} */
async function shift(slug, by) {
  const next = move(slugs, slug, by);
  await change(next, `Now ${next.indexOf(slug) + 1} of ${next.length}.`);
  const button = find(by < 0 ? "left" : "right", slug);
  (button.disabled ? find(by < 0 ? "right" : "left", slug) : button).focus();
}

/** @type {(action: string, slug: string) => HTMLButtonElement} */
const find = (action, slug) =>
  /** @type {HTMLButtonElement} */ (side.querySelector(`[data-action="${action}"][data-slug="${slug}"]`));

side.addEventListener("click", ({ target }) => {
  const { action, slug = "" } = /** @type {HTMLElement} */ (target).dataset;
  if (action === "remove") remove(slug);
  else if (action) shift(slug, action === "left" ? -1 : 1);
});
addEventListener("marks", () => {
  if (own && marked().join() !== slugs.join()) {
    slugs = marked();
    update("");
  }
});

await start();
