// Pagefind through its own browser API, which fetches what a query needs.

import { run } from "./show.js";

run(async () => {
  const pagefind = await import(new URL("../pagefind/pagefind.js", location));
  await pagefind.init();
  return async (text, most) => {
    const { results } = await pagefind.search(text);
    const found = await Promise.all(results.slice(0, most).map((result) => result.data()));
    return found.map(({ meta: { title }, url }) => ({ title, url: url.replace(/^\//, "") }));
  };
});
