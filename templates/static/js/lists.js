// Sorts and narrows the cards of a list and keeps the choice in the address; tells the page of a paper that is followed
// from here which papers come before and after it.

const tools = document.querySelector(".list-tools");
const list = tools?.nextElementSibling;
const cards = [...(list?.children ?? [])];

// Each sort: its name in the address, its name here, and what is highest first; cards without it come last.
const SORTS = [
  ["newest", "Newest first", (card) => card.dataset.date ?? ""],
  ["votes", "Most votes", (card) => Number(card.dataset.votes ?? -1)],
  ["speed-up", "Largest speed-up claimed", (card) => Number(card.dataset.speedUp ?? -1)],
];
// What else the list offers (site_src/facets.py); a card carries, under the name of each field, what it has of it.
const facets = JSON.parse(tools?.dataset.controls ?? "[]");
const keysOf = (card, field) => card.dataset[field]?.split(" ") ?? [];

const form = make("form");
const status = make("p", { role: "status" });

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function select(name, text, options) {
  const made = options.map(([value, label]) => make("option", { value }, label));
  form.append(make("label", {}, text, make("select", { name }, ...made)));
}

function tick(name, value, text) {
  form.append(make("label", {}, make("input", { type: "checkbox", name, value }), text));
}

function build() {
  const sorts = SORTS.filter(([, , key]) => new Set(cards.map(key)).size > 1);
  if (sorts.length > 0) select("sort", "Sort", [["", "as listed"], ...sorts]);
  for (const { field, name, boxes, values } of facets) {
    const narrowing = values.filter(([key]) => !cards.every((card) => keysOf(card, field).includes(key)));
    if (boxes) narrowing.forEach(([key, value]) => tick(field, key, `${name.toLowerCase()} ${value}`));
    else if (narrowing.length > 0) select(field, name, [["", "any"], ...narrowing]);
  }
  form.append(make("button", { type: "reset" }, "Reset"));
  form.addEventListener("change", choose);
  form.addEventListener("reset", () => setTimeout(choose)); // the event comes before the controls are reset
  form.addEventListener("submit", (event) => event.preventDefault());
  tools.append(make("details", {}, make("summary", {}, "Sort and filter"), form), status);
}

// [name, value] of the sort and of everything that cards must have.
function chosen() {
  return [...new FormData(form)].filter(([, value]) => value);
}

function choose() {
  const address = new URL(location.href);
  for (const { name } of form.elements) address.searchParams.delete(name);
  for (const [name, value] of chosen()) address.searchParams.append(name, value);
  if (address.href !== location.href) history.replaceState(null, "", address);
  show();
}

function show() {
  const wanted = chosen();
  const sort = SORTS.find(([name]) => name === form.elements.sort?.value);
  const key = sort ? sort[2] : () => 0;
  list.append(...[...cards].sort((one, other) => (key(one) < key(other)) - (key(one) > key(other))));
  const filters = wanted.filter(([name]) => name !== "sort");
  for (const card of cards) card.hidden = !filters.every(([name, value]) => keysOf(card, name).includes(value));
  status.textContent = wanted.length > 0 ? describe(sort) : "";
}

function describe(sort) {
  const kept = cards.filter((card) => !card.hidden).length;
  const total = Number(tools.dataset.total);
  const said = [`${kept} of ${cards.length} papers${sort ? `, ${sort[1].toLowerCase()}` : ""}.`];
  if (total > cards.length) said.push(`Only those on this page are looked at, of ${total} in all.`);
  if (kept === 0) said.push("Undo a choice to see more.");
  return said.join(" ");
}

function restore() {
  const asked = new URLSearchParams(location.search);
  for (const control of form.elements) {
    const values = asked.getAll(control.name);
    if (control.type === "checkbox") control.checked = values.includes(control.value);
    else if ([...(control.options ?? [])].some((option) => option.value === values[0])) control.value = values[0];
  }
  show();
}

// Kept for this tab alone, until another list is left by one of its cards.
function rememberList() {
  const shown = [...list.children].filter((card) => !card.hidden).map((card) => card.querySelector(".card-title a"));
  const papers = shown.map((link) => [link.pathname, link.textContent]);
  try {
    sessionStorage.setItem("list", JSON.stringify({ name: tools.dataset.name, from: location.href, papers }));
  } catch {
    // No storage here: the paper's page then keeps to its digest.
  }
}

if (tools && !tools.hidden) {
  build();
  restore();
}
if (list) {
  list.addEventListener("click", (event) => {
    if (event.target.closest(".card-title a")) rememberList();
  });
}
