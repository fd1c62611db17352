// The box that adds a paper to a comparison.

import { MOST_COMPARED, TITLES_JSON } from "../shared/contract.js";
import { findTitles } from "./comparison.js";
import { loadMarks, make } from "./marks.js";

const OFFERED = 8; // titles at once

// `shown` gives the slugs compared, `add` takes one more, `fetchJson` gets a file of the site.
// {offer, focus}: `offer` is to be called when what is shown has changed.
export function makeAddBox({ shown, add, fetchJson }) {
  const box = document.getElementById("add-q");
  const matches = document.getElementById("matches");
  const status = document.getElementById("matches-status");
  let titles; // the promise of {slug: title} of the site

  // What may be added: titles with the words typed, or without any the papers of the reading list.
  async function offer() {
    const typed = box.value.trim();
    if (typed) titles ??= fetchJson(TITLES_JSON);
    let known;
    try {
      known = typed ? await titles : Object.fromEntries(loadMarks().kept);
    } catch {
      titles = undefined;
      status.textContent = "The titles could not be loaded. Type again to try again.";
      return;
    }
    if (typed !== box.value.trim()) return; // typed on meanwhile
    const found = typed ? findTitles(known ?? {}, typed) : Object.entries(known);
    const free = found.filter(([slug]) => !shown().includes(slug));
    status.textContent = describe(typed, free.length);
    matches.replaceChildren(...(shown().length < MOST_COMPARED ? free.slice(0, OFFERED).map(renderChoice) : []));
  }

  function describe(typed, number) {
    if (shown().length >= MOST_COMPARED) return `${MOST_COMPARED} papers fit side by side. Remove one to add another.`;
    if (!typed) return number > 0 ? "From your reading list:" : "";
    if (number === 0) return "No other paper has these words in its title.";
    return `${number} ${number === 1 ? "paper" : "papers"}${number > OFFERED ? `, the first ${OFFERED} shown` : ""}:`;
  }

  function renderChoice([slug, title]) {
    const button = make("button", "", title);
    button.type = "button";
    button.dir = "auto";
    button.setAttribute("aria-label", `Add: ${title}`);
    button.addEventListener("click", async () => {
      box.value = "";
      await add(slug);
      box.focus();
    });
    const choice = make("li");
    choice.append(button);
    return choice;
  }

  box.addEventListener("input", offer);
  return { offer, focus: () => box.focus() };
}
