// A reading list as files, and what a saved file adds to a list.

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  chooseEntries,
  describeMerge,
  formatMarkdown,
  formatSaved,
  joinCitations,
  listEntries,
  mergeMarks,
  parseSaved,
} from "../../templates/static/js/keep/list-files.js";

const marks = (kept, read = []) => ({
  kept: new Map(kept.map((slug) => [slug, `On ${slug}`])),
  read: new Map(read.map((slug) => [slug, `On ${slug}`])),
  compared: new Map(),
});
const TITLES = { pot: "Pots", cup: "Cups", jug: "Jugs" };
const slugs = (entries) => entries.map(({ slug }) => slug);

test("a list is what is kept, then what is only read", () => {
  assert.deepEqual(listEntries(marks(["pot", "cup"], ["jug", "cup"])), [
    { slug: "pot", title: "On pot", kept: true, read: false },
    { slug: "cup", title: "On cup", kept: true, read: true },
    { slug: "jug", title: "On jug", kept: false, read: true },
  ]);
});

for (const [filter, order, expected] of [
  ["all", "oldest", ["pot", "cup", "jug"]],
  ["all", "newest", ["jug", "cup", "pot"]],
  ["all", "title", ["cup", "jug", "pot"]],
  ["unread", "newest", ["pot"]],
  ["read", "oldest", ["cup", "jug"]],
]) {
  test(`shown are ${filter} by ${order}`, () => {
    assert.deepEqual(slugs(chooseEntries(listEntries(marks(["pot", "cup"], ["cup", "jug"])), filter, order)), expected);
  });
}

test("Markdown is a task list whose titles stay text", () => {
  const entries = [
    { slug: "pot", title: "Pots", read: true },
    { slug: "evil", title: "[x](javascript:1) <b>*_\n`\\", read: false },
  ];

  assert.equal(
    formatMarkdown(entries, "https://example.org/digest/"),
    "# Reading list\n\n" +
      "- [x] [Pots](https://example.org/digest/papers/pot/)\n" +
      "- [ ] [\\[x\\](javascript:1) \\<b\\>\\*\\_ \\`\\\\](https://example.org/digest/papers/evil/)\n",
  );
});

test("a saved list is read as it was", () => {
  const list = marks(["pot", "782761"], ["pot"]);
  const { marks: found, unreadable } = parseSaved(formatSaved(list));

  assert.deepEqual([...found.kept], [...list.kept]);
  assert.deepEqual([...found.read], [...list.read]);
  assert.equal(unreadable, 0);
});

for (const [text, problem] of [
  ["", /not JSON/],
  ["@article{", /not JSON/],
  ["null", /no saved reading list/],
  ['{"kept": []}', /no saved reading list/],
  ['{"format": "distillate-reading-list", "version": 2, "kept": []}', /newer version/],
]) {
  test(`no list is read from ${text || "an empty file"}`, () => assert.match(parseSaved(text).problem, problem));
}

test("entries that cannot be read are counted", () => {
  const text = '{"format": "distillate-reading-list", "version": 1, "kept": [["pot", "Pots"], ["../x", "X"], 7], "read": 9}';
  const { marks: found, unreadable } = parseSaved(text);

  assert.deepEqual([...found.kept], [["pot", "Pots"]]);
  assert.equal(unreadable, 3);
});

test("a merge takes what is new and on the site, by the site's titles, after what was there", () => {
  const list = marks(["pot"]);
  const merged = mergeMarks(list, marks(["pot", "cup", "constructor"], ["pot", "vase"]), TITLES);

  assert.deepEqual([...merged.marks.kept], [["pot", "Pots"], ["cup", "Cups"]]);
  assert.deepEqual([...merged.marks.read], [["pot", "Pots"]]);
  assert.deepEqual(merged.taken, ["pot", "cup"]);
  assert.deepEqual(merged.present, []);
  assert.deepEqual(merged.unknown, ["constructor", "vase"]);
  assert.deepEqual([...list.kept], [["pot", "On pot"]]); // as it was
});

test("merging twice changes nothing more", () => {
  const incoming = marks(["cup"], ["jug"]);
  const once = mergeMarks(marks(["pot"]), incoming, TITLES);
  const twice = mergeMarks(once.marks, incoming, TITLES);

  assert.deepEqual(listEntries(twice.marks), listEntries(once.marks));
  assert.deepEqual(twice.taken, []);
  assert.deepEqual(twice.present, ["cup", "jug"]);
});

test("what was taken and left is said", () => {
  assert.equal(describeMerge({ taken: ["a"], present: [], unknown: [], unreadable: 0 }), "1 paper taken.");
  assert.equal(
    describeMerge({ taken: [], present: ["a", "b"], unknown: ["vase", "urn"], unreadable: 1 }),
    "0 papers taken. 2 papers already there. Left out, not on this site: vase, urn. Left out, unreadable or repeated: 1 entry.",
  );
  assert.match(describeMerge({ taken: [], present: [], unknown: [..."abcdefg"], unreadable: 0 }), /: a, b, c, d, e and 2 more\.$/);
});

test("citations stand one after the other, with the space a RIS record ends in", () => {
  assert.equal(joinCitations(["TY  - GEN\nER  - \n\n", "TY  - GEN\nER  - \n"]), "TY  - GEN\nER  - \n\nTY  - GEN\nER  - \n");
  assert.equal(joinCitations(["@misc{a}\n", "@misc{b}"]), "@misc{a}\n\n@misc{b}\n");
});
