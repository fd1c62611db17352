// A piece of an index as site_src/search/pack.py packs it, turned back into a lunr.Index. Pure: no document, no fetch.

const [K1, B] = [1.2, 0.75]; // Lunr's own
const NO_POSITIONS = Object.freeze({});

export class Piece {
  // [word, its term], sorted by word
  words;
  #lunr;
  #columns;
  #postings; // term -> [papers, counts of each]
  #index; // of all terms; made when it is needed

  // `fields` are [name, the highest count, each paper's length] in the order of the counts' bits.
  constructor(lunr, bytes, fields) {
    const [shared, lines, sizes, gaps, counts] = readSections(bytes);
    const text = new TextDecoder().decode(lines);
    const changes = text ? text.split("\n").map((line) => line.split(" ")) : [];
    const terms = readTerms(shared, changes);
    this.words = readWords(terms, changes);
    this.#lunr = lunr;
    this.#columns = readColumns(fields);
    this.#postings = readPostings(terms, numbers(sizes), numbers(gaps), counts);
  }

  has(term) {
    return this.#postings.has(term);
  }

  // How many papers hold the term.
  count(term) {
    return this.#postings.get(term)?.[0].length ?? 0;
  }

  // The papers that hold the term, by number, each with Lunr's score. Lunr searches an index of this term alone: among
  // thousands of papers one of all terms would take longer to make than is saved.
  weigh(term) {
    if (!this.has(term)) return new Map();
    const index = makeIndex(this.#lunr, [term], this.#postings, this.#columns, this.#postings.get(term)[0]);
    const hits = index.query((query) => query.term(term, { usePipeline: false }));
    return new Map(hits.map((hit) => [Number(hit.ref), hit.score]));
  }

  // The papers that say the term in the first field.
  saidFirst(term) {
    const [papers, counts] = this.#postings.get(term) ?? [[], []];
    return papers.filter((_, i) => counts[i] & this.#columns[0].mask);
  }

  // Lunr's index, as it serialises itself.
  toJSON() {
    return this.#whole().toJSON();
  }

  // What each of the piece's terms weighs in a paper, by the term's number.
  vector(paper) {
    const { fields, fieldVectors } = this.#whole();
    const weights = new Map();
    for (const field of fields) {
      const { elements } = fieldVectors[`${field}/${paper}`];
      for (let i = 0; i < elements.length; i += 2) {
        weights.set(elements[i], (weights.get(elements[i]) ?? 0) + elements[i + 1]);
      }
    }
    return weights;
  }

  #whole() {
    if (!this.#index) {
      const all = this.#columns[0].lengths.map((_, paper) => paper);
      this.#index = makeIndex(this.#lunr, [...this.#postings.keys()], this.#postings, this.#columns, all);
    }
    return this.#index;
  }
}

function readSections(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sections = [];
  for (let at = 0; at < bytes.length; ) {
    const start = at + 4;
    at = start + view.getUint32(at, true);
    sections.push(bytes.subarray(start, at));
  }
  return sections;
}

function numbers(bytes) {
  const read = [];
  let [value, shift] = [0, 0];
  for (const byte of bytes) {
    value |= (byte & 127) << shift;
    shift += 7;
    if (byte < 128) {
      read.push(value);
      [value, shift] = [0, 0];
    }
  }
  return read;
}

function readTerms(shared, changes) {
  let term = "";
  return changes.map(([rest], i) => (term = term.slice(0, shared[i]) + rest));
}

function readWords(terms, changes) {
  const words = terms.flatMap((term, i) => (changes[i][1] ?? "").split(",").map((change) => [changed(term, change), term]));
  return words.sort(([a], [b]) => (a < b ? -1 : 1));
}

function changed(term, change) {
  const ending = change.replace(/^[0-9]+/, "");
  const cut = Number(change.slice(0, change.length - ending.length));
  return term.slice(0, term.length - cut) + ending;
}

function readPostings(terms, sizes, gaps, counts) {
  const postings = new Map(terms.map((term) => [term, null]));
  const rising = terms.map((_, i) => i).sort((a, b) => sizes[a] - sizes[b]);
  let at = 0;
  for (const i of rising) {
    let paper = 0;
    const papers = gaps.slice(at, at + sizes[i]).map((gap) => (paper += gap));
    postings.set(terms[i], [papers, counts.subarray(at, at + sizes[i])]);
    at += sizes[i];
  }
  return postings;
}

// Where each field's counts are in a byte, and how long the field is, in each paper and on average.
function readColumns(fields) {
  let shift = 0;
  return fields.map(([name, most, lengths]) => {
    const column = { name, lengths, mean: lengths.reduce((sum, length) => sum + length, 0) / lengths.length, shift };
    column.mask = 2 ** (32 - Math.clz32(most)) - 1;
    shift += 32 - Math.clz32(most);
    return column;
  });
}

// Lunr's index of some terms and all the papers that hold one; weights are computed by the formula and to the digits of
// Lunr's own builder.
function makeIndex(lunr, terms, postings, columns, holding) {
  const elements = columns.map(() => new Map(holding.map((paper) => [paper, []])));
  const invertedIndex = Object.create(null);
  terms.forEach((term, number) => {
    const [papers, counts] = postings.get(term);
    const posting = (invertedIndex[term] = { _index: number });
    const held = columns.map((column) => [...counts].filter((byte) => (byte >> column.shift) & column.mask).length);
    const idf = inverseFrequency(held.reduce((sum, size) => sum + size, 0), columns[0].lengths.length);
    for (const [column, { name, lengths, mean, shift, mask }] of columns.entries()) {
      const found = (posting[name] = {});
      for (let i = 0; i < papers.length; i++) {
        const times = (counts[i] >> shift) & mask;
        if (times === 0) continue;
        const paper = papers[i];
        found[paper] = NO_POSITIONS;
        elements[column].get(paper).push(number, weight(idf, times, lengths[paper] / mean));
      }
    }
  });
  const fieldVectors = {};
  for (const [column, { name }] of columns.entries()) {
    elements[column].forEach((each, paper) => (fieldVectors[`${name}/${paper}`] = new lunr.Vector(each)));
  }
  return new lunr.Index({
    fields: columns.map(({ name }) => name),
    fieldVectors,
    invertedIndex,
    tokenSet: lunr.TokenSet.fromArray(terms),
    pipeline: new lunr.Pipeline(),
  });
}

function inverseFrequency(holding, papers) {
  return Math.log(1 + Math.abs((papers - holding + 0.5) / (holding + 0.5)));
}

function weight(idf, times, length) {
  const exact = (idf * (K1 + 1) * times) / (K1 * (1 - B + B * length) + times);
  return Math.round(exact * 1000) / 1000;
}
