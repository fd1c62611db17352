// What narrows a search apart from words: technique, digest, year, code, results; and how many papers each would leave.
// Pure.

export class Facets {
  #facts;
  #techniques;
  #digests;

  // `start` is search/start.bin.
  constructor({ facts, techniques, digests }) {
    this.#facts = facts;
    this.#techniques = techniques; // [slug, name, …other names]
    this.#digests = digests; // [name, title]
  }

  year(paper) {
    return this.#facts.dates[paper].slice(0, 4);
  }

  // What a hit shows besides its title.
  describe(paper) {
    return {
      year: this.year(paper),
      techniques: this.#facts.techniques[paper].map((number) => this.#techniques[number].slice(0, 2)),
      votes: this.#facts.votes[paper],
    };
  }

  // Whether a paper passes the filter; null for a filter that means nothing here. Authors are for the index to find.
  test({ field, value, not }) {
    const passes = this.#passes(field, value.toLowerCase());
    return passes && (not ? (paper) => !passes(paper) : passes);
  }

  // [{field, values: [{value, name, count}]}] over the papers; values that none has are left out.
  count(papers) {
    const { techniques, digests, code, results } = this.#facts;
    return [
      { field: "technique", values: tally(papers, (paper) => techniques[paper], this.#techniques, ([slug, name]) => [slug, name]) },
      { field: "year", values: this.#countYears(papers) },
      { field: "digest", values: tally(papers, (paper) => digests[paper], this.#digests, (names) => names) },
      { field: "has", values: tally(papers, (paper) => [...(code[paper] ? [0] : []), ...(results[paper] ? [1] : [])], ["code", "results"], (name) => [name, name]) },
    ];
  }

  // The papers with all words before those with some; of each, the newest or most voted for first. What is not known
  // comes last.
  sort(hits, by) {
    const { dates, votes } = this.#facts;
    const byVotes = (a, b) => votes[b.paper] - votes[a.paper];
    const byDate = (a, b) => (dates[a.paper] < dates[b.paper] ? 1 : dates[a.paper] > dates[b.paper] ? -1 : 0);
    const isPart = ({ missing }) => (missing.length > 0 ? 1 : 0);
    const order = by === "votes" ? byVotes : byDate;
    return hits.sort((a, b) => isPart(a) - isPart(b) || order(a, b));
  }

  // A filter's value and name as `count` has them; the value as typed where facets do not have it.
  name({ field, value }) {
    const [found, name] = { technique: this.#techniques[this.#findTechnique(value)], digest: this.#digests.find(([each]) => each === value) }[field] ?? [value, value];
    return { value: found, name };
  }

  #findTechnique(value) {
    return this.#techniques.findIndex((names) => names.some((name) => fold(name) === fold(value)));
  }

  #passes(field, value) {
    const { techniques, digests, code, results } = this.#facts;
    if (field === "technique") {
      const number = this.#findTechnique(value);
      return number < 0 ? null : (paper) => techniques[paper].includes(number);
    }
    if (field === "digest") {
      const number = this.#digests.findIndex(([name]) => name === value);
      return number < 0 ? null : (paper) => digests[paper].includes(number);
    }
    if (field === "has") return { code: (paper) => code[paper] === 1, results: (paper) => results[paper] === 1 }[value] ?? null;
    const years = field === "year" && /^(?:unknown|([0-9]{4})?(-|\.\.)?([0-9]{4})?)$/.exec(value);
    if (!years) return null;
    if (value === "unknown") return (paper) => this.year(paper) === "";
    const [, first = "0000", range, last = range ? "9999" : first] = years;
    return (paper) => this.year(paper) >= first && this.year(paper) <= last && this.year(paper) !== "";
  }

  #countYears(papers) {
    const years = [...new Set(this.#facts.dates.map((date) => date.slice(0, 4)))].sort().reverse();
    return tally(papers, (paper) => [years.indexOf(this.year(paper))], years, (year) => (year ? [year, year] : ["unknown", "unknown"]));
  }
}

function tally(papers, numbersOf, all, name) {
  const counts = all.map(() => 0);
  for (const paper of papers) for (const number of numbersOf(paper)) counts[number] += 1;
  return all.map((each, i) => ({ value: name(each)[0], name: name(each)[1], count: counts[i] })).filter(({ count }) => count > 0);
}

function fold(name) {
  return name.toLowerCase().replace(/[\s_-]+/g, "-");
}
