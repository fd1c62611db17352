// The quick search, opened over any page with the key `/` or from its search box. It is fetched on first use.

import { SCRIPTS } from "../shared/contract.js";
import { isSlashOn } from "./slash-switch.js";

const TYPING = "input, textarea, select, [contenteditable]";

/** @type {HTMLInputElement | null} */
const box = document.querySelector('.site-header [role="search"] input, .hero [role="search"] input');
const own = document.getElementById("search-status"); // the search page has a search of its own
const field = /** @type {HTMLInputElement | null} */ (own ? document.getElementById("q") : box);

// Goes on with what the page's own box holds by then; closed, it leads back to what had the focus.
/** @type {(back: Element | null) => Promise<void>} */
async function open(back) {
  const { openQuickSearch } = await import(`${document.documentElement.dataset.root}${SCRIPTS}quick-search.js`);
  openQuickSearch(box?.value ?? "", back);
}

document.addEventListener("keydown", (event) => {
  const target = /** @type {Partial<Element>} */ (event.target); // perhaps the document
  const modified = [event.ctrlKey, event.metaKey, event.altKey, event.defaultPrevented].includes(true);
  if (event.key !== "/" || modified || target.closest?.(`${TYPING}, dialog`) || !isSlashOn()) return;
  event.preventDefault();
  const back = document.activeElement;
  field?.select(); // so that no key is lost while the quick search comes
  if (!own) open(back).catch(() => {});
});

// What is typed into the page's own box goes on in the quick search; where that fails, the form leads to the search page.
if (!own) for (const event of ["input", "compositionend"]) {
  box?.addEventListener(event, (typed) => /** @type {InputEvent} */ (typed).isComposing || open(box).catch(() => {}));
}
