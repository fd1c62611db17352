// Which papers say a phrase word for word. The index does not know the order of words, so the texts are read. Pure.

const MOST_READ = 300; // texts for one query

export class Phrases {
  #tokens;
  #titles;
  #readText;
  #texts = new Map();

  constructor(tokens, titles, readText) {
    this.#tokens = tokens;
    this.#titles = titles;
    this.#readText = readText;
  }

  // {hits, unread}: the hits that say every phrase (a text), the best tried first, and how many could not be read or were too many.
  async filter(phrases, hits) {
    if (phrases.length === 0) return { hits, unread: 0 };
    const wanted = phrases.map((phrase) => this.#tokens.words(phrase));
    const tried = [...hits].sort((a, b) => a.tier - b.tier || b.score - a.score).slice(0, MOST_READ);
    await this.#titles.load(tried.map(({ paper }) => paper));
    const said = await Promise.all(tried.map(({ paper }) => this.#read(paper)));
    const says = (texts) => wanted.every((words) => texts.some((text) => holds(text, words)));
    return {
      hits: tried.filter((_, i) => said[i] && says(said[i])),
      unread: hits.length - tried.length + said.filter((texts) => !texts).length,
    };
  }

  // The words of title, summary and abstract; null where the texts cannot be fetched.
  async #read(paper) {
    if (!this.#texts.has(paper)) {
      const texts = await this.#readText(paper).catch(() => null);
      if (!texts) return null;
      const all = [this.#titles.get(paper).title, texts.summary, texts.abstract];
      this.#texts.set(paper, all.map((text) => this.#tokens.words(text)));
    }
    return this.#texts.get(paper);
  }
}

function holds(text, words) {
  return text.some((_, start) => words.every((word, i) => text[start + i] === word));
}
