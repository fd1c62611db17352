// The quick search: a dialog over any page, with the best hits as one types.

import { ask, explainFailure, prepare } from "./search/client.js";
import { areShown, describe, make, makeButton, renderHits, renderSuggestions, replaceHits, walkWithArrows } from "./search/view.js";

const MOST = 8; // hits
const PAUSE = 300; // ms without a key
const SWITCH = "distillate.slash"; // as in site/slash.js

const form = document.querySelector('[role="search"]');
const pageBox = form.querySelector("input");
const box = make("input");
const status = make("p", "aside");
const suggestions = make("p", "choices");
const results = make("ol", "cards hits");
const all = make("a", "", "All results");
const dialog = makeDialog();

let asked = 0;
let shown; // the answer
let pauseTimer;

// Opens the dialog, going on with the text typed so far; closed, it gives the focus to `back`.
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
  box.addEventListener("input", ({ isComposing }) => isComposing || update());
  box.addEventListener("compositionend", () => update());
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
    shown = null;
    results.replaceChildren();
    suggestions.replaceChildren();
    status.textContent = "Type a title, a method, a topic or a question.";
    return;
  }
  if (!pause) pauseTimer = setTimeout(() => update({ pause: true }), PAUSE);
  try {
    const found = await ask("find", { text, pause, count: MOST });
    if (found && number === asked) show(found);
  } catch (error) {
    if (number === asked) status.textContent = explainFailure(error);
  }
}

function show(found) {
  if (areShown(found, shown)) return; // what may just be read or pressed is not replaced by the same
  shown = found;
  replaceHits(results, renderHits(found.hits, found.ways));
  suggestions.replaceChildren(...renderSuggestions(found.suggestions, change));
  status.textContent = describe(found);
}

function change(text) {
  box.value = text;
  box.focus();
  update({ pause: true });
}
