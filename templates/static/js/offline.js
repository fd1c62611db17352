// The service worker: what was visited, and the search once it was used, also work without a network. Nothing is
// fetched ahead; with a network pages come from there. Files of the search are kept by the search itself
// (search-worker.js) under addresses that change with their content.

import { PAGE_CACHE, SEARCH_CACHE, SEARCH_FOLDER } from "./shared/contract.js";

/** @type {ServiceWorkerGlobalScope} */
const worker = /** @type {any} */ (self);

// One host may have several sites like this.
const { pathname } = new URL(worker.registration.scope);
const CACHE = `${PAGE_CACHE} ${pathname}`;
const SEARCH = `${SEARCH_CACHE} ${pathname}`;
const SEARCH_FILE = new RegExp(SEARCH_FOLDER);

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

// The page that starts this says its address and what it was made from: it was fetched before anybody could keep it.
worker.addEventListener("message", (event) => event.waitUntil(keepAll(event.data.keep)));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname: path } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  event.respondWith(SEARCH_FILE.test(path) ? fetchKept(request) : fetchFresh(request, event));
});

/** @type {(request: Request) => Promise<Response>} */
async function fetchKept(request) {
  const search = await caches.open(SEARCH);
  return (await search.match(request)) ?? fetch(request);
}

/** @type {(request: Request, event: ExtendableEvent) => Promise<Response>} */
async function fetchFresh(request, event) {
  const cache = await caches.open(CACHE);
  const key = pageOf(request.url, request.mode === "navigate");
  try {
    const response = await fetch(request);
    if (response.ok) event.waitUntil(cache.put(key, response.clone()).catch(() => {})); // no room: not kept
    return response;
  } catch (error) {
    const kept = await cache.match(key);
    if (kept) return kept;
    throw error;
  }
}

/** @type {(addresses: string[]) => Promise<void>} */
async function keepAll(addresses) {
  const cache = await caches.open(CACHE);
  for (const [i, address] of addresses.entries()) {
    const key = pageOf(address, i === 0);
    if (await cache.match(key)) continue;
    const response = await fetch(address, { cache: "force-cache" }).catch(() => null); // offline: nothing to keep
    if (response?.ok) await cache.put(key, response).catch(() => {});
  }
}

// A page is one whatever is asked of it: search/?q=… is search/.
/** @type {(address: string, isPage: boolean) => string} */
function pageOf(address, isPage) {
  return isPage ? address.replace(/[?#].*$/, "") : address;
}
