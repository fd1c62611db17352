// The search, off the page's own thread. Messages: {id, ask, …} in, {id, answer} or {id, failed} out ("gone": the page is
// of an older build). The worker's address carries the site's root and the version of the search files.

import lunr from "lunr/lunr.min.js";

import { Search } from "./search/search.js";
import { fill } from "./shared/address.js";
import { SEARCH_CACHE, SEARCH_FILE, SEARCH_FIRST, SEARCH_START } from "./shared/contract.js";

/** @import { Answers } from "./search/search.js" */
/** @typedef {{id: number, ask: keyof Answers}} Message */

const parameters = new URL(location.href).searchParams;
const [root, version] = ["root", "version"].map((name) => parameters.get(name) ?? "");
const CACHE = `${SEARCH_CACHE} ${root}`; // one host may have several sites like this

/** @type {Promise<Search> | null} */
let opening = null;
/** @type {ReturnType<Search["prepare"]> | undefined} */
let preparing; // what makes later queries quick, step by step
let latest = 0; // number of the newest query: older ones are not worth answering

/** @type {{[N in keyof Answers]: (message: Message & Parameters<Answers[N]>[0]) => Promise<ReturnType<Answers[N]>>}} */
const answers = {
  async find({ id, text, count, ...options }) {
    latest = id;
    const search = await open();
    if (id !== latest) return null;
    const found = await search.find(text, options);
    prepare(search, id).catch(() => {}); // a query that needs it tells
    if (id !== latest) return null;
    return { ...found, total: found.hits.length, hits: await search.describe(found.hits.slice(0, count)), suggestions: search.suggest(text) };
  },
  async titles({ text, count }) {
    const search = await open();
    const hits = await search.findTitles(text);
    return { total: hits.length, hits: await search.describe(hits.slice(0, count)) };
  },
  async snippet({ paper, ways }) {
    return (await open()).snippet(paper, ways);
  },
};

onmessage = async ({ data }) => {
  try {
    postMessage({ id: data.id, answer: await answers[/** @type {Message} */ (data).ask](data) });
  } catch (error) {
    postMessage({ id: data.id, failed: /** @type {Error} */ (error).message });
  }
};

// Goes on with the preparations while nobody asks anything else.
/** @type {(search: Search, id: number) => Promise<void>} */
async function prepare(search, id) {
  preparing ??= search.prepare();
  do await new Promise((resolve) => setTimeout(resolve));
  while (id === latest && !(await preparing.next()).done);
}

// Fetched at once: what the first query needs, or a few bytes where the index is split. A failure is not kept, so that the next query tries again.
function open() {
  if (!opening) {
    for (const name of SEARCH_FIRST) fetchFile(name).catch(() => {});
    opening = Search.open(lunr, fetchFile);
    opening.catch(() => (opening = null));
  }
  return opening;
}

/** @type {Map<string, Promise<Uint8Array>>} */
const fetching = new Map();
/** @type {Promise<Cache | null> | undefined} */
let opened; // the cache

/** @type {(name: string) => Promise<Uint8Array>} */
function fetchFile(name) {
  const fetched = fetching.get(name) ?? unpack(name);
  if (!fetching.has(name)) fetched.catch(() => fetching.delete(name));
  fetching.set(name, fetched);
  return fetched;
}

// A file's bytes. Some servers unpack gzip on the way, so it is known by its first bytes, not by its name.
/** @type {(name: string) => Promise<Uint8Array>} */
async function unpack(name) {
  const response = await fetchKept(root + fill(SEARCH_FILE, version, name));
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// The address changes with the content, so what was fetched once is good for ever, offline too.
/** @type {(address: string) => Promise<Response>} */
async function fetchKept(address) {
  const cache = await (opened ??= globalThis.caches?.open(CACHE).catch(() => null));
  const kept = await cache?.match(address);
  if (kept) return kept;
  const response = await fetch(address);
  if (response.status === 404) throw new Error("gone"); // another build took this one's place
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  if (cache) keep(cache, address, response.clone()).catch(() => {}); // no room to keep it is no reason to fail
  return response;
}

// Nobody waits for this.
/** @type {(cache: Cache, address: string, response: Response) => Promise<void>} */
async function keep(cache, address, response) {
  await cache.put(address, response);
  if (address.endsWith(`/${SEARCH_START}`)) await forgetOlder(cache);
}

// The files of older builds.
/** @type {(cache: Cache) => Promise<void>} */
async function forgetOlder(cache) {
  const older = (await cache.keys()).filter(({ url }) => !url.includes(`/${fill(SEARCH_FILE, version, "")}`));
  await Promise.all(older.map((request) => cache.delete(request)));
}
