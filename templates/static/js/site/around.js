// A paper's page leads on in the list one came from, as lists.js kept it, rather than in its digest.
/** @typedef {[path?: string, title?: string]} Listed */

/** @type {(around: Element, list: {name: string, from: string, papers: Listed[]}) => void} */
function leadOn(around, { name, from, papers }) {
  const at = papers.findIndex(([path]) => path === location.pathname);
  if (at < 0) return;
  /** @type {(before: string, to?: Listed) => void} */
  const lead = (before, [href, text] = /** @type {Listed} */ ([])) => {
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
  const list = JSON.parse(/** @type {string} */ (sessionStorage.getItem("list")));
  if (around && list) leadOn(around, list);
} catch {
  // No storage here.
}
