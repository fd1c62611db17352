// A reader's marks on papers, kept in this browser alone; buttons for them on cards and paper pages.
// Event `marks`: they changed.

export const SITE = new URL("../../", import.meta.url).href;
export const MOST = 4; // to compare
const KEY = `distillate-marks-1 ${SITE}`;
const NAMES = { kept: "Keep", read: "I’ve read it", compared: "Compare" };

const isEntry = (entry) =>
  Array.isArray(entry) &&
  entry.length === 2 &&
  entry.every((part) => typeof part === "string") &&
  /^[a-z0-9-]{1,80}$/.test(entry[0]);

// {kept, read, compared}, each a Map from slug to title, as added. The text may be anything.
export function parseMarks(text) {
  let found;
  try {
    found = JSON.parse(text);
  } catch {}
  const marks = {};
  for (const list in NAMES) marks[list] = new Map([found?.[list]].flat().filter(isEntry));
  return marks;
}

export const formatMarks = (marks) => JSON.stringify(marks, (_, value) => (value instanceof Map ? [...value] : value));

export function loadMarks() {
  try {
    return parseMarks(localStorage[KEY]);
  } catch {
    return parseMarks();
  }
}

// Whether they could be stored.
export function saveMarks(marks) {
  try {
    localStorage[KEY] = formatMarks(marks);
  } catch {
    return say("Not stored: this browser’s storage is full or off.");
  }
  announce();
  return true;
}

export function make(name, className = "", textContent = "") {
  return Object.assign(document.createElement(name), { className, textContent });
}

export function makeMark(list, slug, title) {
  const button = make("button", "mark", NAMES[list]);
  button.ariaLabel = `${NAMES[list]}: ${title}`;
  Object.assign(button.dataset, { list, slug, title });
  return button;
}

function decorate(place) {
  const name = place.querySelector("h1, .card-title a");
  const slug = /^papers\/([^/]+)\/([?#]|$)/.exec((name?.href ?? location.href).replace(SITE, ""))?.[1];
  if (!slug || place.querySelector(".mark")) return;
  const row = place.querySelector(".marks") ?? place.appendChild(make("p", "marks"));
  const [kept, read, compared] = Object.keys(NAMES).map((list) => makeMark(list, slug, name.textContent));
  row.append(kept, name.href ? make("span", "noted", "Marked as read") : read, compared);
}

function show() {
  document.querySelectorAll(".page-head, .card").forEach(decorate);
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

function announce() {
  show();
  dispatchEvent(new Event("marks"));
}

function say(text) {
  const said = document.body.appendChild(make("p", "said"));
  said.role = "status";
  setTimeout(() => (said.textContent = text)); // once it is watched
}

if (globalThis.document) {
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
  addEventListener("storage", announce);
  addEventListener("pageshow", announce);
  new MutationObserver(show).observe(document.querySelector("main"), { childList: true, subtree: true });
  show();
}
