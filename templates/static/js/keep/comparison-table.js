// The table of a comparison: a column for each paper, a row for each fact that one of them has.

import { LINK_KINDS, LINK_RANKS } from "../shared/contract.js";
import { groupResults, shareTechniques } from "./comparison.js";
import { SITE, make } from "./marks.js";

/** @import { Paper, Result } from "./comparison.js" */
// What has no text and no element is not known.
/** @typedef {string | Node | undefined | false | 0} Cell */
/** @typedef {[name: string, cells: Cell[]]} Row */

const FEW_AUTHORS = 6;
const chips = /** @type {HTMLTemplateElement} */ (document.getElementById("chips")).content;

/** @type {(table: HTMLTableElement, papers: Paper[]) => void} */
export function fillTable(table, papers) {
  const { all, some } = shareTechniques(papers);
  const kinds = /** @type {string} */ (table.dataset.kinds);
  /** @type {Row[]} */
  const rows = [
    ["Summary", papers.map(renderSummary)],
    ["Year", papers.map(({ published }) => published?.match(/^\d{4}/)?.[0])],
    ["Authors", papers.map(nameAuthors)],
    ["Organisation", papers.map(({ organisation }) => organisation)],
    ["Venue", papers.map(({ venue }) => venue)],
    ["Techniques", papers.map((paper) => renderTechniques(paper, papers, [...all, ...some]))],
    ...groupResults(papers, kinds.trim().split(" ")).map(({ kind, cells }) => /** @type {Row} */ ([
      kind,
      cells.map((results, i) => renderResults(results, papers[i])),
    ])),
    ["Read and use", papers.map(renderLinks)],
  ];
  const head = make("thead");
  head.append(renderHead(papers));
  const body = make("tbody");
  body.append(...rows.filter(([, cells]) => cells.some(Boolean)).map(renderRow));
  table.replaceChildren(head, body);
}

// A sentence on what the papers have in common; "" where there is nothing to compare.
/** @type {(papers: Paper[]) => string} */
export function sayShared(papers) {
  if (papers.length < 2) return "";
  const { all, some } = shareTechniques(papers);
  const many = papers.length === 2 ? "Both" : `All ${papers.length}`;
  if (all.length > 0) return `${many} are about ${listNames(all)}.`;
  return some.length > 0 ? `No technique is shared by all; some share ${listNames(some)}.` : "They share no technique.";
}

/** @type {(slugs: string[]) => string} */
function listNames(slugs) {
  return new Intl.ListFormat("en").format(slugs.map((slug) => findChip(slug)?.textContent ?? slug));
}

/** @type {(slug: string) => Element | null} */
function findChip(slug) {
  return chips.querySelector(`.technique-${CSS.escape(slug)}`);
}

/** @type {(papers: Paper[]) => HTMLElement} */
function renderHead(papers) {
  const row = make("tr");
  row.append(make("td"), ...papers.map((paper, i) => renderColumnHead(paper, i, papers.length)));
  return row;
}

/** @type {(paper: Paper, place: number, count: number) => HTMLElement} */
function renderColumnHead({ slug, title, url }, place, count) {
  const link = make("a", "", title);
  link.href = SITE + url;
  link.dir = "auto";
  const tools = make("p", "marks");
  if (count > 1) {
    tools.append(
      renderAction("left", "←", "Move left", slug, title, place === 0),
      renderAction("right", "→", "Move right", slug, title, place === count - 1),
    );
  }
  tools.append(renderAction("remove", "Remove", "Remove", slug, title));
  const cell = make("th");
  cell.scope = "col";
  cell.append(link, tools);
  return cell;
}

/** @type {(action: string, text: string, name: string, slug: string, title: string, disabled?: boolean) => HTMLElement} */
function renderAction(action, text, name, slug, title, disabled = false) {
  const button = Object.assign(make("button", "", text), { type: "button", disabled });
  button.setAttribute("aria-label", `${name}: ${title}`);
  Object.assign(button.dataset, { action, slug });
  return button;
}

/** @type {(row: Row) => HTMLElement} */
function renderRow([name, cells]) {
  const row = make("tr");
  const head = make("th", "", name);
  head.scope = "row";
  row.append(head, ...cells.map(renderCell));
  return row;
}

/** @type {(content: Cell) => HTMLElement} */
function renderCell(content) {
  const cell = make("td");
  cell.dir = "auto";
  cell.append(content || make("span", "aside", "not known here"));
  return cell;
}

/** @type {(paper: Paper) => Cell} */
function renderSummary({ summary, summary_source }) {
  if (!summary || summary_source === "page") return summary;
  const parts = document.createDocumentFragment();
  parts.append(make("q", "", summary), " ", make("span", "aside", "the authors’ words"));
  return parts;
}

/** @type {(paper: Paper) => Cell} */
function nameAuthors({ authors = [], author_count }) {
  const more = authors.length - FEW_AUTHORS;
  if (more > 1) return `${authors.slice(0, FEW_AUTHORS).join(", ")} and ${more} more`;
  if (authors.length > 0) return authors.join(", ");
  return author_count && `${author_count} ${author_count === 1 ? "author" : "authors"}, not named in the digest`;
}

/** @type {(paper: Paper, papers: Paper[], shared: string[]) => Cell} */
function renderTechniques({ techniques }, papers, shared) {
  if (techniques.length === 0) return "none";
  const list = make("ul", "plain");
  for (const { slug } of techniques) {
    const count = papers.filter((paper) => paper.techniques.some((other) => other.slug === slug)).length;
    const entry = make("li");
    entry.append(findChip(slug)?.cloneNode(true) ?? slug);
    if (shared.includes(slug)) entry.append(" ", make("span", "origin", `shared by ${count} of ${papers.length}`));
    list.append(entry);
  }
  return list;
}

// Results of one sentence stand together, above it.
/** @type {(results: Result[], paper: Paper) => HTMLElement} */
function renderResults(results, paper) {
  if (results.length === 0) return make("span", "aside", "none reported here");
  const list = make("ul", "plain");
  for (const quote of new Set(results.map((result) => result.quote))) {
    const entry = make("li");
    entry.append(...results.filter((result) => result.quote === quote).map(renderResult), renderSource(quote, paper));
    list.append(entry);
  }
  return list;
}

/** @type {(result: Result) => HTMLElement} */
function renderResult({ value, metric, baseline }) {
  const result = make("p");
  result.append(make("b", "value", value), ` ${metric}`);
  if (baseline) result.append(" ", make("span", "baseline", `against ${baseline}`));
  return result;
}

/** @type {(quote: string, paper: Paper) => HTMLElement} */
function renderSource(quote, { title, url }) {
  if (!quote) {
    const link = Object.assign(make("a", "more", "On its page"), { href: `${SITE}${url}#results` });
    link.setAttribute("aria-label", `On its page: results of ${title}`);
    return link;
  }
  const sentence = make("blockquote", "", quote);
  sentence.dir = "auto";
  const details = make("details", "more");
  details.append(make("summary", "", "Sentence"), sentence);
  return details;
}

/** @type {(paper: Paper) => Cell} */
function renderLinks({ links, title }) {
  const list = make("ul", "plain");
  /** @type {(link: {kind: string}) => number} */
  const rank = ({ kind }) => LINK_RANKS[kind] ?? 1;
  for (const { kind, url } of [...links].sort((a, b) => rank(a) - rank(b))) {
    const link = Object.assign(make("a", "", LINK_KINDS[kind]), { href: url, rel: "external" });
    link.setAttribute("aria-label", `${LINK_KINDS[kind]}: ${title}`);
    const entry = make("li");
    entry.append(link);
    list.append(entry);
  }
  return links.length > 0 && list;
}
