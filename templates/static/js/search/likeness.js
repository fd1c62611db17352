// How like some papers others are, from what Lunr's index says that terms weigh in them. Pure.

const TOPICS = 40; // the terms that say what papers are like

// Numbers of terms, each followed by what the term weighs in a paper.
/** @typedef {(paper: number) => number[]} VectorOf */

// A function that tells how like the `best` hits a paper is, from 0 to 1.
/** @type {(best: {paper: number, score: number}[], vector: VectorOf) => (paper: number) => number} */
export function compareWith(best, vector) {
  const total = best.reduce((sum, { score }) => sum + score, 0) || 1;
  /** @type {Map<number, number>} */
  const weights = new Map();
  for (const { paper, score } of best) {
    const elements = vector(paper);
    const share = score / (total * length(elements));
    for (let i = 0; i < elements.length; i += 2) {
      weights.set(elements[i], (weights.get(elements[i]) ?? 0) + elements[i + 1] * share);
    }
  }
  const topics = new Map([...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, TOPICS));
  const size = Math.hypot(...topics.values()) || 1;
  return (paper) => {
    const elements = vector(paper);
    let shared = 0;
    for (let i = 0; i < elements.length; i += 2) shared += elements[i + 1] * (topics.get(elements[i]) ?? 0);
    return shared / (size * length(elements));
  };
}

/** @type {(elements: number[]) => number} */
function length(elements) {
  let sum = 0;
  for (let i = 1; i < elements.length; i += 2) sum += elements[i] * elements[i];
  return Math.sqrt(sum) || 1;
}
