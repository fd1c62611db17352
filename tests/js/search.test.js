// The relevance rules of rankings.json, on the invented corpus as the site's own builder indexes it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

import { Search } from "../../templates/static/js/search.js";

const lunr = createRequire(import.meta.url)("lunr");
const readJson = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
const { papers } = readJson("search-papers.json");
const search = new Search(lunr, readJson("search-index.json"), papers);
const refs = (found) => found.hits.map((hit) => hit.ref);

for (const { rule, query, ...expected } of readJson("rankings.json")) {
  test(rule, () => {
    const found = search.find(query);
    const ranked = refs(found).filter((ref) => expected.order.includes(ref));
    assert.deepEqual(expected.inAnyOrder ? ranked.sort() : ranked, expected.order);
    if (expected.only) assert.equal(found.hits.length, expected.order.length);
    if ("complete" in expected) assert.equal(found.complete, expected.complete);
    if ("unknown" in expected) assert.deepEqual(found.unknown, expected.unknown);
    if (expected.corrected) {
      assert.deepEqual(Object.fromEntries(found.corrected.map(({ typed, meant }) => [typed, meant])), expected.corrected);
    }
    for (const other of expected.same ?? []) {
      const same = refs(search.find(other)).filter((ref) => expected.order.includes(ref));
      assert.deepEqual(expected.inAnyOrder ? same.sort() : same, expected.order, other);
      if (expected.only) assert.equal(search.find(other).hits.length, expected.order.length, other);
    }
  });
}

test("a hit says which words it lacks", () => {
  const found = search.find("cheap parrots");
  assert.equal(found.complete, 0);
  assert.deepEqual(Object.fromEntries(found.hits.map(({ ref, missing }) => [ref, missing])), {
    "cheap-drafts": ["parrots"],
    "swift-parrots": ["cheap"],
  });
});

test("nothing asked, nothing found", () => {
  for (const query of ["", "   ", "?!", "\u0000"]) {
    assert.deepEqual(search.find(query), { hits: [], complete: 0, corrected: [], unknown: [] });
  }
});

test("Lunr's own query language means nothing here", () => {
  for (const query of ["title:row", "row~1", "+row -norm", "ro*", "~", "*", "^", "row^10", "\\", "a:b:c", '"row norm"']) {
    assert.ok(Array.isArray(search.find(query).hits), query);
  }
  assert.equal(refs(search.find('"row norm"'))[0], "row-norm");
});

test("a title is among the first five from its third letter to its end", () => {
  for (const [ref, { title }] of Object.entries(papers)) {
    for (let end = 3; end <= title.length; end++) {
      const typed = title.slice(0, end);
      if (/[0-9A-Za-z]{2}/.test(typed)) assert.ok(refs(search.find(typed)).slice(0, 5).includes(ref), typed);
    }
  }
});

test("a query of any length is answered", () => {
  assert.ok(search.find("row norm ".repeat(10_000)).hits.length > 0);
  assert.ok(Array.isArray(search.find("x".repeat(100_000)).hits));
});
