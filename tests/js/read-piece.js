// Reads {piece, lengths: base64, fields} as JSON from standard input; writes Lunr's index of the piece, serialised.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gunzipSync } from "node:zlib";

import { Piece } from "../../templates/static/js/search/piece.js";
import { unpackLengths } from "../../templates/static/js/search/unpack.js";

const lunr = createRequire(import.meta.url)("lunr");
const { piece, fields, lengths } = JSON.parse(readFileSync(0, "utf8"));
const read = new Piece(lunr, decode(piece), fields, unpackLengths(decode(lengths)));
process.stdout.write(JSON.stringify({ index: read, words: read.words }));

function decode(text) {
  return new Uint8Array(gunzipSync(Buffer.from(text, "base64")));
}
