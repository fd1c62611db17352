// What a reader types, taken apart: words, "exact phrases", -words, technique:moe, author:, year:2024, has:code.
// Whatever is typed is a query: what is no syntax, or not yet, is words. Pure.

const PART = /(-?)(?:([a-z]+):)?(?:"([^"]*)"|(\S+))/giu;
const FIELDS = new Set(["technique", "digest", "year", "has", "author"]);

// {words, phrases, without, filters}: `words` is the text less what follows; `phrases` are the quoted texts; `without`
// are texts of what no paper found may say; `filters` are [{field, value, not, typed}].
export function parseQuery(text) {
  const query = { words: [], phrases: [], without: [], filters: [] };
  for (const [typed, minus, name = "", quoted, bare = ""] of text.matchAll(PART)) {
    const field = name.toLowerCase();
    const not = minus !== "" && /^[^-\s]/u.test(typed.slice(1));
    const value = (quoted ?? bare).trim();
    if (FIELDS.has(field)) {
      if (value) query.filters.push({ field, value, not, typed });
    } else if (not && /[\p{L}\p{N}]/u.test(value)) {
      query.without.push({ value: name ? `${name}:${value}` : value, typed });
    } else if (quoted !== undefined && !name) {
      if (value) query.phrases.push({ value, typed, end: query.words.length });
      query.words.push(value);
    } else {
      query.words.push(typed);
    }
  }
  return { ...query, words: query.words.join(" ") };
}

// The text with a part of it, as typed, taken out or put in another's place.
export function replacePart(text, typed, other = "") {
  const parts = [...text.matchAll(PART)].map(([part]) => part);
  const at = parts.indexOf(typed);
  if (at >= 0) parts.splice(at, 1, ...(other ? [other] : []));
  return parts.join(" ");
}

// How a filter is typed.
export function formatFilter(field, value, not = false) {
  return `${not ? "-" : ""}${field}:${/[\s"]/.test(value) ? `"${value.replaceAll('"', "")}"` : value}`;
}

// The text with the words that a run of words was read from in quotation marks: these words and no others.
export function quoteWords(text, run) {
  const plain = (part) => part.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const parts = text.trim().split(/\s+/);
  for (let size = 1; size <= parts.length; size++) {
    for (let start = 0; start + size <= parts.length; start++) {
      const found = parts.slice(start, start + size).join(" ");
      if (plain(found) !== run || found.includes('"')) continue;
      return [...parts.slice(0, start), `"${found}"`, ...parts.slice(start + size)].join(" ");
    }
  }
  return text;
}
