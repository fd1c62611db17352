// What a search answered, as elements of a page: cards of papers, what was found, in how many ways it was read.

import { ask } from "./client.js";
import { quoteParts, replacePart } from "./query.js";

const root = document.documentElement.dataset.root;
const LONG = 40; // characters of a word to quote
const SNIPPETS_AFTER = 150; // ms: for those who type on they would be fetched in vain

export function make(name, className, ...children) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

export function makeButton(className, text, press) {
  const button = make("button", className, text);
  button.type = "button";
  button.addEventListener("click", press);
  return button;
}

function link(path, className, text) {
  const anchor = make("a", className, text);
  anchor.href = root + path;
  return anchor;
}

// Whether an answer looks like the one shown.
export function areShown(answer, shown) {
  const look = ({ hits, ways, drops, meant, suggestions, facets, total }) => JSON.stringify([hits, ways, drops, meant, suggestions, facets, total]);
  return Boolean(shown) && describe(answer) === describe(shown) && look(answer) === look(shown);
}

// What was found, in a sentence or two.
export function describe({ total, complete, near, corrected, unknown, unread, senseless }) {
  const found = total - near;
  const said = senseless.map((typed) => `“${shorten(typed)}” narrows nothing down here.`);
  said.push(...corrected.map(({ typed, meant }) => `No paper says “${shorten(typed)}”: showing results for “${meant}”.`));
  if (unknown.length > 0) said.push(`No paper says ${unknown.map((word) => `“${shorten(word)}”`).join(" or ")}.`);
  if (found === 0) said.push("Nothing found. Try fewer or other words, or browse.");
  else if (complete === found) said.push(`${count(found)} found.`);
  else if (complete > 0) said.push(`${count(complete)} with all words, ${found - complete} more with some of them.`);
  else said.push(`No paper has all words; ${count(found)} with some of them.`);
  if (unread > 0) said.push(`The texts of ${count(unread)} more could not be read for the phrase.`);
  return said.join(" ");
}

function shorten(text) {
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
}

function count(number) {
  return number === 1 ? "1 paper" : `${number} papers`;
}

// What one may press to be understood otherwise; `change(text)` asks anew.
export function renderChoices({ drops, meant }, text, change) {
  const dropped = drops.slice(0, 3).map(({ typed, instead = "", papers }) => {
    const name = instead ? "Without the quotation marks" : `Without “${shorten(typed)}”`;
    return makeButton("choice", `${name}: ${count(papers)}`, () => change(replacePart(text, typed, instead)));
  });
  const others = meant.slice(0, 6).map(({ typed, parts, meant: other }) => {
    const name = other ? `“${other}”` : `other words for “${typed}”`;
    const button = makeButton("choice", `also ${name} ×`, () => change(quoteParts(text, parts)));
    button.setAttribute("aria-label", `Do not search for ${name}, only for “${typed}”`);
    return button;
  });
  return [...dropped, ...others];
}

// What the text being typed may lead to.
export function renderSuggestions(suggestions, change) {
  return suggestions.map(({ kind, name, slug, url, text }) => {
    if (kind === "technique") return link(`techniques/${slug}/`, `chip technique-${slug}`, name);
    if (kind === "method") return link(url, "choice", name);
    return makeButton("choice", name, () => change(text));
  });
}

// Puts the cards in the list; a link that had the focus keeps it where its card comes again.
export function replaceHits(list, cards) {
  const { href } = list.contains(document.activeElement) ? document.activeElement : {};
  list.replaceChildren(...cards);
  if (href) [...list.querySelectorAll("a")].find((anchor) => anchor.href === href)?.focus({ preventScroll: true });
}

// The cards of hits; the terms of `ways` are marked in their snippets once they are seen.
export function renderHits(hits, ways) {
  const cards = hits.map((hit) => renderHit(hit));
  setTimeout(() => cards.forEach((card, i) => watch(card, hits[i].paper, ways)), SNIPPETS_AFTER);
  return cards;
}

function renderHit({ title, url, year, techniques, missing, near }) {
  const heading = make("h2", "card-title", link(url, "", title));
  const snippet = make("p", "card-summary snippet");
  const hit = make("li", near ? "card near" : "card", heading, snippet);
  if (year || techniques.length > 0) hit.append(make("p", "chips", ...(year ? [make("span", "count", year)] : []), ...techniques.map(renderChip)));
  if (missing.length > 0) hit.append(make("p", "card-missing", `Without: ${missing.join(", ")}`));
  hit.append(make("p", "marks")); // for the buttons of keep/buttons.js
  for (const child of hit.children) child.dir = "auto";
  return hit;
}

function renderChip([slug, name]) {
  return link(`techniques/${slug}/`, `chip technique-${slug}`, name);
}

const seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    seen.unobserve(target);
    fill(target);
  }
});
const asked = new WeakMap();

function watch(card, paper, ways) {
  if (!card.isConnected) return;
  asked.set(card, { paper, ways });
  seen.observe(card);
}

async function fill(card) {
  const { from, pieces } = await ask("snippet", asked.get(card)).catch(() => ({ pieces: [] })); // a card does without
  const texts = pieces.map(({ text, marked }) => (marked ? make("mark", "", text) : text));
  const snippet = card.querySelector(".snippet");
  card.classList.add("seen");
  snippet.replaceChildren(...(from === "abstract" ? [make("q", "", ...texts)] : texts));
}

// Up and down lead through the links of the cards, and back into the box; Escape leads back at once.
export function walkWithArrows(box, list) {
  const links = () => [...list.querySelectorAll(".card-title a")];
  const move = (event) => {
    if (event.isComposing || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
    const all = [box, ...links()];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = all.indexOf(document.activeElement);
    if (step && at >= 0 && all[at + step]) {
      event.preventDefault();
      all[at + step].focus();
      all[at + step].scrollIntoView({ block: "nearest" });
    } else if (event.key === "Escape" && at > 0) {
      event.preventDefault();
      event.stopPropagation();
      box.focus();
    }
  };
  box.addEventListener("keydown", move);
  list.addEventListener("keydown", move);
}
