// The page's end of the search worker, which is started on first use.

const root = document.documentElement.dataset.root;
const version = document.documentElement.dataset.search;
const IDLE = 3000; // ms after the first answer, when nobody waits for anything else
const waiting = new Map();
let worker;
let last = 0;
let isKept = false;

// What the worker answers to `name` (search-worker.js); null for a query that a newer one has overtaken. Throws if it fails.
export function ask(name, question) {
  worker ??= start();
  const id = ++last;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, ask: name, ...question });
  });
}

// Starts the worker before anything is asked.
export function prepare() {
  worker ??= start();
  ask("titles", { text: "", count: 0 }).catch(() => {}); // the query itself tells
}

function start() {
  const started = new Worker(`${root}static/js/search-worker.js?${new URLSearchParams({ root, version })}`, { type: "module" });
  started.onmessage = ({ data: { id, answer, failed } }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (failed) return reject(new Error(failed));
    resolve(answer);
    if (!isKept) setTimeout(keepForOffline, IDLE);
    isKept = true;
  };
  started.onerror = () => {
    for (const { reject } of waiting.values()) reject(new Error("the search worker failed"));
    waiting.clear();
    worker = undefined;
  };
  return started;
}

// From the first answer on, this page and the search work without a network (offline.js).
async function keepForOffline() {
  if (!navigator.serviceWorker) return;
  try {
    await navigator.serviceWorker.register(`${root}offline.js`);
    const { active } = await navigator.serviceWorker.ready;
    const used = performance.getEntriesByType("resource").map(({ name }) => name);
    const keep = [location.href, ...used].filter((address) => address.startsWith(location.origin) && !/[?&]v=/.test(address));
    active.postMessage({ keep });
  } catch {
    // A browser may refuse, as in private windows: then only what its own cache has works offline.
  }
}
