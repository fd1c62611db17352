// The key `/` puts the cursor into the page's search box, unless one is typing already.

const TYPING = "input, textarea, select, [contenteditable]";

document.addEventListener("keydown", (event) => {
  const modified = event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
  if (event.key !== "/" || modified || event.target.closest?.(TYPING)) return;
  const box = document.querySelector('[role="search"] input');
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// A paper's page leads on in the list one came from, as lists.js kept it, rather than in its digest.
function leadOn(around, { name, address, papers }) {
  const at = papers.findIndex(([path]) => path === location.pathname);
  if (at < 0) return;
  const links = [["In ", address, name], ["Previous: ", ...(papers[at - 1] ?? [])], ["Next: ", ...(papers[at + 1] ?? [])]];
  around.replaceChildren();
  for (const [before, href, text] of links) {
    if (!href) continue;
    const title = Object.assign(document.createElement("bdi"), { textContent: text });
    const link = Object.assign(document.createElement("a"), { href });
    link.append(before, title);
    around.append(link);
  }
}

const around = document.querySelector(".around");
try {
  if (around) leadOn(around, JSON.parse(sessionStorage.getItem("list")) ?? { papers: [] });
} catch {} // no storage here
