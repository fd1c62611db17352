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
function leadOn(around, { name, from, papers }) {
  const at = papers.findIndex(([path]) => path === location.pathname);
  if (at < 0) return;
  const lead = (before, [href, text] = []) => {
    const link = Object.assign(document.createElement("a"), { href });
    link.append(before, Object.assign(document.createElement("bdi"), { textContent: text }));
    if (href) around.append(link);
  };
  around.replaceChildren();
  lead("In ", [from, name]);
  lead("Previous: ", papers[at - 1]);
  lead("Next: ", papers[at + 1]);
}

try {
  const around = document.querySelector(".around");
  const list = JSON.parse(sessionStorage.getItem("list"));
  if (around && list) leadOn(around, list);
} catch {} // no storage here
