// What a comparison consists of: addresses, rows of results of a kind, what is shared, titles found.

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  findTitles,
  formatAddress,
  groupResults,
  move,
  parseAddress,
  shareTechniques,
} from "../../templates/static/js/keep/comparison.js";

// Results as "kind: metric".
const paper = (results, techniques = []) => ({
  results: results.map((result) => result.split(": ")).map(([slug, metric]) => ({
    metric,
    kind: { slug, name: `Kind ${slug}` },
  })),
  techniques: techniques.map((slug) => ({ slug })),
});
const metrics = (row) => row.cells.map((cell) => cell.map(({ metric }) => metric));

test("results of a kind stand in one row, the kinds of several papers first and other results last", () => {
  const rows = groupResults(
    [
      paper(["bits: FID bits", "speed-up: decoding speed-up", "other: batch size"]),
      paper(["time-saved: training time"]),
      paper(["speed-up: speed-up", "speed-up: training speed-up", "other: layers"]),
    ],
    ["time-saved", "quality", "bits", "speed-up", "other"],
  );

  assert.deepEqual(
    rows.map((row) => row.kind),
    ["Kind speed-up", "Kind time-saved", "Kind bits", "Kind other"],
  );
  assert.deepEqual(metrics(rows[0]), [["decoding speed-up"], [], ["speed-up", "training speed-up"]]);
  assert.deepEqual(metrics(rows[3]), [["batch size"], [], ["layers"]]);
});

test("every result stands in exactly one row, even one of a kind that has no place", () => {
  const rows = groupResults([paper(["a: one", "b: two", "a: three", "new: four", "constructor: five"]), paper([])], ["b", "a"]);

  assert.deepEqual(
    rows.flatMap((row) => metrics(row)[0]),
    ["two", "one", "three", "four", "five"],
  );
});

test("papers without results have no rows", () => assert.deepEqual(groupResults([paper([]), paper([])], ["a"]), []));

test("techniques of all papers and of some are told apart", () => {
  const papers = [paper([], ["a", "b", "c"]), paper([], ["b", "a"]), paper([], ["b", "d"])];

  assert.deepEqual(shareTechniques(papers), { all: ["b"], some: ["a"] });
  assert.deepEqual(shareTechniques([papers[0]]), { all: [], some: [] });
  assert.deepEqual(shareTechniques([]), { all: [], some: [] });
});

for (const [address, expected] of [
  ["", null],
  ["?q=a", null],
  ["?papers=", { slugs: [], left: [] }],
  ["?papers=a,b", { slugs: ["a", "b"], left: [] }],
  ["?papers=a%2Cb,,%20a%20,c", { slugs: ["a", "b", "c"], left: [] }],
  ["?papers=a,b,c,d,e,f,a", { slugs: ["a", "b", "c", "d"], left: ["e", "f"] }],
  ["?papers=<script>,%F0", { slugs: ["<script>", "\ufffd"], left: [] }],
]) {
  test(`the address ${address || "without a query"} is read`, () => assert.deepEqual(parseAddress(address), expected));
}

test("an address is read as it was written", () => {
  for (const slugs of [["one"], ["one", "two"], ["782761", "b-2", "c", "d"]]) {
    assert.deepEqual(parseAddress(formatAddress(slugs)), { slugs, left: [] });
  }
  assert.equal(formatAddress(["a", "b"]), "?papers=a,b");
  assert.equal(formatAddress([]), "");
});

for (const [slug, by, expected] of [
  ["a", 1, ["b", "a", "c"]],
  ["c", -1, ["a", "c", "b"]],
  ["b", 1, ["a", "c", "b"]],
  ["a", -1, ["a", "b", "c"]],
  ["c", 1, ["a", "b", "c"]],
  ["x", 1, ["a", "b", "c"]],
]) {
  test(`of a, b, c, ${slug} moved by ${by} gives ${expected}`, () => assert.deepEqual(move(["a", "b", "c"], slug, by), expected));
}

test("titles are found by the beginnings of all words typed, whatever their accents, case and marks", () => {
  const titles = { one: "Schrödinger’s KV-Cache", two: "Caching (2-bit) keys", three: "A survey" };
  const found = (typed) => findTitles(titles, typed).map(([slug]) => slug);

  assert.deepEqual(found("cach"), ["one", "two"]);
  assert.deepEqual(found("kv cach"), ["one"]);
  assert.deepEqual(found("SCHRODINGER"), ["one"]);
  assert.deepEqual(found("2-bit cach"), ["two"]);
  assert.deepEqual(found("ache"), []);
  assert.deepEqual(found(" ?! "), []);
});
