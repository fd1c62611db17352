// Buttons on cards and paper pages for a reader's marks (marks.js), and how many there are in the header.

import { MOST_COMPARED, PAPER, SLUG } from "../shared/contract.js";
import { NAMES, loadMarks, make, makeMark, saveMarks, say, SITE } from "./marks.js";

/** @import { List, Marks } from "./marks.js" */

const PAGE = new RegExp(`^${PAPER.replace("{}", `(${SLUG})`)}([?#]|$)`); // of a paper
const EMPTY = ".page-head > .marks:empty, .card > .marks:empty";

// What a button carries of the mark it gives or takes.
/** @typedef {{list: List, slug: string, title: string}} Mark */

/** @type {(row: Element) => void} */
function fill(row) {
  const card = /** @type {Element} */ (row.parentElement);
  const name = /** @type {HTMLElement & {href?: string}} */ (card.querySelector("h1, .card-title a"));
  const slug = PAGE.exec((name.href ?? location.href).replace(SITE, ""))?.[1];
  if (!slug) return;
  const lists = /** @type {List[]} */ (Object.keys(NAMES));
  const [kept, read, compared] = lists.map((list) => makeMark(list, slug, name.textContent));
  row.append(kept, name.href ? make("span", "noted", "Marked as read") : read, compared);
}

/** @type {(buttons: NodeListOf<Element>, marks?: Marks) => void} */
function press(buttons, marks = loadMarks()) {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (buttons)) {
    const { list, slug } = /** @type {Mark} */ (button.dataset);
    button.ariaPressed = String(marks[list].has(slug));
    button.parentElement?.classList.toggle("is-read", marks.read.has(slug));
  }
}

// Hits of a search come and go as one types, so only those that are looked at get buttons: they send an event `seen`.
/** @type {(element: ParentNode) => void} */
function showIn(element) {
  element.querySelectorAll(EMPTY).forEach(fill);
  const fresh = element.querySelectorAll(".mark:not([aria-pressed])");
  if (fresh.length) press(fresh);
}

function showAll() {
  const marks = loadMarks();
  press(document.querySelectorAll(".mark"), marks);
  for (const link of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".own a"))) {
    const { size } = marks[/** @type {List} */ (link.dataset.own)];
    link.classList.toggle("some", size > 0);
    /** @type {Node} */ (link.lastChild).textContent = `(${size})`;
  }
}

addEventListener("click", ({ target }) => {
  const { list, slug, title } = /** @type {Mark} */ (/** @type {HTMLElement} */ (target).dataset);
  document.querySelector(".said")?.remove();
  if (!NAMES[list]) return;
  const marks = loadMarks();
  const full = list === "compared" && marks[list].size >= MOST_COMPARED;
  if (!marks[list].delete(slug)) {
    if (full) return say(`Only ${MOST_COMPARED} papers fit side by side. Remove one on the Compare page first.`);
    marks[list].set(slug, title);
  }
  saveMarks(marks);
});
addEventListener("marks", showAll);
for (const other of ["storage", "pageshow"]) addEventListener(other, () => dispatchEvent(new Event("marks")));
document.querySelector("main")?.addEventListener("seen", ({ target }) => showIn(/** @type {Element} */ (target)));
showIn(document);
showAll();
