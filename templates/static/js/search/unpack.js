// A piece of an index as site_src/search/pack.py packs it, read as far as no weights are needed. Pure.

// {words: [[word, its term]] sorted by word, postings: term -> [papers, a byte of counts for each]}.
export function unpack(bytes) {
  const [shared, lines, sizes, gaps, counts] = readSections(bytes);
  const text = new TextDecoder().decode(lines);
  const changes = text ? text.split("\n").map((line) => line.split(" ")) : [];
  const terms = readTerms(shared, changes);
  return { words: readWords(terms, changes), postings: readPostings(terms, numbers(sizes), numbers(gaps), counts) };
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
