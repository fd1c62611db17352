// Reads {rules, texts, words} as JSON from standard input; writes the words of each text and the stem of each word.

import { readFileSync } from "node:fs";

import { Tokens } from "../../templates/static/js/search/tokens.js";

const { rules, texts, words } = JSON.parse(readFileSync(0, "utf8"));
const tokens = new Tokens(rules);
const read = { texts: texts.map((text) => tokens.words(text)), words: words.map((word) => tokens.stem(word)) };
process.stdout.write(JSON.stringify(read));
