// Reads {piece: base64, fields, lengths} as JSON from standard input; writes Lunr's index of the piece, serialised.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gunzipSync } from "node:zlib";

import { Piece } from "../../templates/static/js/search/piece.js";

const lunr = createRequire(import.meta.url)("lunr");
const { piece, fields, lengths } = JSON.parse(readFileSync(0, "utf8"));
const read = new Piece(lunr, new Uint8Array(gunzipSync(Buffer.from(piece, "base64"))), fields, lengths);
process.stdout.write(JSON.stringify({ index: read, words: read.words }));
