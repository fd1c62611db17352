// The reading list page: what is kept and read, its export, and what a saved file adds.

import { SITE, loadMarks, make, makeMark, saveMarks } from "./keep/marks.js";
import { exportAs, fetchText } from "./keep/list-export.js";
import * as files from "./keep/list-files.js";
import { fill } from "./shared/address.js";
import { PAPER, TITLES_JSON } from "./shared/contract.js";

/** @import { Entry } from "./keep/list-files.js" */
/** @import { Marks } from "./keep/marks.js" */

const LARGEST = 4e6; // bytes of a saved file

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const heading = /** @type {HTMLElement} */ (document.querySelector("h1"));
const status = byId("list-status");
const list = byId("entries");
const undo = byId("undo");
const clearing = /** @type {HTMLDialogElement} */ (byId("clear-dialog"));
const filter = /** @type {HTMLSelectElement} */ (byId("filter"));
const order = /** @type {HTMLSelectElement} */ (byId("order"));
let before = loadMarks(); // the marks that Undo brings back

function canStore() {
  try {
    localStorage.setItem("distillate-probe", "");
    localStorage.removeItem("distillate-probe");
    return true;
  } catch {
    return false;
  }
}

const storable = canStore();
const entries = () => files.listEntries(loadMarks());
const chosen = () => files.chooseEntries(entries(), filter.value, order.value);
const drawn = () => /** @type {HTMLElement[]} */ ([...list.children]);

function render() {
  const all = entries().length;
  const shown = chosen();
  byId("none").hidden = all > 0 || !storable;
  byId("backup").hidden = all === 0 && !storable;
  for (const id of ["list", "export"]) byId(id).hidden = all === 0;
  byId("whole").hidden = all === 0;
  byId("filtered").textContent = shown.length < all ? `${shown.length} of ${files.count(all)} shown` : files.count(all);
  for (const button of document.querySelectorAll(/** @type {"button"} */ ("#export button"))) button.disabled = shown.length === 0;
  keepFocus(() => list.replaceChildren(...shown.map(renderEntry)));
  list.dispatchEvent(new Event("seen", { bubbles: true })); // for the buttons (keep/buttons.js)
}

/** @type {(entry: Entry) => HTMLElement} */
function renderEntry({ slug, title, kept }) {
  const link = make("a", "", title);
  link.href = SITE + fill(PAPER, slug);
  const name = make("h3", "card-title");
  name.dir = "auto";
  name.append(link);
  const remove = Object.assign(make("button", "", "Remove"), { type: "button" });
  remove.setAttribute("aria-label", `Remove: ${title}`);
  remove.addEventListener("click", () => removeEntry(slug, title));
  const row = make("p", "marks");
  row.append(makeMark("read", slug, title), makeMark("compared", slug, title), remove);
  const entry = make("li", "card");
  entry.dataset.entry = slug;
  entry.append(name, ...(kept ? [] : [make("p", "card-facts", "Marked as read, not kept")]), row);
  return entry;
}

// Draws the list anew; the focus goes to the same button, or that of the entry in its place, or the page's heading.
/** @type {(draw: () => void) => void} */
function keepFocus(draw) {
  const focused = document.activeElement;
  const place = drawn().findIndex((entry) => entry.contains(focused));
  if (place < 0) return draw();
  const old = drawn()[place];
  const which = [...old.querySelectorAll("button")].findIndex((button) => button === focused);
  draw();
  const same = drawn().find((entry) => entry.dataset.entry === old.dataset.entry);
  const entry = same ?? drawn()[place] ?? list.lastElementChild;
  (entry?.querySelectorAll("button")[which] ?? heading).focus();
  if (!same) status.textContent = `“${old.querySelector("a")?.textContent}” is not shown any more.`;
}

// Stores what `edit` makes of the marks, says so and offers to undo it.
/** @type {(edit: (marks: Marks) => Marks, said: string) => void} */
function change(edit, said) {
  const old = loadMarks();
  const stored = saveMarks(edit(loadMarks()));
  if (!stored) return;
  before = old;
  undo.hidden = false;
  status.textContent = said;
}

/** @type {(slug: string, title: string) => void} */
function removeEntry(slug, title) {
  /** @type {(marks: Marks) => Marks} */
  const edit = (marks) => {
    marks.kept.delete(slug);
    marks.read.delete(slug);
    return marks;
  };
  change(edit, `Removed “${title}”.`);
}

function clear() {
  if (clearing.returnValue !== "clear") return;
  change((marks) => ({ ...marks, kept: new Map(), read: new Map() }), "The list is cleared.");
  heading.focus();
}

// What to tell the reader of what a saved file added.
/** @type {(file: File) => Promise<string | null>} */
async function addSaved(file) {
  if (file.size > LARGEST) return "This file is too large to be a saved reading list.";
  const { marks, unreadable, problem } = files.parseSaved(await file.text());
  if (problem !== undefined) return problem;
  const titles = await fetchText(TITLES_JSON);
  if (!titles) return "The site’s titles could not be loaded, so nothing was added. Try again.";
  const merged = files.mergeMarks(loadMarks(), marks, JSON.parse(titles));
  const said = files.describeMerge({ ...merged, unreadable });
  if (merged.taken.length > 0) change(() => merged.marks, said);
  return merged.taken.length > 0 ? status.textContent : said;
}

filter.addEventListener("change", render);
order.addEventListener("change", render);
byId("clear").addEventListener("click", () => {
  byId("clear-count").textContent = `${files.count(entries().length)} will be forgotten.`;
  clearing.returnValue = "";
  clearing.showModal();
});
clearing.addEventListener("close", clear);
undo.addEventListener("click", () => {
  const there = new Set(entries().map(({ slug }) => slug));
  if (saveMarks(before)) status.textContent = "Undone.";
  const back = drawn().find((entry) => !there.has(/** @type {string} */ (entry.dataset.entry)));
  (back?.querySelector("a") ?? heading).focus();
});
byId("file").addEventListener("change", async ({ target }) => {
  const input = /** @type {HTMLInputElement & {files: FileList}} */ (target);
  if (input.files.length > 0) status.textContent = await addSaved(input.files[0]);
  input.value = "";
});
for (const button of document.querySelectorAll(/** @type {"button"} */ ("[data-export]"))) {
  button.addEventListener("click", async () => {
    const format = /** @type {string} */ (button.dataset.export);
    status.textContent = "Gathering the papers…";
    status.textContent = await exportAs(format, format === "json" ? entries() : chosen(), loadMarks());
  });
}
addEventListener("marks", () => {
  undo.hidden = true;
  render();
});

byId("no-storage").hidden = storable;
render();
