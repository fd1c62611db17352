// node ours.js FOLDER STRIDE: on the search files in FOLDER, at how many keystrokes after the third a known title typed
// to its end is among the first five; every STRIDE-th keystroke of every title. The answer is JSON.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";

import { Search } from "../../templates/static/js/search/search.js";

const [folder, stride] = [process.argv[2], Number(process.argv[3])];
const readFile = async (path) => {
  const bytes = readFileSync(join(folder, basename(path)));
  return new Uint8Array(path.endsWith(".bin") ? gunzipSync(bytes) : bytes);
};
const search = await Search.open(createRequire(import.meta.url)("lunr"), readFile);
const titles = JSON.parse(readFileSync(join(folder, "titles.json"), "utf8")); // in the papers' order
let [keys, seen, number] = [0, 0, 0];
for (const [paper, title] of titles.entries()) {
  for (let end = 4; end <= title.length; end++) {
    if (number++ % stride > 0) continue;
    keys += 1;
    const { hits } = await search.find(title.slice(0, end));
    if (hits.slice(0, 5).some((hit) => hit.paper === paper)) seen += 1;
  }
}
console.log(JSON.stringify({ titles: titles.length, keys, seen }));
