// Buttons on cards and paper pages for a reader's marks (marks.js), and how many there are in the header.

import { MOST, NAMES, loadMarks, make, makeMark, saveMarks, say, SITE } from "./marks.js";

// Hits of a search come and go as one types, so only those that are looked at get buttons.
const PLACES = ".page-head, .card:not(.hits > *), .hits > .seen";

function decorate(place) {
  const name = place.querySelector("h1, .card-title a");
  const slug = /^papers\/([^/]+)\/([?#]|$)/.exec((name?.href ?? location.href).replace(SITE, ""))?.[1];
  if (!slug || place.querySelector(".mark")) return;
  const row = place.querySelector(".marks") ?? place.appendChild(make("p", "marks"));
  const [kept, read, compared] = Object.keys(NAMES).map((list) => makeMark(list, slug, name.textContent));
  row.append(kept, name.href ? make("span", "noted", "Marked as read") : read, compared);
}

function show() {
  document.querySelectorAll(PLACES).forEach(decorate);
  const marks = loadMarks();
  for (const mark of document.querySelectorAll(".mark")) {
    const { list, slug } = mark.dataset;
    mark.ariaPressed = marks[list].has(slug);
    mark.parentNode.classList.toggle("is-read", marks.read.has(slug));
  }
  for (const link of document.querySelectorAll(".own a")) {
    const { size } = marks[link.dataset.own];
    link.classList.toggle("some", size > 0);
    link.lastChild.textContent = `(${size})`;
  }
}

addEventListener("click", ({ target: { dataset } }) => {
  const { list, slug, title } = dataset;
  document.querySelector(".said")?.remove();
  if (!NAMES[list]) return;
  const marks = loadMarks();
  const full = list === "compared" && marks[list].size >= MOST;
  if (!marks[list].delete(slug)) {
    if (full) return say(`Only ${MOST} papers fit side by side: take one out first.`);
    marks[list].set(slug, title);
  }
  saveMarks(marks);
});
addEventListener("marks", show);
for (const other of ["storage", "pageshow"]) addEventListener(other, () => dispatchEvent(new Event("marks")));
new MutationObserver(show).observe(document.querySelector("main"), { childList: true, subtree: true });
show();
