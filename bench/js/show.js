// The search page of a peer: our own page, box and list, with another search behind them. It is loaded with the first
// key, or at once where the address has a query.

const MOST = 10; // hits shown

// `open()` loads the search and gives a function from a text to its hits, [{title, url}], best first.
export function run(open) {
  const box = document.getElementById("q");
  const results = document.getElementById("results");
  let opening;
  let asked = 0;

  async function update() {
    const number = ++asked;
    const text = box.value;
    opening ??= open();
    const search = await opening;
    const hits = text.trim() ? await search(text, MOST) : [];
    if (number !== asked) return;
    results.replaceChildren(...hits.map(makeCard));
    globalThis.probe?.stood(text);
  }

  box.addEventListener("input", update);
  box.value = new URL(location).searchParams.get("q") ?? "";
  if (box.value) update();
}

function makeCard({ title, url }) {
  const link = document.createElement("a");
  link.href = new URL(url, new URL("../", location));
  link.textContent = title;
  const heading = document.createElement("h2");
  heading.className = "card-title";
  heading.append(link);
  const card = document.createElement("li");
  card.className = "card";
  card.append(heading);
  return card;
}

export async function readJson(path) {
  return (await fetch(new URL(`../${path}`, location))).json();
}
