// The relevance rules of rankings.json, and the query language, on the invented corpus as the site's own builder
// indexes it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";

import { parseQuery, quoteParts, replacePart } from "../../templates/static/js/search/query.js";
import { Search } from "../../templates/static/js/search/search.js";
import { cutSnippet } from "../../templates/static/js/search/snippet.js";
import { Tokens } from "../../templates/static/js/search/tokens.js";

const lunr = createRequire(import.meta.url)("lunr");
const readJson = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
const files = readJson("search-files.json");
const asked = [];
const search = await Search.open(lunr, readFile);
const { papers } = readJson("corpus.json");

async function readFile(path) {
  asked.push(path);
  if (!(path in files)) throw new Error(`no ${path}`);
  const bytes = Buffer.from(files[path], "base64");
  return new Uint8Array(path.endsWith(".bin") ? gunzipSync(bytes) : bytes);
}

async function find(query, options = { pause: true }) {
  const found = await search.find(query, options);
  const hits = await search.describe(found.hits);
  return { ...found, hits: hits.map(({ url, ...rest }) => ({ ...rest, slug: url.slice("papers/".length, -1) })) };
}

const slugs = (found) => found.hits.filter(({ near }) => !near).map(({ slug }) => slug);

test("the preparations find papers, and fetch nothing but what every query needs", async () => {
  const before = asked.length;
  const fresh = await Search.open(lunr, readFile);
  await fresh.find("");
  let found = 0;
  for await (const { hits } of fresh.prepare()) found += hits.length;
  assert.ok(found > 5);
  assert.deepEqual([...new Set(asked.slice(before))].sort(), ["said-1", "said-lengths", "start", "titles-0"].map((name) => `${name}.bin`));
});

for (const { rule, query, ...expected } of readJson("rankings.json")) {
  test(rule, async () => {
    for (const asking of [query, ...(expected.same ?? [])]) {
      const found = await find(asking);
      assertRanked(slugs(found), expected, asking);
      if ("complete" in expected && asking === query) assert.equal(found.complete, expected.complete);
      if ("unknown" in expected) assert.deepEqual(found.unknown, expected.unknown);
      if (expected.corrected) {
        const corrected = Object.fromEntries(found.corrected.map(({ typed, meant }) => [typed, meant]));
        assert.deepEqual(corrected, expected.corrected);
      }
    }
  });
}

function assertRanked(found, { order, inAnyOrder, only }, asking) {
  const ranked = found.filter((slug) => order.includes(slug));
  assert.deepEqual(inAnyOrder ? ranked.sort() : ranked, order, asking);
  if (only) assert.equal(found.length, order.length, asking);
}

test("a hit says which words it lacks", async () => {
  const found = await find("cheap parrots");
  assert.equal(found.complete, 0);
  const missing = Object.fromEntries(found.hits.map((hit) => [hit.slug, hit.missing]));
  assert.deepEqual(missing["cheap-drafts"], ["parrots"]);
  assert.deepEqual(missing["swift-parrots"], ["cheap"]);
});

test("nothing asked, nothing found, but all can be narrowed", async () => {
  for (const query of ["", "   "]) {
    const found = await find(query);
    assert.deepEqual(found.hits, []);
    const { values } = found.facets.find(({ field }) => field === "technique");
    assert.deepEqual(values.map(({ value, count }) => [value, count]), [["kv-cache", 1], ["moe", 1], ["quantization", 2], ["sparsity", 1]]);
  }
  assert.deepEqual((await find("?!")).hits, []);
});

test("whatever is typed is a query", async () => {
  const queries = ["title:row", "row~1", "+row -norm", "ro*", "~", "*", "^", "row^10", "\\", "a:b:c", '"row norm', '"', "-", "--", '-"', "technique:", "year:x", "has:", '""', "-technique:", "author:", ":", "\u0000", "http://", "-\ud800"];
  for (const query of queries) assert.ok(Array.isArray((await find(query)).hits), query);
});

test("few hits are followed by papers like them, and said to be", async () => {
  const found = await find("forgetting");
  assert.equal(found.hits[0].slug, "lanternkv");
  assert.ok(found.near > 0);
  assert.ok(found.hits.slice(-found.near).every(({ near }) => near));
});

test("a quoted phrase is found in this order alone, also beside words", async () => {
  assert.deepEqual(slugs(await find('"row norm networks"')), ["row-norm-revisited"]);
  assert.deepEqual(slugs(await find('"norm row row"')), []);
  assert.deepEqual(slugs(await find('"smaller tiles" attention')), ["swiftattention-2"]);
  assert.deepEqual(slugs(await find('"key value"')), ["lanternkv"]); // though the paper writes key-value
});

test("a quoted word has no other names and no other forms", async () => {
  assert.ok((await find("moe")).meant.some(({ meant }) => meant === "mixture of experts"));
  assert.deepEqual((await find('"moe"')).meant, []);
  assert.deepEqual(slugs(await find('"quantize"')), ["tinybits"]);
});

test("a word with a minus is in no paper found", async () => {
  assert.deepEqual(slugs(await find("kernels -c++")), ["c-sharp"]);
  assert.ok(!slugs(await find("row norm -revisited")).includes("row-norm-revisited"));
});

for (const [query, expected] of [
  ["technique:quantization", ["1-61-bit-weights", "tinybits"]],
  ["technique:low-bit", ["1-61-bit-weights", "tinybits"]], // another name of it
  ['technique:"Mixture of experts"', ["ferrymoe"]],
  ["technique:quantization -technique:quantization", []],
  ["year:2020-2021", ["sparse-orchards", "swift-parrots"]],
  ["year:..2021 -year:unknown", ["sparse-orchards", "swift-parrots"]],
  ["year:2021..2021", ["sparse-orchards"]],
  ["year:2025 -technique:moe attention cheap", ["cheap-drafts"]],
  ["digest:2024-03-02", ["s2wt", "tinybits"]],
  ["has:code", ["s2wt"]],
  ["has:results", ["lanternkv"]],
  ["author:angstrom", ["row-norm"]],
  ["-author:angstrom networks", ["row-norm-revisited", "sparse-orchards"]],
  ["technique:unheard", []],
]) {
  test(`filter ${query}`, async () => {
    assert.deepEqual(slugs(await find(query)).sort(), expected.sort());
  });
}

test("hits can be sorted by date and by a number", async () => {
  const dates = (await find("weights", { pause: true, sort: "date" })).hits.map(({ year }) => year);
  assert.deepEqual(dates, [...dates].sort().reverse());
  assert.equal((await find("small models rows", { pause: true, sort: "comments" })).hits[0].slug, "cheap-drafts");
});

test("where nothing is found, it is said without which part something would be", async () => {
  const found = await find("kernels year:1999");
  assert.deepEqual(found.drops, [{ typed: "year:1999", papers: 2 }]);
  assert.deepEqual((await find('"kernels once again"')).drops.map(({ instead }) => instead), ["kernels once again"]);
});

test("where no paper has all words, it is said without which word some would", async () => {
  assert.deepEqual((await find("exact tiles parrots")).drops[0], { typed: "parrots", papers: 1 });
});

test("facets count what was found", async () => {
  const { facets } = await find("weights");
  const { values } = facets.find(({ field }) => field === "technique");
  assert.deepEqual(values.map(({ value }) => value), ["quantization", "sparsity"]);
});

test("what is typed suggests techniques, methods and words", async () => {
  await find("quanti");
  const [technique, ...others] = search.suggest("quanti");
  assert.deepEqual(technique, { name: "Quantization", url: "techniques/quantization/", look: "technique-quantization" });
  assert.ok(others.some(({ text }) => text));
  assert.deepEqual(search.suggest("lant")[0], { name: "LanternKV", url: "papers/lanternkv/" });
  assert.deepEqual(search.suggest("1.6"), []);
});

test("names and numbers are fetched by the queries that need them", async () => {
  asked.length = 0;
  const fresh = await Search.open(lunr, readFile);
  await fresh.find("sparse orchards");
  assert.ok(!asked.some((path) => /named|said-0/.test(path)), String(asked));
  await fresh.find("angstrom");
  assert.ok(asked.includes("named-1.bin"));
  await fresh.find("2:4");
  assert.ok(asked.includes("said-0.bin"));
});

test("a file that failed is asked for again", async () => {
  let fails = true;
  const fresh = await Search.open(lunr, async (path) => {
    if (fails && path.includes("said-1")) throw new Error("offline");
    return readFile(path);
  });
  await assert.rejects(() => fresh.find("orchards"), /offline/);
  fails = false;
  assert.equal((await fresh.find("orchards")).complete, 1);
});

test("a title is among the first five from its third letter to its end", async () => {
  for (const { slug, title } of papers) {
    for (let end = 3; end <= title.length; end++) {
      const typed = title.slice(0, end);
      if (/[0-9A-Za-z]{2}/.test(typed)) assert.ok(slugs(await find(typed, {})).slice(0, 5).includes(slug), typed);
    }
  }
});

test("titles alone answer what they can", async () => {
  const found = await search.findTitles("sparse");
  assert.deepEqual((await search.describe(found)).map(({ url }) => url), ["papers/s2wt/", "papers/sparse-orchards/"]);
});

test("a query of any length is answered", async () => {
  assert.ok((await find("row norm ".repeat(10_000))).hits.length > 0);
  assert.ok(Array.isArray((await find("x".repeat(100_000))).hits));
});

test("files of another format are refused", async () => {
  const other = new TextEncoder().encode('{"format": 0}');
  await assert.rejects(() => Search.open(lunr, async () => other), /format 0/);
});

test("a query is taken apart", () => {
  const { parts, without, filters } = parseQuery('fast "key value" -slow technique:moe -has:code n:m -"in part"', ["technique", "has"]);
  assert.deepEqual(parts.map(({ text, isPhrase }) => [text, isPhrase]), [["fast", false], ["key value", true], ["n:m", false]]);
  assert.deepEqual(without.map(({ value }) => value), ["slow", "in part"]);
  assert.deepEqual(filters.map(({ field, value, not }) => [field, value, not]), [["technique", "moe", false], ["has", "code", true]]);
});

test("a part of a query is taken out or replaced, and nothing else", () => {
  assert.equal(replacePart('a "b c" year:2024', "year:2024"), 'a "b c"');
  assert.equal(replacePart('a "b c"', '"b c"', "b c"), "a b c");
  assert.equal(replacePart("a b", "c"), "a b");
});

test("parts are put in quotation marks as they were typed", () => {
  assert.equal(quoteParts("fast KV-cache tricks", ["KV-cache"]), 'fast "KV-cache" tricks');
  assert.equal(quoteParts("key value cache", ["key", "value"]), '"key value" cache');
  assert.equal(quoteParts("nothing here", ["other"]), "nothing here");
});

for (const address of ["https://arxiv.org/pdf/2301.01234.pdf", "https://huggingface.co/papers/2301.01234", "doi:10.48550/arXiv.2301.01234", "arxiv.org/abs/2301.01234v3", "2301.01234", "10.5555/3600006.2613165", "https://doi.org/10.5555/3600006.2613165", "doi:10.5555/3600006.2613165", "https://harbour.example/doi/10.5555/3600006.2613165?x=2301.99999", "cs.LG"]) {
  test(`what names a paper finds it: ${address}`, async () => {
    const found = await find(address);
    assert.deepEqual([found.complete, found.hits[0].slug, found.hits[0].missing], [1, "row-norm", []]);
  });
}

test("a word to drop is told as it was typed", async () => {
  assert.equal((await find("Exact Tiles PARROTS")).drops[0].typed, "PARROTS");
  assert.deepEqual((await find("MoE, parrots")).meant.map(({ parts }) => parts), [["MoE,"]]);
});

test("the small words of a phrase are not missing where it stands", async () => {
  const found = await find('"a mixture of experts"');
  assert.deepEqual([found.complete, found.hits[0].slug], [1, "ferrymoe"]);
});

test("a phrase with a minus leaves out what says it in this order", async () => {
  assert.ok(!slugs(await find('row -"row norm networks"')).includes("row-norm-revisited"));
  assert.ok(slugs(await find('row -"networks norm row"')).includes("row-norm-revisited"));
});

for (const typed of ["year:x", "year:1", "has:nothing", "digest:2025"]) {
  test(`a filter that means nothing is told: ${typed}`, async () => {
    assert.deepEqual((await find(`row ${typed}`)).senseless, [typed]);
  });
}

test("facets say how they are narrowed, and count the newest year first", async () => {
  const { facets } = await find("");
  const { name, oneOf, values } = facets.find(({ field }) => field === "year");
  const years = values.map(({ value }) => value);
  assert.deepEqual([name, oneOf], ["Year", true]);
  assert.deepEqual(years, ["2025", "2024", "2023", "2022", "2021", "2020"]);
  assert.equal(values.reduce((sum, { count }) => sum + count, 0), papers.length);
  assert.equal(facets.find(({ field }) => field === "technique").oneOf, false);
});

test("a filter of what is not here is told, and leaves nothing out where it has a minus", async () => {
  assert.deepEqual((await find("row technique:unheard")).senseless, ["technique:unheard"]);
  assert.ok(slugs(await find("row -technique:unheard")).length > 0);
});

test("a filter has the value and name that facets have", async () => {
  const named = (await find("technique:MoE year:2020-2023")).filters.map(({ value, name }) => [value, name]);
  assert.deepEqual(named, [["moe", "Mixture of experts"], ["2020-2023", "2020-2023"]]);
});

test("sorted by date, papers with all words stay before the others", async () => {
  const found = await find("kernels C#", { pause: true, sort: "date" });
  assert.equal(found.hits[0].slug, "c-sharp");
});

test("small words are never put right", async () => {
  assert.deepEqual((await find("about us")).corrected, []);
});

test("the words of a longer name are marked where they stand together", () => {
  const start = JSON.parse(gunzipSync(Buffer.from(files["start.bin"], "base64")));
  const tokens = new Tokens(start.rules);
  const texts = { summary: "", abstract: "An expert mixes; a mixture of experts." };
  const { pieces } = cutSnippet(texts, [["mixtur", "expert"]], tokens, (word) => word === "of");
  assert.deepEqual(pieces.filter(({ marked }) => marked).map(({ text }) => text), ["mixture", "experts"]);
});

test("a snippet marks the words in the text as it stands", () => {
  const start = JSON.parse(gunzipSync(Buffer.from(files["start.bin"], "base64")));
  const tokens = new Tokens(start.rules);
  const texts = { summary: "Nothing of it.", abstract: "We (quantize) the <b>weights</b>, 4-bit." };
  const { from, pieces } = cutSnippet(texts, ["quantize", "weight", "4"].map((word) => [tokens.stem(word)]), tokens, () => false);
  assert.equal(from, "abstract");
  assert.equal(pieces.map(({ text }) => text).join(""), texts.abstract);
  assert.ok(pieces.filter(({ marked }) => marked).map(({ text }) => text).join("|").includes("4-bit"));
});
