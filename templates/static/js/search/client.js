// The page's end of the search worker, which is started on first use.

import { SCRIPTS } from "../shared/contract.js";
import { keepForOffline } from "../site/keep.js";

/** @import { Answers } from "./search.js" */

const { root = "", search: version = "" } = document.documentElement.dataset;
const IDLE = 3000; // ms after the first answer, when nobody waits for anything else
/** @type {Map<number, {resolve: (answer: any) => void, reject: (error: Error) => void}>} */
const waiting = new Map();
/** @type {Worker | undefined} */
let worker;
let last = 0;
let isKept = false;

// What the worker answers. Throws if it fails.
/** @type {<N extends keyof Answers>(name: N, question: Parameters<Answers[N]>[0]) => Promise<ReturnType<Answers[N]>>} */
export function ask(name, question) {
  const asked = (worker ??= start());
  const id = ++last;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    asked.postMessage({ id, ask: name, ...question });
  });
}

// Starts the worker before anything is asked.
export function prepare() {
  ask("titles", { text: "", count: 0 }).catch(() => {}); // the query itself tells
}

function start() {
  const started = new Worker(`${root}${SCRIPTS}search-worker.js?${new URLSearchParams({ root, version })}`, { type: "module" });
  started.onmessage = ({ data: { id, answer, failed } }) => {
    const asking = waiting.get(id);
    if (!asking) return;
    waiting.delete(id);
    if (failed) return asking.reject(new Error(failed));
    asking.resolve(answer);
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
/** @type {(error: Error) => string} */
export function explainFailure({ message }) {
  if (message === "gone") return "This site was renewed since the page was opened. Reload the page to search it.";
  return "The search could not be loaded. Type on to try again, reload the page, or browse.";
}
