// The marks as they are stored: read back as they were, and harmless whatever else stands there.

import assert from "node:assert/strict";
import { test } from "node:test";

import { formatMarks, parseMarks } from "../../templates/static/js/keep/marks.js";

const lists = (marks) => Object.fromEntries(Object.entries(marks).map(([list, map]) => [list, [...map]]));
const NOTHING = { kept: [], read: [], compared: [] };

test("what is stored is read back, in order of adding", () => {
  const marks = {
    kept: new Map([["zebra", "Zebra <b>stripes</b>"], ["782761", "A number"], ["ant", "Ant “one”\n"]]),
    read: new Map([["ant", "Ant"]]),
    compared: new Map(),
  };

  assert.deepEqual(lists(parseMarks(formatMarks(marks))), lists(marks));
  assert.equal(formatMarks(parseMarks(formatMarks(marks))), formatMarks(marks));
});

for (const text of [
  undefined,
  null,
  "",
  "{",
  "null",
  "7",
  '"kept"',
  "[]",
  "{}",
  '{"kept": null, "read": 5, "compared": "abc"}',
  '{"kept": {"map": 1}, "read": [null, 1, "ab", [], {}, [[]]], "compared": [["../../etc", "Up"], ["", "Empty"]]}',
  '{"kept": [["<script>", "x"], ["__proto__", "x"], ["A-B", "x"], [null, "x"], ["a/b", "x"]]}',
  `{"kept": [["${"w".repeat(81)}", "Too long"]]}`,
]) {
  test(`nothing is read from ${text}`, () => assert.deepEqual(lists(parseMarks(text)), NOTHING));
}

test("what fits is read from between what does not", () => {
  const text = '{"kept": [0, ["one", "One"], ["TWO", "Two"], ["constructor", "Three"], ["one", "Again"]], "more": 1}';

  assert.deepEqual(lists(parseMarks(text)), { ...NOTHING, kept: [["one", "Again"], ["constructor", "Three"]] });
});

test("a title is text or the entry is not read", () => {
  const text = '{"read": [["one", 5], ["two"], ["three", {"toString": 1}], ["four", null], ["five", ""]]}';

  assert.deepEqual(lists(parseMarks(text)), { ...NOTHING, read: [["five", ""]] });
});
