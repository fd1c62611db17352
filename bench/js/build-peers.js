// node build-peers.js FOLDER: of FOLDER/documents.json makes FOLDER/lunr.json, minisearch.json and titles.json, and a
// bundle of each peer's page.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";
import lunr from "lunr";
import MiniSearch from "minisearch";

import { FIELDS } from "./fields.js";

const folder = process.argv[2];
const documents = JSON.parse(readFileSync(join(folder, "documents.json"), "utf8"));
const write = (name, value) => writeFileSync(join(folder, `${name}.json`), JSON.stringify(value));

const minisearch = new MiniSearch(FIELDS);
minisearch.addAll(documents);
write("minisearch", minisearch);

const index = lunr(function () {
  this.ref(FIELDS.idField);
  for (const field of FIELDS.fields) this.field(field);
  for (const document of documents) this.add(document);
});
write("lunr", index);
write("titles", documents.map(({ title, slug }) => ({ title, url: `papers/${slug}/` })));

await build({
  entryPoints: ["lunr", "minisearch", "pagefind"].map((name) => fileURLToPath(new URL(`${name}-page.js`, import.meta.url))),
  outdir: folder,
  bundle: true,
  minify: true,
  format: "esm",
  logLevel: "warning",
});
