// The box that adds a paper to a comparison.

import { MOST_COMPARED, TITLES_JSON } from "../shared/contract.js";
import { findTitles } from "./comparison.js";
import { loadMarks, make } from "./marks.js";

const OFFERED = 8; // titles at once

// `shown` gives the slugs compared, `add` takes one more, `fetchJson` gets a file of the site. `offer` is to be called when
// what is shown has changed.
/**
 * @param {{
 *   shown: () => string[],
 *   add: (slug: string) => Promise<void>,
 *   fetchJson: (path: string) => Promise<Record<string, string> | null>,
 * }} page
 */
export function makeAddBox({ shown, add, fetchJson }) {
  const box = /** @type {HTMLInputElement} */ (document.getElementById("add-q"));
  const matches = /** @type {HTMLElement} */ (document.getElementById("matches"));
  const status = /** @type {HTMLElement} */ (document.getElementById("matches-status"));
  /** @type {Promise<Record<string, string> | null> | undefined} */
  let titles; // of the site, by slug

  async function offer() {
    const typed = box.value.trim();
    const found = await match(typed);
    if (typed !== box.value.trim()) return; // typed on meanwhile
    const free = (found ?? []).filter(([slug]) => !shown().includes(slug));
    status.textContent = found ? describe(typed, free.length) : "The titles could not be loaded. Type again to try again.";
    matches.replaceChildren(...(shown().length < MOST_COMPARED ? free.slice(0, OFFERED).map(renderChoice) : []));
  }

  // What may be added: titles with the words typed, or without any the papers of the reading list; null where they cannot
  // be loaded.
  /** @type {(typed: string) => Promise<[slug: string, title: string][] | null>} */
  async function match(typed) {
    if (!typed) return [...loadMarks().kept];
    titles ??= fetchJson(TITLES_JSON);
    try {
      return findTitles((await titles) ?? {}, typed);
    } catch {
      titles = undefined;
      return null;
    }
  }

  /** @type {(typed: string, number: number) => string} */
  function describe(typed, number) {
    if (shown().length >= MOST_COMPARED) return `${MOST_COMPARED} papers fit side by side. Remove one to add another.`;
    if (!typed) return number > 0 ? "From your reading list:" : "";
    if (number === 0) return "No other paper has these words in its title.";
    return `${number} ${number === 1 ? "paper" : "papers"}${number > OFFERED ? `, the first ${OFFERED} shown` : ""}:`;
  }

  /** @type {(paper: [slug: string, title: string]) => HTMLElement} */
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
