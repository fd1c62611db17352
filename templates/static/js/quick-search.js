// The quick search: a dialog over any page, with the best hits as one types.

import { ask, prepare } from "./search/client.js";
import { describe, make, makeButton, renderHits, renderSuggestions, walkWithArrows } from "./search/view.js";

const MOST = 8; // hits
const PAUSE = 300; // ms without a key
const SWITCH = "distillate.slash"; // as in site.js

const form = document.querySelector('[role="search"]');
const pageBox = form.querySelector("input");
const box = make("input");
const status = make("p", "aside");
const suggestions = make("p", "choices");
const results = make("ol", "cards hits");
const all = make("a", "", "All results");
const dialog = makeDialog();

let asked = 0;
let pauseTimer;

// Opens the dialog, going on with the text typed so far.
export function openQuickSearch(text) {
  if (dialog.open) return;
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
  box.addEventListener("input", () => update());
  walkWithArrows(box, results);
  document.body.append(made);
  return made;
}

function makeSwitch() {
  const slash = make("input");
  slash.type = "checkbox";
  slash.checked = true; // or the key would not have led here, unless the page's box did
  try {
    slash.checked = localStorage.getItem(SWITCH) !== "off";
    slash.addEventListener("change", () => localStorage.setItem(SWITCH, slash.checked ? "on" : "off"));
  } catch {
    slash.disabled = true; // no storage to remember it in
  }
  return make("label", "", slash, " the key / opens this");
}

async function update({ pause = false } = {}) {
  clearTimeout(pauseTimer);
  const [number, text] = [++asked, box.value];
  all.href = `${form.action}?${new URLSearchParams({ q: text.trim() })}`;
  if (!text.trim()) {
    results.replaceChildren();
    suggestions.replaceChildren();
    status.textContent = "Type a title, a method, a topic or a question.";
    return;
  }
  if (!pause) pauseTimer = setTimeout(() => update({ pause: true }), PAUSE);
  try {
    const found = await ask("find", { text, pause, count: MOST });
    if (!found || number !== asked) return;
    results.replaceChildren(...renderHits(found.hits, found.ways));
    suggestions.replaceChildren(...renderSuggestions(found.suggestions, change));
    status.textContent = describe(found);
  } catch {
    status.textContent = "The search could not be loaded. Type on to try again.";
  }
}

function change(text) {
  box.value = text;
  box.focus();
  update({ pause: true });
}
