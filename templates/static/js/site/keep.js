// What was visited works without a network: the service worker (offline.js) is asked to keep this page and what it was
// made from. Nothing is fetched for it.

import { OFFLINE, SEARCH_FOLDER } from "../shared/contract.js";

const SEARCH_FILE = new RegExp(SEARCH_FOLDER); // kept by the search itself
const { root } = document.documentElement.dataset;

export async function keepForOffline() {
  if (!navigator.serviceWorker) return;
  try {
    await navigator.serviceWorker.register(root + OFFLINE);
    const { active } = await navigator.serviceWorker.ready;
    const used = performance.getEntriesByType("resource").map(({ name }) => name);
    const keep = [location.href, ...used].filter((address) => address.startsWith(location.origin) && !SEARCH_FILE.test(address));
    active?.postMessage({ keep });
  } catch {
    // A browser may refuse, as in private windows: then only what its own cache has works offline.
  }
}
