// The service worker: what was visited, and the search once it was used, also work without a network. Nothing is
// fetched ahead; with a network pages come from there. Files of the search are kept by the search itself
// (search-worker.js) under addresses that change with their content.

// One host may have several sites like this.
const { pathname } = new URL(registration.scope);
const CACHE = `distillate ${pathname}`;
const SEARCH = `distillate-search ${pathname}`;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

// The page that starts this says what it was made from: it was fetched before anybody could keep it.
addEventListener("message", ({ data }) => keepAll(data.keep));

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, searchParams } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  event.respondWith(searchParams.has("v") ? fetchKept(request) : fetchFresh(request, event));
});

async function fetchKept(request) {
  const search = await caches.open(SEARCH);
  return (await search.match(request)) ?? fetch(request);
}

async function fetchFresh(request, event) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) event.waitUntil(cache.put(request, response.clone()).catch(() => {})); // no room: not kept
    return response;
  } catch (error) {
    const kept = await cache.match(request, { ignoreSearch: request.mode === "navigate" });
    if (kept) return kept;
    throw error;
  }
}

async function keepAll(addresses) {
  const cache = await caches.open(CACHE);
  for (const address of addresses) {
    if (await cache.match(address)) continue;
    const response = await fetch(address, { cache: "force-cache" }).catch(() => null); // offline: nothing to keep
    if (response?.ok) await cache.put(address, response).catch(() => {});
  }
}
