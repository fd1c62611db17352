// MiniSearch as its guide has it for a search while one types: beginnings and misspellings count, all words first.

import MiniSearch from "minisearch";

import { FIELDS } from "./fields.js";
import { run } from "./show.js";

run(async () => {
  const kept = await (await fetch(new URL("../peer/index.json", location))).text();
  const search = MiniSearch.loadJSON(kept, FIELDS);
  const options = { prefix: true, fuzzy: 0.2, boost: { title: 2 } };
  return (text, most) => {
    const all = search.search(text, { ...options, combineWith: "AND" });
    const hits = all.length > 0 ? all : search.search(text, options);
    return hits.slice(0, most).map(({ title, slug }) => ({ title, url: `papers/${slug}/` }));
  };
});
