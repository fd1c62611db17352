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
// Each filter: its name in the address, and what a card has of it; a tick keeps the cards that have any.
const yearOf = (card) => [card.dataset.date?.slice(0, 4) ?? "unknown"];
const techniquesOf = (card) => [...card.querySelectorAll(".chip")].map((chip) => chip.textContent);
const CHOICES = [["year", "Year", yearOf], ["technique", "Technique", techniquesOf]];
const TICKS = [["results", "with results", ".card-result"], ["code", "with code", ".card-facts a"]];

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

function build() {
  const sorts = SORTS.filter(([, , key]) => new Set(cards.map(key)).size > 1);
  if (sorts.length > 0) select("sort", "Sort", [["", "as listed"], ...sorts]);
  for (const [name, text, valuesOf] of CHOICES) {
    const all = cards.flatMap(valuesOf);
    const values = [...new Set(all)].filter((value) => all.filter((one) => one === value).length < cards.length).sort();
    if (name === "year") values.reverse();
    if (values.length > 0) select(name, text, [["", "any"], ...values.map((value) => [value, value])]);
  }
  for (const [name, text, selector] of TICKS) {
    const kept = cards.filter((card) => card.querySelector(selector)).length;
    if (kept === 0 || kept === cards.length) continue;
    form.append(make("label", {}, make("input", { type: "checkbox", name, value: "1" }), text));
  }
  form.append(make("button", { type: "reset" }, "Reset"));
  form.addEventListener("change", choose);
  form.addEventListener("reset", () => setTimeout(choose)); // the event comes before the controls are reset
  form.addEventListener("submit", (event) => event.preventDefault());
  tools.append(make("details", {}, make("summary", {}, "Sort and filter"), form), status);
}

function chosen() {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
}

function choose() {
  const address = new URL(location.href);
  for (const { name } of form.elements) address.searchParams.delete(name);
  for (const [name, value] of Object.entries(chosen())) address.searchParams.set(name, value);
  if (address.href !== location.href) history.replaceState(null, "", address);
  show();
}

function show() {
  const wanted = chosen();
  const sort = SORTS.find(([name]) => name === wanted.sort);
  const key = sort ? sort[2] : () => 0;
  list.append(...[...cards].sort((one, other) => (key(one) < key(other)) - (key(one) > key(other))));
  for (const card of cards) {
    const lacks = CHOICES.some(([name, , valuesOf]) => wanted[name] && !valuesOf(card).includes(wanted[name]));
    card.hidden = lacks || TICKS.some(([name, , selector]) => wanted[name] && !card.querySelector(selector));
  }
  status.textContent = Object.keys(wanted).length > 0 ? describe(sort) : "";
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
    const value = asked.get(control.name);
    if (control.type === "checkbox") control.checked = value === control.value;
    else if ([...(control.options ?? [])].some((option) => option.value === value)) control.value = value;
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
