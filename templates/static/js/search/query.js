// What a reader types, taken apart: words, "exact phrases", -words, technique:moe, author:, year:2024, has:code.
// Whatever is typed is a query: what is no syntax, or not yet, is words. Pure.

const PART = /(-?)(?:([a-z]+):)?(?:"([^"]*)"|(\S+))/giu;
const FIELDS = new Set(["technique", "digest", "year", "has", "author"]);
const ADDRESS = /^(?:[a-z]+:)?\/\/|^doi:|^[\w-]+(?:\.[\w-]+)+\//i;
const ARXIV_ID = /[0-9]{4}\.[0-9]{4,5}/;

// {parts, without, filters}: `parts` are the words, [{typed, text, isPhrase, isAddress}]; `without` are texts of what no
// paper found may say; `filters` are [{field, value, not}]. Everything has with it how it is `typed`.
export function parseQuery(text) {
  const query = { parts: [], without: [], filters: [] };
  for (const [typed, minus, name = "", quoted, bare = ""] of text.matchAll(PART)) {
    const field = name.toLowerCase();
    const not = minus !== "" && /^[^-\s]/u.test(typed.slice(1));
    const value = (quoted ?? bare).trim();
    if (FIELDS.has(field)) {
      if (value) query.filters.push({ field, value, not, typed });
    } else if (not && /[\p{L}\p{N}]/u.test(value)) {
      query.without.push({ value: name ? `${name}:${value}` : value, typed });
    } else if (quoted !== undefined && !name) {
      if (value) query.parts.push({ typed, text: value, isPhrase: true, isAddress: false });
    } else {
      query.parts.push(readPart(typed));
    }
  }
  return query;
}

// An address that names an arXiv paper stands for its id, wherever it leads.
function readPart(typed) {
  const isAddress = ADDRESS.test(typed);
  const [id] = (isAddress && ARXIV_ID.exec(typed)) || [];
  return { typed, text: id ?? typed, isPhrase: false, isAddress };
}

// The text with a part of it, as typed, taken out or put in another's place.
export function replacePart(text, typed, other = "") {
  const parts = splitParts(text);
  const at = parts.indexOf(typed);
  if (at >= 0) parts.splice(at, 1, ...(other ? [other] : []));
  return parts.join(" ");
}

// The text with neighbouring parts of it, as typed, in quotation marks: these words and no others.
export function quoteParts(text, run) {
  const parts = splitParts(text);
  const at = parts.findIndex((_, start) => run.every((part, i) => parts[start + i] === part));
  if (at >= 0) parts.splice(at, run.length, `"${run.join(" ").replaceAll('"', "")}"`);
  return parts.join(" ");
}

// How a filter is typed.
export function formatFilter(field, value, not = false) {
  return `${not ? "-" : ""}${field}:${/[\s"]/.test(value) ? `"${value.replaceAll('"', "")}"` : value}`;
}

function splitParts(text) {
  return [...text.matchAll(PART)].map(([part]) => part);
}
