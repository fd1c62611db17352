// Reads {piece, lengths: base64, fields} as JSON from standard input; writes Lunr's index of the piece, serialised, and its words.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gunzipSync } from "node:zlib";

import { unpack, unpackLengths } from "../../templates/static/js/search/unpack.js";
import { Weights } from "../../templates/static/js/search/weights.js";

const lunr = createRequire(import.meta.url)("lunr");
const { piece, fields, ...rest } = JSON.parse(readFileSync(0, "utf8"));
const lengths = unpackLengths(decode(rest.lengths));
const { words, postings } = unpack(decode(piece), lengths[0].length);
const index = new Weights(fields, lengths).makeIndex(lunr, postings);
process.stdout.write(JSON.stringify({ index, words }));

function decode(text) {
  return new Uint8Array(gunzipSync(Buffer.from(text, "base64")));
}
