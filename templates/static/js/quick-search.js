// The quick search: a dialog over any page, with the best hits as one types.

import { prepare } from "./search/client.js";
import { LiveSearch } from "./search/live.js";
import { describe, make, makeButton, renderSuggestions, showHits, walkWithArrows } from "./search/view.js";
import { QUERY } from "./shared/contract.js";
import { isSlashOn, switchSlash } from "./site/slash-switch.js";

/** @import { Answer } from "./search/search.js" */

const MOST = 8; // hits

const form = /** @type {HTMLFormElement} */ (document.querySelector('[role="search"]'));
const pageBox = /** @type {HTMLInputElement} */ (form.querySelector("input"));
const box = make("input");
const status = make("p", "aside");
const suggestions = make("p", "choices");
const results = make("ol", "cards hits");
const all = make("a", "", "All results");
const dialog = makeDialog();
const live = new LiveSearch({ list: results, show, fail: (message) => (status.textContent = message), rest: () => update({ pause: true }) });

// Opens the dialog, going on with the text typed so far; closed, it gives the focus to `back`.
/** @type {(text: string, back?: HTMLElement) => void} */
export function openQuickSearch(text, back) {
  if (dialog.open) return;
  dialog.addEventListener("close", () => back?.focus(), { once: true });
  prepare();
  box.value = text;
  dialog.showModal();
  box.focus();
  update();
}

function makeDialog() {
  box.type = "search";
  box.autocomplete = "off";
  box.spellcheck = false;
  box.setAttribute("aria-label", "Search papers");
  status.setAttribute("role", "status");
  results.setAttribute("aria-label", "Papers found");
  const quick = make("form", "", box, makeButton("", "Close", () => dialog.close()));
  quick.setAttribute("role", "search");
  quick.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(all.href);
  });
  const made = make("dialog", "quick-search", quick, suggestions, status, results, make("p", "quick-foot", all, makeSwitch()));
  made.setAttribute("aria-label", "Quick search");
  made.addEventListener("close", () => (pageBox.value = ""));
  made.addEventListener("click", ({ target }) => target === made && made.close());
  box.addEventListener("input", (event) => /** @type {InputEvent} */ (event).isComposing || update());
  box.addEventListener("compositionend", () => update());
  walkWithArrows(box, results);
  document.body.append(made);
  return made;
}

function makeSwitch() {
  const slash = make("input");
  slash.type = "checkbox";
  slash.checked = isSlashOn();
  slash.addEventListener("change", () => {
    slash.disabled = !switchSlash(slash.checked);
  });
  return make("label", "", slash, " the key / opens this");
}

function update({ pause = false } = {}) {
  const text = box.value;
  all.href = `${form.action}?${new URLSearchParams({ [QUERY]: text.trim() })}`;
  if (text.trim()) {
    live.ask({ text, count: MOST }, { pause });
    return;
  }
  live.stop();
  showHits(results, [], []);
  suggestions.replaceChildren();
  status.textContent = "Type a title, a method, a topic or a question.";
}

/** @type {(found: Answer) => Promise<void>} */
async function show(found) {
  status.textContent = describe(found);
  suggestions.replaceChildren(...renderSuggestions(found.suggestions, change));
  await showHits(results, found.hits, found.ways);
}

/** @type {(edit: (text: string) => string) => void} */
function change(edit) {
  box.value = edit(box.value);
  box.focus();
  update({ pause: true });
}
