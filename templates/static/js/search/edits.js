// What it takes to turn a word into one that it may have been meant for. Pure.

const MAX_LENGTH = 40; // of a word that may be misspelt
const MIN_LENGTH = 4;
const LONG = 8; // a word so long bears two edits
const WRONG_START = 0.5; // what a misspelt beginning costs besides
const DOUBLED = 0.5; // what a letter doubled or not doubled costs, any other edit costing 1

// How many edits a word bears.
/** @type {(word: string) => number} */
export function bearableEdits(word) {
  if (word.length > MAX_LENGTH || word.length < MIN_LENGTH || /[0-9]/.test(word)) return 0;
  return word.length < LONG ? 1 : 2;
}

// What the edits cost from one word to the other; more than `most` where it is more than that.
/** @type {(typed: string, known: string, most: number) => number} */
export function countEdits(typed, known, most) {
  if (!beginAlike(typed, known)) return most + 1;
  return distance(typed, known, most) + (typed[0] === known[0] ? 0 : WRONG_START);
}

// The first letter is seldom wrong, but it may be missing, doubled or swapped with the second.
/** @type {(a: string, b: string) => boolean} */
function beginAlike(a, b) {
  return a[0] === b[0] || a[0] === b[1] || a[1] === b[0];
}

// A letter more, less or other, or two swapped, each costs 1, a letter doubled or not doubled less.
/** @type {(a: string, b: string, most: number) => number} */
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > 2 * most) return most + 1;
  /** @type {number[][]} */
  let [before, last, row] = [[], [], []];
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    if (fillRow(row, last, before, a, b, i) > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  return last[b.length];
}

// Writes what the edits cost from the first `i` letters of `a` to each beginning of `b`; the least of it.
/** @type {(row: number[], last: number[], before: number[], a: string, b: string, i: number) => number} */
function fillRow(row, last, before, a, b, i) {
  const less = a[i - 1] === a[i - 2] ? DOUBLED : 1;
  let least = (row[0] = i);
  for (let j = 1; j <= b.length; j++) {
    const more = b[j - 1] === b[j - 2] ? DOUBLED : 1;
    let edits = Math.min(last[j] + less, row[j - 1] + more, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, before[j - 2] + 1);
    row[j] = edits;
    if (edits < least) least = edits;
  }
  return least;
}
