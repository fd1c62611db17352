// What a comparison of papers consists of. Pure: no document, no window, no fetch.

import { MOST } from "./marks.js";

// What a metric's name is about: the first row that fits. Names are free text, so the special stands before the general.
const KINDS = [
  ["Speed-up", /speed-?up|sped up|faster|acceleration/],
  ["Quality of what is generated", /fid|fvd|psnr|ssim|lpips|clip|cider|bd-rate|geneval|perceptual|restoration/],
  ["Accuracy and scores", /accuracy|top-\d|pass@|success|solved|resolved|\bm?iou\b|\bm?ap\b|recall|\bf1\b|score|rmse/],
  ["Accuracy and scores", /(?:win|hit|error|positive|negative) rate|mmlu|gsm8k|math\b|reasoning|benchmark/],
  ["Perplexity and loss", /perplexity|\bppl\b|(?:training|validation|test) loss/],
  ["Energy and power", /energy|power/],
  ["Bit-width", /bit-?width|\bbits?\b|precision$/],
  ["Memory", /memory|footprint|storage|cache size|vram/],
  ["Utilization", /utili[sz]ation|\bmfu\b/],
  ["Throughput", /throughput|per second|\bfps\b|frame rate|goodput|frequency/],
  ["Latency and time", /latency|time|delay|duration|hours/],
  ["Size and compression", /model size|size reduction|param|compress|sparsity|pruned|area reduction/],
  ["Computation", /flops?|\bmacs?\b|comput|operations/],
  ["Cost", /cost/],
  ["Efficiency", /efficiency/],
  ["Performance", /performance/],
];
const OTHER = "Other results";

export function kindOf({ metric }) {
  const name = metric.toLowerCase().replace(/ \(.*/, ""); // what stands in brackets is the setting
  return KINDS.find(([, words]) => words.test(name))?.[0] ?? OTHER;
}

// [{kind, cells}] with each paper's results of that kind. Kinds of several papers come first, other results last.
export function groupResults(papers) {
  const names = [...new Set(KINDS.map(([kind]) => kind)), OTHER];
  const rows = names.map((kind) => ({
    kind,
    cells: papers.map(({ results }) => results.filter((result) => kindOf(result) === kind)),
  }));
  const reporting = ({ cells }) => cells.filter((cell) => cell.length > 0).length;
  const isShared = (row) => row.kind !== OTHER && reporting(row) > 1;
  return [...rows.filter(isShared), ...rows.filter((row) => !isShared(row) && reporting(row) > 0)];
}

// The slugs of techniques: those of `all` papers, and of `some`, two or more but not all; in order of first mention.
export function shareTechniques(papers) {
  const slugs = papers.map(({ techniques }) => techniques.map(({ slug }) => slug));
  const count = (slug) => slugs.filter((of) => of.includes(slug)).length;
  const shared = [...new Set(slugs.flat())].filter((slug) => count(slug) > 1);
  return {
    all: shared.filter((slug) => count(slug) === papers.length),
    some: shared.filter((slug) => count(slug) < papers.length),
  };
}

// The slugs an address asks for, each once, and those beyond what fits side by side; null where it asks for none.
export function parseAddress(search) {
  const asked = new URLSearchParams(search).get("papers");
  if (asked === null) return null;
  const slugs = [...new Set(asked.split(",").map((slug) => slug.trim()))].filter(Boolean);
  return { slugs: slugs.slice(0, MOST), left: slugs.slice(MOST) };
}

export function formatAddress(slugs) {
  return slugs.length > 0 ? `?papers=${slugs.map(encodeURIComponent).join()}` : "";
}

// The same slugs with one moved a place to the left (-1) or right (1), if there is one.
export function move(slugs, slug, by) {
  const at = slugs.indexOf(slug);
  if (at < 0 || !(at + by in slugs)) return slugs;
  const others = slugs.filter((other) => other !== slug);
  return [...others.slice(0, at + by), slug, ...others.slice(at + by)];
}

// The [slug, title] pairs whose title has every word typed, at the beginning of a word; none where nothing is typed.
export function findTitles(titles, typed) {
  const words = fold(typed).split(" ").filter(Boolean);
  if (words.length === 0) return [];
  return Object.entries(titles).filter(([, title]) => words.every((word) => ` ${fold(title)}`.includes(` ${word}`)));
}

function fold(text) {
  return text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ");
}
