// Reads {rules, texts, words} as JSON, a line each, from standard input, and answers each with a line: the words of each
// text and the stem of each word.

import { createInterface } from "node:readline";

import { Tokens } from "../../templates/static/js/search/tokens.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { rules, texts, words } = JSON.parse(line);
  const tokens = new Tokens(rules);
  const read = { texts: texts.map((text) => tokens.words(text)), words: words.map((word) => tokens.stem(word)) };
  process.stdout.write(`${JSON.stringify(read)}\n`);
}
