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
