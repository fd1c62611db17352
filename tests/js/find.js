// Reads {files: {path: base64}, queries} as JSON from standard input; writes for each query, asked of a search that has
// fetched nothing yet, {complete: slugs of the papers that have all words, asked: paths fetched}.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gunzipSync } from "node:zlib";

import { Search } from "../../templates/static/js/search/search.js";

const lunr = createRequire(import.meta.url)("lunr");
const { files, queries } = JSON.parse(readFileSync(0, "utf8"));
const answers = [];
for (const query of queries) {
  const asked = [];
  const search = await Search.open(lunr, async (path) => {
    asked.push(path);
    const bytes = Buffer.from(files[path], "base64");
    return new Uint8Array(path.endsWith(".bin") ? gunzipSync(bytes) : bytes);
  });
  const { hits, complete } = await search.find(query, { pause: true });
  const described = await search.describe(hits.slice(0, complete));
  answers.push({ complete: described.map(({ url }) => url.slice("papers/".length, -1)), asked });
}
process.stdout.write(JSON.stringify(answers));
