// The page's end of the search worker, which is started on first use.

import { SCRIPTS } from "../shared/contract.js";
import { keepForOffline } from "../site/keep.js";

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
  ask("titles", { text: "", count: 0 }).catch(() => {}); // the query itself tells
}

function start() {
  const started = new Worker(`${root}${SCRIPTS}search-worker.js?${new URLSearchParams({ root, version })}`, { type: "module" });
  started.onmessage = ({ data: { id, answer, failed } }) => {
    if (!waiting.has(id)) return;
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (failed) return reject(new Error(failed));
    resolve(answer);
    if (!isKept) setTimeout(keepForOffline, IDLE);
    isKept = true; // what the search is made of; its files the worker keeps itself
  };
  started.onerror = () => {
    for (const { reject } of waiting.values()) reject(new Error("the search worker failed"));
    waiting.clear();
    started.terminate();
    worker = undefined;
  };
  return started;
}

// What to tell a reader of an `ask` that failed.
export function explainFailure({ message }) {
  if (message === "gone") return "This site was renewed since the page was opened. Reload the page to search it.";
  return "The search could not be loaded. Type on to try again, reload the page, or browse.";
}
