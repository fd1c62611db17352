// Lunr as its guide has it: an index built ahead, sent as JSON, and the reader's text given to its own query parser.

import lunr from "lunr/lunr.min.js";

import { readJson, run } from "./show.js";

run(async () => {
  const [index, shown] = await Promise.all([readJson("peer/index.json"), readJson("peer/titles.json")]);
  const search = lunr.Index.load(index);
  return (text, most) => find(search, text).slice(0, most).map(({ ref }) => shown[ref]);
});

// What is no query of its language finds nothing.
function find(search, text) {
  try {
    return search.search(text);
  } catch (error) {
    if (error instanceof lunr.QueryParseError) return [];
    throw error;
  }
}
